//! CSV as spreadsheets open it: a byte order mark, labels as header, lines that end as
//! RFC 4180 says. What must be known about the table stands in files beside it, because
//! every line here has a cell for every column.

use std::borrow::Cow;

use csv::{Terminator, WriterBuilder};
use domain::data_table::{DataCell, DataKind, DataTable};

use super::exact;
use crate::{
    ExportError, ExportFormat,
    export::{harmless, not_written},
};

pub(super) fn write(table: &DataTable) -> Result<Vec<u8>, ExportError> {
    let failed = |e: csv::Error| not_written(ExportFormat::Csv, e);
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(b"\xEF\xBB\xBF".to_vec());
    let head = table.columns.iter().map(|column| harmless(&column.label));
    writer.write_record(head.map(bytes)).map_err(failed)?;
    for row in &table.rows {
        let cells = table
            .columns
            .iter()
            .zip(row)
            .map(|(column, cell)| written(column.kind, cell));
        writer.write_record(cells.map(bytes)).map_err(failed)?;
    }
    writer.into_inner().map_err(|e| not_written(ExportFormat::Csv, e))
}

/// Numbers keep their minus; only texts could be taken for formulas.
fn written(kind: DataKind, cell: &DataCell) -> Cow<'_, str> {
    match (cell, kind) {
        (DataCell::Empty, _) => Cow::Borrowed(""),
        (DataCell::Text(text), _) => harmless(text),
        (DataCell::Number(value), DataKind::Number(decimals)) => Cow::Owned(exact(*value, decimals)),
        (DataCell::Number(value), _) => Cow::Owned(value.to_string()),
        (DataCell::Whole(value), _) => Cow::Owned(value.to_string()),
    }
}

fn bytes(text: Cow<'_, str>) -> Vec<u8> {
    text.into_owned().into_bytes()
}
