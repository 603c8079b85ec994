//! What a query names, in words and as pages.

use domain::{Hit, SearchQuery};

use crate::context::PageContext;

/// What was understood, in words: "PCI · Nghệ An · 2016".
pub(crate) fn understood(cx: &PageContext, query: &SearchQuery) -> String {
    let lang = cx.lang();
    let catalogue = &cx.snapshot().catalogue;
    let indicators = query
        .indicators
        .iter()
        .map(|id| catalogue.indicator(*id).short.get(lang).to_owned());
    let components = query.components.iter().filter_map(|ids| {
        let (indicator, id) = ids.first()?;
        let component = catalogue.indicator(*indicator).component(*id);
        Some(component.name_in(query.years.first().copied()).get(lang).to_owned())
    });
    let provinces = query.provinces.iter().filter_map(|ids| {
        let province = catalogue.provinces.get(*ids.first()?);
        Some(province.name.get(lang).to_owned())
    });
    let regions = query.regions.iter().filter_map(|ids| {
        let region = catalogue.provinces.region(*ids.first()?);
        Some(region.name.get(lang).to_owned())
    });
    let years = query.years.iter().map(ToString::to_string);
    let all = indicators
        .chain(components)
        .chain(provinces)
        .chain(regions)
        .chain(years);
    all.collect::<Vec<_>>().join(" · ")
}

/// The pages of what a query names.
pub(crate) fn pages_of(query: &SearchQuery) -> Vec<Hit> {
    let provinces = query.provinces.iter().flatten().map(|id| Hit::Province(*id));
    provinces
        .chain(query.indicators.iter().map(|id| Hit::Indicator(*id)))
        .collect()
}
