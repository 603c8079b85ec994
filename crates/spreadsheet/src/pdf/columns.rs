//! Finds the columns of a table on a page: the gaps between them are free of text in almost all lines.

use super::lines::{Line, Piece};

/// Maximum share of lines that may bridge a gap between columns: totals and group headings begin in one column and end
/// in another.
const BRIDGED: f64 = 0.08;

/// Minimum share of the pieces of a page that must fit the columns of the page before.
const FITTING: f64 = 0.9;

/// Columns from left to right: their left and right edges.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Columns(Vec<(f64, f64)>);

impl Columns {
    /// Returns the columns of a table's rows, or those of the page before if the rows fit them. `None` if the rows
    /// have fewer than two columns.
    pub(super) fn find(rows: &[&Line], before: Option<&Self>) -> Option<Self> {
        let pieces = || rows.iter().flat_map(|row| &row.cells);
        if let Some(before) = before {
            let fits = pieces().filter(|piece| before.overlapped(piece).count() == 1).count();
            if fits as f64 >= FITTING * pieces().count() as f64 {
                return Some(before.clone());
            }
        }
        let threshold = (rows.len() as f64 * BRIDGED).floor() as i64;
        let mut found = covered(pieces(), threshold);
        // Columns with few entries are columns as well.
        let main_columns = Self(found.clone());
        let rare = pieces().filter(|piece| main_columns.overlapped(piece).next().is_none());
        found.extend(covered(rare, 0));
        found.sort_by(|a, b| a.0.total_cmp(&b.0));
        (found.len() > 1).then_some(Self(found))
    }

    pub(super) const fn len(&self) -> usize {
        self.0.len()
    }

    fn overlapped(&self, piece: &Piece) -> impl Iterator<Item = usize> {
        let (left, right) = (piece.left, piece.right);
        self.0.iter().enumerate().filter_map(move |(at, (start, end))| {
            let common = right.min(*end) - left.max(*start);
            let narrow = (right - left).min(end - start).max(0.1);
            (common > 0.25 * narrow).then_some(at)
        })
    }

    /// Returns the first and last column that a piece covers; the nearest one if it is between columns.
    pub(super) fn covered_by(&self, piece: &Piece) -> (usize, usize) {
        let mut overlapped = self.overlapped(piece);
        if let Some(first) = overlapped.next() {
            return (first, overlapped.last().unwrap_or(first));
        }
        let middle = f64::midpoint(piece.left, piece.right);
        let distance = |column: &(f64, f64)| (column.0 - middle).max(middle - column.1);
        let nearest = self
            .0
            .iter()
            .enumerate()
            .min_by(|a, b| distance(a.1).total_cmp(&distance(b.1)));
        let nearest = nearest.map_or(0, |(at, _)| at);
        (nearest, nearest)
    }
}

/// Returns the horizontal ranges in which more than `threshold` lines have text.
fn covered<'p>(pieces: impl Iterator<Item = &'p Piece>, threshold: i64) -> Vec<(f64, f64)> {
    let mut ends: Vec<(f64, i64)> = pieces.flat_map(|piece| [(piece.left, 1), (piece.right, -1)]).collect();
    ends.sort_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
    let mut found = Vec::new();
    let mut range_start = None;
    let mut lines = 0;
    for (x, delta) in ends {
        lines += delta;
        match range_start {
            None if lines > threshold => range_start = Some(x),
            Some(start) if lines <= threshold => {
                found.push((start, x));
                range_start = None;
            }
            _ => {}
        }
    }
    found
}
