//! The ranking page: the finding, the distribution, then the table with its chart. What explains or changes the
//! table stands below it or is folded.

mod controls;
mod state;
mod table;

use islands::BumpPlay;
use leptos::prelude::*;
use messages::{common as m, fill, ranking as words, since as sw};
use state::State;

use domain::{ProvinceList, RankPolicy};

use super::{
    model::RankingPage,
    params::{ChartKind, RankingQuery},
    strip,
};
use crate::{
    ChartSize,
    components::{
        chart::ChartCard,
        corrections::CorrectionNotice,
        dataset_ld::Dataset,
        figure::SourceNotes,
        layout::{Document, Frame, Section},
        quick_share,
        share::{self, SharePanel},
        sources::{CitedSources, Conflicts, Contradicted},
    },
    context::{PageContext, page_context},
    export::{DerivedView, RankingKind, View, ViewForm, data::Shared},
    findings::corrections,
    views::{
        compare::page::ways::FromRanking,
        map::model as map,
        parts::model as parts,
        ranking::page::{
            controls::{RankingControls, RankingSince, RankingYears},
            table::RankingTable,
        },
    },
};

/// Widths at which the strip is drawn, in CSS px: for wide screens and for phones.
const STRIP_WIDTHS: [u32; 2] = [1180, 340];

#[component]
pub(crate) fn RankingView<'a>(page: &'a RankingPage<'a>) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let indicator = cx.snapshot().catalogue.indicator(page.query.indicator);
    let state = State::new(cx, &page.query);
    let chart = page.chart.as_ref();
    let frame = Frame {
        kept: &["component", "basis"],
        picture: chart.map(|(kind, model)| share::picture(cx, &shared(cx, page, of_chart(*kind)), &model.title)),
        dataset: Some(dataset(cx, page)),
        ..Frame::new(page.title.clone(), page.description.clone(), Section::Rankings)
    };
    let ranked = indicator.ranks != RankPolicy::None;
    let heading = if ranked { m::TABLE } else { m::TABLE_PLAIN };
    let parts = parts(cx, page);
    // The parts show the bars of this table among the others; the bars alone are one click away.
    let alone = parts.is_none() || page.query.chart.is_some();
    let charts = if alone {
        charts(cx, page, &state)
    } else {
        ways_to_charts(cx, page, &state)
    };
    let body = view! {
        <h1>{page.title.clone()}</h1>
        <RankingLead page/>
        <RankingControls page/>
        <RankingYears page/>
        <RankingVerdict page/>
        <CorrectionNotice corrections=corrections::of_table(cx, page.table)/>
        {strip(cx, page)}
        {page.own.iter().map(|line| view! { <p class="note none">{line.clone()}</p> }).collect_view()}
        <div class="cols">
            <section class="tablepart" aria-labelledby="table-h">
                <h2 id="table-h" class="vh">{heading.get(lang)}</h2>
                <RankingTable page state=&state/>
                <p class="small">{page.rank_note.clone()}{page.how_little.as_ref().map(|text| format!(" {text}"))}</p>
                <SharePanel shared=shared(cx, page, RankingKind::Table) about=heading.get(lang)/>
                <FromRanking page/>
                <RankingSince page/>
                <RankingMissing page/>
                <Conflicts conflicts=&page.conflicts/>
                <Contradicted lines=&page.contradicted/>
            </section>
            <aside>{parts}{charts}</aside>
        </div>
        <CitedSources sources=&page.sources/>
    }
    .into_any();
    view! { <Document frame>{body}</Document> }.into_any()
}

/// The whole table of the year, which follows the newest edition.
fn dataset(cx: &PageContext, page: &RankingPage<'_>) -> Dataset {
    let indicator = cx.snapshot().catalogue.indicator(page.query.indicator);
    let whole = RankingQuery {
        component: page.query.component,
        basis: page.query.basis,
        ..RankingQuery::of(page.query.indicator, page.query.year)
    };
    let shared = Shared::ranking(cx, whole.shown_as(RankingKind::Table, (page.table, &page.bases)));
    let file = |ending| quick_share::file(cx, &shared, ending, &[], false);
    Dataset {
        name: format!("{} {}", page.measure, page.query.year),
        publisher: indicator.publisher.get(cx.lang()).to_owned(),
        years: page.query.year.to_string(),
        files: vec![("text/csv", file(".csv")), ("application/json", file(".json"))],
        ..Dataset::default()
    }
}

/// Scale, direction, coverage, national figure and publisher in one line: the title says what and when.
#[component]
fn RankingLead<'a>(page: &'a RankingPage<'a>) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let indicator = cx.snapshot().catalogue.indicator(page.query.indicator);
    let national = page.national.iter().map(|(line, notes)| {
        view! { " · "{line.clone()}" "<SourceNotes numbers=notes/> }
    });
    let scale = (!page.scale.is_empty()).then(|| format!("{} · ", page.scale));
    view! {
        <p class="lead"><a href=cx.links.indicator(&indicator.slug)>{indicator.name.get(lang)}</a>" · "{scale}<b>{page.coverage.clone()}</b>
            {national.collect_view()}<span class="more">" · "{m::SOURCE.get(lang)}": "{indicator.publisher.get(lang)}</span></p>
    }
    .into_any()
}

/// All provinces on one scale: how far apart ranks are. Its ends and the followed provinces are named below it.
fn strip(cx: &PageContext, page: &RankingPage<'_>) -> Option<AnyView> {
    let lang = cx.lang();
    let strip = strip::of_table(cx, page.table, &page.query.followed)?;
    let share = share::address(cx, &shared(cx, page, RankingKind::Strip));
    let [wide, narrow] = STRIP_WIDTHS.map(|width| strip.line(cx, width));
    let view = view! {
        <div class="strip" id="strip">
            <div class="plot" data-for="wide" inner_html=wide></div>
            <div class="plot" data-for="narrow" inner_html=narrow></div>
            <p><span>{strip.last.clone()}</span><b>{strip.followed.join(" · ")}</b><span>{strip.best.clone()}" "
                <a href=share title=words::SHARE_STRIP.get(lang)>{words::SHARE.get(lang)}</a></span></p>
        </div>
    };
    Some(view.into_any())
}

/// Why the year before may not be compared. Where it may be, the changes in the table say so.
#[component]
fn RankingVerdict<'a>(page: &'a RankingPage<'a>) -> Option<AnyView> {
    let cx = &*page_context();
    let lang = cx.lang();
    let note = &page.verdict;
    if note.comparable != Some(false) {
        return None;
    }
    let indicator = &cx.snapshot().catalogue.indicator(page.query.indicator).slug;
    let view = view! {
        <p class="note ne"><svg class="i" aria-hidden="true"><use href="#i-ne"/></svg><b>{note.since.clone()}" "{note.verdict}</b>" "<span class="more">{note.reason.clone()}</span>" "
            <a href=format!("{}#compare", cx.links.indicator(indicator))>{m::WHY.get(lang)}</a></p>
    };
    Some(view.into_any())
}

/// Provinces without a figure: one line, the names behind it.
#[component]
fn RankingMissing<'a>(page: &'a RankingPage<'a>) -> Option<AnyView> {
    let cx = &*page_context();
    let total: usize = page.absent.iter().map(|(_, names)| names.len()).sum();
    let list = groups(cx, &page.absent)?;
    let view = view! {
        <details class="missing">
            <summary>{fill!(m::MISSING_TITLE, cx.lang(), count = &total.to_string())}</summary>
            {list}
        </details>
    };
    Some(view.into_any())
}

/// Provinces without a figure by reason, each name with its address, under a heading.
pub(crate) fn missing(cx: &PageContext, absent: &[(String, Vec<(String, String)>)]) -> Option<AnyView> {
    let total: usize = absent.iter().map(|(_, names)| names.len()).sum();
    let list = groups(cx, absent)?;
    let view = view! {
        <section class="missing" aria-labelledby="missing-h">
            <h2 id="missing-h">{fill!(m::MISSING_TITLE, cx.lang(), count = &total.to_string())}</h2>
            {list}
        </section>
    };
    Some(view.into_any())
}

fn groups(cx: &PageContext, absent: &[(String, Vec<(String, String)>)]) -> Option<AnyView> {
    if absent.iter().all(|(_, names)| names.is_empty()) {
        return None;
    }
    let groups = absent.iter().map(|(reason, names)| {
        let names = names.iter().enumerate().map(|(i, (name, href))| {
            let before = if i > 0 { ", " } else { "" };
            view! { {before}<a href=href.clone()>{name.clone()}</a> }
        });
        view! { <li><b>{reason.clone()}</b>" ("{names.len()}"): "{names.collect_view()}</li> }
    });
    let view = view! {
        <p>{m::MISSING_LEAD.get(cx.lang())}</p>
        <ul>{groups.collect_view()}</ul>
    };
    Some(view.into_any())
}

/// A chart or the table of this ranking where it is shared.
fn shared<'a>(cx: &PageContext, page: &RankingPage<'a>, kind: RankingKind) -> Shared<'a> {
    Shared::ranking(cx, page.query.shown_as(kind, (page.table, &page.bases)))
}

const fn of_chart(chart: ChartKind) -> RankingKind {
    match chart {
        ChartKind::Bars => RankingKind::Bars,
        ChartKind::Bump => RankingKind::Bump,
        ChartKind::Slope => RankingKind::Slope,
    }
}

/// Where the figures are parts of a whole, all parts beside each other.
fn parts(cx: &PageContext, page: &RankingPage<'_>) -> Option<AnyView> {
    let found = parts::beside(cx, page.table.key, &page.query.followed)?;
    let view = View::Derived(DerivedView::parts(
        page.query.indicator,
        page.query.year,
        ViewForm::Bars,
    ));
    let size = ChartSize { width: 480, height: 0 };
    let shared = Shared::new(view, found.query.state(cx));
    let model = found.chart(cx);
    Some(view! { <ChartCard model=&model id="parts" size shared=Some(shared)/> }.into_any())
}

/// Links to the charts of this table, the shown one marked.
#[component]
fn RankingTabs<'a>(page: &'a RankingPage<'a>, state: &'a State<'a>, shown: Option<ChartKind>) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let score = super::model::is_score(cx, page.table);
    let tabs = page.charts.iter().map(|kind| {
        let words = match kind {
            ChartKind::Bump => m::CHART_BUMP,
            ChartKind::Bars if score => m::CHART_BARS,
            ChartKind::Bars => m::CHART_BARS_COUNT,
            ChartKind::Slope => m::CHART_SLOPE,
        };
        let href = format!("{}#chart", state.link(&[("chart", kind.word())]));
        view! { <a href=href aria-current=(Some(*kind) == shown).then_some("true")>{words.get(lang)}</a> }
    });
    view! { <nav class="tabs" aria-label=m::CHARTS.get(lang)>{tabs.collect_view()}</nav> }.into_any()
}

fn ways_to_charts(_cx: &PageContext, page: &RankingPage<'_>, state: &State<'_>) -> Option<AnyView> {
    page.chart.as_ref()?;
    Some(view! { <RankingTabs page state shown=None/><RankingOnMap page/> }.into_any())
}

fn charts(cx: &PageContext, page: &RankingPage<'_>, state: &State<'_>) -> Option<AnyView> {
    let lang = cx.lang();
    let (chosen, model) = page.chart.as_ref()?;
    // Waits hidden for the island, which can say what the button does.
    let play = (*chosen == ChartKind::Bump).then(|| view! {
        <p class="play" id="play" hidden data-play=sw::PLAY.get(lang) data-pause=sw::PLAY_PAUSE.get(lang) data-step=sw::PLAY_STEP.get(lang) data-again=sw::PLAY_AGAIN.get(lang)>
            <BumpPlay/></p>
    });
    let view = view! {
        <RankingTabs page state shown=Some(*chosen)/>
        {play}
        <ChartCard model id="chart" size={ChartSize { width: 480, height: 0 }} shared=Some(shared(cx, page, of_chart(*chosen)))/>
        <RankingOnMap page/>
    };
    Some(view.into_any())
}

/// The way to the map of the same figures.
#[component]
fn RankingOnMap<'a>(page: &'a RankingPage<'a>) -> Option<AnyView> {
    let cx = &*page_context();
    let (key, provinces) = (page.table.key, &cx.snapshot().catalogue.provinces);
    if !map::offered(cx, key.basis) {
        return None;
    }
    let indicator = cx.snapshot().catalogue.indicator(key.indicator);
    let component = (key.component != domain::ComponentId::TOTAL).then(|| indicator.component(key.component));
    let followed = page.query.followed.iter().map(|id| provinces.get(*id).slug.as_str());
    let href = cx.links.map_with(
        &indicator.slug,
        key.year,
        &[
            ("component", component.map_or("", |part| part.slug.as_str())),
            ("basis", page.query.basis.map_or("", ProvinceList::code)),
            ("highlight", &followed.collect::<Vec<_>>().join(",")),
        ],
    );
    let words = messages::map::SEE_ON_MAP.get(cx.lang());
    Some(view! { <p class="tomap"><a href=href>{words}</a></p> }.into_any())
}
