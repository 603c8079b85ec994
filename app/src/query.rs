//! What an address asks for: parameters decoded and checked.

use domain::Lang;
use messages::{Msg, common as m, fill};
use percent_encoding::percent_decode_str;

/// Parameters of a query, decoded; the last of a name counts, empty ones are as absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Parameters(Vec<(String, String)>);

impl Parameters {
    pub(crate) fn parse(query: &str) -> Self {
        let pairs = form_urlencoded::parse(query.as_bytes());
        Self(
            pairs
                .map(|(name, value)| (name.into_owned(), value.trim().to_owned()))
                .collect(),
        )
    }

    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .rev()
            .find(|(n, _)| n == name)
            .map(|(_, value)| value.as_str())
            .filter(|value| !value.is_empty())
    }

    /// True if the name is there, also with an empty value: a form that sends a choice of none.
    pub(crate) fn names(&self, name: &str) -> bool {
        self.0.iter().any(|(n, _)| n == name)
    }

    /// All values of a name that are not empty, in order.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let found = self.0.iter().filter(move |(n, _)| n == name);
        found.map(|(_, value)| value.as_str()).filter(|value| !value.is_empty())
    }

    /// The query again, without some parameters.
    pub(crate) fn without(&self, names: &[&str]) -> String {
        let kept: Vec<(&str, &str)> = self
            .0
            .iter()
            .filter(|(name, _)| !names.contains(&name.as_str()))
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        crate::links::with_query("", &kept)
    }
}

/// Percent-decodes a path; `+` is a space; what is not UTF-8 becomes the replacement character.
pub(crate) fn decode(text: &str) -> String {
    let text = text.replace('+', " ");
    percent_decode_str(&text).decode_utf8_lossy().into_owned()
}

/// A parameter that cannot be used: which, what was found, what was expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct BadParameter {
    pub(crate) name: &'static str,
    pub(crate) found: String,
    pub(crate) expected: String,
}

impl BadParameter {
    pub(crate) fn new(lang: Lang, name: &'static str, found: &str, expected: Msg) -> Self {
        Self {
            name,
            found: found.to_owned(),
            expected: expected.get(lang).to_owned(),
        }
    }
}

/// One word out of a list; nothing when the parameter is absent.
pub(crate) fn one_of<T: Copy>(
    lang: Lang,
    parameters: &Parameters,
    name: &'static str,
    words: &[(&str, T)],
) -> Result<Option<T>, BadParameter> {
    let Some(found) = parameters.get(name) else {
        return Ok(None);
    };
    words
        .iter()
        .find(|(word, _)| *word == found)
        .map(|(_, value)| Some(*value))
        .ok_or_else(|| {
            let list: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            BadParameter {
                name,
                found: found.to_owned(),
                expected: fill!(m::EXPECT_ONE_OF, lang, list = &list.join(", ")),
            }
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn queries_are_decoded() {
        let p = Parameters::parse("q=ngh%E1%BB%87+an&region=&a&q=h%u&q=Hu%E1%BA%BF");
        assert_eq!(p.get("q"), Some("Huế"));
        assert_eq!(p.get("region"), None);
        assert_eq!(p.get("a"), None);
        assert_eq!(decode("100%"), "100%");
        assert_eq!(decode("%E1%zz"), "\u{fffd}%zz");
        assert_eq!(p.without(&["q"]), "");
    }

    #[test]
    fn encoding_comes_back() {
        for text in ["Nghệ An", "a&b=c", "100% ?#/", "Ẵ ỷ Đ ợ"] {
            assert_eq!(decode(&crate::links::encode(text)), text);
        }
    }
}
