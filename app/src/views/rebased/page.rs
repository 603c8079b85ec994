//! Old figures on today's 34 provinces.

use leptos::prelude::*;
use messages::{common as m, fill, mergers as w};

use domain::{Indicator, IndicatorId, Listed, ProvinceList, TableKey};

use super::{
    lines::{Line, PartLine},
    model::{self as rebased, RebasedPage},
    params::RebasedQuery,
};
use crate::{
    ChartSize, PageResponse,
    components::{
        chart::ChartCard,
        figure::{FigureRank, QuarterChip, SourceNotes},
        layout::{Document, Frame, Section},
        share::{self, SharePanel},
        sources::{CitedSources, DisputedValue},
    },
    context::{PageContext, page_context},
    export::{DerivedView, View, ViewForm, data::Shared},
    query::Parameters,
    response,
    route::Route,
    views::error::page as error,
};

pub(crate) fn rebased(cx: &PageContext, (id, year): (IndicatorId, i32), parameters: &Parameters) -> PageResponse {
    let query = match RebasedQuery::read(cx, (id, year), parameters) {
        Ok(query) => query,
        Err(bad) => return response::fail(error::bad_request(cx, &bad), 400),
    };
    let component = query.component;
    match rebased::page(cx, query) {
        Some(page) => response::page(view! { <RebasedView page=&page/> }.into_any()),
        None => {
            let years = rebased::years(cx, id, component);
            let years: Vec<String> = years.iter().map(ToString::to_string).collect();
            let short = cx.snapshot().catalogue.indicator(id).short.get(cx.lang());
            let text = fill!(
                m::NO_YEAR,
                cx.lang(),
                indicator = short,
                year = &year.to_string(),
                years = &years.join(", ")
            );
            response::fail(error::not_found(cx, Some(text)), 404)
        }
    }
}

/// The same page with some parameters changed; an empty value removes one.
fn link(cx: &PageContext, page: &RebasedPage, year: i32, changed: &[(&str, &str)]) -> String {
    let state = page.query.state(cx);
    let mut all: Vec<(&str, &str)> = vec![("basis", "rebased")];
    all.extend(state.iter().map(|(name, value)| (*name, value.as_str())));
    for (name, value) in changed {
        all.retain(|(known, _)| known != name);
        all.push((name, value));
    }
    cx.links.ranking_with(&indicator(cx, page).slug, year, &all)
}

fn indicator<'a>(cx: &'a PageContext, page: &RebasedPage) -> &'a Indicator {
    cx.snapshot().catalogue.indicator(page.query.indicator)
}

/// The chart or the table where it is shared.
fn shared(cx: &PageContext, page: &RebasedPage, form: ViewForm) -> Shared<'static> {
    let view = DerivedView::rebased(page.query.indicator, page.query.year, form);
    Shared::new(View::Derived(view), page.query.state(cx))
}

#[component]
fn RebasedView<'a>(page: &'a RebasedPage) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let indicator = indicator(cx, page);
    let year = page.query.year.to_string();
    let drawn = page.chart.as_ref();
    let frame = Frame {
        kept: &["component", "basis"],
        picture: drawn.map(|model| share::picture(cx, &shared(cx, page, ViewForm::Chart), &model.title)),
        ..Frame::new(
            format!("{} {year}: {}", page.measure, page.title),
            format!("{}. {}", w::LEAD.get(lang), page.coverage),
            Section::Rankings,
        )
    };
    let notes = page
        .notes
        .iter()
        .map(|note| view! { <p class="note none">{note.clone()}</p> });
    let card = drawn.map(|model| {
        let size = ChartSize { width: 480, height: 0 };
        view! { <ChartCard model id="chart" size shared=Some(shared(cx, page, ViewForm::Chart))/> }.into_any()
    });
    let body = view! {
        <p class="crumb"><a href=cx.links.indicators()>{m::INDICATORS.get(lang)}</a>" › "
            <a href=cx.links.indicator(&indicator.slug)>{indicator.name.get(lang)}</a>" › "
            <a href=back(cx, page)>{w::BACK.get(lang)}</a></p>
        <h1>{page.title.clone()}</h1>
        <p class="lead">{page.lead.clone()}". "{w::LEAD.get(lang)}". "<b>{page.coverage.clone()}</b>". "
            {m::SOURCE.get(lang)}": "{indicator.publisher.get(lang)}"."</p>
        <RebasedFilters page/>
        <RebasedYears page/>
        {notes.collect_view()}
        <div class="cols">
            <section class="tablepart" aria-labelledby="table-h">
                <h2 id="table-h">{w::TABLE.get(lang)}</h2>
                <RebasedOrder page/>
                <RebasedTable page/>
                <SharePanel shared=shared(cx, page, ViewForm::Table) about=w::TABLE.get(lang)/>
            </section>
            <aside>{card}</aside>
        </div>
        <CitedSources sources=&page.sources/>
    }
    .into_any();
    view! { <Document frame>{body}</Document> }.into_any()
}

/// The ranking of the old units.
fn back(cx: &PageContext, page: &RebasedPage) -> String {
    let state = page.query.state(cx);
    let component = state.iter().find(|(name, _)| *name == "component");
    let component = component.map_or("", |(_, value)| value.as_str());
    let parameters = [("component", component), ("basis", ProvinceList::Before2025.code())];
    cx.links
        .ranking_with(&indicator(cx, page).slug, page.query.year, &parameters)
}

#[component]
fn RebasedOption<'a>(value: &'a str, #[prop(into)] text: String, selected: bool) -> impl IntoView + use<> {
    view! { <option value=value.to_owned() selected=selected>{text.to_owned()}</option> }
}

/// The choice of units, where there is one: the lists that were published, and old figures on today's.
#[component]
pub(crate) fn BasisChoice<'a>(bases: &'a [ProvinceList], chosen: Option<ProvinceList>) -> Option<AnyView> {
    let cx = &*page_context();
    let lang = cx.lang();
    let mut all: Vec<(&str, &str, bool)> = bases
        .iter()
        .map(|basis| {
            let words = match basis {
                ProvinceList::Before2025 => m::BASIS_63,
                ProvinceList::Since2025 => m::BASIS_34,
            };
            (basis.code(), words.get(lang), chosen == Some(*basis))
        })
        .collect();
    if bases.contains(&ProvinceList::Before2025) {
        all.push(("rebased", w::BASIS_REBASED.get(lang), chosen.is_none()));
    }
    let options = all
        .iter()
        .map(|(value, text, selected)| view! { <RebasedOption value text=*text selected={*selected}/> });
    let options = options.collect_view();
    let choice = view! { <label>{m::BASIS.get(lang)}<select name="basis">{options}</select></label> };
    (all.len() > 1).then(|| choice.into_any())
}

#[component]
fn RebasedFilters<'a>(page: &'a RebasedPage) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let (catalogue, query) = (&cx.snapshot().catalogue, &page.query);
    let about = indicator(cx, page);
    let indicators = catalogue.indicators().map(
        |(id, i)| view! { <RebasedOption value=&i.slug text=i.short.get(lang) selected={id == query.indicator}/> },
    );
    let components = about
        .components()
        .filter(|(component, _)| {
            let key = TableKey {
                component: *component,
                ..page.rebased.key
            };
            cx.snapshot().table(key).is_some_and(|table| !table.rows.is_empty())
        })
        .map(|(id, c)| view! { <RebasedOption value=&c.slug text=c.name_in(Some(query.year)).get(lang) selected={id == query.component}/> });
    let named = query
        .region
        .map(|id| (id, catalogue.provinces.region(id)))
        .filter(|(_, region)| region.scheme != ProvinceList::Since2025.scheme());
    let regions = catalogue
        .provinces
        .scheme(ProvinceList::Since2025.scheme())
        .chain(named);
    let regions = regions.map(
        |(id, r)| view! { <RebasedOption value=&r.slug text=r.name.get(lang) selected={query.region == Some(id)}/> },
    );
    let state = query.state(cx);
    let followed = state.iter().find(|(name, _)| *name == "highlight");
    let followed = followed.map_or("", |(_, value)| value.as_str());
    let provinces = catalogue.provinces.alphabetical();
    let provinces = provinces
        .filter(|(_, p)| p.listed != Listed::Before2025)
        .map(|(_, p)| view! { <RebasedOption value=&p.slug text=p.name.get(lang) selected={p.slug == followed}/> });
    // Several followed provinces stay one choice of the list.
    let names: Vec<&str> = query
        .followed
        .iter()
        .map(|id| catalogue.provinces.get(*id).name.get(lang))
        .collect();
    let several =
        (names.len() > 1).then(|| view! { <RebasedOption value=followed text=names.join(", ") selected=true/> });
    let bases = cx.snapshot().bases(query.indicator, query.component, query.year);
    let edition = cx
        .links
        .edition
        .map(|n| view! { <input type="hidden" name="edition" value=n.to_string()/> });
    view! {
        <form class="filters" method="get" action=cx.links.bare(Route::Rankings)>
            <input type="hidden" name="year" value=query.year.to_string()/>
            {edition}
            <label>{m::INDICATOR.get(lang)}<select name="indicator">{indicators.collect_view()}</select></label>
            <label>{m::COMPONENT.get(lang)}<select name="component">{components.collect_view()}</select></label>
            <label>{m::REGION.get(lang)}<select name="region"><RebasedOption value="" text=m::ALL_REGIONS.get(lang) selected=query.region.is_none()/>{regions.collect_view()}</select></label>
            <BasisChoice bases=&bases chosen=None/>
            <label>{m::FOLLOW.get(lang)}<select name="highlight"><RebasedOption value="" text=m::FOLLOW_NONE.get(lang) selected=names.is_empty()/>{several}{provinces.collect_view()}</select></label>
            <button type="submit">{m::SHOW.get(lang)}</button>
        </form>
    }
}

#[component]
fn RebasedYears<'a>(page: &'a RebasedPage) -> impl IntoView + use<> {
    let cx = &*page_context();
    let items = page.years.iter().map(|year| {
        let href = link(cx, page, *year, &[]);
        view! { <a href=href aria-current=(*year == page.query.year).then_some("page")>{*year}</a> }
    });
    view! { <nav class="years" aria-label=m::YEAR.get(cx.lang())>{items.collect_view()}</nav> }
}

/// By name or by region; there is no order by figures.
#[component]
fn RebasedOrder<'a>(page: &'a RebasedPage) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let by = [("", false, w::BY_NAME), ("region", true, w::BY_REGION)];
    let links = by.map(|(word, region, words)| {
        let href = format!("{}#table-h", link(cx, page, page.query.year, &[("sort", word)]));
        let current = (region == page.query.by_region).then_some("true");
        view! { <a href=href aria-current=current>{words.get(lang)}</a> }
    });
    view! { <nav class="tabs" aria-label=w::ORDER.get(lang)>{links.into_iter().collect_view()}</nav> }
}

#[component]
fn RebasedTable<'a>(page: &'a RebasedPage) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    if page.lines.is_empty() {
        return view! { <p class="note none">{w::NO_ROWS.get(lang)}</p> }.into_any();
    }
    let scored = super::lines::scored(cx, page.query.indicator);
    let dated = page
        .lines
        .iter()
        .flat_map(|l| &l.parts)
        .any(|part| part.as_of.is_some());
    let caption = fill!(
        w::CAPTION,
        lang,
        measure = &page.measure,
        year = &page.query.year.to_string()
    );
    let lines = page
        .lines
        .iter()
        .map(|line| view! { <RebasedGroup page line scored dated/> });
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=caption.clone()>
        <table class="plain rebased">
            <caption>{caption.clone()}</caption>
            <thead><tr>
                <th scope="col">{w::TODAY.get(lang)}</th>
                <th scope="col">{w::OLD_UNIT.get(lang)}</th>
                <th scope="col" class="num">{m::VALUE.get(lang)}</th>
                {scored.then(|| view! { <th scope="col" class="num">{w::RANK_OLD.get(lang)}</th> })}
                {dated.then(|| view! { <th scope="col">{m::AS_OF.get(lang)}</th> })}
                <th scope="col">{m::SOURCES_SHORT.get(lang)}</th>
            </tr></thead>
            {lines.collect_view()}
        </table></div>
    }
    .into_any()
}

/// A province of today with a row for each of its old units.
#[component]
fn RebasedGroup<'a>(page: &'a RebasedPage, line: &'a Line, scored: bool, dated: bool) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let rows = line.parts.len().to_string();
    let says = line
        .says
        .iter()
        .map(|text| view! { <span class="says">{text.clone()}</span> });
    let made_of = match &line.row.says {
        domain::RebasedFigure::Sum(sum) => Some(rebased::spelled_out(cx, page.rebased.key, sum)),
        _ => None,
    };
    let made_of = made_of.map(|text| view! { <small>"= "{text}</small> });
    let indicative = line.indicative.as_ref().map(|one| {
        let key = page.rebased.key;
        let decimals = cx.snapshot().catalogue.indicator(key.indicator).decimals(key.component);
        let text = fill!(
            w::INDICATIVE_CELL,
            lang,
            value = &domain::number::format(lang, one.value(), decimals)
        );
        view! { <span class="indicative">{text}</span> }
    });
    let head = view! {
        <th scope="rowgroup" rowspan=rows>
            <a href=cx.links.province(&line.slug)>{line.name.clone()}</a>
            <small>{line.region.clone()}</small>
            {says.collect_view()}{made_of}{indicative}
        </th>
    };
    let mut head = Some(head);
    let parts = line
        .parts
        .iter()
        .map(|part| row(cx, part, head.take(), (scored, dated)));
    let parts = parts.collect::<Vec<_>>();
    view! { <tbody class=if line.followed { "me" } else { "" }>{parts}</tbody> }
}

fn row(cx: &PageContext, part: &PartLine, head: Option<impl IntoView>, (scored, dated): (bool, bool)) -> AnyView {
    let lang = cx.lang();
    view! {
        <tr>
            {head}
            <th scope="row"><a href=cx.links.province(&part.slug)>{part.name.clone()}</a></th>
            <td class="num"><DisputedValue lang cell=&part.value given=&part.claims/></td>
            {scored.then(|| view! { <td class="num rank">{part.group.map(|g| view! { <QuarterChip lang group=g/> }.into_any())}" "<FigureRank lang cell=&part.rank said=false/></td> })}
            {dated.then(|| view! { <td>{part.as_of.clone()}</td> })}
            <td><SourceNotes numbers=&part.sources/></td>
        </tr>
    }
    .into_any()
}
