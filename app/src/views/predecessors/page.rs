//! On the page of a province that the merger formed: the figures of its former units, side by side.

use leptos::prelude::*;
use messages::{common as m, fill, mergers as w};

use domain::{Listed, ProvinceId, chart::ChartModel};

use super::model::{self as predecessors, Before, BeforeCount, BeforeYear};
use crate::{
    ChartSize,
    components::{
        chart::FoldedChart,
        figure::{FigureRank, QuarterChip, SourceNotes},
        share::SharePanel,
        sources::DisputedValue,
    },
    context::{PageContext, page_context},
    export::{DerivedView, View, ViewForm, data::Shared},
    views::{province::charts as province_charts, ranking::rows::SourceList, rebased::lines::PartLine},
    words,
};

/// All that is known of the former units; nothing for a province that the merger left as it was.
pub(crate) fn section(cx: &PageContext, id: ProvinceId, list: &mut SourceList) -> Option<AnyView> {
    let lang = cx.lang();
    let provinces = &cx.snapshot().catalogue.provinces;
    let about = provinces.get(id);
    let all = predecessors::before(cx, id, list);
    let from = about
        .from
        .filter(|_| about.listed == Listed::Since2025 && !all.is_empty())?;
    let units: Vec<String> = provinces
        .merged_from(id)
        .into_iter()
        .map(|unit| words::province(lang, provinces.get(unit)))
        .collect();
    let name = about.name.get(lang);
    let lead = fill!(
        w::BEFORE_LEAD,
        lang,
        province = name,
        date = &from.format(lang),
        provinces = &words::list(lang, &units)
    );
    let jumps = all.iter().map(|one| {
        let to = format!("#{}-before", one.slug);
        view! { <a href=to>{one.short.clone()}</a> }
    });
    let parts = all.iter().map(|one| view! { <PredecessorsPart id one/> }.into_any());
    let view = view! {
        <section class="before" aria-labelledby="before-h">
            <h2 id="before-h">{w::BEFORE.get(lang)}</h2>
            <p class="note none">{lead}</p>
            <nav class="tabs" aria-label=w::BEFORE.get(lang)>{jumps.collect_view()}</nav>
            <div class="former">{parts.collect_view()}</div>
        </section>
    };
    Some(view.into_any())
}

#[component]
fn PredecessorsPart<'a>(id: ProvinceId, one: &'a Before) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let heading = fill!(w::BEFORE_OF, lang, indicator = &one.short);
    let shared = |form| Shared::new(View::Derived(DerivedView::before(id, one.indicator, form)), Vec::new());
    let card = |model| {
        let place = format!("{}-before-lines", one.slug);
        let size = ChartSize {
            width: 600,
            height: 260,
        };
        let card = view! { <FoldedChart model id=&place size shared=shared(ViewForm::Lines) summary=w::CHART.get(lang).to_owned()/> }.into_any();
        view! { <div class="charts">{card}</div> }
    };
    // Where no two years can be joined, the chart is dots apart: it goes with the table.
    let joined = |model: &&ChartModel| province_charts::joined(model);
    let lines = one.lines.as_ref().filter(joined).map(card);
    let dots = one.lines.as_ref().filter(|model| !joined(model)).map(card);
    let newest = one.years.first().map(|year| {
        view! { <p class="small"><a href=year.link.clone()>{w::REBASED_LINK.get(lang)}" ("{one.short.clone()}" "{year.year}")"</a></p> }
    });
    let rows = one.years.len().max(one.counts.len()).to_string();
    view! {
        <section class="indicator" id=format!("{}-before", one.slug) aria-labelledby=format!("{}-before-h", one.slug)>
            <h3 id=format!("{}-before-h", one.slug)>{heading.clone()}</h3>
            {lines}
            <details class="tables">
                <summary>{fill!(m::ALL_YEARS, lang, count = &rows)}</summary>
                {dots}
                {(!one.years.is_empty()).then(|| view! { <PredecessorsYears one/> })}
                {(!one.counts.is_empty()).then(|| view! { <PredecessorsCounts one/> })}
                {newest}
                <SharePanel shared=shared(ViewForm::Table) about=&heading/>
            </details>
        </section>
    }
    .into_any()
}

#[component]
fn PredecessorsUnits<'a>(one: &'a Before) -> impl IntoView + use<> {
    let cx = &*page_context();
    let links = one.units.iter().map(|(slug, name)| {
        let href = cx.links.province(slug);
        view! { <th scope="col" class="num"><a href=href>{name.clone()}</a></th> }
    });
    links.collect_view()
}

/// A figure with its rank and where both are from.
#[component]
fn PredecessorsCell<'a>(part: &'a PartLine, ranked: bool) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let rank = ranked.then(|| {
        let group = part.group.map(|g| view! { <QuarterChip lang group=g/> }.into_any());
        view! { <span class="rank">{group}" "<FigureRank lang cell=&part.rank said=false/></span> }
    });
    let moment = part.as_of.clone().map(|moment| view! { <small>{moment}</small> });
    view! { <td class="num"><DisputedValue lang cell=&part.value given=&part.claims/>" "{rank}{moment}<SourceNotes numbers=&part.sources/></td> }
        .into_any()
}

#[component]
fn PredecessorsYears<'a>(one: &'a Before) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let caption = fill!(w::BEFORE_CAPTION, lang, indicator = &one.short);
    let row = |year: &BeforeYear| {
        let parts = year
            .parts
            .iter()
            .map(|part| view! { <PredecessorsCell part ranked=true/> }.into_any())
            .collect::<Vec<_>>();
        let indicative = year.indicative.clone();
        let indicative = indicative.map(|text| view! { <span class="indicative">{text}</span> });
        view! {
            <tr>
                <th scope="row"><a href=year.link.clone()>{year.year}</a></th>
                {parts}
                <td class="num">{year.spread.join("; ")}{indicative}</td>
            </tr>
        }
    };
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=caption.clone()>
        <table class="plain beside">
            <caption>{caption.clone()}</caption>
            <thead><tr>
                <th scope="col">{m::YEAR.get(lang)}</th>
                <PredecessorsUnits one/>
                <th scope="col" class="num">{w::SPREAD.get(lang)}</th>
            </tr></thead>
            <tbody>{one.years.iter().map(row).collect_view()}</tbody>
        </table></div>
    }
}

#[component]
fn PredecessorsCounts<'a>(one: &'a Before) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let caption = fill!(w::COUNTS_CAPTION, lang, indicator = &one.short);
    let row = |count: &BeforeCount| {
        let parts = count
            .parts
            .iter()
            .map(|part| view! { <PredecessorsCell part ranked=false/> }.into_any())
            .collect::<Vec<_>>();
        let made_of = (!count.made_of.is_empty()).then(|| view! { <small>"= "{count.made_of.clone()}</small> });
        view! {
            <tr>
                <th scope="row">{count.component.clone()}<small>{count.year}</small></th>
                {parts}
                <td class="num">{count.sum.clone()}{made_of}</td>
            </tr>
        }
    };
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=caption.clone()>
        <table class="plain beside">
            <caption>{caption.clone()}</caption>
            <thead><tr>
                <th scope="col">{m::COMPONENT.get(lang)}</th>
                <PredecessorsUnits one/>
                <th scope="col" class="num">{w::TOTAL.get(lang)}</th>
            </tr></thead>
            <tbody>{one.counts.iter().map(row).collect_view()}</tbody>
        </table></div>
    }
}
