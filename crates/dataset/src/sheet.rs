//! A CSV file as text cells, read by Polars after its shape was checked.

use std::io::Cursor;

use polars::prelude::{CsvParseOptions, CsvReadOptions, DataFrame, PolarsResult, SerReader as _, StringChunked};

use crate::{
    files::Files,
    problem::{At, Problems},
};

/// A table of texts. Polars pads short rows and drops long ones without a word, so the
/// widths are checked first, and no type is ever guessed.
pub(crate) struct Sheet<'a> {
    pub(crate) file: &'a str,
    /// One for each name of `head`, each in one piece: a cell is found without a search.
    columns: Vec<StringChunked>,
    lines: Vec<usize>,
    head: Vec<&'static str>,
}

/// One row of a sheet.
#[derive(Clone, Copy)]
pub(crate) struct Line<'s, 'a> {
    sheet: &'s Sheet<'a>,
    row: usize,
}

impl<'a> Sheet<'a> {
    /// Reads a file that must have exactly these columns. `None` when it cannot be used;
    /// the reason is then among the problems.
    pub(crate) fn read(files: &Files, file: &'a str, head: &[&'static str], problems: &mut Problems) -> Option<Self> {
        let Some(bytes) = files.get(file) else {
            problems.add(
                &At::file(file),
                "no such file",
                "the file",
                "put it back, or name the right data folder",
            );
            return None;
        };
        let before = problems.0.len();
        let lines = check_shape(bytes, file, head, problems);
        if problems.0.len() > before {
            return None;
        }
        let options = CsvReadOptions::default()
            .with_has_header(true)
            .with_infer_schema_length(Some(0))
            .with_parse_options(CsvParseOptions::default().with_missing_is_null(true));
        let frame = options.into_reader_with_file_handle(Cursor::new(bytes)).finish();
        match frame.and_then(|frame| Ok((frame.height(), columns(&frame, head)?))) {
            Ok((rows, columns)) if rows == lines.len() => Some(Self {
                file,
                columns,
                lines,
                head: head.to_vec(),
            }),
            Ok((rows, _)) => {
                let found = format!("{rows} rows read of {}", lines.len());
                problems.add(&At::file(file), found, "every row", "look for unbalanced quotes");
                None
            }
            Err(error) => {
                problems.add(
                    &At::file(file),
                    error.to_string(),
                    "a comma-separated table",
                    "save it as CSV in UTF-8",
                );
                None
            }
        }
    }

    pub(crate) fn rows(&self) -> impl Iterator<Item = Line<'_, 'a>> {
        (0..self.lines.len()).map(|row| Line { sheet: self, row })
    }

    pub(crate) fn len(&self) -> usize {
        self.lines.len()
    }

    /// The position of a column.
    fn place_of(&self, field: &str) -> Option<usize> {
        self.head.iter().position(|name| *name == field)
    }
}

/// The columns of these names as texts.
fn columns(frame: &DataFrame, head: &[&str]) -> PolarsResult<Vec<StringChunked>> {
    head.iter()
        .map(|name| Ok(frame.column(name)?.str()?.rechunk().into_owned()))
        .collect()
}

impl<'s, 'a> Line<'s, 'a> {
    /// The text of a cell, trimmed; empty when the cell is.
    pub(crate) fn get(self, field: &str) -> &'s str {
        let column = self.sheet.place_of(field);
        column
            .and_then(|at| self.sheet.columns[at].get(self.row))
            .map_or("", str::trim)
    }

    /// The place of a cell.
    pub(crate) fn at(self, field: &'static str) -> At<'a> {
        At {
            file: self.sheet.file,
            line: self.sheet.lines[self.row],
            column: self.sheet.place_of(field).map_or(0, |at| at + 1),
            field,
        }
    }
}

/// Checks encoding, header and the width of every row; gives the line of each row.
fn check_shape(bytes: &[u8], file: &str, head: &[&str], problems: &mut Problems) -> Vec<usize> {
    if let Err(error) = std::str::from_utf8(bytes) {
        let text = String::from_utf8_lossy(&bytes[..error.valid_up_to()]).into_owned();
        let at = At::byte(file, &text, text.len(), "");
        problems.add(&at, "bytes that are not UTF-8", "UTF-8", "save the file as UTF-8");
        return Vec::new();
    }
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(bytes);
    let mut lines = Vec::new();
    let mut record = csv::StringRecord::new();
    loop {
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => {
                problems.add(
                    &At::file(file),
                    error.to_string(),
                    "a comma-separated row",
                    "fix the quotes in this row",
                );
                return lines;
            }
        }
        let line = record.position().map_or(0, |p| usize::try_from(p.line()).unwrap_or(0));
        let at = At {
            file,
            line,
            column: 0,
            field: "",
        };
        if lines.is_empty() && line <= 1 {
            if record.iter().ne(head.iter().copied()) {
                let found = record.iter().collect::<Vec<_>>().join(",");
                problems.add(
                    &at,
                    format!("the header `{found}`"),
                    format!("`{}`", head.join(",")),
                    "name the columns so, in this order",
                );
                return lines;
            }
            lines.push(0);
            continue;
        }
        if record.len() != head.len() {
            let found = format!("{} cells", record.len());
            problems.add(
                &at,
                found,
                format!("{} cells", head.len()),
                "count the commas; put texts that hold one in quotes",
            );
        }
        lines.push(line);
    }
    if lines.is_empty() {
        problems.add(
            &At::file(file),
            "an empty file",
            "a header and rows",
            "put the header back",
        );
    } else {
        lines.remove(0);
    }
    lines
}
