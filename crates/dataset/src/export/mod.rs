//! Exports the figures of one edition as one long table, in formats for other programs. Each row is a row of the
//! edition's files, preceded by the indicator; the values computed by the publisher's rule follow, marked in
//! `value_origin`.

mod computed;
mod csv_file;
mod json_file;
mod parquet_file;
mod xlsx_file;

use std::io::Write;

use domain::{Snapshot, data_table::WORKSHEET_ROWS};

pub(crate) use csv_file::escape_formula;
pub(crate) use xlsx_file::{decimal_format, write_text};

use crate::{
    LoadError,
    figures::HEAD,
    files::Files,
    problem::Problems,
    sheet::{Row, Sheet},
};

/// The format of an exported file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Comma-separated, UTF-8 with a byte order mark, which Excel needs for Vietnamese.
    Csv,
    /// A workbook with the sheets `figures`, `sources` and `readme`.
    Xlsx,
    /// Typed columns, for programs.
    Parquet,
    /// One object: `edition`, `indicators`, `sources`, `figures`.
    Json,
}

impl Format {
    /// All formats, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Csv, Self::Xlsx, Self::Parquet, Self::Json];

    /// Returns the file name extension, which also names the format in addresses.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Parquet => "parquet",
            Self::Json => "json",
        }
    }

    /// Returns the format with this extension; `None` if there is none.
    #[must_use]
    pub fn from_extension(extension: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|f| f.extension() == extension)
    }

    /// Returns the media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Parquet => "application/vnd.apache.parquet",
            Self::Json => "application/json",
        }
    }
}

/// The error of an export.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The files are not those of an edition.
    #[error(transparent)]
    Files(#[from] LoadError),
    /// More rows than a workbook can hold.
    #[error("{0} rows do not fit into a sheet of a workbook; choose another format")]
    TooManyRows(usize),
    /// The file could not be written.
    #[error("the {format} file could not be written: {reason}")]
    NotWritten {
        /// Extension of the file.
        format: &'static str,
        /// The writer's error message.
        reason: String,
    },
}

/// Returns the figures of an edition as a file. `files` are the edition's files, and `snapshot` was built from them.
/// The same edition always yields the same bytes.
///
/// # Errors
/// If the files are not an edition's, or there are too many rows for a workbook.
pub fn export(files: &Files, snapshot: &Snapshot, format: Format) -> Result<Vec<u8>, ExportError> {
    let mut out = Vec::new();
    export_to(files, snapshot, format, &mut out)?;
    Ok(out)
}

/// Writes the same, one file of the edition after the other. Except for a workbook, which is complete before it is
/// written, no more than one file is in memory in another form.
///
/// # Errors
/// As [`export`]; some of the file may have been written.
pub fn export_to(
    files: &Files,
    snapshot: &Snapshot,
    format: Format,
    out: impl Write + Send,
) -> Result<(), ExportError> {
    check_size(snapshot, format)?;
    let computed = computed::files(snapshot);
    let table = Table::new(snapshot, files, &computed);
    match format {
        Format::Csv => csv_file::write(&table, out),
        Format::Xlsx => xlsx_file::write(&table, out),
        Format::Parquet => parquet_file::write(&table, out),
        Format::Json => json_file::write(&table, out),
    }
}

/// Checks that a format has room for all figures of an edition.
///
/// # Errors
/// [`ExportError::TooManyRows`] for a workbook.
pub fn check_size(snapshot: &Snapshot, format: Format) -> Result<(), ExportError> {
    let rows = rows(snapshot);
    if format == Format::Xlsx && rows >= WORKSHEET_ROWS {
        return Err(ExportError::TooManyRows(rows));
    }
    Ok(())
}

/// Returns the number of rows of all files and of the computed values.
fn rows(snapshot: &Snapshot) -> usize {
    let computed = snapshot.figures.iter().filter(|figure| computed::is_row(figure));
    snapshot.edition.rows + computed.count()
}

/// Columns of the export after the indicator: those of the files, and the origin of the value.
const FIELDS: [&str; HEAD.len() + 1] = {
    let mut fields = [VALUE_ORIGIN; HEAD.len() + 1];
    let mut at = 0;
    while at < HEAD.len() {
        fields[at] = HEAD[at];
        at += 1;
    }
    fields
};
const VALUE_ORIGIN: &str = "value_origin";

/// Position of the value among the columns.
const VALUE: usize = 4;

/// Returns the texts of a row in the order of [`FIELDS`]. The files contain published values only and have no column for
/// the value's origin.
fn cells<'s>(row: Row<'s, '_>) -> [&'s str; FIELDS.len()] {
    let mut cells = [""; FIELDS.len()];
    for (at, cell) in cells.iter_mut().enumerate() {
        *cell = row.at(at);
    }
    let [.., origin] = &mut cells;
    if origin.is_empty() && !row.at(VALUE).is_empty() {
        *origin = "published";
    }
    cells
}

/// The type of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Text,
    Number,
    Whole,
}

/// Returns the type of a column of the figures' files.
fn kind(field: &str) -> Kind {
    match field {
        "value" | "of" | "low" | "high" | "se" => Kind::Number,
        "year" | "rank" | "rank_of" => Kind::Whole,
        _ => Kind::Text,
    }
}

/// The long table.
struct Table<'a> {
    snapshot: &'a Snapshot,
    /// Indicators with their files, in order: what was published, then what follows from it.
    parts: Vec<Part<'a>>,
}

struct Part<'a> {
    indicator: &'a str,
    files: &'a Files,
    path: String,
    columns: &'static [&'static str],
}

impl<'a> Table<'a> {
    fn new(snapshot: &'a Snapshot, published: &'a Files, computed: &'a Files) -> Self {
        let parts = |files: &'a Files, folder: &'static str, columns: &'static [&'static str]| {
            let indicators = snapshot.catalogue.indicators();
            let parts = indicators.map(move |(_, indicator)| Part {
                indicator: &indicator.slug,
                files,
                path: format!("{folder}{}.csv", indicator.slug),
                columns,
            });
            parts.filter(|part| part.files.get(&part.path).is_some())
        };
        let parts = parts(published, "bundled/", &HEAD).chain(parts(computed, "", &FIELDS));
        Self {
            snapshot,
            parts: parts.collect(),
        }
    }

    /// Iterates over the rows of one indicator at a time.
    fn sheets(&self) -> impl Iterator<Item = Result<(&'a str, Sheet<'_>), ExportError>> {
        self.parts.iter().map(|part| {
            let mut problems = Problems::default();
            let sheet = Sheet::read(part.files, &part.path, part.columns, &mut problems);
            let sheet = sheet.ok_or_else(|| ExportError::from(LoadError(problems.0)))?;
            Ok((part.indicator, sheet))
        })
    }

    /// Returns the number of rows.
    fn len(&self) -> usize {
        rows(self.snapshot)
    }
}

/// Parses a number of a validated row; `None` if the cell is empty.
fn parse_number(text: &str) -> Option<f64> {
    text.parse().ok()
}

/// Returns the number of decimals in which a number is written.
pub(crate) fn decimals(text: &str) -> usize {
    text.split_once('.').map_or(0, |(_, fraction)| fraction.len())
}

pub(crate) fn write_error(format: Format, reason: impl std::fmt::Display) -> ExportError {
    ExportError::NotWritten {
        format: format.extension(),
        reason: reason.to_string(),
    }
}
