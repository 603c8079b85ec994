//! The overview: every headline score in a card, who moved, and what is new. Each indicator is shown in the year
//! that says something of the whole; newer, sparser years are named beside it.

use super::{cards, counts, movers};
use domain::{Indicator, IndicatorId, Kind, Lead, ProvinceId, RankPolicy, Table, chart::ChartModel};
use messages::{common as m, fill};

pub(crate) use super::{
    cards::{Card, End, National},
    counts::CountLine,
    movers::Movers,
    params::OverviewQuery,
};
use crate::{
    context::PageContext,
    export::ViewForm,
    findings::headline as finding,
    views::{
        heat::model::{self as heat, HeatView},
        map::model as map,
        overview::movers::Shown,
    },
    words as common,
};

/// Cards on the page: the first scores of the catalogue.
const CARDS: usize = 5;

/// Everything that the overview says.
pub(crate) struct Overview<'a> {
    pub(crate) title: String,
    /// The province that the address names.
    pub(crate) own: Option<ProvinceId>,
    pub(crate) cards: Vec<Card>,
    pub(crate) movers: Option<Movers>,
    /// The first score of which every province has a value, as a tile map.
    pub(crate) map: Option<(MapView, ChartModel)>,
    /// Provinces by headline scores; `None` if none has figures.
    pub(crate) heat: Option<HeatView<'a>>,
    /// What has no card: counts, coverage, further scores.
    pub(crate) counts: Vec<CountLine>,
    pub(crate) edition: String,
    pub(crate) news: Vec<String>,
}

pub(crate) fn overview<'a>(cx: &'a PageContext, query: &OverviewQuery) -> Overview<'a> {
    let (snapshot, lang) = (cx.snapshot(), cx.lang());
    let all: Shown<'_> = snapshot
        .catalogue
        .indicators()
        .filter_map(|(id, indicator)| Some((id, indicator, snapshot.default_table(id)?)))
        .collect();
    let (mut scores, mut counts): (Shown<'_>, Shown<'_>) =
        all.iter().partition(|(_, indicator, _)| is_headline(indicator));
    counts.extend(scores.split_off(scores.len().min(CARDS)));
    let edition = &snapshot.edition;
    let conflicts = snapshot.conflicts();
    Overview {
        title: title(cx, &scores, query.province),
        own: query.province,
        cards: scores
            .iter()
            .map(|shown| cards::card(cx, *shown, query.province))
            .collect(),
        movers: movers::movers(cx, &scores),
        map: mapped(cx, &scores, query.province),
        heat: heat::heat(cx, query.heat.clone()),
        counts: counts
            .iter()
            .map(|(id, indicator, table)| {
                let table = snapshot.fullest_table(*id).unwrap_or(table);
                counts::line(cx, (*id, indicator, table))
            })
            .collect(),
        edition: fill!(
            m::NEWS_EDITION,
            lang,
            edition = &edition.number.to_string(),
            date = &edition.published.format(lang),
            note = edition.note.get(lang).trim_end_matches('.'),
            rows = edition.rows,
            sources = snapshot.catalogue.sources.len(),
            conflicts = conflicts
        ),
        news: news(cx, &all),
    }
}

/// Scores that compare provinces: what the cards and the heat map show.
pub(crate) fn is_headline(indicator: &Indicator) -> bool {
    indicator.kind == Kind::Score && indicator.ranks != RankPolicy::None
}

/// What a map shows: indicator, year and kind.
pub(crate) type MapView = (IndicatorId, i32, ViewForm);

/// The newest complete score on a map, the own province marked.
fn mapped(cx: &PageContext, scores: &Shown<'_>, own: Option<ProvinceId>) -> Option<(MapView, ChartModel)> {
    let tables: Vec<&Table> = scores.iter().map(|(_, _, table)| *table).collect();
    let page = map::newest(cx, &tables, own)?;
    let key = page.table.key;
    Some(((key.indicator, key.year, page.kind.form()), page.model))
}

/// The newest finding that names a leader, with the own province's place in it; else what this page is.
fn title(cx: &PageContext, scores: &Shown<'_>, own: Option<ProvinceId>) -> String {
    let leads = |table: &Table| matches!(cx.snapshot().lead(table), Lead::Leads { .. });
    let held = |table: &Table| own.is_none_or(|id| table.row(id).is_some());
    let newest = |wanted: &dyn Fn(&Table) -> bool| {
        let mut found: Option<&Table> = None;
        for (_, _, table) in scores {
            if wanted(table) && found.is_none_or(|best| table.key.year > best.key.year) {
                found = Some(table);
            }
        }
        found
    };
    let table = newest(&|table| leads(table) && held(table)).or_else(|| newest(&leads));
    table.map_or_else(
        || m::OVERVIEW_TITLE.get(cx.lang()).to_owned(),
        |table| finding::title(cx.snapshot(), cx.lang(), table, own),
    )
}

/// The newest two years with the indicators whose figures they are.
fn news(cx: &PageContext, tables: &Shown<'_>) -> Vec<String> {
    let lang = cx.lang();
    let mut years: Vec<i32> = tables.iter().map(|(_, _, table)| table.key.year).collect();
    years.sort_unstable_by(|a, b| b.cmp(a));
    years.dedup();
    let line = |year: i32| {
        let of_year = tables.iter().filter(|(_, _, table)| table.key.year == year);
        let names: Vec<String> = of_year
            .map(|(_, indicator, _)| indicator.short.get(lang).to_owned())
            .collect();
        fill!(
            m::NEWS_YEAR,
            lang,
            year = &year.to_string(),
            indicators = &common::list(lang, &names)
        )
    };
    years.into_iter().take(2).map(line).collect()
}
