//! The province page: where it stands over all indicators, then each indicator with its charts first.

mod section;
mod standing;

use leptos::prelude::*;
use messages::{common as m, fill, findings as vw, mergers as w, overview as ow};

use domain::{Listed, Province, ProvinceId};

use super::model::{self, IndicatorPart};
use crate::{
    components::{
        follow::FollowForm,
        layout::{Document, Frame, Picture, Section},
        share,
        sources::CitedSources,
        ways::{BriefingLinks, FeedLink},
    },
    context::{PageContext, page_context},
    export::{ProvinceKind, View, data::Shared},
    findings::alike,
    views::{
        compare::page::ways::FromProvince,
        feeds::model::Followed,
        province::page::{section::IndicatorSection, standing::ProvinceStanding},
        ranking::rows::SourceList,
    },
    words,
};

#[component]
pub(crate) fn ProvinceView(id: ProvinceId) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let about = cx.snapshot().catalogue.provinces.get(id);
    let name = words::province(lang, about);
    let mut list = SourceList::default();
    let (parts, without) = model::parts(cx, id, &mut list);
    let title = model::title(cx, &name, &parts);
    let before = crate::views::predecessors::page::section(cx, id, &mut list);
    let standing = (!parts.is_empty()).then(|| {
        let all = crate::views::standing::model::standing(cx, id);
        view! { <ProvinceStanding all=&all parts=&parts/> }.into_any()
    });
    let nothing = parts
        .is_empty()
        .then(|| view! { <p class="note none">{m::NO_FIGURES_PROVINCE.get(lang)}</p> });
    let without = (!without.is_empty() && !parts.is_empty()).then(|| {
        view! { <p class="small">{fill!(m::NO_INDICATORS, lang, indicators = &without.join(", "))}</p> }
    });
    let sections = parts
        .iter()
        .map(|p| view! { <IndicatorSection province=id part=p/> }.into_any())
        .collect_view();
    let body = view! {
        <p class="crumb"><a href=cx.links.provinces()>{m::PROVINCES.get(lang)}</a>" › "{region(cx, about)}</p>
        <h1>{title.clone()}</h1>
        <ProvinceIdentity id about past=before.is_some()/>
        {nothing}
        {standing}
        {without}
        <ProvinceNoTrend parts=&parts/>
        <div class="peers-and-ways">
            <ProvinceSimilar id/>
            <div>
                <ProvinceMeetings about name=&name/>
                <div class="onward">
                    <FromProvince id/>
                    <FollowForm province=id/>
                    <FeedLink followed=Followed::Province(id)/>
                </div>
            </div>
        </div>
        <div class="indicators">{sections}</div>
        {before}
        {(!list.0.is_empty()).then(|| view! { <ProvinceCited list=&list/> })}
    }
    .into_any();
    let description = format!("{name}: {}", m::STANDING.get(lang));
    let frame = Frame {
        picture: picture(cx, id, &parts),
        feed: Some(Followed::Province(id).paths(cx).1),
        ..Frame::new(title, description, Section::Provinces)
    };
    view! { <Document frame>{body}</Document> }.into_any()
}

/// The sources, folded: a province's figures have dozens. A number beside a figure leads into them, which opens them.
#[component]
fn ProvinceCited<'a>(list: &'a SourceList) -> impl IntoView + use<> {
    let cx = &*page_context();
    let summary = format!("{} ({})", m::SOURCES.get(cx.lang()), list.0.len());
    view! { <details class="cited"><summary>{summary}</summary><CitedSources sources=&list.0/></details> }
}

/// Of which indicators no trend can be said, and why: one line for all.
#[component]
fn ProvinceNoTrend<'a>(parts: &'a [IndicatorPart]) -> Option<AnyView> {
    let cx = &*page_context();
    let lang = cx.lang();
    let short = parts.iter().filter_map(|part| {
        let why = part.verdicts.as_ref()?.trend.as_ref().err()?;
        Some(fill!(vw::CANNOT_SAY_OF, lang, indicator = &part.short, reason = why))
    });
    let short: Vec<String> = short.collect();
    (!short.is_empty())
        .then(|| view! { <p class="small">{fill!(vw::CANNOT_SAY, lang, list = &short.join(", "))}</p> }.into_any())
}

/// The provinces most alike in their figures; the reasons are folded.
#[component]
fn ProvinceSimilar(id: ProvinceId) -> Option<AnyView> {
    let cx = &*page_context();
    let lang = cx.lang();
    let found = alike::newest(cx, id)?;
    let names = found.members.iter().enumerate().map(|(at, other)| {
        let slug = &cx.snapshot().catalogue.provinces.get(other.province).slug;
        let comma = if at == 0 { "" } else { ", " };
        view! { {comma}<a href=cx.links.province(slug)>{other.name.clone()}</a> }
    });
    let reasons = found.members.iter().filter(|other| !other.why.is_empty());
    let reasons = reasons.map(|other| view! { <li>{other.name.clone()}": "<small>{other.why.clone()}</small></li> });
    let view = view! {
        <section class="alike" aria-labelledby="alike-h">
            <h2 id="alike-h">{vw::ALIKE.get(lang)}</h2>
            <p>{names.collect_view()}</p>
            <details>
                <summary>{vw::ALIKE_WHY.get(lang)}</summary>
                <ol>{reasons.collect_view()}</ol>
                <p class="small">{found.by}</p>
            </details>
        </section>
    };
    Some(view.into_any())
}

/// Briefing, slides and slideshow of this province.
#[component]
fn ProvinceMeetings<'a>(about: &'a Province, name: &'a str) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let deck = format!("provinces/{}", about.slug);
    let slideshow = format!("{}?deck={deck}", cx.links.slideshow());
    view! {
        <section class="meetings" aria-labelledby="meetings-h">
            <h2 id="meetings-h">{m::FOR_MEETINGS.get(lang)}</h2>
            <BriefingLinks path={format!("/provinces/{}", about.slug)} name/>
            <p><a class="btn" href=cx.links.ready(&deck, &[])>{ow::OWN_DECK.get(lang)}</a>" "<a class="btn" href=slideshow>{ow::OWN_WALL.get(lang)}</a></p>
        </section>
    }
}

/// The first chart of the page, for other sites.
fn picture(cx: &PageContext, province: ProvinceId, parts: &[IndicatorPart]) -> Option<Picture> {
    let (part, lines) = parts.iter().find_map(|part| Some((part, part.lines.as_ref()?)))?;
    let view = View::Province {
        province,
        indicator: cx.snapshot().catalogue.indicator_by_slug(&part.slug)?,
        kind: ProvinceKind::Lines,
    };
    Some(share::picture(cx, &Shared::new(view, Vec::new()), &lines.title))
}

fn region(cx: &PageContext, about: &Province) -> String {
    cx.snapshot()
        .catalogue
        .provinces
        .region(about.region)
        .name
        .get(cx.lang())
        .to_owned()
}

/// Kind, code, dates, where it came from and what became of it.
#[component]
fn ProvinceIdentity<'a>(id: ProvinceId, about: &'a Province, past: bool) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let register = &cx.snapshot().catalogue.provinces;
    let kind = if about.city { m::PROVINCE_CITY } else { m::PROVINCE_KIND };
    let link = |p: &Province| (cx.links.province(&p.slug), words::province(lang, p));
    let before: Vec<(String, String)> = register
        .predecessors(id)
        .filter(|(_, p)| p.to.is_some_and(|to| to.year() == 2025))
        .map(|(_, p)| link(p))
        .collect();
    let down = past.then(|| view! { " "<a href="#before-h">{w::SEE_BEFORE.get(lang)}"."</a> });
    let formed = about.from.filter(|_| about.listed == Listed::Since2025).map(|from| {
        let links = before.into_iter().enumerate().map(|(i, (href, name))| {
            let comma = if i > 0 { ", " } else { " " };
            view! { {comma}<a href=href>{name}</a> }
        });
        view! { <p class="note none"><b>{fill!(m::FORMED, lang, date = &from.format(lang))}</b>{links.collect_view()}". "{m::SEE_PARTS.get(lang)}{down}</p> }
    });
    // A unit that joined before the merger keeps its figures to itself.
    let joined = register
        .predecessors(id)
        .filter(|(_, p)| p.to.is_some_and(|to| to.year() < 2025));
    let joined = joined.map(|(_, p)| {
        let (href, name) = link(p);
        let day =
            p.to.and_then(domain::Date::next)
                .map(|day| day.format(lang))
                .unwrap_or_default();
        view! { <p class="note none">{fill!(w::JOINED, lang, date = &day, province = &name)}" "<a href=href>{name.clone()}</a>"."</p> }
    });
    let joined = joined.collect_view();
    let ended = about.to.zip(about.successor).map(|(to, successor)| {
        let (href, name) = link(register.get(successor));
        view! { <p class="note none"><b>{fill!(m::ENDED, lang, date = &to.format(lang))}</b>" "<a href=href>{name}</a>"."</p> }
    });
    let names = about
        .earlier_names
        .iter()
        .map(|(name, to)| fill!(m::EARLIER_NAME, lang, date = &to.format(lang), name = name.get(lang)));
    let names: Vec<String> = names.collect();
    view! {
        <p class="lead">{kind.get(lang)}" · "{region(cx, about)}" · "{fill!(m::CODE, lang, code = &about.code)}
            {(!names.is_empty()).then(|| format!(" · {}", names.join(" ")))}</p>
        {formed}
        {joined}
        {ended}
    }
}
