//! What the address of a ranking's page holds, for links that change one part of it.

use domain::ProvinceList;

use crate::{
    context::PageContext,
    links::Links,
    views::ranking::{
        choice::Sort,
        params::{ChartKind, RankingQuery},
    },
};

/// The parameters of a ranking as they stand in its address.
pub(super) struct State<'a> {
    cx: &'a PageContext,
    query: &'a RankingQuery,
    indicator: &'a str,
}

impl<'a> State<'a> {
    pub(super) fn new(cx: &'a PageContext, query: &'a RankingQuery) -> Self {
        let indicator = &cx.snapshot().catalogue.indicator(query.indicator).slug;
        Self { cx, query, indicator }
    }

    /// The same view with some parameters changed; an empty value removes one. What changes the table shows its first
    /// page, unless a page is named.
    pub(super) fn link(&self, changed: &[(&str, &str)]) -> String {
        let query = self.query;
        let provinces = &self.cx.snapshot().catalogue.provinces;
        let about = self.cx.snapshot().catalogue.indicator(query.indicator);
        let component =
            (query.component != domain::ComponentId::TOTAL).then(|| about.component(query.component).slug.as_str());
        let followed: Vec<&str> = query
            .followed
            .iter()
            .map(|id| provinces.get(*id).slug.as_str())
            .collect();
        let followed = followed.join(",");
        let mut all: Vec<(&str, &str)> = vec![
            ("component", component.unwrap_or_default()),
            (
                "region",
                query.region.map_or("", |id| provinces.region(id).slug.as_str()),
            ),
            ("q", &query.name),
            ("basis", query.basis.map_or("", ProvinceList::code)),
            (
                "sort",
                if query.sort == Sort::Rank && !query.downwards {
                    ""
                } else {
                    query.sort.word()
                },
            ),
            (
                "dir",
                if query.downwards == query.sort.downwards() {
                    ""
                } else if query.downwards {
                    "desc"
                } else {
                    "asc"
                },
            ),
            ("chart", query.chart.map_or("", ChartKind::word)),
            ("highlight", &followed),
        ];
        for (name, value) in changed {
            match all.iter_mut().find(|(n, _)| n == name) {
                Some(slot) => slot.1 = value,
                None => all.push((name, value)),
            }
        }
        let links: Links = self.cx.links;
        links.ranking_with(self.indicator, query.year, &all)
    }
}
