//! Fields of forms as text, as drafts and profiles keep them.

use domain::upload::Choices;
use store::Draft;

/// `a=1&b=2`, percent-encoded.
#[must_use]
pub(crate) fn encode<N: AsRef<str>, V: AsRef<str>>(pairs: &[(N, V)]) -> String {
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(pairs.iter().map(|(n, v)| (n.as_ref(), v.as_ref())))
        .finish()
}

/// The fields of `a=1&b=2`, in their order.
#[must_use]
pub(crate) fn decode(text: &str) -> Vec<(String, String)> {
    form_urlencoded::parse(text.as_bytes()).into_owned().collect()
}

/// The value of the first field of that name, trimmed; empty when there is none.
#[must_use]
pub(crate) fn single<'a>(pairs: &'a [(String, String)], name: &str) -> &'a str {
    pairs.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v.trim())
}

/// The choices of a draft. What cannot be read any more counts as not chosen.
#[must_use]
pub(crate) fn choices(draft: &Draft) -> Choices {
    let pairs = decode(&draft.choices);
    Choices::from_pairs(pairs.iter().map(|(n, v)| (n.as_str(), v.as_str()))).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_come_back() {
        let pairs = [
            ("place.Tp. HCM & Huế", "ho-chi-minh"),
            ("note", "a=b\nđ"),
            ("place.Tổng", ""),
        ];
        let text = encode(&pairs);
        let back: Vec<(String, String)> = pairs.iter().map(|(n, v)| ((*n).into(), (*v).into())).collect();
        assert_eq!(decode(&text), back);
        assert_eq!((single(&back, "note"), single(&back, "x")), ("a=b\nđ", ""));
    }
}
