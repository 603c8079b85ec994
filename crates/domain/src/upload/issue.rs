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
    /// The number of a row, never formatted with a thousands separator.
    Row(u32),
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
    ($($(#[doc = $doc:literal])+ $name:ident = $code:literal, $severity:ident $(, [$($argument:ident),+])?;)+) => {
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

            /// Returns the names of [`Issue::args`], in their order. If there are more arguments than names, the last
            /// name is that of a list.
            #[must_use]
            pub const fn arguments(self) -> &'static [&'static str] {
                match self { $(Self::$name => &[$($(stringify!($argument)),+)?]),+ }
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
    UnknownType = "unknown-type", Error, [file_kind];
    /// The workbook is corrupt. args: error message of the parser (technical).
    NotReadable = "not-readable", Error, [detail];
    /// The workbook is protected by a password.
    PasswordProtected = "password", Error;
    /// The file exceeds the size limit for uploads. args: limit in megabytes.
    FileTooLarge = "file-too-large", Error, [megabytes];
    /// The file exceeds the limit of rows. args: limit.
    TooManyRows = "too-many-rows", Error, [limit];
    /// A decompression bomb, or more cells than the limit. args: limit.
    TooManyCells = "too-many-cells", Error, [limit];
    /// Parsing takes too long. args: limit in seconds.
    ReadingTime = "reading-time", Error, [seconds];
    /// Parsing takes too much memory. args: limit in megabytes.
    ReadingMemory = "reading-memory", Error, [megabytes];
    /// The parser process terminated unexpectedly. args: how (technical).
    ReaderEnded = "reader-ended", Error, [detail];
    /// Bytes that are not valid in the encoding. args: encoding's name.
    BrokenText = "broken-text", Error, [encoding];
    /// The text was converted. args: encoding's name.
    Converted = "converted", Notice, [encoding];
    /// Text in a legacy encoding (TCVN3, VNI) was converted: check some names. args: encoding's name.
    LegacyFont = "legacy-font", Warning, [encoding];
    /// The encoding cannot be determined from the bytes alone. args: encoding assumed.
    UnsureEncoding = "unsure-encoding", Warning, [encoding];
    /// Characters were replaced by question marks when the file was saved: export it again.
    /// args: number of words.
    DamagedText = "damaged-text", Error, [words];
    /// A PDF with scanned pages and no text layer. args: pages.
    ScannedPdf = "scanned-pdf", Error, [pages];
    /// An unterminated quoted field.
    OpenQuote = "open-quote", Error;
    /// A row has more cells than the header. args: cells found, cells of the header.
    LongRow = "long-row", Error, [cells, expected];
    /// A row has fewer cells than the header. args: cells found, cells of the header.
    ShortRow = "short-row", Warning, [cells, expected];
    /// The separator was detected. args: its name.
    SeparatorFound = "separator", Notice, [separator];

    // The sheet and its table.
    /// The chosen sheet is not in the file. args: names of the sheets.
    NoSuchSheet = "no-such-sheet", Error, [sheets];
    /// No table with provinces was found. args: what was expected.
    NoTable = "no-table", Error;
    /// Several sheets are possible: the user must choose. args: their names.
    SeveralSheets = "several-sheets", Error, [sheets];
    /// A sheet that was not imported has another year. args: its year, the imported year.
    OtherYearSheet = "other-year-sheet", Notice, [year, year_imported];
    /// A hidden sheet was not imported.
    HiddenSheet = "hidden-sheet", Notice;
    /// The chosen header row does not exist. args: rows of the sheet.
    NoSuchHeader = "no-such-header", Error, [last_row];
    /// Rows above the header (titles) were not imported. args: number of rows.
    TitleRows = "title-rows", Notice, [rows];
    /// Rows that are not for provinces: totals, averages, minima, notes. args: number of rows.
    FootRows = "foot-rows", Notice, [rows];
    /// A second table below or next to the first was not imported. args: its first row.
    SecondTable = "second-table", Notice, [first_row];
    /// Merged cells were filled with the value of their first cell. args: number of cells.
    MergedCells = "merged-cells", Notice, [cells];
    /// Hidden rows or columns were imported like the others. args: how many.
    HiddenCells = "hidden-cells", Notice, [count];
    /// Invisible content of cells covered by merged cells was not imported. args: number of cells.
    CoveredCells = "covered-cells", Notice, [cells];
    /// Superscript footnote marks were removed from cells. args: number of cells.
    FootnoteMarks = "footnote-marks", Notice, [cells];

    // Columns.
    /// The column's name is not in the catalogue; not imported. args: none.
    UnknownColumn = "unknown-column", Notice;
    /// The column is probably for this field: the user must confirm. args: the field's name.
    UnsureColumn = "unsure-column", Error, [field];
    /// Two columns for the same field: the user must choose one. args: field's name, the other column's name.
    TwoColumns = "two-columns", Error, [field, column];
    /// Two columns have the same header. args: the other column.
    SameHeader = "same-header", Notice, [column];
    /// There is no column with names of provinces.
    NoProvinceColumn = "no-province-column", Error;
    /// There is no column with values or ranks.
    NoValueColumn = "no-value-column", Error;
    /// A column without a single value. args: field's name.
    EmptyColumn = "empty-column", Warning, [field];
    /// The component does not exist in that year; not imported. args: component's name, year.
    ComponentNotInYear = "component-year", Warning, [component, year];
    /// A name in a column of indicators or components is not in the catalogue; not imported. args: number of rows.
    UnknownItem = "unknown-item", Warning, [rows];

    // Indicator, year and source.
    /// The indicator is not clear: the user must choose. args: none.
    NoIndicator = "no-indicator", Error;
    /// The table is for something similar to the indicator: ministries, districts, communes,
    /// another index. args: what it looks like.
    LookAlike = "look-alike", Error, [looks_like];
    /// The file marks figures as preliminary; each gets a note. found: the heading or year. args: number of figures.
    Preliminary = "preliminary", Notice, [figures];
    /// The year is not clear: the user must choose.
    NoYear = "no-year", Error;
    /// The year was taken from the file name. found: that name. args: year.
    YearFromName = "year-from-name", Notice, [year];
    /// The file is for a different year than the chosen one. args: year in the file, chosen year.
    OtherYear = "other-year", Error, [year, year_chosen];
    /// The catalogue has no method for the year. args: indicator, year.
    NoMethod = "no-method", Error, [indicator, year];
    /// The source is missing: every figure needs one.
    NoSource = "no-source", Error;

    // Provinces.
    /// No province has this name. args: none.
    UnknownProvince = "unknown-province", Error;
    /// A province has a similar name: the user must confirm. args: the nearest name(s).
    NearProvince = "near-province", Error, [provinces];
    /// Several provinces have this name. args: their names.
    AmbiguousProvince = "ambiguous-province", Error, [provinces];
    /// The province did not exist at that time. args: province, its dates, year.
    ProvinceNotThen = "province-time", Error, [province, dates, year];
    /// The code and the name belong to different provinces. args: name's province, code's province.
    CodeDisagrees = "code-disagrees", Error, [province_of_name, province_of_code];
    /// Provinces of both lists (63 and 34) in one table. args: example of each.
    MixedUnits = "mixed-units", Error, [province_before, province_since];
    /// The name was matched through an alias or by folding. args: the province.
    MatchedName = "matched-name", Notice, [province];
    /// The province has no row. args: province.
    AbsentProvince = "absent-province", Warning, [province];

    // Values.
    /// Not a number. args: none.
    NotANumber = "not-a-number", Error;
    /// The number is ambiguous: the user must choose the decimal mark. args: as decimals, as thousands.
    AmbiguousNumber = "ambiguous-number", Error, [as_decimals, as_thousands];
    /// Decimal commas and decimal points in one column. args: number of the rarer ones.
    MixedDecimals = "mixed-decimals", Notice, [cells];
    /// A spreadsheet error such as `#REF!`.
    FormulaError = "formula-error", Error;
    /// A formula that was never calculated: the file has no value for it.
    UncalculatedFormula = "uncalculated-formula", Error;
    /// The spreadsheet converted a number to a date.
    DateNotNumber = "date-not-number", Error;
    /// An empty cell where the others have a value. args: column's name.
    BlankValue = "blank-value", Warning, [column];
    /// A placeholder for "no figure" (`-`, `N/A`, `KXĐ`, `KCDL`) was imported as not published. args: none.
    NoFigureMark = "no-figure-mark", Notice;
    /// Outside the scale. args: lowest, highest.
    OutOfScale = "out-of-scale", Error, [lowest, highest];
    /// The denominator is not the maximum of the component. args: denominator, maximum.
    OtherDenominator = "other-denominator", Warning, [denominator, maximum];
    /// Cells with a percentage format (stored as 0.8667, shown as 86.67%) were imported as
    /// shown. args: number of cells.
    PercentCells = "percent-cells", Notice, [cells];
    /// Fractions of 1 where percentages are expected: the user must choose. args: largest value found.
    FractionNotPercent = "fraction-not-percent", Warning, [largest];
    /// Not a rank from 1 to the number of ranked places. args: that number.
    BadRank = "bad-rank", Error, [ranked];
    /// Not one of the publisher's tiers. args: the publisher's tiers.
    UnknownTier = "unknown-tier", Warning, [tiers];
    /// A count that is not a whole number.
    NotWhole = "not-whole", Error;
    /// Not a year or a moment. args: expected formats.
    BadYear = "bad-year", Error, [formats];

    // Consistency.
    /// A duplicate figure with the same value: imported once. args: cell of the first.
    DuplicateSame = "duplicate-same", Notice, [first_cell];
    /// A duplicate figure with a different value. args: first value, cell of the first.
    DuplicateDiffers = "duplicate-differs", Error, [first_value, first_cell];
    /// The parts do not add up to the total. args: sum, total, province.
    SumDiffers = "sum-differs", Warning, [sum, total, province];
    /// The rank contradicts the values. args: rank by the values, province.
    RankDiffers = "rank-differs", Warning, [rank, province];
    /// An exceptionally large change since the last year. args: earlier value, earlier year, province.
    Jump = "jump", Warning, [value_before, year_before, province];
    /// All or many values equal those of another year in the current edition. args: that year.
    SameAsOtherYear = "same-as-other-year", Warning, [year];
    /// A total of zero with parts that are not zero: a formula that was not calculated. args: sum, total, province.
    ZeroTotal = "zero-total", Error, [sum, total, province];
    /// At least half of a column is zero, but no published value of the component is. args: component, zeros, values.
    ZeroColumn = "zero-column", Error, [component, zeros, values];
    /// A zero in a component that never had one. args: province, component.
    ZeroValue = "zero-value", Warning, [province, component];
    /// One value occurs in all or much of the column. args: component, number of occurrences, values, the value.
    SameValue = "same-value", Warning, [component, occurrences, values, value];
    /// Two rows have the same values in all columns. args: province, the other province.
    SameRow = "same-row", Warning, [province, other_province];
    /// The median changed by more than in any published year, or the column has another scale.
    /// args: component, earlier median, earlier year, median.
    LevelShift = "level-shift", Warning, [component, median_before, year_before, median];
    /// The order of provinces differs from that in adjacent years by more than in any published year.
    /// args: component, agreement (-1 to 1), lowest published agreement.
    OrderUnlike = "order-unlike", Warning, [component, agreement, lowest_agreement];
    /// Two columns match each other's published years far better than their own. args: the components.
    SwappedColumns = "swapped-columns", Warning, [component, other_component];
    /// If shifted by some rows or reversed, the column would match the published years and the other columns far
    /// better. args: component, agreement (-1 to 1), agreement if moved.
    RowsMoved = "rows-moved", Warning, [component, agreement, agreement_moved];
    /// The values rise or fall from row to row and do not match the expected ones of these provinces.
    /// args: component, agreement (-1 to 1), usual agreement.
    SortedAlone = "sorted-alone", Warning, [component, agreement, usual_agreement];
    /// The order of provinces matches neither the published years nor the other columns.
    /// args: component, agreement (-1 to 1), usual agreement.
    OrderUnexplained = "order-unexplained", Warning, [component, agreement, usual_agreement];
    /// No weights of the parts reproduce the totals. args: total, number of parts, year.
    TotalUnexplained = "total-unexplained", Warning, [total, parts, year];
    /// Many values differ from those published for the same year. args: component, differing, compared, year.
    PublishedDiffers = "published-differs", Warning, [component, differing, compared, year];
    /// The file has no figure where there is a published one. args: the published value, province.
    PublishedErased = "published-erased", Warning, [value, province];
    /// More decimals than the rest of the column. args: decimals here, decimals of the column, province.
    OddDecimals = "odd-decimals", Warning, [decimals, usual_decimals, province];
    /// Values of a column have different numbers of decimals.
    /// args: component, values with all decimals, values, decimals.
    UnevenDecimals = "uneven-decimals", Warning, [component, full, values, decimals];
    /// An outlier in the column. args: lowest and highest of the others, province.
    FarFromOthers = "far-from-others", Warning, [lowest, highest, province];
    /// There are more issues of a kind than are listed. found: the kind's code. args: number of further issues.
    MoreIssues = "more-issues", Notice, [count];
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
