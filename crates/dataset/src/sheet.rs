//! A CSV file as text cells, read by Polars after its shape was validated.

use std::io::Cursor;

use polars::prelude::{CsvParseOptions, CsvReadOptions, DataFrame, PolarsResult, SerReader as _, StringChunked};

use crate::{
    files::Files,
    problem::{Location, Problems},
};

/// A table of texts. Polars silently pads short rows and truncates long ones, so the widths are checked first; types
/// are never inferred.
pub(crate) struct Sheet<'a> {
    pub(crate) file: &'a str,
    /// One column per name in `head`, each as a single chunk, so that cells are accessed in constant time.
    columns: Vec<StringChunked>,
    lines: Vec<usize>,
    head: Vec<&'static str>,
}

/// A row of a sheet.
#[derive(Clone, Copy)]
pub(crate) struct Row<'s, 'a> {
    sheet: &'s Sheet<'a>,
    row: usize,
}

impl<'a> Sheet<'a> {
    /// Reads a file that must have exactly the columns `head`. `None` if it cannot be used; the reason is added to the
    /// problems.
    pub(crate) fn read(files: &Files, file: &'a str, head: &[&'static str], problems: &mut Problems) -> Option<Self> {
        let Some(bytes) = files.get(file) else {
            problems.add(
                &Location::file(file),
                "no such file",
                "the file",
                "restore it, or specify the correct data folder",
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
                problems.add(&Location::file(file), found, "every row", "look for unbalanced quotes");
                None
            }
            Err(error) => {
                problems.add(
                    &Location::file(file),
                    error.to_string(),
                    "a comma-separated table",
                    "save it as CSV in UTF-8",
                );
                None
            }
        }
    }

    pub(crate) fn rows(&self) -> impl Iterator<Item = Row<'_, 'a>> {
        (0..self.lines.len()).map(|row| Row { sheet: self, row })
    }

    pub(crate) fn len(&self) -> usize {
        self.lines.len()
    }

    /// Returns the index of a column.
    fn column_index(&self, field: &str) -> Option<usize> {
        self.head.iter().position(|name| *name == field)
    }
}

/// Returns the columns of these names as texts.
fn columns(frame: &DataFrame, head: &[&str]) -> PolarsResult<Vec<StringChunked>> {
    head.iter()
        .map(|name| Ok(frame.column(name)?.str()?.rechunk().into_owned()))
        .collect()
}

impl<'s, 'a> Row<'s, 'a> {
    /// Returns the trimmed text of a cell; empty if the cell is.
    pub(crate) fn get(self, field: &str) -> &'s str {
        let column = self.sheet.column_index(field);
        column
            .and_then(|at| self.sheet.columns[at].get(self.row))
            .map_or("", str::trim)
    }

    /// Returns the location of a cell.
    pub(crate) fn location(self, field: &'static str) -> Location<'a> {
        Location {
            file: self.sheet.file,
            line: self.sheet.lines[self.row],
            column: self.sheet.column_index(field).map_or(0, |at| at + 1),
            field,
        }
    }
}

/// Checks encoding, header and the width of every row; returns the line of each row.
fn check_shape(bytes: &[u8], file: &str, head: &[&str], problems: &mut Problems) -> Vec<usize> {
    if let Err(error) = std::str::from_utf8(bytes) {
        let text = String::from_utf8_lossy(&bytes[..error.valid_up_to()]).into_owned();
        let location = Location::byte(file, &text, text.len(), "");
        problems.add(&location, "bytes that are not UTF-8", "UTF-8", "save the file as UTF-8");
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
                    &Location::file(file),
                    error.to_string(),
                    "a comma-separated row",
                    "fix the quotes in this row",
                );
                return lines;
            }
        }
        let line = record.position().map_or(0, |p| usize::try_from(p.line()).unwrap_or(0));
        let location = Location {
            file,
            line,
            column: 0,
            field: "",
        };
        if lines.is_empty() && line <= 1 {
            if record.iter().ne(head.iter().copied()) {
                let found = record.iter().collect::<Vec<_>>().join(",");
                problems.add(
                    &location,
                    format!("the header `{found}`"),
                    format!("`{}`", head.join(",")),
                    "use these column names, in this order",
                );
                return lines;
            }
            lines.push(0);
            continue;
        }
        if record.len() != head.len() {
            let found = format!("{} cells", record.len());
            problems.add(
                &location,
                found,
                format!("{} cells", head.len()),
                "count the commas; put texts that contain one in quotes",
            );
        }
        lines.push(line);
    }
    if lines.is_empty() {
        problems.add(
            &Location::file(file),
            "an empty file",
            "a header and rows",
            "restore the header",
        );
    } else {
        lines.remove(0);
    }
    lines
}
