//! What is wrong with an uploaded file, or worth saying of it. A kind and its arguments:
//! the sentence is made where the language is known.

use crate::Text;

/// Where in a file. Rows and columns count from 1 as spreadsheets show them; 0 means the
/// whole sheet, row or column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct CellRef {
    /// Position of the sheet in the file, from 0.
    pub sheet: u16,
    /// Row (line, in a text file).
    pub row: u32,
    /// Column.
    pub column: u32,
}

impl CellRef {
    /// The cell's name in a spreadsheet, such as `C14`; a part of it where a part is meant.
    #[must_use]
    pub fn name(self) -> String {
        let letters = column_letters(self.column);
        match self.row {
            0 => letters,
            row => format!("{letters}{row}"),
        }
    }
}

/// A column as spreadsheets name it: 1 is `A`, 27 is `AA`; 0 is nothing.
#[must_use]
pub fn column_letters(column: u32) -> String {
    let mut rest = column;
    let mut letters = Vec::new();
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// How much an issue weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is published while it stands.
    Error,
    /// A person must give a reason before publishing.
    Warning,
    /// Only said.
    Notice,
}

/// Something to fill into a sentence.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Arg {
    /// As found in the file, or a name that is the same in both languages.
    Text(Box<str>),
    /// A name in both languages.
    Both(Text),
    /// A number with so many decimals.
    Number(f64, u8),
    /// A year, never grouped by thousands.
    Year(i32),
}

/// One thing to say of a file.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Issue {
    /// Where it is.
    pub at: CellRef,
    /// What it is.
    pub kind: IssueKind,
    /// What stands there, as found; may be empty.
    pub found: Box<str>,
    /// What the sentences of this kind need, in the order that the kind gives.
    pub args: Vec<Arg>,
}

impl Issue {
    /// An issue at a place.
    #[must_use]
    pub fn new(kind: IssueKind, at: CellRef, found: &str, args: Vec<Arg>) -> Self {
        Self {
            at,
            kind,
            found: found.into(),
            args,
        }
    }
}

macro_rules! kinds {
    ($($(#[doc = $doc:literal])+ $name:ident = $code:literal, $severity:ident;)+) => {
        /// What an issue is about. `args` names what [`Issue::args`] holds.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
        pub enum IssueKind {
            $($(#[doc = $doc])+ $name,)+
        }

        impl IssueKind {
            /// Every kind, in the order in which groups are shown.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// Its name in addresses, files and the API.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }

            /// How much it weighs.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity),+ }
            }
        }
    };
}

kinds! {
    // The file.
    /// The file is empty.
    EmptyFile = "empty-file", Error;
    /// Neither text nor a workbook that can be read. args: what it looks like.
    UnknownType = "unknown-type", Error;
    /// The workbook is broken. args: what the reader says (technical).
    NotReadable = "not-readable", Error;
    /// The workbook has a password.
    PasswordProtected = "password", Error;
    /// More than may be uploaded. args: limit in megabytes.
    FileTooLarge = "file-too-large", Error;
    /// More rows than may be uploaded. args: limit.
    TooManyRows = "too-many-rows", Error;
    /// A packed file that grows beyond all measure, or more cells than can be held. args: limit.
    TooManyCells = "too-many-cells", Error;
    /// Reading and understanding it takes too long. args: limit in seconds.
    ReadingTime = "reading-time", Error;
    /// Reading it takes too much memory. args: limit in megabytes.
    ReadingMemory = "reading-memory", Error;
    /// The process that read it came to an end over it. args: how (technical).
    ReaderEnded = "reader-ended", Error;
    /// Bytes that stand for no letter in the encoding. args: encoding's name.
    BrokenText = "broken-text", Error;
    /// The text was converted. args: encoding's name.
    Converted = "converted", Notice;
    /// Letters of a legacy font (TCVN3, VNI) were converted: check some names. args: encoding's name.
    LegacyFont = "legacy-font", Warning;
    /// The encoding cannot be told from the bytes alone. args: encoding taken.
    UnsureEncoding = "unsure-encoding", Warning;
    /// Letters were replaced by question marks when the file was saved: export it again.
    /// args: how many words.
    DamagedText = "damaged-text", Error;
    /// A PDF without a text layer: pages that were scanned. args: pages.
    ScannedPdf = "scanned-pdf", Error;
    /// A quote that is never closed.
    OpenQuote = "open-quote", Error;
    /// A row has more cells than the header. args: cells found, cells of the header.
    LongRow = "long-row", Error;
    /// A row has fewer cells than the header. args: cells found, cells of the header.
    ShortRow = "short-row", Warning;
    /// The separator was found out. args: its name.
    SeparatorFound = "separator", Notice;

    // The sheet and its table.
    /// The sheet that was chosen is not in the file. args: names of the sheets.
    NoSuchSheet = "no-such-sheet", Error;
    /// No table with provinces was found. args: what was looked for.
    NoTable = "no-table", Error;
    /// Several sheets could be meant: choose. args: their names.
    SeveralSheets = "several-sheets", Error;
    /// A sheet that was not taken holds another year. args: year there, year taken.
    OtherYearSheet = "other-year-sheet", Notice;
    /// A hidden sheet was not taken.
    HiddenSheet = "hidden-sheet", Notice;
    /// The header that was chosen is not there. args: rows of the sheet.
    NoSuchHeader = "no-such-header", Error;
    /// Rows above the header that were not read as figures (titles). args: how many.
    TitleRows = "title-rows", Notice;
    /// Rows that are no province's: totals, averages, minima, notes. args: how many.
    FootRows = "foot-rows", Notice;
    /// A second table below or beside the first was not read. args: its first row.
    SecondTable = "second-table", Notice;
    /// Merged cells were filled with the value of their first cell. args: how many.
    MergedCells = "merged-cells", Notice;
    /// A hidden row or column was read like the others. args: how many.
    HiddenCells = "hidden-cells", Notice;
    /// Cells below merged cells hold something that nobody sees; not read. args: how many.
    CoveredCells = "covered-cells", Notice;
    /// Footnote marks written as superscript were taken off the cells. args: how many.
    FootnoteMarks = "footnote-marks", Notice;

    // Columns.
    /// A column that nothing in the catalogue is called; not read. args: none.
    UnknownColumn = "unknown-column", Notice;
    /// A column that is probably meant for this field: confirm. args: the field's name.
    UnsureColumn = "unsure-column", Error;
    /// Two columns for the same field: choose one. args: field's name, the other column's name.
    TwoColumns = "two-columns", Error;
    /// The header says the same name twice. args: the other column.
    SameHeader = "same-header", Notice;
    /// There is no column of names of provinces.
    NoProvinceColumn = "no-province-column", Error;
    /// There is no column of values or ranks.
    NoValueColumn = "no-value-column", Error;
    /// A column without a single value. args: field's name.
    EmptyColumn = "empty-column", Warning;
    /// The component does not exist in that year; not read. args: component's name, year.
    ComponentNotInYear = "component-year", Warning;
    /// A name in a column of indicators or components that is not in the catalogue; not read. args: count of rows.
    UnknownItem = "unknown-item", Warning;

    // What it is about.
    /// The indicator is not clear: choose. args: none.
    NoIndicator = "no-indicator", Error;
    /// The table is of something that looks like the indicator: ministries, districts, communes,
    /// another index. args: what it looks like.
    LookAlike = "look-alike", Error;
    /// The file calls figures preliminary; that is noted with each. found: the heading or year. args: how many figures.
    Preliminary = "preliminary", Notice;
    /// The year is not clear: choose.
    NoYear = "no-year", Error;
    /// Only the name of the file says the year. found: that name. args: year.
    YearFromName = "year-from-name", Notice;
    /// The file speaks of another year than the one chosen. args: year in the file, year chosen.
    OtherYear = "other-year", Error;
    /// The catalogue has no method for the year. args: indicator, year.
    NoMethod = "no-method", Error;
    /// The source is not named: no figure without one.
    NoSource = "no-source", Error;

    // Provinces.
    /// No province is called so. args: none.
    UnknownProvince = "unknown-province", Error;
    /// A province is called nearly so: confirm. args: the nearest name(s).
    NearProvince = "near-province", Error;
    /// Several provinces are called so. args: their names.
    AmbiguousProvince = "ambiguous-province", Error;
    /// The province did not exist at that time. args: province, its dates, year.
    ProvinceNotThen = "province-time", Error;
    /// The code and the name are of different provinces. args: name's province, code's province.
    CodeDisagrees = "code-disagrees", Error;
    /// Provinces of 63 and of 34 in one table. args: example of each.
    MixedUnits = "mixed-units", Error;
    /// The name was matched through an alias or by folding. args: the province.
    MatchedName = "matched-name", Notice;
    /// The province has no row. args: province.
    AbsentProvince = "absent-province", Warning;

    // Values.
    /// Not a number. args: none.
    NotANumber = "not-a-number", Error;
    /// The number can be read in two ways: choose the decimal mark. args: as decimals, as thousands.
    AmbiguousNumber = "ambiguous-number", Error;
    /// Decimal commas and decimal points in one column. args: how many of the rarer.
    MixedDecimals = "mixed-decimals", Notice;
    /// An error of the spreadsheet such as `#REF!`.
    FormulaError = "formula-error", Error;
    /// A formula that was never calculated: the file has no value for it.
    UncalculatedFormula = "uncalculated-formula", Error;
    /// The spreadsheet made a date of a number.
    DateNotNumber = "date-not-number", Error;
    /// An empty cell where the others have a value. args: column's name.
    BlankValue = "blank-value", Warning;
    /// A mark for "no figure" (`-`, `N/A`, `KXĐ`, `KCDL`) was read as not published. args: none.
    NoFigureMark = "no-figure-mark", Notice;
    /// Outside the scale. args: lowest, highest.
    OutOfScale = "out-of-scale", Error;
    /// The denominator is not the maximum of the component. args: denominator, maximum.
    OtherDenominator = "other-denominator", Warning;
    /// Cells of a workbook shown as per cent (stored as 0.8667, shown as 86.67%) were read as
    /// they are shown. args: how many.
    PercentCells = "percent-cells", Notice;
    /// Fractions of 1 where per cent is expected: choose. args: largest value found.
    FractionNotPercent = "fraction-not-percent", Warning;
    /// Not a rank from 1 to the number ranked. args: number ranked.
    BadRank = "bad-rank", Error;
    /// A tier that the publisher has not. args: the publisher's tiers.
    UnknownTier = "unknown-tier", Warning;
    /// A count that is not a whole number.
    NotWhole = "not-whole", Error;
    /// Not a year or a moment. args: forms expected.
    BadYear = "bad-year", Error;

    // What does not fit together.
    /// The same figure twice with the same value: read once. args: cell of the first.
    DuplicateSame = "duplicate-same", Notice;
    /// The same figure twice with different values. args: first value, cell of the first.
    DuplicateDiffers = "duplicate-differs", Error;
    /// The parts do not add up to the total. args: sum, total, province.
    SumDiffers = "sum-differs", Warning;
    /// The rank does not fit the values. args: rank that the values give, province.
    RankDiffers = "rank-differs", Warning;
    /// A jump against the last year that stands far out. args: value before, year before, province.
    Jump = "jump", Warning;
    /// The values, or many of them, are those of another year in the current edition. args: that year.
    SameAsOtherYear = "same-as-other-year", Warning;
    /// A total of zero over parts that are not zero: a formula that was not computed. args: sum, total, province.
    ZeroTotal = "zero-total", Error;
    /// Half of a column or more is zero, and the component never was. args: component, zeros, values.
    ZeroColumn = "zero-column", Error;
    /// A zero where none was ever published. args: province, component.
    ZeroValue = "zero-value", Warning;
    /// One value fills the column, or much of it. args: component, how often, values, the value.
    SameValue = "same-value", Warning;
    /// Two rows have the same values in all columns. args: province, the other province.
    SameRow = "same-row", Warning;
    /// The median moved by more than any published year has, or the column is on another scale.
    /// args: component, median before, year before, median.
    LevelShift = "level-shift", Warning;
    /// The provinces are in another order than in the years around, by more than any published year.
    /// args: component, agreement (-1 to 1), least agreement published.
    OrderUnlike = "order-unlike", Warning;
    /// Two columns fit each other's published years far better than their own. args: the components.
    SwappedColumns = "swapped-columns", Warning;
    /// Moved by some rows, or turned around, the column would fit the years published and the other columns far
    /// better. args: component, agreement (-1 to 1), agreement when moved.
    RowsMoved = "rows-moved", Warning;
    /// The values rise or fall from row to row, and are unlike what is expected of these provinces.
    /// args: component, agreement (-1 to 1), usual agreement.
    SortedAlone = "sorted-alone", Warning;
    /// The order of the provinces follows neither from the years published nor from the other columns.
    /// args: component, agreement (-1 to 1), usual agreement.
    OrderUnexplained = "order-unexplained", Warning;
    /// No weights of the parts give the totals. args: total, number of parts, year.
    TotalUnexplained = "total-unexplained", Warning;
    /// Many values differ from those published for the same year. args: component, differing, compared, year.
    PublishedDiffers = "published-differs", Warning;
    /// The file has no figure where one is published. args: the published value, province.
    PublishedErased = "published-erased", Warning;
    /// More decimals than the rest of the column. args: decimals here, decimals of the column, province.
    OddDecimals = "odd-decimals", Warning;
    /// A column of values with unlike numbers of decimals. args: component, values with all decimals, values, decimals.
    UnevenDecimals = "uneven-decimals", Warning;
    /// Far from all other values of the column. args: lowest and highest of the others, province.
    FarFromOthers = "far-from-others", Warning;
    /// More issues of a kind than are listed. found: the kind's code. args: how many more.
    MoreIssues = "more-issues", Notice;
}

impl IssueKind {
    /// The kind with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|k| k.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_as_spreadsheets_name_them() {
        for (column, letters) in [(0, ""), (1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (703, "AAA")] {
            assert_eq!(column_letters(column), letters);
        }
        let at = |row, column| CellRef { sheet: 0, row, column }.name();
        assert_eq!(
            (at(14, 3), at(0, 3), at(14, 0)),
            ("C14".into(), "C".into(), "14".into())
        );
    }

    #[test]
    fn codes_are_unique() {
        for kind in IssueKind::ALL {
            assert_eq!(IssueKind::from_code(kind.code()), Some(*kind));
        }
    }
}
