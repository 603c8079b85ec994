//! Files as they were sent. They stay for ever.

use super::{Actor, words};

words! {
    /// The way on which a file came.
    Via {
        /// A form in the browser.
        Browser = "browser",
        /// `thuocdo import`.
        Command = "command",
        /// The API, with a token.
        Api = "api",
    }
}

/// A file that was sent; its bytes are read with `Store::upload_bytes`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload {
    /// Random hexadecimal text.
    pub id: String,
    /// SHA-256 of its bytes, 64 hexadecimal digits.
    pub hash: String,
    /// The name that it had with the person who sent it. Never use it as a path.
    pub name: String,
    /// Its length in bytes.
    pub size: u64,
    /// When it came, Unix time in milliseconds.
    pub received_at: i64,
    /// Who sent it.
    pub received_by: Actor,
    /// The way on which it came.
    pub via: Via,
}

/// A file that is to be kept.
#[derive(Clone, Debug)]
pub struct NewUpload {
    /// The name that it has with the person who sends it; shown, never used as a path.
    pub name: String,
    /// All its bytes.
    pub bytes: Vec<u8>,
    /// Who sends it.
    pub by: Actor,
    /// The way on which it comes.
    pub via: Via,
}

/// A file that is kept now, and whether it is an old acquaintance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Added {
    /// The upload.
    pub upload: Upload,
    /// Earlier uploads with exactly the same bytes, newest first.
    pub earlier: Vec<Upload>,
}
