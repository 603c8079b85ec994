//! The overview.

use leptos::prelude::*;

use crate::{
    components::layout::{self, Frame, Section},
    messages as m,
    models::{
        Here,
        feed_words::FEEDS,
        feeds::Followed,
        overview::{Overview, OverviewLine},
    },
};

pub(crate) fn overview(here: &Here<'_>, model: &Overview) -> AnyView {
    let lang = here.lang();
    let title = m::OVERVIEW_TITLE.get(lang);
    let body = view! {
        <h1>{title}</h1>
        <p class="lead">{m::OVERVIEW_LEAD.get(lang)}</p>
        {super::briefing::way(here, "", m::NATION.get(lang))}
        <table class="stack overview">
            <caption class="vh">{title}</caption>
            <thead><tr>
                <th scope="col">{m::INDICATOR.get(lang)}</th>
                <th scope="col">{m::YEAR.get(lang)}</th>
                <th scope="col">{m::LEADER.get(lang)}</th>
                <th scope="col">{m::TOP_GAIN.get(lang)}</th>
                <th scope="col" class="num">{m::COVERAGE_HEAD.get(lang)}</th>
                <th scope="col" class="num">{m::NATION_HEAD.get(lang)}</th>
                <th scope="col">{m::TREND.get(lang)}</th>
            </tr></thead>
            <tbody>{model.lines.iter().map(|l| line(here, l)).collect_view()}</tbody>
        </table>
        <section aria-labelledby="news-h" class="news">
            <h2 id="news-h">{m::NEWS.get(lang)}</h2>
            <p>{model.edition.clone()}</p>
            <ul>{model.news.iter().map(|n| view! { <li>{n.clone()}</li> }).collect_view()}</ul>
            <p><a href=here.links.feeds()>{FEEDS.get(lang)}</a></p>
        </section>
    };
    let frame = Frame {
        feed: Some(Followed::All.paths(here).1),
        ..Frame::new(title, m::OVERVIEW_LEAD.get(lang), Section::Overview)
    };
    layout::page(here, &frame, body.into_any())
}

fn line(here: &Here<'_>, line: &OverviewLine) -> impl IntoView + use<> {
    let lang = here.lang();
    let ranking = here.links.ranking(&line.slug, line.year);
    let label = m::SEE_RANKING.fill(lang, &[&line.short, &line.year.to_string()]);
    let leaders: AnyView = if line.leaders.is_empty() {
        view! { <span class="soft">{line.no_leader}</span> }.into_any()
    } else {
        let items = line.leaders.iter().enumerate().map(|(i, (name, value, href))| {
            let before = if i > 0 { ", " } else { "" };
            view! { {before}<a href=href.clone()>{name.clone()}</a>" "<span class="n">{value.clone()}</span> }
        });
        items.collect_view().into_any()
    };
    let gain: AnyView = match &line.gain {
        Some((name, rise, href)) => {
            view! { <a href=href.clone()>{name.clone()}</a>" "<span class="n">{rise.clone()}</span> }.into_any()
        }
        None => view! { <span class="soft">{line.no_gain.clone()}</span> }.into_any(),
    };
    let (found, expected) = line.coverage;
    view! {
        <tr>
            <th scope="row"><a href=here.links.indicator(&line.slug)>{line.short.clone()}</a>{(!line.name.is_empty()).then(|| view! { <small>{line.name.clone()}</small> })}</th>
            <td data-h=m::YEAR.get(lang)><a class="btn" href=ranking aria-label=label>{line.year}</a></td>
            <td data-h=m::LEADER.get(lang)><span>{leaders}</span></td>
            <td data-h=m::TOP_GAIN.get(lang)><span>{gain}</span></td>
            <td class="num" data-h=m::COVERAGE_HEAD.get(lang)><span>{found}"/"{expected}</span></td>
            <td class="num" data-h=m::NATION_HEAD.get(lang)>{line.nation.clone().unwrap_or_else(|| "–".to_owned())}</td>
            <td data-h=m::TREND.get(lang) class="spark"><span inner_html=line.nation_trend.clone()></span></td>
        </tr>
    }
}
