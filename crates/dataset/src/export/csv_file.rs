//! CSV for spreadsheets.

use std::borrow::Cow;

use super::{ExportError, FIELDS, Format, Kind, Table, cell, kind, write_error};

pub(super) fn write(table: &Table<'_>) -> Result<Vec<u8>, ExportError> {
    let mut writer = csv::Writer::from_writer(b"\xEF\xBB\xBF".to_vec());
    let to_error = |e: csv::Error| write_error(Format::Csv, e);
    writer
        .write_record(std::iter::once("indicator").chain(FIELDS))
        .map_err(to_error)?;
    for (indicator, row) in table.rows() {
        writer.write_field(indicator).map_err(to_error)?;
        for field in FIELDS {
            let text = cell(row, field);
            let text = match kind(field) {
                Kind::Text => escape_formula(text),
                Kind::Number | Kind::Whole => Cow::Borrowed(text),
            };
            writer.write_field(text.as_bytes()).map_err(to_error)?;
        }
        writer.write_record(None::<&[u8]>).map_err(to_error)?;
    }
    writer.into_inner().map_err(|e| write_error(Format::Csv, e))
}

/// Prefixes a text that a spreadsheet would evaluate as a formula with an apostrophe.
pub(crate) fn escape_formula(text: &str) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_escaped() {
        for (text, written) in [
            ("=1+1", "'=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("-2+3", "'-2+3"),
            ("Báo cáo = 3", "Báo cáo = 3"),
            ("", ""),
        ] {
            assert_eq!(escape_formula(text), written);
        }
    }
}
