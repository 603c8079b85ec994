//! A sheet as a grid of cells, in few large pieces of memory: a million rows must fit.

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

#[derive(Clone, Copy, Debug)]
enum Raw {
    Empty,
    Text(u32, u32),
    Number(f64),
    Date(f64),
    Bool(bool),
    Error(u32, u32),
}

/// A sheet. Rows and columns count from 0 here; [`Grid::line`] gives the row as people
/// count it. Rows may be of different lengths.
#[derive(Clone, Debug, Default)]
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
