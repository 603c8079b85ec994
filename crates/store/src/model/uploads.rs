//! Uploaded files. They are never deleted.

use super::{Actor, words};

words! {
    /// The channel through which a file was uploaded.
    Via {
        /// A form in the browser.
        Browser = "browser",
        /// `thuocdo import`.
        Command = "command",
        /// The API, with a token.
        Api = "api",
    }
}

/// An uploaded file; its bytes are read with `Store::upload_bytes`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload {
    /// Random hexadecimal text.
    pub id: String,
    /// SHA-256 of its bytes, 64 hexadecimal digits.
    pub hash: String,
    /// File name on the sender's machine. Never use it as a path.
    pub name: String,
    /// Size in bytes.
    pub size: u64,
    /// When it was received, Unix time in milliseconds.
    pub received_at: i64,
    /// Who sent it.
    pub received_by: Actor,
    /// The channel through which it was uploaded.
    pub via: Via,
}

/// A file to store.
#[derive(Clone, Debug)]
pub struct NewUpload {
    /// File name on the sender's machine; shown, never used as a path.
    pub name: String,
    /// Its complete content.
    pub bytes: Vec<u8>,
    /// Who sends it.
    pub by: Actor,
    /// The channel through which it is uploaded.
    pub via: Via,
}

/// A file that was stored, with earlier uploads of the same bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Added {
    /// The upload.
    pub upload: Upload,
    /// Earlier uploads with exactly the same bytes, newest first.
    pub earlier: Vec<Upload>,
}
