//! What a person decided about an uploaded file. Nothing here is needed for a file that
//! is understood without help.

use std::collections::BTreeMap;

use super::{Decimal, Encoding, IssueKind, Role};
use crate::{AsOf, Missing, SourceKind};

/// What publishing does with the figures that are there already.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Mode {
    /// New figures are added; those that are there stay as they are.
    Add,
    /// The file's figures take the place of those that are there; all others stay.
    #[default]
    Update,
    /// All figures of the indicator in the file's years go, and the file's come.
    ReplaceYear,
    /// The file is one more source: its figures stand beside those that are there, and
    /// where they disagree both are shown.
    Beside,
}

impl Mode {
    /// All modes, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Add, Self::Update, Self::ReplaceYear, Self::Beside];

    /// Its name in forms and on the command line.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Add => "add",
            Self::Update => "update",
            Self::ReplaceYear => "replace-year",
            Self::Beside => "beside",
        }
    }

    /// The mode with this name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|m| m.code() == code)
    }
}

/// A source that the catalogue does not have yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSource {
    /// Title as published; must not be empty.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Address; may be empty.
    pub url: String,
    /// When, ISO; may be empty.
    pub published: String,
    /// What it is.
    pub kind: SourceKind,
}

/// Where the figures were published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SourceChoice {
    /// One of the catalogue's, by its name in files.
    Known(String),
    /// A new one.
    New(NewSource),
}

/// Everything that a person decided. Empty fields are found out from the file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choices {
    /// The sheet, by name.
    pub sheet: Option<String>,
    /// First row of the header and how many rows it has, from 1.
    pub header: Option<(u32, u32)>,
    /// The encoding of a text file.
    pub encoding: Option<Encoding>,
    /// The separator of a text file.
    pub separator: Option<char>,
    /// What a mark between digits means where it could be either.
    pub decimal: Option<Decimal>,
    /// The indicator, by its name in files.
    pub indicator: Option<String>,
    /// The year of figures whose year the file does not say.
    pub year: Option<i32>,
    /// The moment of the figures, for counts of a day.
    pub as_of: Option<AsOf>,
    /// Fractions of 1 are per cent and are multiplied by 100.
    pub fractions: bool,
    /// What columns are read as, by their number from 1 (rows, where provinces stand across).
    pub columns: BTreeMap<u32, Role>,
    /// Spellings of provinces: the unit that is meant (its name in addresses), `vn`,
    /// `region:…`, or empty for rows that are to be left out.
    pub places: BTreeMap<String, String>,
    /// What to do with figures that are there already.
    pub mode: Mode,
    /// Why provinces have no row: by the unit's name in addresses, `*` for all others.
    pub absent: BTreeMap<String, Missing>,
    /// Why it is right to publish despite a warning.
    pub reasons: BTreeMap<IssueKind, String>,
    /// Where the figures were published.
    pub source: Option<SourceChoice>,
}
