//! Ready decks: the review of a province, of a region, of the country.

use domain::{ComponentId, IndicatorId, ProvinceId, RegionId, Snapshot, Table, chart::ChartBody};
use messages::{export as w, fill};

use super::{
    Deck, DerivedView, TableLayout, View,
    charts::draw,
    data::ViewData,
    deck::{filled, shape},
    limits::MOST_CHARTS,
    make::{Wrong, asked},
    summary,
    view::{ProvinceKind, RankingKind},
};
use crate::{
    PageResponse, SharedBackend,
    context::PageContext,
    export::ViewForm,
    findings::headline as finding,
    links::with_query,
    query::Parameters,
    views::{
        map::model as map_model, overview::model as overview, parameters as shared, parts::model as parts,
        province::charts as province_charts,
    },
};

/// A picture of fewer provinces says nothing of the country.
const FEWEST: usize = 10;
/// The same of a region.
const FEWEST_OF_REGION: usize = 2;

/// A chart of a ready deck.
struct ReadyItem {
    address: String,
    /// The title in this deck, if it is not that of the chart.
    title: Option<String>,
}

impl From<String> for ReadyItem {
    fn from(address: String) -> Self {
        Self { address, title: None }
    }
}

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
        let (title, summary, items) = match which {
            Ready::Province(slug) => {
                let id = provinces.by_slug(slug).ok_or_else(missing)?;
                let name = provinces.get(id).name.get(lang);
                (
                    fill!(w::DECK_PROVINCE, lang, province = name),
                    summary::of_province(cx, id),
                    of_province(cx, id),
                )
            }
            Ready::Region(slug) => {
                let id = provinces.region_by_slug(slug).ok_or_else(missing)?;
                let name = provinces.region(id).name.get(lang);
                (
                    fill!(w::DECK_REGION, lang, region = name),
                    None,
                    of_region(cx, id, highlight),
                )
            }
            Ready::Country => (
                w::DECK_COUNTRY.get(lang).to_owned(),
                summary::of_country(cx, &country_tables(cx)),
                of_country(cx, highlight),
            ),
        };
        if items.is_empty() {
            return Err(Wrong::Missing(fill!(w::NO_FIGURES, lang, name = &title)));
        }
        let shape = shape(cx, parameters)?;
        let items = &items[..items.len().min(MOST_CHARTS)];
        let addresses: Vec<String> = items.iter().map(|item| item.address.clone()).collect();
        let mut deck = filled(cx, title, shape, &addresses)?;
        deck.summary = summary;
        for (shown, item) in deck.items.iter_mut().zip(items) {
            if let Some(title) = &item.title {
                shown.export.retitle(title);
            }
        }
        Ok(deck)
    })
}

/// The number of provinces that a table needs: all of a list that is shorter.
fn fewest(table: &Table) -> usize {
    FEWEST.min(table.expected)
}

/// The address of a view if it can be drawn.
fn item(cx: &PageContext, view: View, state: &[(&str, &str)]) -> Option<String> {
    let query = with_query("", state);
    let parameters = Parameters::parse(query.trim_start_matches('?'));
    let found = super::charts::find(cx, view, (&parameters, TableLayout::default()))
        .ok()
        .flatten()?;
    let model = draw(cx, &found)?;
    if let ViewData::Ranking(of) = &found {
        let drawn = match &model.body {
            ChartBody::Bars(bars) => bars.rows.len(),
            ChartBody::Strip(strip) => strip.marks.len(),
            _ => usize::MAX,
        };
        let fewest = if of.region.is_some() {
            FEWEST_OF_REGION
        } else {
            fewest(of.table)
        };
        if drawn < fewest {
            return None;
        }
    }
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

fn of_province(cx: &PageContext, province: ProvinceId) -> Vec<ReadyItem> {
    let mut items: Vec<ReadyItem> = Vec::new();
    let standing = View::Derived(DerivedView::standing(province));
    items.extend(item(cx, standing, &[]).map(ReadyItem::from));
    items.extend(map(cx, Some(province), ""));
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
            let lines = own(ProvinceKind::Combined).or_else(|| own(ProvinceKind::Lines));
            items.extend(lines.map(ReadyItem::from));
        }
        items.extend(own(ProvinceKind::Components).map(ReadyItem::from));
        items.extend(place(cx, indicator, province));
    }
    items
}

/// The ranking in which a province stands on every other page, or else the newest with enough provinces; by rank where
/// its value is not known.
fn place(cx: &PageContext, indicator: IndicatorId, province: ProvinceId) -> Option<ReadyItem> {
    let snapshot = cx.snapshot();
    let stands = snapshot.table_for(indicator, province).map(|(table, _)| table);
    let tables = stands.into_iter().chain(snapshot.fullest_table(indicator));
    tables.into_iter().find_map(|table| {
        let row = table.row(province)?;
        let known = snapshot.figure(row.figure).value.value().is_some();
        let kind = if known { RankingKind::Bars } else { RankingKind::Strip };
        let slug = snapshot.catalogue.provinces.get(province).slug.as_str();
        Some(ReadyItem {
            address: of_table(cx, table, kind, slug)?,
            title: finding::own_title(cx, table, province),
        })
    })
}

/// The ranking of a table.
fn of_table(cx: &PageContext, table: &Table, kind: RankingKind, highlight: &str) -> Option<String> {
    let (indicator, year) = (table.key.indicator, table.key.year);
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
    let state = [
        ("component", component),
        ("basis", table.key.basis.code()),
        ("highlight", highlight),
    ];
    item(cx, View::Ranking { indicator, year, kind }, &state)
}

/// The newest complete score as a map, with what it says of an own province as title.
fn map(cx: &PageContext, own: Option<ProvinceId>, highlight: &str) -> Option<ReadyItem> {
    let catalogue = &cx.snapshot().catalogue;
    let tables = country_tables(cx);
    let scores = tables
        .iter()
        .filter(|table| overview::is_headline(catalogue.indicator(table.key.indicator)));
    let scores: Vec<&Table> = scores.copied().collect();
    let page = map_model::newest(cx, &scores, own)?;
    let slug = &catalogue.indicator(page.query.indicator).slug;
    let path = format!("map/{slug}/{}/{}", page.query.year, page.kind.word());
    let shown = scores
        .iter()
        .find(|table| (table.key.indicator, table.key.year) == (page.query.indicator, page.query.year));
    let title = own.and_then(|id| finding::own_title(cx, shown?, id));
    let slug = own.map_or(highlight, |id| &catalogue.provinces.get(id).slug);
    Some(ReadyItem {
        address: item(cx, View::parse(catalogue, &path)?, &[("highlight", slug)])?,
        title,
    })
}

/// The table that stands for each indicator, of those with enough provinces: as in the national briefing.
fn country_tables(cx: &PageContext) -> Vec<&Table> {
    let tables = indicators(cx).filter_map(|id| cx.snapshot().fullest_table(id));
    tables.filter(|table| table.rows.len() >= fewest(table)).collect()
}

fn of_region(cx: &PageContext, region: RegionId, highlight: &str) -> Vec<ReadyItem> {
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
    indicators(cx).filter_map(bars).map(ReadyItem::from).collect()
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

fn of_country(cx: &PageContext, highlight: &str) -> Vec<ReadyItem> {
    let state = [("highlight", highlight)];
    let catalogue = &cx.snapshot().catalogue;
    let mut items: Vec<String> = Vec::new();
    let heat = View::parse(catalogue, "overview/heat");
    items.extend(heat.and_then(|view| item(cx, view, &[])));
    items.extend(map(cx, None, highlight).map(|item| item.address));
    for table in country_tables(cx) {
        let indicator = table.key.indicator;
        if let Some(whole) = whole(cx, indicator, &state) {
            items.push(whole);
            continue;
        }
        items.extend(of_table(cx, table, RankingKind::Bars, highlight));
        let lines = of_table(cx, table, RankingKind::Bump, highlight);
        items.extend(lines.or_else(|| of_table(cx, table, RankingKind::Slope, highlight)));
    }
    items.into_iter().map(ReadyItem::from).collect()
}
