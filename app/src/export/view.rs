//! Views: charts and tables by their addresses, the same in both languages.

use domain::{Catalogue, IndicatorId, ProvinceId};

use super::{DerivedView, ViewForm};

/// A chart or a table that has an address of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum View {
    /// Of the ranking of one indicator in one year.
    Ranking {
        indicator: IndicatorId,
        year: i32,
        kind: RankingKind,
    },
    /// Of one indicator of one province.
    Province {
        province: ProvinceId,
        indicator: IndicatorId,
        kind: ProvinceKind,
    },
    /// Brings everything itself.
    Derived(DerivedView),
}

/// What a ranking can be shown as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RankingKind {
    Bars,
    Bump,
    Slope,
    Strip,
    Table,
}

/// What an indicator of a province can be shown as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ProvinceKind {
    Lines,
    Components,
    Combined,
    Table,
}

impl RankingKind {
    pub(crate) const ALL: [(&'static str, Self); 5] = [
        ("bars", Self::Bars),
        ("bump", Self::Bump),
        ("slope", Self::Slope),
        ("strip", Self::Strip),
        ("table", Self::Table),
    ];
}

impl ProvinceKind {
    pub(crate) const ALL: [(&'static str, Self); 4] = [
        ("lines", Self::Lines),
        ("components", Self::Components),
        ("combined", Self::Combined),
        ("table", Self::Table),
    ];
}

fn named<T: Copy>(all: &[(&str, T)], word: &str) -> Option<T> {
    all.iter().find(|(name, _)| *name == word).map(|(_, kind)| *kind)
}

fn word<T: Copy + PartialEq>(all: &[(&'static str, T)], kind: T) -> &'static str {
    all.iter().find(|(_, k)| *k == kind).map_or("", |(name, _)| name)
}

impl View {
    /// The view at a path such as `rankings/pci/2016/bars`; `None` if there is none.
    pub(crate) fn parse(catalogue: &Catalogue, path: &str) -> Option<Self> {
        let parts: Vec<&str> = path.split('/').collect();
        match parts[..] {
            ["rankings", indicator, year, kind] => Some(Self::Ranking {
                indicator: catalogue.indicator_by_slug(indicator)?,
                year: year.parse().ok().filter(|y: &i32| y.to_string() == year)?,
                kind: named(&RankingKind::ALL, kind)?,
            }),
            ["provinces", province, indicator, kind] => Some(Self::Province {
                province: catalogue.provinces.by_slug(province)?,
                indicator: catalogue.indicator_by_slug(indicator)?,
                kind: named(&ProvinceKind::ALL, kind)?,
            }),
            _ => DerivedView::parse(catalogue, &parts).map(Self::Derived),
        }
    }

    /// True if it has no picture.
    pub(crate) fn is_table(self) -> bool {
        match self {
            Self::Ranking { kind, .. } => kind == RankingKind::Table,
            Self::Province { kind, .. } => kind == ProvinceKind::Table,
            Self::Derived(view) => view.form == ViewForm::Table,
        }
    }

    /// The year that its path names, if it does.
    pub(crate) fn year(self) -> Option<i32> {
        match self {
            Self::Ranking { year, .. } => Some(year),
            Self::Province { .. } => None,
            Self::Derived(view) => view.year,
        }
    }

    /// Its path.
    pub(crate) fn path(self, catalogue: &Catalogue) -> String {
        match self {
            Self::Ranking { indicator, year, kind } => {
                let slug = &catalogue.indicator(indicator).slug;
                format!("rankings/{slug}/{year}/{}", word(&RankingKind::ALL, kind))
            }
            Self::Province {
                province,
                indicator,
                kind,
            } => {
                let (province, indicator) = (catalogue.provinces.get(province), catalogue.indicator(indicator));
                let kind = word(&ProvinceKind::ALL, kind);
                format!("provinces/{}/{}/{kind}", province.slug, indicator.slug)
            }
            Self::Derived(view) => view.path(catalogue),
        }
    }
}
