//! Rows that have more or fewer cells than the table's header.

use std::collections::BTreeMap;

use domain::upload::{Arg, CellRef, Issue, IssueKind};

use super::rows::Rows;
use crate::{Cell, Grid};

/// Letters of a row that are shown with an issue.
const SHOWN: usize = 80;

/// Issues of rows that are wider or narrower than the table they stand in. Rows above and
/// below the table (titles, notes) are free.
pub(super) fn ragged(rows: &Rows) -> Vec<Issue> {
    let Some(table) = Table::find(rows) else {
        return Vec::new();
    };
    let inside = || (table.first..=table.last).map(|row| (row, rows.widths[row]));
    let short = inside().filter(|(_, width)| *width < table.width).count();
    // Programs that leave out empty cells at the ends of rows do so everywhere.
    let short_matters = short * 5 <= table.last + 1 - table.first;
    let mut found = Vec::new();
    for (row, width) in inside() {
        let filled = rows.grid.width(row);
        let kind = if filled > table.width as usize {
            IssueKind::LongRow
        } else if width < table.width && filled > 1 && short_matters {
            IssueKind::ShortRow
        } else {
            continue;
        };
        let cells = if kind == IssueKind::LongRow {
            filled as f64
        } else {
            f64::from(width)
        };
        let at = CellRef {
            sheet: 0,
            row: rows.grid.line(row),
            column: 0,
        };
        let args = vec![Arg::Number(cells, 0), Arg::Number(f64::from(table.width), 0)];
        found.push(Issue::new(kind, at, &shown(&rows.grid, row), args));
    }
    found
}

/// The rows that make the table.
struct Table {
    first: usize,
    last: usize,
    /// Cells of its header.
    width: u32,
}

impl Table {
    /// The table is where rows have the width that most rows have. Its header is the first
    /// of them, or a row of words right above: where decimal commas were not quoted, all
    /// rows agree and only the header is narrower.
    fn find(rows: &Rows) -> Option<Self> {
        let mut counts = BTreeMap::new();
        for width in rows.widths.iter().filter(|width| **width > 1) {
            *counts.entry(*width).or_insert(0_usize) += 1;
        }
        let (usual, count) = counts.into_iter().max_by_key(|(width, count)| (*count, *width))?;
        if count < 2 {
            return None;
        }
        let first = rows.widths.iter().position(|width| *width == usual)?;
        // A source line that commas cut into as many cells is below the table.
        let figures = |row: &usize| rows.widths[*row] == usual && !words(&rows.grid, *row);
        let last = (0..rows.widths.len()).rev().find(figures);
        let last = last.or_else(|| rows.widths.iter().rposition(|width| *width == usual))?;
        let above = first.checked_sub(1).filter(|row| {
            let near = rows.grid.line(first) - rows.grid.line(*row) == 1;
            near && rows.grid.width(*row) > 1.max(usual as usize / 2) && words(&rows.grid, *row)
        });
        Some(match above {
            Some(header) if !words(&rows.grid, first) => Self {
                first: header,
                last,
                width: rows.widths[header],
            },
            _ => Self {
                first,
                last,
                width: usual,
            },
        })
    }
}

/// True for a row without numbers, years apart: what a header is.
fn words(grid: &Grid, row: usize) -> bool {
    (0..grid.width(row)).all(|column| match grid.get(row, column) {
        Cell::Text(text) => {
            let digits = text.bytes().filter(u8::is_ascii_digit).count();
            digits == 0 || text.contains(char::is_alphabetic) || (digits == 4 && text.len() == 4)
        }
        _ => true,
    })
}

/// The row's texts, as far as they are shown.
fn shown(grid: &Grid, row: usize) -> String {
    let texts = (0..grid.width(row)).map(|column| match grid.get(row, column) {
        Cell::Text(text) => text,
        _ => "",
    });
    let joined = texts.collect::<Vec<_>>().join(" | ");
    match joined.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &joined[..end]),
        None => joined,
    }
}
