//! Parameters that several views read in the same way.

use domain::{ComponentId, IndicatorId, ProvinceId, ProvinceList, RegionId};
use messages::common as m;

use crate::{
    context::PageContext,
    links::NO_PROVINCE,
    query::{BadParameter, Parameters, one_of},
};

/// Most provinces that an address marks or chooses.
const MOST_PROVINCES: usize = 5;

/// `indicator`
pub(crate) fn indicator(cx: &PageContext, parameters: &Parameters) -> Result<Option<IndicatorId>, BadParameter> {
    let find = |slug: &str| cx.snapshot().catalogue.indicator_by_slug(slug);
    parameters.named(cx.lang(), "indicator", m::EXPECT_INDICATOR, find)
}

/// `component` of an indicator
pub(crate) fn component(
    cx: &PageContext,
    indicator: IndicatorId,
    parameters: &Parameters,
) -> Result<Option<ComponentId>, BadParameter> {
    let find = |slug: &str| cx.snapshot().catalogue.indicator(indicator).component_by_slug(slug);
    parameters.named(cx.lang(), "component", m::EXPECT_COMPONENT, find)
}

/// `basis`: the list of provinces, by how many it has
pub(crate) fn basis(cx: &PageContext, parameters: &Parameters) -> Result<Option<ProvinceList>, BadParameter> {
    let bases = [ProvinceList::Before2025, ProvinceList::Since2025].map(|basis| (basis.code(), basis));
    one_of(cx.lang(), parameters, "basis", &bases)
}

/// `region`, of any list
pub(crate) fn region(cx: &PageContext, parameters: &Parameters) -> Result<Option<RegionId>, BadParameter> {
    let find = |slug: &str| cx.snapshot().catalogue.provinces.region_by_slug(slug);
    parameters.named(cx.lang(), "region", m::EXPECT_REGION, find)
}

/// Provinces by their names, in addresses or otherwise, in the order given; none where the reader chose to mark none.
pub(crate) fn provinces(
    cx: &PageContext,
    name: &'static str,
    parameters: &Parameters,
) -> Result<Vec<ProvinceId>, BadParameter> {
    let text = parameters.get(name).unwrap_or_default();
    let slugs = text.split(',').filter(|slug| !slug.is_empty() && *slug != NO_PROVINCE);
    let found: Option<Vec<ProvinceId>> = slugs.map(|name| cx.snapshot().province_named(name)).collect();
    found
        .filter(|found| found.len() <= MOST_PROVINCES)
        .ok_or_else(|| BadParameter::new(cx.lang(), name, text, m::EXPECT_PROVINCE))
}

/// One of several years; `expected` says which they are.
pub(crate) fn year_of(
    name: &'static str,
    years: &[i32],
    parameters: &Parameters,
    expected: impl FnOnce(&str) -> String,
) -> Result<Option<i32>, BadParameter> {
    let Some(text) = parameters.get(name) else {
        return Ok(None);
    };
    match text.parse().ok().filter(|year| years.contains(year)) {
        Some(year) => Ok(Some(year)),
        None => {
            let listed: Vec<String> = years.iter().map(ToString::to_string).collect();
            Err(BadParameter {
                name,
                found: text.to_owned(),
                expected: expected(&listed.join(", ")),
            })
        }
    }
}
