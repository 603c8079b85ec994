//! Editions: complete, numbered versions of all data files.

use std::collections::BTreeMap;

use super::{Actor, DraftAt, words};

words! {
    /// The origin of an edition.
    EditionKind {
        /// The figures bundled with the program, published when it started.
        Program = "program",
        /// An uploaded file of figures.
        Upload = "upload",
        /// An earlier edition was restored.
        Undo = "undo",
        /// A change of the catalogue.
        Catalogue = "catalogue",
    }
}

/// A remark in both languages; either may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Note {
    /// In Vietnamese.
    pub vi: String,
    /// In English.
    pub en: String,
}

/// The uploaded file that an edition is based on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditionFile {
    /// Id of the upload.
    pub id: String,
    /// File name on the sender's machine. Never use it as a path.
    pub name: String,
    /// SHA-256 of its bytes, 64 hexadecimal digits.
    pub hash: String,
}

/// A published edition. It never changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// Sequential number from 1, without gaps.
    pub number: u32,
    /// When it was published, Unix time in milliseconds; never earlier than the previous edition.
    pub published_at: i64,
    /// Who published it.
    pub author: Actor,
    /// Its origin.
    pub kind: EditionKind,
    /// The reason for publishing it.
    pub note: Note,
    /// The uploaded file it is based on, if any.
    pub upload: Option<EditionFile>,
    /// Id of the draft that was published.
    pub draft: Option<String>,
    /// The edition that was restored, for [`EditionKind::Undo`].
    pub restores: Option<u32>,
    /// Number of rows of figures in all its files, as counted by the publisher.
    pub rows: u64,
    /// The method or decision that the new figures follow, if stated.
    pub method: Option<String>,
    /// The changes, as JSON; opaque to the store.
    pub summary: String,
    /// SHA-256 over the sorted lines `path hash\n`: editions with the same fingerprint have the same files.
    pub fingerprint: String,
}

/// The content of the next edition.
#[derive(Clone, Debug)]
pub struct NewEdition {
    /// The edition that it was compared with; 0 for the first. Publishing fails if that is no longer the newest.
    pub base: u32,
    /// All files: relative path with `/`, such as `bundled/pci.csv`, and bytes.
    pub files: BTreeMap<String, Vec<u8>>,
    /// Its origin.
    pub kind: EditionKind,
    /// Who publishes it.
    pub author: Actor,
    /// The reason for publishing it.
    pub note: Note,
    /// Id of the upload it is based on.
    pub upload: Option<String>,
    /// The draft that is published with it, at the revision that the user saw.
    pub draft: Option<DraftAt>,
    /// Number of rows of figures in all files.
    pub rows: u64,
    /// The method or decision that the new figures follow.
    pub method: Option<String>,
    /// The changes, as JSON.
    pub summary: String,
}

/// A request to restore an earlier edition as the newest.
#[derive(Clone, Debug)]
pub struct Restoring {
    /// The edition whose files are restored.
    pub of: u32,
    /// The newest edition at the time of the request. Restoring fails if that is no longer the newest.
    pub base: u32,
    /// Who restores it.
    pub author: Actor,
    /// The reason for restoring it.
    pub note: Note,
    /// The changes, as JSON.
    pub summary: String,
}

/// The result of publishing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// The edition.
    pub edition: Edition,
    /// Whether the draft had already been published, so that nothing was changed now.
    pub already: bool,
}
