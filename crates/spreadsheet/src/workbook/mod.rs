//! Workbooks and packages: XLSX, XLSB, XLS, ODS, and Word documents, which are packages as well.

mod formulas;
mod hidden;
mod merged;
mod number;
mod ods;
mod package;
mod strings;
mod xls;
mod xlsb;
mod xlsx;
mod xml;

use std::panic::{AssertUnwindSafe, catch_unwind};

use domain::upload::{Arg, CellRef, FileKind, Issue, IssueKind};

pub(crate) use number::{NumberFormat, times_100};
pub(crate) use ods::{days, open as ods};
pub(crate) use package::Package;
pub(crate) use xls::open as xls;
pub(crate) use xlsb::open as xlsb;
pub(crate) use xlsx::open as xlsx;
pub(crate) use xml::{Xml, XmlEvent, attribute, end_name, local_name};

use crate::budget::Budget;
use crate::{Cell, Grid, Workbook, issues};
use formulas::Formulas;
use hidden::Hidden;
use number::Shown;

/// Maximum number of columns of a sheet: a spreadsheet cannot show content beyond.
const COLUMNS: u32 = 16_384;

/// Days between 30/12/1899 and 1/1/1904, the epoch of some workbooks.
const DAYS_TO_1904: f64 = 1462.0;

/// Calls a third-party reader and converts a panic to an issue. Such readers validate most of what a malformed file
/// can declare, but some index into records unchecked, and no upload may bring a thread down.
pub(crate) fn catch_panics<T>(read: impl FnOnce() -> Result<T, Issue>) -> Result<T, Issue> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(issues::not_readable("the reader failed")))
}

/// Returns an issue that reports cells displayed as percentages; `None` if there are none.
fn percent_notice(sheet: usize, cells: u32) -> Option<Issue> {
    let at = CellRef {
        sheet: u16::try_from(sheet).unwrap_or(u16::MAX),
        ..CellRef::default()
    };
    let args = vec![Arg::Number(f64::from(cells), 0)];
    (cells > 0).then(|| Issue::new(IssueKind::PercentCells, at, "", args))
}

/// Returns an issue that reports the footnote marks removed from a sheet; `None` if there are none.
pub(crate) fn mark_notice(sheet: usize, grid: &Grid) -> Option<Issue> {
    let (row, column, mark) = grid.marks().next()?;
    let at = CellRef {
        sheet: u16::try_from(sheet).unwrap_or(u16::MAX),
        row,
        column: column + 1,
    };
    let args = vec![Arg::Number(grid.marks().count() as f64, 0)];
    Some(Issue::new(IssueKind::FootnoteMarks, at, mark, args))
}

/// Returns a cell with the text, without the spaces around it; [`crate::clean::finish`] does the rest.
pub(crate) fn text_cell(text: &str) -> Cell<'_> {
    match text.trim_matches([' ', '\t', '\n', '\r']) {
        "" => Cell::Empty,
        text => Cell::Text(text),
    }
}

/// Builds a workbook sheet by sheet, within the budget.
pub(crate) struct Builder<'b> {
    pub(crate) budget: &'b Budget,
    pub(crate) sheets: Vec<Grid>,
    formulas: Formulas,
    /// Number of cells displayed as percentages, by sheet.
    percents: Vec<u32>,
    hidden: Vec<Hidden>,
}

/// Properties of a stored number.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Stored<'f> {
    pub(crate) format: Option<&'f NumberFormat>,
    /// Whether it is the cached value of a formula.
    pub(crate) formula: bool,
    /// Whether the formula's own flag asks for calculation on load.
    pub(crate) uncalculated: bool,
    /// Whether the sheet hides zeros.
    pub(crate) no_zeros: bool,
    /// Days from 30/12/1899 to the workbook's epoch.
    pub(crate) epoch: f64,
}

impl<'b> Builder<'b> {
    pub(crate) fn new(budget: &'b Budget) -> Self {
        Self {
            budget,
            sheets: Vec::new(),
            formulas: Formulas::default(),
            percents: Vec::new(),
            hidden: Vec::new(),
        }
    }

    /// Begins a sheet; subsequent cells are added to it.
    pub(crate) fn begin_sheet(&mut self, name: &str, hidden: bool) {
        let mut grid = Grid::new(name);
        grid.hidden = hidden;
        self.sheets.push(grid);
        self.percents.push(0);
        self.hidden.push(Hidden::default());
    }

    /// Returns the hidden rows and columns of the current sheet.
    pub(crate) fn hidden(&mut self) -> Option<&mut Hidden> {
        self.hidden.last_mut()
    }

    pub(crate) fn merge(&mut self, area: (u32, u32, u32, u32)) -> Result<(), Issue> {
        self.budget.steps(1)?;
        if let Some(grid) = self.sheets.last_mut() {
            grid.merged.push(area);
        }
        Ok(())
    }

    /// Puts a cell at its row and column, from 0, and fills the gap before it with empty cells.
    ///
    /// # Errors
    /// If the budget is exceeded, or the cell precedes the one put last.
    pub(crate) fn put(&mut self, row: u32, column: u32, cell: Cell<'_>) -> Result<(), Issue> {
        self.budget.steps(1)?;
        let Some(grid) = self.sheets.last_mut().filter(|_| cell != Cell::Empty) else {
            return Ok(());
        };
        if column >= COLUMNS {
            return Err(self.budget.limit_issue());
        }
        let line = row.saturating_add(1);
        let last = grid.height().checked_sub(1);
        let last_line = last.map_or(0, |row| grid.line(row));
        if line != last_line {
            grid.end_row();
            self.budget.row()?;
            grid.begin_row(line);
        }
        let width = grid.width(grid.height().saturating_sub(1)) as u64;
        let Some(gap) = u64::from(column).checked_sub(width).filter(|_| line >= last_line) else {
            return Err(issues::not_readable("cells are out of order"));
        };
        self.budget.cells(gap + 1)?;
        if let Cell::Text(text) | Cell::Error(text) = cell {
            self.budget.text(text.len())?;
        }
        for _ in 0..gap {
            grid.push(Cell::Empty);
        }
        grid.push(cell);
        Ok(())
    }

    /// Puts a text whose footnote mark was separated from it.
    pub(crate) fn put_marked(&mut self, row: u32, column: u32, text: &str, mark: &str) -> Result<(), Issue> {
        let cell = text_cell(text);
        self.put(row, column, cell)?;
        let mark = mark.trim();
        if let Some(grid) = self
            .sheets
            .last_mut()
            .filter(|_| cell != Cell::Empty && !mark.is_empty())
        {
            self.budget.text(mark.len())?;
            grid.mark_last(mark);
        }
        Ok(())
    }

    /// Puts a number as it is displayed.
    pub(crate) fn put_number(&mut self, row: u32, column: u32, value: f64, stored: Stored<'_>) -> Result<(), Issue> {
        let plain = NumberFormat::default();
        let format = stored.format.unwrap_or(&plain);
        if format.date {
            return self.put(row, column, Cell::Date(value + stored.epoch));
        }
        let shown = match format.shown(value) {
            _ if value == 0.0 && stored.no_zeros => Shown::Blank,
            shown => shown,
        };
        let sheet = self.sheets.len().saturating_sub(1);
        if stored.formula && value != 0.0 {
            self.formulas.add_value(sheet, column);
        }
        if stored.formula && value == 0.0 {
            self.put(row, column, Cell::Number(0.0))?;
            let row = self.sheets.last().map_or(0, Grid::height).saturating_sub(1);
            self.formulas.add_zero(sheet, row, column, shown, stored.uncalculated);
            return Ok(());
        }
        match shown {
            Shown::Blank => Ok(()),
            Shown::Text(text) => self.put(row, column, text_cell(&text)),
            Shown::Number if format.percent => {
                if let Some(count) = self.percents.last_mut() {
                    *count += 1;
                }
                self.put(row, column, Cell::Number(times_100(value)))
            }
            Shown::Number => self.put(row, column, Cell::Number(value)),
        }
    }

    /// Returns the finished workbook.
    ///
    /// # Errors
    /// If there are more merged areas than the budget allows.
    pub(crate) fn finish(mut self, kind: FileKind) -> Result<Workbook, Issue> {
        for grid in &mut self.sheets {
            grid.end_row();
        }
        self.formulas.resolve(&mut self.sheets);
        let mut issues_found = Vec::new();
        for (at, grid) in self.sheets.iter_mut().enumerate() {
            merged::hide(grid, self.budget)?;
            issues_found.extend(percent_notice(at, self.percents.get(at).copied().unwrap_or(0)));
            issues_found.extend(self.hidden.get(at).and_then(|hidden| hidden.notice(at, grid)));
            issues_found.extend(merged::notice(at, grid));
            issues_found.extend(mark_notice(at, grid));
        }
        Ok(Workbook {
            kind,
            encoding: None,
            separator: None,
            sheets: self.sheets,
            issues: issues_found,
        })
    }
}
