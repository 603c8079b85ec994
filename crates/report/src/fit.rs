//! Fits a briefing on two pages by a fixed sequence of reductions.

use domain::briefing::Briefing;
use messages::{briefing as words, fill};

use crate::{
    faces::Faces,
    flow::{self, Sizes},
    pages::{self, HEIGHT, Placed},
    picture::Pictures,
    piece::{Kind, Piece},
};

/// Maximum number of pages: one sheet of paper, both sides.
pub const MOST_PAGES: usize = 2;

/// Font scales to try, from normal size to the smallest allowed.
const SCALES: [f32; 4] = [1.0, 0.95, 0.9, 0.86];

/// The pieces of a briefing placed on pages.
#[derive(Debug)]
pub(crate) struct FittedPages {
    pub(crate) pieces: Vec<Piece>,
    pub(crate) pages: Vec<Vec<Placed>>,
    /// Headings of the printed sections, in order.
    pub(crate) headings: Vec<String>,
}

/// Fits a briefing on [`MOST_PAGES`] pages: first with smaller type, then by dropping optional sections in their order,
/// then by cutting rows from the end. The last line lists what was left out.
pub(crate) fn fit(briefing: &Briefing, faces: &Faces, pictures: &Pictures<'_>) -> FittedPages {
    let context = (faces, pictures);
    let all_sections: Vec<_> = briefing.sections.iter().collect();
    for scale in SCALES {
        let pieces = flow::pieces(briefing, &all_sections, context, Sizes::scaled(scale));
        let pages = pages::pages(&pieces);
        if pages.len() <= MOST_PAGES {
            return fitted(pieces, pages, &all_sections);
        }
    }
    let smallest = Sizes::scaled(SCALES[SCALES.len() - 1]);
    for count in 1..=briefing.yielding() {
        let (retained, dropped) = briefing.without(count);
        let mut pieces = flow::pieces(briefing, &retained, context, smallest);
        let dropped: Vec<String> = dropped.into_iter().map(str::to_owned).collect();
        pieces.push(flow::left_out(briefing, &dropped, faces, smallest));
        let pages = pages::pages(&pieces);
        if pages.len() <= MOST_PAGES {
            return fitted(pieces, pages, &retained);
        }
    }
    truncate_to_fit(briefing, context, smallest)
}

fn fitted(pieces: Vec<Piece>, pages: Vec<Vec<Placed>>, sections: &[&domain::briefing::Section]) -> FittedPages {
    FittedPages {
        pieces,
        pages,
        headings: sections.iter().map(|section| section.heading.clone()).collect(),
    }
}

/// Cuts pieces from the end until the mandatory sections fit.
fn truncate_to_fit(briefing: &Briefing, (faces, pictures): (&Faces, &Pictures<'_>), sizes: Sizes) -> FittedPages {
    let (retained, dropped) = briefing.without(briefing.yielding());
    let dropped: Vec<String> = dropped.into_iter().map(str::to_owned).collect();
    let mut pieces = flow::pieces(briefing, &retained, (faces, pictures), sizes);
    let all_pieces = pieces.clone();
    loop {
        let mut omissions = dropped.clone();
        for (at, section) in retained.iter().enumerate() {
            let count_rows = |list: &[Piece]| list.iter().filter(|p| p.section == at && is_countable(p)).count();
            let cut_rows = count_rows(&all_pieces) - count_rows(&pieces);
            if cut_rows > 0 {
                omissions.push(fill!(
                    words::ROWS_OF,
                    briefing.lang,
                    count = cut_rows,
                    heading = &section.heading
                ));
            }
        }
        let note = flow::left_out(briefing, &omissions, faces, sizes);
        let note_height = note.space_above + note.height;
        pieces.push(note);
        let pages = pages::pages(&pieces);
        let fits = pages.len() <= MOST_PAGES || pieces.len() <= 2 || note_height > HEIGHT;
        if fits {
            return fitted(pieces, pages, &retained);
        }
        pieces.pop();
        let first_beyond = pages.get(MOST_PAGES).and_then(|page| page.iter().find(|p| !p.repeated));
        let keep_count = first_beyond.map_or(pieces.len(), |placed| placed.piece);
        pieces.truncate(keep_count.min(pieces.len() - 1).max(1));
        // A heading or caption must not be the last piece.
        while pieces.len() > 1 && pieces.last().is_some_and(|piece| piece.keep_with_next) {
            pieces.pop();
        }
    }
}

/// Returns true for pieces that count as rows or points: not for headings and small print.
const fn is_countable(piece: &Piece) -> bool {
    matches!(
        piece.kind,
        Kind::Row(_) | Kind::Item(_) | Kind::NumberedItem(_) | Kind::Text
    )
}
