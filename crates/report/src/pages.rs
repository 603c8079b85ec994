//! Pagination.

use crate::piece::{Kind, Piece};

/// Size of an A4 page, in points.
pub(crate) const PAGE: (f32, f32) = (595.28, 841.89);
/// Page margin: 18 mm, in points.
pub(crate) const MARGIN: f32 = 51.02;
/// Width and height between the margins, in points.
pub(crate) const WIDTH: f32 = PAGE.0 - 2.0 * MARGIN;
pub(crate) const HEIGHT: f32 = PAGE.1 - 2.0 * MARGIN;

/// A piece placed on a page.
#[derive(Clone, Debug)]
pub(crate) struct Placed {
    /// Index of the piece.
    pub(crate) piece: usize,
    /// Distance from the upper margin to the top of the piece, in points.
    pub(crate) top: f32,
    /// True for a table head repeated on a later page.
    pub(crate) repeated: bool,
}

/// Distributes pieces over as many pages as they need. A piece with `keep_with_next` stays on one page with its
/// successor; a table that continues on the next page has its head repeated there.
pub(crate) fn pages(pieces: &[Piece]) -> Vec<Vec<Placed>> {
    let mut pages: Vec<Vec<Placed>> = vec![Vec::new()];
    let mut used = 0.0_f32;
    let mut at = 0;
    while at < pieces.len() {
        let end = end_of_group(pieces, at);
        let page_is_empty = pages.last().is_none_or(Vec::is_empty);
        let group_height: f32 = pieces[at..end]
            .iter()
            .map(|piece| piece.space_above + piece.height)
            .sum();
        let group_height = if page_is_empty {
            group_height - pieces[at].space_above
        } else {
            group_height
        };
        if !page_is_empty && used + group_height > HEIGHT {
            pages.push(Vec::new());
            used = 0.0;
            continue;
        }
        if page_is_empty && pages.len() > 1 {
            used += repeat_head(pieces, at, &mut pages);
        }
        for (i, piece) in pieces.iter().enumerate().take(end).skip(at) {
            let first = pages.last().is_none_or(Vec::is_empty);
            used += if first { 0.0 } else { piece.space_above };
            place(&mut pages, i, used, false);
            used += piece.height;
        }
        at = end;
    }
    pages
}

/// Returns the end of the run of pieces from `at` that must stay together.
fn end_of_group(pieces: &[Piece], at: usize) -> usize {
    let keep_with_next = pieces[at..].iter().take_while(|piece| piece.keep_with_next).count();
    (at + keep_with_next + 1).min(pieces.len())
}

fn place(pages: &mut [Vec<Placed>], piece: usize, top: f32, repeated: bool) {
    if let Some(page) = pages.last_mut() {
        page.push(Placed { piece, top, repeated });
    }
}

/// Repeats the table head if a page begins inside a table; returns the head's height, 0 if there is none.
fn repeat_head(pieces: &[Piece], at: usize, pages: &mut [Vec<Placed>]) -> f32 {
    let Kind::Row(table) = pieces[at].kind else { return 0.0 };
    let head = pieces[..at].iter().position(|piece| piece.kind == Kind::Head(table));
    let Some(head) = head else { return 0.0 };
    place(pages, head, 0.0, true);
    pieces[head].height
}
