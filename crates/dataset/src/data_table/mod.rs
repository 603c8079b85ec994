//! A table of a page or chart as a file that other programs read, and its citation.

mod citation;
mod csv_file;
mod html;
mod json_file;
mod parquet_file;
mod words;
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
    export::{decimals, not_written},
};

pub use citation::{bibtex, csl_json};
pub use html::html_fragment;

/// The table as a file. The same table gives the same bytes.
///
/// People read the headings of CSV and XLSX, so these have the columns' labels; programs
/// read JSON and Parquet, which have their keys.
///
/// # Errors
/// [`ExportError::NotWritten`] for a table that is not rectangular, has two columns of one
/// key or holds something else than its columns say, and for a text that is longer than a
/// cell of a workbook may be; [`ExportError::TooManyRows`] for a workbook.
pub fn table_file(table: &DataTable, format: ExportFormat) -> Result<Vec<u8>, ExportError> {
    check(table).map_err(|reason| not_written(format, reason))?;
    match format {
        ExportFormat::Csv => csv_file::write(table),
        ExportFormat::Xlsx => xlsx_file::write(table),
        ExportFormat::Parquet => parquet_file::write(table),
        ExportFormat::Json => json_file::write(table),
    }
}

/// What is wrong with the table, so that no writer needs to ask.
fn check(table: &DataTable) -> Result<(), String> {
    if table.columns.is_empty() {
        return Err("the table has no columns".to_owned());
    }
    let mut keys = HashSet::new();
    if let Some(twice) = table.columns.iter().find(|column| !keys.insert(column.key)) {
        return Err(format!("two columns have the key `{}`", twice.key));
    }
    for (row, cells) in (1..).zip(&table.rows) {
        let (found, expected) = (cells.len(), table.columns.len());
        if found != expected {
            return Err(format!("row {row} has {found} cells; the table has {expected} columns"));
        }
        let wrong = table
            .columns
            .iter()
            .zip(cells)
            .find(|(column, cell)| !fits(column.kind, cell));
        if let Some((column, cell)) = wrong {
            let (key, kind) = (column.key, column.kind);
            return Err(format!("row {row}: `{key}` is {cell:?}; its column holds {kind:?}"));
        }
    }
    Ok(())
}

/// Whether a column may hold the cell.
fn fits(kind: DataKind, cell: &DataCell) -> bool {
    match cell {
        DataCell::Empty => true,
        DataCell::Text(_) => kind == DataKind::Text,
        DataCell::Number(value) => matches!(kind, DataKind::Number(_)) && value.is_finite(),
        DataCell::Whole(_) => kind == DataKind::Whole,
    }
}

/// A number for programs: with the published decimals, and with all that it has where
/// these would change it.
fn exact(value: f64, decimals: u8) -> String {
    // Adding nothing makes -0 a 0.
    let value = value + 0.0;
    let published = format!("{value:.*}", usize::from(decimals));
    if published.parse() == Ok(value) {
        published
    } else {
        value.to_string()
    }
}

/// A cell as people read it. Years and ranks are whole numbers, so these are not grouped.
fn shown(lang: Lang, kind: DataKind, cell: &DataCell) -> Cow<'_, str> {
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
    fn published_decimals_stay_and_nothing_is_lost() {
        for (value, decimals, written) in [
            (86.5, 2, "86.50"),
            (86.674, 2, "86.674"),
            (86.67 - 85.01, 2, "1.6599999999999966"),
            (-0.0, 1, "0.0"),
            (-0.001, 2, "-0.001"),
            (1685.0, 0, "1685"),
            (1e21, 0, "1000000000000000000000"),
        ] {
            assert_eq!(exact(value, decimals), written);
        }
    }

    #[test]
    fn people_read_numbers_in_their_language() {
        for (kind, cell, vi, en) in [
            (DataKind::Number(2), DataCell::Number(1234.5), "1.234,50", "1,234.50"),
            (DataKind::Whole, DataCell::Whole(2016), "2016", "2016"),
            (DataKind::Whole, DataCell::Whole(-3), "\u{2212}3", "\u{2212}3"),
            (DataKind::Text, DataCell::Number(1.25), "1,25", "1.25"),
            (DataKind::Number(2), DataCell::Empty, "", ""),
        ] {
            assert_eq!(shown(Lang::Vi, kind, &cell), vi);
            assert_eq!(shown(Lang::En, kind, &cell), en);
        }
    }

    proptest! {
        #[test]
        fn every_number_is_read_back(value in proptest::num::f64::NORMAL | proptest::num::f64::ZERO, decimals in 0u8..6) {
            let read: f64 = exact(value, decimals).parse().unwrap();
            prop_assert_eq!(read, value);
        }
    }
}
