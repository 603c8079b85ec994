//! A view of a sheet for reading tables: merged cells are filled, and rows and columns may be transposed.

use std::collections::HashMap;

use domain::upload::CellRef;
use spreadsheet::{Cell, Grid};

use crate::limit::step;

/// A sheet, or its transposition.
pub(crate) struct View<'a> {
    grid: &'a Grid,
    sheet: u16,
    across: bool,
    height: usize,
    width: usize,
    /// Cells inside merged areas, with the cell that holds their value.
    merged: HashMap<(usize, usize), (usize, usize)>,
}

/// Size above which merged areas are backgrounds, not headers.
const MAX_MERGED_CELLS: usize = 5_000;

impl<'a> View<'a> {
    pub(crate) fn new(grid: &'a Grid, sheet: usize, across: bool) -> Self {
        let width = (0..grid.height()).map(|row| grid.width(row)).max().unwrap_or(0);
        let mut merged = HashMap::new();
        // Empty rows at the end of the file are not in the grid.
        for (top, left, bottom, right) in grid.merged_areas() {
            let bottom = bottom.min(grid.height().saturating_sub(1));
            let right = right.min(width.saturating_sub(1));
            let area = bottom.saturating_sub(top).saturating_add(1) * right.saturating_sub(left).saturating_add(1);
            if area > MAX_MERGED_CELLS || bottom < top || right < left {
                continue;
            }
            for row in top..=bottom {
                step();
                merged.extend((left..=right).map(|column| ((row, column), (top, left))));
            }
        }
        Self {
            grid,
            sheet: u16::try_from(sheet).unwrap_or(u16::MAX),
            across,
            height: grid.height(),
            width,
            merged,
        }
    }

    /// Returns true if the view is transposed: provinces run across the sheet.
    pub(crate) const fn across(&self) -> bool {
        self.across
    }

    pub(crate) const fn name(&self) -> &'a str {
        self.grid.name.as_str()
    }

    pub(crate) const fn height(&self) -> usize {
        if self.across { self.width } else { self.height }
    }

    pub(crate) const fn width(&self) -> usize {
        if self.across { self.height } else { self.width }
    }

    /// Returns the number of columns in which a row may have content: rows of a sheet have different lengths, and one
    /// long row must not make a million short ones long.
    pub(crate) fn reach(&self, row: usize) -> usize {
        if self.across || !self.merged.is_empty() {
            self.width()
        } else {
            self.grid.width(row)
        }
    }

    /// Returns a cell itself.
    pub(crate) fn raw(&self, row: usize, column: usize) -> Cell<'a> {
        step();
        if self.across {
            self.grid.get(column, row)
        } else {
            self.grid.get(row, column)
        }
    }

    /// Returns a cell, or the first cell of the merged area around it, as readers of the sheet see it. Other cells of
    /// the area may still hold values from before they were merged.
    pub(crate) fn get(&self, row: usize, column: usize) -> Cell<'a> {
        if self.merged.is_empty() {
            return self.raw(row, column);
        }
        let (row, column) = self.origin(row, column);
        self.raw(row, column)
    }

    /// Returns the position of the cell that holds the value of this one.
    pub(crate) fn origin(&self, row: usize, column: usize) -> (usize, usize) {
        let key = if self.across { (column, row) } else { (row, column) };
        match self.merged.get(&key) {
            Some((top, left)) if self.across => (*left, *top),
            Some(origin) => *origin,
            None => (row, column),
        }
    }

    /// Returns true if the sheet has merged areas.
    pub(crate) fn has_merged(&self) -> bool {
        !self.merged.is_empty()
    }

    /// Returns true if the cell is filled from a merged area that begins elsewhere.
    pub(crate) fn filled(&self, row: usize, column: usize) -> bool {
        !self.merged.is_empty() && self.origin(row, column) != (row, column)
    }

    /// Returns the text of a cell; empty if it is not text.
    pub(crate) fn text(&self, row: usize, column: usize) -> &'a str {
        match self.get(row, column) {
            Cell::Text(text) => text,
            _ => "",
        }
    }

    /// Returns the position of a cell in the file.
    pub(crate) fn at(&self, row: usize, column: usize) -> CellRef {
        let (row, column) = if self.across { (column, row) } else { (row, column) };
        CellRef {
            sheet: self.sheet,
            row: self.grid.line(row),
            column: u32::try_from(column + 1).unwrap_or(u32::MAX),
        }
    }

    /// Returns the number of a row of the view in the file, from 1 (of a column if transposed).
    pub(crate) fn line(&self, row: usize) -> u32 {
        if self.across {
            u32::try_from(row + 1).unwrap_or(u32::MAX)
        } else {
            self.grid.line(row)
        }
    }

    /// Returns the number of a column of the view in the file, from 1 (of a row if transposed).
    pub(crate) fn number(&self, column: usize) -> u32 {
        if self.across {
            self.grid.line(column)
        } else {
            u32::try_from(column + 1).unwrap_or(u32::MAX)
        }
    }

    /// Returns a reference to a whole column of the view.
    pub(crate) fn whole(&self, column: usize) -> CellRef {
        let number = self.number(column);
        let (row, column) = if self.across { (number, 0) } else { (0, number) };
        CellRef {
            sheet: self.sheet,
            row,
            column,
        }
    }

    /// Returns a reference to the sheet as a whole.
    pub(crate) const fn sheet(&self) -> CellRef {
        CellRef {
            sheet: self.sheet,
            row: 0,
            column: 0,
        }
    }

    /// Returns true if no cell of a row has content of its own.
    pub(crate) fn empty_row(&self, row: usize) -> bool {
        (0..self.reach(row)).all(|column| self.raw(row, column) == Cell::Empty)
    }
}

/// Returns a cell as text, for headers and samples; numbers without binary noise.
pub(crate) fn cell_text(cell: Cell<'_>) -> String {
    match cell {
        Cell::Empty | Cell::Uncalculated => String::new(),
        Cell::Text(text) | Cell::Error(text) => domain::tidy(text),
        Cell::Number(value) => {
            let (value, _) = crate::values::clean(value, 4);
            format!("{value}")
        }
        Cell::Date(serial) => {
            crate::values::day_of_serial(serial).map_or_else(|| format!("{serial}"), |day| day.format(domain::Lang::Vi))
        }
        Cell::Bool(value) => format!("{value}"),
    }
}
