//! Writes the uploaded file with a column of remarks for the editor who has to correct it.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use domain::upload::FileKind;
use rust_xlsxwriter::{Color, Format, FormatAlign, Workbook as Writer, Worksheet, XlsxError};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::{Cell, Grid, Workbook};

/// Longest text of a cell in Excel, in characters.
const LONGEST: usize = 32_767;

/// Longest sheet name in Excel, in characters.
const LONGEST_NAME: usize = 31;

/// Number of rows that are measured to set column widths.
const MEASURED: usize = 200;

/// Remarks on a file.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Remarks<'a> {
    /// Heading of the remarks column.
    pub heading: &'a str,
    /// Last row of the header of each sheet, where it is known, by the sheet's index from 0. The heading is in that
    /// row; on other sheets it is in the first row.
    pub headers: BTreeMap<u16, u32>,
    /// Remarks by sheet, from 0, and row, from 1. Row 0 is the whole sheet: its remark follows the heading.
    pub rows: BTreeMap<(u16, u32), String>,
    /// Wrong cells: sheet from 0, row and column from 1. Workbooks highlight them.
    pub cells: BTreeSet<(u16, u32, u32)>,
}

/// A file with remarks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotated {
    /// The file name extension: `csv`, `tsv` or `xlsx`.
    pub extension: &'static str,
    /// The content of the file.
    pub bytes: Vec<u8>,
}

/// The error of a workbook that could not be written.
#[derive(Debug, Error)]
#[error("the workbook with remarks could not be written: {0}")]
pub struct NotWritten(#[from] XlsxError);

/// Returns the opened table with one more column at the right. A text file becomes UTF-8 with a byte order mark and
/// its original separator; a workbook of any type becomes XLSX. Rows keep their numbers. What a spreadsheet would read
/// as a formula is written as text.
///
/// # Errors
/// If the workbook cannot be written because it has more rows or columns than XLSX allows.
pub fn annotated(workbook: &Workbook, remarks: &Remarks<'_>) -> Result<Annotated, NotWritten> {
    if workbook.kind == FileKind::Delimited {
        let separator = workbook.separator.unwrap_or(',');
        return Ok(Annotated {
            extension: if separator == '\t' { "tsv" } else { "csv" },
            bytes: text(workbook, remarks, separator).into_bytes(),
        });
    }
    let mut writer = Writer::new();
    let mut names = BTreeSet::new();
    let mut active = false;
    for (grid, number) in workbook.sheets.iter().zip(0..) {
        let sheet = writer.add_worksheet();
        sheet.set_name(sheet_name(&grid.name, &mut names))?;
        if grid.hidden {
            sheet.set_hidden(true);
        } else if !active {
            // By default the first sheet is active, and an active sheet cannot be hidden.
            sheet.set_active(true);
            active = true;
        }
        write_sheet(sheet, grid, number, remarks)?;
    }
    Ok(Annotated {
        extension: "xlsx",
        bytes: writer.save_to_buffer()?,
    })
}

/// Returns the remarks column of a sheet, by row.
fn column<'a>(remarks: &'a Remarks<'_>, sheet: u16, grid: &Grid) -> BTreeMap<u32, Cow<'a, str>> {
    let mut column: BTreeMap<u32, Cow<'a, str>> = remarks
        .rows
        .range((sheet, 1)..=(sheet, u32::MAX))
        .map(|((_, row), remark)| (*row, Cow::Borrowed(remark.as_str())))
        .collect();
    let header = remarks.headers.get(&sheet).copied();
    let row = header.unwrap_or_else(|| grid.line(0).max(1));
    let parts = [
        Some(remarks.heading),
        remarks.rows.get(&(sheet, 0)).map(String::as_str),
        column.get(&row).map(AsRef::as_ref),
    ];
    let parts: Vec<&str> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    let joined = parts.join(". ");
    column.insert(row, Cow::Owned(joined));
    column
}

/// Returns the number of columns of the sheet.
fn width(grid: &Grid) -> usize {
    (0..grid.height()).map(|row| grid.width(row)).max().unwrap_or(0)
}

fn text(workbook: &Workbook, remarks: &Remarks<'_>, separator: char) -> String {
    let mut out = String::from("\u{FEFF}");
    let Some(grid) = workbook.sheets.first() else {
        return out;
    };
    let column = column(remarks, 0, grid);
    let width = width(grid);
    let last = grid.line(grid.height().saturating_sub(1));
    let last = last.max(column.keys().next_back().copied().unwrap_or(0));
    let mut row = 0;
    for line in 1..=last {
        let has_cells = grid.line(row) == line;
        let remark = column.get(&line);
        if has_cells || remark.is_some() {
            for index in 0..width {
                if let (true, Cell::Text(text)) = (has_cells, grid.get(row, index)) {
                    push_field(&mut out, text, separator);
                }
                out.push(separator);
            }
            push_field(&mut out, remark.map_or("", AsRef::as_ref), separator);
        }
        out.push_str("\r\n");
        row += usize::from(has_cells);
    }
    out
}

/// Appends a field, escaped against formula injection and quoted where necessary.
fn push_field(out: &mut String, text: &str, separator: char) {
    let quoted = text.contains([separator, '"', '\n', '\r']);
    if quoted {
        out.push('"');
    }
    if is_formula_like(text) {
        out.push('\'');
    }
    if quoted {
        out.push_str(&text.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(text);
    }
}

/// Returns true if a spreadsheet would evaluate the text: it starts like a formula and is neither a plain negative
/// number nor a dash for a missing value.
fn is_formula_like(text: &str) -> bool {
    let number = |rest: &str| {
        rest.chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '%' | ' '))
    };
    match text.strip_prefix('-') {
        Some(rest) => !number(rest),
        None => text.starts_with(['=', '+', '@', '\t', '\r']),
    }
}

/// Returns a sheet name that Excel accepts and that is not used yet: OpenDocument allows more names.
fn sheet_name(name: &str, used: &mut BTreeSet<String>) -> String {
    let plain = name.replace(['[', ']', ':', '*', '?', '/', '\\'], " ");
    let plain = plain.trim_matches(['\'', ' ']);
    let plain = if plain.is_empty() { "Sheet" } else { plain };
    let mut number = 1_u32;
    loop {
        let tail = if number == 1 {
            String::new()
        } else {
            format!(" {number}")
        };
        let truncated: String = plain.chars().take(LONGEST_NAME - tail.len()).collect();
        let name = truncated + &tail;
        if used.insert(name.to_lowercase()) {
            return name;
        }
        number += 1;
    }
}

fn write_sheet(sheet: &mut Worksheet, grid: &Grid, number: u16, remarks: &Remarks<'_>) -> Result<(), XlsxError> {
    let plain = Format::new();
    let date = Format::new().set_num_format("dd/mm/yyyy");
    let wrong = Color::RGB(0x00FF_C7CE);
    let (plain_wrong, date_wrong) = (
        plain.clone().set_background_color(wrong),
        date.clone().set_background_color(wrong),
    );
    let mut widths: Vec<usize> = Vec::new();
    for row in 0..grid.height() {
        let line = grid.line(row);
        for (index, column) in (0..grid.width(row)).zip(1_u32..) {
            let is_wrong = remarks.cells.contains(&(number, line, column));
            let cell = grid.get(row, index);
            let format = match (cell, is_wrong) {
                (Cell::Date(_), false) => &date,
                (Cell::Date(_), true) => &date_wrong,
                (_, false) => &plain,
                (_, true) => &plain_wrong,
            };
            write_cell(sheet, line - 1, column_number(index)?, cell, format)?;
            if let (Cell::Text(text), true) = (cell, row < MEASURED) {
                widths.resize(widths.len().max(index + 1), 0);
                widths[index] = widths[index].max(text.chars().count());
            }
        }
    }
    for (index, characters) in widths.iter().enumerate().filter(|(_, characters)| **characters > 8) {
        sheet.set_column_width(column_number(index)?, (*characters).min(40) as f64 + 1.0)?;
    }
    let note = Format::new()
        .set_background_color(Color::RGB(0x00FF_F2CC))
        .set_text_wrap()
        .set_align(FormatAlign::Top);
    let last = column_number(width(grid))?;
    sheet.set_column_width(last, 60)?;
    for (line, remark) in column(remarks, number, grid) {
        sheet.write_string_with_format(line.saturating_sub(1), last, truncated_text(&remark).as_ref(), &note)?;
    }
    if let Some(header) = remarks.headers.get(&number) {
        sheet.set_freeze_panes(*header, 0)?;
    }
    Ok(())
}

fn column_number(index: usize) -> Result<u16, XlsxError> {
    u16::try_from(index).map_err(|_| XlsxError::RowColumnLimitError)
}

fn write_cell(sheet: &mut Worksheet, row: u32, column: u16, cell: Cell<'_>, format: &Format) -> Result<(), XlsxError> {
    match cell {
        // A formula that was never calculated has no value to write.
        Cell::Empty | Cell::Uncalculated => {
            if *format != Format::default() {
                sheet.write_blank(row, column, format)?;
            }
        }
        Cell::Text(text) | Cell::Error(text) => {
            sheet.write_string_with_format(row, column, truncated_text(text).as_ref(), format)?;
        }
        Cell::Number(value) | Cell::Date(value) => {
            sheet.write_number_with_format(row, column, value, format)?;
        }
        Cell::Bool(value) => {
            sheet.write_boolean_with_format(row, column, value, format)?;
        }
    }
    Ok(())
}

/// Truncates a text to what a cell can hold. rust_xlsxwriter writes a text that looks like rich-text runs unescaped,
/// which corrupts the workbook; a space before it keeps it plain text.
fn truncated_text(text: &str) -> Cow<'_, str> {
    let short = text
        .char_indices()
        .nth(LONGEST - 1)
        .map_or(text, |(end, _)| &text[..end]);
    if short.starts_with("<r>") {
        return Cow::Owned(format!(" {short}"));
    }
    Cow::Borrowed(short)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_distinguished_from_numbers() {
        for (text, expected) in [
            ("=1+1", true),
            ("+84", true),
            ("@SUM", true),
            ("-1,5", false),
            ("-86.67%", false),
            ("-", false),
            ("-A1", true),
            ("- 3", false),
            ("Hà Nội", false),
            ("", false),
        ] {
            assert_eq!(is_formula_like(text), expected, "{text}");
        }
    }

    #[test]
    fn sheet_names_are_valid_in_excel() {
        let mut used = BTreeSet::new();
        let long = "Bảng tổng hợp chỉ số cải cách hành chính 2023";
        let names: Vec<String> = ["a/b", "A b", "", "''", long, long]
            .into_iter()
            .map(|name| sheet_name(name, &mut used))
            .collect();
        assert_eq!(names[..4], ["a b", "A b 2", "Sheet", "Sheet 2"]);
        assert_ne!(names[4], names[5]);
        assert!(names.iter().all(|n| n.chars().count() <= LONGEST_NAME));
    }
}
