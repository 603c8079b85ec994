//! Charts and tables that leave the pages: pictures, slides, workbooks, tables, decks.
//!
//! Each has an address of its own. Under an edition it never changes and is kept for good;
//! without one it follows the newest edition and is kept for a few minutes.

mod answer;
mod cache;
mod cookie;
pub(crate) mod decks;
mod papers;
mod preview;
mod preview_link;

use std::sync::Arc;

use axum::{
    Router,
    extract::{Path, State},
    http::{HeaderMap, Uri},
    response::Response,
    routing::get,
};

use super::{embeds::Outside, pages};
use crate::{
    AppState,
    services::export_file::{self, Format},
};
use answer::{answer, content, failed};
pub(crate) use cache::ExportCache;
pub(crate) use preview_link::link as preview_link;

/// The routes.
pub(crate) fn routes() -> Router<Arc<AppState>> {
    Router::new()
        .route("/charts/{*view}", get(chart))
        .route("/decks/{*deck}", get(decks::file))
        .route("/{lang}/deck", get(decks::page))
        .route("/{lang}/briefing.pdf", get(papers::briefing))
        .route("/{lang}/briefing.docx", get(papers::briefing))
        .route("/{lang}/provinces/{slug}/briefing.pdf", get(papers::briefing))
        .route("/{lang}/provinces/{slug}/briefing.docx", get(papers::briefing))
        .route("/{lang}/regions/{slug}/briefing.pdf", get(papers::briefing))
        .route("/{lang}/regions/{slug}/briefing.docx", get(papers::briefing))
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
        export_file::make(backend, &view, query, format)
    })
    .await
}
