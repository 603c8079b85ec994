//! How cookies are read and written.

use std::time::Duration;

use axum::http::{HeaderMap, HeaderValue, header};
use cookie::{Cookie, SameSite};

/// The value of the first cookie of a name.
pub(crate) fn value(headers: &HeaderMap, name: &str) -> Option<String> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(Cookie::split_parse)
        .flatten()
        .find(|cookie| cookie.name() == name)
        .map(|cookie| cookie.value().to_owned())
}

/// Sets a cookie for the whole site that scripts cannot read; without a lifetime it ends with the browser's session.
pub(crate) fn set(name: &str, value: &str, lifetime: Duration, secure: bool) -> Option<HeaderValue> {
    written(name, value, lifetime, (secure, true))
}

/// The same for what the scripts of our pages show.
pub(crate) fn set_shown(name: &str, value: &str, lifetime: Duration, secure: bool) -> Option<HeaderValue> {
    written(name, value, lifetime, (secure, false))
}

fn written(name: &str, value: &str, lifetime: Duration, (secure, hidden): (bool, bool)) -> Option<HeaderValue> {
    let cookie = Cookie::build((name, value))
        .http_only(hidden)
        .same_site(SameSite::Lax)
        .secure(secure)
        .path("/")
        .max_age(lifetime.try_into().ok()?);
    HeaderValue::try_from(cookie.to_string()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_found_among_others_as_it_was_set() {
        let set = |secure| set("b", "c?d=e&f=%2C!/", Duration::from_secs(60), secure).unwrap();
        assert_eq!(
            set(false),
            "b=c?d=e&f=%2C!/; HttpOnly; SameSite=Lax; Path=/; Max-Age=60"
        );
        assert_eq!(
            set(true),
            "b=c?d=e&f=%2C!/; HttpOnly; SameSite=Lax; Secure; Path=/; Max-Age=60"
        );
        let mut headers = HeaderMap::new();
        headers.append(header::COOKIE, HeaderValue::from_static("a;=x; bb=y"));
        headers.append(header::COOKIE, HeaderValue::from_static("a=x;b=c?d=e&f=%2C!/;c; b=z"));
        assert_eq!(value(&headers, "b").as_deref(), Some("c?d=e&f=%2C!/"));
        assert_eq!(value(&headers, "c"), None);
    }
}
