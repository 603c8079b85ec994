//! Reports rows that have more or fewer cells than the table's header.

use std::collections::BTreeMap;

use domain::upload::{Arg, CellRef, Issue, IssueKind};

use super::rows::Rows;
use crate::{Cell, Grid};

/// Maximum number of characters of a row that are quoted in an issue.
const SHOWN: usize = 80;

/// Returns an issue for each row that is wider or narrower than its table. Rows above and below the table (titles,
/// notes) may have any width.
pub(super) fn ragged(rows: &Rows) -> Vec<Issue> {
    let Some(table) = Table::find(rows) else {
        return Vec::new();
    };
    let inside = || (table.first..=table.last).map(|row| (row, rows.widths[row]));
    let short = inside().filter(|(_, width)| *width < table.width).count();
    // Programs that omit trailing empty cells do so in all rows.
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
        found.push(Issue::new(kind, at, &excerpt(&rows.grid, row), args));
    }
    found
}

/// The rows that form the table.
struct Table {
    first: usize,
    last: usize,
    /// Number of cells of its header.
    width: u32,
}

impl Table {
    /// Finds the table: the rows with the most frequent width. Its header is the first of them, or a row of words
    /// directly above: where decimal commas were not quoted, all data rows have the same width and only the header is
    /// narrower. `None` if no two rows with several cells have the same width.
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
        // A source line that commas split into as many cells is below the table.
        let is_data = |row: &usize| rows.widths[*row] == usual && !is_header_like(&rows.grid, *row);
        let last = (0..rows.widths.len()).rev().find(is_data);
        let last = last.or_else(|| rows.widths.iter().rposition(|width| *width == usual))?;
        let above = first.checked_sub(1).filter(|row| {
            let adjacent = rows.grid.line(first) - rows.grid.line(*row) == 1;
            adjacent && rows.grid.width(*row) > 1.max(usual as usize / 2) && is_header_like(&rows.grid, *row)
        });
        Some(match above {
            Some(header) if !is_header_like(&rows.grid, first) => Self {
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

/// Returns true for a row without numbers other than years, as headers are.
fn is_header_like(grid: &Grid, row: usize) -> bool {
    (0..grid.width(row)).all(|column| match grid.get(row, column) {
        Cell::Text(text) => {
            let digits = text.bytes().filter(u8::is_ascii_digit).count();
            digits == 0 || text.contains(char::is_alphabetic) || (digits == 4 && text.len() == 4)
        }
        _ => true,
    })
}

/// Returns the row's texts, truncated for display.
fn excerpt(grid: &Grid, row: usize) -> String {
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
