//! Editions and what was published.

use domain::{Moment, Text, upload::Counts};

/// An edition in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditionLine {
    /// Its number.
    pub number: u32,
    /// When it was published.
    pub published: Moment,
    /// The day on which figures that ship with the program were put together; of no other edition.
    pub made: Option<domain::Date>,
    /// Who published it; shown to those signed in only.
    pub by: String,
    /// What it was made of.
    pub kind: EditionKind,
    /// The note in both languages.
    pub note: Text,
    /// Name and SHA-256 of the file.
    pub file: Option<(String, String)>,
    /// Methods that the file's years were under, in words.
    pub method: Option<String>,
    /// Figures added, changed, removed.
    pub counts: Counts,
    /// Rows of all data files.
    pub rows: usize,
    /// SHA-256 over the whole edition.
    pub fingerprint: String,
}

/// What an edition was made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditionKind {
    /// The figures that ship with the program.
    Program,
    /// An uploaded file.
    Upload,
    /// A change of the catalogue.
    Catalogue,
    /// An earlier edition, restored.
    Undo(u32),
}
