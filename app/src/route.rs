//! The grammar of page addresses: parsed here, printed here, and nowhere else.
//!
//! A route is what stands below the language: `/vi/rankings/pci/2016` is [`Route::Ranking`]. Names are kept as they are
//! in the address; whether there is such a province or year is for the figures to decide, so that parsing and printing
//! need no edition. Parameters belong to the view (`views/<view>/params.rs`).

use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What a segment of a path leaves as it is: unreserved characters (RFC 3986, section 2.3).
const SEGMENT: AsciiSet = NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// A page, by what its path names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Route<'a> {
    Overview,
    /// The form above a ranking leads here, with indicator and year as parameters.
    Rankings,
    /// Leads to the year that stands for the indicator.
    IndicatorRanking {
        indicator: &'a str,
    },
    /// With `basis=rebased`: old figures on today's provinces.
    Ranking {
        indicator: &'a str,
        year: &'a str,
    },
    Since {
        indicator: &'a str,
        year: &'a str,
    },
    /// How far apart the provinces are, year by year.
    Dispersion {
        indicator: &'a str,
    },
    /// Leads to the first map.
    Maps,
    Map {
        indicator: &'a str,
        year: &'a str,
    },
    Compare,
    Provinces,
    Province {
        province: &'a str,
    },
    Why {
        province: &'a str,
        indicator: &'a str,
    },
    WhatIf {
        province: &'a str,
        indicator: &'a str,
    },
    ProvinceBriefing {
        province: &'a str,
    },
    RegionBriefing {
        region: &'a str,
    },
    NationalBriefing,
    Indicators,
    Indicator {
        indicator: &'a str,
    },
    Sources,
    Search,
    /// The first results, for the box at the top of every page.
    Suggestions,
    /// Options and code for a chart or table, such as `rankings/pci/2016/bars`.
    Share {
        view: &'a str,
    },
    /// The deck builder.
    Deck,
    Decks,
    /// A ready deck, such as `provinces/nghe-an`: leads to the deck builder.
    ReadyDeck {
        deck: &'a str,
    },
    Slideshow,
    Embedding,
    Feeds,
    /// Whether figures that were cited are still right.
    Cited,
    /// A feed, such as `provinces/nghe-an.atom`.
    Feed {
        feed: &'a str,
    },
}

/// Addresses of pages as the router writes them: every route has exactly one.
pub const PATTERNS: [&str; 30] = [
    "/{lang}",
    "/{lang}/rankings",
    "/{lang}/rankings/{slug}",
    "/{lang}/rankings/{slug}/{year}",
    "/{lang}/since/{slug}/{year}",
    "/{lang}/dispersion/{slug}",
    "/{lang}/map",
    "/{lang}/map/{slug}/{year}",
    "/{lang}/compare",
    "/{lang}/provinces",
    "/{lang}/provinces/{slug}",
    "/{lang}/provinces/{slug}/{indicator}/why",
    "/{lang}/provinces/{slug}/{indicator}/what-if",
    "/{lang}/provinces/{slug}/briefing",
    "/{lang}/regions/{slug}/briefing",
    "/{lang}/briefing",
    "/{lang}/indicators",
    "/{lang}/indicators/{slug}",
    "/{lang}/sources",
    "/{lang}/search",
    "/{lang}/search/suggest",
    "/{lang}/share/{*view}",
    "/{lang}/deck",
    "/{lang}/decks",
    "/{lang}/decks/{*deck}",
    "/{lang}/wall",
    "/{lang}/embedding",
    "/{lang}/cited",
    "/{lang}/feeds",
    "/{lang}/feeds/{*feed}",
];

impl<'a> Route<'a> {
    /// The route at a decoded path below the language, such as `/rankings/pci/2016`; `None` if no page has it.
    pub(crate) fn parse(path: &'a str) -> Option<Self> {
        let path = path.strip_prefix('/').unwrap_or(path);
        let rest = |prefix: &str| path.strip_prefix(prefix).filter(|rest| !rest.is_empty());
        if let Some(view) = rest("share/") {
            return Some(Self::Share { view });
        }
        if let Some(deck) = rest("decks/") {
            return Some(Self::ReadyDeck { deck });
        }
        if let Some(feed) = rest("feeds/") {
            return Some(Self::Feed { feed });
        }
        let segments: Vec<&str> = path.split('/').collect();
        Some(match segments[..] {
            [""] => Self::Overview,
            ["rankings"] => Self::Rankings,
            ["rankings", indicator] => Self::IndicatorRanking { indicator },
            ["rankings", indicator, year] => Self::Ranking { indicator, year },
            ["since", indicator, year] => Self::Since { indicator, year },
            ["dispersion", indicator] => Self::Dispersion { indicator },
            ["map"] => Self::Maps,
            ["map", indicator, year] => Self::Map { indicator, year },
            ["compare"] => Self::Compare,
            ["provinces"] => Self::Provinces,
            ["provinces", province] => Self::Province { province },
            ["provinces", province, "briefing"] => Self::ProvinceBriefing { province },
            ["provinces", province, indicator, "why"] => Self::Why { province, indicator },
            ["provinces", province, indicator, "what-if"] => Self::WhatIf { province, indicator },
            ["regions", region, "briefing"] => Self::RegionBriefing { region },
            ["briefing"] => Self::NationalBriefing,
            ["indicators"] => Self::Indicators,
            ["indicators", indicator] => Self::Indicator { indicator },
            ["sources"] => Self::Sources,
            ["search"] => Self::Search,
            ["search", "suggest"] => Self::Suggestions,
            ["deck"] => Self::Deck,
            ["decks"] => Self::Decks,
            ["wall"] => Self::Slideshow,
            ["embedding"] => Self::Embedding,
            ["feeds"] => Self::Feeds,
            ["cited"] => Self::Cited,
            _ => return None,
        })
    }

    /// The path below the language, percent-encoded; empty for the overview.
    pub(crate) fn path(self) -> Cow<'static, str> {
        let text = |parts: &[&str]| Cow::Owned(parts.concat());
        let name = |name: &'a str| utf8_percent_encode(name, &SEGMENT).to_string();
        match self {
            Self::Overview => "".into(),
            Self::Rankings => "/rankings".into(),
            Self::IndicatorRanking { indicator } => text(&["/rankings/", &name(indicator)]),
            Self::Ranking { indicator, year } => text(&["/rankings/", &name(indicator), "/", &name(year)]),
            Self::Since { indicator, year } => text(&["/since/", &name(indicator), "/", &name(year)]),
            Self::Dispersion { indicator } => text(&["/dispersion/", &name(indicator)]),
            Self::Maps => "/map".into(),
            Self::Map { indicator, year } => text(&["/map/", &name(indicator), "/", &name(year)]),
            Self::Compare => "/compare".into(),
            Self::Provinces => "/provinces".into(),
            Self::Province { province } => text(&["/provinces/", &name(province)]),
            Self::Why { province, indicator } => text(&["/provinces/", &name(province), "/", &name(indicator), "/why"]),
            Self::WhatIf { province, indicator } => {
                text(&["/provinces/", &name(province), "/", &name(indicator), "/what-if"])
            }
            Self::ProvinceBriefing { province } => text(&["/provinces/", &name(province), "/briefing"]),
            Self::RegionBriefing { region } => text(&["/regions/", &name(region), "/briefing"]),
            Self::NationalBriefing => "/briefing".into(),
            Self::Indicators => "/indicators".into(),
            Self::Indicator { indicator } => text(&["/indicators/", &name(indicator)]),
            Self::Sources => "/sources".into(),
            Self::Search => "/search".into(),
            Self::Suggestions => "/search/suggest".into(),
            Self::Share { view } => text(&["/share/", view]),
            Self::Deck => "/deck".into(),
            Self::Decks => "/decks".into(),
            Self::ReadyDeck { deck } => text(&["/decks/", deck]),
            Self::Slideshow => "/wall".into(),
            Self::Embedding => "/embedding".into(),
            Self::Feeds => "/feeds".into(),
            Self::Cited => "/cited".into(),
            Self::Feed { feed } => text(&["/feeds/", feed]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A path that fits a pattern of the router.
    fn example(pattern: &str) -> String {
        let segment = |part: &str| match part {
            "{year}" => "2016".to_owned(),
            "{*view}" => "rankings/pci/2016/bars".to_owned(),
            "{*deck}" => "provinces/nghe-an".to_owned(),
            "{*feed}" => "provinces/nghe-an.atom".to_owned(),
            part if part.starts_with('{') => "nghe-an".to_owned(),
            part => part.to_owned(),
        };
        pattern.split('/').map(segment).collect::<Vec<_>>().join("/")
    }

    #[test]
    fn every_pattern_is_a_route_and_every_route_prints_what_was_parsed() {
        let mut seen = Vec::new();
        for pattern in PATTERNS {
            let path = example(pattern.strip_prefix("/{lang}").unwrap());
            let route = Route::parse(&path).unwrap_or_else(|| panic!("{path} is no route"));
            assert_eq!(route.path(), path);
            let kind = format!("{route:?}").split(' ').next().map(str::to_owned);
            assert!(!seen.contains(&kind), "{pattern}: two patterns of one route");
            seen.push(kind);
        }
    }

    #[test]
    fn what_no_page_has_is_no_route() {
        for path in [
            "/nothing",
            "/rankings/pci/2016/bars",
            "/provinces/nghe-an/pci",
            "/provinces/nghe-an/pci/because",
            "/regions/bac-bo",
            "/map/pci",
            "/share",
            "/share/",
            "/search/all",
        ] {
            assert_eq!(Route::parse(path), None, "{path}");
        }
    }

    #[test]
    fn names_are_encoded_where_they_are_printed() {
        let odd = "nghệ an/2";
        assert_eq!(
            Route::Province { province: odd }.path(),
            "/provinces/ngh%E1%BB%87%20an%2F2"
        );
    }
}
