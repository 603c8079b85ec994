//! What answers a request: a page, part of one, a feed or another address.

use domain::Lang;
use leptos::prelude::*;

/// In the context of a page whose content alone is asked for: everything around it is left out.
#[derive(Clone, Copy)]
pub(crate) struct ContentOnly;

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageResponse {
    /// HTTP status.
    pub status: u16,
    /// What to send.
    pub body: Body,
    /// How long it may be kept.
    pub cache: Cache,
}

/// What to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// A whole page.
    Html(String),
    /// Part of a page, for an island (`text/html`, never indexed).
    Fragment(String),
    /// An Atom feed (`application/atom+xml`).
    Feed(String),
    /// Another address.
    Redirect(String),
}

/// How long an answer may be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cache {
    /// Ask again, with the ETag: it changes when an edition is published.
    Revalidate,
    /// Do not keep.
    NoStore,
}

/// `/vi/rankings` → Vietnamese, `/rankings`. Without a language the path stays whole.
pub(crate) fn split_language(path: &str) -> (Option<Lang>, &str) {
    let rest = path.trim_start_matches('/');
    let (code, tail) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    match Lang::from_code(code) {
        Some(lang) => (Some(lang), tail.trim_end_matches('/')),
        None => (None, path),
    }
}

/// A page, or its content alone where that is asked for.
pub(crate) fn page(view: AnyView) -> PageResponse {
    let body = match use_context::<ContentOnly>() {
        Some(ContentOnly) => Body::Fragment(view.to_html()),
        None => Body::Html(document(view)),
    };
    PageResponse {
        status: 200,
        body,
        // Also under a pinned edition: its figures never change, but the program around them does.
        cache: Cache::Revalidate,
    }
}

pub(crate) fn fail(view: AnyView, status: u16) -> PageResponse {
    PageResponse {
        status,
        body: Body::Html(document(view)),
        cache: Cache::NoStore,
    }
}

pub(crate) fn redirect(to: String) -> PageResponse {
    PageResponse {
        status: 303,
        body: Body::Redirect(to),
        cache: Cache::Revalidate,
    }
}

pub(crate) fn document(view: AnyView) -> String {
    format!("<!doctype html>{}", view.to_html())
}
