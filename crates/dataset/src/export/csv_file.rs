//! CSV as spreadsheets open it.

use std::borrow::Cow;

use super::{ExportError, FIELDS, Format, Kind, Table, cell, kind, not_written};

pub(super) fn write(table: &Table<'_>) -> Result<Vec<u8>, ExportError> {
    let mut writer = csv::Writer::from_writer(b"\xEF\xBB\xBF".to_vec());
    let failed = |e: csv::Error| not_written(Format::Csv, e);
    writer
        .write_record(std::iter::once("indicator").chain(FIELDS))
        .map_err(failed)?;
    for (indicator, row) in table.rows() {
        writer.write_field(indicator).map_err(failed)?;
        for field in FIELDS {
            let text = cell(row, field);
            let text = match kind(field) {
                Kind::Text => harmless(text),
                Kind::Number | Kind::Whole => Cow::Borrowed(text),
            };
            writer.write_field(text.as_bytes()).map_err(failed)?;
        }
        writer.write_record(None::<&[u8]>).map_err(failed)?;
    }
    writer.into_inner().map_err(|e| not_written(Format::Csv, e))
}

/// A text that a spreadsheet would run as a formula gets an apostrophe before it.
pub(crate) fn harmless(text: &str) -> Cow<'_, str> {
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
    fn formulas_are_texts() {
        for (text, written) in [
            ("=1+1", "'=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("-2+3", "'-2+3"),
            ("Báo cáo = 3", "Báo cáo = 3"),
            ("", ""),
        ] {
            assert_eq!(harmless(text), written);
        }
    }
}
