//! Workbooks: XLSX, XLS and ODS.

mod biff;
mod layout;
mod number;
mod ods;
mod package;
mod xls;
mod xlsx;

use std::panic::{AssertUnwindSafe, catch_unwind};

use domain::upload::{Arg, CellRef, Issue, IssueKind};

pub(crate) use ods::open as ods;
pub(crate) use xls::open as xls;
pub(crate) use xlsx::open as xlsx;

use crate::{Cell, Grid, Limits, issues};

/// Days between 30/12/1899 and 1/1/1904, from which some workbooks count.
const DAYS_TO_1904: f64 = 1462.0;

/// Bytes of all texts of a workbook, each counted in every cell that shows it: one long
/// text that a million cells share must not fill the memory.
const TEXTS: usize = 1 << 29;

/// Calls a reader that is not ours. The last net: calamine checks most of what a broken
/// file can say, but indexes into records without asking in places, and no upload may take
/// a thread down.
fn caught<T>(read: impl FnOnce() -> Result<T, Issue>) -> Result<T, Issue> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(issues::not_readable("the reader gave up")))
}

/// Says that cells of a sheet were shown as per cent, if any were.
fn percent_notice(sheet: usize, cells: u32) -> Option<Issue> {
    let at = CellRef {
        sheet: u16::try_from(sheet).unwrap_or(u16::MAX),
        ..CellRef::default()
    };
    let args = vec![Arg::Number(f64::from(cells), 0)];
    (cells > 0).then(|| Issue::new(IssueKind::PercentCells, at, "", args))
}

/// A text as written, without the spaces around it: the rest is for [`crate::clean::finish`].
fn text_cell(text: &str) -> Cell<'_> {
    match text.trim_matches([' ', '\t', '\n', '\r']) {
        "" => Cell::Empty,
        text => Cell::Text(text),
    }
}

/// Puts cells into grids, within the limits of a whole file.
struct Builder {
    rows: u64,
    cells: u64,
    /// Bytes of all texts.
    texts: usize,
    limits: Limits,
}

impl Builder {
    fn new(limits: &Limits) -> Self {
        Self {
            rows: 0,
            cells: 0,
            texts: 0,
            limits: *limits,
        }
    }

    /// Puts a cell at its row and column, from 0, behind empty ones where there is a gap.
    /// The sheet's [`Grid::end_row`] is for the caller when all are there.
    ///
    /// # Errors
    /// More than the limits, or a cell that stands before the one put last.
    fn put(&mut self, grid: &mut Grid, row: u32, column: u32, cell: Cell<'_>) -> Result<(), Issue> {
        if cell == Cell::Empty {
            return Ok(());
        }
        let line = row.saturating_add(1);
        let last = grid.height().checked_sub(1);
        let last_line = last.map_or(0, |row| grid.line(row));
        if line != last_line {
            grid.end_row();
            self.rows += 1;
            if self.rows > u64::from(self.limits.rows) {
                return Err(issues::limit(IssueKind::TooManyRows, f64::from(self.limits.rows)));
            }
            grid.begin_row(line);
        }
        let width = grid.width(grid.height().saturating_sub(1)) as u64;
        let Some(gap) = u64::from(column).checked_sub(width).filter(|_| line >= last_line) else {
            return Err(issues::not_readable("cells are not in their order"));
        };
        self.cells += gap + 1;
        if let Cell::Text(text) = cell {
            self.texts += text.len();
        }
        if self.cells > self.limits.cells || self.texts > TEXTS {
            return Err(issues::limit(IssueKind::TooManyCells, self.limits.cells as f64));
        }
        for _ in 0..gap {
            grid.push(Cell::Empty);
        }
        grid.push(cell);
        Ok(())
    }
}
