//! Ready decks: the review of a province, of a region, of the country.

use domain::{ComponentId, IndicatorId, ProvinceId, RegionId, Snapshot};
use messages::{export as w, fill};

use super::{
    Deck, DerivedView, TableLayout, View,
    charts::draw,
    deck::{filled, shape},
    limits::MOST_CHARTS,
    make::{Wrong, asked},
    view::{ProvinceKind, RankingKind},
};
use crate::{
    PageResponse, SharedBackend,
    context::PageContext,
    export::ViewForm,
    links::with_query,
    query::Parameters,
    views::{parameters as shared, parts::model as parts, province::charts as province_charts},
};

/// A ranking of the country's deck has at least one in this number of provinces.
const FEWEST: usize = 4;

/// Which ready deck.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ready<'a> {
    /// A province, by its name in addresses: every indicator that it has.
    Province(&'a str),
    /// A region, by its name in addresses: its provinces in the newest ranking of each indicator.
    Region(&'a str),
    /// The whole country: the newest ranking of each indicator.
    Country,
}

/// A ready deck with `lang`, `edition` and `size` of the query; `highlight` marks provinces in the rankings of a region
/// and of the country.
///
/// # Errors
/// A page that says what is wrong with the address.
pub fn ready(backend: &SharedBackend, which: Ready<'_>, query: &str) -> Result<Deck, PageResponse> {
    asked(backend, "/decks", query, |cx, parameters| {
        let lang = cx.lang();
        let provinces = &cx.snapshot().catalogue.provinces;
        let highlight = parameters.get("highlight").unwrap_or_default();
        shared::provinces(cx, "highlight", parameters)?;
        let missing = || Wrong::Missing(fill!(messages::common::NOT_FOUND_TEXT, lang, address = cx.path()));
        let (title, items) = match which {
            Ready::Province(slug) => {
                let id = provinces.by_slug(slug).ok_or_else(missing)?;
                let name = provinces.get(id).name.get(lang);
                (fill!(w::DECK_PROVINCE, lang, province = name), of_province(cx, id))
            }
            Ready::Region(slug) => {
                let id = provinces.region_by_slug(slug).ok_or_else(missing)?;
                let name = provinces.region(id).name.get(lang);
                (fill!(w::DECK_REGION, lang, region = name), of_region(cx, id, highlight))
            }
            Ready::Country => (w::DECK_COUNTRY.get(lang).to_owned(), of_country(cx, highlight)),
        };
        if items.is_empty() {
            return Err(Wrong::Missing(fill!(w::NO_FIGURES, lang, name = &title)));
        }
        let shape = shape(cx, parameters)?;
        filled(cx, title, shape, &items[..items.len().min(MOST_CHARTS)])
    })
}

/// The address of a view if it can be drawn.
fn item(cx: &PageContext, view: View, state: &[(&str, &str)]) -> Option<String> {
    let query = with_query("", state);
    let parameters = Parameters::parse(query.trim_start_matches('?'));
    let found = super::charts::find(cx, view, (&parameters, TableLayout::default()))
        .ok()
        .flatten()?;
    draw(cx, &found)?;
    Some(format!("{}{query}", view.path(&cx.snapshot().catalogue)))
}

/// Whether a province has any chart: a year of an indicator in which it and others have values.
pub(crate) fn has_charts(snapshot: &Snapshot, province: ProvinceId) -> bool {
    let mut tables = snapshot
        .catalogue
        .indicators()
        .flat_map(|(id, _)| snapshot.tables(id, ComponentId::TOTAL));
    tables.any(|table| table.with_value > 0 && table.row(province).is_some())
}

/// The same for a region: the year that stands for an indicator has a value of one of its provinces.
pub(crate) fn region_has_charts(snapshot: &Snapshot, region: RegionId) -> bool {
    let provinces = &snapshot.catalogue.provinces;
    let mut shown = snapshot
        .catalogue
        .indicators()
        .filter_map(|(id, _)| snapshot.default_table(id));
    shown.any(|table| {
        let mut own = table
            .rows
            .iter()
            .filter(|row| provinces.get(row.province).in_region(region));
        own.any(|row| snapshot.figure(row.figure).value.value().is_some())
    })
}

fn indicators<'a>(cx: &'a PageContext) -> impl Iterator<Item = IndicatorId> + use<'a> {
    cx.snapshot().catalogue.indicators().map(|(id, _)| id)
}

fn of_province(cx: &PageContext, province: ProvinceId) -> Vec<String> {
    let slug = cx.snapshot().catalogue.provinces.get(province).slug.as_str();
    let mut items = Vec::new();
    for indicator in indicators(cx) {
        let own = |kind| {
            let view = View::Province {
                province,
                indicator,
                kind,
            };
            item(cx, view, &[])
        };
        if province_charts::lines(cx, indicator, province).is_some_and(|model| province_charts::joined(&model)) {
            items.extend(own(ProvinceKind::Combined).or_else(|| own(ProvinceKind::Lines)));
        }
        items.extend(own(ProvinceKind::Components));
        // In the year in which it stands on every other page; by rank where its value is not known.
        let stands = cx.snapshot().table_for(indicator, province);
        items.extend(stands.and_then(|(table, row)| {
            let known = cx.snapshot().figure(row.figure).value.value().is_some();
            let component = cx
                .snapshot()
                .catalogue
                .indicator(indicator)
                .component(table.key.component);
            let component = if table.key.component == ComponentId::TOTAL {
                ""
            } else {
                &component.slug
            };
            let view = View::Ranking {
                indicator,
                year: table.key.year,
                kind: if known { RankingKind::Bars } else { RankingKind::Strip },
            };
            let state = [
                ("component", component),
                ("basis", table.key.basis.code()),
                ("highlight", slug),
            ];
            item(cx, view, &state)
        }));
    }
    items
}

fn of_region(cx: &PageContext, region: RegionId, highlight: &str) -> Vec<String> {
    let slug = cx.snapshot().catalogue.provinces.region(region).slug.as_str();
    let bars = |indicator| {
        let kind = RankingKind::Bars;
        let year = cx.snapshot().default_year(indicator)?;
        item(
            cx,
            View::Ranking { indicator, year, kind },
            &[("region", slug), ("highlight", highlight)],
        )
    };
    indicators(cx).filter_map(bars).collect()
}

/// The counts of an indicator as parts of their whole, of the year that says most.
fn whole(cx: &PageContext, indicator: IndicatorId, state: &[(&str, &str)]) -> Option<String> {
    let key = cx.snapshot().fullest_table(indicator)?.key;
    let found = parts::beside(cx, key, &[])?;
    let view = View::Derived(DerivedView::parts(indicator, key.year, ViewForm::Bars));
    let mut state = state.to_vec();
    state.push(("basis", found.basis.code()));
    item(cx, view, &state)
}

fn of_country(cx: &PageContext, highlight: &str) -> Vec<String> {
    let mut items = Vec::new();
    for indicator in indicators(cx) {
        let whole = whole(cx, indicator, &[("highlight", highlight)]);
        let known = cx.snapshot().default_table(indicator);
        // A picture of a handful of provinces says nothing of the country.
        let shown = known.filter(|table| table.rows.len() * FEWEST >= table.expected && whole.is_none());
        items.extend(whole);
        let Some(year) = shown.map(|table| table.key.year) else {
            continue;
        };
        let draw = |kind| item(cx, View::Ranking { indicator, year, kind }, &[("highlight", highlight)]);
        items.extend(draw(RankingKind::Bars));
        items.extend(draw(RankingKind::Bump).or_else(|| draw(RankingKind::Slope)));
    }
    items
}
