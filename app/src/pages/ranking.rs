//! The ranking page.

use islands::BumpPlay;
use leptos::prelude::*;

use domain::{Basis, RankPolicy};

use super::{compare, ranking_table};
use crate::{
    ChartSize,
    components::{
        chart, figure,
        layout::{self, Frame, Section},
        share, sources, years,
    },
    links::Links,
    messages as m,
    models::{
        Here, finding, map,
        ranking::RankingPage,
        ranking_query::{ChartKind, RankingQuery, Sort},
        since_words as sw,
    },
    shared::{RankingKind, View},
};

/// The parameters of a ranking as they stand in its address.
pub(crate) struct State<'a> {
    here: &'a Here<'a>,
    query: &'a RankingQuery,
    indicator: &'a str,
}

impl<'a> State<'a> {
    fn new(here: &'a Here<'a>, query: &'a RankingQuery) -> Self {
        let indicator = &here.snapshot.catalogue.indicator(query.indicator).slug;
        Self { here, query, indicator }
    }

    /// The same view with some parameters changed; an empty value removes one.
    pub(crate) fn link(&self, changed: &[(&str, &str)]) -> String {
        let query = self.query;
        let provinces = &self.here.snapshot.catalogue.provinces;
        let about = self.here.snapshot.catalogue.indicator(query.indicator);
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
            ("basis", query.basis.map_or("", Basis::code)),
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
        let links: Links = self.here.links;
        links.ranking_with(self.indicator, query.year, &all)
    }
}

pub(crate) fn ranking(here: &Here<'_>, page: &RankingPage<'_>) -> AnyView {
    let lang = here.lang();
    let indicator = here.snapshot.catalogue.indicator(page.query.indicator);
    let state = State::new(here, &page.query);
    let year = page.query.year.to_string();
    let chart = page.chart.as_ref();
    let frame = Frame {
        kept: &["component", "basis"],
        picture: chart.and_then(|(kind, model)| share::picture(here, shared(page, *kind), here.query, &model.title)),
        ..Frame::new(
            format!("{} {year}: {}", page.measure, page.title),
            format!("{}. {}", page.lead, page.coverage),
            Section::Rankings,
        )
    };
    let ranked = indicator.ranks != RankPolicy::None;
    let heading = if ranked { m::TABLE } else { m::TABLE_PLAIN };
    let of_table = View::Ranking {
        indicator: page.query.indicator,
        year: page.query.year,
        kind: RankingKind::Table,
    };
    let body = view! {
        <p class="crumb"><a href=here.links.indicators()>{m::INDICATORS.get(lang)}</a>" › "
            <a href=here.links.indicator(&indicator.slug)>{indicator.name.get(lang)}</a></p>
        <h1>{page.title.clone()}</h1>
        <p class="lead">{page.lead.clone()}". "<b>{page.coverage.clone()}</b>". "
            {page.national.iter().map(|(line, notes)| view! { {line.clone()}" "{figure::notes(notes)}" " }).collect_view()}
            {m::SOURCE.get(lang)}": "{indicator.publisher.get(lang)}"."</p>
        {filters(here, page)}
        {year_slider(here, page)}
        {verdict(here, page)}
        <div class="cols">
            <section class="tablepart" aria-labelledby="table-h">
                <h2 id="table-h">{heading.get(lang)}</h2>
                <p class="small">{page.rank_note.clone()}</p>
                {ranking_table::table(here, page, &state)}
                {share::panel(here, of_table, here.query, heading.get(lang))}
                {compare::ways::from_ranking(here, page)}
                {missing(here, &page.absent)}
                {sources::conflicts(here, &page.conflicts)}
                {sources::contradicted(here, &page.contradicted)}
            </section>
            <aside>{charts(here, page, &state)}</aside>
        </div>
        {sources::list(here, &page.sources)}
    };
    layout::page(here, &frame, body.into_any())
}

fn option(value: &str, text: &str, selected: bool) -> impl IntoView + use<> {
    view! { <option value=value.to_owned() selected=selected>{text.to_owned()}</option> }
}

fn filters(here: &Here<'_>, page: &RankingPage<'_>) -> impl IntoView {
    let lang = here.lang();
    let catalogue = &here.snapshot.catalogue;
    let indicator = catalogue.indicator(page.query.indicator);
    let query = &page.query;
    let basis = page.table.key.basis;
    let scheme = basis.scheme();
    let action = format!("/{}/rankings", lang.code());
    let indicators = catalogue
        .indicators()
        .map(|(id, i)| option(&i.slug, i.short.get(lang), id == query.indicator));
    let components = indicator
        .components()
        .filter(|(id, c)| {
            let key = domain::TableKey {
                component: *id,
                ..page.table.key
            };
            c.exists_in(query.year) && here.snapshot.table(key).is_some_and(|t| !t.rows.is_empty())
        })
        .map(|(id, c)| option(&c.slug, c.name_in(Some(query.year)).get(lang), id == query.component));
    let regions = catalogue
        .provinces
        .scheme(scheme)
        .map(|(id, r)| option(&r.slug, r.name.get(lang), query.region == Some(id)));
    let followed: Vec<&str> = query
        .followed
        .iter()
        .map(|id| catalogue.provinces.get(*id).slug.as_str())
        .collect();
    let followed_all = followed.join(",");
    let provinces = catalogue
        .provinces
        .existing(query.year, basis)
        .map(|(_, p)| option(&p.slug, p.name_in(query.year).get(lang), p.slug == followed_all));
    // Several followed provinces stay one choice of the list.
    let names: Vec<String> = query
        .followed
        .iter()
        .map(|id| finding::name(here.snapshot, lang, *id, page.table.key))
        .collect();
    let several = (names.len() > 1).then(|| option(&followed_all, &names.join(", "), true));
    let bases = super::rebased::basis_choice(here, &page.bases, Some(basis));
    let edition = here
        .links
        .edition
        .map(|n| view! { <input type="hidden" name="edition" value=n.to_string()/> });
    view! {
        <form class="filters" method="get" action=action>
            <input type="hidden" name="year" value=query.year.to_string()/>
            {edition}
            <label>{m::INDICATOR.get(lang)}<select name="indicator">{indicators.collect_view()}</select></label>
            <label>{m::COMPONENT.get(lang)}<select name="component">{components.collect_view()}</select></label>
            <label>{m::REGION.get(lang)}<select name="region">{option("", m::ALL_REGIONS.get(lang), query.region.is_none())}{regions.collect_view()}</select></label>
            {bases}
            <label>{m::FILTER_NAME.get(lang)}<input type="search" name="q" id="filter" maxlength="60" autocomplete="off" value=query.name.clone()/></label>
            <label>{m::FOLLOW.get(lang)}<select name="highlight">{option("", m::FOLLOW_NONE.get(lang), followed.is_empty())}{several}{provinces.collect_view()}</select></label>
            <button type="submit">{m::SHOW.get(lang)}</button>
        </form>
    }
}

fn year_slider(here: &Here<'_>, page: &RankingPage<'_>) -> impl IntoView {
    let indicator = here.snapshot.catalogue.indicator(page.query.indicator);
    let provinces = &here.snapshot.catalogue.provinces;
    let followed: Vec<&str> = page
        .query
        .followed
        .iter()
        .map(|id| provinces.get(*id).slug.as_str())
        .collect();
    let followed = followed.join(",");
    let component = indicator.component(page.query.component);
    let component = if page.query.component == domain::ComponentId::TOTAL {
        ""
    } else {
        component.slug.as_str()
    };
    let parameters = [("component", component), ("highlight", followed.as_str())];
    let of = (page.query.indicator, page.query.component);
    let all = years::of(here.snapshot, of, (&page.years, page.query.year), |year| {
        here.links.ranking_with(&indicator.slug, year, &parameters)
    });
    let basis = page.query.basis.map_or("", Basis::code);
    let of_since = [parameters[0], ("basis", basis), parameters[1]];
    let since = here.links.since(&indicator.slug, page.query.year, &of_since);
    let any = page.years.first().is_some_and(|first| *first < page.query.year);
    let since = any.then(|| view! { <p class="sinceway"><a href=since>{sw::SINCE_LINK.get(here.lang())}</a></p> });
    view! { {years::slider(here.lang(), m::YEAR, &all)}{since} }
}

fn verdict(here: &Here<'_>, page: &RankingPage<'_>) -> impl IntoView {
    let lang = here.lang();
    let note = &page.verdict;
    let class = match note.comparable {
        Some(true) => "note same",
        Some(false) => "note ne",
        None => "note none",
    };
    let shape = (note.comparable == Some(false)).then(|| {
        view! {
            <svg class="i" aria-hidden="true"><use href="#i-ne"/></svg>
        }
    });
    let indicator = &here.snapshot.catalogue.indicator(page.query.indicator).slug;
    view! {
        <p class=class>{shape}<b>{note.since.clone()}" "{note.says}</b>" "{note.reason.clone()}" "
            <a href=format!("{}#compare", here.links.indicator(indicator))>{m::WHY.get(lang)}</a></p>
    }
}

/// Provinces without a figure by reason, each name with its address.
pub(crate) fn missing(here: &Here<'_>, absent: &[(String, Vec<(String, String)>)]) -> Option<AnyView> {
    let lang = here.lang();
    let total: usize = absent.iter().map(|(_, names)| names.len()).sum();
    if total == 0 {
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
        <section class="missing" aria-labelledby="missing-h">
            <h2 id="missing-h">{m::MISSING_TITLE.fill(lang, &[&total.to_string()])}</h2>
            <p>{m::MISSING_LEAD.get(lang)}</p>
            <ul>{groups.collect_view()}</ul>
        </section>
    };
    Some(view.into_any())
}

/// The chart of this ranking where it is shared.
fn shared(page: &RankingPage<'_>, chart: ChartKind) -> View {
    View::Ranking {
        indicator: page.query.indicator,
        year: page.query.year,
        kind: match chart {
            ChartKind::Bars => RankingKind::Bars,
            ChartKind::Bump => RankingKind::Bump,
            ChartKind::Slope => RankingKind::Slope,
        },
    }
}

fn charts(here: &Here<'_>, page: &RankingPage<'_>, state: &State<'_>) -> Option<AnyView> {
    let lang = here.lang();
    let (chosen, model) = page.chart.as_ref()?;
    let score = crate::models::ranking::is_score(here, page.table);
    let tabs = page.charts.iter().map(|kind| {
        let words = match kind {
            ChartKind::Bump => m::CHART_BUMP,
            ChartKind::Bars if score => m::CHART_BARS,
            ChartKind::Bars => m::CHART_BARS_COUNT,
            ChartKind::Slope => m::CHART_SLOPE,
        };
        let href = format!("{}#chart", state.link(&[("chart", kind.word())]));
        view! { <a href=href aria-current=(kind == chosen).then_some("true")>{words.get(lang)}</a> }
    });
    // Waits hidden for the island, which can say what the button does.
    let play = (*chosen == ChartKind::Bump).then(|| view! {
        <p class="play" id="play" hidden data-play=sw::PLAY.get(lang) data-pause=sw::PLAY_PAUSE.get(lang) data-step=sw::PLAY_STEP.get(lang) data-again=sw::PLAY_AGAIN.get(lang)>
            <button type="button" class="plainbtn" aria-controls="chart">{sw::PLAY.get(lang)}</button><b role="status"></b></p>
        <BumpPlay/>
    });
    let view = view! {
        <nav class="tabs" aria-label=m::CHARTS.get(lang)>{tabs.collect_view()}</nav>
        {play}
        {chart::card(here, model, ("chart", ChartSize { width: 480, height: 0 }), (shared(page, *chosen), here.query))}
        {on_map(here, page)}
    };
    Some(view.into_any())
}

/// The way to the map of the same figures.
fn on_map(here: &Here<'_>, page: &RankingPage<'_>) -> Option<AnyView> {
    let (key, provinces) = (page.table.key, &here.snapshot.catalogue.provinces);
    if !map::offered(here, key.basis) {
        return None;
    }
    let indicator = here.snapshot.catalogue.indicator(key.indicator);
    let component = (key.component != domain::ComponentId::TOTAL).then(|| indicator.component(key.component));
    let followed = page.query.followed.iter().map(|id| provinces.get(*id).slug.as_str());
    let href = here.links.map_with(
        &indicator.slug,
        key.year,
        &[
            ("component", component.map_or("", |part| part.slug.as_str())),
            ("basis", page.query.basis.map_or("", Basis::code)),
            ("highlight", &followed.collect::<Vec<_>>().join(",")),
        ],
    );
    let words = map::words::SEE_ON_MAP.get(here.lang());
    Some(view! { <p class="tomap"><a href=href>{words}</a></p> }.into_any())
}
