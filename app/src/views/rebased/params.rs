//! What the address of old figures on today's provinces asks for.

use domain::{ComponentId, IndicatorId, ProvinceId, RegionId};
use messages::common as m;

use crate::{
    context::PageContext,
    query::{BadParameter, Parameters, one_of},
    views::ranking::params as ranking_query,
};

/// What an address asks for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct RebasedQuery {
    pub(crate) indicator: IndicatorId,
    pub(crate) component: ComponentId,
    pub(crate) year: i32,
    /// A region of today's list, or of the old one: then by the old units.
    pub(crate) region: Option<RegionId>,
    /// Provinces of today; a former unit that the address names stands for its successor.
    pub(crate) followed: Vec<ProvinceId>,
    pub(crate) by_region: bool,
}

impl RebasedQuery {
    /// Reads the parameters; what cannot be used is added to `bad`.
    pub(crate) fn read(
        cx: &PageContext<'_>,
        (indicator, year): (IndicatorId, i32),
        parameters: &Parameters,
        bad: &mut Vec<BadParameter>,
    ) -> Self {
        let (lang, catalogue) = (cx.lang(), &cx.snapshot.catalogue);
        let component = parameters.get("component").map_or(ComponentId::TOTAL, |slug| {
            let found = catalogue.indicator(indicator).component_by_slug(slug);
            found.unwrap_or_else(|| {
                bad.push(BadParameter::new(lang, "component", slug, m::EXPECT_COMPONENT));
                ComponentId::TOTAL
            })
        });
        let region = parameters.get("region").and_then(|slug| {
            let found = catalogue.provinces.region_by_slug(slug);
            if found.is_none() {
                bad.push(BadParameter::new(lang, "region", slug, m::EXPECT_REGION));
            }
            found
        });
        let named = parameters.get("highlight").unwrap_or_default();
        let mut followed: Vec<ProvinceId> = Vec::new();
        for id in ranking_query::followed(cx.snapshot, lang, named, bad) {
            let today = catalogue.provinces.today(id);
            if !followed.contains(&today) {
                followed.push(today);
            }
        }
        let by_region = one_of(lang, parameters, "sort", &[("name", false), ("region", true)]);
        Self {
            indicator,
            component,
            year,
            region,
            followed,
            by_region: by_region.unwrap_or_else(|problem| {
                bad.push(problem);
                None
            }) == Some(true),
        }
    }

    /// The parameters that change what is said, in one order.
    pub(crate) fn state(&self, cx: &PageContext<'_>) -> Vec<(&'static str, String)> {
        let catalogue = &cx.snapshot.catalogue;
        let mut state = Vec::new();
        if self.component != ComponentId::TOTAL {
            let component = catalogue.indicator(self.indicator).component(self.component);
            state.push(("component", component.slug.clone()));
        }
        if let Some(region) = self.region {
            state.push(("region", catalogue.provinces.region(region).slug.clone()));
        }
        if self.by_region {
            state.push(("sort", "region".to_owned()));
        }
        if !self.followed.is_empty() {
            let slugs: Vec<&str> = self
                .followed
                .iter()
                .map(|id| catalogue.provinces.get(*id).slug.as_str())
                .collect();
            state.push(("highlight", slugs.join(",")));
        }
        state
    }
}
