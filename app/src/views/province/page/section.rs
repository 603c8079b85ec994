//! One indicator of a province: its charts first, its tables folded.

use leptos::prelude::*;
use messages::{common as m, fill, findings as w};

use domain::{IndicatorId, ProvinceId};

use crate::{
    ChartSize,
    components::{
        chart::ChartCard,
        corrections::CorrectionNotice,
        figure::{FigureRank, QuarterChip, SourceNotes},
        shapes,
        share::SharePanel,
        sources::DisputedValue,
    },
    context::{Explanation, PageContext, explanation, page_context},
    export::{DerivedView, ProvinceKind, View, ViewForm, data::Shared},
    findings::{corrections, verdicts::Verdicts},
    views::{
        parts::model::{PartsQuery, parts},
        province::{
            charts as province_charts,
            model::{CountLine, IndicatorPart, Strengths},
            page::standing::StandingValue,
        },
    },
};

#[component]
pub(super) fn IndicatorSection<'a>(province: ProvinceId, part: &'a IndicatorPart) -> AnyView {
    let cx = &*page_context();
    let indicator = cx.snapshot().catalogue.indicator_by_slug(&part.slug);
    let known = indicator.filter(|id| province_charts::has_row(cx.snapshot(), *id, province));
    let shared = |kind| {
        let view = View::Province {
            province,
            indicator: known?,
            kind,
        };
        Some(Shared::new(view, Vec::new()))
    };
    let card = |model, place: &str, kind, height| {
        let id = format!("{}-{place}", part.slug);
        let size = ChartSize { width: 600, height };
        view! { <ChartCard model id=&id size shared=shared(kind)/> }.into_any()
    };
    // Where no two years can be joined, the chart is dots apart: it goes with the table.
    let dots = part.lines.as_ref().filter(|model| !province_charts::joined(model));
    let lines = part.lines.as_ref().filter(|model| province_charts::joined(model));
    let [lines, dots] = [lines, dots].map(|model| model.map(|model| card(model, "lines", ProvinceKind::Lines, 260)));
    let components = part.components.as_ref().map(|(year, model)| {
        let card = card(model, "parts", ProvinceKind::Components, 0);
        let summary = format!("{} {year}", m::COMPONENTS.get(cx.lang()));
        view! { <details class="components"><summary>{summary}</summary>{card}</details> }
    });
    let about = format!("{}: {}", part.short, m::HISTORY.get(cx.lang()));
    let table = shared(ProvinceKind::Table).map(|shared| view! { <SharePanel shared=shared about=&about/> }.into_any());
    let whole = part.whole.as_ref().map(|(year, model)| {
        let id = format!("{}-whole", part.slug);
        let size = ChartSize { width: 600, height: 0 };
        let shared = indicator.and_then(|indicator| whole(cx, province, (indicator, *year)));
        view! { <ChartCard model id=&id size shared/> }.into_any()
    });
    // What is strong and weak stands beside the lines, which leave room for it.
    let strengths = part
        .strengths
        .as_ref()
        .map(|s| view! { <ProvinceStrengths strengths=s/> });
    let class = if strengths.is_some() {
        "indicator wide"
    } else {
        "indicator"
    };
    let next = asked_next(cx, province, part);
    let beside = (strengths.is_some() || next.is_some()).then(|| view! { <div>{strengths}{next}</div> });
    let corrections = indicator.map(|id| {
        let found = corrections::of_province(cx, id, province);
        view! { <CorrectionNotice corrections=found/> }
    });
    let charts = (lines.is_some() || whole.is_some() || beside.is_some()).then(|| {
        let drawn = (lines.is_some() || whole.is_some()).then(|| view! { <div>{lines}{whole}</div> });
        view! { <div class="charts">{drawn}{beside}</div> }
    });
    let history = (!part.years.is_empty() && part.counts.is_empty()).then(|| view! { <ProvinceHistory part/> });
    let counts = (!part.counts.is_empty()).then(|| view! { <ProvinceCounts part/> });
    let rows = part.years.len().max(part.counts.len()).to_string();
    let full = (part.name != part.short).then(|| view! { <p class="small">{part.name.clone()}</p> });
    let folded = view! {
        <details class="tables">
            <summary>{fill!(m::ALL_YEARS, cx.lang(), count = &rows)}</summary>
            {full}
            {dots}
            {history}
            {counts}
            {table}
        </details>
    };
    view! {
        <section class=class id=part.slug.clone() aria-labelledby=format!("{}-h", part.slug)>
            <h2 id=format!("{}-h", part.slug)><a href=cx.links.indicator(&part.slug)>{part.short.clone()}</a></h2>
            {part.verdicts.as_ref().and_then(|said| verdicts(cx, said))}
            {corrections}
            {charts}
            {components}
            {folded}
        </section>
    }
    .into_any()
}

/// The parts of a whole where they are shared. The address names the province and no list: it has to be in the list that
/// follows.
fn whole(cx: &PageContext, province: ProvinceId, (indicator, year): (IndicatorId, i32)) -> Option<Shared<'static>> {
    let query = PartsQuery {
        indicator,
        year,
        basis: None,
        only: vec![province],
        followed: Vec::new(),
    };
    let found = parts(cx, query)?;
    let view = View::Derived(DerivedView::parts(indicator, year, ViewForm::Bars));
    Some(Shared::new(view, found.query.state(cx)))
}

/// Which way it went, and how it compares with the country.
fn verdicts(cx: &PageContext, said: &Verdicts) -> Option<AnyView> {
    let lang = cx.lang();
    let country = said.country.as_ref().map(|text| {
        view! { {w::COUNTRY.get(lang)}" "{said.year}": "<b>{text.clone()}</b> }
    });
    let trend = said
        .trend
        .as_ref()
        .ok()
        .map(|cell| view! { {w::TREND.get(lang)}": "{shapes::change(cell)} });
    let between = (trend.is_some() && country.is_some()).then_some(" · ");
    (trend.is_some() || country.is_some())
        .then(|| view! { <p class="verdicts">{trend}{between}{country}</p> }.into_any())
}

/// Why the indicator moved, and what would follow from other components, where either can be said.
fn asked_next(cx: &PageContext, province: ProvinceId, part: &IndicatorPart) -> Option<AnyView> {
    let indicator = cx.snapshot().catalogue.indicator_by_slug(&part.slug)?;
    let lang = cx.lang();
    let link = |kind: Explanation, words: String| {
        let href = explanation(cx, (province, indicator), kind, &[]);
        view! { <a class="btn" href=href>{words}</a>" " }
    };
    let why = crate::views::why::model::has_why(cx.snapshot(), indicator, province);
    let why = why.then(|| {
        link(
            Explanation::Why,
            fill!(messages::why::TO_WHY, lang, indicator = &part.short),
        )
    });
    let what_if = crate::views::what_if::model::has_what_if(cx.snapshot(), indicator, province);
    let what_if = what_if.then(|| {
        link(
            Explanation::WhatIf,
            fill!(messages::what_if::TO_WHAT_IF, lang, indicator = &part.short),
        )
    });
    (why.is_some() || what_if.is_some()).then(|| view! { <p class="does">{why}{what_if}</p> }.into_any())
}

#[component]
fn ProvinceStrengths<'a>(strengths: &'a Strengths) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let list = |items: &[(String, String)]| {
        items
            .iter()
            .map(|(name, text)| view! { <li>{name.clone()}" "<b>{text.clone()}</b></li> })
            .collect_view()
    };
    view! {
        <div class="strengths">
            <div><h3>{m::STRONG.get(lang)}", "{strengths.year}</h3><ol>{list(&strengths.strong)}</ol></div>
            <div><h3>{m::WEAK.get(lang)}", "{strengths.year}</h3><ol>{list(&strengths.weak)}</ol></div>
            <p class="small">{strengths.how}</p>
        </div>
    }
}

/// All years, open where they are few.
#[component]
fn ProvinceHistory<'a>(part: &'a IndicatorPart) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let grouped = part.years.iter().any(|l| l.group.is_some());
    let banded = part.years.iter().any(|l| l.band.is_some());
    let rows = part.years.iter().map(|line| {
        view! {
            <tr>
                <th scope="row"><a href=line.link.clone()>{line.year}</a></th>
                <td class="num"><StandingValue lang line/></td>
                {grouped.then(|| view! { <td>{line.group.map(|g| view! { <QuarterChip lang group=g/> }.into_any())}</td> })}
                {banded.then(|| view! { <td>{line.band.clone()}</td> })}
                <td class="num rank"><FigureRank lang cell=&line.rank said=false/></td>
                <td class="num">{shapes::change(&line.points)}</td>
                <td class="num">{shapes::change(&line.places)}</td>
                <td><SourceNotes numbers=&line.sources/></td>
            </tr>
        }
    });
    let caption = format!("{}: {}", part.short, m::HISTORY.get(lang));
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=caption.clone()>
        <table class="plain history">
            <caption>{caption.clone()}</caption>
            <thead><tr>
                <th scope="col">{m::YEAR.get(lang)}</th>
                <th scope="col" class="num">{m::VALUE.get(lang)}</th>
                {grouped.then(|| view! { <th scope="col">{m::GROUP.get(lang)}</th> })}
                {banded.then(|| view! { <th scope="col">{m::BAND.get(lang)}</th> })}
                <th scope="col" class="num">{m::RANK.get(lang)}</th>
                <th scope="col" class="num">{m::CHANGE.get(lang)}</th>
                <th scope="col" class="num">{m::PLACES.get(lang)}</th>
                <th scope="col">{m::SOURCE.get(lang)}</th>
            </tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table></div>
        {part.by_rule.map(|words| view! { <p class="soft">{words}</p> })}
    }
}

/// Counts and coverage with their moment and component.
#[component]
fn ProvinceCounts<'a>(part: &'a IndicatorPart) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let row = |line: &CountLine| {
        let note = (!line.note.is_empty()).then(|| view! { <small>{line.note.clone()}</small> });
        view! {
            <tr>
                <th scope="row">{line.component.clone()}{note}</th>
                <td>{line.as_of.clone()}</td>
                <td class="num"><DisputedValue lang cell=&line.value given=&line.claims/></td>
                <td><SourceNotes numbers=&line.sources/></td>
            </tr>
        }
    };
    let caption = format!("{}: {}", part.short, m::COMPONENTS.get(lang));
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=caption.clone()>
        <table class="plain counts">
            <caption>{caption.clone()}</caption>
            <thead><tr>
                <th scope="col">{m::COMPONENT.get(lang)}</th>
                <th scope="col">{m::AS_OF.get(lang)}</th>
                <th scope="col" class="num">{m::VALUE.get(lang)}</th>
                <th scope="col">{m::SOURCE.get(lang)}</th>
            </tr></thead>
            <tbody>{part.counts.iter().map(row).collect_view()}</tbody>
        </table></div>
    }
}
