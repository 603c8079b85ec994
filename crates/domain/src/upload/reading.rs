//! The parsed content of a file.

use strum::{EnumString, IntoStaticStr};

use super::{AnswerProblem, CellRef, FileColumn, Issue, Role};
use crate::{Claim, ComponentId, FigureKey, Indicator, IndicatorId, Place, ProvinceId};

/// The file format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum FileKind {
    /// Delimiter-separated text.
    Delimited,
    /// Excel workbook since 2007 (`.xlsx`).
    Xlsx,
    /// Excel workbook before 2007 (`.xls`).
    Xls,
    /// OpenDocument spreadsheet.
    Ods,
    /// Excel binary workbook since 2007 (`.xlsb`).
    Xlsb,
    /// Excel 2003 XML.
    ExcelXml,
    /// HTML page with tables, even if named `.xls`.
    Html,
    /// Word document since 2007 (`.docx`), with tables.
    Docx,
    /// PDF with a text layer.
    Pdf,
}

/// The character encoding of a text file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumString, IntoStaticStr)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    #[strum(serialize = "UTF-8")]
    Utf8,
    /// UTF-16, little-endian.
    #[strum(serialize = "UTF-16LE")]
    Utf16Le,
    /// UTF-16, big-endian.
    #[strum(serialize = "UTF-16BE")]
    Utf16Be,
    /// Windows-1258 (Vietnamese).
    #[strum(serialize = "Windows-1258")]
    Windows1258,
    /// TCVN3 (fonts such as .VnTime).
    #[strum(serialize = "TCVN3")]
    Tcvn3,
    /// VNI (fonts such as VNI-Times).
    #[strum(serialize = "VNI")]
    Vni,
}

impl Encoding {
    /// All encodings.
    pub const ALL: [Self; 6] = [
        Self::Utf8,
        Self::Utf16Le,
        Self::Utf16Be,
        Self::Windows1258,
        Self::Tcvn3,
        Self::Vni,
    ];

    /// Returns its name in forms and messages.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// Returns the encoding with this name. `None` if there is none.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        code.parse().ok()
    }
}

/// The decimal mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumString, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Decimal {
    /// `86,67`; a point groups thousands.
    Comma,
    /// `86.67`; a comma groups thousands.
    Point,
}

impl Decimal {
    /// Returns its name in forms.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// Returns the mark with this name. `None` if there is none.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        code.parse().ok()
    }
}

/// How certain a suggestion is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// A guess that the user must confirm.
    Low,
    /// Very likely: shown, but needs no confirmation.
    High,
    /// The name is in the catalogue or in a profile of earlier uploads.
    Certain,
    /// Chosen by the user.
    Chosen,
}

/// Properties of the file as a whole.
#[derive(Clone, Debug, PartialEq)]
pub struct FileFacts {
    /// The file format.
    pub kind: FileKind,
    /// The encoding of a text file.
    pub encoding: Option<Encoding>,
    /// The separator of a text file.
    pub separator: Option<char>,
    /// Decimal mark of numbers stored as text; `None` if there are none.
    pub decimal: Option<Decimal>,
}

/// One sheet. A text file has a single sheet without a name.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetFacts {
    /// Its name.
    pub name: String,
    /// True if it is hidden in the workbook.
    pub hidden: bool,
    /// Number of rows with any content.
    pub rows: u32,
    /// Number of columns with any content.
    pub columns: u32,
    /// Number of figures that could be read from it; 0 if it has no table of provinces.
    pub fit: u32,
    /// Year in its name, titles or headers.
    pub year: Option<i32>,
}

/// The structure of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// One row per province, one column per component (or per component and year).
    Wide,
    /// One row per figure: province, component or indicator, year, value.
    Tidy,
    /// Each value column is sorted independently, with its own column of provinces.
    Sorted,
    /// Provinces in columns, indicators in rows.
    Across,
}

/// Whether [`Column`]s are columns or rows of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Axis {
    /// Columns of the file.
    Columns,
    /// Rows of the file (provinces are in columns).
    Rows,
}

/// The position of a table. Rows count from 1, both ends included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// Its structure.
    pub shape: Shape,
    /// What [`Reading::columns`] are.
    pub axis: Axis,
    /// First row of the header.
    pub header: u32,
    /// Number of header rows.
    pub header_rows: u32,
    /// First and last row of the figures.
    pub rows: (u32, u32),
    /// Texts above the header.
    pub titles: Vec<String>,
}

/// An additional table of a draft.
#[derive(Clone, Debug, PartialEq)]
pub struct TableAt {
    /// Its number in [`super::Choices::also`].
    pub number: usize,
    /// Its sheet (position in [`Reading::sheets`]).
    pub sheet: usize,
    /// Its position in the sheet.
    pub layout: Layout,
}

/// One column of the table and how it is interpreted.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Number in the file, from 1 (the row number if provinces are in columns); for additional tables, the number
    /// returned by [`super::column_of_table`].
    pub at: u32,
    /// Its header as found, with the texts of several rows joined.
    pub name: String,
    /// The component in the heading above it and the column's own heading, if that is the name of something else: a
    /// part of the component.
    pub part_of: Option<(String, String)>,
    /// The first few values, as found.
    pub samples: Vec<String>,
    /// Number of cells with any content.
    pub filled: u32,
    /// How it is interpreted.
    pub role: Role,
    /// How certain that is.
    pub confidence: Confidence,
}

/// How a name was matched to a province.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MatchedBy {
    /// By the code of the statistics office.
    Code,
    /// Exactly as in the catalogue.
    Exact,
    /// By an alias of the catalogue.
    Alias,
    /// After removing diacritics, prefixes and hyphens.
    Folded,
    /// Chosen by the user.
    Chosen,
    /// Approximately: must be confirmed.
    Near,
    /// Not at all.
    Nothing,
}

/// A name in the file and the place that it means.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceMatch {
    /// As found.
    pub found: String,
    /// Its first occurrence.
    pub at: CellRef,
    /// Number of occurrences.
    pub count: u32,
    /// The place that it means; `None` if unknown, matched only approximately, or excluded.
    pub place: Option<Place>,
    /// How it was matched.
    pub how: MatchedBy,
    /// Provinces that it could mean, nearest first.
    pub near: Vec<ProvinceId>,
}

/// One figure read from the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What it describes.
    pub key: FigureKey,
    /// The claim in the file. Its `source` is valid only if the file names one that is in the catalogue; otherwise it
    /// is [`Entry::OWN_SOURCE`].
    pub claim: Claim,
    /// The cell of the value, or of the rank if there is no value.
    pub at: CellRef,
}

impl Entry {
    /// A placeholder for the source that the user names for the whole file.
    pub const OWN_SOURCE: crate::SourceId = crate::SourceId(u16::MAX);
}

/// Content of the file that is not yet in the catalogue, and the result of the draft's answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Questions {
    /// Years of the figures for which the catalogue has no method.
    pub years: Vec<i32>,
    /// Problems with the answers for those years.
    pub problems: Vec<(i32, AnswerProblem)>,
    /// Years whose method was answered with "not known yet" in an earlier edition: they can be answered again.
    pub unknown_years: Vec<i32>,
    /// Components with figures in the file that do not exist in its years according to the catalogue.
    pub ended: Vec<ComponentId>,
    /// Components of the previous year without figures in the file: a new method may have ended them.
    pub may_end: Vec<ComponentId>,
    /// Columns of numbers, and names in rows, that are not in the catalogue.
    pub unknown: Vec<FileColumn>,
    /// The indicator after applying the answers; `None` if they do not change the catalogue.
    pub edited: Option<(IndicatorId, Box<Indicator>)>,
}

/// The parsed content of a file, and all issues with it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// Properties of the file; `None` if it could not be opened.
    pub file: Option<FileFacts>,
    /// Its sheets.
    pub sheets: Vec<SheetFacts>,
    /// The sheet that was read (position in `sheets`).
    pub sheet: Option<usize>,
    /// Position of the table.
    pub layout: Option<Layout>,
    /// Additional tables that were read into the same draft.
    pub further: Vec<TableAt>,
    /// The columns of all tables.
    pub columns: Vec<Column>,
    /// The indicator; `None` if unclear, or if rows name several.
    pub indicator: Option<IndicatorId>,
    /// Years of the figures, ascending.
    pub years: Vec<i32>,
    /// Names of provinces, in the order of the file.
    pub places: Vec<PlaceMatch>,
    /// Provinces that existed but have no row.
    pub absent: Vec<ProvinceId>,
    /// The figures.
    pub entries: Vec<Entry>,
    /// All issues, in the order of the file.
    pub issues: Vec<Issue>,
    /// Content that is not yet in the catalogue.
    pub questions: Questions,
}

impl Reading {
    /// Iterates over the numbers of the tables that were read; the first is 0.
    pub fn tables(&self) -> impl Iterator<Item = usize> + Clone {
        let first = self.layout.iter().map(|_| 0);
        first.chain(self.further.iter().map(|table| table.number))
    }

    fn further(&self, number: usize) -> Option<&TableAt> {
        self.further.iter().find(|table| table.number == number)
    }

    /// Returns the position of the table with this number. `None` if there is none.
    #[must_use]
    pub fn layout_of(&self, table: usize) -> Option<&Layout> {
        match table {
            0 => self.layout.as_ref(),
            number => self.further(number).map(|table| &table.layout),
        }
    }

    /// Returns the sheet of the table with this number. `None` if there is none.
    #[must_use]
    pub fn sheet_of(&self, table: usize) -> Option<usize> {
        match table {
            0 => self.sheet,
            number => self.further(number).map(|table| table.sheet),
        }
    }

    /// Returns the number of the table that contains a cell. If none does, returns the first on its sheet, or 0.
    #[must_use]
    pub fn table_at(&self, cell: CellRef) -> usize {
        if self.further.is_empty() {
            return 0;
        }
        let on_sheet = |table: &usize| self.sheet_of(*table) == Some(usize::from(cell.sheet));
        let contains_cell = |table: &usize| {
            self.layout_of(*table).is_some_and(|layout| match layout.axis {
                Axis::Columns => (layout.header.min(layout.rows.0)..=layout.rows.1).contains(&cell.row),
                Axis::Rows => true,
            })
        };
        let mut candidates = self.tables().filter(on_sheet);
        let found = candidates.clone().find(contains_cell);
        found.or_else(|| candidates.next()).unwrap_or(0)
    }

    /// Returns true if nothing blocks publishing. Warnings still need reasons.
    #[must_use]
    pub fn publishable(&self) -> bool {
        !self.entries.is_empty() && !self.issues.iter().any(|i| i.kind.severity() == super::Severity::Error)
    }
}
