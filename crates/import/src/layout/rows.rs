//! Finds the rows of a table: where it ends, and what is below it.

use std::{collections::HashSet, ops::Range};

use domain::fold;
use spreadsheet::Cell;

use super::{MAX_HAND_MADE_ROWS, View, cell_text, is_province_word};
use crate::places::{Meaning, Spellings};

/// The rows of figures.
pub(super) struct BodyRows {
    pub(super) body: Range<usize>,
    pub(super) second: Option<usize>,
    pub(super) repeats: Vec<usize>,
}

/// Returns the rows from the end of the header to the end of the table. After a gap or a repeated header, provinces
/// that have all been read already form a second table: a look-up of one province, or the table of another year.
///
/// In `long` tables, whose rows name year or component, provinces occur repeatedly. A repeated header with other words
/// begins another table, whatever its provinces are.
pub(super) fn body<'a>(
    view: &View<'a>,
    places: &[usize],
    header: &Range<usize>,
    long: bool,
    spellings: &mut Spellings<'a, '_>,
) -> BodyRows {
    let (start, height) = (header.end, view.height());
    let mut found = BodyRows {
        body: start..height,
        second: None,
        repeats: Vec::new(),
    };
    if height - start > MAX_HAND_MADE_ROWS {
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
            let id = spellings.id(text);
            if let Meaning::Units(units, _) = spellings.meaning(id) {
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

/// Returns true if all texts in a row are in the same column of the header.
fn is_header(view: &View<'_>, header: &Range<usize>, row: usize) -> bool {
    (0..view.reach(row)).all(|column| {
        let text = fold(&cell_text(view.get(row, column)));
        let same = |head: usize| fold(&cell_text(view.get(head, column))) == text;
        text.is_empty() || header.is_empty() || header.clone().any(same)
    })
}
