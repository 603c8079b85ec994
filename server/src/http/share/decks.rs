//! Decks: as files, and collected in a cookie.

use std::sync::Arc;

use app::export::{self, MOST_CHARTS, Ready};
use axum::{
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use domain::Lang;

use super::cookie::{self, DeckCookies};
use crate::{
    AppState,
    http::{content::NO_STORE, pages},
    services::export_file::{self, Format},
};

/// A deck as a file: `custom.pptx?c=…`, `provinces/nghe-an.pptx`, `regions/….pptx`, `country.pptx`.
pub(super) async fn file(
    State(state): State<Arc<AppState>>,
    Path(deck): Path<String>,
    uri: Uri,
    asked: HeaderMap,
) -> Response {
    let found = Format::split(&deck).filter(|(_, format)| matches!(format, Format::Pptx | Format::Xlsx));
    let Some((which, format)) = found else {
        return pages::page(State(state), uri, asked).await;
    };
    let which = which.to_owned();
    super::answer(&state, &uri, &asked, move |backend, query| {
        let deck = match which.split('/').collect::<Vec<_>>()[..] {
            ["custom"] => export::full_deck(backend, query)?,
            ["country"] => export::ready(backend, Ready::Country, query)?,
            ["provinces", slug] => export::ready(backend, Ready::Province(slug), query)?,
            ["regions", slug] => export::ready(backend, Ready::Region(slug), query)?,
            _ => return Err(export::no_view(backend, &which, query).into()),
        };
        let ready = if which == "custom" { "" } else { &which };
        export_file::deck(backend, (&deck, ready), format)
    })
    .await
}

/// The deck builder. The deck is in the address; `add=` puts a chart into the reader's own deck,
/// `own=1` keeps the deck of the address as theirs, and without a deck theirs is shown.
pub(super) async fn page(
    State(state): State<Arc<AppState>>,
    Path(lang): Path<String>,
    uri: Uri,
    asked: HeaderMap,
) -> Response {
    let query = uri.query().unwrap_or_default();
    let pairs: Vec<(String, String)> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
    let has = |wanted: &str| pairs.iter().any(|(name, value)| name == wanted && !value.is_empty());
    let Some(lang) = Lang::from_code(&lang).filter(|_| has("add") || has("own") || !has("c")) else {
        return pages::page(State(state), uri, asked).await;
    };
    if let Err(stop) = pages::has_edition(&state, &uri).await {
        return stop.into_response();
    }
    let secure = state.secure_cookies(&asked);
    if has("add") {
        return match add(&state, &asked, lang, &pairs) {
            Ok(added) => to_own(lang, &added.charts, &pairs, Some(added.cookies)),
            Err(response) => pages::answer_once(*response, &asked),
        };
    }
    let own = cookie::read(&asked);
    if !has("c") && !has("own") && !own.is_empty() {
        return to_own(lang, &own, &pairs, None);
    }
    let response = state.render(uri.path(), query);
    let good = response.status == 200;
    let mut response = pages::answer_once(response, &asked);
    if has("own") && good {
        remember(&mut response, remembered(query, secure));
    }
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static(NO_STORE));
    response
}

/// A reader's own deck with one chart more.
pub(crate) struct AddedChart {
    /// The charts of the deck.
    pub(crate) charts: Vec<String>,
    /// What their browser is to remember.
    pub(crate) cookies: DeckCookies,
}

/// Adds the chart that `add` names to the deck that the reader's browser remembers, unless it is there already.
///
/// # Errors
/// A page that says why not: no such chart, or no room for it.
pub(crate) fn add(
    state: &AppState,
    asked: &HeaderMap,
    lang: Lang,
    pairs: &[(String, String)],
) -> Result<AddedChart, Box<app::PageResponse>> {
    let item = added(state, lang, pairs)?;
    let mut charts = cookie::read(asked);
    if !charts.contains(&item) {
        charts.push(item);
    }
    let cookies = cookie::write(&charts, state.secure_cookies(asked)).filter(|_| charts.len() <= MOST_CHARTS);
    match cookies {
        Some(cookies) => Ok(AddedChart { charts, cookies }),
        None => {
            let query = format!("lang={}", lang.code());
            Err(Box::new(export::deck_is_full(
                state.backend(),
                &query,
                charts.len() - 1,
            )))
        }
    }
}

/// What the reader's browser remembers of a deck that is their own, given the query of its address.
pub(crate) fn remembered(query: &str, secure: bool) -> Option<DeckCookies> {
    let pairs = form_urlencoded::parse(query.as_bytes());
    let charts = pairs.filter(|(name, value)| name == "c" && !value.is_empty());
    let charts: Vec<String> = charts.map(|(_, value)| value.into_owned()).collect();
    cookie::write(&charts, secure)
}

/// The chart that `add` names with the other parameters of the form, as decks name it.
fn added(state: &AppState, lang: Lang, pairs: &[(String, String)]) -> Result<String, Box<app::PageResponse>> {
    let view = pairs
        .iter()
        .find(|(name, _)| name == "add")
        .map_or("", |(_, view)| view);
    let (view, more) = view.split_once('?').unwrap_or((view, ""));
    let mut query = form_urlencoded::Serializer::new(more.to_owned());
    for (name, value) in pairs
        .iter()
        .filter(|(name, _)| !matches!(name.as_str(), "add" | "lang" | "edition"))
    {
        query.append_pair(name, value);
    }
    query.append_pair("lang", lang.code());
    let item = export::item_of(state.backend(), view, &query.finish());
    item.map_err(Box::new)
}

/// Leads back to the page of ours that a form was on, where it is said how many charts the deck has now; to the reader's
/// own deck where the browser does not say which page that was.
pub(crate) fn back(lang: Lang, added: AddedChart, pairs: &[(String, String)], asked: &HeaderMap) -> Response {
    let Some((path, query)) = page_before(asked) else {
        return to_own(lang, &added.charts, pairs, Some(added.cookies));
    };
    let kept = form_urlencoded::parse(query.as_bytes()).filter(|(name, _)| name != "added");
    let mut query = form_urlencoded::Serializer::new(String::new());
    query
        .extend_pairs(kept)
        .append_pair("added", &added.charts.len().to_string());
    see_other(&format!("{path}?{}#added", query.finish()), Some(added.cookies))
}

/// Path and query of the page that the browser names; only of ours, because the answer leads there.
fn page_before(asked: &HeaderMap) -> Option<(&str, &str)> {
    let (_, rest) = asked.get(header::REFERER)?.to_str().ok()?.split_once("://")?;
    let address = rest.get(rest.find('/')?..)?.split('#').next()?;
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let language = path.split('/').nth(1)?;
    Lang::from_code(language).map(|_| (path, query))
}

/// Leads to the reader's own deck.
pub(crate) fn to_own(lang: Lang, own: &[String], pairs: &[(String, String)], set: Option<DeckCookies>) -> Response {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("own", "1");
    for item in own {
        query.append_pair("c", item);
    }
    for (name, value) in pairs
        .iter()
        .filter(|(name, _)| matches!(name.as_str(), "edition" | "size"))
    {
        // A size of the panel that is none of slides does not travel along.
        if name == "edition" || value == "4x3" {
            query.append_pair(name, value);
        }
    }
    see_other(&format!("/{}/deck?{}", lang.code(), query.finish()), set)
}

fn see_other(to: &str, set: Option<DeckCookies>) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    let headers = response.headers_mut();
    headers.extend(HeaderValue::try_from(to).ok().map(|to| (header::LOCATION, to)));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(NO_STORE));
    remember(&mut response, set);
    response
}

/// Hands cookies to the browser.
fn remember(response: &mut Response, cookies: Option<DeckCookies>) {
    for cookie in cookies.into_iter().flatten() {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
}
