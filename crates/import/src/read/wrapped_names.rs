//! Joins names that a narrow column wrapped over two rows, and recognises rows of notes.

use std::collections::BTreeSet;

use spreadsheet::Cell;

use super::plan::Plan;
use crate::{
    layout::{MAX_HAND_MADE_ROWS, View},
    places::{Spellings, is_note},
};

/// Joins names in two rows ("Bà Rịa -" above "Vũng Tàu") if exactly one of the rows has figures. Returns the rows that
/// hold only a part of a name.
pub(super) fn join<'a>(plan: &Plan<'a>, spellings: &mut Spellings<'a, '_>, columns: &[usize]) -> BTreeSet<usize> {
    let (table, mut parts) = (&plan.table, BTreeSet::new());
    if table.body.len() > MAX_HAND_MADE_ROWS || table.sorted {
        return parts;
    }
    let Some(column) = columns.first().copied() else {
        return parts;
    };
    let name = |row: usize| match table.view.raw(row, column) {
        Cell::Text(text) if text.len() < 60 => text,
        _ => "",
    };
    for row in table.body.clone() {
        let (upper, lower) = (name(row), name(row + 1));
        if upper.is_empty() || lower.is_empty() || row + 1 >= table.body.end || parts.contains(&row) {
            continue;
        }
        let figures = [row, row + 1].map(|row| has_more(&table.view, row, column));
        if figures[0] == figures[1] {
            continue;
        }
        let row_without_figures = if figures[0] { row + 1 } else { row };
        if spellings.is_unit(upper) && spellings.is_unit(lower) {
            // A row of a province without figures may follow that of any other province, but not its own.
            let (a, b) = (spellings.id(upper), spellings.id(lower));
            if upper != lower && spellings.same(a, b) {
                parts.insert(row_without_figures);
            }
            continue;
        }
        let bare = |text: &str| text.trim_end_matches(['-', '–', '—', ' ']).to_owned();
        let joined = [format!("{upper} {lower}"), format!("{} - {lower}", bare(upper))];
        let name_with_figures = if figures[0] { upper } else { lower };
        if joined.iter().any(|joined| spellings.rename(name_with_figures, joined)) {
            parts.insert(row_without_figures);
        }
    }
    parts
}

/// Returns true if there is content to the right of the name.
fn has_more(view: &View<'_>, row: usize, column: usize) -> bool {
    (column + 1..view.reach(row)).any(|other| view.raw(row, other) != Cell::Empty)
}

/// Returns true if a row begins like a note: text that a comma moved into other columns is not a figure.
pub(super) fn note_row(view: &View<'_>, row: usize) -> bool {
    let first = (0..view.reach(row).min(12)).find_map(|column| match view.raw(row, column) {
        Cell::Empty => None,
        Cell::Text(text) => Some(text),
        _ => Some(""),
    });
    first.is_some_and(is_note)
}
