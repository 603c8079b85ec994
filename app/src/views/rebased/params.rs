//! What the address of old figures on today's provinces asks for.

use domain::{ComponentId, IndicatorId, ProvinceId, RegionId};

use crate::{
    context::PageContext,
    query::{BadParameters, Parameters, one_of},
    views::parameters as shared,
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
    /// Reads the parameters.
    ///
    /// # Errors
    /// Every parameter that cannot be used.
    pub(crate) fn read(
        cx: &PageContext,
        (indicator, year): (IndicatorId, i32),
        parameters: &Parameters,
    ) -> Result<Self, BadParameters> {
        let mut bad = BadParameters::default();
        let component = bad.keep(shared::component(cx, indicator, parameters));
        let region = bad.keep(shared::region(cx, parameters));
        let mut followed: Vec<ProvinceId> = Vec::new();
        for id in bad.keep(shared::provinces(cx, "highlight", parameters)) {
            let today = cx.snapshot().catalogue.provinces.today(id);
            if !followed.contains(&today) {
                followed.push(today);
            }
        }
        let orders = [("name", false), ("region", true)];
        let by_region = bad.keep(one_of(cx.lang(), parameters, "sort", &orders));
        bad.or(Self {
            indicator,
            component: component.unwrap_or(ComponentId::TOTAL),
            year,
            region,
            followed,
            by_region: by_region.unwrap_or_default(),
        })
    }

    /// The parameters that change what is said, in one order.
    pub(crate) fn state(&self, cx: &PageContext) -> Vec<(&'static str, String)> {
        let catalogue = &cx.snapshot().catalogue;
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
