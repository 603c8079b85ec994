//! Writes the title slide and the sources slides of a deck.

use super::{
    Writer,
    master::{self, Layout},
    shapes::{Placeholder, tree},
};
use crate::{
    package::Rels,
    text::{clean, fit, lines},
    theme::{DRAWING, RELATIONS, SLIDES},
    words,
    xml::{Attrs, Xml},
};

/// Font size of the list of sources, in points, and the number of lines that fit on a slide.
const SIZE: f64 = 14.0;
const LINES: f64 = 21.0;

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
        for (index, page) in pages(&sources, self.slide_size.inner()).into_iter().enumerate() {
            let head = words::SOURCES.get(deck.lang);
            let head = if index == 0 {
                head.to_owned()
            } else {
                format!("{head} ({})", words::CONTINUED.get(deck.lang))
            };
            self.text_slide(Layout::Text, |x| {
                placeholder(2, "Title", master::TITLE, 26.0).lines(x, deck.lang, &[head]);
                placeholder(3, "Text", master::LIST, SIZE).lines(x, deck.lang, &page);
            });
        }
    }

    /// Adds a slide without notes.
    fn text_slide(&mut self, layout: Layout, inside: impl FnOnce(&mut Xml)) {
        self.slides += 1;
        let mut rels = Rels::default();
        rels.add("slideLayout", layout.file());
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

/// Splits the sources into slides; one that is longer than a slide gets its own.
fn pages(sources: &[String], width: f64) -> Vec<Vec<String>> {
    let mut pages: Vec<Vec<String>> = Vec::new();
    let mut used = f64::INFINITY;
    for source in sources.iter().filter(|line| !line.is_empty()) {
        let needed = lines(source, SIZE, width);
        if used + needed > LINES {
            pages.push(Vec::new());
            used = 0.0;
        }
        used += needed;
        if let Some(page) = pages.last_mut() {
            page.push(source.clone());
        }
    }
    pages
}
