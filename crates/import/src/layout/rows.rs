//! The rows of a table: where it ends, and what stands below it.

use std::{collections::HashSet, ops::Range};

use domain::fold;
use spreadsheet::Cell;

use super::{HAND_MADE, View, is_province_word, shown};
use crate::places::{Book, Meaning};

/// The rows of figures.
pub(super) struct Found {
    pub(super) body: Range<usize>,
    pub(super) second: Option<usize>,
    pub(super) repeats: Vec<usize>,
}

/// Rows from the header's end to the table's. After a gap or a repeated header, provinces
/// that were all read already make a second table: a look-up of one province, the table of
/// another year.
///
/// In `long` tables, whose rows name year or component, provinces come again and again. A header that comes
/// again with other words begins another table, whatever its provinces are.
pub(super) fn body<'a>(
    view: &View<'a>,
    places: &[usize],
    header: &Range<usize>,
    long: bool,
    book: &mut Book<'a, '_>,
) -> Found {
    let (start, height) = (header.end, view.height());
    let mut found = Found {
        body: start..height,
        second: None,
        repeats: Vec::new(),
    };
    if height - start > HAND_MADE {
        return found;
    }
    let main = places[0];
    let mut seen: HashSet<u32> = HashSet::new();
    let mut piece: HashSet<u32> = HashSet::new();
    let mut piece_start = start;
    let mut last = start;
    for row in start..=height {
        let repeat = row < height && is_province_word(view.text(row, main));
        if repeat && row > start && !is_header(view, header, row) {
            found.second = Some(row);
            break;
        }
        if row == height || repeat || view.empty_row(row) {
            if !long && !piece.is_empty() && !seen.is_empty() && piece.is_subset(&seen) {
                found.second = Some(piece_start);
                break;
            }
            seen.extend(piece.drain());
            piece_start = row + 1;
            if repeat {
                found.repeats.push(row);
                piece_start = row;
            }
            continue;
        }
        last = row + 1;
        if let Cell::Text(text) = view.get(row, main) {
            let id = book.id(text);
            if let Meaning::Units(units, _) = book.meaning(id) {
                // Namesakes share their first unit.
                if let Some(unit) = units.first() {
                    piece.insert(u32::from(unit.0));
                }
            }
        }
    }
    found.body = start..found.second.unwrap_or(last);
    if let Some(second) = found.second {
        found.repeats.retain(|row| *row < second);
    }
    found
}

/// True when everything in a row is in the same column of the header.
fn is_header(view: &View<'_>, header: &Range<usize>, row: usize) -> bool {
    (0..view.reach(row)).all(|column| {
        let text = fold(&shown(view.get(row, column)));
        let same = |head: usize| fold(&shown(view.get(head, column))) == text;
        text.is_empty() || header.is_empty() || header.clone().any(same)
    })
}
