//! Editions: complete, numbered states of all data files.

use std::collections::BTreeMap;

use super::{Actor, DraftAt, words};

words! {
    /// How an edition came about.
    EditionKind {
        /// The figures inside the program, when it started.
        Program = "program",
        /// A file of figures that somebody uploaded.
        Upload = "upload",
        /// A former edition was brought back.
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

/// The uploaded file that an edition was made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditionFile {
    /// The id of the upload.
    pub id: String,
    /// The name that the file had with the person who sent it. Never use it as a path.
    pub name: String,
    /// SHA-256 of its bytes, 64 hexadecimal digits.
    pub hash: String,
}

/// A published edition. It never changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// From 1, without gaps.
    pub number: u32,
    /// When it was published, Unix time in milliseconds; never before the edition it follows.
    pub published_at: i64,
    /// Who published it.
    pub author: Actor,
    /// How it came about.
    pub kind: EditionKind,
    /// Why.
    pub note: Note,
    /// The file it was made from, where there is one.
    pub upload: Option<EditionFile>,
    /// The id of the draft that was published.
    pub draft: Option<String>,
    /// The edition that was brought back, for [`EditionKind::Undo`].
    pub restores: Option<u32>,
    /// The number of rows of figures in all its files, as counted by whoever published it.
    pub rows: u64,
    /// The method or decision that the new figures follow, where that was said.
    pub method: Option<String>,
    /// What changed, as JSON; the store does not read it.
    pub summary: String,
    /// SHA-256 over the sorted lines `path hash\n`: two editions with one fingerprint have the same files.
    pub fingerprint: String,
}

/// What is to become the next edition.
#[derive(Clone, Debug)]
pub struct NewEdition {
    /// The edition that it was compared with; 0 when it is the first. Refused when that is not the newest any more.
    pub base: u32,
    /// Every file: a relative path with `/`, such as `bundled/pci.csv`, and its bytes.
    pub files: BTreeMap<String, Vec<u8>>,
    /// How it came about.
    pub kind: EditionKind,
    /// Who publishes it.
    pub author: Actor,
    /// Why.
    pub note: Note,
    /// The id of the upload it was made from.
    pub upload: Option<String>,
    /// The draft that is published with it, in the state that was looked at.
    pub draft: Option<DraftAt>,
    /// The number of rows of figures in all files.
    pub rows: u64,
    /// The method or decision that the new figures follow.
    pub method: Option<String>,
    /// What changes, as JSON.
    pub summary: String,
}

/// A former edition that is to be brought back as the newest.
#[derive(Clone, Debug)]
pub struct Restoring {
    /// The edition whose files come back.
    pub of: u32,
    /// The newest edition when this was decided. Refused when it is not the newest any more.
    pub base: u32,
    /// Who brings it back.
    pub author: Actor,
    /// Why.
    pub note: Note,
    /// What changes, as JSON.
    pub summary: String,
}

/// What came of publishing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// The edition.
    pub edition: Edition,
    /// Whether the draft had been published before, and nothing was done now.
    pub already: bool,
}
