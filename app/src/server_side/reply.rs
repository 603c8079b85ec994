//! A request in, a whole page out.

use super::backend::Backend;

/// What was asked for.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// Path, percent-encoded as it came, such as `/vi/rankings/pci/2016`.
    pub path: &'a str,
    /// Query without the question mark; may be empty.
    pub query: &'a str,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
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
    /// Another address.
    Redirect(String),
}

/// How long an answer may be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cache {
    /// Ask again, with the ETag: it changes when an edition is published.
    Revalidate,
    /// A pinned edition never changes.
    Immutable,
    /// Do not keep.
    NoStore,
}

/// Answers a request.
#[must_use]
pub fn reply(_backend: &dyn Backend, _request: &Request<'_>) -> Reply {
    Reply {
        status: 404,
        body: Body::Html(String::new()),
        cache: Cache::NoStore,
    }
}
