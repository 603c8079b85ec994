//! Writes a table of a page or chart as a file for other programs, and its citation.

mod citation;
mod csv_file;
mod csvw;
mod date;
mod html;
mod json_file;
mod parquet_file;
mod xlsx_file;

use std::borrow::Cow;
use std::collections::HashSet;

use domain::{
    Lang,
    data_table::{DataCell, DataKind, DataTable},
    number,
};

use crate::{
    ExportError, ExportFormat,
    export::{decimals, write_error},
};

pub use citation::{bibtex, csl_json};
pub use csv_file::CsvDialect;
pub use csvw::csv_metadata;
pub use html::html_fragment;

/// Returns the table as a file. The same table always yields the same bytes.
///
/// CSV and XLSX have the columns' labels as headings, as they are read by people; JSON and Parquet, which are read by
/// programs, have the columns' keys.
///
/// # Errors
/// [`ExportError::NotWritten`] if the table is not rectangular, two columns have the same key, a cell does not match
/// its column's type, or a text is longer than a cell of a workbook may be; [`ExportError::TooManyRows`] for a
/// workbook.
pub fn table_file(table: &DataTable, format: ExportFormat) -> Result<Vec<u8>, ExportError> {
    check(table).map_err(|reason| write_error(format, reason))?;
    match format {
        ExportFormat::Csv => csv_file::write(table, CsvDialect::Programs),
        ExportFormat::Xlsx => xlsx_file::write(table),
        ExportFormat::Parquet => parquet_file::write(table),
        ExportFormat::Json => json_file::write(table),
    }
}

/// Returns the table as CSV in a dialect; that of programs is what [`table_file`] returns.
///
/// # Errors
/// As [`table_file`].
pub fn csv_file(table: &DataTable, dialect: CsvDialect) -> Result<Vec<u8>, ExportError> {
    check(table).map_err(|reason| write_error(ExportFormat::Csv, reason))?;
    csv_file::write(table, dialect)
}

/// Checks the table, so that the writers can rely on its invariants; returns the reason if it is invalid.
fn check(table: &DataTable) -> Result<(), String> {
    if table.columns.is_empty() {
        return Err("the table has no columns".to_owned());
    }
    let mut keys = HashSet::new();
    if let Some(duplicate) = table.columns.iter().find(|column| !keys.insert(column.key)) {
        return Err(format!("two columns have the key `{}`", duplicate.key));
    }
    for (row, cells) in (1..).zip(&table.rows) {
        let (found, expected) = (cells.len(), table.columns.len());
        if found != expected {
            return Err(format!("row {row} has {found} cells; the table has {expected} columns"));
        }
        let mismatch = table
            .columns
            .iter()
            .zip(cells)
            .find(|(column, cell)| !fits(column.kind, cell));
        if let Some((column, cell)) = mismatch {
            let (key, kind) = (column.key, column.kind);
            return Err(format!("row {row}: `{key}` is {cell:?}; its column holds {kind:?}"));
        }
    }
    Ok(())
}

/// Returns whether a column may contain the cell.
fn fits(kind: DataKind, cell: &DataCell) -> bool {
    match cell {
        DataCell::Empty => true,
        DataCell::Text(_) => kind == DataKind::Text,
        DataCell::Number(value) => matches!(kind, DataKind::Number(_)) && value.is_finite(),
        DataCell::Whole(_) => kind == DataKind::Whole,
    }
}

/// Formats a number for programs: with the published decimals, or with all its decimals if rounding would change it.
fn exact_number(value: f64, decimals: u8) -> String {
    // Adding zero turns -0 into 0.
    let value = value + 0.0;
    let published = format!("{value:.*}", usize::from(decimals));
    if published.parse() == Ok(value) {
        published
    } else {
        value.to_string()
    }
}

/// Formats a cell for readers. Whole numbers are years and ranks, so they are not grouped.
fn display_text(lang: Lang, kind: DataKind, cell: &DataCell) -> Cow<'_, str> {
    match (cell, kind) {
        (DataCell::Empty, _) => Cow::Borrowed(""),
        (DataCell::Text(text), _) => Cow::Borrowed(text),
        (DataCell::Number(value), DataKind::Number(digits)) => Cow::Owned(number::format(lang, *value, digits)),
        (DataCell::Number(value), _) => {
            let digits = u8::try_from(decimals(&value.to_string())).unwrap_or(u8::MAX);
            Cow::Owned(number::format(lang, *value, digits))
        }
        (DataCell::Whole(value), _) => Cow::Owned(value.to_string().replace('-', "\u{2212}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn published_decimals_are_preserved_without_loss() {
        for (value, decimals, written) in [
            (86.5, 2, "86.50"),
            (86.674, 2, "86.674"),
            (86.67 - 85.01, 2, "1.6599999999999966"),
            (-0.0, 1, "0.0"),
            (-0.001, 2, "-0.001"),
            (1685.0, 0, "1685"),
            (1e21, 0, "1000000000000000000000"),
        ] {
            assert_eq!(exact_number(value, decimals), written);
        }
    }

    #[test]
    fn numbers_are_formatted_for_the_readers_language() {
        for (kind, cell, vi, en) in [
            (DataKind::Number(2), DataCell::Number(1234.5), "1.234,50", "1,234.50"),
            (DataKind::Whole, DataCell::Whole(2016), "2016", "2016"),
            (DataKind::Whole, DataCell::Whole(-3), "\u{2212}3", "\u{2212}3"),
            (DataKind::Text, DataCell::Number(1.25), "1,25", "1.25"),
            (DataKind::Number(2), DataCell::Empty, "", ""),
        ] {
            assert_eq!(display_text(Lang::Vi, kind, &cell), vi);
            assert_eq!(display_text(Lang::En, kind, &cell), en);
        }
    }

    proptest! {
        #[test]
        fn every_number_round_trips(value in proptest::num::f64::NORMAL | proptest::num::f64::ZERO, decimals in 0u8..6) {
            let read: f64 = exact_number(value, decimals).parse().unwrap();
            prop_assert_eq!(read, value);
        }
    }
}
