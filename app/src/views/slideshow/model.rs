//! A rotation of views for the screen of a meeting room, as its address asks for it.

use domain::ProvinceId;
use messages::{fill, slideshow as w};

use crate::{
    PageResponse,
    context::PageContext,
    export::{self, Deck, Ready},
    links::with_query,
    query::{BadParameter, BadParameters, Parameters, one_of},
    views::parameters as shared,
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
    Bad(BadParameters),
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
    fn read(cx: &PageContext, parameters: &'a Parameters) -> Result<Self, BadParameters> {
        let lang = cx.lang();
        let mut bad = BadParameters::default();
        let themes = [("light", "light"), ("dark", "dark")];
        bad.keep(shared::indicator(cx, parameters));
        let deck = bad.keep(parameters.named(lang, "deck", w::EXPECT_DECK, ready_of));
        let position = |text: &str| text.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
        let at = bad.keep(parameters.named(lang, "at", w::EXPECT_AT, position));
        let seconds = bad.keep(seconds(cx, parameters));
        let paused = bad.keep(one_of(lang, parameters, "pause", &[("1", true)]));
        let theme = bad.keep(one_of(lang, parameters, "theme", &themes));
        let own = bad.keep(shared::provinces(cx, "highlight", parameters));
        bad.or(Self {
            at: at.unwrap_or_default(),
            seconds: seconds.unwrap_or(SECONDS[2]),
            paused: paused.unwrap_or_default(),
            theme: theme.unwrap_or_default(),
            indicator: parameters.get("indicator"),
            deck,
            own: own.first().copied(),
        })
    }

    /// The charts that are chosen one by one, or those of a ready deck; `None` if none are named.
    fn find(&self, cx: &PageContext, parameters: &Parameters) -> Option<Result<Deck, PageResponse>> {
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
            return Some(export::deck(cx.backend(), query.trim_start_matches('?')));
        }
        let query = with_query("", &settled);
        let ready = |which| export::ready(cx.backend(), which, query.trim_start_matches('?'));
        self.deck.map(ready)
    }
}

/// Reads an address.
pub(crate) fn slideshow(cx: &PageContext, parameters: &Parameters) -> Found {
    let asked = match Asked::read(cx, parameters) {
        Ok(asked) => asked,
        Err(bad) => return Found::Bad(bad),
    };
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

fn seconds(cx: &PageContext, parameters: &Parameters) -> Result<Option<u32>, BadParameter> {
    let [least, most, _] = SECONDS;
    let Some(text) = parameters.get("seconds") else {
        return Ok(None);
    };
    match text.parse().ok().filter(|n| (least..=most).contains(n)) {
        Some(seconds) => Ok(Some(seconds)),
        None => Err(BadParameter {
            name: "seconds",
            found: text.to_owned(),
            expected: fill!(
                w::EXPECT_SECONDS,
                cx.lang(),
                low = &least.to_string(),
                high = &most.to_string()
            ),
        }),
    }
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
    pub(crate) fn address(&self, cx: &PageContext, at: usize, paused: bool) -> String {
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
