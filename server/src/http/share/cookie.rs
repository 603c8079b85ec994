//! The deck that a reader collects, kept in a cookie of their own browser and nowhere else.

use std::time::Duration;

use axum::http::{HeaderMap, HeaderValue};

use crate::auth::cookies;

const NAME: &str = "thuocdo-deck";
/// How many charts it has, for the header of pages; `app/islands/src/deck_count.rs` reads it.
const COUNT: &str = "thuocdo-deck-count";
/// Browsers keep cookies of up to 4096 bytes, name and attributes included.
const LONGEST: usize = 3800;
/// Half a year.
const LIFETIME: Duration = Duration::from_secs(15_552_000);

/// The charts in the cookie; what cannot be read is as absent.
pub(super) fn read(headers: &HeaderMap) -> Vec<String> {
    cookies::value(headers, NAME)
        .unwrap_or_default()
        .split('!')
        .filter(|item| !item.is_empty())
        .map(|item| item.replace("%2C", ","))
        .collect()
}

/// What the browser remembers of a deck: its charts, and their number.
pub(crate) type DeckCookies = [HeaderValue; 2];

/// Hands the charts to the browser; `None` if they are more than a cookie holds.
pub(super) fn write(items: &[String], secure: bool) -> Option<DeckCookies> {
    let count = items.len().to_string();
    let items: Vec<String> = items.iter().map(|item| item.replace(',', "%2C")).collect();
    let value = items.join("!");
    if value.len() > LONGEST {
        return None;
    }
    Some([
        cookies::set(NAME, &value, LIFETIME, secure)?,
        cookies::set_shown(COUNT, &count, LIFETIME, secure)?,
    ])
}

#[cfg(test)]
mod tests {
    use axum::http::header;

    use super::*;

    #[test]
    fn charts_come_back() {
        let items = [
            "rankings/pci/2016/bars".to_owned(),
            "rankings/papi/2018/bump?highlight=nghe-an,ha-tinh&component=n%26o".to_owned(),
        ];
        let [set, count] = write(&items, true).unwrap();
        let count = count.to_str().unwrap();
        assert!(
            count.starts_with("thuocdo-deck-count=2;") && !count.contains("HttpOnly"),
            "{count}"
        );
        let text = set.to_str().unwrap();
        assert!(text.contains("; Secure") && text.contains("; HttpOnly"), "{text}");
        let mut headers = HeaderMap::new();
        let sent = format!("a=b; {}; c=d", text.split(';').next().unwrap());
        headers.insert(header::COOKIE, HeaderValue::try_from(sent).unwrap());
        assert_eq!(read(&headers), items);
        assert!(read(&HeaderMap::new()).is_empty());
    }

    #[test]
    fn a_cookie_has_an_end() {
        let item = "rankings/par_index/2024/bars?highlight=nghe-an".to_owned();
        assert!(write(&vec![item.clone(); 40], false).is_some());
        assert!(write(&vec![item; 400], false).is_none());
    }
}
