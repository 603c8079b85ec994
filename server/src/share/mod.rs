//! Charts and tables that leave the pages: pictures, slides, workbooks, tables, decks.
//!
//! Each has an address of its own. Under an edition it never changes and is kept for good;
//! without one it follows the newest edition and is kept for a few minutes.

mod cache;
mod cookie;
mod decks;
mod formats;
mod link_key;
mod papers;
mod preview;

use std::sync::Arc;

use axum::{
    Router,
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Response},
    routing::get,
};

use crate::{
    AppState,
    admin::{disposition, shown_as},
    content::{Content, IMMUTABLE, LIVE},
    embeds::Outside,
    pages, problem,
};
pub(crate) use cache::ExportCache;
pub(crate) use formats::look;
use formats::{ExportError, ExportFile, Format};
pub use link_key::LinkKey;
pub(crate) use preview::link as preview_link;

/// The routes.
pub(crate) fn routes() -> Router<Arc<AppState>> {
    Router::new()
        .route("/charts/{*view}", get(chart))
        .route("/decks/{*deck}", get(decks::file))
        .route("/{lang}/deck", get(decks::page))
        .route("/{lang}/briefing.pdf", get(papers::briefing))
        .route("/{lang}/provinces/{slug}/briefing.pdf", get(papers::briefing))
        .route("/{lang}/regions/{slug}/briefing.pdf", get(papers::briefing))
        .route("/preview/{draft}/{until}/{signature}", get(preview::page))
        .route("/preview/{draft}/{until}/{signature}/{*view}", get(preview::file))
}

/// A chart or a table as a file. The ending says which.
async fn chart(State(state): State<Arc<AppState>>, Path(view): Path<String>, uri: Uri, asked: HeaderMap) -> Response {
    let Some((view, format)) = Format::split(&view) else {
        return pages::page(State(state), uri, asked).await;
    };
    let view = view.to_owned();
    answer(&state, &uri, &asked, move |backend, query| {
        formats::make(backend, &view, query, format)
    })
    .await
}

/// The file at an address, from memory or made now.
async fn answer<F>(state: &Arc<AppState>, uri: &Uri, asked: &HeaderMap, make: F) -> Response
where
    F: FnOnce(&dyn app::Backend, &str) -> Result<ExportFile, ExportError> + Send + 'static,
{
    if let Err(stop) = pages::has_edition(state, uri).await {
        return stop.into_response();
    }
    let address = uri.path_and_query().map_or("/", |address| address.as_str()).to_owned();
    let query = uri.query().unwrap_or_default().to_owned();
    let found = state
        .export_cache()
        .get(state.backend_shared(), address, move |backend| {
            make(backend, &query).map(content)
        })
        .await;
    match found {
        Ok(content) => from_outside(content.respond(asked)),
        Err(ExportError::Page(response)) => pages::answer_once(*response, asked),
        Err(other) => failed(uri, other),
    }
}

/// The answer where a file cannot be made.
fn failed(uri: &Uri, why: ExportError) -> Response {
    match why {
        ExportError::Failed(what) => {
            tracing::error!(address = uri.path(), error = what, "a file could not be made");
            problem::refuse(StatusCode::INTERNAL_SERVER_ERROR)
        }
        ExportError::Page(response) => pages::answer_once(*response, &HeaderMap::new()),
        ExportError::Busy => {
            let mut response = problem::refuse(StatusCode::SERVICE_UNAVAILABLE);
            let seconds = HeaderValue::from_static("5");
            response.headers_mut().insert(header::RETRY_AFTER, seconds);
            response
        }
    }
}

/// Other sites may show it.
fn from_outside(mut response: Response) -> Response {
    response.extensions_mut().insert(Outside::File);
    response
}

fn content(made: ExportFile) -> Content {
    let kept = if made.frozen { IMMUTABLE } else { LIVE };
    let mut content = Content::new(StatusCode::OK, kept, made.bytes)
        .with(header::CONTENT_TYPE, HeaderValue::from_static(made.media_type));
    if made.packed {
        content = content.packed(None, None);
    }
    if made.saved {
        content = content.with(header::CONTENT_DISPOSITION, disposition(&made.name));
    } else if made.media_type == "application/pdf" {
        // Shown by the browser, and saved under this name from there.
        content = content.with(header::CONTENT_DISPOSITION, shown_as(&made.name));
    }
    let canonical = HeaderValue::try_from(format!("<{}>; rel=\"canonical\"", made.page));
    match canonical {
        Ok(link) => content.with(header::LINK, link),
        Err(_) => content,
    }
}
