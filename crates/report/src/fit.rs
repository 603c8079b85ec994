//! Making a briefing fit on two pages, by a stated rule.

use domain::briefing::Briefing;

use crate::{
    faces::Faces,
    flow::{self, Sizes},
    pages::{self, HEIGHT, Placed},
    picture::Pictures,
    piece::{Kind, Piece},
};

/// Pages of a paper at most: one sheet of paper.
pub const MOST_PAGES: usize = 2;

/// How small the type may get, the usual size first.
const SCALES: [f32; 4] = [1.0, 0.95, 0.9, 0.86];

/// A paper that fits.
#[derive(Debug)]
pub(crate) struct Sheets {
    pub(crate) pieces: Vec<Piece>,
    pub(crate) pages: Vec<Vec<Placed>>,
    /// Headings of the sections that are printed, in order.
    pub(crate) headings: Vec<String>,
}

/// First smaller type; then the sections give way that may, in their order; then rows at the end.
/// What was left out is named in the last line.
pub(crate) fn fit(briefing: &Briefing, faces: &Faces, pictures: &Pictures<'_>) -> Sheets {
    let with = (faces, pictures);
    let all: Vec<_> = briefing.sections.iter().collect();
    for scale in SCALES {
        let pieces = flow::pieces(briefing, &all, with, Sizes::scaled(scale));
        let pages = pages::pages(&pieces);
        if pages.len() <= MOST_PAGES {
            return sheets(pieces, pages, &all);
        }
    }
    let smallest = Sizes::scaled(SCALES[SCALES.len() - 1]);
    for count in 1..=briefing.yielding() {
        let (kept, gone) = briefing.without(count);
        let mut pieces = flow::pieces(briefing, &kept, with, smallest);
        let gone: Vec<String> = gone.into_iter().map(str::to_owned).collect();
        pieces.push(flow::left_out(briefing, &gone, faces, smallest));
        let pages = pages::pages(&pieces);
        if pages.len() <= MOST_PAGES {
            return sheets(pieces, pages, &kept);
        }
    }
    cut(briefing, with, smallest)
}

fn sheets(pieces: Vec<Piece>, pages: Vec<Vec<Placed>>, sections: &[&domain::briefing::Section]) -> Sheets {
    Sheets {
        pieces,
        pages,
        headings: sections.iter().map(|section| section.heading.clone()).collect(),
    }
}

/// Even the sections that must stay are too long: what does not fit is cut off from the end.
fn cut(briefing: &Briefing, (faces, pictures): (&Faces, &Pictures<'_>), sizes: Sizes) -> Sheets {
    let (kept, gone) = briefing.without(briefing.yielding());
    let gone: Vec<String> = gone.into_iter().map(str::to_owned).collect();
    let mut pieces = flow::pieces(briefing, &kept, (faces, pictures), sizes);
    let whole = pieces.clone();
    loop {
        let mut what = gone.clone();
        for (at, section) in kept.iter().enumerate() {
            let rows = |list: &[Piece]| list.iter().filter(|p| p.section == at && counts(p)).count();
            let lost = rows(&whole) - rows(&pieces);
            if lost > 0 {
                let text = briefing.paper.rows_of.replace("{0}", &lost.to_string());
                what.push(text.replace("{1}", &section.heading));
            }
        }
        let note = flow::left_out(briefing, &what, faces, sizes);
        let room = note.above + note.height;
        pieces.push(note);
        let pages = pages::pages(&pieces);
        let fits = pages.len() <= MOST_PAGES || pieces.len() <= 2 || room > HEIGHT;
        if fits {
            return sheets(pieces, pages, &kept);
        }
        pieces.pop();
        let first_beyond = pages.get(MOST_PAGES).and_then(|page| page.iter().find(|p| !p.repeated));
        let keep = first_beyond.map_or(pieces.len(), |placed| placed.piece);
        pieces.truncate(keep.min(pieces.len() - 1).max(1));
        // Nothing that announces something may be the last.
        while pieces.len() > 1 && pieces.last().is_some_and(|piece| piece.glued) {
            pieces.pop();
        }
    }
}

/// What a reader counts: rows and points, not headings and small print.
const fn counts(piece: &Piece) -> bool {
    matches!(
        piece.kind,
        Kind::Row(_) | Kind::Item(_) | Kind::NumberedItem(_) | Kind::Text
    )
}
