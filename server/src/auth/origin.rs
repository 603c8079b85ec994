//! Whether a request that changes something was sent by a page of ours.

use std::net::IpAddr;

use axum::http::{HeaderMap, HeaderName, header};

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Browsers say from where a form was sent: in `Sec-Fetch-Site` (over HTTPS and on this machine),
/// in `Origin`, or at least in `Referer`. What says nothing is no form of ours. Behind a proxy that asks under a name of
/// its own, pages come from the `public` address of the site instead.
pub(crate) fn is_own(headers: &HeaderMap, public: &str) -> bool {
    let is_here = |address: &str| is_host(headers, address) || is_public(public, address);
    let text = |name: HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    match text(SEC_FETCH_SITE) {
        Some("same-origin") => true,
        // Typed or bookmarked, which no POST is; only together with an address of ours.
        Some("none") => text(header::ORIGIN).is_some_and(is_here),
        Some(_) => false,
        None => match (text(header::ORIGIN), text(header::REFERER)) {
            (Some(origin), _) => is_here(origin),
            (None, Some(referer)) => is_here(referer),
            (None, None) => false,
        },
    }
}

/// Whether a request comes from a program and not from a page: browsers always say from where they send a form.
pub(crate) fn is_of_program(headers: &HeaderMap) -> bool {
    let said = [SEC_FETCH_SITE, header::ORIGIN, header::REFERER, header::COOKIE];
    said.iter().all(|name| !headers.contains_key(name))
}

/// Whether an address is at the host that was asked.
fn is_host(headers: &HeaderMap, address: &str) -> bool {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    let parts = scheme_and_host(address);
    host.zip(parts)
        .is_some_and(|(host, (scheme, named))| without_port(scheme, host) == named)
}

/// Whether an address is at the site's public one. One on this machine, the default, is no public address.
fn is_public(public: &str, address: &str) -> bool {
    let site = scheme_and_host(public).filter(|(_, host)| !is_loopback(host));
    site.is_some() && site == scheme_and_host(address)
}

fn is_loopback(host: &str) -> bool {
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    let name = name.trim_start_matches('[').trim_end_matches(']');
    name == "localhost"
        || name
            .parse()
            .is_ok_and(|address: IpAddr| address.is_loopback() || address.is_unspecified())
}

/// Scheme and host of an address in small letters, without the scheme's own port.
fn scheme_and_host(address: &str) -> Option<(&str, String)> {
    let (scheme, rest) = address.split_once("://")?;
    let named = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let known = matches!(scheme, "http" | "https") && !named.is_empty();
    known.then(|| (scheme, without_port(scheme, named)))
}

fn without_port(scheme: &str, host: &str) -> String {
    let port = if scheme == "http" { ":80" } else { ":443" };
    host.strip_suffix(port).unwrap_or(host).to_ascii_lowercase()
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
            assert_eq!(is_own(&headers, "http://127.0.0.1:3000"), expected, "{pairs:?}");
            headers.remove(header::HOST);
            let without_host = is_own(&headers, "http://[::1]:3000");
            assert!(
                !without_host || pairs.contains(&("sec-fetch-site", "same-origin")),
                "{pairs:?}"
            );
        }
    }

    #[test]
    fn programs_say_nothing_that_browsers_say() {
        let mut headers = HeaderMap::new();
        assert!(is_of_program(&headers));
        headers.insert(header::ACCEPT, HeaderValue::from_static("*/*"));
        assert!(is_of_program(&headers));
        for name in [SEC_FETCH_SITE, header::ORIGIN, header::REFERER, header::COOKIE] {
            let mut headers = headers.clone();
            headers.insert(name, HeaderValue::from_static("null"));
            assert!(!is_of_program(&headers));
        }
    }

    #[test]
    fn behind_a_proxy_pages_come_from_the_public_address() {
        let cases = [
            ("https://cchc.example", "https://cchc.example", true),
            ("https://cchc.example", "https://CCHC.example:443", true),
            ("https://cchc.example/thuocdo", "https://cchc.example", true),
            ("https://cchc.example", "http://cchc.example", false),
            ("https://cchc.example", "https://cchc.example.evil.example", false),
            ("https://cchc.example", "https://evil.example", false),
            ("http://127.0.0.1:3000", "http://127.0.0.1:3000", false),
            ("http://localhost:3000", "http://localhost:3000", false),
            ("http://[::1]:3000", "http://[::1]:3000", false),
            ("http://0.0.0.0:3000", "http://0.0.0.0:3000", false),
            ("", "", false),
        ];
        for (public, origin, expected) in cases {
            let mut headers = HeaderMap::new();
            headers.insert(header::HOST, HeaderValue::from_static("upstream"));
            headers.insert(header::ORIGIN, HeaderValue::try_from(origin).unwrap());
            assert_eq!(is_own(&headers, public), expected, "{public} {origin}");
        }
    }
}
