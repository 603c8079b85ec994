//! How a file is answered: from the cache or made now, or why there is none.

use std::sync::Arc;

use axum::{
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};

use crate::{
    AppState,
    http::{
        admin::{disposition, shown_as},
        content::{Content, IMMUTABLE, LIVE},
        embeds::Outside,
        pages, problem,
    },
    services::export_file::{ExportError, ExportFile},
};

/// The file at an address, from memory or made now.
pub(super) async fn answer<F>(state: &Arc<AppState>, uri: &Uri, asked: &HeaderMap, make: F) -> Response
where
    F: FnOnce(&app::SharedBackend, &str) -> Result<ExportFile, ExportError> + Send + 'static,
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
pub(super) fn failed(uri: &Uri, why: ExportError) -> Response {
    match why {
        ExportError::Failed(what) => {
            tracing::error!(address = uri.path(), error = what, "a file could not be made");
            problem::refuse(StatusCode::INTERNAL_SERVER_ERROR)
        }
        ExportError::Page(response) => pages::answer_once(*response, &HeaderMap::new()),
        ExportError::Busy => problem::busy(),
    }
}

/// Other sites may show it.
fn from_outside(mut response: Response) -> Response {
    response.extensions_mut().insert(Outside::File);
    response
}

pub(super) fn content(made: ExportFile) -> Content {
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
    let mut links = vec![format!("<{}>; rel=\"canonical\"", made.page)];
    if !made.described_by.is_empty() {
        links.push(format!(
            "<{}>; rel=\"describedby\"; type=\"application/csvm+json\"",
            made.described_by
        ));
    }
    match HeaderValue::try_from(links.join(", ")) {
        Ok(links) => content.with(header::LINK, links),
        Err(_) => content,
    }
}
