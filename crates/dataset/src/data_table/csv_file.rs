//! CSV: a byte order mark, labels as header, and line endings as in RFC 4180. Notes on the table are in separate files,
//! because every line here has a cell for every column.

use std::borrow::Cow;

use csv::{Terminator, WriterBuilder};
use domain::data_table::{DataCell, DataKind, DataTable};

use super::exact_number;
use crate::{
    ExportError, ExportFormat,
    export::{escape_formula, write_error},
};

/// Which program reads a CSV file: its settings decide what is a separator and what a decimal sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CsvDialect {
    /// Commas between cells and decimal points: programs, and spreadsheets with English settings.
    Programs,
    /// Semicolons between cells and decimal commas: spreadsheets with Vietnamese settings, which read the point of
    /// `60.741` as a thousands separator.
    Vietnamese,
}

impl CsvDialect {
    pub(super) const fn delimiter(self) -> char {
        match self {
            Self::Programs => ',',
            Self::Vietnamese => ';',
        }
    }

    /// Puts the decimal sign into a number that is written with a point.
    fn number(self, text: String) -> String {
        match self {
            Self::Programs => text,
            Self::Vietnamese => text.replace('.', ","),
        }
    }
}

pub(super) fn write(table: &DataTable, dialect: CsvDialect) -> Result<Vec<u8>, ExportError> {
    let to_error = |e: csv::Error| write_error(ExportFormat::Csv, e);
    let mut writer = WriterBuilder::new()
        .delimiter(u8::try_from(dialect.delimiter()).unwrap_or(b','))
        .terminator(Terminator::CRLF)
        .from_writer(b"\xEF\xBB\xBF".to_vec());
    let head = table.columns.iter().map(|column| escape_formula(&column.label));
    writer.write_record(head.map(bytes)).map_err(to_error)?;
    for row in &table.rows {
        let cells = table
            .columns
            .iter()
            .zip(row)
            .map(|(column, cell)| format_cell(dialect, column.kind, cell));
        writer.write_record(cells.map(bytes)).map_err(to_error)?;
    }
    writer.into_inner().map_err(|e| write_error(ExportFormat::Csv, e))
}

/// Formats a cell. Numbers keep their minus sign; only texts could be read as formulas.
fn format_cell(dialect: CsvDialect, kind: DataKind, cell: &DataCell) -> Cow<'_, str> {
    match (cell, kind) {
        (DataCell::Empty, _) => Cow::Borrowed(""),
        (DataCell::Text(text), _) => escape_formula(text),
        (DataCell::Number(value), DataKind::Number(decimals)) => {
            Cow::Owned(dialect.number(exact_number(*value, decimals)))
        }
        (DataCell::Number(value), _) => Cow::Owned(dialect.number(value.to_string())),
        (DataCell::Whole(value), _) => Cow::Owned(value.to_string()),
    }
}

fn bytes(text: Cow<'_, str>) -> Vec<u8> {
    text.into_owned().into_bytes()
}
