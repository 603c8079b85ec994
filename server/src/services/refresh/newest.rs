//! The newest edition of the slides of a deck.

use std::collections::HashMap;

use app::{
    SharedBackend,
    export::{self, Deck, Export, Gone, Ready},
};
use ooxml::refresh::{Fresh, Kind, Origin};

use crate::services::export_file::{self, Format};

/// A slide of the newest edition.
#[derive(Clone, Debug)]
pub(super) struct Renewed {
    pub(super) fresh: Fresh,
    /// What is said now of its years, if that changed.
    pub(super) verdict: Option<String>,
}

/// Makes the slides of one deck anew.
pub(super) struct Newest<'a> {
    backend: &'a SharedBackend,
    /// The wanted edition, and the newest one there is.
    edition: u32,
    newest: u32,
    /// The views of the deck's own charts.
    views: Vec<String>,
    /// Decks by name, language, edition and whether they name it.
    decks: HashMap<(String, &'static str, u32, bool), Option<Deck>>,
}

impl<'a> Newest<'a> {
    pub(super) fn new<'o>(
        backend: &'a SharedBackend,
        (edition, newest): (u32, u32),
        origins: impl Iterator<Item = &'o Origin>,
    ) -> Self {
        let mut views: Vec<String> = Vec::new();
        for origin in origins.filter(|origin| origin.kind == Kind::Chart && !origin.view.is_empty()) {
            if !views.contains(&origin.view) {
                views.push(origin.view.clone());
            }
        }
        Self {
            backend,
            edition,
            newest,
            views,
            decks: HashMap::new(),
        }
    }

    /// Makes a slide; `title` is that of the user's slide, `marked` whether it still has its mark.
    pub(super) fn slide(&mut self, origin: &Origin, title: &str, marked: bool) -> Result<Renewed, Gone> {
        let to = Origin {
            edition: self.edition,
            ..origin.clone()
        };
        if origin.kind == Kind::Chart {
            return self.chart(origin, to, marked);
        }
        let deck = self.framed(origin, title, self.edition)?;
        let base = if marked {
            None
        } else {
            Some((self.framed(origin, title, origin.edition)?, origin.clone()))
        };
        let fresh = Fresh { deck, origin: to, base };
        Ok(Renewed { fresh, verdict: None })
    }

    /// The deck of which a slide without a chart is written.
    fn framed(&mut self, origin: &Origin, title: &str, edition: u32) -> Result<ooxml::Deck, Gone> {
        let mut deck = self.deck(origin, edition).ok_or(Gone::NoFigures)?;
        if origin.kind == Kind::Summary && deck.summary.is_none() {
            return Err(Gone::NoFigures);
        }
        if origin.kind == Kind::Title && origin.deck.is_empty() {
            title.clone_into(&mut deck.title);
        }
        deck.shape = shape(origin.shape);
        export_file::slides(self.backend, &deck, Format::Pptx).map_err(|_| Gone::TooLittle)
    }

    fn chart(&mut self, origin: &Origin, to: Origin, marked: bool) -> Result<Renewed, Gone> {
        let editions = (origin.edition, Some(self.edition), origin.frozen);
        let (mut export, verdict) = export::newest_view(self.backend, &origin.view, origin.lang, editions)?;
        export.frozen = origin.frozen;
        export = self.titled(export, origin, self.edition);
        let base = if marked {
            None
        } else {
            let before = export::at_edition(self.backend, &origin.view, origin.lang, (origin.edition, origin.frozen));
            let before = before.ok_or(Gone::NoFigures)?;
            let before = self.titled(before, origin, origin.edition);
            Some((self.single(before, origin)?, origin.clone()))
        };
        let deck = self.single(export, origin)?;
        let fresh = Fresh { deck, origin: to, base };
        Ok(Renewed { fresh, verdict })
    }

    /// The chart as its ready deck has it, which gives some charts titles of its own.
    fn titled(&mut self, export: Export, origin: &Origin, edition: u32) -> Export {
        if origin.deck.is_empty() {
            return export;
        }
        let items = self.deck(origin, edition).map(|deck| deck.items).unwrap_or_default();
        let item = items.into_iter().find(|item| item.address == export.item());
        item.map_or(export, |item| item.export)
    }

    fn single(&self, mut export: Export, origin: &Origin) -> Result<ooxml::Deck, Gone> {
        export.look.title = origin.title;
        export.look.notes = origin.remarks;
        export.look.shape = shape(origin.shape);
        export_file::single(self.backend, &export).map_err(|_| Gone::TooLittle)
    }

    /// The deck to which a slide belongs: a ready one, or that of all charts which are in the file.
    fn deck(&mut self, origin: &Origin, edition: u32) -> Option<Deck> {
        let key = (origin.deck.clone(), origin.lang.code(), edition, origin.frozen);
        if let Some(deck) = self.decks.get(&key) {
            return deck.clone();
        }
        let deck = self.make_deck(origin, edition);
        self.decks.insert(key, deck.clone());
        deck
    }

    fn make_deck(&self, origin: &Origin, edition: u32) -> Option<Deck> {
        let named = origin.frozen || edition != self.newest;
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("lang", origin.lang.code());
        if named {
            query.append_pair("edition", &edition.to_string());
        }
        let which = match origin.deck.split_once('/') {
            None if origin.deck == "country" => Some(Ready::Country),
            Some(("provinces", slug)) => Some(Ready::Province(slug)),
            Some(("regions", slug)) => Some(Ready::Region(slug)),
            _ => None,
        };
        if let Some(which) = which {
            return export::ready(self.backend, which, &query.finish()).ok();
        }
        let good = self.views.iter().filter(|view| {
            let editions = (edition, named);
            export::at_edition(self.backend, view, origin.lang, editions).is_some()
        });
        for view in good {
            query.append_pair("c", view);
        }
        export::full_deck(self.backend, &query.finish()).ok()
    }
}

const fn shape(shape: ooxml::Shape) -> export::Shape {
    match shape {
        ooxml::Shape::Standard => export::Shape::Standard,
        ooxml::Shape::Wide => export::Shape::Wide,
    }
}
