//! The province that a reader chose once, kept in a cookie of their own browser and nowhere else.
//!
//! The cookie only remembers: the state stays in the address. Where a page can show a province and its address names
//! none, the reader is sent on to the address that does; the pages themselves are the same for everybody.

use std::time::Duration;

use app::SharedBackend;
use axum::{
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};

use super::content::NO_STORE;
use crate::auth::cookies;

const NAME: &str = "thuocdo-province";
/// A year.
const LIFETIME: Duration = Duration::from_secs(31_536_000);
/// The parameter by which the form of the overview says that the choice is to be remembered.
const REMEMBER: &str = "remember";

/// What to do with an address before its page is made.
pub(crate) enum Way {
    /// Its page does not depend on the cookie.
    Plain,
    /// Its page is sent as it is, but another reader may be sent elsewhere.
    Varies,
    /// Another address shows the reader's province.
    Elsewhere(Response),
}

/// Where an address leads for this reader.
pub(crate) fn way(backend: &SharedBackend, uri: &Uri, asked: &HeaderMap, secure: bool) -> Way {
    let query = uri.query().unwrap_or_default();
    let Some(parameter) = parameter(uri.path()) else {
        return Way::Plain;
    };
    if named(query, REMEMBER).is_some() && parameter == "province" {
        return Way::Elsewhere(remember(backend, uri, query, secure));
    }
    // An address that names the parameter, even empty, is a choice already made. So is any comparison: only the
    // bare page begins with the reader's province.
    let created =
        parameter == "provinces" && form_urlencoded::parse(query.as_bytes()).any(|(name, _)| name != "edition");
    // A slideshow of charts chosen one by one, or of a province, shows what it names.
    let settled =
        named(query, "c").is_some() || named(query, "deck").is_some_and(|deck| deck.starts_with("provinces/"));
    if created || settled || named(query, parameter).is_some() {
        return Way::Varies;
    }
    match chosen(asked).filter(|slug| known(backend, slug)) {
        Some(slug) => Way::Elsewhere(redirect(&with(uri, query, parameter, &slug), None)),
        None => Way::Varies,
    }
}

/// The parameter by which the page at a path shows one province.
fn parameter(path: &str) -> Option<&'static str> {
    let segments: Vec<&str> = path.trim_matches('/').split('/').collect();
    match segments[..] {
        ["vi" | "en"] => Some("province"),
        ["vi" | "en", "rankings" | "map" | "since", _, _] | ["vi" | "en", "wall" | "decks"] => Some("highlight"),
        ["vi" | "en", "compare"] => Some("provinces"),
        _ => None,
    }
}

/// The last value of a name, which may be empty.
fn named(query: &str, name: &str) -> Option<String> {
    let pairs = form_urlencoded::parse(query.as_bytes());
    pairs
        .filter(|(n, _)| n == name)
        .map(|(_, value)| value.trim().to_owned())
        .last()
}

/// Whether the newest edition has the province.
pub(crate) fn known(backend: &SharedBackend, slug: &str) -> bool {
    backend
        .snapshot(None)
        .is_some_and(|snapshot| snapshot.catalogue.provinces.by_slug(slug).is_some())
}

/// The name in addresses of the province that a reader names in a form: where there are very many, its name is typed.
pub(crate) fn slug_of(backend: &SharedBackend, named: &str) -> Option<String> {
    let snapshot = backend.snapshot(None)?;
    let id = snapshot.province_named(named)?;
    Some(snapshot.catalogue.provinces.get(id).slug.clone())
}

/// The province in the cookie. Names of provinces in addresses are plain ASCII.
fn chosen(asked: &HeaderMap) -> Option<String> {
    cookies::value(asked, NAME)
}

/// Keeps what the form sent, or forgets it where nothing was chosen, and leads on to the address without the form's
/// own parameter.
fn remember(backend: &SharedBackend, uri: &Uri, query: &str, secure: bool) -> Response {
    let slug = named(query, "province").filter(|slug| known(backend, slug));
    let slug = slug.unwrap_or_default();
    redirect(&with(uri, query, "province", &slug), cookie(&slug, secure))
}

/// What a reader's browser is to remember; without a province it forgets.
pub(crate) fn cookie(slug: &str, secure: bool) -> Option<HeaderValue> {
    let lifetime = if slug.is_empty() { Duration::ZERO } else { LIFETIME };
    cookies::set(NAME, slug, lifetime, secure)
}

/// The address with one parameter set; an empty value removes it.
fn with(uri: &Uri, query: &str, parameter: &str, value: &str) -> String {
    let kept = form_urlencoded::parse(query.as_bytes()).filter(|(name, _)| name != REMEMBER && name != parameter);
    let mut to = form_urlencoded::Serializer::new(String::new());
    to.extend_pairs(kept);
    if !value.is_empty() {
        to.append_pair(parameter, value);
    }
    let query = to.finish();
    let mark = if query.is_empty() { "" } else { "?" };
    format!("{}{mark}{query}", uri.path())
}

/// Leads to an address that is this reader's.
pub(crate) fn redirect(to: &str, set: Option<HeaderValue>) -> Response {
    let mut answer = (StatusCode::SEE_OTHER, [(header::CACHE_CONTROL, NO_STORE)]).into_response();
    let headers = answer.headers_mut();
    headers.extend(HeaderValue::try_from(to).ok().map(|to| (header::LOCATION, to)));
    headers.extend(set.map(|set| (header::SET_COOKIE, set)));
    headers.append(header::VARY, HeaderValue::from_static("cookie"));
    answer
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_that_can_show_a_province_ask_for_it() {
        for (path, expected) in [
            ("/vi", Some("province")),
            ("/en/", Some("province")),
            ("/vi/rankings/pci/2016", Some("highlight")),
            ("/en/map/papi/2019", Some("highlight")),
            ("/vi/since/pci/2016", Some("highlight")),
            ("/vi/compare", Some("provinces")),
            ("/vi/wall", Some("highlight")),
            ("/en/decks", Some("highlight")),
            ("/", None),
            ("/de", None),
            ("/vi/rankings", None),
            ("/vi/rankings/pci", None),
            ("/vi/provinces/nghe-an", None),
            ("/charts/rankings/pci/2016/bars.svg", None),
        ] {
            assert_eq!(parameter(path), expected, "{path}");
        }
    }

    #[test]
    fn an_address_keeps_its_other_parameters() {
        let uri: Uri = "/vi/rankings/pci/2016?sort=name&highlight=a&remember=1"
            .parse()
            .unwrap();
        let query = uri.query().unwrap();
        assert_eq!(
            with(&uri, query, "highlight", "nghe-an"),
            "/vi/rankings/pci/2016?sort=name&highlight=nghe-an"
        );
        assert_eq!(with(&uri, query, "highlight", ""), "/vi/rankings/pci/2016?sort=name");
    }

    #[test]
    fn the_cookie_is_found_among_others() {
        let mut headers = HeaderMap::new();
        headers.append(
            header::COOKIE,
            HeaderValue::from_static("a=b; thuocdo-province=nghe-an"),
        );
        assert_eq!(chosen(&headers).as_deref(), Some("nghe-an"));
        assert_eq!(chosen(&HeaderMap::new()), None);
    }
}
