//! Files that are sent back: always to be saved, never to be opened in the page.

use axum::{
    body::{Body, Bytes},
    http::{HeaderValue, StatusCode, header},
    response::Response,
};

use crate::http::content::{Content, IMMUTABLE, NO_STORE};

/// A file to be saved under this name, not cached.
pub(crate) fn attachment(name: &str, media_type: &'static str, bytes: impl Into<Bytes>) -> Response {
    saved((name, media_type), NO_STORE, Body::from(bytes.into()))
}

fn saved((name, media_type): (&str, &'static str), kept: &'static str, body: Body) -> Response {
    let mut response = Response::new(body);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(kept));
    headers.insert(header::CONTENT_DISPOSITION, disposition(name));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

/// The same for what never changes under its address.
pub(crate) fn immutable(name: &str, media_type: &'static str, bytes: impl Into<Bytes>) -> Content {
    Content::new(StatusCode::OK, IMMUTABLE, bytes)
        .with(header::CONTENT_TYPE, HeaderValue::from_static(media_type))
        .with(header::CONTENT_DISPOSITION, disposition(name))
        .with(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"))
}

/// The same where the body is written while it is sent.
pub(crate) fn streamed(name: &str, media_type: &'static str, body: Body) -> Response {
    saved((name, media_type), IMMUTABLE, body)
}

/// `Content-Disposition` of a file to be saved.
pub(crate) fn disposition(name: &str) -> HeaderValue {
    named("attachment", name)
}

/// `Content-Disposition` of a file that the browser may show.
pub(crate) fn shown_as(name: &str) -> HeaderValue {
    named("inline", name)
}

/// The name in ASCII and as it is (RFC 6266, RFC 8187).
fn named(how: &'static str, name: &str) -> HeaderValue {
    let plain: String = name.chars().map(plain).collect();
    let plain = if plain.trim_matches(['_', '.', ' ']).is_empty() {
        "file".to_owned()
    } else {
        plain
    };
    let mut whole = String::new();
    for byte in name.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => whole.push(char::from(byte)),
            _ => whole.push_str(&format!("%{byte:02X}")),
        }
    }
    let text = format!("{how}; filename=\"{plain}\"; filename*=UTF-8''{whole}");
    HeaderValue::try_from(text).unwrap_or(HeaderValue::from_static(how))
}

/// What may stand between quotes whatever reads it.
fn plain(c: char) -> char {
    match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' | '-' | '_' | '.' | ' ' | '(' | ')' => c,
        _ => '_',
    }
}

#[cfg(test)]
mod tests {
    use super::disposition;

    #[test]
    fn names_are_safe_in_a_header() {
        let header = |name| disposition(name).to_str().unwrap().to_owned();
        assert_eq!(
            header("PCI \"2025\";\r\n.csv"),
            "attachment; filename=\"PCI _2025____.csv\"; filename*=UTF-8''PCI%20%222025%22%3B%0D%0A.csv"
        );
        assert_eq!(
            header("bảng.xlsx"),
            "attachment; filename=\"b_ng.xlsx\"; filename*=UTF-8''b%E1%BA%A3ng.xlsx"
        );
        assert!(header("").contains("filename=\"file\""));
    }
}
