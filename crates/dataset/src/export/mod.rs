//! The figures of one edition as one long table, in formats that other programs read.
//! A row is a row of the edition's files, with the indicator before it; after them come the
//! values that were computed by the publisher's rule, told apart by `value_origin`.

mod computed;
mod csv_file;
mod json_file;
mod parquet_file;
mod xlsx_file;

use domain::Snapshot;

pub(crate) use csv_file::harmless;
pub(crate) use xlsx_file::{ROWS, shown_with, text};

use crate::{
    LoadError,
    cells::{number, whole},
    figures::HEAD,
    files::Files,
    problem::Problems,
    sheet::{Line, Sheet},
};

/// A format of a file with figures.
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

    /// The end of a file's name; its name in addresses.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Parquet => "parquet",
            Self::Json => "json",
        }
    }

    /// The format with this ending.
    #[must_use]
    pub fn from_extension(extension: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|f| f.extension() == extension)
    }

    /// Its media type.
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

/// Why figures could not be exported.
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
        /// Ending of the file.
        format: &'static str,
        /// What the writer says.
        reason: String,
    },
}

/// The figures of an edition as a file. `files` are the edition's, `snapshot` is what was made of
/// them. The same edition gives the same bytes.
///
/// # Errors
/// Files that are not an edition's, or too many rows for a workbook.
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
    let own = computed::files(snapshot);
    let paths: Vec<&str> = own.iter().map(|(path, _)| path).collect();
    sheets.extend(paths.iter().filter_map(|path| {
        let slug = path.strip_suffix(".csv").unwrap_or(path);
        Some((slug, Sheet::read(&own, path, &FIELDS, &mut problems)?))
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

/// Columns of the export after the indicator: those of the files, and where the value comes from.
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

/// The text of a cell. The files hold published values only and have no column for it.
fn cell<'s>(row: Line<'s, '_>, field: &str) -> &'s str {
    let text = row.get(field);
    if field == VALUE_ORIGIN && text.is_empty() && !row.get("value").is_empty() {
        return "published";
    }
    text
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Text,
    Number,
    Whole,
}

/// What a column of the figures' files holds.
fn kind(field: &str) -> Kind {
    match field {
        "value" | "of" | "low" | "high" | "se" => Kind::Number,
        "year" | "rank" | "rank_of" => Kind::Whole,
        _ => Kind::Text,
    }
}

/// The long table.
struct Table<'a> {
    /// Files by indicator.
    sheets: Vec<(&'a str, Sheet<'a>)>,
    snapshot: &'a Snapshot,
}

impl<'a> Table<'a> {
    /// Rows with their indicators.
    fn rows(&self) -> impl Iterator<Item = (&'a str, Line<'_, 'a>)> {
        self.sheets
            .iter()
            .flat_map(|(slug, sheet)| sheet.rows().map(|row| (*slug, row)))
    }

    /// Number of rows.
    fn len(&self) -> usize {
        self.sheets.iter().map(|(_, sheet)| sheet.len()).sum()
    }

    /// Every number is one, so that writers need not ask.
    fn check(&self, problems: &mut Problems) {
        for (_, row) in self.rows() {
            for field in HEAD {
                match kind(field) {
                    Kind::Number => drop(number(row, field, problems)),
                    Kind::Whole => drop(whole::<i32>(row, field, problems)),
                    Kind::Text => {}
                }
            }
        }
    }
}

/// A number of a row that was checked.
fn number_of(text: &str) -> Option<f64> {
    text.parse().ok()
}

/// Decimals that a number was given with.
pub(crate) fn decimals(text: &str) -> usize {
    text.split_once('.').map_or(0, |(_, fraction)| fraction.len())
}

pub(crate) fn not_written(format: Format, reason: impl std::fmt::Display) -> ExportError {
    ExportError::NotWritten {
        format: format.extension(),
        reason: reason.to_string(),
    }
}
