//! The addresses.

use std::sync::Arc;

use axum::{
    Router,
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    middleware::{from_fn, from_fn_with_state},
    response::{IntoResponse, Response},
    routing::get,
};
use tower_http::catch_panic::CatchPanicLayer;

use super::{admin, api, calls, content::REVALIDATE, embeds, health, observe, pages, problem, refresh, share, site};
use crate::{AppState, auth};

/// What search engines read: pages. Pinned editions are the same figures again, and files are shown on a page; the small
/// pictures beside links are fetched by other sites under these rules, too. The desk and what a reader puts together are
/// nobody's to find.
const ROBOTS: &str = "User-agent: *
Disallow: /*?*edition=
Disallow: /charts/
Allow: /charts/*.png
Disallow: /decks/
Disallow: /editions/
Disallow: /embed/
Disallow: /preview/
Disallow: /calls/
Disallow: /api/v1/
Disallow: /desk/
Disallow: /*/desk
Disallow: /*/sign-in
Disallow: /*/share/
Disallow: /*/search
Disallow: /*/deck?
Disallow: /*/deck$
Disallow: /*/deck/
Allow: /
";

/// All addresses, with limits, security headers and the log around them.
pub fn router(state: AppState) -> Router {
    let state = Arc::new(state);
    let admin = state.admin().map(admin::routes).unwrap_or_default();
    let api = api::Api::new(&state);
    let pages = auth::PAGES.iter().fold(Router::new(), |router, rule| {
        router.route(rule.pattern, get(pages::page))
    });
    Router::new()
        .merge(pages)
        .route("/", get(first_page))
        .route("/cited", get(cited))
        .route("/healthz", get(health::health))
        .route("/robots.txt", get(robots))
        .route("/sitemap.xml", get(pages::sitemap))
        .route("/favicon.ico", get(favicon))
        .route("/assets/{*path}", get(asset))
        .merge(share::routes())
        .merge(refresh::routes())
        .merge(embeds::routes())
        .merge(calls::routes())
        // What no page has is answered with a page that says so.
        .fallback(get(pages::page))
        .with_state(Arc::clone(&state))
        .merge(admin)
        .merge(api::routes(&api))
        .layer(from_fn_with_state(Arc::clone(&state), super::guard::guard))
        .layer(CatchPanicLayer::custom(observe::panicked))
        .layer(from_fn(observe::limit))
        .layer(from_fn_with_state(api, api::outside))
        .layer(from_fn_with_state(state, observe::observe))
}

/// Vietnamese is where everybody begins; the page offers English.
async fn first_page() -> impl IntoResponse {
    let headers = [(header::LOCATION, "/vi"), (header::CACHE_CONTROL, REVALIDATE)];
    (StatusCode::FOUND, headers)
}

/// The address for checking cited figures, without a language.
async fn cited(uri: Uri) -> impl IntoResponse {
    let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    let headers = [
        (header::LOCATION, format!("/vi/cited{query}")),
        (header::CACHE_CONTROL, REVALIDATE.to_owned()),
    ];
    (StatusCode::FOUND, headers)
}

async fn robots(State(state): State<Arc<AppState>>) -> impl IntoResponse {
    let text = format!("{ROBOTS}\nSitemap: {}/sitemap.xml\n", state.backend().origin());
    ([(header::CACHE_CONTROL, "public, max-age=86400")], text)
}

/// What browsers ask for without having read a page, as below frames and files.
async fn favicon(State(state): State<Arc<AppState>>) -> Response {
    match HeaderValue::try_from(state.links().icon.as_str()) {
        Ok(icon) if !icon.is_empty() => {
            let headers = [
                (header::LOCATION, icon),
                (header::CACHE_CONTROL, HeaderValue::from_static(REVALIDATE)),
            ];
            (StatusCode::FOUND, headers).into_response()
        }
        _ => problem::refuse(StatusCode::NOT_FOUND),
    }
}

async fn asset(State(state): State<Arc<AppState>>, uri: Uri, asked: HeaderMap) -> Response {
    // The names are plain ASCII: an address with percent signs names none of them.
    let name = uri.path().strip_prefix(site::ROOT);
    match name.and_then(|name| state.site.get(name)) {
        Some(file) => embeds::marked(&state, &uri, file.respond(&asked)),
        None => problem::refuse(StatusCode::NOT_FOUND),
    }
}
