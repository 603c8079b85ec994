//! What an edition says about itself in the store: counts as JSON, methods in both languages.

use domain::{
    Lang, Text,
    upload::{Choices, Counts, Difference, Reading},
};
use serde::{Deserialize, Serialize};

/// What changed, as the store keeps it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Summary {
    /// Figures that were not there before.
    pub(crate) added: usize,
    /// Figures that say something else.
    pub(crate) changed: usize,
    /// Figures that are no longer there.
    pub(crate) removed: usize,
    /// Figures that stayed.
    pub(crate) unchanged: usize,
    /// Figures that were left as they are.
    pub(crate) kept: usize,
    /// Files of the catalogue that differ.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) files: Vec<String>,
    /// Why it was right to publish despite a warning: its code and the reason.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) reasons: Vec<(String, String)>,
}

impl Summary {
    /// What a difference comes to.
    #[must_use]
    pub(crate) fn of(difference: &Difference, choices: Option<&Choices>) -> Self {
        let reasons = choices.map(|c| c.reasons.iter().map(|(k, why)| (k.code().to_owned(), why.clone())));
        let Counts {
            added,
            changed,
            removed,
            unchanged,
            kept,
        } = difference.counts;
        Self {
            added,
            changed,
            removed,
            unchanged,
            kept,
            files: difference.files.clone(),
            reasons: reasons.map(Iterator::collect).unwrap_or_default(),
        }
    }

    /// As the store keeps it.
    #[must_use]
    pub(crate) fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// From the store; zeros where it says nothing.
    #[must_use]
    pub(crate) fn from_json(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }

    /// The counts.
    #[must_use]
    pub(crate) const fn counts(&self) -> Counts {
        Counts {
            added: self.added,
            changed: self.changed,
            removed: self.removed,
            unchanged: self.unchanged,
            kept: self.kept,
        }
    }
}

/// The methods of the years of a reading: a line in Vietnamese and one in English.
#[must_use]
pub(crate) fn method(reading: &Reading, catalogue: &domain::Catalogue) -> Option<String> {
    let indicator = catalogue.indicator(reading.indicator?);
    let mut methods: Vec<&domain::Method> = Vec::new();
    for method in reading.years.iter().filter_map(|year| indicator.method(*year)) {
        if !methods.contains(&method) {
            methods.push(method);
        }
    }
    if methods.is_empty() {
        return None;
    }
    let words = |lang| {
        let one = |m: &&domain::Method| match &m.decision {
            Some(decision) => format!("{} ({decision})", m.name.get(lang)),
            None => m.name.get(lang).to_owned(),
        };
        methods.iter().map(one).collect::<Vec<_>>().join("; ")
    };
    let both = Text::new(words(Lang::Vi), words(Lang::En));
    Some(format!("{}\n{}", both.vi, both.en))
}

/// What [`method`] wrote, in one language.
#[must_use]
pub(crate) fn method_in(stored: &str, lang: Lang) -> &str {
    match (stored.split_once('\n'), lang) {
        (None, _) => stored,
        (Some((vi, _)), Lang::Vi) => vi,
        (Some((_, en)), Lang::En) => en,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_edition_says_is_read_back() {
        let summary = Summary {
            added: 63,
            reasons: vec![("jump".into(), "đã đối chiếu".into())],
            ..Summary::default()
        };
        assert_eq!(Summary::from_json(&summary.to_json()), summary);
        assert_eq!(Summary::from_json(""), Summary::default());
        assert_eq!(Summary::from_json("{\"added\":2,\"other\":1}").counts().added, 2);
        assert_eq!((method_in("a\nb", Lang::Vi), method_in("a\nb", Lang::En)), ("a", "b"));
    }
}
