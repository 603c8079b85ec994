//! A sheet as a grid of cells, in few large pieces of memory: a million rows must fit.

use serde::{Deserialize, Serialize};

/// What stands in a cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell<'a> {
    /// Nothing, or spaces only.
    Empty,
    /// A text, trimmed, in NFC.
    Text(&'a str),
    /// A number of a workbook, exactly as stored.
    Number(f64),
    /// A date of a workbook: days since 30/12/1899, as stored.
    Date(f64),
    /// True or false.
    Bool(bool),
    /// An error of a workbook, such as `#REF!`.
    Error(&'a str),
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
enum Raw {
    Empty,
    Text(u32, u32),
    Number(f64),
    Date(f64),
    Bool(bool),
    Error(u32, u32),
}

/// A sheet. Rows and columns count from 0 here; [`Grid::line`] gives the row as people
/// count it. Columns are those of the file, so leading empty columns are there. Rows that
/// hold nothing are left out (a gap in [`Grid::line`] tells of them), and a row ends with
/// its last cell that holds anything: rows may be of different lengths.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Grid {
    /// Its name; empty for a text file.
    pub name: String,
    /// Hidden in the workbook.
    pub hidden: bool,
    /// Areas of merged cells: first row, first column, last row, last column, from 0.
    pub merged: Vec<(u32, u32, u32, u32)>,
    text: String,
    cells: Vec<Raw>,
    /// Where each row begins in `cells`, and its line in the file.
    rows: Vec<(u32, u32)>,
}

impl Grid {
    /// An empty sheet.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            ..Self::default()
        }
    }

    /// Begins a row, which stands on this line (row) of the file, from 1.
    pub fn begin_row(&mut self, line: u32) {
        let at = u32::try_from(self.cells.len()).unwrap_or(u32::MAX);
        self.rows.push((at, line));
    }

    /// Adds a cell to the row that was begun last.
    pub fn push(&mut self, cell: Cell<'_>) {
        let raw = match cell {
            Cell::Empty => Raw::Empty,
            Cell::Text(text) => {
                let (start, len) = self.keep(text);
                Raw::Text(start, len)
            }
            Cell::Error(text) => {
                let (start, len) = self.keep(text);
                Raw::Error(start, len)
            }
            Cell::Number(value) => Raw::Number(value),
            Cell::Date(value) => Raw::Date(value),
            Cell::Bool(value) => Raw::Bool(value),
        };
        self.cells.push(raw);
    }

    /// Gives the sheet the text that [`Grid::push_piece`] took pieces of: a file of a
    /// million rows is not copied cell by cell. Only for a sheet without other texts.
    pub(crate) fn set_text(&mut self, text: String) {
        self.text = text;
    }

    /// Adds a cell that is a piece of the text given to [`Grid::set_text`], from byte to byte.
    pub(crate) fn push_piece(&mut self, start: usize, end: usize) {
        // Limits on the size of a file keep both far below 2^32.
        let [start, end] = [start, end].map(|at| u32::try_from(at).unwrap_or(u32::MAX));
        self.cells.push(match end.saturating_sub(start) {
            0 => Raw::Empty,
            len => Raw::Text(start, len),
        });
    }

    /// Ends the row that was begun last: empty cells at its end go, and the row with them
    /// when nothing is left.
    pub(crate) fn end_row(&mut self) {
        let Some(start) = self.rows.last().map(|(start, _)| *start as usize) else {
            return;
        };
        let filled = self.cells[start..]
            .iter()
            .rposition(|cell| !matches!(cell, Raw::Empty))
            .map_or(0, |last| last + 1);
        self.cells.truncate(start + filled);
        if filled == 0 {
            self.rows.pop();
        }
    }

    /// Number of cells held, empty ones between others included.
    pub(crate) fn cells(&self) -> usize {
        self.cells.len()
    }

    /// Texts of all cells, row by row.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        self.cells.iter().filter_map(|cell| match *cell {
            Raw::Text(start, len) => self.text.get(start as usize..start as usize + len as usize),
            _ => None,
        })
    }

    /// Replaces texts: nothing from `change` keeps a text as it is, an empty one empties
    /// the cell.
    pub(crate) fn change_texts(&mut self, mut change: impl FnMut(&str) -> Option<String>) {
        let mut emptied = false;
        for at in 0..self.cells.len() {
            let Raw::Text(start, len) = self.cells[at] else {
                continue;
            };
            let old = self.text.get(start as usize..start as usize + len as usize);
            let Some(new) = old.and_then(&mut change) else {
                continue;
            };
            self.cells[at] = if new.is_empty() {
                emptied = true;
                Raw::Empty
            } else {
                let (start, len) = self.keep(&new);
                Raw::Text(start, len)
            };
        }
        if emptied {
            self.trim_rows();
        }
    }

    /// Takes away empty cells at the ends of rows, and rows that hold nothing.
    fn trim_rows(&mut self) {
        let rows = std::mem::take(&mut self.rows);
        let cells = std::mem::take(&mut self.cells);
        for (row, (start, line)) in rows.iter().enumerate() {
            let end = rows.get(row + 1).map_or(cells.len(), |(next, _)| *next as usize);
            self.begin_row(*line);
            self.cells.extend_from_slice(&cells[*start as usize..end]);
            self.end_row();
        }
    }

    fn keep(&mut self, text: &str) -> (u32, u32) {
        // Limits on the size of a file keep both far below 2^32.
        let start = u32::try_from(self.text.len()).unwrap_or(u32::MAX);
        self.text.push_str(text);
        (start, u32::try_from(text.len()).unwrap_or(0))
    }

    /// Number of rows.
    #[must_use]
    pub fn height(&self) -> usize {
        self.rows.len()
    }

    /// Number of cells in a row; 0 beyond the last.
    #[must_use]
    pub fn width(&self, row: usize) -> usize {
        let Some((start, _)) = self.rows.get(row) else {
            return 0;
        };
        let end = self
            .rows
            .get(row + 1)
            .map_or(self.cells.len(), |(next, _)| *next as usize);
        end - *start as usize
    }

    /// The row as people count it in the file, from 1; 0 beyond the last.
    #[must_use]
    pub fn line(&self, row: usize) -> u32 {
        self.rows.get(row).map_or(0, |(_, line)| *line)
    }

    /// A cell; empty beyond the end of its row.
    #[must_use]
    pub fn get(&self, row: usize, column: usize) -> Cell<'_> {
        if column >= self.width(row) {
            return Cell::Empty;
        }
        let text = |start: u32, len: u32| {
            let start = start as usize;
            self.text.get(start..start + len as usize).unwrap_or_default()
        };
        match self.cells[self.rows[row].0 as usize + column] {
            Raw::Empty => Cell::Empty,
            Raw::Text(start, len) => Cell::Text(text(start, len)),
            Raw::Error(start, len) => Cell::Error(text(start, len)),
            Raw::Number(value) => Cell::Number(value),
            Raw::Date(value) => Cell::Date(value),
            Raw::Bool(value) => Cell::Bool(value),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_come_back_as_they_were_put() {
        let mut grid = Grid::new("Tổng hợp");
        grid.begin_row(3);
        grid.push(Cell::Text("Đắk Lắk"));
        grid.push(Cell::Number(7.5));
        grid.begin_row(5);
        grid.push(Cell::Empty);
        assert_eq!((grid.height(), grid.width(0), grid.width(1)), (2, 2, 1));
        assert_eq!((grid.line(0), grid.line(1), grid.line(2)), (3, 5, 0));
        assert_eq!(grid.get(0, 0), Cell::Text("Đắk Lắk"));
        assert_eq!(grid.get(0, 1), Cell::Number(7.5));
        assert_eq!(grid.get(1, 7), Cell::Empty);
    }
}
