//! What other sites show of ours: pages in frames, the script that fits their height, and what they ask
//! about an address (oEmbed).

mod oembed;
mod outside;

use oembed::size;
pub(crate) use outside::{Outside, policy};
use std::sync::{Arc, LazyLock};

use app::{
    Body,
    export::{self},
};
use axum::{
    Router,
    extract::State,
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, header},
    response::Response,
    routing::get,
};

use super::{
    content::{Content, LIVE, NO_STORE, REVALIDATE},
    pages,
};
use crate::AppState;

/// The script for pages around frames. Its address never changes, so its content may.
const HOST: &str = include_str!("../../../../crates/bundler/src/host.js");
const FOR_AN_HOUR: &str = "public, max-age=3600";

/// The routes.
pub(crate) fn routes() -> Router<Arc<AppState>> {
    Router::new()
        .route("/embed/{*view}", get(frame))
        .route("/embed.js", get(script))
        .route("/oembed", get(oembed::about))
}

/// Marks the style sheet and the script of pages in frames: a site may take a frame's origin from it, and its
/// own files are those of another site then.
pub(crate) fn marked(state: &AppState, uri: &Uri, mut response: Response) -> Response {
    let links = state.links();
    if [&links.embed_stylesheet, &links.embed_script]
        .iter()
        .any(|own| *own == uri.path())
    {
        response.extensions_mut().insert(Outside::File);
    }
    response
}

/// The page of a view.
async fn frame(State(state): State<Arc<AppState>>, uri: Uri, asked: HeaderMap) -> Response {
    let view = uri.path().strip_prefix("/embed/").unwrap_or_default();
    let query = uri.query().unwrap_or_default();
    let make = || {
        let response = export::embed(state.backend(), view, query, &size);
        let kept = match response.status {
            // Also under an edition: the page names files with hashes of the running program.
            200 if pages::edition(query).is_some() => REVALIDATE,
            200 => LIVE,
            _ => NO_STORE,
        };
        let Body::Html(html) = response.body else { return None };
        let page = Content::new(StatusCode::from_u16(response.status).ok()?, kept, html).with(
            header::CONTENT_TYPE,
            HeaderValue::from_static("text/html; charset=utf-8"),
        );
        let robots = HeaderName::from_static("x-robots-tag");
        Some(page.with(robots, HeaderValue::from_static("noindex")))
    };
    let mut response = pages::kept(&state, &uri, &asked, make).await;
    response.extensions_mut().insert(Outside::Frame);
    response
}

async fn script(asked: HeaderMap) -> Response {
    static SCRIPT: LazyLock<Content> = LazyLock::new(|| {
        let kind = HeaderValue::from_static("text/javascript; charset=utf-8");
        Content::new(StatusCode::OK, FOR_AN_HOUR, HOST).with(header::CONTENT_TYPE, kind)
    });
    let mut response = SCRIPT.respond(&asked);
    response.extensions_mut().insert(Outside::File);
    response
}
