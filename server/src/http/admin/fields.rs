//! The fields of a form.

use std::time::Duration;

use axum::{
    RequestExt,
    extract::{FromRequest, RawForm, Request, rejection::RawFormRejection},
    http::StatusCode,
    response::IntoResponse,
};

use super::Rejection;

/// Forms are small: one that takes longer to arrive is not sent in good faith.
pub(crate) const LONGEST: Duration = Duration::from_secs(20);

/// Names and values, in the order in which they were sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Fields(pub(crate) Vec<(String, String)>);

impl Fields {
    /// The last value of a field; empty when there is none.
    pub(crate) fn get(&self, name: &str) -> &str {
        let found = self.0.iter().rev().find(|(n, _)| n == name);
        found.map_or("", |(_, value)| value)
    }
}

impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = Rejection;

    async fn from_request(request: Request, _: &S) -> Result<Self, Rejection> {
        let form = tokio::time::timeout(LONGEST, request.extract::<RawForm, _>()).await;
        let form = form.map_err(|_| Rejection::BadForm(StatusCode::REQUEST_TIMEOUT))?;
        let RawForm(bytes) =
            form.map_err(|error: RawFormRejection| Rejection::BadForm(error.into_response().status()))?;
        Ok(Self(pairs(&bytes)))
    }
}

/// Decodes what forms and queries send.
fn pairs(bytes: &[u8]) -> Vec<(String, String)> {
    let parts = bytes.split(|b| *b == b'&').filter(|part| !part.is_empty());
    let pair = |part: &[u8]| {
        let at = part.iter().position(|b| *b == b'=').unwrap_or(part.len());
        let value = part.get(at + 1..).unwrap_or_default();
        (decode(&part[..at]), decode(value))
    };
    parts.map(pair).collect()
}

/// The parameters of a query.
pub(crate) fn query(text: &str) -> Fields {
    Fields(pairs(text.as_bytes()))
}

fn decode(bytes: &[u8]) -> String {
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let hex = bytes
            .get(at + 1..at + 3)
            .and_then(|pair| std::str::from_utf8(pair).ok());
        match (byte, hex.and_then(|pair| u8::from_str_radix(pair, 16).ok())) {
            (b'%', Some(byte)) => {
                decoded.push(byte);
                at += 2;
            }
            (b'+', _) => decoded.push(b' '),
            (byte, _) => decoded.push(byte),
        }
        at += 1;
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

/// Encodes a value for a query.
pub(crate) fn encode(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    for byte in value.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b'/' | b':' => {
                text.push(char::from(byte));
            }
            _ => text.push_str(&format!("%{byte:02X}")),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_decoded_and_come_back() {
        let fields = query("a=1+2&name=Nguy%E1%BB%85n&a=%31%2B&&empty=&none&x=%zz");
        assert_eq!(fields.get("a"), "1+");
        assert_eq!(fields.get("name"), "Nguyễn");
        assert_eq!(
            (fields.get("empty"), fields.get("none"), fields.get("other")),
            ("", "", "")
        );
        assert_eq!(fields.get("x"), "%zz");
        for text in ["/vi/desk?a=b&c", "Nguyễn Văn +", "%"] {
            assert_eq!(query(&format!("q={}", encode(text))).get("q"), text);
        }
    }
}
