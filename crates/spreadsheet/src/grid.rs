//! A sheet as a grid of cells, stored in a few large allocations so that a million rows fit in memory.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The content of a cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell<'a> {
    /// No content, or only whitespace.
    Empty,
    /// A text, trimmed, in NFC.
    Text(&'a str),
    /// A number of a workbook, exactly as stored.
    Number(f64),
    /// A date of a workbook: days since 30/12/1899, as stored.
    Date(f64),
    /// A Boolean value.
    Bool(bool),
    /// An error value of a workbook, such as `#REF!`, including unknown ones.
    Error(&'a str),
    /// A formula without a cached value: the program that wrote the file never calculated it. Never a number, whatever
    /// the file stores as its value.
    Uncalculated,
}

/// The content of a cell below a merged area, which is not visible in the sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Covered {
    /// Row in the file, from 1.
    pub row: u32,
    /// Column, from 1.
    pub column: u32,
    /// The content as text.
    pub text: Box<str>,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
enum Raw {
    Empty,
    Text(u32, u32),
    Number(f64),
    Date(f64),
    Bool(bool),
    Error(u32, u32),
    Uncalculated,
}

/// A sheet. Rows and columns are indexed from 0; [`Grid::line`] returns the row number in the file. Columns are those
/// of the file, including leading empty ones. Empty rows are omitted (visible as a gap in [`Grid::line`]), and
/// trailing empty cells of a row are dropped, so rows may differ in length.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Grid {
    /// The sheet name; empty for a text file.
    pub name: String,
    /// Name of the uploaded file.
    pub file: String,
    /// Whether the sheet is hidden in the workbook.
    pub hidden: bool,
    /// Merged areas: first row, first column, last row, last column, from 0. Rows are those of the file;
    /// [`Grid::merged_areas`] returns them as rows of the grid.
    pub merged: Vec<(u32, u32, u32, u32)>,
    /// Content below merged areas that was not read, in the order of the areas.
    pub covered: Vec<Covered>,
    /// Superscript footnote marks, by line of the file from 1 and column from 0.
    marks: BTreeMap<(u32, u32), Box<str>>,
    text: String,
    cells: Vec<Raw>,
    /// The index in `cells` at which each row starts, and its line in the file.
    rows: Vec<(u32, u32)>,
}

impl Grid {
    /// Creates an empty sheet.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            ..Self::default()
        }
    }

    /// Begins a row that is on line `line` of the file, counted from 1.
    pub fn begin_row(&mut self, line: u32) {
        let at = u32::try_from(self.cells.len()).unwrap_or(u32::MAX);
        self.rows.push((at, line));
    }

    /// Appends a cell to the current row.
    pub fn push(&mut self, cell: Cell<'_>) {
        let raw = match cell {
            Cell::Empty => Raw::Empty,
            Cell::Text(text) => {
                let (start, len) = self.store_text(text);
                Raw::Text(start, len)
            }
            Cell::Error(text) => {
                let (start, len) = self.store_text(text);
                Raw::Error(start, len)
            }
            Cell::Number(value) => Raw::Number(value),
            Cell::Date(value) => Raw::Date(value),
            Cell::Bool(value) => Raw::Bool(value),
            Cell::Uncalculated => Raw::Uncalculated,
        };
        self.cells.push(raw);
    }

    /// Replaces an existing cell. After emptying cells, the caller has to call [`Grid::trim_rows`].
    pub(crate) fn replace(&mut self, row: usize, column: usize, cell: Cell<'_>) {
        if column < self.width(row) {
            let at = self.rows[row].0 as usize + column;
            self.push(cell);
            self.cells[at] = self.cells.pop().unwrap_or(Raw::Empty);
        }
    }

    /// Records a footnote mark of the cell that was added last.
    pub(crate) fn mark_last(&mut self, mark: &str) {
        let Some((start, line)) = self.rows.last() else {
            return;
        };
        let column = self.cells.len().saturating_sub(*start as usize + 1);
        let column = u32::try_from(column).unwrap_or(u32::MAX);
        self.marks.insert((*line, column), mark.into());
    }

    /// Returns the footnote mark of a cell, its superscript; `None` if it has none.
    #[must_use]
    pub fn mark(&self, row: usize, column: usize) -> Option<&str> {
        if self.marks.is_empty() {
            return None;
        }
        let column = u32::try_from(column).ok()?;
        self.marks.get(&(self.line(row), column)).map(AsRef::as_ref)
    }

    /// Iterates over all footnote marks: line of the file from 1, column from 0, mark.
    pub fn marks(&self) -> impl Iterator<Item = (u32, u32, &str)> {
        self.marks
            .iter()
            .map(|((line, column), mark)| (*line, *column, mark.as_ref()))
    }

    /// Returns the row of the grid for a line of the file; `None` if that line is empty.
    #[must_use]
    pub fn row_at(&self, line: u32) -> Option<usize> {
        self.rows.binary_search_by_key(&line, |(_, line)| *line).ok()
    }

    /// Returns the rows of the grid whose lines in the file are between `first` and `last`, inclusive.
    pub(crate) fn rows_between(&self, first: u32, last: u32) -> std::ops::Range<usize> {
        let start = self.rows.partition_point(|(_, line)| *line < first);
        let end = self.rows.partition_point(|(_, line)| *line <= last);
        start..end.max(start)
    }

    /// Returns the rows with lines between `first` and `last`, inclusive, as a sheet with the same line numbers: one
    /// of several tables of this sheet.
    #[must_use]
    pub fn between(&self, first: u32, last: u32) -> Self {
        let mut part = Self {
            hidden: self.hidden,
            text: self.text.clone(),
            ..Self::new(self.name.clone())
        };
        for row in self.rows_between(first, last) {
            part.begin_row(self.line(row));
            let start = self.rows[row].0 as usize;
            part.cells
                .extend_from_slice(&self.cells[start..start + self.width(row)]);
        }
        let inside = |line: u32| (first..=last).contains(&line);
        let merged = self.merged.iter().filter(|(top, ..)| inside(top.saturating_add(1)));
        part.merged = merged.copied().collect();
        part.covered = self.covered.iter().filter(|c| inside(c.row)).cloned().collect();
        let marks = self.marks.iter().filter(|((line, _), _)| inside(*line));
        part.marks = marks.map(|(at, mark)| (*at, mark.clone())).collect();
        part
    }

    /// Iterates over the merged areas in rows and columns of the grid (first row, first column, last row, last
    /// column): empty rows, which the grid omits, do not shift them. Areas without any row are skipped.
    pub fn merged_areas(&self) -> impl Iterator<Item = (usize, usize, usize, usize)> {
        let width = (0..self.height()).map(|row| self.width(row)).max().unwrap_or(0);
        self.merged.iter().filter_map(move |(top, left, bottom, right)| {
            let rows = self.rows_between(top.saturating_add(1), bottom.saturating_add(1));
            let last = (*right as usize).min(width.checked_sub(1)?);
            let left = *left as usize;
            (!rows.is_empty() && left <= last).then(|| (rows.start, left, rows.end - 1, last))
        })
    }

    /// Sets the text that [`Grid::push_piece`] refers to, so that a file of a million rows is not copied cell by cell.
    /// Only valid for a sheet without other texts.
    pub(crate) fn set_text(&mut self, text: String) {
        self.text = text;
    }

    /// Appends a cell that is a byte range of the text passed to [`Grid::set_text`].
    pub(crate) fn push_piece(&mut self, start: usize, end: usize) {
        // The limit on the file size keeps both far below 2^32.
        let [start, end] = [start, end].map(|at| u32::try_from(at).unwrap_or(u32::MAX));
        self.cells.push(match end.saturating_sub(start) {
            0 => Raw::Empty,
            len => Raw::Text(start, len),
        });
    }

    /// Ends the current row: removes trailing empty cells, and the row itself if nothing is left.
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

    /// Returns the number of stored cells, including the empty ones between filled cells.
    pub(crate) fn cells(&self) -> usize {
        self.cells.len()
    }

    /// Iterates over the texts of all cells, row by row.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        self.cells.iter().filter_map(|cell| match *cell {
            Raw::Text(start, len) => self.text.get(start as usize..start as usize + len as usize),
            _ => None,
        })
    }

    /// Replaces texts with the results of `change`: `None` leaves a text unchanged, and an empty text empties the
    /// cell.
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
                let (start, len) = self.store_text(&new);
                Raw::Text(start, len)
            };
        }
        if emptied {
            self.trim_rows();
        }
    }

    /// Removes trailing empty cells and empty rows.
    pub(crate) fn trim_rows(&mut self) {
        let rows = std::mem::take(&mut self.rows);
        let cells = std::mem::take(&mut self.cells);
        for (row, (start, line)) in rows.iter().enumerate() {
            let end = rows.get(row + 1).map_or(cells.len(), |(next, _)| *next as usize);
            self.begin_row(*line);
            self.cells.extend_from_slice(&cells[*start as usize..end]);
            self.end_row();
        }
    }

    fn store_text(&mut self, text: &str) -> (u32, u32) {
        // The limit on the file size keeps both far below 2^32.
        let start = u32::try_from(self.text.len()).unwrap_or(u32::MAX);
        self.text.push_str(text);
        (start, u32::try_from(text.len()).unwrap_or(0))
    }

    /// Returns the number of rows.
    #[must_use]
    pub fn height(&self) -> usize {
        self.rows.len()
    }

    /// Returns the number of cells in a row; 0 beyond the last row.
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

    /// Returns the row's line in the file, from 1; 0 beyond the last row.
    #[must_use]
    pub fn line(&self, row: usize) -> u32 {
        self.rows.get(row).map_or(0, |(_, line)| *line)
    }

    /// Returns a cell; empty beyond the end of its row.
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
            Raw::Uncalculated => Cell::Uncalculated,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_returned_as_stored() {
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

    #[test]
    fn a_part_of_a_sheet_keeps_its_lines_and_merged_areas() {
        let mut grid = Grid::new("Hai bảng");
        for line in [1, 2, 5, 6] {
            grid.begin_row(line);
            grid.push(Cell::Number(f64::from(line)));
        }
        grid.merged = vec![(0, 0, 1, 0), (4, 0, 5, 0)];
        let part = grid.between(4, 9);
        assert_eq!((part.height(), part.line(0), part.line(1)), (2, 5, 6));
        assert_eq!(part.get(1, 0), Cell::Number(6.0));
        assert_eq!(part.merged_areas().collect::<Vec<_>>(), [(0, 0, 1, 0)]);
    }
}
