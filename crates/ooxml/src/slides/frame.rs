//! Writes the title slide and the sources slides of a deck.

use super::{
    Writer,
    master::{self, Layout},
    shapes::{Placeholder, tree},
};
use crate::{
    chart::MIN_SIZE,
    package::Rels,
    text::{clean, fit, lines},
    theme::{DRAWING, RELATIONS, SLIDES},
    words,
    xml::{Attrs, Xml},
};

/// Font sizes of the list of sources, in points; the number of columns; and the height of the list.
const SIZES: [f64; 3] = [14.0, 13.0, MIN_SIZE];
const COLUMNS: usize = 2;
const COLUMN_GAP: f64 = 24.0;
const HEIGHT: f64 = 400.0;
const LEADING: f64 = 1.2;

impl Writer<'_> {
    /// Adds the title slide.
    pub(super) fn title(&mut self) {
        let deck = self.deck;
        let title = clean(&deck.title);
        let width = self.slide_size.inner();
        let size = fit(&title, width * 0.95, 3.0, &[40.0, 36.0, 32.0, 28.0, 24.0, 20.0, 16.0]);
        let subtitle = clean(&deck.subtitle);
        let second = fit(&subtitle, width, 4.0, &[20.0, 18.0, 16.0, 14.0, 12.0]);
        self.text_slide(Layout::Title, |x| {
            placeholder(2, "Title", master::FIRST, size).lines(x, deck.lang, &[title]);
            if !subtitle.is_empty() {
                placeholder(3, "Subtitle", master::SECOND, second).lines(x, deck.lang, &[subtitle]);
            }
        });
    }

    /// Adds the slides with the sources; no slide if there are no sources.
    pub(super) fn sources(&mut self) {
        let deck = self.deck;
        let sources: Vec<String> = deck.sources.iter().map(|line| clean(line)).collect();
        let details: Vec<String> = deck.source_details.iter().map(|line| clean(line)).collect();
        let width = self.slide_size.inner() - 2.0;
        let paged = |size: f64| pages(&sources, size, (width - COLUMN_GAP) / 2.0);
        // One slide if the text is still legible.
        let size = SIZES
            .into_iter()
            .find(|size| paged(*size).len() <= 1)
            .unwrap_or(MIN_SIZE);
        let pages = paged(size);
        for (index, page) in pages.iter().enumerate() {
            let head = words::SOURCES.get(deck.lang);
            let head = if pages.len() == 1 {
                head.to_owned()
            } else {
                format!("{head} ({}/{})", index + 1, pages.len())
            };
            let columns = self.slide_size.band(84.0, HEIGHT).split(COLUMNS, COLUMN_GAP);
            let notes = if index == 0 { details.as_slice() } else { &[] };
            self.text_slide_with(Layout::Chart, notes, |x| {
                placeholder(2, "Title", master::TITLE, 26.0).lines(x, deck.lang, &[head]);
                for (id, (column, place)) in (3..).zip(page.iter().zip(&columns)) {
                    let kind = if id == 3 { master::SUBTITLE } else { master::REMARKS };
                    let list = Placeholder {
                        place: Some(*place),
                        ..placeholder(id, "Text", kind, size)
                    };
                    list.list(x, deck.lang, column);
                }
            });
        }
    }

    /// Adds a slide without notes.
    pub(super) fn text_slide(&mut self, layout: Layout, inside: impl FnOnce(&mut Xml)) {
        self.text_slide_with(layout, &[], inside);
    }

    /// Adds a slide of texts, with notes if there are any.
    fn text_slide_with(&mut self, layout: Layout, notes: &[String], inside: impl FnOnce(&mut Xml)) {
        self.slides += 1;
        let mut rels = Rels::default();
        rels.add("slideLayout", layout.file());
        if !notes.is_empty() {
            rels.add("notesSlide", format!("../notesSlides/notesSlide{}.xml", self.slides));
            self.notes(self.deck.lang, notes, "");
        }
        let xml = Xml::part("p:sld", &[DRAWING, RELATIONS, SLIDES], |x| {
            x.within("p:cSld", &[], |x| tree(x, inside));
            x.raw("<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>");
        });
        self.add_slide(xml, &rels);
    }
}

fn placeholder(id: usize, name: &'static str, kind: Attrs<'static>, size: f64) -> Placeholder<'static> {
    Placeholder {
        id,
        name,
        kind,
        place: None,
        size: Some(size),
    }
}

/// Splits the sources into slides of columns.
fn pages(sources: &[String], size: f64, width: f64) -> Vec<Vec<Vec<String>>> {
    let most = (HEIGHT / (size * LEADING)).floor();
    let mut columns: Vec<Vec<String>> = Vec::new();
    let mut used = f64::INFINITY;
    for source in sources.iter().filter(|line| !line.is_empty()) {
        let needed = lines(source, size, width);
        if used + needed > most {
            columns.push(Vec::new());
            used = 0.0;
        }
        used += needed;
        if let Some(column) = columns.last_mut() {
            column.push(source.clone());
        }
    }
    columns.chunks(COLUMNS).map(<[Vec<String>]>::to_vec).collect()
}
