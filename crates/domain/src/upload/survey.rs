//! A survey of all tables in a workbook and the drafts that it is imported as.

use strum::IntoStaticStr;

use super::{Choices, TableRef};
use crate::IndicatorId;

/// All tables, and all sheets without one, in the order of the file, and the resulting drafts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Survey {
    /// One entry per table, and one per sheet without tables.
    pub tables: Vec<SurveyTable>,
    /// The initial choices of each draft, in the order of their first tables. Empty if there are several tables and
    /// the user must first identify each of them.
    pub drafts: Vec<Choices>,
}

/// A table, or a sheet without one.
#[derive(Clone, Debug, PartialEq)]
pub struct SurveyTable {
    /// Its sheet and rows.
    pub table: TableRef,
    /// True if its sheet is hidden in the workbook.
    pub hidden: bool,
    /// Indicators that it has figures for, in the order of the catalogue; if no figures could be read, the most likely
    /// one.
    pub indicators: Vec<IndicatorId>,
    /// Years of the figures, ascending; if no figures could be read, the year in its texts.
    pub years: Vec<i32>,
    /// Number of provinces with figures.
    pub provinces: usize,
    /// Number of figures.
    pub figures: usize,
    /// What was taken from the file name because the table does not state it.
    pub by_name: ByName,
    /// How it is handled.
    pub outcome: Outcome,
}

/// What is known about a table only from the file name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ByName {
    /// True if the indicator was taken from the file name.
    pub indicator: bool,
    /// True if the year was taken from the file name.
    pub year: bool,
}

/// How a table is handled.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// It is imported in these drafts (positions in [`Survey::drafts`]): in several if its columns belong to several
    /// indicators.
    Drafts(Vec<usize>),
    /// The user must first identify it.
    Open(Open),
    /// It is not imported.
    Unread(Unread),
}

/// What is not clear about a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Open {
    /// True if the indicator is not clear.
    pub indicator: bool,
    /// True if the year is not clear.
    pub year: bool,
    /// A suggestion: the indicator of all other tables of the file.
    pub proposed: Option<IndicatorId>,
}

/// Why a sheet or a table is not imported.
#[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Unread {
    /// The sheet is empty.
    Empty,
    /// It has no table of provinces; contains its first words.
    NoTable(String),
    /// It is a table of something else, such as ministries or districts (described in Vietnamese).
    LookAlike(String),
    /// It has names of provinces, but no column with figures.
    NoFigures,
    /// The sheet is hidden.
    Hidden,
    /// All its figures are also in this table.
    Same(TableRef),
    /// A number of its figures have different values in this table, which has more figures.
    Differs(TableRef, usize),
    /// None of its columns is in the catalogue, and this table for the same indicator and year has figures.
    Unknown(TableRef),
    /// It is for a different indicator than the chosen one.
    OtherIndicator,
    /// It is for a different year than the chosen one.
    OtherYear,
    /// A different sheet was chosen.
    OtherSheet,
    /// The file has more tables than can become drafts at once.
    TooMany,
}

impl Unread {
    /// Returns its name in the API and on the command line.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.into()
    }
}
