//! The figures of a view, found by its address.

use domain::{ComponentId, IndicatorId, ProvinceId, ProvinceList, RegionId, Table};

use super::{ProvinceKind, RankingKind, ViewContent};
use crate::context::PageContext;

/// The figures of a view.
pub(crate) enum ViewData<'a> {
    Ranking(OfRanking<'a>),
    Province(OfProvince),
    Derived(Box<ViewContent>),
}

/// A ranking with what its address chooses.
pub(crate) struct OfRanking<'a> {
    pub(crate) kind: RankingKind,
    pub(crate) table: &'a Table,
    pub(crate) followed: Vec<ProvinceId>,
    pub(crate) region: Option<RegionId>,
    /// True when the address names the list of provinces.
    pub(crate) basis_named: bool,
}

/// An indicator of a province with what its address chooses.
pub(crate) struct OfProvince {
    pub(crate) kind: ProvinceKind,
    pub(crate) province: ProvinceId,
    pub(crate) indicator: IndicatorId,
    /// List and year of the components.
    pub(crate) at: Option<(ProvinceList, i32)>,
    /// True when the address names that year.
    pub(crate) year_named: bool,
}

impl ViewData<'_> {
    pub(crate) fn component(&self) -> ComponentId {
        match self {
            Self::Ranking(of) => of.table.key.component,
            Self::Province(_) => ComponentId::TOTAL,
            Self::Derived(own) => own.component,
        }
    }

    /// The indicator; of several, the first.
    pub(crate) fn indicator(&self) -> IndicatorId {
        match self {
            Self::Ranking(of) => of.table.key.indicator,
            Self::Province(of) => of.indicator,
            Self::Derived(own) => own.cited.first().map_or(IndicatorId(0), |(id, _)| *id),
        }
    }

    /// Who published the figures.
    pub(crate) fn publisher(&self, cx: &PageContext<'_>) -> String {
        if let Self::Derived(own) = self {
            return own.publishers(cx);
        }
        let indicator = cx.snapshot.catalogue.indicator(self.indicator());
        indicator.publisher.get(cx.lang()).to_owned()
    }
}

/// The parameters that change what a view says, in one order.
pub(crate) fn state(cx: &PageContext<'_>, found: &ViewData<'_>) -> Vec<(&'static str, String)> {
    let catalogue = &cx.snapshot.catalogue;
    let mut state = Vec::new();
    match found {
        ViewData::Ranking(of) => {
            let key = of.table.key;
            if key.component != ComponentId::TOTAL {
                let slug = &catalogue.indicator(key.indicator).component(key.component).slug;
                state.push(("component", slug.clone()));
            }
            if of.basis_named {
                state.push(("basis", key.basis.code().to_owned()));
            }
            if let Some(region) = of.region {
                state.push(("region", catalogue.provinces.region(region).slug.clone()));
            }
            if !of.followed.is_empty() {
                let slugs: Vec<&str> = of
                    .followed
                    .iter()
                    .map(|id| catalogue.provinces.get(*id).slug.as_str())
                    .collect();
                state.push(("highlight", slugs.join(",")));
            }
        }
        ViewData::Province(of) => {
            let year = of.at.filter(|_| of.year_named).map(|(_, year)| year.to_string());
            state.extend(year.map(|year| ("year", year)));
        }
        ViewData::Derived(own) => state.clone_from(&own.state),
    }
    state
}
