//! What stands around the API: it is limited, open to every site, and answers programs as programs
//! expect it, whichever layer gives the answer.

use std::{net::IpAddr, sync::Arc};

use axum::{
    extract::{MatchedPath, Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use super::{Api, Problem, limit::Allowance};
use crate::{
    auth::{self, Access},
    http::{admin::client_address, problem::Refused},
};

/// Everything below it is for programs.
const ROOT: &str = "/api";
/// Headers that scripts of other sites may read.
const EXPOSED: &str = "link, etag, retry-after, ratelimit-limit, ratelimit-remaining, ratelimit-reset, x-request-id";

const LIMIT: HeaderName = HeaderName::from_static("ratelimit-limit");
const REMAINING: HeaderName = HeaderName::from_static("ratelimit-remaining");
const RESET: HeaderName = HeaderName::from_static("ratelimit-reset");

/// The layer. It passes everything on that is not below `/api`.
pub(crate) async fn outside(State(api): State<Arc<Api>>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    if path != ROOT && !path.starts_with("/api/") {
        return next.run(request).await;
    }
    let pattern = request.extensions().get::<MatchedPath>().map(|p| p.as_str().to_owned());
    let public = pattern.as_deref().is_none_or(is_public);
    let reading = matches!(*request.method(), Method::GET | Method::HEAD);
    let client = client_address(request.extensions(), request.headers());
    let allowance = if reading { api.count(client) } else { None };
    let mut response = match allowance.and_then(|allowance| allowance.wait) {
        Some(seconds) => too_many(seconds),
        None if public && request.method() == Method::OPTIONS && pattern.is_some() => preflight(),
        None if reading && pattern.is_none() => unknown(request.uri().path()),
        None => next.run(request).await,
    };
    if response.extensions().get::<Refused>().is_some() {
        response = explained(&response);
    }
    let headers = response.headers_mut();
    if let Some(allowance) = allowance {
        tell(headers, allowance);
    }
    if public {
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
        headers.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static(EXPOSED));
    }
    response
}

/// What anybody may read, from a page of any site. No cookie comes along: `*` does not allow it.
fn is_public(pattern: &str) -> bool {
    auth::rules().any(|rule| rule.method == "GET" && rule.pattern == pattern && rule.access == Access::Reader)
}

impl Api {
    fn count(&self, client: IpAddr) -> Option<Allowance> {
        self.limit.count(client)
    }
}

/// The addresses of the API, for a request of an unknown one.
fn addresses() -> Vec<&'static str> {
    let mut patterns: Vec<&str> = auth::rules().map(|rule| rule.pattern).collect();
    patterns.retain(|pattern| pattern.starts_with("/api/"));
    patterns.sort_unstable();
    patterns.dedup();
    patterns
}

fn unknown(path: &str) -> Response {
    Problem::not_found("There is no such address")
        .found(path)
        .detail("/api/v1/openapi.json describes all addresses.")
        .known(addresses())
        .into_response()
}

fn too_many(seconds: u64) -> Response {
    let title = "Too many requests from this address";
    let mut response = Problem::new(StatusCode::TOO_MANY_REQUESTS, title)
        .detail(format!(
            "Wait {seconds} s. Ask for more figures at once, and keep answers with their ETag."
        ))
        .into_response();
    response
        .headers_mut()
        .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    response
}

/// Browsers ask before a script of another site sends `If-None-Match`.
fn preflight() -> Response {
    let headers = [
        (header::ALLOW, "GET, HEAD, OPTIONS"),
        (header::ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD"),
        (header::ACCESS_CONTROL_ALLOW_HEADERS, "accept, if-none-match"),
        (header::ACCESS_CONTROL_MAX_AGE, "86400"),
    ];
    (StatusCode::NO_CONTENT, headers).into_response()
}

/// The refusal of another layer, which would become a page for people.
fn explained(refused: &Response) -> Response {
    let status = refused.status();
    let title = match status {
        StatusCode::METHOD_NOT_ALLOWED => "This address does not take this method",
        StatusCode::URI_TOO_LONG => "The address is too long: at most 8 kB",
        StatusCode::SERVICE_UNAVAILABLE => "There are no figures yet",
        StatusCode::NOT_FOUND => "There is no such address",
        status if status.is_client_error() => "The request cannot be answered",
        _ => "The server failed; its log says why under the number in X-Request-Id",
    };
    let mut response = Problem::new(status, title).into_response();
    for name in [header::ALLOW, header::RETRY_AFTER] {
        let value = refused.headers().get(&name).cloned();
        response.headers_mut().extend(value.map(|value| (name, value)));
    }
    response
}

fn tell(headers: &mut HeaderMap, allowance: Allowance) {
    headers.insert(LIMIT, HeaderValue::from(allowance.per_minute));
    headers.insert(REMAINING, HeaderValue::from(allowance.left));
    if let Some(seconds) = allowance.wait {
        headers.insert(RESET, HeaderValue::from(seconds));
    }
}
