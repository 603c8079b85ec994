//! Addresses of pages. The address is the state: nothing else is remembered.

use domain::Lang;

/// In place of a province: none is marked, although one may be remembered.
pub(crate) const NO_PROVINCE: &str = "none";

/// Percent-encodes a value for a query.
pub(crate) fn encode(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    for byte in value.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b',' => text.push(char::from(byte)),
            b' ' => text.push('+'),
            _ => text.push_str(&format!("%{byte:02X}")),
        }
    }
    text
}

/// A path with the parameters that are not empty.
pub(crate) fn with_query(path: &str, parameters: &[(&str, &str)]) -> String {
    let query: Vec<String> = parameters
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| format!("{name}={}", encode(value)))
        .collect();
    if query.is_empty() {
        path.to_owned()
    } else {
        format!("{path}?{}", query.join("&"))
    }
}

/// Addresses in one language, and under one edition when one is pinned.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Links {
    pub(crate) lang: Lang,
    pub(crate) edition: Option<u32>,
    /// The reader chose to mark no province: pages that would begin with the remembered one are told so.
    pub(crate) unmarked: bool,
}

impl Links {
    fn page(self, path: &str) -> String {
        self.with(path, &[])
    }

    /// A page with parameters; the pinned edition is added.
    fn with(self, path: &str, parameters: &[(&str, &str)]) -> String {
        let edition = self.edition.map(|n| n.to_string()).unwrap_or_default();
        let mut all = parameters.to_vec();
        all.push(("edition", &edition));
        with_query(&format!("/{}{path}", self.lang.code()), &all)
    }

    /// A page that marks provinces.
    fn marking(self, path: &str, parameters: &[(&str, &str)]) -> String {
        let mut all = parameters.to_vec();
        let marked = all
            .iter()
            .any(|(name, value)| *name == "highlight" && !value.is_empty());
        if self.unmarked && !marked {
            all.retain(|(name, _)| *name != "highlight");
            all.push(("highlight", NO_PROVINCE));
        }
        self.with(path, &all)
    }

    pub(crate) fn home(self) -> String {
        self.page("")
    }

    pub(crate) fn rankings(self) -> String {
        self.page("/rankings")
    }

    pub(crate) fn ranking(self, indicator: &str, year: i32) -> String {
        self.ranking_with(indicator, year, &[])
    }

    /// A ranking with parameters; the pinned edition is added.
    pub(crate) fn ranking_with(self, indicator: &str, year: i32, parameters: &[(&str, &str)]) -> String {
        self.marking(&format!("/rankings/{indicator}/{year}"), parameters)
    }

    /// The first tile map that there is.
    pub(crate) fn map(self) -> String {
        self.page("/map")
    }

    /// A tile map with parameters; the pinned edition is added.
    pub(crate) fn map_with(self, indicator: &str, year: i32, parameters: &[(&str, &str)]) -> String {
        self.marking(&format!("/map/{indicator}/{year}"), parameters)
    }

    /// A comparison with its parameters; the pinned edition is added.
    pub(crate) fn compare(self, parameters: &[(&str, &str)]) -> String {
        self.with("/compare", parameters)
    }

    /// Changes over several years, with parameters; the pinned edition is added.
    pub(crate) fn since(self, indicator: &str, year: i32, parameters: &[(&str, &str)]) -> String {
        self.marking(&format!("/since/{indicator}/{year}"), parameters)
    }

    pub(crate) fn provinces(self) -> String {
        self.page("/provinces")
    }

    pub(crate) fn province(self, slug: &str) -> String {
        self.page(&format!("/provinces/{slug}"))
    }

    /// An address below the language as it stands, such as a briefing's.
    pub(crate) fn briefing(self, path: &str) -> String {
        self.page(path)
    }

    pub(crate) fn indicators(self) -> String {
        self.page("/indicators")
    }

    pub(crate) fn indicator(self, slug: &str) -> String {
        self.page(&format!("/indicators/{slug}"))
    }

    pub(crate) fn sources(self) -> String {
        self.page("/sources")
    }

    /// Where a view is shared, such as `rankings/pci/2016/bars`.
    pub(crate) fn share(self, view: &str) -> String {
        self.page(&format!("/share/{view}"))
    }

    pub(crate) fn deck(self) -> String {
        self.page("/deck")
    }

    pub(crate) fn decks(self) -> String {
        self.page("/decks")
    }

    /// A ready deck in the deck builder, such as `provinces/nghe-an`, with parameters.
    pub(crate) fn ready(self, which: &str, parameters: &[(&str, &str)]) -> String {
        self.with(&format!("/decks/{which}"), parameters)
    }

    pub(crate) fn embedding(self) -> String {
        self.page("/embedding")
    }

    /// The feeds and the wall are about the newest edition.
    pub(crate) fn feeds(self) -> String {
        format!("/{}/feeds", self.lang.code())
    }

    pub(crate) fn slideshow(self) -> String {
        format!("/{}/wall", self.lang.code())
    }

    pub(crate) fn api(self) -> String {
        self.page("/api")
    }

    pub(crate) fn search(self) -> String {
        self.page("/search")
    }

    /// The list of editions is the same under each of them.
    pub(crate) fn editions(self) -> String {
        format!("/{}/editions", self.lang.code())
    }

    /// A page of the desk, which always works on the newest edition.
    pub(crate) fn admin(self, path: &str) -> String {
        format!("/{}/desk{path}", self.lang.code())
    }

    pub(crate) fn sign_in(self) -> String {
        format!("/{}/sign-in", self.lang.code())
    }

    pub(crate) fn sign_out(self) -> String {
        format!("/{}/sign-out", self.lang.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_marks_no_province_is_not_given_the_remembered_one() {
        let links = |unmarked| Links {
            lang: Lang::Vi,
            edition: None,
            unmarked,
        };
        assert_eq!(links(false).ranking("pci", 2016), "/vi/rankings/pci/2016");
        for (made, to) in [
            (links(true).ranking("pci", 2016), "/vi/rankings/pci/2016?highlight=none"),
            (
                links(true).map_with("pci", 2016, &[("highlight", "")]),
                "/vi/map/pci/2016?highlight=none",
            ),
            (
                links(true).since("pci", 2016, &[("highlight", "nghe-an")]),
                "/vi/since/pci/2016?highlight=nghe-an",
            ),
            (links(true).province("nghe-an"), "/vi/provinces/nghe-an"),
        ] {
            assert_eq!(made, to);
        }
    }
}
