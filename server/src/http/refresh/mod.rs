//! Uploaded decks that are brought up to the newest edition: a form that answers with a page, and the API.

mod kept;
mod receive;
mod turns;
mod work;

use std::sync::Arc;

use app::export::LARGEST_DECK;
use axum::{
    Router,
    extract::{DefaultBodyLimit, Path, Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
    routing::get,
};
use domain::Lang;
use messages::{fill, refresh as w};

use super::{admin::disposition, content::NO_STORE, pages, problem};
use crate::{AppState, services::refresh::refused};

pub(crate) use receive::{Received, Refused, receive};
pub(crate) use turns::Refresher;
pub(crate) use work::{Failure, refresh};

/// The largest body: the file and what a form weighs besides it.
pub(crate) const LARGEST_BODY: usize = LARGEST_DECK as usize * 1_000_000 + 64 * 1024;

/// The routes.
pub(crate) fn routes() -> Router<Arc<AppState>> {
    Router::new()
        .route(
            "/{lang}/deck/refresh",
            get(to_form).post(form).layer(DefaultBodyLimit::max(LARGEST_BODY)),
        )
        .route("/{lang}/deck/refreshed/{key}", get(file))
}

/// Who opens the address of an answer again comes to the form.
async fn to_form(Path(lang): Path<String>) -> Response {
    let lang = Lang::from_code(&lang).unwrap_or_default();
    let to = HeaderValue::try_from(format!("/{}/deck", lang.code())).ok();
    let mut response = StatusCode::SEE_OTHER.into_response();
    let headers = response.headers_mut();
    headers.extend(to.map(|to| (header::LOCATION, to)));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(NO_STORE));
    response
}

/// Takes a deck and answers with the report on it.
async fn form(State(state): State<Arc<AppState>>, Path(lang): Path<String>, request: Request) -> Response {
    let Some(lang) = Lang::from_code(&lang) else {
        return problem::refuse(StatusCode::NOT_FOUND);
    };
    let asked = request.headers().clone();
    let received = match receive(request, lang).await {
        Ok(received) => received,
        Err(why) => return not_refreshed(&state, lang, &asked, why),
    };
    let name = received.name.clone();
    let done = match refresh(&state, received).await {
        Ok(done) => done,
        Err(Failure::File(error)) => {
            let why = refused(lang, &error);
            return explained(&state, lang, &asked, (&why, StatusCode::UNPROCESSABLE_ENTITY));
        }
        Err(other) => return other.respond(),
    };
    let address = done.changed.then(|| {
        let key = state.refresher().keep(name, done.bytes);
        key.map(|key| format!("/{}/deck/refreshed/{key}", lang.code()))
    });
    match address.transpose() {
        Ok(address) => {
            let page = app::refreshed(state.backend(), lang, Ok((&done.report, address.as_deref())));
            pages::answer_once(page, &asked)
        }
        Err(error) => {
            tracing::error!(%error, "a refreshed deck could not be kept");
            problem::refuse(StatusCode::INTERNAL_SERVER_ERROR)
        }
    }
}

fn not_refreshed(state: &AppState, lang: Lang, asked: &HeaderMap, why: Refused) -> Response {
    match why {
        Refused::NoFile => explained(
            state,
            lang,
            asked,
            (w::NO_FILE.get(lang), StatusCode::UNPROCESSABLE_ENTITY),
        ),
        Refused::TooLarge => {
            let limit = LARGEST_DECK.to_string();
            let why = fill!(w::TOO_LARGE, lang, limit = &limit);
            explained(state, lang, asked, (&why, StatusCode::PAYLOAD_TOO_LARGE))
        }
        Refused::Edition => problem::refuse(StatusCode::BAD_REQUEST),
    }
}

fn explained(state: &AppState, lang: Lang, asked: &HeaderMap, (why, status): (&str, StatusCode)) -> Response {
    let page = app::refreshed(state.backend(), lang, Err((why, status.as_u16())));
    pages::answer_once(page, asked)
}

/// A refreshed file, for as long as it is kept.
async fn file(State(state): State<Arc<AppState>>, Path((_, key)): Path<(String, String)>) -> Response {
    match state.refresher().kept(&key) {
        Some((name, bytes)) => sent(&name, bytes),
        None => problem::refuse(StatusCode::NOT_FOUND),
    }
}

/// Answers with a file that nobody else is to keep.
pub(crate) fn sent(name: &str, bytes: axum::body::Bytes) -> Response {
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(ooxml::PPTX));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(NO_STORE));
    headers.insert(header::CONTENT_DISPOSITION, disposition(name));
    response
}
