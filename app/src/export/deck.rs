//! A deck: charts collected while reading, kept in its address.

use domain::{Date, Lang};
use messages::{export as w, fill};

use super::{
    Export, Shape, SourceLine, Summary,
    limits::MOST_CHARTS,
    make::{ExportParts, Wrong, asked, one, wrong},
};
use crate::{
    PageResponse, SharedBackend,
    context::PageContext,
    links::with_query,
    query::{BadParameter, BadParameters, Parameters},
};

/// Longest title of a deck, in characters.
const LONGEST_TITLE: usize = 120;

/// A chart of a deck.
#[derive(Clone, Debug, PartialEq)]
pub struct DeckItem {
    /// How the deck's address names it, such as `rankings/pci/2016/bars?highlight=nghe-an`.
    pub address: String,
    /// The chart.
    pub export: Export,
}

/// A deck as its address asks for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Deck {
    /// Language of all texts.
    pub lang: Lang,
    /// Title on the first slide.
    pub title: String,
    /// The edition, in words.
    pub subtitle: String,
    /// Number of the edition that it shows.
    pub edition: u32,
    /// Day on which that edition was published.
    pub published: Date,
    /// True when its address names the edition.
    pub frozen: bool,
    /// [`Shape::Wide`] or [`Shape::Standard`].
    pub shape: Shape,
    /// The table before the charts, of a ready deck.
    pub summary: Option<Summary>,
    /// The charts, in order; none only for a deck that is still empty.
    pub items: Vec<DeckItem>,
}

impl Deck {
    /// Its parameters: the whole deck in an address.
    #[must_use]
    pub fn query(&self, frozen: bool) -> String {
        let edition = if frozen {
            self.edition.to_string()
        } else {
            String::new()
        };
        let lang = if self.lang == Lang::default() {
            ""
        } else {
            self.lang.code()
        };
        let size = if self.shape == Shape::Wide {
            ""
        } else {
            self.shape.word()
        };
        let mut all: Vec<(&str, &str)> = self.items.iter().map(|item| ("c", item.address.as_str())).collect();
        all.extend([
            ("title", self.title.as_str()),
            ("size", size),
            ("lang", lang),
            ("edition", &edition),
        ]);
        with_query("", &all)
    }

    /// All sources of its charts, each once.
    #[must_use]
    pub fn sources(&self) -> Vec<SourceLine> {
        let mut all: Vec<SourceLine> = Vec::new();
        for line in self.items.iter().flat_map(|item| &item.export.sources) {
            if !all.contains(line) {
                all.push(line.clone());
            }
        }
        all
    }
}

/// The deck of a query: `c` for each chart, `title`, `size`, `lang`, `edition`. A deck without charts
/// is a deck: it can still be filled.
///
/// # Errors
/// A page that says what is wrong with the address.
pub fn deck(backend: &SharedBackend, query: &str) -> Result<Deck, PageResponse> {
    asked(backend, "/deck", query, |cx, parameters| {
        let lang = cx.lang();
        let addresses: Vec<String> = parameters.all("c").map(str::to_owned).collect();
        let title = parameters.get("title").unwrap_or(w::DECK_TITLE.get(lang));
        let mut bad = BadParameters::default();
        if title.chars().count() > LONGEST_TITLE {
            let expected = fill!(w::EXPECT_TITLE, lang, limit = &LONGEST_TITLE.to_string());
            bad.push(BadParameter {
                name: "title",
                found: title.to_owned(),
                expected,
            });
        }
        let shape = bad.keep(shape(cx, parameters));
        let shape = bad.or(shape)?;
        filled(cx, title.to_owned(), shape, &addresses)
    })
}

/// The page for a deck that its reader's browser cannot keep any more of.
#[must_use]
pub fn deck_is_full(backend: &SharedBackend, query: &str, charts: usize) -> PageResponse {
    wrong(backend, query, |cx| {
        Wrong::from(BadParameter {
            name: "add",
            found: fill!(w::FOUND_CHARTS, cx.lang(), count = charts),
            expected: fill!(w::EXPECT_ROOM, cx.lang(), limit = &MOST_CHARTS.to_string()),
        })
    })
}

/// The same for a deck that is to become a file.
///
/// # Errors
/// As [`deck`], and for a deck without charts.
pub fn full_deck(backend: &SharedBackend, query: &str) -> Result<Deck, PageResponse> {
    let found = deck(backend, query)?;
    if !found.items.is_empty() {
        return Ok(found);
    }
    Err(wrong(backend, query, |cx| {
        Wrong::from(BadParameter {
            name: "c",
            found: String::new(),
            expected: fill!(w::EXPECT_ITEMS, cx.lang(), limit = &MOST_CHARTS.to_string()),
        })
    }))
}

/// A deck with these charts.
pub(super) fn filled(cx: &PageContext, title: String, shape: Shape, addresses: &[String]) -> Result<Deck, Wrong> {
    let lang = cx.lang();
    if addresses.len() > MOST_CHARTS {
        return Err(Wrong::from(BadParameter {
            name: "c",
            found: addresses.len().to_string(),
            expected: fill!(w::EXPECT_ITEMS, lang, limit = &MOST_CHARTS.to_string()),
        }));
    }
    let mut items = Vec::new();
    let mut bad = BadParameters::default();
    for address in addresses {
        items.extend(bad.keep(item(cx, address).map(Some)));
    }
    let items = bad.or(items)?;
    let edition = &cx.snapshot().edition;
    let day = edition.published.format(lang);
    Ok(Deck {
        lang,
        title,
        subtitle: fill!(
            w::DECK_SUBTITLE,
            lang,
            edition = &edition.number.to_string(),
            date = &day
        ),
        edition: edition.number,
        published: edition.published,
        frozen: cx.links.edition.is_some(),
        shape,
        summary: None,
        items,
    })
}

fn item(cx: &PageContext, address: &str) -> Result<DeckItem, BadParameter> {
    let lang = cx.lang();
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let wrong = |expected| BadParameter::new(lang, "c", address, expected);
    let export = one(cx, path, &Parameters::parse(query), ExportParts::Picture);
    let export = export.map_err(|_| wrong(w::EXPECT_ITEM))?;
    if !export.is_chart() {
        return Err(wrong(w::EXPECT_CHART));
    }
    Ok(DeckItem {
        address: export.item(),
        export,
    })
}

pub(super) fn shape(cx: &PageContext, parameters: &Parameters) -> Result<Shape, BadParameter> {
    match parameters.get("size") {
        None | Some("16x9") => Ok(Shape::Wide),
        Some("4x3") => Ok(Shape::Standard),
        Some(found) => Err(BadParameter::new(cx.lang(), "size", found, w::EXPECT_DECK_SIZE)),
    }
}
