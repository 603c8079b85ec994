//! The deck that a reader collects, kept in a cookie of their own browser and nowhere else.

use axum::http::{HeaderMap, HeaderValue, header};

const NAME: &str = "thuocdo-deck";
/// Browsers keep cookies of up to 4096 bytes, name and attributes included.
const LONGEST: usize = 3800;
/// Half a year, in seconds.
const LIFETIME: u32 = 15_552_000;

/// The charts in the cookie; what cannot be read is as absent.
pub(super) fn read(headers: &HeaderMap) -> Vec<String> {
    let pairs = headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok());
    let mut pairs = pairs
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='));
    let value = pairs.find(|(name, _)| *name == NAME).map_or("", |(_, value)| value);
    value
        .split('!')
        .filter(|item| !item.is_empty())
        .map(|item| item.replace("%2C", ","))
        .collect()
}

/// Hands the charts to the browser; `None` if they are more than a cookie holds.
pub(super) fn write(items: &[String], secure: bool) -> Option<HeaderValue> {
    let items: Vec<String> = items.iter().map(|item| item.replace(',', "%2C")).collect();
    let value = items.join("!");
    if value.len() > LONGEST {
        return None;
    }
    let ending = if secure { "; Secure" } else { "" };
    let text = format!("{NAME}={value}; HttpOnly; SameSite=Lax; Path=/; Max-Age={LIFETIME}{ending}");
    HeaderValue::try_from(text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn charts_come_back() {
        let items = [
            "rankings/pci/2016/bars".to_owned(),
            "rankings/papi/2018/bump?highlight=nghe-an,ha-tinh&component=n%26o".to_owned(),
        ];
        let set = write(&items, true).unwrap();
        let text = set.to_str().unwrap();
        assert!(text.ends_with("; Secure") && text.contains("; HttpOnly"), "{text}");
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
