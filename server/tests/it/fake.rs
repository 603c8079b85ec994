//! A small backend, small pages and a small bundle.

use std::{collections::HashMap, sync::Arc};

use app::{Assets, Backend, Body, Cache, ChartSize, PageResponse, Request, SharedBackend};
use axum::{
    Router,
    body::{Body as HttpBody, Bytes},
    http::{HeaderMap, Request as HttpRequest, StatusCode},
};
use domain::{Date, Edition, Snapshot, Text, chart::ChartModel};
use http_body_util::BodyExt;
use server::{AppState, Program, Site, router, services::start};
use store::Editions;
use tower::ServiceExt;

pub(crate) const SECRET: &str = "password of the inside";

/// Editions and nothing else.
pub(crate) struct FakeBackend(pub(crate) Editions);

impl Backend for FakeBackend {
    fn snapshot(&self, edition: Option<u32>) -> Option<Arc<Snapshot>> {
        self.0.get(edition)
    }

    fn chart(&self, _: &ChartModel, _: &str, _: ChartSize) -> String {
        String::new()
    }

    fn origin(&self) -> &str {
        "http://127.0.0.1:3000"
    }

    fn assets(&self) -> &Assets {
        panic!("not asked for by the small pages")
    }
}

pub(crate) fn edition(number: u32) -> Snapshot {
    let edition = Edition {
        number,
        published: Date::new(2026, 11, 21).unwrap(),
        note: Text::default(),
        rows: 0,
    };
    Snapshot::new(edition, Arc::default(), Vec::new())
}

/// One page of each kind that the app gives; the edition's number is in its text.
fn pages(backend: &SharedBackend, request: &Request<'_>) -> PageResponse {
    let number = backend.snapshot(None).map_or(0, |s| s.edition.number);
    let text = format!("<p>edition {number} {}</p>", request.query).repeat(200);
    let (status, body, cache) = match request.path {
        "/vi" => (200, Body::Html(text), Cache::Revalidate),
        "/fragment" => (200, Body::Fragment(text), Cache::Revalidate),
        "/moved" => (301, Body::Redirect("/vi".into()), Cache::Revalidate),
        "/bad" => (400, Body::Html(text), Cache::NoStore),
        "/nonsense" => (42, Body::Html(text), Cache::NoStore),
        "/panic" => panic!("{SECRET}"),
        _ => (404, Body::Html(text), Cache::NoStore),
    };
    PageResponse { status, body, cache }
}

pub(crate) fn site() -> Site {
    let style = "a{color:red}".repeat(100);
    let files = [
        (
            "manifest.txt",
            "main.css main.0a.css\nislands.wasm islands.0b.wasm\nfonts/f.woff2 f.0c.woff2\n",
        ),
        ("main.0a.css", style.as_str()),
        ("main.0a.css.br", "brotli"),
        ("main.0a.css.gz", "gzip"),
        ("islands.0b.wasm", "\0asm"),
        ("f.0c.woff2", "wOF2"),
    ];
    let own = |(name, text): (&str, &str)| (name.to_owned(), Bytes::from(text.to_owned()));
    Site::new(files.map(own))
}

pub(crate) fn small() -> Router {
    with(Arc::new(FakeBackend(Editions::new(edition(1)))))
}

pub(crate) fn with(backend: SharedBackend) -> Router {
    router(AppState::rendering(backend, site(), pages))
}

/// The real pages on the real figures.
pub(crate) fn real() -> Router {
    let site = Site::embedded();
    let editions = Editions::new(start::first_edition(None).unwrap());
    let program = Program::new(editions, site.links().clone());
    router(AppState::new(Arc::new(program), site))
}

pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Answer {
    /// A header's value; empty when it is not there.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |v| v.to_str().unwrap())
    }

    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }
}

pub(crate) async fn ask(router: &Router, method: &str, uri: &str, headers: &[(&str, &str)]) -> Answer {
    let mut request = HttpRequest::builder().method(method).uri(uri);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.body(HttpBody::empty()).unwrap();
    let (parts, body) = router.clone().oneshot(request).await.unwrap().into_parts();
    Answer {
        status: parts.status,
        headers: parts.headers,
        body: body.collect().await.unwrap().to_bytes(),
    }
}

pub(crate) async fn get(router: &Router, uri: &str) -> Answer {
    ask(router, "GET", uri, &[]).await
}

/// Names of headers with their values, to compare answers.
pub(crate) fn values(headers: &HeaderMap) -> HashMap<String, String> {
    let pair = |(name, value): (&axum::http::HeaderName, &axum::http::HeaderValue)| {
        (name.to_string(), value.to_str().unwrap().to_owned())
    };
    headers.iter().map(pair).collect()
}
