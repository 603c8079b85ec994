//! The first slide of a deck and its last: what it is, and where its figures come from.

use super::{
    Writer,
    master::{self, Layout},
    shapes::{Holder, tree},
};
use crate::{
    package::Rels,
    text::{clean, fit, lines},
    theme::{DRAWING, RELATIONS, SLIDES},
    words::{self, say},
    xml::{Attrs, Xml},
};

/// Size of the letters of the list of sources, in points, and the room it has.
const SIZE: f64 = 14.0;
const LINES: f64 = 21.0;

impl Writer<'_> {
    /// Adds the first slide.
    pub(super) fn title(&mut self) {
        let deck = self.deck;
        let title = clean(&deck.title);
        let room = self.room.inner();
        let size = fit(&title, room * 0.95, 3.0, &[40.0, 36.0, 32.0, 28.0, 24.0, 20.0, 16.0]);
        let subtitle = clean(&deck.subtitle);
        let second = fit(&subtitle, room, 4.0, &[20.0, 18.0, 16.0, 14.0, 12.0]);
        self.framed(Layout::Title, |x| {
            holder(2, "Title", master::FIRST, size).lines(x, deck.lang, &[title]);
            if !subtitle.is_empty() {
                holder(3, "Subtitle", master::SECOND, second).lines(x, deck.lang, &[subtitle]);
            }
        });
    }

    /// Adds the slides with the sources; none when there are none.
    pub(super) fn sources(&mut self) {
        let deck = self.deck;
        let sources: Vec<String> = deck.sources.iter().map(|line| clean(line)).collect();
        for (at, page) in pages(&sources, self.room.inner()).into_iter().enumerate() {
            let head = say(deck.lang, words::SOURCES);
            let head = if at == 0 {
                head.to_owned()
            } else {
                format!("{head} ({})", say(deck.lang, words::CONTINUED))
            };
            self.framed(Layout::Text, |x| {
                holder(2, "Title", master::TITLE, 26.0).lines(x, deck.lang, &[head]);
                holder(3, "Text", master::LIST, SIZE).lines(x, deck.lang, &page);
            });
        }
    }

    fn framed(&mut self, layout: Layout, inside: impl FnOnce(&mut Xml)) {
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

fn holder(id: usize, name: &'static str, kind: Attrs<'static>, size: f64) -> Holder<'static> {
    Holder {
        id,
        name,
        kind,
        place: None,
        size: Some(size),
    }
}

/// As many sources on each slide as fit; one that is longer than a slide has one of its own.
fn pages(sources: &[String], room: f64) -> Vec<Vec<String>> {
    let mut pages: Vec<Vec<String>> = Vec::new();
    let mut used = f64::INFINITY;
    for source in sources.iter().filter(|line| !line.is_empty()) {
        let need = lines(source, SIZE, room);
        if used + need > LINES {
            pages.push(Vec::new());
            used = 0.0;
        }
        used += need;
        if let Some(page) = pages.last_mut() {
            page.push(source.clone());
        }
    }
    pages
}
