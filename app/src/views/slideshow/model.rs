//! A rotation of views for the screen of a meeting room, as its address asks for it.

use domain::ProvinceId;
use messages::{common as m, fill, slideshow as w};

use crate::{
    PageResponse,
    context::PageContext,
    export::{self, Deck, Ready},
    links::with_query,
    query::{BadParameter, Parameters, one_of},
    views::ranking::params as ranking_query,
};

/// How long a view stays, in seconds: shortest, longest, unless the address says otherwise.
pub(crate) const SECONDS: [u32; 3] = [10, 300, 20];

/// A slideshow that has views.
pub(crate) struct Slideshow {
    pub(crate) deck: Deck,
    /// Position of the view that is shown, from 0.
    pub(crate) at: usize,
    pub(crate) seconds: u32,
    pub(crate) paused: bool,
    /// `light` or `dark`; empty leaves it to the computer.
    pub(crate) theme: &'static str,
    /// What the views are taken from, as it stands in the address.
    state: Vec<(&'static str, String)>,
}

/// What an address of a slideshow leads to.
pub(crate) enum Found {
    /// No views are named: the form that makes an address, with the reader's own province.
    Form(Option<ProvinceId>),
    Slideshow(Box<Slideshow>),
    /// A page that says what is wrong.
    Refused(PageResponse),
    Bad(Vec<BadParameter>),
    /// The choice has no charts.
    Empty,
}

/// The parameters of an address, checked.
struct Asked<'a> {
    at: usize,
    seconds: u32,
    paused: bool,
    theme: &'static str,
    indicator: Option<&'a str>,
    deck: Option<Ready<'a>>,
    own: Option<ProvinceId>,
}

impl<'a> Asked<'a> {
    fn read(cx: &PageContext<'_>, parameters: &'a Parameters, bad: &mut Vec<BadParameter>) -> Self {
        let lang = cx.lang();
        let themes = [("light", "light"), ("dark", "dark")];
        let indicator = parameters.get("indicator");
        let known = |slug: &&str| cx.snapshot.catalogue.indicator_by_slug(slug).is_some();
        if let Some(unknown) = indicator.filter(|slug| !known(slug)) {
            bad.push(BadParameter::new(lang, "indicator", unknown, m::EXPECT_INDICATOR));
        }
        let highlight = parameters.get("highlight").unwrap_or_default();
        let deck = parameters.get("deck").and_then(|text| {
            let found = ready_of(text);
            if found.is_none() {
                bad.push(BadParameter::new(lang, "deck", text, w::EXPECT_DECK));
            }
            found
        });
        Self {
            at: position(cx, parameters, bad),
            seconds: seconds(cx, parameters, bad),
            paused: keep(one_of(lang, parameters, "pause", &[("1", true)]), bad).unwrap_or(false),
            theme: keep(one_of(lang, parameters, "theme", &themes), bad).unwrap_or_default(),
            indicator,
            deck,
            own: ranking_query::followed(cx.snapshot, lang, highlight, bad)
                .first()
                .copied(),
        }
    }

    /// The charts that are chosen one by one, or those of a ready deck; `None` if none are named.
    fn find(&self, cx: &PageContext<'_>, parameters: &Parameters) -> Option<Result<Deck, PageResponse>> {
        let edition = cx.links.edition.map(|n| n.to_string()).unwrap_or_default();
        let highlight = parameters.get("highlight").unwrap_or_default();
        let settled = [
            ("lang", cx.lang().code()),
            ("edition", edition.as_str()),
            ("highlight", highlight),
        ];
        if parameters.get("c").is_some() {
            let items = parameters.all("c").map(|item| ("c", item));
            let all: Vec<(&str, &str)> = items.chain(settled).collect();
            let query = with_query("", &all);
            return Some(export::deck(cx.backend, query.trim_start_matches('?')));
        }
        let query = with_query("", &settled);
        let ready = |which| export::ready(cx.backend, which, query.trim_start_matches('?'));
        self.deck.map(ready)
    }
}

/// Reads an address.
pub(crate) fn slideshow(cx: &PageContext<'_>, parameters: &Parameters) -> Found {
    let mut bad = Vec::new();
    let asked = Asked::read(cx, parameters, &mut bad);
    if !bad.is_empty() {
        return Found::Bad(bad);
    }
    let mut deck = match asked.find(cx, parameters) {
        None => return Found::Form(asked.own),
        Some(Err(refused)) => return Found::Refused(refused),
        Some(Ok(deck)) => deck,
    };
    if let Some(slug) = asked.indicator {
        // In `rankings/pci/2016/bars` and `provinces/nghe-an/pci/lines` alike.
        let path = |address: &str| address.split('?').next().unwrap_or_default().to_owned();
        deck.items
            .retain(|item| path(&item.address).split('/').any(|part| part == slug));
    }
    if deck.items.is_empty() {
        return Found::Empty;
    }
    let mut state: Vec<(&'static str, String)> = if parameters.get("c").is_some() {
        w::WALL.get(cx.lang()).clone_into(&mut deck.title);
        deck.items.iter().map(|item| ("c", item.address.clone())).collect()
    } else {
        vec![("deck", parameters.get("deck").unwrap_or_default().to_owned())]
    };
    state.push(("indicator", asked.indicator.unwrap_or_default().to_owned()));
    state.push(("highlight", parameters.get("highlight").unwrap_or_default().to_owned()));
    Found::Slideshow(Box::new(Slideshow {
        // Views may have gone with a new edition: then it begins again.
        at: if asked.at < deck.items.len() { asked.at } else { 0 },
        deck,
        seconds: asked.seconds,
        paused: asked.paused,
        theme: asked.theme,
        state,
    }))
}

fn keep<T>(read: Result<Option<T>, BadParameter>, bad: &mut Vec<BadParameter>) -> Option<T> {
    read.unwrap_or_else(|problem| {
        bad.push(problem);
        None
    })
}

fn seconds(cx: &PageContext<'_>, parameters: &Parameters, bad: &mut Vec<BadParameter>) -> u32 {
    let [least, most, usual] = SECONDS;
    let Some(text) = parameters.get("seconds") else {
        return usual;
    };
    let found = text.parse().ok().filter(|n| (least..=most).contains(n));
    found.unwrap_or_else(|| {
        let expected = fill!(
            w::EXPECT_SECONDS,
            cx.lang(),
            low = &least.to_string(),
            high = &most.to_string()
        );
        bad.push(BadParameter {
            name: "seconds",
            found: text.to_owned(),
            expected,
        });
        usual
    })
}

fn position(cx: &PageContext<'_>, parameters: &Parameters, bad: &mut Vec<BadParameter>) -> usize {
    let Some(text) = parameters.get("at") else { return 0 };
    let found = text.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
    found.unwrap_or_else(|| {
        bad.push(BadParameter::new(cx.lang(), "at", text, w::EXPECT_AT));
        0
    })
}

fn ready_of(text: &str) -> Option<Ready<'_>> {
    match text.split_once('/') {
        None if text == "country" => Some(Ready::Country),
        Some(("regions", slug)) => Some(Ready::Region(slug)),
        Some(("provinces", slug)) => Some(Ready::Province(slug)),
        _ => None,
    }
}

impl Slideshow {
    /// The address of this slideshow at a view, running or paused.
    pub(crate) fn address(&self, cx: &PageContext<'_>, at: usize, paused: bool) -> String {
        let seconds = if self.seconds == SECONDS[2] {
            String::new()
        } else {
            self.seconds.to_string()
        };
        let edition = cx.links.edition.map(|n| n.to_string()).unwrap_or_default();
        let at = if at == 0 { String::new() } else { (at + 1).to_string() };
        let mut all: Vec<(&str, &str)> = self.state.iter().map(|(n, v)| (*n, v.as_str())).collect();
        all.extend([
            ("seconds", seconds.as_str()),
            ("theme", self.theme),
            ("edition", &edition),
            ("at", &at),
            ("pause", if paused { "1" } else { "" }),
        ]);
        with_query(&cx.links.slideshow(), &all)
    }

    /// The views beside the one that is shown: the one before, the one after; it goes round.
    pub(crate) fn beside(&self) -> [usize; 2] {
        let count = self.deck.items.len();
        [(self.at + count - 1) % count, (self.at + 1) % count]
    }
}
