//! What a workbook holds, table by table, and the drafts that it becomes.

use super::{Choices, TableRef};
use crate::IndicatorId;

/// All tables and all sheets without one, in the order of the file, and the drafts that they make.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Survey {
    /// One for each table; a sheet without any has one as well.
    pub tables: Vec<SurveyTable>,
    /// The choices that each draft begins with, in the order of their first tables. Empty if there are several
    /// tables and the user must say of each what it is of.
    pub drafts: Vec<Choices>,
}

/// A table, or a sheet without one.
#[derive(Clone, Debug, PartialEq)]
pub struct SurveyTable {
    /// Where it is.
    pub table: TableRef,
    /// Its sheet is hidden in the workbook.
    pub hidden: bool,
    /// Indicators that it has figures of, in the order of the catalogue; the one that it seems to be of where
    /// nothing could be read.
    pub indicators: Vec<IndicatorId>,
    /// Years of the figures, ascending; the one that it speaks of where nothing could be read.
    pub years: Vec<i32>,
    /// How many provinces it has figures of.
    pub provinces: usize,
    /// How many figures.
    pub figures: usize,
    /// What the name of the file says where the table does not.
    pub by_name: ByName,
    /// What becomes of it.
    pub outcome: Outcome,
}

/// What only the name of the file says of a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ByName {
    /// The indicator.
    pub indicator: bool,
    /// The year.
    pub year: bool,
}

/// What becomes of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// It is read in these drafts (positions in [`Survey::drafts`]): in several if its columns are of several
    /// indicators.
    Drafts(Vec<usize>),
    /// The user must say first what it is of.
    Open(Open),
    /// It is not read.
    Unread(Unread),
}

/// What cannot be told from a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Open {
    /// Of which indicator it is.
    pub indicator: bool,
    /// Of which year it is.
    pub year: bool,
    /// The indicator of all other tables of the file, as a proposal.
    pub proposed: Option<IndicatorId>,
}

/// Why a sheet or a table is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// The sheet is empty.
    Empty,
    /// It has no table of provinces; its first words.
    NoTable(String),
    /// Its names are of something else, such as ministries or districts (in Vietnamese).
    LookAlike(String),
    /// It names provinces, and no column of it holds figures.
    NoFigures,
    /// The sheet is hidden.
    Hidden,
    /// All its figures are in this table as well.
    Same(TableRef),
    /// For so many of its figures this table, which holds more, has other values.
    Differs(TableRef, usize),
    /// None of its columns is one of the catalogue's, and this table of the same indicator and year has figures.
    Unknown(TableRef),
    /// It is of another indicator than the chosen one.
    OtherIndicator,
    /// It is of another year than the chosen one.
    OtherYear,
    /// Another sheet was chosen.
    OtherSheet,
    /// The file has more tables than drafts are begun of at once.
    TooMany,
}

impl Unread {
    /// Its name in the API and on the command line.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NoTable(_) => "no-table",
            Self::LookAlike(_) => "look-alike",
            Self::NoFigures => "no-figures",
            Self::Hidden => "hidden",
            Self::Same(_) => "same",
            Self::Differs(..) => "differs",
            Self::Unknown(_) => "unknown",
            Self::OtherIndicator => "other-indicator",
            Self::OtherYear => "other-year",
            Self::OtherSheet => "other-sheet",
            Self::TooMany => "too-many",
        }
    }
}
