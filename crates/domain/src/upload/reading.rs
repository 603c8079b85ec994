//! What was understood of a file.

use super::{AnswerProblem, CellRef, FileColumn, Issue, Role};
use crate::{Claim, ComponentId, FigureKey, Indicator, IndicatorId, Place, ProvinceId};

/// What kind of file it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum FileKind {
    /// Text with separators.
    Delimited,
    /// Excel since 2007.
    Xlsx,
    /// Excel before 2007.
    Xls,
    /// OpenDocument.
    Ods,
    /// Excel's binary format since 2007.
    Xlsb,
    /// Excel 2003 XML.
    ExcelXml,
    /// An HTML page with tables, also one named `.xls`.
    Html,
    /// Word since 2007, with tables.
    Docx,
    /// PDF with a text layer.
    Pdf,
}

/// How the letters of a text file are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// Windows-1258 (Vietnamese).
    Windows1258,
    /// TCVN3 (fonts such as .VnTime).
    Tcvn3,
    /// VNI (fonts such as VNI-Times).
    Vni,
}

impl Encoding {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Utf8,
        Self::Utf16Le,
        Self::Utf16Be,
        Self::Windows1258,
        Self::Tcvn3,
        Self::Vni,
    ];

    /// Its name in forms and messages.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Windows1258 => "Windows-1258",
            Self::Tcvn3 => "TCVN3",
            Self::Vni => "VNI",
        }
    }

    /// The encoding with this name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|e| e.code() == code)
    }
}

/// Which mark stands before the decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Decimal {
    /// `86,67`; a point groups thousands.
    Comma,
    /// `86.67`; a comma groups thousands.
    Point,
}

impl Decimal {
    /// Its name in forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Comma => "comma",
            Self::Point => "point",
        }
    }

    /// The mark with this name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Comma, Self::Point].into_iter().find(|d| d.code() == code)
    }
}

/// How sure a suggestion is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// A guess: a person must confirm it.
    Low,
    /// Very likely; shown, needs no click.
    High,
    /// The name is the catalogue's own, or a profile of earlier uploads says so.
    Certain,
    /// A person said so.
    Chosen,
}

/// The file as a whole.
#[derive(Clone, Debug, PartialEq)]
pub struct FileFacts {
    /// What kind of file.
    pub kind: FileKind,
    /// Of a text file.
    pub encoding: Option<Encoding>,
    /// Of a text file.
    pub separator: Option<char>,
    /// Mark before the decimals of numbers written as text, where any was seen.
    pub decimal: Option<Decimal>,
}

/// One sheet (a text file has one, without a name).
#[derive(Clone, Debug, PartialEq)]
pub struct SheetFacts {
    /// Its name.
    pub name: String,
    /// Hidden in the workbook.
    pub hidden: bool,
    /// Rows that hold anything.
    pub rows: u32,
    /// Columns that hold anything.
    pub columns: u32,
    /// Figures that could be read from it: 0 when it has no table of provinces.
    pub fit: u32,
    /// Year that its name, titles or headers speak of.
    pub year: Option<i32>,
}

/// How the table is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// A row a province, a column a component (and a year, in wide tables).
    Wide,
    /// A row a figure: province, component or indicator, year, value.
    Tidy,
    /// Every value column is sorted on its own, with its own column of provinces.
    Sorted,
    /// Provinces across, indicators down.
    Across,
}

/// Whether [`Column`]s are columns of the file, or rows of it (provinces across).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Axis {
    /// Columns of the file.
    Columns,
    /// Rows of the file.
    Rows,
}

/// Where the table stands. Rows count from 1, both ends included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// How it is built.
    pub shape: Shape,
    /// What [`Reading::columns`] are.
    pub axis: Axis,
    /// First row of the header.
    pub header: u32,
    /// Rows of the header.
    pub header_rows: u32,
    /// First and last row of the figures.
    pub rows: (u32, u32),
    /// Texts above the header.
    pub titles: Vec<String>,
}

/// A further table of a draft.
#[derive(Clone, Debug, PartialEq)]
pub struct TableAt {
    /// Its number in [`super::Choices::also`].
    pub number: usize,
    /// Its sheet (position in [`Reading::sheets`]).
    pub sheet: usize,
    /// Where it stands in the sheet.
    pub layout: Layout,
}

/// One column of the table and what it is read as.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Number in the file, from 1 (a row's number where provinces stand across); that of a further table as
    /// [`super::column_of_table`] gives it.
    pub at: u32,
    /// Its header, as found, parts of several rows joined.
    pub name: String,
    /// The component that the heading above it names and the column's own heading, where that is the name
    /// of something else: a part of the component.
    pub part_of: Option<(String, String)>,
    /// First few values, as found.
    pub samples: Vec<String>,
    /// Cells that hold anything.
    pub filled: u32,
    /// What it is read as.
    pub role: Role,
    /// How sure that is.
    pub confidence: Confidence,
}

/// How a name was matched with a province.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MatchedBy {
    /// By the code of the statistics office.
    Code,
    /// Exactly as the catalogue writes it.
    Exact,
    /// By an alias of the catalogue.
    Alias,
    /// Without diacritics, prefixes and dashes.
    Folded,
    /// A person said so.
    Chosen,
    /// Nearly: must be confirmed.
    Near,
    /// Not at all.
    Nothing,
}

/// A spelling in the file and the place that it means.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceMatch {
    /// As found.
    pub found: String,
    /// Where it stands first.
    pub at: CellRef,
    /// How often.
    pub count: u32,
    /// What it means; nothing when unknown, near or left out.
    pub place: Option<Place>,
    /// How it was matched.
    pub how: MatchedBy,
    /// Provinces that could be meant, the nearest first.
    pub near: Vec<ProvinceId>,
}

/// One figure that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What it is a figure of.
    pub key: FigureKey,
    /// What the file says. Its `source` means something only where the file names one
    /// that the catalogue has; else it is [`Entry::OWN_SOURCE`].
    pub claim: Claim,
    /// Where it stands: the cell of the value, or of the rank where there is no value.
    pub at: CellRef,
}

impl Entry {
    /// The source that the person names for the whole file.
    pub const OWN_SOURCE: crate::SourceId = crate::SourceId(u16::MAX);
}

/// What the file has that the catalogue does not say yet, and what the answers of the draft make of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Questions {
    /// Years of the figures that the catalogue has no method for.
    pub years: Vec<i32>,
    /// What is wrong with the answers about those years.
    pub problems: Vec<(i32, AnswerProblem)>,
    /// Years whose method was answered with "not known yet" in an earlier edition: they may be answered again.
    pub unknown_years: Vec<i32>,
    /// Components that the file has figures of and that do not exist in its years by the catalogue.
    pub ended: Vec<ComponentId>,
    /// Components of the year before that the file has no figures of: a new method may have ended them.
    pub may_end: Vec<ComponentId>,
    /// Columns of numbers, and names in the rows, that nothing in the catalogue is called.
    pub unknown: Vec<FileColumn>,
    /// The indicator as the answers make it, if they change the catalogue.
    pub edited: Option<(IndicatorId, Box<Indicator>)>,
}

/// What was understood of a file, and everything that is wrong with it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// The file as a whole; nothing when it could not be opened.
    pub file: Option<FileFacts>,
    /// Its sheets.
    pub sheets: Vec<SheetFacts>,
    /// The sheet that was read (position in `sheets`).
    pub sheet: Option<usize>,
    /// Where the table stands.
    pub layout: Option<Layout>,
    /// Further tables that were read into the same draft.
    pub further: Vec<TableAt>,
    /// The columns of all tables.
    pub columns: Vec<Column>,
    /// The indicator; nothing when unclear, or when rows name several.
    pub indicator: Option<IndicatorId>,
    /// Years of the figures, ascending.
    pub years: Vec<i32>,
    /// Spellings of provinces, in the order of the file.
    pub places: Vec<PlaceMatch>,
    /// Provinces that existed and have no row.
    pub absent: Vec<ProvinceId>,
    /// The figures.
    pub entries: Vec<Entry>,
    /// Everything there is to say, by place in the file.
    pub issues: Vec<Issue>,
    /// What the catalogue does not say yet.
    pub questions: Questions,
}

impl Reading {
    /// The numbers of the tables that were read; the first is 0.
    pub fn tables(&self) -> impl Iterator<Item = usize> + Clone {
        let first = self.layout.iter().map(|_| 0);
        first.chain(self.further.iter().map(|table| table.number))
    }

    fn further(&self, number: usize) -> Option<&TableAt> {
        self.further.iter().find(|table| table.number == number)
    }

    /// Where a table stands, by its number.
    #[must_use]
    pub fn layout_of(&self, table: usize) -> Option<&Layout> {
        match table {
            0 => self.layout.as_ref(),
            number => self.further(number).map(|table| &table.layout),
        }
    }

    /// The sheet of a table, by its number.
    #[must_use]
    pub fn sheet_of(&self, table: usize) -> Option<usize> {
        match table {
            0 => self.sheet,
            number => self.further(number).map(|table| table.sheet),
        }
    }

    /// The number of the table that a cell is in; the first where none holds it.
    #[must_use]
    pub fn table_at(&self, cell: CellRef) -> usize {
        if self.further.is_empty() {
            return 0;
        }
        let on_sheet = |table: &usize| self.sheet_of(*table) == Some(usize::from(cell.sheet));
        let holds = |table: &usize| {
            self.layout_of(*table).is_some_and(|layout| match layout.axis {
                Axis::Columns => (layout.header.min(layout.rows.0)..=layout.rows.1).contains(&cell.row),
                Axis::Rows => true,
            })
        };
        let mut there = self.tables().filter(on_sheet);
        let found = there.clone().find(holds);
        found.or_else(|| there.next()).unwrap_or(0)
    }

    /// True when nothing blocks publishing. Warnings still need their reasons.
    #[must_use]
    pub fn publishable(&self) -> bool {
        !self.entries.is_empty() && !self.issues.iter().any(|i| i.kind.severity() == super::Severity::Error)
    }
}
