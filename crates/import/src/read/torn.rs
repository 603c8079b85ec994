//! Names that a narrow column tore over two rows, and rows that are notes.

use std::collections::BTreeSet;

use spreadsheet::Cell;

use super::plan::Plan;
use crate::{
    layout::{HAND_MADE, View},
    places::{Book, is_note},
};

/// Joins names that stand in two rows ("Bà Rịa -" over "Vũng Tàu"), when exactly one of the rows has
/// figures. Returns the rows that hold nothing but a part of a name.
pub(super) fn join<'a>(plan: &Plan<'a>, book: &mut Book<'a, '_>, columns: &[usize]) -> BTreeSet<usize> {
    let (table, mut parts) = (&plan.table, BTreeSet::new());
    if table.body.len() > HAND_MADE || table.sorted {
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
        let without = if figures[0] { row + 1 } else { row };
        if book.is_unit(upper) && book.is_unit(lower) {
            // A row of a province without figures may follow that of any other, but not its own.
            let (a, b) = (book.id(upper), book.id(lower));
            if upper != lower && book.same(a, b) {
                parts.insert(without);
            }
            continue;
        }
        let bare = |text: &str| text.trim_end_matches(['-', '–', '—', ' ']).to_owned();
        let joined = [format!("{upper} {lower}"), format!("{} - {lower}", bare(upper))];
        let with = if figures[0] { upper } else { lower };
        if joined.iter().any(|joined| book.rename(with, joined)) {
            parts.insert(without);
        }
    }
    parts
}

/// True when something beside the name is in the row, other than the number of the row before it.
fn has_more(view: &View<'_>, row: usize, column: usize) -> bool {
    (column + 1..view.reach(row)).any(|other| view.raw(row, other) != Cell::Empty)
}

/// True when a row begins with the word of a note: what a comma in it put into other columns is no figure.
pub(super) fn note_row(view: &View<'_>, row: usize) -> bool {
    let first = (0..view.reach(row).min(12)).find_map(|column| match view.raw(row, column) {
        Cell::Empty => None,
        Cell::Text(text) => Some(text),
        _ => Some(""),
    });
    first.is_some_and(is_note)
}
