//! CSV for spreadsheets: a byte order mark, labels as header, and line endings as in RFC 4180. Notes on the table are
//! in separate files, because every line here has a cell for every column.

use std::borrow::Cow;

use csv::{Terminator, WriterBuilder};
use domain::data_table::{DataCell, DataKind, DataTable};

use super::exact_number;
use crate::{
    ExportError, ExportFormat,
    export::{escape_formula, write_error},
};

pub(super) fn write(table: &DataTable) -> Result<Vec<u8>, ExportError> {
    let to_error = |e: csv::Error| write_error(ExportFormat::Csv, e);
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(b"\xEF\xBB\xBF".to_vec());
    let head = table.columns.iter().map(|column| escape_formula(&column.label));
    writer.write_record(head.map(bytes)).map_err(to_error)?;
    for row in &table.rows {
        let cells = table
            .columns
            .iter()
            .zip(row)
            .map(|(column, cell)| format_cell(column.kind, cell));
        writer.write_record(cells.map(bytes)).map_err(to_error)?;
    }
    writer.into_inner().map_err(|e| write_error(ExportFormat::Csv, e))
}

/// Formats a cell. Numbers keep their minus sign; only texts could be read as formulas.
fn format_cell(kind: DataKind, cell: &DataCell) -> Cow<'_, str> {
    match (cell, kind) {
        (DataCell::Empty, _) => Cow::Borrowed(""),
        (DataCell::Text(text), _) => escape_formula(text),
        (DataCell::Number(value), DataKind::Number(decimals)) => Cow::Owned(exact_number(*value, decimals)),
        (DataCell::Number(value), _) => Cow::Owned(value.to_string()),
        (DataCell::Whole(value), _) => Cow::Owned(value.to_string()),
    }
}

fn bytes(text: Cow<'_, str>) -> Vec<u8> {
    text.into_owned().into_bytes()
}
