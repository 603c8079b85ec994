//! Exports the figures of one edition as one long table, in formats for other programs. Each row is a row of the
//! edition's files, preceded by the indicator; the values computed by the publisher's rule follow, marked in
//! `value_origin`.

mod computed;
mod csv_file;
mod json_file;
mod parquet_file;
mod xlsx_file;

use domain::Snapshot;

pub(crate) use csv_file::escape_formula;
pub(crate) use xlsx_file::{ROWS, decimal_format, write_text};

use crate::{
    LoadError,
    cells::{integer, number},
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
    let mut problems = Problems::default();
    let catalogue = &snapshot.catalogue;
    let paths: Vec<(&str, String)> = catalogue
        .indicators()
        .map(|(_, indicator)| (indicator.slug.as_str(), format!("bundled/{}.csv", indicator.slug)))
        .filter(|(_, path)| files.get(path).is_some())
        .collect();
    let mut sheets: Vec<(&str, Sheet<'_>)> = paths
        .iter()
        .filter_map(|(slug, path)| Some((*slug, Sheet::read(files, path, &HEAD, &mut problems)?)))
        .collect();
    let computed = computed::files(snapshot);
    let paths: Vec<&str> = computed.iter().map(|(path, _)| path).collect();
    sheets.extend(paths.iter().filter_map(|path| {
        let slug = path.strip_suffix(".csv").unwrap_or(path);
        Some((slug, Sheet::read(&computed, path, &FIELDS, &mut problems)?))
    }));
    let table = Table { sheets, snapshot };
    table.check(&mut problems);
    if !problems.0.is_empty() {
        return Err(LoadError(problems.0).into());
    }
    match format {
        Format::Csv => csv_file::write(&table),
        Format::Xlsx => xlsx_file::write(&table),
        Format::Parquet => parquet_file::write(&table),
        Format::Json => json_file::write(&table),
    }
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

/// Returns the text of a cell. The files contain published values only and have no column for the value's origin.
fn cell<'s>(row: Row<'s, '_>, field: &str) -> &'s str {
    let content = row.get(field);
    if field == VALUE_ORIGIN && content.is_empty() && !row.get("value").is_empty() {
        return "published";
    }
    content
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
    /// Sheets by indicator.
    sheets: Vec<(&'a str, Sheet<'a>)>,
    snapshot: &'a Snapshot,
}

impl<'a> Table<'a> {
    /// Iterates over the rows with their indicators.
    fn rows(&self) -> impl Iterator<Item = (&'a str, Row<'_, 'a>)> {
        self.sheets
            .iter()
            .flat_map(|(slug, sheet)| sheet.rows().map(|row| (*slug, row)))
    }

    /// Returns the number of rows.
    fn len(&self) -> usize {
        self.sheets.iter().map(|(_, sheet)| sheet.len()).sum()
    }

    /// Checks that every numeric cell is a number, so that the writers can rely on it.
    fn check(&self, problems: &mut Problems) {
        for (_, row) in self.rows() {
            for field in HEAD {
                match kind(field) {
                    Kind::Number => drop(number(row, field, problems)),
                    Kind::Whole => drop(integer::<i32>(row, field, problems)),
                    Kind::Text => {}
                }
            }
        }
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
