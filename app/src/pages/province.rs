//! The province page.

use leptos::prelude::*;

use domain::{Listed, Province, ProvinceId};

use super::feeds;
use crate::{
    ChartSize,
    components::{
        chart, figure,
        layout::{self, Frame, Picture, Section},
        shapes, share, sources,
    },
    messages as m,
    models::{
        self, Here,
        feeds::Followed,
        merger_words as w,
        province::{self as model, CountLine, IndicatorPart, Strengths, YearLine},
        ranking_rows::{SourceList, ValueCell},
    },
    shared::{ProvinceKind, View},
    words,
};

pub(crate) fn province(here: &Here<'_>, id: ProvinceId) -> AnyView {
    let lang = here.lang();
    let about = here.snapshot.catalogue.provinces.get(id);
    let name = words::province(lang, about);
    let mut list = SourceList::default();
    let (parts, without) = model::parts(here, id, &mut list);
    let before = super::predecessors::section(here, id, &mut list);
    let standing = (!parts.is_empty()).then(|| standing(here, &parts));
    let nothing = parts
        .is_empty()
        .then(|| view! { <p class="note none">{m::NO_FIGURES_PROVINCE.get(lang)}</p> });
    let without = (!without.is_empty() && !parts.is_empty()).then(|| {
        view! { <p class="small">{m::NO_INDICATORS.fill(lang, &[&without.join(", ")])}</p> }
    });
    let sections = parts.iter().map(|p| part(here, id, p)).collect_view();
    let body = view! {
        <p class="crumb"><a href=here.links.provinces()>{m::PROVINCES.get(lang)}</a>" › "{region(here, about)}</p>
        <h1>{name.clone()}</h1>
        {identity(here, id, about, before.is_some())}
        <div class="onward">
            {super::compare::ways::from_province(here, id)}
            {super::briefing::way(here, &format!("/provinces/{}", about.slug), &name)}
            {feeds::link(here, Followed::Province(id))}
        </div>
        {nothing}
        {standing}
        {without}
        {sections}
        {before}
        {(!list.0.is_empty()).then(|| sources::list(here, &list.0))}
    };
    let description = format!("{name}: {}", m::STANDING.get(lang));
    let frame = Frame {
        picture: picture(here, id, &parts),
        feed: Some(Followed::Province(id).paths(here).1),
        ..Frame::new(name, description, Section::Provinces)
    };
    layout::page(here, &frame, body.into_any())
}

/// The first chart of the page, for other sites.
fn picture(here: &Here<'_>, province: ProvinceId, parts: &[IndicatorPart]) -> Option<Picture> {
    let (part, lines) = parts.iter().find_map(|part| Some((part, part.lines.as_ref()?)))?;
    let view = View::Province {
        province,
        indicator: here.snapshot.catalogue.indicator_by_slug(&part.slug)?,
        kind: ProvinceKind::Lines,
    };
    share::picture(here, view, "", &lines.title)
}

fn region(here: &Here<'_>, about: &Province) -> String {
    here.snapshot
        .catalogue
        .provinces
        .region(about.region)
        .name
        .get(here.lang())
        .to_owned()
}

/// Kind, code, dates, where it came from and what became of it.
fn identity(here: &Here<'_>, id: ProvinceId, about: &Province, past: bool) -> impl IntoView + use<> {
    let lang = here.lang();
    let register = &here.snapshot.catalogue.provinces;
    let kind = if about.city { m::PROVINCE_CITY } else { m::PROVINCE_KIND };
    let link = |p: &Province| (here.links.province(&p.slug), words::province(lang, p));
    let before: Vec<(String, String)> = register
        .predecessors(id)
        .filter(|(_, p)| p.to.is_some_and(|to| to.year() == 2025))
        .map(|(_, p)| link(p))
        .collect();
    let down = past.then(|| view! { " "<a href="#before-h">{w::SEE_BEFORE.get(lang)}</a>"." });
    let formed = about.from.filter(|_| about.listed == Listed::Of34).map(|from| {
        let links = before.into_iter().enumerate().map(|(i, (href, name))| {
            let comma = if i > 0 { ", " } else { " " };
            view! { {comma}<a href=href>{name}</a> }
        });
        view! { <p class="note none"><b>{m::FORMED.fill(lang, &[&from.format(lang)])}</b>{links.collect_view()}". "{m::SEE_PARTS.get(lang)}{down}</p> }
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
        view! { <p class="note none">{w::JOINED.fill(lang, &[&day, &name])}" "<a href=href>{name.clone()}</a>"."</p> }
    });
    let joined = joined.collect_view();
    let ended = about.to.zip(about.successor).map(|(to, successor)| {
        let (href, name) = link(register.get(successor));
        view! { <p class="note none"><b>{m::ENDED.fill(lang, &[&to.format(lang)])}</b>" "<a href=href>{name}</a>"."</p> }
    });
    let names = about
        .earlier_names
        .iter()
        .map(|(name, to)| m::EARLIER_NAME.fill(lang, &[&to.format(lang), name.get(lang)]));
    let names: Vec<String> = names.collect();
    view! {
        <p class="lead">{kind.get(lang)}" · "{region(here, about)}" · "{m::CODE.fill(lang, &[&about.code])}
            {(!names.is_empty()).then(|| format!(" · {}", names.join(" ")))}</p>
        {formed}
        {joined}
        {ended}
    }
}

/// The newest figure of every indicator in one table.
fn standing(here: &Here<'_>, parts: &[IndicatorPart]) -> impl IntoView + use<> {
    let lang = here.lang();
    let rows = parts.iter().filter_map(|part| part.years.first().map(|line| (part, line))).map(|(part, line)| {
        let group = line.group.map(|g| figure::group(lang, g));
        let rank = figure::rank(lang, &line.rank, false);
        view! {
            <tr>
                <th scope="row"><a href=format!("#{}", part.slug)>{part.short.clone()}</a><small>{part.name.clone()}</small></th>
                <td data-h=m::YEAR.get(lang)><a href=line.link.clone()>{line.year}</a></td>
                <td class="num" data-h=m::VALUE.get(lang)><span>{value(lang, line)}" "{figure::notes(&line.sources)}</span></td>
                <td class="num rank" data-h=m::RANK.get(lang)><span>{group}" "{rank}</span></td>
                <td class="num" data-h=m::CHANGE.get(lang)><span>{shapes::change(&line.points)}</span></td>
                <td class="num" data-h=m::PLACES.get(lang)><span>{shapes::change(&line.places)}</span></td>
                <td data-h=m::TREND.get(lang)><span inner_html=line.spark.clone()></span></td>
            </tr>
        }
    });
    view! {
        <section aria-labelledby="standing-h">
            <h2 id="standing-h">{m::STANDING.get(lang)}</h2>
            <table class="stack standing">
                <caption>{m::NEWEST.get(lang)}</caption>
                <thead><tr>
                    <th scope="col">{m::INDICATOR.get(lang)}</th>
                    <th scope="col">{m::YEAR.get(lang)}</th>
                    <th scope="col" class="num">{m::VALUE.get(lang)}</th>
                    <th scope="col" class="num">{m::RANK.get(lang)}</th>
                    <th scope="col" class="num">{m::CHANGE.get(lang)}</th>
                    <th scope="col" class="num">{m::PLACES.get(lang)}</th>
                    <th scope="col">{m::TREND.get(lang)}</th>
                </tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </section>
    }
}

/// A value; a dispute is told where it stands, so that no link is needed.
fn value(lang: domain::Lang, line: &YearLine) -> AnyView {
    disputed(lang, &line.value, &line.claims)
}

pub(crate) fn disputed(lang: domain::Lang, cell: &ValueCell, claims: &[(String, Vec<usize>)]) -> AnyView {
    match cell {
        ValueCell::Conflict(n) => {
            let words = m::CONFLICT_CELL.fill(lang, &[&n.to_string()]);
            view! { <span class="chip dispute">{words}</span>" "{sources::claims(claims)} }.into_any()
        }
        known => figure::value(lang, known),
    }
}

fn part(here: &Here<'_>, province: ProvinceId, part: &IndicatorPart) -> AnyView {
    let shared = |kind| {
        let indicator = here.snapshot.catalogue.indicator_by_slug(&part.slug)?;
        Some(View::Province {
            province,
            indicator,
            kind,
        })
    };
    let card = |model, place: &str, kind, height| {
        let id = format!("{}-{place}", part.slug);
        let size = ChartSize { width: 600, height };
        Some(chart::card(here, model, (&id, size), (shared(kind)?, "")))
    };
    let lines = part.lines.as_ref();
    let lines = lines.and_then(|model| card(model, "lines", ProvinceKind::Lines, 300));
    let components = part.components.as_ref();
    let components = components.and_then(|(_, model)| card(model, "parts", ProvinceKind::Components, 0));
    let table = shared(ProvinceKind::Table);
    let about = format!("{}: {}", part.short, m::HISTORY.get(here.lang()));
    let table = table.and_then(|view| share::panel(here, view, "", &about));
    let drawn = lines.is_some() || components.is_some();
    let charts = drawn.then(|| view! { <div class="charts">{lines}{components}</div> });
    view! {
        <section class="indicator" id=part.slug.clone() aria-labelledby=format!("{}-h", part.slug)>
            <h2 id=format!("{}-h", part.slug)><a href=here.links.indicator(&part.slug)>{part.name.clone()}</a></h2>
            {part.strengths.as_ref().map(|s| strengths(here, s))}
            {charts}
            {(!part.years.is_empty() && part.counts.is_empty()).then(|| history(here, part))}
            {(!part.counts.is_empty()).then(|| counts(here, part))}
            {asked_next(here, province, part)}
            {table}
        </section>
    }
    .into_any()
}

/// Why the indicator moved, and what would follow from other components, where either can be said.
fn asked_next(here: &Here<'_>, province: ProvinceId, part: &IndicatorPart) -> Option<AnyView> {
    let indicator = here.snapshot.catalogue.indicator_by_slug(&part.slug)?;
    let lang = here.lang();
    let link = |kind: &str, words: String| {
        let href = super::why::address(here, (province, indicator), kind, &[]);
        view! { <a class="btn" href=href>{words}</a>" " }
    };
    let why = models::why::has_why(here.snapshot, indicator, province);
    let why = why.then(|| link("why", models::why::words::TO_WHY.fill(lang, &[&part.short])));
    let what_if = models::what_if::has_what_if(here.snapshot, indicator, province);
    let what_if = what_if.then(|| link("what-if", models::what_if::words::TO_WHAT_IF.fill(lang, &[&part.short])));
    (why.is_some() || what_if.is_some()).then(|| view! { <p class="does">{why}{what_if}</p> }.into_any())
}

fn strengths(here: &Here<'_>, strengths: &Strengths) -> impl IntoView + use<> {
    let lang = here.lang();
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
fn history(here: &Here<'_>, part: &IndicatorPart) -> impl IntoView + use<> {
    let lang = here.lang();
    let grouped = part.years.iter().any(|l| l.group.is_some());
    let banded = part.years.iter().any(|l| l.band.is_some());
    let rows = part.years.iter().map(|line| {
        view! {
            <tr>
                <th scope="row"><a href=line.link.clone()>{line.year}</a></th>
                <td class="num">{value(lang, line)}</td>
                {grouped.then(|| view! { <td>{line.group.map(|g| figure::group(lang, g))}</td> })}
                {banded.then(|| view! { <td>{line.band.clone()}</td> })}
                <td class="num rank">{figure::rank(lang, &line.rank, false)}</td>
                <td class="num">{shapes::change(&line.points)}</td>
                <td class="num">{shapes::change(&line.places)}</td>
                <td>{figure::notes(&line.sources)}</td>
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
    }
}

/// Counts and coverage with their moment and component.
fn counts(here: &Here<'_>, part: &IndicatorPart) -> impl IntoView + use<> {
    let lang = here.lang();
    let row = |line: &CountLine| {
        let note = (!line.note.is_empty()).then(|| view! { <small>{line.note.clone()}</small> });
        view! {
            <tr>
                <th scope="row">{line.component.clone()}{note}</th>
                <td>{line.as_of.clone()}</td>
                <td class="num">{disputed(lang, &line.value, &line.claims)}</td>
                <td>{figure::notes(&line.sources)}</td>
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
