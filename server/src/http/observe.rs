//! What happens to every request: a number, limits, security headers, a line in the log.

use std::{
    any::Any,
    hash::{BuildHasher, RandomState},
    sync::{
        Arc, LazyLock,
        atomic::{AtomicU64, Ordering},
    },
    time::Instant,
};

use axum::{
    extract::{MatchedPath, Request, State},
    http::{HeaderName, HeaderValue, StatusCode, header},
    middleware::Next,
    response::Response,
};
use tracing::Instrument;

use super::{
    embeds::Outside,
    problem::{self, Refused},
};
use crate::{AppState, auth, telemetry::milliseconds};

/// Longest address, path and query together, in bytes.
const LONGEST_ADDRESS: usize = 8 * 1024;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Scripts, styles, fonts and pictures come from here only, and nothing is written into
/// a page itself; `wasm-unsafe-eval` allows compiling wasm and no other evaluation.
const CONTENT_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; \
    form-action 'self'; base-uri 'none'; frame-ancestors 'self'; manifest-src 'self'";

const SECURITY: [(HeaderName, &str); 6] = [
    (header::CONTENT_SECURITY_POLICY, CONTENT_POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// The outermost layer.
pub(crate) async fn observe(State(state): State<Arc<AppState>>, request: Request, next: Next) -> Response {
    let started = Instant::now();
    let id = request_id();
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    let span = tracing::info_span!("request", id = %id);
    let mut response = next.run(request).instrument(span.clone()).await;
    if response.extensions().get::<Refused>().is_some() {
        let headers = std::mem::take(response.headers_mut());
        response = problem::page(response.status(), headers, &id);
    }
    for (name, value) in SECURITY {
        let value = HeaderValue::from_static(value);
        response.headers_mut().insert(name, value);
    }
    if let Some(outside) = response.extensions().get::<Outside>().copied() {
        outside.allow(response.headers_mut(), &path, state.frame_policy());
    }
    let id = HeaderValue::try_from(id).ok();
    response.headers_mut().extend(id.map(|id| (REQUEST_ID, id)));
    let (_inside, status) = (span.entered(), response.status().as_u16());
    let duration_ms = milliseconds(started.elapsed());
    if path == "/healthz" {
        tracing::debug!(%method, path, status, duration_ms, "answered");
    } else {
        tracing::info!(%method, path, status, duration_ms, "answered");
    }
    response
}

/// Only the administration takes other methods than GET and HEAD; addresses have a limited length.
pub(crate) async fn limit(request: Request, next: Next) -> Response {
    let pattern = request.extensions().get::<MatchedPath>().map(MatchedPath::as_str);
    let allowed = auth::methods(pattern);
    if !allowed.contains(&request.method().as_str()) {
        let mut response = problem::refuse(StatusCode::METHOD_NOT_ALLOWED);
        let allowed = HeaderValue::try_from(allowed.join(", ")).ok();
        response
            .headers_mut()
            .extend(allowed.map(|allowed| (header::ALLOW, allowed)));
        return response;
    }
    let address = request.uri().path_and_query();
    if address.is_some_and(|address| address.as_str().len() > LONGEST_ADDRESS) {
        return problem::refuse(StatusCode::URI_TOO_LONG);
    }
    next.run(request).await
}

/// The last net: what panicked goes into the log and nowhere else.
#[expect(clippy::needless_pass_by_value, reason = "the layer wants it so")]
pub(crate) fn panicked(cause: Box<dyn Any + Send>) -> Response {
    let text = cause.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| cause.downcast_ref::<&str>().copied());
    tracing::error!(panic = text.unwrap_or("no text"), "a request panicked");
    problem::refuse(StatusCode::INTERNAL_SERVER_ERROR)
}

/// Sixteen hex digits that cannot be predicted and do not repeat soon.
fn request_id() -> String {
    static KEY: LazyLock<RandomState> = LazyLock::new(RandomState::new);
    static NEXT: AtomicU64 = AtomicU64::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    format!("{:016x}", KEY.hash_one(number))
}
