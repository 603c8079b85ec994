//! The comparison of provinces.

mod controls;
mod form;
mod tables;
pub(crate) mod ways;

use domain::chart::ChartModel;
use leptos::prelude::*;
use messages::{common as m, compare as w, fill};

use super::{
    heading,
    model::{self as compare, Comparison, Facts},
    outside,
    params::{Asked, KEPT},
};
use crate::{
    ChartSize, PageResponse,
    components::{
        chart::ChartCard,
        layout::{Document, Frame, Section},
        share::{self, SharePanel},
        sources::{CitedSources, Conflicts, Contradicted},
    },
    context::{PageContext, page_context},
    export::{DerivedView, View, ViewForm, ViewKind, data::Shared},
    findings::{comparison, headline as finding},
    query::Parameters,
    response,
    views::{
        compare::page::{
            controls::{CompareControls, CompareYears},
            form::ComparisonForm,
            tables::Aligned,
        },
        error::page as error,
        ranking::rows::SourceList,
    },
};

/// The page, the start page, or the tidy address of what the form sent.
pub(crate) fn compare(cx: &PageContext, parameters: &Parameters) -> PageResponse {
    if form::was_sent(parameters) {
        return match Asked::from_form(cx, parameters) {
            Ok(asked) => response::redirect(asked.address(cx)),
            Err(bad) => response::fail(error::bad_request(cx, &bad), 400),
        };
    }
    let asked = match Asked::read(cx, parameters, None) {
        Ok(asked) => asked,
        Err(bad) => return response::fail(error::bad_request(cx, &bad), 400),
    };
    if asked.is_alone() {
        return response::page(view! { <CompareStart asked=&asked/> }.into_any());
    }
    match compare::settle(cx, &asked) {
        Ok(Some(compared)) => response::page(comparison(cx, &compared)),
        Ok(None) => response::page(view! { <CompareStart asked=&asked/> }.into_any()),
        Err(bad) => response::fail(error::bad_request(cx, &bad), 400),
    }
}

/// Without anybody to compare: the form, and a few comparisons to begin with.
#[component]
fn CompareStart<'a>(asked: &'a Asked) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let one_more = (asked.provinces.len() == 1).then(|| view! { <p class="note none">{w::ONE_MORE.get(lang)}</p> });
    let suggestions = compare::suggestions(cx, asked);
    let list = (!suggestions.is_empty()).then(|| {
        let items = suggestions
            .into_iter()
            .map(|(words, href)| view! { <li><a href=href>{words}</a></li> });
        view! { <h2>{w::SUGGESTIONS.get(lang)}</h2><ul class="ways">{items.collect_view()}</ul> }
    });
    let body = view! {
        <h1>{w::TITLE.get(lang)}</h1>
        <p class="lead">{w::LEAD.get(lang)}</p>
        {one_more}
        <ComparisonForm asked compared=None/>
        {list}
    }
    .into_any();
    let frame = Frame {
        kept: KEPT,
        ..Frame::new(w::TITLE.get(lang), w::LEAD.get(lang), Section::Compare)
    };
    view! { <Document frame>{body}</Document> }.into_any()
}

/// A chart or the table where it is shared.
fn shared(cx: &PageContext, compared: &Comparison<'_>, form: ViewForm) -> Shared<'static> {
    let view = DerivedView {
        kind: ViewKind::Compare,
        indicator: Some(compared.key().indicator),
        year: None,
        province: None,
        form,
    };
    Shared::new(View::Derived(view), compared.asked.state(&cx.snapshot().catalogue))
}

/// The charts that can be drawn.
fn drawn(cx: &PageContext, compared: &Comparison<'_>, facts: &Facts) -> Vec<(ViewForm, ChartModel)> {
    let all = [
        (ViewForm::Lines, super::charts::lines(cx, compared, facts)),
        (ViewForm::Years, super::charts::years(cx, compared, facts)),
        (ViewForm::Profile, super::profile::profile(cx, compared, facts)),
    ];
    all.into_iter()
        .filter_map(|(form, model)| Some((form, model?)))
        .collect()
}

/// The views that have figures where they are shared. Their addresses name the indicator: where the page's own leaves it
/// open, they may be of another of its tables.
fn shareable(cx: &PageContext, compared: &Comparison<'_>, drawn: &[(ViewForm, ChartModel)]) -> Vec<ViewForm> {
    let forms = |drawn: &[(ViewForm, ChartModel)]| drawn.iter().map(|(form, _)| *form).collect::<Vec<_>>();
    let there = compare::settle(cx, &compared.asked).ok().flatten();
    let Some(there) = there.filter(|there| there.shown.len() > 1) else {
        return Vec::new();
    };
    let mut all = if there.key() == compared.key() {
        forms(drawn)
    } else {
        forms(&self::drawn(cx, &there, &compare::facts(cx, &there)))
    };
    all.push(ViewForm::Table);
    all
}

fn comparison(cx: &PageContext, compared: &Comparison<'_>) -> AnyView {
    let lang = cx.lang();
    let key = compared.key();
    let facts = compare::facts(cx, compared);
    let mut list = SourceList::default();
    let lines = crate::views::compare::rows::lines(cx, compared, &mut list);
    let parts = compare::part_table(cx, compared, &mut list);
    let title = heading::heading(cx, compared, &facts);
    let drawn = drawn(cx, compared, &facts);
    let shareable = shareable(cx, compared, &drawn);
    let several = compared.shown.len() > 1;
    let pictured = shareable.iter().find(|form| several && **form != ViewForm::Table);
    let picture = pictured.map(|form| share::picture(cx, &shared(cx, compared, *form), &title));
    let frame = Frame {
        kept: KEPT,
        picture,
        ..Frame::new(title.clone(), lead(cx, compared), Section::Compare)
    };
    let of_table = (several && shareable.contains(&ViewForm::Table)).then(|| {
        view! { <SharePanel shared=shared(cx, compared, ViewForm::Table) about=w::TABLE.get(lang)/> }.into_any()
    });
    let charts = charts(cx, compared, drawn, &shareable);
    heading::cited(cx, compared, &mut list);
    let mut conflicts = lines.conflicts;
    let (parts, of_parts) = parts.map(|parts| tables::parts(cx, compared, parts)).unzip();
    conflicts.extend(of_parts.into_iter().flatten());
    let columns = tables::Columns::of(&lines.lines, &lines.shape);
    let body = view! {
        <h1>{title.clone()}</h1>
        <p class="lead">{lead(cx, compared)}<span class="more">". "{m::SOURCE.get(lang)}": "
            {cx.snapshot().catalogue.indicator(key.indicator).publisher.get(lang)}"."</span></p>
        <CompareControls compared/>
        <CompareYears compared/>
        <CompareVerdict compared/>
        <OutsideNote compared/>
        <Aligned compared lines=&lines.lines columns=&columns/>
        {compared.peers.says.iter().map(|text| view! { <p class="small">{text.clone()}</p> }).collect_view()}
        {of_table}
        <Differences facts=&facts/>
        {parts}
        {charts}
        <Conflicts conflicts=&conflicts/>
        <Contradicted lines=&lines.contradicted/>
        {(!list.0.is_empty()).then(|| view! { <CitedSources sources=&list.0/> }.into_any())}
    }
    .into_any();
    view! { <Document frame>{body}</Document> }.into_any()
}

/// Measure, years, scale, direction, coverage.
fn lead(cx: &PageContext, compared: &Comparison<'_>) -> String {
    let lang = cx.lang();
    let measure = finding::measure(cx.snapshot(), lang, compared.table);
    let year = compared.key().year.to_string();
    let first = match compared.from {
        Some(from) => fill!(
            w::MEASURE_YEARS,
            lang,
            measure = &measure,
            to = &year,
            from = &from.to_string()
        ),
        None => fill!(m::MEASURE, lang, measure = &measure, year = &year),
    };
    let mut parts = vec![first];
    parts.extend(finding::scale_and_direction(cx.snapshot(), lang, compared.table));
    parts.push(compare::coverage(cx, compared));
    parts.join(", ")
}

/// Whether the two years may be compared, before any number.
#[component]
fn CompareVerdict<'a>(compared: &'a Comparison<'a>) -> Option<AnyView> {
    let cx = &*page_context();
    let lang = cx.lang();
    let note = comparison::since(cx, compared.table, compared.from?);
    let (class, shape) = match note.comparable {
        Some(true) => ("note same", None),
        Some(false) => {
            let shape = view! { <svg class="i" aria-hidden="true"><use href="#i-ne"/></svg> };
            ("note ne", Some(shape))
        }
        None => ("note none", None),
    };
    let slug = &cx.snapshot().catalogue.indicator(compared.key().indicator).slug;
    let why = format!("{}#compare", cx.links.indicator(slug));
    let view = view! {
        <p class=class>{shape}<b>{note.since.clone()}" "{note.verdict}</b>" "<span class="more">{note.reason.clone()}</span>" "
            <a href=why>{m::WHY.get(lang)}</a></p>
    };
    Some(view.into_any())
}

/// Provinces that this year's list does not hold, with those that stand for them.
#[component]
fn OutsideNote<'a>(compared: &'a Comparison<'a>) -> Option<AnyView> {
    let cx = &*page_context();
    let lang = cx.lang();
    let all = outside::outside(cx, compared);
    if all.is_empty() {
        return None;
    }
    let units = crate::views::compare::rows::units(compared.key().basis).get(lang);
    let items = all.into_iter().map(|one| {
        let links = one.instead.into_iter().enumerate().map(|(at, (name, href))| {
            let before = if at > 0 { ", " } else { " " };
            view! { {before}<a href=href>{name}</a> }
        });
        let links = links.collect_view();
        let swap = one.swap.map(|href| {
            view! { " "<a class="btn" href=href>{fill!(w::SWAP, lang, province = &one.name)}</a> }
        });
        view! { <li>{one.says}{links}{swap}</li> }
    });
    let year = compared.key().year.to_string();
    let view = view! {
        <section class="missing outside" aria-labelledby="outside-h">
            <h2 id="outside-h">{w::OUTSIDE.get(lang)}</h2>
            <p>{fill!(w::OUTSIDE_LEAD, lang, year = &year, units = units)}</p>
            <ul>{items.collect_view()}</ul>
        </section>
    };
    Some(view.into_any())
}

#[component]
fn Differences<'a>(facts: &'a Facts) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let all = compare::sentences(facts);
    let list = if all.is_empty() {
        view! { <p>{w::NOTHING.get(lang)}</p> }.into_any()
    } else {
        let items = all.into_iter().map(|text| view! { <li>{text}</li> });
        view! { <ul>{items.collect_view()}</ul> }.into_any()
    };
    view! {
        <section class="differences" aria-labelledby="differences-h">
            <h2 id="differences-h">{w::DIFFERENCES.get(lang)}</h2>
            {list}
            <p class="small">{w::DIFFERENCES_LEAD.get(lang)}</p>
        </section>
    }
}

fn charts(
    cx: &PageContext,
    compared: &Comparison<'_>,
    mut drawn: Vec<(ViewForm, ChartModel)>,
    shareable: &[ViewForm],
) -> Option<AnyView> {
    let lang = cx.lang();
    // What may not be compared is not drawn side by side; the notice above says why.
    let comparable = |from| comparison::since(cx, compared.table, from).comparable != Some(false);
    let apart = compared.from.is_some_and(|from| !comparable(from));
    drawn.retain(|(form, _)| !apart || *form != ViewForm::Years);
    let years = drawn.iter().any(|(form, _)| *form == ViewForm::Years);
    let undrawn = compared.from.filter(|_| !years && !apart);
    let undrawn = undrawn.filter(|_| compared.shown.len() > 1).map(|from| {
        let pair = [from, compared.key().year].map(|year| year.to_string());
        view! { <p class="small">{fill!(w::NO_CHANGE_CHART, lang, from = &pair[0], to = &pair[1])}</p> }
    });
    let cards: Vec<AnyView> = drawn
        .iter()
        .map(|(form, model)| {
            let size = ChartSize {
                width: if *form == ViewForm::Lines { 1080 } else { 600 },
                height: 0,
            };
            let shared = shareable.contains(form).then(|| shared(cx, compared, *form));
            view! { <ChartCard model id=form.word() size shared/> }.into_any()
        })
        .collect();
    if cards.is_empty() {
        return undrawn.map(IntoAny::into_any);
    }
    let view = view! {
        <section class="comparison-charts" aria-labelledby="charts-h">
            <h2 id="charts-h">{w::CHARTS.get(lang)}</h2>
            <div class="charts">{cards}</div>
            {undrawn}
        </section>
    };
    Some(view.into_any())
}
