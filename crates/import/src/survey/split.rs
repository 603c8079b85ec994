//! Splits a sheet into tables that are one below the other.

use std::collections::{HashMap, HashSet};

use domain::fold;
use spreadsheet::{Cell, Grid};

use crate::{
    layout::{MAX_HAND_MADE_ROWS, is_long_word, is_province_word},
    places::{Meaning, Spellings, is_note},
};

/// Minimum number of provinces in common with the rows above; fewer are a look-up or a remark, not a table.
const MIN_REPEATED: usize = 2;

/// Returns the first and last line of each table of a sheet; empty if there is at most one table.
///
/// A table ends before a gap or a repeated header that is followed mostly by provinces that it already has. Titles
/// belong to the table below them.
pub(super) fn tables<'a>(grid: &'a Grid, spellings: &mut Spellings<'a, '_>) -> Vec<(u32, u32)> {
    if grid.height() == 0 || grid.height() > MAX_HAND_MADE_ROWS {
        return Vec::new();
    }
    let mut starts = vec![0];
    let mut seen: HashSet<u32> = HashSet::new();
    let mut long = false;
    let mut last_named = 0;
    for piece in pieces(grid) {
        let units = units(grid, piece.clone(), spellings);
        let again = units.iter().filter(|unit| seen.contains(unit)).count();
        if again >= MIN_REPEATED
            && again * 2 > units.len()
            && (!long || titled(grid, last_named..piece.start, spellings))
        {
            starts.push(first_title(grid, last_named + 1, piece.start, spellings));
            seen.clear();
            long = false;
        }
        long = long || is_long(grid, piece.clone());
        if !units.is_empty() {
            last_named = piece.end - 1;
        }
        seen.extend(units);
    }
    if starts.len() < 2 {
        return Vec::new();
    }
    let ends = starts[1..].iter().map(|start| start - 1).chain([grid.height() - 1]);
    starts
        .iter()
        .zip(ends)
        .map(|(start, end)| (grid.line(*start), grid.line(end)))
        .collect()
}

/// Returns runs of rows without a blank line between them, also split at repeated headers.
fn pieces(grid: &Grid) -> Vec<std::ops::Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for row in 0..grid.height() {
        let gap = row > 0 && grid.line(row) > grid.line(row - 1) + 1;
        let blank = (0..grid.width(row)).all(|column| grid.get(row, column) == Cell::Empty);
        if row > start && (gap || blank || is_header(grid, row)) {
            pieces.push(start..row);
            start = row;
        }
        if blank {
            start = row + 1;
        }
    }
    if start < grid.height() {
        pieces.push(start..grid.height());
    }
    pieces
}

/// Returns true for a row with the word "province" next to other headings.
fn is_header(grid: &Grid, row: usize) -> bool {
    let text = |column: usize| match grid.get(row, column) {
        Cell::Text(text) => text,
        _ => "",
    };
    let filled = (0..grid.width(row)).filter(|column| grid.get(row, *column) != Cell::Empty);
    filled.count() > 1 && (0..grid.width(row).min(8)).any(|column| is_province_word(text(column)))
}

/// Returns the provinces in the column, or the row, that names the most of them.
fn units<'a>(grid: &'a Grid, rows: std::ops::Range<usize>, spellings: &mut Spellings<'a, '_>) -> HashSet<u32> {
    let mut columns: HashMap<usize, HashSet<u32>> = HashMap::new();
    let mut best: HashSet<u32> = HashSet::new();
    for row in rows {
        let mut here = HashSet::new();
        for column in 0..grid.width(row).min(200) {
            crate::limit::step();
            let Cell::Text(text) = grid.get(row, column) else {
                continue;
            };
            let id = spellings.id(text);
            if let Meaning::Units(units, _) = spellings.meaning(id)
                && let Some(unit) = units.first()
            {
                here.insert(u32::from(unit.0));
                columns.entry(column).or_default().insert(u32::from(unit.0));
            }
        }
        if here.len() > best.len() {
            best = here;
        }
    }
    // Take the leftmost of columns that name equally many: in a sorted table the others name the same provinces.
    let mut named: Vec<(usize, HashSet<u32>)> = columns.into_iter().collect();
    named.sort_by_key(|(column, units)| (std::cmp::Reverse(units.len()), *column));
    match named.into_iter().next() {
        Some((_, column)) if column.len() >= best.len() => column,
        _ => best,
    }
}

/// Returns true if a header shows that rows name the year or the component, so that provinces occur repeatedly.
fn is_long(grid: &Grid, rows: std::ops::Range<usize>) -> bool {
    rows.take(4).any(|row| {
        is_header(grid, row)
            && (0..grid.width(row)).any(|column| matches!(grid.get(row, column), Cell::Text(t) if is_long_word(t)))
    })
}

/// Returns true if there is a title between two tables: one filled cell that is neither a note nor a place.
fn titled<'a>(grid: &'a Grid, rows: std::ops::Range<usize>, spellings: &mut Spellings<'a, '_>) -> bool {
    rows.skip(1).any(|row| {
        let mut texts = (0..grid.width(row)).filter_map(|column| match grid.get(row, column) {
            Cell::Empty => None,
            cell => Some(cell),
        });
        match (texts.next(), texts.next()) {
            (Some(Cell::Text(text)), None) => !is_note(text) && !spellings.is_place(text),
            _ => false,
        }
    })
}

/// Returns the first row of a table's titles and header, going up from the row where its piece begins: figures and
/// notes of the table above do not belong to it.
fn first_title<'a>(grid: &'a Grid, from: usize, header: usize, spellings: &mut Spellings<'a, '_>) -> usize {
    let mut first = header;
    while first > from {
        let row = first - 1;
        let above = (0..grid.width(row)).all(|column| match grid.get(row, column) {
            Cell::Empty => true,
            Cell::Text(text) => !spellings.is_place(text) && (!is_note(text) || fold(text).starts_with("don vi tinh")),
            _ => false,
        });
        if !above {
            break;
        }
        first = row;
    }
    first
}
