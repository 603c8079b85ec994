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

    /// What a parameter names; `None` if it is absent.
    ///
    /// # Errors
    /// The parameter, where `find` finds nothing for it.
    pub(crate) fn named<'a, T>(
        &'a self,
        lang: Lang,
        name: &'static str,
        expected: Msg,
        find: impl FnOnce(&'a str) -> Option<T>,
    ) -> Result<Option<T>, BadParameter> {
        let Some(text) = self.get(name) else { return Ok(None) };
        match find(text) {
            Some(found) => Ok(Some(found)),
            None => Err(BadParameter::new(lang, name, text, expected)),
        }
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

impl From<BadParameter> for BadParameters {
    fn from(bad: BadParameter) -> Self {
        Self(vec![bad])
    }
}

/// All parameters of an address that cannot be used. A reader looks at every parameter before it gives up, so that
/// one answer names them all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct BadParameters(Vec<BadParameter>);

impl BadParameters {
    pub(crate) fn push(&mut self, bad: BadParameter) {
        self.0.push(bad);
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &BadParameter> {
        self.0.iter()
    }

    /// What was read; where it cannot be used, that is noted and nothing stands for it.
    pub(crate) fn keep<T: Default>(&mut self, read: Result<T, impl Into<Self>>) -> T {
        read.unwrap_or_else(|bad| {
            self.extend(bad.into().0);
            T::default()
        })
    }

    /// The value, if every parameter can be used.
    ///
    /// # Errors
    /// Every parameter that cannot be used.
    pub(crate) fn or<T>(self, value: T) -> Result<T, Self> {
        if self.is_empty() { Ok(value) } else { Err(self) }
    }
}

impl Extend<BadParameter> for BadParameters {
    fn extend<I: IntoIterator<Item = BadParameter>>(&mut self, more: I) {
        self.0.extend(more);
    }
}

impl FromIterator<BadParameter> for BadParameters {
    fn from_iter<I: IntoIterator<Item = BadParameter>>(all: I) -> Self {
        Self(all.into_iter().collect())
    }
}

/// One word out of a list; `None` if the parameter is absent.
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
    fn all_bad_parameters_are_kept() {
        let query = Parameters::parse("a=1&b=2&c=x");
        let read = |name| one_of(Lang::En, &query, name, &[("x", 1)]);
        let mut bad = BadParameters::default();
        let kept = ["a", "b", "c", "d"].map(|name| bad.keep(read(name)));
        assert_eq!(kept, [None, None, Some(1), None]);
        let names: Vec<&str> = bad.iter().map(|bad| bad.name).collect();
        assert_eq!(names, ["a", "b"]);
        assert_eq!(bad.clone().or(kept), Err(bad));
        assert_eq!(BadParameters::default().or(1), Ok(1));
    }

    #[test]
    fn encoding_comes_back() {
        for text in ["Nghệ An", "a&b=c", "100% ?#/", "Ẵ ỷ Đ ợ"] {
            assert_eq!(decode(&crate::links::encode(text)), text);
        }
    }
}
