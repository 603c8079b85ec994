//! Merged areas: only the first cell is visible in the sheet, but spreadsheets keep the content of the others. That
//! content is not read as figures, and the user is notified.

use domain::upload::{Arg, CellRef, Issue, IssueKind};

use crate::budget::Budget;
use crate::grid::Covered;
use crate::{Cell, Grid};

/// Empties the cells below merged areas, apart from the first of each, and records their content.
///
/// # Errors
/// If there are more merged areas, or more cells within them, than the budget allows.
pub(super) fn hide(grid: &mut Grid, budget: &Budget) -> Result<(), Issue> {
    let areas = std::mem::take(&mut grid.merged);
    let width = (0..grid.height()).map(|row| grid.width(row)).max().unwrap_or(0);
    let mut hidden = false;
    for &(top, left, bottom, right) in &areas {
        let rows = grid.rows_between(top.saturating_add(1), bottom.saturating_add(1));
        let (left, end) = (left as usize, (right as usize).saturating_add(1).min(width));
        budget.merged((rows.len() * end.saturating_sub(left)) as u64)?;
        for row in rows {
            for column in left..end.min(grid.width(row)) {
                let is_first = grid.line(row) == top + 1 && column == left;
                if is_first || grid.get(row, column) == Cell::Empty {
                    continue;
                }
                let covered = Covered {
                    row: grid.line(row),
                    column: u32::try_from(column + 1).unwrap_or(u32::MAX),
                    text: cell_text(grid.get(row, column)).into(),
                };
                budget.text(covered.text.len())?;
                grid.covered.push(covered);
                grid.replace(row, column, Cell::Empty);
                hidden = true;
            }
        }
    }
    grid.merged = areas;
    if hidden {
        grid.trim_rows();
    }
    Ok(())
}

/// Returns an issue that reports the unread cells below merged areas; `None` if there are none.
pub(super) fn notice(sheet: usize, grid: &Grid) -> Option<Issue> {
    let first = grid.covered.first()?;
    let at = CellRef {
        sheet: u16::try_from(sheet).unwrap_or(u16::MAX),
        row: first.row,
        column: first.column,
    };
    let args = vec![Arg::Number(grid.covered.len() as f64, 0)];
    Some(Issue::new(IssueKind::CoveredCells, at, &first.text, args))
}

fn cell_text(cell: Cell<'_>) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) | Cell::Error(text) => text.to_owned(),
        Cell::Number(value) | Cell::Date(value) => value.to_string(),
        Cell::Bool(value) => value.to_string(),
        Cell::Uncalculated => "=".to_owned(),
    }
}
