//! From a view to its figures, and to its chart.

use domain::{
    ComponentId, IndicatorId, ProvinceId, RegionId, TableKey,
    chart::{ChartBody, ChartModel},
};
use messages::{common as m, export as w, fill};

use super::{
    DerivedView, ProvinceKind, RankingKind, TableLayout, View, ViewContent, ViewKind,
    data::{ENDS, OfProvince, OfRanking, ROWS, ViewData},
    facts,
};
use crate::{
    charts::{bars, bars_of, few_bars, slope},
    context::PageContext,
    findings::{headline as finding, trends::Trends},
    query::{BadParameter, BadParameters, Parameters},
    views::{
        province::charts as province_charts,
        ranking::{
            model as ranking,
            params::{ChartKind, RankingQuery},
            strip,
        },
    },
    words,
};

/// Finds the figures; `None` if there are none.
///
/// # Errors
/// Every parameter that cannot be used.
pub(crate) fn find<'a>(
    cx: &'a PageContext,
    view: View,
    (parameters, layout): (&Parameters, TableLayout),
) -> Result<Option<ViewData<'a>>, BadParameters> {
    Ok(match view {
        View::Ranking { indicator, year, kind } => {
            let query = RankingQuery::read(cx, (indicator, year), parameters)?;
            let mut found = of_ranking(cx, kind, &query, layout);
            if let Some(of) = &mut found {
                of.ends = kind == RankingKind::Bars && parameters.get(ROWS) == Some(ENDS);
            }
            found.map(ViewData::Ranking)
        }
        View::Province {
            province,
            indicator,
            kind,
        } => of_province(cx, (kind, province, indicator), parameters)?.map(ViewData::Province),
        View::Derived(view) => derived(cx, view, parameters, layout)?.map(|own| ViewData::Derived(Box::new(own))),
    })
}

fn of_ranking<'a>(
    cx: &'a PageContext,
    kind: RankingKind,
    query: &RankingQuery,
    layout: TableLayout,
) -> Option<OfRanking<'a>> {
    let snapshot = cx.snapshot();
    let bases = snapshot.bases(query.indicator, query.component, query.year);
    let key = TableKey {
        indicator: query.indicator,
        component: query.component,
        basis: query.basis.or(bases.first().copied())?,
        year: query.year,
    };
    let table = snapshot.table(key).filter(|table| !table.rows.is_empty())?;
    let shown = query.shown_as(kind, (table, &bases));
    Some(OfRanking {
        choice: shown.choice.filter(|_| layout >= TableLayout::Second),
        ..shown
    })
}

fn of_province(
    cx: &PageContext,
    (kind, province, indicator): (ProvinceKind, ProvinceId, IndicatorId),
    parameters: &Parameters,
) -> Result<Option<OfProvince>, BadParameter> {
    let tables = || cx.snapshot().tables(indicator, ComponentId::TOTAL);
    let find = |text: &str| {
        let year: i32 = text.parse().ok()?;
        let table = tables().find(|table| table.key.year == year && table.row(province).is_some())?;
        Some((table.key.basis, year))
    };
    let asked = if kind == ProvinceKind::Components {
        parameters.named(cx.lang(), "year", w::EXPECT_YEAR_OF, find)?
    } else {
        None
    };
    let newest = cx.snapshot().profile_year(indicator, province);
    let any = province_charts::has_row(cx.snapshot(), indicator, province);
    Ok(any.then_some(OfProvince {
        kind,
        province,
        indicator,
        at: asked.or(newest),
        year_named: asked.is_some() && asked != newest,
    }))
}

/// The chart; nothing for tables, and where there is too little to draw.
pub(crate) fn draw(cx: &PageContext, found: &ViewData<'_>) -> Option<ChartModel> {
    let mut model = match found {
        ViewData::Ranking(of) => draw_ranking(cx, of)?,
        ViewData::Province(of) => match of.kind {
            ProvinceKind::Lines => province_charts::lines(cx, of.indicator, of.province)?,
            ProvinceKind::Combined => province_charts::combined(cx, of.indicator, of.province)?,
            ProvinceKind::Components => {
                let (basis, year) = of.at?;
                province_charts::components(cx, (of.indicator, basis, year), of.province)?
            }
            ProvinceKind::Table => return None,
        },
        ViewData::Derived(own) => own.model.clone()?,
    };
    model.notes = facts::notes(cx, found);
    Some(model)
}

fn draw_ranking(cx: &PageContext, of: &OfRanking<'_>) -> Option<ChartModel> {
    if of.kind == RankingKind::Strip {
        return Some(strip::of_table(cx, of.table, &of.followed)?.chart(cx, &of.followed));
    }
    let trends = Trends::new(cx, of.table);
    let kinds = ranking::kinds(cx, of.table, &trends);
    match of.kind {
        RankingKind::Bars => kinds
            .contains(&ChartKind::Bars)
            .then(|| match of.region {
                None if of.ends => Some(few_bars(cx, of.table, &of.followed, None)),
                None => Some(bars(cx, of.table, &of.followed)),
                Some(region) => only(cx, of, region),
            })
            .flatten(),
        RankingKind::Bump => kinds.contains(&ChartKind::Bump).then(|| trends.bump(&of.followed)),
        RankingKind::Slope => kinds
            .contains(&ChartKind::Slope)
            .then(|| slope(cx, of.table, &of.followed))
            .flatten(),
        RankingKind::Strip | RankingKind::Table => None,
    }
}

/// Bars of one region; `None` if it has none.
fn only(cx: &PageContext, of: &OfRanking<'_>, region: RegionId) -> Option<ChartModel> {
    let (lang, provinces) = (cx.lang(), &cx.snapshot().catalogue.provinces);
    let mut model = bars_of(cx, of.table, &of.followed, Some(region));
    let ChartBody::Bars(bars) = &model.body else {
        return None;
    };
    let first: Vec<String> = bars
        .rows
        .iter()
        .take(3)
        .map(|row| format!("{} {}", row.label, row.text))
        .collect();
    let count = bars.rows.len();
    let region = provinces.region(region).name.get(lang);
    let measure = finding::measure(cx.snapshot(), lang, of.table);
    model.title = fill!(
        w::REGION_TITLE,
        lang,
        measure = &measure,
        year = &of.table.key.year.to_string(),
        region = region
    );
    model.subtitle = format!("{}, {}", model.subtitle, fill!(w::REGION_ONLY, lang, region = region));
    model.description = fill!(m::BARS_TEXT, lang, count = count, list = &words::list(lang, &first));
    (count > 0).then_some(model)
}

/// Computes a view; `None` if there are no figures for it.
///
/// # Errors
/// Every parameter that cannot be used.
fn derived(
    cx: &PageContext,
    view: DerivedView,
    parameters: &Parameters,
    layout: TableLayout,
) -> Result<Option<ViewContent>, BadParameters> {
    match view.kind {
        ViewKind::Map => crate::views::map::content::own(cx, view, parameters),
        ViewKind::Since => crate::views::since::content::own(cx, view, parameters),
        ViewKind::Rebased => crate::views::rebased::content::own(cx, view, parameters),
        ViewKind::Before => Ok(crate::views::predecessors::model::own(cx, view)),
        ViewKind::Compare => crate::views::compare::content::own(cx, view, (parameters, layout)),
        ViewKind::Why => crate::views::why::model::own(cx, view, parameters),
        ViewKind::WhatIf => crate::views::what_if::model::own(cx, view, parameters),
        ViewKind::Standing => Ok(crate::views::standing::content::own(cx, view)),
        ViewKind::Overview => crate::views::heat::content::own(cx, view, parameters),
        ViewKind::Dispersion => Ok(crate::views::dispersion::content::own(cx, view)),
        ViewKind::Parts => crate::views::parts::content::own(cx, view, parameters),
    }
}
