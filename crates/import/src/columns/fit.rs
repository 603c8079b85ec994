//! Measures how well a column of ranks fits a column of values.

use crate::{
    layout::Table,
    values::{Parsed, parse, rank},
};
use spreadsheet::Cell;

/// Maximum number of rows compared: every province twice; the running time is quadratic.
const SAMPLE: usize = 150;

/// Returns the share of rows whose rank is consistent with the values, with a tolerance of one.
pub(super) fn rank_fits(table: &Table<'_>, ranks: usize, values: usize) -> f64 {
    let pairs: Vec<(u16, f64)> = table
        .body
        .clone()
        .take(SAMPLE)
        .filter_map(|row| {
            Some((
                rank_in(table.view.get(row, ranks))?,
                value_in(table.view.get(row, values))?,
            ))
        })
        .collect();
    if pairs.len() < 4 {
        return 0.0;
    }
    let fits = pairs
        .iter()
        .filter(|(rank, value)| {
            let above = pairs.iter().filter(|(_, other)| other > value).count();
            let by_order = pairs.iter().filter(|(other, _)| other < rank).count();
            above.abs_diff(by_order) <= 1
        })
        .count();
    #[expect(clippy::cast_precision_loss, reason = "at most 150 rows")]
    let share = fits as f64 / pairs.len() as f64;
    share
}

/// Returns a cell as a number; `None` if it is not one.
pub(super) fn value_in(cell: Cell<'_>) -> Option<f64> {
    match cell {
        Cell::Number(value) => Some(value),
        Cell::Text(text) => match parse(text, None) {
            Parsed::Number(n) | Parsed::Ambiguous { decimals: n, .. } => Some(n.value),
            Parsed::NotANumber => None,
        },
        _ => None,
    }
}

fn rank_in(cell: Cell<'_>) -> Option<u16> {
    match cell {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a whole number from 1 to 1000"
        )]
        Cell::Number(value) if value.fract() == 0.0 && (1.0..=1000.0).contains(&value) => Some(value as u16),
        Cell::Text(text) => rank(text).map(|(rank, _)| rank),
        _ => None,
    }
}
