//! The cookie of a session.

use std::time::Duration;

use axum::http::{HeaderMap, HeaderName, HeaderValue};

use super::cookies;
use crate::settings::SecureCookies;

const PLAIN: &str = "thuocdo";
/// Browsers take a cookie of this name only over HTTPS, and from this very host.
const SECURE: &str = "__Host-thuocdo";

/// Whether the cookie of this request is one for HTTPS only. In front of the program stands a proxy
/// that ends HTTPS; a client that forges its header only gets a cookie that is of no use to it.
pub(crate) fn is_secure(setting: SecureCookies, headers: &HeaderMap) -> bool {
    match setting {
        SecureCookies::On => true,
        SecureCookies::Off => false,
        SecureCookies::Auto => headers
            .get(HeaderName::from_static("x-forwarded-proto"))
            .is_some_and(|proto| proto.as_bytes().eq_ignore_ascii_case(b"https")),
    }
}

/// The token in the cookie.
pub(crate) fn token(secure: bool, headers: &HeaderMap) -> Option<String> {
    cookies::value(headers, name(secure))
}

/// Hands the token to the browser.
pub(crate) fn set(secure: bool, token: &str, lifetime: Duration) -> Option<HeaderValue> {
    cookies::set(name(secure), token, lifetime, secure)
}

/// Lets the browser forget it.
pub(crate) fn clear(secure: bool) -> Option<HeaderValue> {
    set(secure, "", Duration::ZERO)
}

const fn name(secure: bool) -> &'static str {
    if secure { SECURE } else { PLAIN }
}

#[cfg(test)]
mod tests {
    use axum::http::header;

    use super::*;

    #[test]
    fn the_cookie_comes_back_under_its_own_name() {
        let set = |secure| set(secure, "abc", Duration::from_secs(60)).unwrap();
        assert_eq!(set(false), "thuocdo=abc; HttpOnly; SameSite=Lax; Path=/; Max-Age=60");
        assert_eq!(
            set(true),
            "__Host-thuocdo=abc; HttpOnly; SameSite=Lax; Secure; Path=/; Max-Age=60"
        );
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, HeaderValue::from_static("a=b; thuocdo=abc;c"));
        assert_eq!(token(false, &headers).as_deref(), Some("abc"));
        assert_eq!(token(true, &headers), None, "a plain cookie may be anybody's");
    }

    #[test]
    fn https_is_what_the_proxy_says() {
        let mut headers = HeaderMap::new();
        assert!(!is_secure(SecureCookies::Auto, &headers) && is_secure(SecureCookies::On, &headers));
        headers.insert("x-forwarded-proto", HeaderValue::from_static("https"));
        assert!(is_secure(SecureCookies::Auto, &headers) && !is_secure(SecureCookies::Off, &headers));
    }
}
