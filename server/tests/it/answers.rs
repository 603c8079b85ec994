//! Every kind of answer, over the router.

use std::sync::Arc;

use store::Editions;

use crate::fake::{FakeBackend, SECRET, ask, edition, get, real, small, values, with};

const IMMUTABLE: &str = "public, max-age=31536000, immutable";
const REVALIDATE: &str = "public, max-age=0, must-revalidate";
const HTML: &str = "text/html; charset=utf-8";

#[tokio::test]
async fn every_kind_of_route_says_what_it_is_and_how_long_it_lasts() {
    let app = small();
    let cases = [
        ("/", 302, "", REVALIDATE),
        ("/healthz", 200, "text/plain; charset=utf-8", "no-store"),
        ("/robots.txt", 200, "text/plain; charset=utf-8", "public, max-age=86400"),
        ("/assets/main.0a.css", 200, "text/css; charset=utf-8", IMMUTABLE),
        ("/assets/islands.0b.wasm", 200, "application/wasm", IMMUTABLE),
        ("/assets/f.0c.woff2", 200, "font/woff2", IMMUTABLE),
        ("/assets/gone.css", 404, HTML, "no-store"),
        ("/assets/main.0a.css.br", 404, HTML, "no-store"),
        ("/assets/manifest.txt", 404, HTML, "no-store"),
        ("/assets/../Cargo.toml", 404, HTML, "no-store"),
        ("/vi", 200, HTML, REVALIDATE),
        ("/fragment", 200, HTML, REVALIDATE),
        ("/moved", 301, "", REVALIDATE),
        ("/bad", 400, HTML, "no-store"),
        ("/unknown", 404, HTML, "no-store"),
        ("/nonsense", 500, HTML, "no-store"),
        ("/panic", 500, HTML, "no-store"),
    ];
    for (uri, status, kind, kept) in cases {
        let answer = get(&app, uri).await;
        assert_eq!(answer.status, status, "{uri}");
        assert_eq!(answer.header("content-type"), kind, "{uri}");
        assert_eq!(answer.header("cache-control"), kept, "{uri}");
        let own = status == 200 && kept != "no-store" && uri != "/robots.txt";
        assert_eq!(answer.header("etag").starts_with("W/\""), own, "{uri}");
        assert!(!own || answer.header("vary") == "accept-encoding", "{uri}");
    }
    assert_eq!(get(&app, "/").await.header("location"), "/vi");
    assert_eq!(get(&app, "/moved").await.header("location"), "/vi");
    assert_eq!(get(&app, "/fragment").await.header("x-robots-tag"), "noindex");
    assert_eq!(get(&app, "/healthz").await.text(), "ok\nedition 1\n");
}

#[tokio::test]
async fn security_headers_are_on_everything() {
    let app = small();
    let mut seen = Vec::new();
    for (method, uri) in [
        ("GET", "/"),
        ("GET", "/vi"),
        ("GET", "/healthz"),
        ("GET", "/assets/main.0a.css"),
        ("GET", "/assets/gone.css"),
        ("GET", "/panic"),
        ("POST", "/vi"),
    ] {
        let answer = ask(&app, method, uri, &[]).await;
        let policy = answer.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';"));
        assert!(policy.contains("frame-ancestors 'self'"), "{policy}");
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"));
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "same-origin"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
        ] {
            assert_eq!(answer.header(name), value, "{method} {uri}");
        }
        assert!(answer.header("permissions-policy").contains("camera=()"));
        seen.push(answer.header("x-request-id").to_owned());
    }
    assert!(
        seen.iter()
            .all(|id| id.len() == 16 && id.bytes().all(|b| b.is_ascii_hexdigit()))
    );
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 7, "every request has a number of its own");
}

#[tokio::test]
async fn what_the_reader_has_is_not_sent_again() {
    let app = small();
    for uri in ["/vi", "/assets/main.0a.css"] {
        let tag = get(&app, uri).await.header("etag").to_owned();
        let strong = tag.trim_start_matches("W/").to_owned();
        for known in [tag.clone(), format!("\"other\", {tag}"), strong, "*".into()] {
            let again = ask(&app, "GET", uri, &[("if-none-match", &known)]).await;
            assert_eq!(again.status, 304, "{uri} {known}");
            assert!(again.body.is_empty());
            assert_eq!(again.header("etag"), tag);
            assert_eq!(again.header("vary"), "accept-encoding");
            assert_ne!(again.header("cache-control"), "");
        }
        let other = ask(&app, "GET", uri, &[("if-none-match", "W/\"0123456789abcdef\"")]).await;
        assert_eq!(other.status, 200);
    }
    let bad = ask(&app, "GET", "/bad", &[("if-none-match", "*")]).await;
    assert_eq!(bad.status, 400, "an error is never known already");
}

#[tokio::test]
async fn head_is_get_without_the_body() {
    let app = small();
    for uri in ["/vi", "/unknown", "/assets/main.0a.css", "/healthz", "/"] {
        let (head, get) = (ask(&app, "HEAD", uri, &[]).await, get(&app, uri).await);
        assert_eq!(head.status, get.status, "{uri}");
        assert!(head.body.is_empty(), "{uri}");
        let (mut head, mut get) = (values(&head.headers), values(&get.headers));
        for headers in [&mut head, &mut get] {
            headers.remove("x-request-id");
        }
        let length = head.remove("content-length");
        assert!(length.is_none() || get.remove("content-length").is_none_or(|l| Some(l) == length));
        assert_eq!(head, get, "{uri}");
    }
}

#[tokio::test]
async fn the_program_is_only_read() {
    let app = small();
    for uri in ["/vi", "/", "/healthz", "/assets/main.0a.css", "/unknown"] {
        for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"] {
            let answer = ask(&app, method, uri, &[]).await;
            assert_eq!(answer.status, 405, "{method} {uri}");
            assert_eq!(answer.header("allow"), "GET, HEAD");
        }
    }
}

#[tokio::test]
async fn a_page_travels_in_the_form_that_the_reader_takes() {
    let app = small();
    let plain = get(&app, "/vi").await;
    assert_eq!(plain.header("content-encoding"), "");
    for (accepts, word) in [("gzip, deflate, br", "br"), ("gzip", "gzip"), ("br;q=0, gzip", "gzip")] {
        let answer = ask(&app, "GET", "/vi", &[("accept-encoding", accepts)]).await;
        assert_eq!(answer.header("content-encoding"), word);
        assert_eq!(answer.header("etag"), plain.header("etag"));
        assert!(answer.body.len() * 4 < plain.body.len(), "{word}");
        assert_eq!(unpacked(word, &answer.body), plain.body, "{word}");
    }
}

fn unpacked(word: &str, packed: &[u8]) -> Vec<u8> {
    use std::io::Write;
    let mut plain = Vec::new();
    if word == "br" {
        brotli::BrotliDecompress(&mut &packed[..], &mut plain).unwrap();
    } else {
        let mut decoder = flate2::write::GzDecoder::new(&mut plain);
        decoder.write_all(packed).unwrap();
        decoder.finish().unwrap();
    }
    plain
}

#[tokio::test]
async fn a_bundled_file_travels_as_the_bundler_packed_it() {
    let app = small();
    let form = |accepts| [("accept-encoding", accepts)];
    let brotli = ask(&app, "GET", "/assets/main.0a.css", &form("br, gzip")).await;
    assert_eq!((brotli.header("content-encoding"), brotli.text()), ("br", "brotli"));
    let gzip = ask(&app, "GET", "/assets/main.0a.css", &form("gzip")).await;
    assert_eq!((gzip.header("content-encoding"), gzip.text()), ("gzip", "gzip"));
    let font = ask(&app, "GET", "/assets/f.0c.woff2", &form("br, gzip")).await;
    assert_eq!((font.header("content-encoding"), font.text()), ("", "wOF2"));
}

#[tokio::test]
async fn a_long_address_is_refused_and_a_fairly_long_one_is_not() {
    let app = small();
    let long = |n: usize| format!("/vi?q={}", "a".repeat(n));
    assert_eq!(get(&app, &long(9000)).await.status, 414);
    assert_eq!(get(&app, &long(2000)).await.status, 200);
}

#[tokio::test]
async fn a_failure_shows_its_number_and_nothing_from_inside() {
    let answer = get(&small(), "/panic").await;
    let text = answer.text();
    assert!(text.contains(answer.header("x-request-id")), "{text}");
    assert!(text.contains("Máy chủ gặp lỗi") && text.contains("The server failed"));
    for inside in [SECRET, "panicked", ".rs", "/root", "/home", "src/"] {
        assert!(!text.contains(inside), "{inside}: {text}");
    }
}

#[tokio::test]
async fn a_new_edition_makes_new_pages() {
    let shelf = Arc::new(FakeBackend(Editions::new(edition(1))));
    let app = with(shelf.clone());
    let before = get(&app, "/vi?region=x").await;
    assert!(before.text().contains("edition 1 region=x"));
    shelf.0.publish(edition(2)).unwrap();
    let after = get(&app, "/vi?region=x").await;
    assert!(after.text().contains("edition 2 region=x"));
    assert_ne!(before.header("etag"), after.header("etag"));
    assert_eq!(get(&app, "/healthz").await.text(), "ok\nedition 2\n");
}

#[tokio::test]
async fn many_addresses_do_not_fill_the_memory_or_mix_up() {
    let app = small();
    for round in 0..2 {
        for n in 0..1500 {
            let answer = get(&app, &format!("/vi?n={n}")).await;
            assert!(answer.text().contains(&format!("n={n}<")), "round {round}");
        }
    }
}

#[tokio::test]
async fn the_real_pages_are_there() {
    let app = real();
    for uri in ["/vi", "/en", "/vi/rankings/pci/2016", "/vi/provinces/nghe-an"] {
        let answer = get(&app, uri).await;
        assert_eq!(answer.status, 200, "{uri}");
        assert_eq!(answer.header("content-type"), HTML);
        assert_eq!(answer.header("cache-control"), REVALIDATE);
        assert!(answer.text().starts_with("<!DOCTYPE html>") || answer.text().starts_with("<!doctype html>"));
        // The policy allows neither.
        for inline in ["<script>", " style=\"", "<style", " onclick="] {
            assert!(!answer.text().contains(inline), "{uri}: {inline}");
        }
    }
    assert_eq!(get(&app, "/vi/rankings/pci/1900").await.status, 404);
    assert_eq!(get(&app, "/vi?edition=1").await.header("cache-control"), REVALIDATE);
}
