//! Issues with an uploaded file. An issue has a kind and arguments; its message is formatted where the language is
//! known.

use crate::Text;

/// A position in a file. Rows and columns count from 1 as spreadsheets show them; 0 means the whole sheet, row or
/// column.
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
    /// Returns the cell's name in a spreadsheet, such as `C14`; only `C` for a whole column and `14` for a whole row.
    #[must_use]
    pub fn name(self) -> String {
        let letters = column_letters(self.column);
        match self.row {
            0 => letters,
            row => format!("{letters}{row}"),
        }
    }
}

/// Returns the name of a column in spreadsheets: `A` for 1, `AA` for 27; empty for 0.
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

/// The severity of an issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Blocks publishing.
    Error,
    /// Requires a reason before publishing.
    Warning,
    /// For information only.
    Notice,
}

/// An argument of a message.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Arg {
    /// As found in the file, or a name that is the same in both languages.
    Text(Box<str>),
    /// A name in both languages.
    Both(Text),
    /// A number with this number of decimals.
    Number(f64, u8),
    /// A year, never formatted with a thousands separator.
    Year(i32),
}

/// One issue with a file.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Issue {
    /// Its position.
    pub at: CellRef,
    /// What it is.
    pub kind: IssueKind,
    /// The content there, as found; may be empty.
    pub found: Box<str>,
    /// The arguments of the message, in the order documented for the kind.
    pub args: Vec<Arg>,
}

impl Issue {
    /// Creates an issue at a position.
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
        /// The kind of an issue. "args" in the descriptions lists the content of [`Issue::args`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
        pub enum IssueKind {
            $($(#[doc = $doc])+ $name,)+
        }

        impl IssueKind {
            /// All kinds, in the order in which they are shown.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// Returns its name in URLs, files and the API.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }

            /// Returns its severity.
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
    /// Neither text nor a supported workbook. args: what it looks like.
    UnknownType = "unknown-type", Error;
    /// The workbook is corrupt. args: error message of the parser (technical).
    NotReadable = "not-readable", Error;
    /// The workbook is protected by a password.
    PasswordProtected = "password", Error;
    /// The file exceeds the size limit for uploads. args: limit in megabytes.
    FileTooLarge = "file-too-large", Error;
    /// The file exceeds the limit of rows. args: limit.
    TooManyRows = "too-many-rows", Error;
    /// A decompression bomb, or more cells than the limit. args: limit.
    TooManyCells = "too-many-cells", Error;
    /// Parsing takes too long. args: limit in seconds.
    ReadingTime = "reading-time", Error;
    /// Parsing takes too much memory. args: limit in megabytes.
    ReadingMemory = "reading-memory", Error;
    /// The parser process terminated unexpectedly. args: how (technical).
    ReaderEnded = "reader-ended", Error;
    /// Bytes that are not valid in the encoding. args: encoding's name.
    BrokenText = "broken-text", Error;
    /// The text was converted. args: encoding's name.
    Converted = "converted", Notice;
    /// Text in a legacy encoding (TCVN3, VNI) was converted: check some names. args: encoding's name.
    LegacyFont = "legacy-font", Warning;
    /// The encoding cannot be determined from the bytes alone. args: encoding assumed.
    UnsureEncoding = "unsure-encoding", Warning;
    /// Characters were replaced by question marks when the file was saved: export it again.
    /// args: number of words.
    DamagedText = "damaged-text", Error;
    /// A PDF with scanned pages and no text layer. args: pages.
    ScannedPdf = "scanned-pdf", Error;
    /// An unterminated quoted field.
    OpenQuote = "open-quote", Error;
    /// A row has more cells than the header. args: cells found, cells of the header.
    LongRow = "long-row", Error;
    /// A row has fewer cells than the header. args: cells found, cells of the header.
    ShortRow = "short-row", Warning;
    /// The separator was detected. args: its name.
    SeparatorFound = "separator", Notice;

    // The sheet and its table.
    /// The chosen sheet is not in the file. args: names of the sheets.
    NoSuchSheet = "no-such-sheet", Error;
    /// No table with provinces was found. args: what was expected.
    NoTable = "no-table", Error;
    /// Several sheets are possible: the user must choose. args: their names.
    SeveralSheets = "several-sheets", Error;
    /// A sheet that was not imported has another year. args: its year, the imported year.
    OtherYearSheet = "other-year-sheet", Notice;
    /// A hidden sheet was not imported.
    HiddenSheet = "hidden-sheet", Notice;
    /// The chosen header row does not exist. args: rows of the sheet.
    NoSuchHeader = "no-such-header", Error;
    /// Rows above the header (titles) were not imported. args: number of rows.
    TitleRows = "title-rows", Notice;
    /// Rows that are not for provinces: totals, averages, minima, notes. args: number of rows.
    FootRows = "foot-rows", Notice;
    /// A second table below or next to the first was not imported. args: its first row.
    SecondTable = "second-table", Notice;
    /// Merged cells were filled with the value of their first cell. args: number of cells.
    MergedCells = "merged-cells", Notice;
    /// Hidden rows or columns were imported like the others. args: how many.
    HiddenCells = "hidden-cells", Notice;
    /// Invisible content of cells covered by merged cells was not imported. args: number of cells.
    CoveredCells = "covered-cells", Notice;
    /// Superscript footnote marks were removed from cells. args: number of cells.
    FootnoteMarks = "footnote-marks", Notice;

    // Columns.
    /// The column's name is not in the catalogue; not imported. args: none.
    UnknownColumn = "unknown-column", Notice;
    /// The column is probably for this field: the user must confirm. args: the field's name.
    UnsureColumn = "unsure-column", Error;
    /// Two columns for the same field: the user must choose one. args: field's name, the other column's name.
    TwoColumns = "two-columns", Error;
    /// Two columns have the same header. args: the other column.
    SameHeader = "same-header", Notice;
    /// There is no column with names of provinces.
    NoProvinceColumn = "no-province-column", Error;
    /// There is no column with values or ranks.
    NoValueColumn = "no-value-column", Error;
    /// A column without a single value. args: field's name.
    EmptyColumn = "empty-column", Warning;
    /// The component does not exist in that year; not imported. args: component's name, year.
    ComponentNotInYear = "component-year", Warning;
    /// A name in a column of indicators or components is not in the catalogue; not imported. args: number of rows.
    UnknownItem = "unknown-item", Warning;

    // Indicator, year and source.
    /// The indicator is not clear: the user must choose. args: none.
    NoIndicator = "no-indicator", Error;
    /// The table is for something similar to the indicator: ministries, districts, communes,
    /// another index. args: what it looks like.
    LookAlike = "look-alike", Error;
    /// The file marks figures as preliminary; each gets a note. found: the heading or year. args: number of figures.
    Preliminary = "preliminary", Notice;
    /// The year is not clear: the user must choose.
    NoYear = "no-year", Error;
    /// The year was taken from the file name. found: that name. args: year.
    YearFromName = "year-from-name", Notice;
    /// The file is for a different year than the chosen one. args: year in the file, chosen year.
    OtherYear = "other-year", Error;
    /// The catalogue has no method for the year. args: indicator, year.
    NoMethod = "no-method", Error;
    /// The source is missing: every figure needs one.
    NoSource = "no-source", Error;

    // Provinces.
    /// No province has this name. args: none.
    UnknownProvince = "unknown-province", Error;
    /// A province has a similar name: the user must confirm. args: the nearest name(s).
    NearProvince = "near-province", Error;
    /// Several provinces have this name. args: their names.
    AmbiguousProvince = "ambiguous-province", Error;
    /// The province did not exist at that time. args: province, its dates, year.
    ProvinceNotThen = "province-time", Error;
    /// The code and the name belong to different provinces. args: name's province, code's province.
    CodeDisagrees = "code-disagrees", Error;
    /// Provinces of both lists (63 and 34) in one table. args: example of each.
    MixedUnits = "mixed-units", Error;
    /// The name was matched through an alias or by folding. args: the province.
    MatchedName = "matched-name", Notice;
    /// The province has no row. args: province.
    AbsentProvince = "absent-province", Warning;

    // Values.
    /// Not a number. args: none.
    NotANumber = "not-a-number", Error;
    /// The number is ambiguous: the user must choose the decimal mark. args: as decimals, as thousands.
    AmbiguousNumber = "ambiguous-number", Error;
    /// Decimal commas and decimal points in one column. args: number of the rarer ones.
    MixedDecimals = "mixed-decimals", Notice;
    /// A spreadsheet error such as `#REF!`.
    FormulaError = "formula-error", Error;
    /// A formula that was never calculated: the file has no value for it.
    UncalculatedFormula = "uncalculated-formula", Error;
    /// The spreadsheet converted a number to a date.
    DateNotNumber = "date-not-number", Error;
    /// An empty cell where the others have a value. args: column's name.
    BlankValue = "blank-value", Warning;
    /// A placeholder for "no figure" (`-`, `N/A`, `KXĐ`, `KCDL`) was imported as not published. args: none.
    NoFigureMark = "no-figure-mark", Notice;
    /// Outside the scale. args: lowest, highest.
    OutOfScale = "out-of-scale", Error;
    /// The denominator is not the maximum of the component. args: denominator, maximum.
    OtherDenominator = "other-denominator", Warning;
    /// Cells with a percentage format (stored as 0.8667, shown as 86.67%) were imported as
    /// shown. args: number of cells.
    PercentCells = "percent-cells", Notice;
    /// Fractions of 1 where percentages are expected: the user must choose. args: largest value found.
    FractionNotPercent = "fraction-not-percent", Warning;
    /// Not a rank from 1 to the number of ranked places. args: that number.
    BadRank = "bad-rank", Error;
    /// Not one of the publisher's tiers. args: the publisher's tiers.
    UnknownTier = "unknown-tier", Warning;
    /// A count that is not a whole number.
    NotWhole = "not-whole", Error;
    /// Not a year or a moment. args: expected formats.
    BadYear = "bad-year", Error;

    // Consistency.
    /// A duplicate figure with the same value: imported once. args: cell of the first.
    DuplicateSame = "duplicate-same", Notice;
    /// A duplicate figure with a different value. args: first value, cell of the first.
    DuplicateDiffers = "duplicate-differs", Error;
    /// The parts do not add up to the total. args: sum, total, province.
    SumDiffers = "sum-differs", Warning;
    /// The rank contradicts the values. args: rank by the values, province.
    RankDiffers = "rank-differs", Warning;
    /// An exceptionally large change since the last year. args: earlier value, earlier year, province.
    Jump = "jump", Warning;
    /// All or many values equal those of another year in the current edition. args: that year.
    SameAsOtherYear = "same-as-other-year", Warning;
    /// A total of zero with parts that are not zero: a formula that was not calculated. args: sum, total, province.
    ZeroTotal = "zero-total", Error;
    /// At least half of a column is zero, but no published value of the component is. args: component, zeros, values.
    ZeroColumn = "zero-column", Error;
    /// A zero in a component that never had one. args: province, component.
    ZeroValue = "zero-value", Warning;
    /// One value occurs in all or much of the column. args: component, number of occurrences, values, the value.
    SameValue = "same-value", Warning;
    /// Two rows have the same values in all columns. args: province, the other province.
    SameRow = "same-row", Warning;
    /// The median changed by more than in any published year, or the column has another scale.
    /// args: component, earlier median, earlier year, median.
    LevelShift = "level-shift", Warning;
    /// The order of provinces differs from that in adjacent years by more than in any published year.
    /// args: component, agreement (-1 to 1), lowest published agreement.
    OrderUnlike = "order-unlike", Warning;
    /// Two columns match each other's published years far better than their own. args: the components.
    SwappedColumns = "swapped-columns", Warning;
    /// If shifted by some rows or reversed, the column would match the published years and the other columns far
    /// better. args: component, agreement (-1 to 1), agreement if moved.
    RowsMoved = "rows-moved", Warning;
    /// The values rise or fall from row to row and do not match the expected ones of these provinces.
    /// args: component, agreement (-1 to 1), usual agreement.
    SortedAlone = "sorted-alone", Warning;
    /// The order of provinces matches neither the published years nor the other columns.
    /// args: component, agreement (-1 to 1), usual agreement.
    OrderUnexplained = "order-unexplained", Warning;
    /// No weights of the parts reproduce the totals. args: total, number of parts, year.
    TotalUnexplained = "total-unexplained", Warning;
    /// Many values differ from those published for the same year. args: component, differing, compared, year.
    PublishedDiffers = "published-differs", Warning;
    /// The file has no figure where there is a published one. args: the published value, province.
    PublishedErased = "published-erased", Warning;
    /// More decimals than the rest of the column. args: decimals here, decimals of the column, province.
    OddDecimals = "odd-decimals", Warning;
    /// Values of a column have different numbers of decimals.
    /// args: component, values with all decimals, values, decimals.
    UnevenDecimals = "uneven-decimals", Warning;
    /// An outlier in the column. args: lowest and highest of the others, province.
    FarFromOthers = "far-from-others", Warning;
    /// There are more issues of a kind than are listed. found: the kind's code. args: number of further issues.
    MoreIssues = "more-issues", Notice;
}

impl IssueKind {
    /// Returns the kind with this code. `None` if there is none.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|k| k.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_in_spreadsheets() {
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
