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
    /// `dispersion/{indicator}/{kind}`: how far apart the provinces are.
    Dispersion,
    /// `parts/{indicator}/{year}/{kind}`: counts beside the whole that they make up.
    Parts,
}

/// What a view is shown as: the last part of its path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ViewForm {
    Score,
    Band,
    Rank,
    Change,
    Bars,
    Chart,
    Lines,
    Years,
    Profile,
    Steps,
    Standing,
    Heat,
    Table,
}

impl ViewForm {
    const ALL: [(&'static str, Self); 13] = [
        ("score", Self::Score),
        ("band", Self::Band),
        ("rank", Self::Rank),
        ("change", Self::Change),
        ("bars", Self::Bars),
        ("chart", Self::Chart),
        ("lines", Self::Lines),
        ("years", Self::Years),
        ("profile", Self::Profile),
        ("steps", Self::Steps),
        ("standing", Self::Standing),
        ("heat", Self::Heat),
        ("table", Self::Table),
    ];

    /// Returns its name in paths.
    pub(crate) fn word(self) -> &'static str {
        let known = Self::ALL.iter().find(|(_, form)| *form == self);
        known.map_or("", |(word, _)| word)
    }

    fn from_word(word: &str) -> Option<Self> {
        let known = Self::ALL.iter().find(|(name, _)| *name == word);
        known.map(|(_, form)| *form)
    }
}

/// What the middle of a kind's paths names.
#[derive(Clone, Copy, PartialEq, Eq)]
enum PathShape {
    IndicatorYear,
    Indicator,
    ProvinceIndicator,
    Province,
    Nothing,
}

impl ViewKind {
    const ALL: [(&'static str, Self, PathShape, &'static [ViewForm]); 11] = [
        (
            "map",
            Self::Map,
            PathShape::IndicatorYear,
            &[
                ViewForm::Score,
                ViewForm::Band,
                ViewForm::Rank,
                ViewForm::Change,
                ViewForm::Table,
            ],
        ),
        (
            "since",
            Self::Since,
            PathShape::IndicatorYear,
            &[ViewForm::Bars, ViewForm::Table],
        ),
        (
            "rebased",
            Self::Rebased,
            PathShape::IndicatorYear,
            &[ViewForm::Chart, ViewForm::Table],
        ),
        (
            "before",
            Self::Before,
            PathShape::ProvinceIndicator,
            &[ViewForm::Lines, ViewForm::Table],
        ),
        (
            "compare",
            Self::Compare,
            PathShape::Indicator,
            &[ViewForm::Lines, ViewForm::Years, ViewForm::Profile, ViewForm::Table],
        ),
        (
            "why",
            Self::Why,
            PathShape::ProvinceIndicator,
            &[ViewForm::Steps, ViewForm::Table],
        ),
        (
            "what-if",
            Self::WhatIf,
            PathShape::ProvinceIndicator,
            &[ViewForm::Steps, ViewForm::Table],
        ),
        (
            "provinces",
            Self::Standing,
            PathShape::Province,
            &[ViewForm::Standing, ViewForm::Table],
        ),
        (
            "overview",
            Self::Overview,
            PathShape::Nothing,
            &[ViewForm::Heat, ViewForm::Table],
        ),
        (
            "dispersion",
            Self::Dispersion,
            PathShape::Indicator,
            &[ViewForm::Lines, ViewForm::Table],
        ),
        (
            "parts",
            Self::Parts,
            PathShape::IndicatorYear,
            &[ViewForm::Bars, ViewForm::Table],
        ),
    ];
}

/// A view of one of these kinds, by its path. What else it depends on is in the query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct DerivedView {
    pub(crate) kind: ViewKind,
    /// Where the path names one.
    pub(crate) indicator: Option<IndicatorId>,
    /// Where the path names one.
    pub(crate) year: Option<i32>,
    /// Where the path names one.
    pub(crate) province: Option<ProvinceId>,
    /// The last part of the path.
    pub(crate) form: ViewForm,
}

impl DerivedView {
    /// Old figures of an indicator and year on today's provinces, as `chart` or `table`.
    pub(crate) const fn rebased(indicator: IndicatorId, year: i32, form: ViewForm) -> Self {
        Self {
            kind: ViewKind::Rebased,
            indicator: Some(indicator),
            year: Some(year),
            province: None,
            form,
        }
    }

    /// Counts of a year beside their whole, as `bars` or `table`.
    pub(crate) const fn parts(indicator: IndicatorId, year: i32, form: ViewForm) -> Self {
        Self {
            kind: ViewKind::Parts,
            indicator: Some(indicator),
            year: Some(year),
            province: None,
            form,
        }
    }

    /// Where a province stands in every indicator.
    pub(crate) const fn standing(province: ProvinceId) -> Self {
        Self {
            kind: ViewKind::Standing,
            indicator: None,
            year: None,
            province: Some(province),
            form: ViewForm::Standing,
        }
    }

    /// The former units of a province, as `lines` or `table`.
    pub(crate) const fn before(province: ProvinceId, indicator: IndicatorId, form: ViewForm) -> Self {
        Self {
            kind: ViewKind::Before,
            indicator: Some(indicator),
            year: None,
            province: Some(province),
            form,
        }
    }

    pub(super) fn parse(catalogue: &Catalogue, parts: &[&str]) -> Option<Self> {
        let first = parts.first()?;
        let (_, kind, middle, forms) = ViewKind::ALL.iter().find(|(word, ..)| word == first)?;
        let form = ViewForm::from_word(parts.last()?).filter(|form| forms.contains(form))?;
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
            kind: *kind,
            indicator,
            year,
            province,
            form,
        })
    }

    pub(super) fn path(self, catalogue: &Catalogue) -> String {
        let first = ViewKind::ALL.iter().find(|(_, kind, ..)| *kind == self.kind);
        let mut parts = vec![first.map_or("", |(word, ..)| *word).to_owned()];
        parts.extend(self.province.map(|id| catalogue.provinces.get(id).slug.clone()));
        parts.extend(self.indicator.map(|id| catalogue.indicator(id).slug.clone()));
        parts.extend(self.year.map(|year| year.to_string()));
        parts.push(self.form.word().to_owned());
        parts.join("/")
    }
}

/// A view of changes over several years.
pub(crate) const fn since_view(indicator: IndicatorId, year: i32, form: ViewForm) -> DerivedView {
    DerivedView {
        kind: ViewKind::Since,
        indicator: Some(indicator),
        year: Some(year),
        province: None,
        form,
    }
}
