//! Addresses of the views that bring everything themselves: maps, comparisons, explanations.

use domain::{Catalogue, IndicatorId, ProvinceId};

/// A kind of view that brings everything itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ViewKind {
    /// `map/{indicator}/{year}/{kind}`
    Map,
    /// `since/{indicator}/{year}/{kind}`: change over several years.
    Since,
    /// `rebased/{indicator}/{year}/{kind}`: old figures on today's 34 provinces.
    Rebased,
    /// `before/{province}/{indicator}/{kind}`: the former units of a province that the merger formed.
    Before,
    /// `compare/{indicator}/{kind}`
    Compare,
    /// `why/{province}/{indicator}/{kind}`: what a change is made of.
    Why,
    /// `what-if/{province}/{indicator}/{kind}`
    WhatIf,
    /// `provinces/{province}/{kind}`: where a province stands in every indicator.
    Standing,
    /// `overview/{kind}`: provinces by indicators.
    Overview,
    /// `parts/{indicator}/{year}/{kind}`: counts beside the whole that they make up.
    Parts,
}

/// What the middle of a family's paths names.
#[derive(Clone, Copy, PartialEq, Eq)]
enum PathShape {
    IndicatorYear,
    Indicator,
    ProvinceIndicator,
    Province,
    Nothing,
}

impl ViewKind {
    const ALL: [(&'static str, Self, PathShape, &'static [&'static str]); 10] = [
        (
            "map",
            Self::Map,
            PathShape::IndicatorYear,
            &["score", "band", "rank", "change", "table"],
        ),
        ("since", Self::Since, PathShape::IndicatorYear, &["bars", "table"]),
        ("rebased", Self::Rebased, PathShape::IndicatorYear, &["chart", "table"]),
        (
            "before",
            Self::Before,
            PathShape::ProvinceIndicator,
            &["lines", "table"],
        ),
        (
            "compare",
            Self::Compare,
            PathShape::Indicator,
            &["lines", "years", "profile", "table"],
        ),
        ("why", Self::Why, PathShape::ProvinceIndicator, &["steps", "table"]),
        (
            "what-if",
            Self::WhatIf,
            PathShape::ProvinceIndicator,
            &["steps", "table"],
        ),
        ("provinces", Self::Standing, PathShape::Province, &["standing", "table"]),
        ("overview", Self::Overview, PathShape::Nothing, &["heat", "table"]),
        ("parts", Self::Parts, PathShape::IndicatorYear, &["bars", "table"]),
    ];
}

/// A view of such a family, by its path. What else it depends on stands in the query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct DerivedView {
    pub(crate) family: ViewKind,
    /// Where the path names one.
    pub(crate) indicator: Option<IndicatorId>,
    /// Where the path names one.
    pub(crate) year: Option<i32>,
    /// Where the path names one.
    pub(crate) province: Option<ProvinceId>,
    /// The last part of the path.
    pub(crate) kind: &'static str,
}

impl DerivedView {
    /// Old figures of an indicator and year on today's provinces, as `chart` or `table`.
    pub(crate) const fn rebased(indicator: IndicatorId, year: i32, kind: &'static str) -> Self {
        Self {
            family: ViewKind::Rebased,
            indicator: Some(indicator),
            year: Some(year),
            province: None,
            kind,
        }
    }

    /// Counts of a year beside their whole, as `bars` or `table`.
    pub(crate) const fn parts(indicator: IndicatorId, year: i32, kind: &'static str) -> Self {
        Self {
            family: ViewKind::Parts,
            indicator: Some(indicator),
            year: Some(year),
            province: None,
            kind,
        }
    }

    /// Where a province stands in every indicator.
    pub(crate) const fn standing(province: ProvinceId) -> Self {
        Self {
            family: ViewKind::Standing,
            indicator: None,
            year: None,
            province: Some(province),
            kind: "standing",
        }
    }

    /// The former units of a province, as `lines` or `table`.
    pub(crate) const fn before(province: ProvinceId, indicator: IndicatorId, kind: &'static str) -> Self {
        Self {
            family: ViewKind::Before,
            indicator: Some(indicator),
            year: None,
            province: Some(province),
            kind,
        }
    }

    pub(super) fn parse(catalogue: &Catalogue, parts: &[&str]) -> Option<Self> {
        let first = parts.first()?;
        let (_, family, middle, kinds) = ViewKind::ALL.iter().find(|(word, ..)| word == first)?;
        let last = parts.last()?;
        let kind = kinds.iter().find(|kind| *kind == last)?;
        let year = |text: &str| text.parse().ok().filter(|year: &i32| year.to_string() == text);
        let (province, indicator, year) = match (middle, parts.get(1..parts.len() - 1)?) {
            (PathShape::IndicatorYear, [indicator, text]) => (None, Some(indicator), Some(year(text)?)),
            (PathShape::Indicator, [indicator]) => (None, Some(indicator), None),
            (PathShape::ProvinceIndicator, [slug, indicator]) => (Some(slug), Some(indicator), None),
            (PathShape::Province, [slug]) => (Some(slug), None, None),
            (PathShape::Nothing, []) => (None, None, None),
            _ => return None,
        };
        let indicator = match indicator {
            Some(slug) => Some(catalogue.indicator_by_slug(slug)?),
            None => None,
        };
        let province = match province {
            Some(slug) => Some(catalogue.provinces.by_slug(slug)?),
            None => None,
        };
        Some(Self {
            family: *family,
            indicator,
            year,
            province,
            kind,
        })
    }

    pub(super) fn path(self, catalogue: &Catalogue) -> String {
        let first = ViewKind::ALL.iter().find(|(_, family, ..)| *family == self.family);
        let mut parts = vec![first.map_or("", |(word, ..)| *word).to_owned()];
        parts.extend(self.province.map(|id| catalogue.provinces.get(id).slug.clone()));
        parts.extend(self.indicator.map(|id| catalogue.indicator(id).slug.clone()));
        parts.extend(self.year.map(|year| year.to_string()));
        parts.push(self.kind.to_owned());
        parts.join("/")
    }
}

/// A view of changes over several years.
pub(crate) const fn since_view(indicator: IndicatorId, year: i32, kind: &'static str) -> DerivedView {
    DerivedView {
        family: ViewKind::Since,
        indicator: Some(indicator),
        year: Some(year),
        province: None,
        kind,
    }
}
