//! Hidden rows and columns: they are read like visible ones, and the user is notified.

use domain::upload::{Arg, CellRef, Issue, IssueKind};

use crate::Grid;

/// The hidden rows and columns of a sheet, from 0.
#[derive(Clone, Debug, Default)]
pub(crate) struct Hidden {
    /// Hidden rows.
    pub(crate) rows: Vec<u32>,
    /// First and last column of each hidden group.
    pub(crate) columns: Vec<(u32, u32)>,
}

impl Hidden {
    /// Returns an issue that reports how many non-empty rows and columns are hidden; `None` if none are.
    pub(crate) fn notice(&self, sheet: usize, grid: &Grid) -> Option<Issue> {
        let mut lines = self.rows.clone();
        lines.sort_unstable();
        let rows = (0..grid.height()).filter(|row| {
            let line = grid.line(*row).saturating_sub(1);
            lines.binary_search(&line).is_ok()
        });
        let width = (0..grid.height()).map(|row| grid.width(row)).max().unwrap_or(0) as u64;
        let columns = self.columns.iter().map(|(first, last)| {
            let end = (u64::from(*last) + 1).min(width);
            end.saturating_sub(u64::from(*first))
        });
        let count = rows.count() as u64 + columns.sum::<u64>();
        let at = CellRef {
            sheet: u16::try_from(sheet).unwrap_or(u16::MAX),
            ..CellRef::default()
        };
        let args = vec![Arg::Number(count as f64, 0)];
        (count > 0).then(|| Issue::new(IssueKind::HiddenCells, at, "", args))
    }
}
