//! The plain page for what no page of the app answers: it needs neither figures nor styles.

use axum::{
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

use super::content::NO_STORE;

/// Marks an answer that is still to be given its page, because only the outermost layer
/// knows the number of the request.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Refused;

/// Refuses a request; the page comes later.
pub(crate) fn refuse(status: StatusCode) -> Response {
    let mut response = status.into_response();
    response.extensions_mut().insert(Refused);
    response
}

/// The refusal where others are served first.
pub(crate) fn busy() -> Response {
    let mut response = refuse(StatusCode::SERVICE_UNAVAILABLE);
    let seconds = HeaderValue::from_static("5");
    response.headers_mut().insert(header::RETRY_AFTER, seconds);
    response
}

/// The page of a refusal, with the headers that it already has.
pub(crate) fn page(status: StatusCode, mut headers: HeaderMap, id: &str) -> Response {
    headers.remove(header::CONTENT_LENGTH);
    let html = HeaderValue::from_static("text/html; charset=utf-8");
    headers.insert(header::CONTENT_TYPE, html);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(NO_STORE));
    (status, headers, app::problem(status.as_u16(), id)).into_response()
}
