//! An answer that is made once and sent many times.

use std::{
    hash::BuildHasher as _,
    sync::{
        OnceLock,
        atomic::{AtomicBool, Ordering},
    },
};

use axum::{
    body::{Body, Bytes},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::Response,
};
use foldhash::fast::FixedState;

use super::encoding::{Effort, Encoding};

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
    brotli: PackedBody,
    gzip: PackedBody,
    /// How much the first compressed form may cost.
    first: Effort,
    /// A caller is compressing it well.
    packing: AtomicBool,
}

/// The body in one encoding; nothing inside where it would not be smaller.
#[derive(Debug, Default)]
struct PackedBody {
    /// Made when first asked for.
    quick: OnceLock<Option<Bytes>>,
    /// Made for a page that is asked for again.
    well: OnceLock<Option<Bytes>>,
}

impl From<Option<Bytes>> for PackedBody {
    /// A form that was made before, as well as can be.
    fn from(made: Option<Bytes>) -> Self {
        Self {
            quick: OnceLock::new(),
            well: OnceLock::from(made),
        }
    }
}

impl PackedBody {
    fn get(&self, encoding: Encoding, plain: &[u8], first: Effort) -> Option<&Bytes> {
        let quick = || self.quick.get_or_init(|| encoding.compress(plain, first));
        self.well.get().unwrap_or_else(quick).as_ref()
    }

    /// Whether readers get a form that was made quickly.
    fn is_quick(&self) -> bool {
        self.quick.get().is_some_and(Option::is_some) && self.well.get().is_none()
    }
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
            brotli: PackedBody::default(),
            gzip: PackedBody::default(),
            first: Effort::Quick,
            packing: AtomicBool::new(false),
        }
    }

    /// Adds a header.
    pub(crate) fn with(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.insert(name, value);
        self
    }

    /// Says that it is compressed well for those who ask again ([`Content::pack_well`]): the first form may be large.
    pub(crate) fn packed_well_later(mut self) -> Self {
        self.first = Effort::First;
        self
    }

    /// Takes compressed forms that were made before; without one there will be none.
    pub(crate) fn packed(mut self, brotli: Option<Bytes>, gzip: Option<Bytes>) -> Self {
        self.brotli = PackedBody::from(brotli);
        self.gzip = PackedBody::from(gzip);
        self
    }

    /// True for one caller if readers get forms that were made quickly: they call [`Content::pack_well`] next.
    pub(crate) fn undertake_packing(&self) -> bool {
        (self.brotli.is_quick() || self.gzip.is_quick()) && !self.packing.swap(true, Ordering::Relaxed)
    }

    /// Compresses well what was compressed quickly. Takes milliseconds: not for threads that answer.
    pub(crate) fn pack_well(&self) {
        for (encoding, body) in [(Encoding::Brotli, &self.brotli), (Encoding::Gzip, &self.gzip)] {
            if body.is_quick() {
                let _ = body.well.set(encoding.compress(&self.plain, Effort::Well));
            }
        }
        self.packing.store(false, Ordering::Relaxed);
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
        let packed = match wanted {
            Encoding::Brotli => &self.brotli,
            Encoding::Gzip => &self.gzip,
            Encoding::Identity => return (wanted, self.plain.clone()),
        };
        match packed.get(wanted, &self.plain, self.first) {
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

/// Weak, because the compressed forms share it. It need only differ between two answers at one address, on every
/// process that runs this program: a fast hash without a key does, and is a tenth of the time of a digest.
fn etag(body: &[u8]) -> Option<HeaderValue> {
    let hash = FixedState::default().hash_one(body);
    HeaderValue::try_from(format!("W/\"{hash:016x}\"")).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(content: &Content, encoding: Encoding) -> (Encoding, usize) {
        let (encoding, bytes) = content.pick(encoding);
        (encoding, bytes.len())
    }

    #[test]
    fn a_page_is_compressed_quickly_at_first_and_well_for_later_readers() {
        let text: String = (0..4_000)
            .map(|n| format!("<td class=\"num\">{}</td>", n * 7919 % 1000))
            .collect();
        let content = Content::new(StatusCode::OK, REVALIDATE, text);
        assert!(!content.undertake_packing(), "no compressed form was asked for");
        let (encoding, quick) = body(&content, Encoding::Brotli);
        assert_eq!(encoding, Encoding::Brotli);
        assert!(content.undertake_packing());
        assert!(!content.undertake_packing(), "another caller does it already");
        content.pack_well();
        let (_, well) = body(&content, Encoding::Brotli);
        assert!(well < quick, "{well} {quick}");
        assert!(!content.undertake_packing(), "it is done");
        body(&content, Encoding::Gzip);
        assert!(content.undertake_packing(), "another form is asked for");
    }

    #[test]
    fn forms_that_were_made_before_stay() {
        let made = Content::new(StatusCode::OK, IMMUTABLE, "a".repeat(5_000)).packed(Some(Bytes::from("br")), None);
        assert_eq!(body(&made, Encoding::Brotli), (Encoding::Brotli, 2));
        assert_eq!(body(&made, Encoding::Gzip), (Encoding::Identity, 5_000));
        assert!(!made.undertake_packing());
    }
}
