//! Pages from the app, rendered at most twice an edition and then kept in memory.

use std::sync::Arc;

use app::{Body, Cache, PageResponse};
use axum::{
    extract::State,
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};

use super::{
    admin::Rejection,
    content::{Content, NO_STORE, REVALIDATE},
    own_province::{self, Way},
    page_cache::shown,
    problem,
    state::AppState,
};

/// Longer queries are made by hand or by machines; keeping them would push out real pages.
const LONGEST_KEPT_QUERY: usize = 512;

/// Answers with a page. Rendering takes one or two milliseconds and waits for nothing,
/// so it happens right here: handing it to another thread would cost more and would let
/// a crowd pile up.
pub(crate) async fn page(State(state): State<Arc<AppState>>, uri: Uri, asked: HeaderMap) -> Response {
    let way = own_province::way(state.backend(), &uri, &asked, state.secure_cookies(&asked));
    if let Way::Elsewhere(answer) = way {
        return answer;
    }
    let render = || content(state.render(uri.path(), uri.query().unwrap_or_default()));
    let mut answer = kept(&state, &uri, &asked, render).await;
    if matches!(way, Way::Varies) {
        answer
            .headers_mut()
            .append(header::VARY, HeaderValue::from_static("cookie"));
    }
    answer
}

/// The pages that search engines are told of.
pub(crate) async fn sitemap(State(state): State<Arc<AppState>>, uri: Uri, asked: HeaderMap) -> Response {
    const XML: HeaderValue = HeaderValue::from_static("application/xml; charset=utf-8");
    let render = || match app::sitemap(state.backend()) {
        Ok(xml) => Some(Content::new(StatusCode::OK, REVALIDATE, xml).with(header::CONTENT_TYPE, XML)),
        Err(response) => content(response),
    };
    kept(&state, &uri, &asked, render).await
}

/// Answers with what is kept of an address, or with what `render` makes now.
pub(crate) async fn kept(
    state: &AppState,
    uri: &Uri,
    asked: &HeaderMap,
    render: impl FnOnce() -> Option<Content>,
) -> Response {
    if uri.query().is_some_and(|query| query.len() > LONGEST_KEPT_QUERY) {
        return match has_edition(state, uri).await {
            Ok(()) => answer(render().as_ref(), asked),
            Err(stop) => stop.into_response(),
        };
    }
    let address = uri.path_and_query().map_or("/", |address| address.as_str());
    let key = (shown(state.backend()), address.to_owned());
    let pages = state.pages();
    if let Some(page) = pages.get(&key) {
        let response = page.respond(asked);
        if page.undertake_packing() {
            pages.pack_well(page);
        }
        return response;
    }
    if let Err(stop) = has_edition(state, uri).await {
        return stop.into_response();
    }
    let page = render().map(Arc::new);
    if let Some(page) = page.as_ref().filter(|page| page.may_be_kept()) {
        pages.offer(key, page);
    }
    answer(page.as_deref(), asked)
}

/// Answers with a page that is not kept for others.
pub(crate) fn answer_once(response: PageResponse, asked: &HeaderMap) -> Response {
    answer(content(response).as_ref(), asked)
}

/// Brings the edition that an address names into memory. Rendering itself waits for nothing, so this
/// comes before; an edition that does not exist is the page's to say.
pub(crate) async fn has_edition(state: &AppState, uri: &Uri) -> Result<(), Rejection> {
    if let Some(admin) = state.admin().filter(|_| tells_news(uri.path())) {
        admin.edition_loader().news().await?;
    }
    bring_edition(state, uri.query().unwrap_or_default()).await
}

/// Feeds tell what each edition changed, and so does the page that checks cited figures.
fn tells_news(path: &str) -> bool {
    matches!(path.split('/').nth(2), Some("feeds" | "cited"))
}

/// The same for a query.
pub(crate) async fn bring_edition(state: &AppState, query: &str) -> Result<(), Rejection> {
    let Some(admin) = state.admin() else { return Ok(()) };
    if let Some(number) = edition(query) {
        admin.edition_loader().edition(number).await?;
    }
    Ok(())
}

/// The number that the app reads from the query: the last one counts, empty ones are as absent.
pub(crate) fn edition(query: &str) -> Option<u32> {
    let pairs = form_urlencoded::parse(query.as_bytes());
    let named = pairs.filter(|(name, _)| name == "edition");
    let numbers = named.map(|(_, value)| value.trim().to_owned());
    numbers.filter(|value| !value.is_empty()).last()?.parse().ok()
}

fn answer(page: Option<&Content>, asked: &HeaderMap) -> Response {
    match page {
        Some(page) => page.respond(asked),
        None => problem::refuse(StatusCode::INTERNAL_SERVER_ERROR),
    }
}

/// A reply as an answer; `None` if it names no possible status or address.
fn content(response: PageResponse) -> Option<Content> {
    let status = StatusCode::from_u16(response.status).ok()?;
    let kept = match response.cache {
        Cache::Revalidate => REVALIDATE,
        Cache::NoStore => NO_STORE,
    };
    let html = HeaderValue::from_static("text/html; charset=utf-8");
    let page = |text: String| {
        let page = Content::new(status, kept, text).with(header::CONTENT_TYPE, html);
        page.packed_well_later()
    };
    Some(match response.body {
        Body::Html(text) => page(text),
        Body::Fragment(text) => page(text).with(
            HeaderName::from_static("x-robots-tag"),
            HeaderValue::from_static("noindex"),
        ),
        Body::Feed(text) => Content::new(status, kept, text).with(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/atom+xml; charset=utf-8"),
        ),
        Body::Redirect(to) => Content::new(status, kept, "").with(header::LOCATION, HeaderValue::try_from(to).ok()?),
    })
}
