//! Addresses of pages. The address is the state: nothing else is remembered.

use domain::Lang;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::route::Route;

/// In place of a province: none is marked, although one may be remembered.
pub(crate) const NO_PROVINCE: &str = "none";

/// What a query leaves as it is: unreserved characters, and the comma of lists.
const IN_QUERY: AsciiSet = NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~')
    .remove(b',');
/// Percent-encodes a value for a query, where a space is a plus sign.
pub(crate) fn encode(value: &str) -> String {
    utf8_percent_encode(value, &IN_QUERY).to_string().replace("%20", "+")
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
    fn page(self, route: Route<'_>) -> String {
        self.with(route, &[])
    }

    /// A page with parameters; the pinned edition is added.
    pub(crate) fn with(self, route: Route<'_>, parameters: &[(&str, &str)]) -> String {
        self.below(&route.path(), parameters)
    }

    /// A path below the language with parameters; the pinned edition is added.
    fn below(self, path: &str, parameters: &[(&str, &str)]) -> String {
        let edition = self.edition.map(|n| n.to_string()).unwrap_or_default();
        let mut all = parameters.to_vec();
        all.push(("edition", &edition));
        with_query(&format!("/{}{path}", self.lang.code()), &all)
    }

    /// A page without parameters: where a form is sent, which carries the edition itself, and what is always about the
    /// newest edition.
    pub(crate) fn bare(self, route: Route<'_>) -> String {
        format!("/{}{}", self.lang.code(), route.path())
    }

    /// The address of a server function for an ordinary form, with the language of the page it is on.
    pub(crate) fn call(self, function: &str) -> String {
        format!("{function}?page_lang={}", self.lang.code())
    }

    /// A page that marks provinces.
    fn marking(self, route: Route<'_>, parameters: &[(&str, &str)]) -> String {
        let mut all = parameters.to_vec();
        let marked = all
            .iter()
            .any(|(name, value)| *name == "highlight" && !value.is_empty());
        if self.unmarked && !marked {
            all.retain(|(name, _)| *name != "highlight");
            all.push(("highlight", NO_PROVINCE));
        }
        self.with(route, &all)
    }

    pub(crate) fn home(self) -> String {
        self.page(Route::Overview)
    }

    pub(crate) fn rankings(self) -> String {
        self.page(Route::Rankings)
    }

    pub(crate) fn ranking(self, indicator: &str, year: i32) -> String {
        self.ranking_with(indicator, year, &[])
    }

    /// A ranking with parameters; the pinned edition is added.
    pub(crate) fn ranking_with(self, indicator: &str, year: i32, parameters: &[(&str, &str)]) -> String {
        let year = &year.to_string();
        self.marking(Route::Ranking { indicator, year }, parameters)
    }

    /// The first tile map that there is.
    pub(crate) fn map(self) -> String {
        self.page(Route::Maps)
    }

    /// A tile map with parameters; the pinned edition is added.
    pub(crate) fn map_with(self, indicator: &str, year: i32, parameters: &[(&str, &str)]) -> String {
        let year = &year.to_string();
        self.marking(Route::Map { indicator, year }, parameters)
    }

    /// A comparison with its parameters; the pinned edition is added.
    pub(crate) fn compare(self, parameters: &[(&str, &str)]) -> String {
        self.with(Route::Compare, parameters)
    }

    /// Changes over several years, with parameters; the pinned edition is added.
    pub(crate) fn since(self, indicator: &str, year: i32, parameters: &[(&str, &str)]) -> String {
        let year = &year.to_string();
        self.marking(Route::Since { indicator, year }, parameters)
    }

    /// How far apart the provinces are by an indicator; the pinned edition is added.
    pub(crate) fn dispersion(self, indicator: &str) -> String {
        self.page(Route::Dispersion { indicator })
    }

    pub(crate) fn provinces(self) -> String {
        self.page(Route::Provinces)
    }

    pub(crate) fn province(self, slug: &str) -> String {
        self.page(Route::Province { province: slug })
    }

    /// An address below the language as it stands, such as a briefing's.
    pub(crate) fn briefing(self, path: &str) -> String {
        self.below(path, &[])
    }

    pub(crate) fn indicators(self) -> String {
        self.page(Route::Indicators)
    }

    pub(crate) fn indicator(self, slug: &str) -> String {
        self.page(Route::Indicator { indicator: slug })
    }

    pub(crate) fn sources(self) -> String {
        self.page(Route::Sources)
    }

    /// Where a view is shared, such as `rankings/pci/2016/bars`.
    pub(crate) fn share(self, view: &str) -> String {
        self.page(Route::Share { view })
    }

    pub(crate) fn deck(self) -> String {
        self.page(Route::Deck)
    }

    pub(crate) fn decks(self) -> String {
        self.page(Route::Decks)
    }

    /// A ready deck in the deck builder, such as `provinces/nghe-an`, with parameters.
    pub(crate) fn ready(self, which: &str, parameters: &[(&str, &str)]) -> String {
        self.with(Route::ReadyDeck { deck: which }, parameters)
    }

    pub(crate) fn embedding(self) -> String {
        self.page(Route::Embedding)
    }

    /// The feeds and the slideshow are about the newest edition.
    pub(crate) fn feeds(self) -> String {
        self.bare(Route::Feeds)
    }

    pub(crate) fn slideshow(self) -> String {
        self.bare(Route::Slideshow)
    }

    pub(crate) fn api(self) -> String {
        self.below("/api", &[])
    }

    pub(crate) fn search(self) -> String {
        self.page(Route::Search)
    }

    /// The list of editions is the same under each of them.
    pub(crate) fn editions(self) -> String {
        format!("/{}/editions", self.lang.code())
    }

    /// An admin page, which always works on the newest edition.
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
