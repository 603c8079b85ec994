//! A CSV file as text cells with their lines and columns, for files that people write and for reports of problems.

use crate::{
    files::Files,
    problem::{Location, Problems},
};

/// A table of texts in which every row has as many cells as the header. Types are never inferred.
pub(crate) struct Sheet<'a> {
    pub(crate) file: &'a str,
    cells: Cells,
    head: Vec<&'static str>,
}

/// The cells of all rows, one after the other.
#[derive(Default)]
struct Cells {
    text: String,
    /// Where each cell ends in `text`.
    ends: Vec<usize>,
    /// Line of each row.
    lines: Vec<usize>,
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
        let cells = cells(bytes, file, head, problems);
        (problems.0.len() == before).then(|| Self {
            file,
            cells,
            head: head.to_vec(),
        })
    }

    pub(crate) fn rows(&self) -> impl Iterator<Item = Row<'_, 'a>> {
        (0..self.cells.lines.len()).map(|row| Row { sheet: self, row })
    }

    pub(crate) fn len(&self) -> usize {
        self.cells.lines.len()
    }

    /// Returns the index of a column.
    fn column_index(&self, field: &str) -> Option<usize> {
        self.head.iter().position(|name| *name == field)
    }
}

impl Cells {
    fn push(&mut self, record: &csv::StringRecord, line: usize) {
        for cell in record {
            self.text.push_str(cell);
            self.ends.push(self.text.len());
        }
        self.lines.push(line);
    }

    /// Returns the text of a cell by its position among all cells.
    fn get(&self, at: usize) -> Option<&str> {
        let from = at
            .checked_sub(1)
            .map_or(Some(0), |before| self.ends.get(before).copied())?;
        self.text.get(from..*self.ends.get(at)?)
    }
}

impl<'s, 'a> Row<'s, 'a> {
    /// Returns the trimmed text of a cell; empty if the cell is.
    pub(crate) fn get(self, field: &str) -> &'s str {
        let column = self.sheet.column_index(field);
        column
            .and_then(|at| self.sheet.cells.get(self.row * self.sheet.head.len() + at))
            .map_or("", str::trim)
    }

    /// Returns the trimmed text of a cell by its column; empty if the cell is, or if there is no such column.
    pub(crate) fn at(self, column: usize) -> &'s str {
        let width = self.sheet.head.len();
        let cell = (column < width).then(|| self.sheet.cells.get(self.row * width + column));
        cell.flatten().map_or("", str::trim)
    }

    /// Returns the location of a cell.
    pub(crate) fn location(self, field: &'static str) -> Location<'a> {
        Location {
            file: self.sheet.file,
            line: self.sheet.cells.lines[self.row],
            column: self.sheet.column_index(field).map_or(0, |at| at + 1),
            field,
        }
    }
}

/// Reads the rows after the header; adds a problem for wrong encoding, another header and each row of another width.
fn cells(bytes: &[u8], file: &str, head: &[&str], problems: &mut Problems) -> Cells {
    let mut cells = Cells::default();
    if !is_utf8(bytes, file, problems) {
        return cells;
    }
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(bytes);
    let mut record = csv::StringRecord::new();
    let mut has_header = false;
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
                return cells;
            }
        }
        let line = record.position().map_or(0, |p| usize::try_from(p.line()).unwrap_or(0));
        let location = Location {
            file,
            line,
            column: 0,
            field: "",
        };
        if !has_header {
            has_header = true;
            if record.iter().ne(head.iter().copied()) {
                wrong_header(&record, &location, head, problems);
                return cells;
            }
            continue;
        }
        if record.len() != head.len() {
            problems.add(
                &location,
                format!("{} cells", record.len()),
                format!("{} cells", head.len()),
                "count the commas; put texts that contain one in quotes",
            );
        }
        cells.push(&record, line);
    }
    if !has_header {
        problems.add(
            &Location::file(file),
            "an empty file",
            "a header and rows",
            "restore the header",
        );
    }
    cells
}

fn is_utf8(bytes: &[u8], file: &str, problems: &mut Problems) -> bool {
    let Err(error) = std::str::from_utf8(bytes) else {
        return true;
    };
    let text = String::from_utf8_lossy(&bytes[..error.valid_up_to()]).into_owned();
    let location = Location::byte(file, &text, text.len(), "");
    problems.add(&location, "bytes that are not UTF-8", "UTF-8", "save the file as UTF-8");
    false
}

fn wrong_header(record: &csv::StringRecord, location: &Location<'_>, head: &[&str], problems: &mut Problems) {
    let found = record.iter().collect::<Vec<_>>().join(",");
    problems.add(
        location,
        format!("the header `{found}`"),
        format!("`{}`", head.join(",")),
        "use these column names, in this order",
    );
}
