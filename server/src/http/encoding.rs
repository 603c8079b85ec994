//! Which compression a reader takes, and the compressing.

use std::io::Write;

use axum::{
    body::Bytes,
    http::{HeaderMap, header},
};
use flate2::{Compression, write::GzEncoder};

/// Bytes that the brotli encoder collects before it writes them.
const OUTPUT: usize = 16 << 10;

/// Smaller bodies fit into one packet anyway.
const WORTHWHILE: usize = 860;

/// How a body travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    Brotli,
    Gzip,
    Identity,
}

/// How much time compressing may take. A ranking page of 158 kB becomes 27.0 kB in 0.3 ms, or 18.5 kB in 2.5 ms (23.3 kB
/// in 1.2 ms with quality 2, which is as long as making the page); the highest quality of brotli takes 260 ms for 15.5 kB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effort {
    /// A reader waits, and a better form follows when the same is asked for again.
    First,
    /// A reader waits, and the form is kept as it is.
    Quick,
    /// Away from the threads that answer, for a page that is asked for again.
    Well,
}

impl Encoding {
    /// The one that the reader likes best; of equals, the smallest.
    pub(crate) fn negotiate(asked: &HeaderMap) -> Self {
        let offers = || {
            asked
                .get_all(header::ACCEPT_ENCODING)
                .iter()
                .filter_map(|value| value.to_str().ok())
                .flat_map(|value| value.split(','))
                .map(offer)
        };
        let weight = |name: &str| {
            let named = offers().find(|(n, _)| n.eq_ignore_ascii_case(name));
            named.or_else(|| offers().find(|(n, _)| *n == "*"))
        };
        let weight = |name| weight(name).map_or(0, |(_, weight)| weight);
        // Unnamed, the plain form is always welcome, but after everything that is named.
        let identity = offers()
            .find(|(name, _)| name.eq_ignore_ascii_case("identity"))
            .map_or(1, |(_, weight)| weight);
        let (brotli, gzip) = (weight("br"), weight("gzip"));
        if brotli > 0 && brotli >= gzip && brotli >= identity {
            Self::Brotli
        } else if gzip > 0 && gzip >= identity {
            Self::Gzip
        } else {
            Self::Identity
        }
    }

    /// The word for `Content-Encoding`; none for the plain form.
    pub(crate) const fn word(self) -> Option<&'static str> {
        match self {
            Self::Brotli => Some("br"),
            Self::Gzip => Some("gzip"),
            Self::Identity => None,
        }
    }

    /// The compressed body, where it is smaller.
    pub(crate) fn compress(self, body: &[u8], effort: Effort) -> Option<Bytes> {
        if body.len() < WORTHWHILE {
            return None;
        }
        let packed = match self {
            Self::Brotli => brotli(body, effort),
            Self::Gzip => gzip(body, effort),
            Self::Identity => return None,
        }?;
        (packed.len() < body.len()).then(|| Bytes::from(packed))
    }
}

/// `br;q=0.5` as name and thousandths. A weight that cannot be read counts as refused.
fn offer(item: &str) -> (&str, u32) {
    let mut parts = item.split(';').map(str::trim);
    let name = parts.next().unwrap_or_default();
    let q = parts.find_map(|p| p.strip_prefix("q=").or_else(|| p.strip_prefix("Q=")));
    (name, q.map_or(1000, thousandths))
}

fn thousandths(q: &str) -> u32 {
    let (whole, part) = q.split_once('.').unwrap_or((q, ""));
    match (whole, part.len()) {
        ("1", _) => 1000,
        ("0", 0..=3) => format!("{part:0<3}").parse().unwrap_or(0),
        _ => 0,
    }
}

fn brotli(body: &[u8], effort: Effort) -> Option<Vec<u8>> {
    let params = brotli::enc::BrotliEncoderParams {
        quality: match effort {
            Effort::First => 0,
            Effort::Quick => 2,
            Effort::Well => 6,
        },
        // The larger default clears 4 MB of tables for each page, and makes none smaller.
        lgwin: 18,
        size_hint: body.len(),
        ..Default::default()
    };
    let mut packed = Vec::with_capacity(body.len() / 4);
    // All at once: quality 0 compresses each piece that it is given on its own.
    let mut encoder = brotli::CompressorWriter::with_params(&mut packed, OUTPUT, &params);
    encoder.write_all(body).ok()?;
    drop(encoder);
    Some(packed)
}

fn gzip(body: &[u8], effort: Effort) -> Option<Vec<u8>> {
    let level = match effort {
        Effort::First => 2,
        Effort::Quick => 3,
        Effort::Well => 6,
    };
    let mut encoder = GzEncoder::new(Vec::with_capacity(body.len() / 4), Compression::new(level));
    encoder.write_all(body).ok()?;
    encoder.finish().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn the_reader_chooses_and_brotli_wins_among_equals() {
        let cases = [
            ("", Encoding::Identity),
            ("gzip, deflate, br, zstd", Encoding::Brotli),
            ("gzip, deflate", Encoding::Gzip),
            ("GZIP", Encoding::Gzip),
            ("br;q=0, gzip;q=0.5", Encoding::Gzip),
            ("br; q=0.5, gzip; q=0.75", Encoding::Gzip),
            ("br;q=0.001", Encoding::Brotli),
            ("*", Encoding::Brotli),
            ("*;q=0, gzip", Encoding::Gzip),
            ("br;q=0.2, identity", Encoding::Identity),
            ("identity;q=0, br;q=0.2", Encoding::Brotli),
            ("br;q=many", Encoding::Identity),
            ("zstd", Encoding::Identity),
        ];
        for (asked, expected) in cases {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static(asked));
            assert_eq!(Encoding::negotiate(&headers), expected, "{asked:?}");
        }
        assert_eq!(Encoding::negotiate(&HeaderMap::new()), Encoding::Identity);
    }

    #[test]
    fn what_does_not_shrink_stays_as_it_is() {
        assert_eq!(Encoding::Brotli.compress(b"short", Effort::Well), None);
        let page = b"<td>1</td>".repeat(200);
        for effort in [Effort::Quick, Effort::Well] {
            let packed = Encoding::Gzip.compress(&page, effort).unwrap();
            let mut back = Vec::new();
            let mut decoder = flate2::write::GzDecoder::new(&mut back);
            decoder.write_all(&packed).unwrap();
            decoder.finish().unwrap();
            assert_eq!(back, page);
        }
    }

    #[test]
    fn the_first_form_of_a_large_body_is_a_small_part_of_it() {
        let row = |n: u32| {
            format!(
                "<tr><th scope=\"row\">{n}</th><td class=\"num\">{}</td></tr>",
                n * 7919 % 1000
            )
        };
        let body: String = (0..4_000).map(row).collect();
        for encoding in [Encoding::Brotli, Encoding::Gzip] {
            let first = encoding.compress(body.as_bytes(), Effort::First).unwrap().len();
            assert!(first * 6 < body.len(), "{encoding:?}: {first} of {}", body.len());
        }
    }
}
