//! Pieces on pages.

use crate::piece::{Kind, Piece};

/// A4, in points.
pub(crate) const PAGE: (f32, f32) = (595.28, 841.89);
/// 18 mm.
pub(crate) const MARGIN: f32 = 51.02;
/// Between the margins.
pub(crate) const WIDTH: f32 = PAGE.0 - 2.0 * MARGIN;
pub(crate) const HEIGHT: f32 = PAGE.1 - 2.0 * MARGIN;

/// A piece at its place.
#[derive(Clone, Debug)]
pub(crate) struct Placed {
    /// Number of the piece.
    pub(crate) piece: usize,
    /// From the upper margin to its top.
    pub(crate) top: f32,
    /// True for the head of a table that is repeated on the next page.
    pub(crate) repeated: bool,
}

/// Puts pieces on as many pages as they need. Glued ones stay with the next; a table that goes on
/// has its head again.
pub(crate) fn pages(pieces: &[Piece]) -> Vec<Vec<Placed>> {
    let mut pages: Vec<Vec<Placed>> = vec![Vec::new()];
    let mut used = 0.0_f32;
    let mut at = 0;
    while at < pieces.len() {
        let end = chain(pieces, at);
        let fresh = pages.last().is_none_or(Vec::is_empty);
        let needed: f32 = pieces[at..end].iter().map(|piece| piece.above + piece.height).sum();
        let needed = if fresh { needed - pieces[at].above } else { needed };
        if !fresh && used + needed > HEIGHT {
            pages.push(Vec::new());
            used = 0.0;
            continue;
        }
        if fresh && pages.len() > 1 {
            used += repeat_head(pieces, at, &mut pages);
        }
        for (i, piece) in pieces.iter().enumerate().take(end).skip(at) {
            let first = pages.last().is_none_or(Vec::is_empty);
            used += if first { 0.0 } else { piece.above };
            place(&mut pages, i, used, false);
            used += piece.height;
        }
        at = end;
    }
    pages
}

/// The end of the pieces that stay together from `at` on.
fn chain(pieces: &[Piece], at: usize) -> usize {
    let glued = pieces[at..].iter().take_while(|piece| piece.glued).count();
    (at + glued + 1).min(pieces.len())
}

fn place(pages: &mut [Vec<Placed>], piece: usize, top: f32, repeated: bool) {
    if let Some(page) = pages.last_mut() {
        page.push(Placed { piece, top, repeated });
    }
}

/// Where a page begins inside a table, its head comes first; gives the height that it takes.
fn repeat_head(pieces: &[Piece], at: usize, pages: &mut [Vec<Placed>]) -> f32 {
    let Kind::Row(table) = pieces[at].kind else { return 0.0 };
    let head = pieces[..at].iter().position(|piece| piece.kind == Kind::Head(table));
    let Some(head) = head else { return 0.0 };
    place(pages, head, 0.0, true);
    pieces[head].height
}
