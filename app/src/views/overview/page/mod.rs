//! The overview.

mod cards;
mod heat;

use islands::calls::FollowProvince;
use leptos::{prelude::*, server_fn::ServerFn as _};
use messages::{common as m, feeds::FEEDS, fill, overview as w};

use domain::ProvinceId;

use super::model::{self, CountLine, Movers, Overview, OverviewQuery};
use crate::{
    ChartSize, PageResponse,
    components::{
        chart::ChartCard,
        layout::{Document, Frame, Section},
        province_options::ProvinceField,
        shapes,
        ways::NationalBriefingLinks,
    },
    context::{PageContext, page_context},
    export::{DerivedView, View, ViewKind, data::Shared},
    query::Parameters,
    response,
    views::{
        feeds::model::Followed,
        overview::page::{cards::IndicatorCard, heat::HeatTable},
    },
};

pub(crate) fn overview(cx: &PageContext, parameters: &Parameters) -> PageResponse {
    match OverviewQuery::read(cx, parameters) {
        Ok(query) => {
            let overview = model::overview(cx, &query);
            response::page(view! { <OverviewPage model=&overview/> }.into_any())
        }
        Err(bad) => response::fail(crate::views::error::page::bad_request(cx, &bad), 400),
    }
}

#[component]
fn OverviewPage<'a>(model: &'a Overview<'a>) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let shown = model.cards.len() + model.counts.len();
    let body = view! {
        <h1>{model.title.clone()}</h1>
        <p class="lead">{fill!(w::LEAD, lang, count = shown)}</p>
        <OverviewOwn chosen=model.own/>
        <section aria-labelledby="cards-h">
            <h2 id="cards-h" class="vh">{w::CARDS.get(lang)}</h2>
            <ul class="scores">{model.cards.iter().map(|card| view! { <IndicatorCard card/> }).collect_view()}</ul>
        </section>
        <div class="cols overview">
            {model.heat.as_ref().map(|map| view! { <HeatTable map own=model.own/> }.into_any())}
            <div>
                {model.movers.as_ref().map(|movers| view! { <OverviewMoved movers/> })}
                <OverviewTiles model/>
                <OverviewNews model/>
            </div>
        </div>
        <OverviewCounts lines=&model.counts/>
        <NationalBriefingLinks/>
    }
    .into_any();
    let frame = Frame {
        feed: Some(Followed::All.paths(cx).1),
        kept: &["province", "columns", "basis", "sort"],
        ..Frame::new(model.title.clone(), m::OVERVIEW_LEAD.get(lang), Section::Overview)
    };
    view! { <Document frame>{body}</Document> }.into_any()
}

/// The reader's own province: chosen once, then in the address and remembered by the browser.
#[component]
fn OverviewOwn(chosen: Option<ProvinceId>) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let edition = cx
        .links
        .edition
        .map(|n| view! { <input type="hidden" name="edition" value=n.to_string()/> });
    let ways = chosen.map(|id| {
        let slug = &cx.snapshot().catalogue.provinces.get(id).slug;
        let ways = [
            (cx.links.province(slug), w::OWN_STANDING),
            (
                cx.links.briefing(&format!("/provinces/{slug}/briefing")),
                w::OWN_BRIEFING,
            ),
            (cx.links.ready(&format!("provinces/{slug}"), &[]), w::OWN_DECK),
            (format!("{}?deck=provinces/{slug}", cx.links.slideshow()), w::OWN_WALL),
        ];
        ways.map(|(href, words)| view! { <a class="btn" href=href>{words.get(lang)}</a> })
            .into_iter()
            .collect_view()
    });
    view! {
        <form class="ownplace" method="post" action=cx.links.call(FollowProvince::PATH)>
            {edition}
            <label for="own">{w::OWN.get(lang)}</label>
            <ProvinceField name="province" id="own" none=w::OWN_CHOOSE chosen/>
            <button type="submit" class="plainbtn">{w::OWN_SHOW.get(lang)}</button>
            {ways}
        </form>
    }
}

#[component]
fn OverviewMoved<'a>(movers: &'a Movers) -> impl IntoView + use<> {
    let cx = &*page_context();
    let rows = movers.lines.iter().map(|line| {
        view! {
            <tr><th scope="row"><a href=line.href.clone()>{line.name.clone()}</a></th>
                <td class="num">{line.places.clone()}</td>
                <td class="num">{shapes::change(&line.change)}</td></tr>
        }
    });
    let lang = cx.lang();
    view! {
        <section aria-labelledby="movers-h" class="movers">
            <h2 id="movers-h">{movers.title.clone()}</h2>
            <table>
                <caption class="vh">{movers.title.clone()}</caption>
                <thead class="vh"><tr>
                    <th scope="col">{m::PROVINCE.get(lang)}</th><th scope="col">{m::RANK.get(lang)}</th>
                    <th scope="col">{m::PLACES.get(lang)}</th></tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
            <p><a href=movers.href.clone()>{w::MOVERS_ALL.get(lang)}</a></p>
        </section>
    }
}

/// The tile map, with the way to its page.
#[component]
fn OverviewTiles<'a>(model: &'a Overview<'a>) -> Option<AnyView> {
    let cx = &*page_context();
    let ((indicator, year, form), chart) = model.map.as_ref()?;
    let view = View::Derived(DerivedView {
        kind: ViewKind::Map,
        indicator: Some(*indicator),
        year: Some(*year),
        province: None,
        form: *form,
    });
    let size = ChartSize { width: 460, height: 0 };
    let own = model
        .own
        .map(|id| cx.snapshot().catalogue.provinces.get(id).slug.clone());
    let state = own.map(|slug| ("highlight", slug)).into_iter().collect();
    Some(view! { <ChartCard model=chart id="map" size shared=Some(Shared::new(view, state))/> }.into_any())
}

#[component]
fn OverviewNews<'a>(model: &'a Overview<'a>) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    view! {
        <section aria-labelledby="news-h" class="news">
            <h2 id="news-h">{m::NEWS.get(lang)}</h2>
            <p>{model.edition.clone()}</p>
            <ul>{model.news.iter().map(|n| view! { <li>{n.clone()}</li> }).collect_view()}</ul>
            <p><a href=cx.links.feeds()>{FEEDS.get(lang)}</a></p>
        </section>
    }
}

/// What is not a score: folded, with how much is known.
#[component]
fn OverviewCounts<'a>(lines: &'a [CountLine]) -> Option<AnyView> {
    let cx = &*page_context();
    if lines.is_empty() {
        return None;
    }
    let lang = cx.lang();
    let items = lines.iter().map(|line| {
        let (found, expected) = line.coverage;
        let covered = fill!(w::COVERED, lang, found = found, expected = &expected.to_string());
        view! { <li><a href=line.href.clone()>{line.short.clone()}" "{line.year}</a>" "<small>{covered}</small></li> }
    });
    let view = view! {
        <details class="counts">
            <summary>{w::COUNTS.get(lang)}" ("{lines.len()}")"</summary>
            <ul>{items.collect_view()}</ul>
        </details>
    };
    Some(view.into_any())
}
