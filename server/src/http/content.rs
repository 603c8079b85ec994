//! An answer that is made once and sent many times.

use std::sync::OnceLock;

use axum::{
    body::{Body, Bytes},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::Response,
};
use sha2::{Digest, Sha256};

use super::encoding::Encoding;

/// For what follows the newest edition: other sites may keep it for five minutes.
pub(crate) const LIVE: &str = "public, max-age=300";
/// For what never changes under its address.
pub(crate) const IMMUTABLE: &str = "public, max-age=31536000, immutable";
/// For what may change: keep it, but ask each time.
pub(crate) const REVALIDATE: &str = "public, max-age=0, must-revalidate";
/// For what must not be kept.
pub(crate) const NO_STORE: &str = "no-store";

/// A status, its headers, and a body in every form in which it was asked for.
#[derive(Debug)]
pub(crate) struct Content {
    status: StatusCode,
    headers: HeaderMap,
    plain: Bytes,
    /// Made when first asked for; nothing inside where it would not be smaller.
    brotli: OnceLock<Option<Bytes>>,
    gzip: OnceLock<Option<Bytes>>,
}

impl Content {
    /// An answer that says how long it may be kept. What may be kept and is whole gets
    /// an ETag, so that asking again costs no body.
    pub(crate) fn new(status: StatusCode, kept: &'static str, plain: impl Into<Bytes>) -> Self {
        let plain = plain.into();
        let mut headers = HeaderMap::new();
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(kept));
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        if kept != NO_STORE && status == StatusCode::OK {
            headers.extend(etag(&plain).map(|tag| (header::ETAG, tag)));
        }
        Self {
            status,
            headers,
            plain,
            brotli: OnceLock::new(),
            gzip: OnceLock::new(),
        }
    }

    /// Adds a header.
    pub(crate) fn with(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.insert(name, value);
        self
    }

    /// Takes compressed forms that were made before; without one there will be none.
    pub(crate) fn packed(mut self, brotli: Option<Bytes>, gzip: Option<Bytes>) -> Self {
        self.brotli = OnceLock::from(brotli);
        self.gzip = OnceLock::from(gzip);
        self
    }

    /// Whether the same request will get the same answer, as far as its maker knows.
    pub(crate) fn may_be_kept(&self) -> bool {
        let kept = self.headers.get(header::CACHE_CONTROL);
        self.status.as_u16() < 400 && kept.is_some_and(|kept| kept != NO_STORE)
    }

    /// About the bytes that it takes in memory: the compressed forms of a page are
    /// together less than half of it.
    pub(crate) fn weight(&self) -> usize {
        self.plain.len() * 3 / 2
    }

    /// The answer to a request with these headers.
    pub(crate) fn respond(&self, asked: &HeaderMap) -> Response {
        if self.is_known_to(asked) {
            let mut response = Response::new(Body::empty());
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            for name in [header::CACHE_CONTROL, header::VARY, header::ETAG] {
                let value = self.headers.get(&name).cloned();
                response.headers_mut().extend(value.map(|v| (name, v)));
            }
            return response;
        }
        let (encoding, body) = self.pick(Encoding::negotiate(asked));
        let mut response = Response::new(Body::from(body));
        *response.status_mut() = self.status;
        *response.headers_mut() = self.headers.clone();
        if let Some(word) = encoding.word() {
            let word = HeaderValue::from_static(word);
            response.headers_mut().insert(header::CONTENT_ENCODING, word);
        }
        response
    }

    fn pick(&self, wanted: Encoding) -> (Encoding, Bytes) {
        let slot = match wanted {
            Encoding::Brotli => &self.brotli,
            Encoding::Gzip => &self.gzip,
            Encoding::Identity => return (wanted, self.plain.clone()),
        };
        match slot.get_or_init(|| wanted.compress(&self.plain)) {
            Some(packed) => (wanted, packed.clone()),
            None => (Encoding::Identity, self.plain.clone()),
        }
    }

    fn is_known_to(&self, asked: &HeaderMap) -> bool {
        let Some(own) = self.headers.get(header::ETAG).and_then(|t| t.to_str().ok()) else {
            return false;
        };
        let bare = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
        asked
            .get_all(header::IF_NONE_MATCH)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','))
            .any(|tag| tag.trim() == "*" || bare(tag) == bare(own))
    }
}

/// Weak, because the compressed forms share it.
fn etag(body: &[u8]) -> Option<HeaderValue> {
    let digest = Sha256::digest(body);
    let hash: String = digest[..8].iter().map(|b| format!("{b:02x}")).collect();
    HeaderValue::try_from(format!("W/\"{hash}\"")).ok()
}
