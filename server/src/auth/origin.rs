//! Whether a request that changes something was sent by a page of ours.

use axum::http::{HeaderMap, HeaderName, header};

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Browsers say from where a form was sent: in `Sec-Fetch-Site` (over HTTPS and on this machine),
/// in `Origin`, or at least in `Referer`. What says nothing is no form of ours.
pub(crate) fn is_own(headers: &HeaderMap) -> bool {
    let text = |name: HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    match text(SEC_FETCH_SITE) {
        Some("same-origin") => true,
        // Typed or bookmarked, which no POST is; only together with an address of ours.
        Some("none") => text(header::ORIGIN).is_some_and(|origin| is_host(headers, origin)),
        Some(_) => false,
        None => match (text(header::ORIGIN), text(header::REFERER)) {
            (Some(origin), _) => is_host(headers, origin),
            (None, Some(referer)) => is_host(headers, referer),
            (None, None) => false,
        },
    }
}

/// Whether an address is at the host that was asked.
fn is_host(headers: &HeaderMap, address: &str) -> bool {
    let Some(host) = headers.get(header::HOST).and_then(|h| h.to_str().ok()) else {
        return false;
    };
    let Some((scheme, rest)) = address.split_once("://") else {
        return false;
    };
    let named = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let port = match scheme {
        "http" => ":80",
        "https" => ":443",
        _ => return false,
    };
    let bare = |host: &str| host.strip_suffix(port).unwrap_or(host).to_ascii_lowercase();
    !named.is_empty() && bare(named) == bare(host)
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn only_forms_of_our_own_pages_count() {
        let cases = [
            (&[][..], false),
            (&[("sec-fetch-site", "same-origin")], true),
            (
                &[("sec-fetch-site", "same-origin"), ("origin", "https://evil.example")],
                true,
            ),
            (&[("sec-fetch-site", "same-site")], false),
            (&[("sec-fetch-site", "cross-site")], false),
            (
                &[("sec-fetch-site", "cross-site"), ("origin", "http://desk.example")],
                false,
            ),
            (&[("sec-fetch-site", "none")], false),
            (&[("sec-fetch-site", "none"), ("origin", "http://desk.example")], true),
            (&[("sec-fetch-site", "none"), ("origin", "http://evil.example")], false),
            (&[("sec-fetch-site", "")], false),
            (&[("origin", "http://desk.example")], true),
            (&[("origin", "https://desk.example")], true),
            (&[("origin", "https://desk.example:443")], true),
            (&[("origin", "http://DESK.example:80")], true),
            (&[("origin", "http://desk.example:8080")], false),
            (&[("origin", "http://evil.example")], false),
            (&[("origin", "http://desk.example.evil.example")], false),
            (&[("origin", "http://evil.example/desk.example")], false),
            (&[("origin", "http://desk.example@evil.example")], false),
            (&[("origin", "null")], false),
            (&[("origin", "")], false),
            (&[("origin", "null"), ("referer", "http://desk.example/vi")], false),
            (&[("referer", "http://desk.example/vi/desk?x=1")], true),
            (&[("referer", "http://evil.example/?desk.example")], false),
            (&[("referer", "desk.example")], false),
        ];
        for (pairs, expected) in cases {
            let mut headers = HeaderMap::new();
            headers.insert(header::HOST, HeaderValue::from_static("desk.example"));
            for (name, value) in pairs {
                headers.insert(*name, HeaderValue::from_static(value));
            }
            assert_eq!(is_own(&headers), expected, "{pairs:?}");
            headers.remove(header::HOST);
            let without_host = is_own(&headers);
            assert!(
                !without_host || pairs.contains(&("sec-fetch-site", "same-origin")),
                "{pairs:?}"
            );
        }
    }
}
