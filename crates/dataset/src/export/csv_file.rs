//! CSV for spreadsheets.

use std::{borrow::Cow, io::Write};

use super::{ExportError, FIELDS, Format, Kind, Table, cells, kind, write_error};

pub(super) fn write(table: &Table<'_>, mut out: impl Write) -> Result<(), ExportError> {
    let failed = |error: std::io::Error| write_error(Format::Csv, error);
    out.write_all(b"\xEF\xBB\xBF").map_err(failed)?;
    let mut writer = csv::Writer::from_writer(out);
    let to_error = |e: csv::Error| write_error(Format::Csv, e);
    writer
        .write_record(std::iter::once("indicator").chain(FIELDS))
        .map_err(to_error)?;
    for sheet in table.sheets() {
        let (indicator, sheet) = sheet?;
        for row in sheet.rows() {
            writer.write_field(indicator).map_err(to_error)?;
            for (field, text) in FIELDS.into_iter().zip(cells(row)) {
                let text = match kind(field) {
                    Kind::Text => escape_formula(text),
                    Kind::Number | Kind::Whole => Cow::Borrowed(text),
                };
                writer.write_field(text.as_bytes()).map_err(to_error)?;
            }
            writer.write_record(None::<&[u8]>).map_err(to_error)?;
        }
    }
    writer.flush().map_err(failed)
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
