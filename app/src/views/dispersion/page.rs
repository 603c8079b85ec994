//! The page: the finding, the chart, the table of years.

use domain::IndicatorId;
use leptos::prelude::*;
use messages::{common as m, dispersion as w, fill};

use super::{
    content,
    model::{self, DispersionView, LINES},
};
use crate::{
    ChartSize, PageResponse,
    components::{
        chart::ChartCard,
        layout::{Document, Frame, Section},
        share::{self, SharePanel},
        sources::CitedSources,
    },
    context::{PageContext, page_context},
    export::{View, ViewForm, data::Shared},
    findings::headline as finding,
    response,
    views::{error::page as error, ranking::rows::SourceList},
};

/// The page of an indicator; not found without a complete table of scores.
pub(crate) fn dispersion(cx: &PageContext, id: IndicatorId) -> PageResponse {
    match model::dispersion(cx, id) {
        Some(found) => response::page(view! { <DispersionPage found=&found/> }.into_any()),
        None => {
            let short = cx.snapshot().catalogue.indicator(id).short.get(cx.lang());
            let text = fill!(w::NOTHING, cx.lang(), indicator = short);
            response::fail(error::not_found(cx, Some(text)), 404)
        }
    }
}

#[component]
fn DispersionPage<'a>(found: &'a DispersionView<'a>) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let indicator = cx.snapshot().catalogue.indicator(found.indicator);
    let year = found.newest().table.key.year;
    let ranking = fill!(
        w::TO_RANKING,
        lang,
        indicator = indicator.short.get(lang),
        year = &year.to_string()
    );
    let model = found.chart(cx);
    let size = ChartSize {
        width: 960,
        height: 420,
    };
    let shared = |form| Shared::new(View::Derived(content::view(found, form)), Vec::new());
    let note = found.verdict(cx);
    let class = match note.comparable {
        Some(true) => "note same",
        Some(false) => "note ne",
        None => "note none",
    };
    let apart =
        (note.comparable == Some(false)).then(|| view! { <svg class="i" aria-hidden="true"><use href="#i-ne"/></svg> });
    let mut list = SourceList::default();
    for of in &found.years {
        for row in &of.table.rows {
            list.numbers(cx.snapshot().figure(row.figure));
        }
    }
    let title = found.title(cx);
    let body = view! {
        <p class="crumb"><a href=cx.links.ranking(&indicator.slug, year)>{ranking}</a>" › "{w::DISPERSION.get(lang)}</p>
        <h1>{title.clone()}</h1>
        <p class="lead">{w::LEAD.get(lang)}" "{w::HOW.get(lang)}</p>
        <p class=class>{apart}{note.text()}</p>
        <section class="wide" aria-labelledby="chart-h"><h2 class="vh" id="chart-h">{m::CHARTS.get(lang)}</h2><ChartCard model=&model id="chart" size shared=Some(shared(ViewForm::Lines))/></section>
        <section aria-labelledby="table-h">
            <h2 id="table-h">{w::TABLE.get(lang)}</h2>
            <DispersionTable found/>
            {found.left_out(cx).map(|text| view! { <p class="small">{text}</p> })}
            <SharePanel shared=shared(ViewForm::Table) about=w::TABLE.get(lang)/>
        </section>
        <CitedSources sources=&list.0/>
    }
    .into_any();
    let frame = Frame {
        picture: Some(share::picture(cx, &shared(ViewForm::Lines), &model.title)),
        ..Frame::new(title, found.subtitle(cx), Section::Rankings)
    };
    view! { <Document frame>{body}</Document> }.into_any()
}

/// One row per year, the newest first.
#[component]
fn DispersionTable<'a>(found: &'a DispersionView<'a>) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let measure = finding::measure(cx.snapshot(), lang, found.newest().table);
    let caption = fill!(w::TABLE_CAPTION, lang, measure = &measure);
    let slug = &cx.snapshot().catalogue.indicator(found.indicator).slug;
    let rows = found.years.iter().rev().map(|of| {
        let year = of.table.key.year;
        let values = LINES.map(|(label, _, value)| {
            view! { <td class="num" data-h=label.get(lang)>{found.text(cx, value(&of.dispersion))}</td> }
        });
        view! {
            <tr><th scope="row"><a href=cx.links.ranking(slug, year)>{year}</a></th>
                {values.into_iter().collect_view()}
                <td class="num" data-h=w::APART.get(lang)><b>{found.text(cx, of.dispersion.between_quartiles())}</b></td>
                <td class="num" data-h=w::COUNT.get(lang)>{of.dispersion.count}</td></tr>
        }
    });
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=caption.clone()>
        <table class="plain">
            <caption class="vh">{caption.clone()}</caption>
            <thead><tr><th scope="col">{m::YEAR.get(lang)}</th>
                {LINES.map(|(label, ..)| view! { <th scope="col" class="num">{label.get(lang)}</th> }).into_iter().collect_view()}
                <th scope="col" class="num">{w::APART.get(lang)}</th>
                <th scope="col" class="num">{w::COUNT.get(lang)}</th></tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
        </div>
    }
}
