//! The figures of a view, found by its address, and a view as a page shares it.

use domain::{Catalogue, ComponentId, IndicatorId, ProvinceId, ProvinceList, RegionId, Table};

use super::{ProvinceKind, RankingKind, View, ViewContent};
use crate::{context::PageContext, views::ranking::choice::RowChoice};

/// The parameter for how many rows of a long ranking are drawn, and its values.
pub(crate) const ROWS: &str = "rows";
pub(crate) const ALL: &str = "all";
pub(crate) const ENDS: &str = "ends";

/// The figures of a view.
pub(crate) enum ViewData<'a> {
    Ranking(OfRanking<'a>),
    Province(OfProvince),
    Derived(Box<ViewContent>),
}

/// A ranking with what its address chooses.
#[derive(Clone)]
pub(crate) struct OfRanking<'a> {
    pub(crate) kind: RankingKind,
    pub(crate) table: &'a Table,
    pub(crate) followed: Vec<ProvinceId>,
    pub(crate) region: Option<RegionId>,
    /// Of a table, the rows that are chosen and their order; `None` for all by rank.
    pub(crate) choice: Option<RowChoice>,
    /// True when the address names the list of provinces.
    pub(crate) basis_named: bool,
    /// True when bars are only those of the first, the followed and the last rows.
    pub(crate) ends: bool,
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

    /// All indicators that it shows.
    pub(crate) fn indicators(&self) -> Vec<IndicatorId> {
        match self {
            Self::Derived(own) => own.cited.iter().map(|(id, _)| *id).collect(),
            Self::Ranking(_) | Self::Province(_) => vec![self.indicator()],
        }
    }

    /// Who published the figures.
    pub(crate) fn publisher(&self, cx: &PageContext) -> String {
        if let Self::Derived(own) = self {
            return own.publishers(cx);
        }
        let indicator = cx.snapshot().catalogue.indicator(self.indicator());
        indicator.publisher.get(cx.lang()).to_owned()
    }
}

/// The parameters that change what a view says, in one order.
pub(crate) fn state(cx: &PageContext, found: &ViewData<'_>) -> Vec<(&'static str, String)> {
    match found {
        ViewData::Ranking(of) => of.state(&cx.snapshot().catalogue),
        ViewData::Province(of) => {
            let year = of.at.filter(|_| of.year_named).map(|(_, year)| year.to_string());
            year.map(|year| ("year", year)).into_iter().collect()
        }
        ViewData::Derived(own) => own.state.clone(),
    }
}

impl OfRanking<'_> {
    fn state(&self, catalogue: &Catalogue) -> Vec<(&'static str, String)> {
        let key = self.table.key;
        let mut state = Vec::new();
        if key.component != ComponentId::TOTAL {
            let slug = &catalogue.indicator(key.indicator).component(key.component).slug;
            state.push(("component", slug.clone()));
        }
        if self.basis_named {
            state.push(("basis", key.basis.code().to_owned()));
        }
        if let Some(region) = self.region {
            state.push(("region", catalogue.provinces.region(region).slug.clone()));
        }
        if let Some(choice) = &self.choice {
            state.extend(choice.state(catalogue));
        }
        if !self.followed.is_empty() {
            let slug = |id: &ProvinceId| catalogue.provinces.get(*id).slug.as_str();
            let slugs: Vec<&str> = self.followed.iter().map(slug).collect();
            state.push(("highlight", slugs.join(",")));
        }
        if self.ends {
            state.push((ROWS, ENDS.to_owned()));
        }
        state
    }
}

/// A view as a page shows it: what it takes to share it without computing it.
#[derive(Clone)]
pub(crate) struct Shared<'a> {
    pub(crate) view: View,
    /// The parameters that change what it says, in one order.
    pub(crate) state: Vec<(&'static str, String)>,
    /// Of a ranking, what can be chosen again: the provinces to mark, the region to show.
    pub(crate) ranking: Option<OfRanking<'a>>,
}

impl<'a> Shared<'a> {
    /// A view other than a ranking.
    pub(crate) const fn new(view: View, state: Vec<(&'static str, String)>) -> Self {
        Self {
            view,
            state,
            ranking: None,
        }
    }

    pub(crate) fn ranking(cx: &PageContext, of: OfRanking<'a>) -> Self {
        let key = of.table.key;
        Self {
            view: View::Ranking {
                indicator: key.indicator,
                year: key.year,
                kind: of.kind,
            },
            state: of.state(&cx.snapshot().catalogue),
            ranking: Some(of),
        }
    }

    /// A view that was found by its address.
    pub(crate) fn found(cx: &PageContext, view: View, found: ViewData<'a>) -> Self {
        match found {
            ViewData::Ranking(of) => Self::ranking(cx, of),
            found => Self::new(view, state(cx, &found)),
        }
    }
}
