//! Why a province moved.

mod table;

use domain::{
    ComponentId, IndicatorId, ProvinceId,
    why::{Decomposition, Passer, Passing},
};
use leptos::prelude::*;

use super::{
    model::{self, Why},
    words as w,
};
use crate::{
    ChartSize, Reply,
    components::{
        chart,
        layout::{self, Frame, Section},
        share, sources,
    },
    context::Here,
    findings::headline as finding,
    links::with_query,
    messages as m,
    query::Parameters,
    reply,
    shared::View,
    views::{
        error::page as error,
        ranking::{model as ranking, rows::SourceList},
    },
    words,
};

pub(crate) fn why(here: &Here<'_>, of: (ProvinceId, IndicatorId), parameters: &Parameters) -> Reply {
    let mut bad = Vec::new();
    let found = model::find(here, of, parameters, &mut bad);
    if !bad.is_empty() {
        return reply::fail(error::bad_request(here, &bad), 400);
    }
    match found {
        Some(why) => reply::page(page(here, of, &why, parameters)),
        None => reply::page(nothing(here, of)),
    }
}

/// A page of a province's indicator, with the parameters that are not empty.
pub(crate) fn address(
    here: &Here<'_>,
    (province, indicator): (ProvinceId, IndicatorId),
    kind: &str,
    all: &[(&str, &str)],
) -> String {
    let catalogue = &here.snapshot.catalogue;
    let (province, indicator) = (
        &catalogue.provinces.get(province).slug,
        &catalogue.indicator(indicator).slug,
    );
    let edition = here.links.edition.map(|n| n.to_string()).unwrap_or_default();
    let mut all = all.to_vec();
    all.push(("edition", &edition));
    with_query(
        &format!("/{}/provinces/{province}/{indicator}/{kind}", here.lang().code()),
        &all,
    )
}

fn of_years(here: &Here<'_>, of: (ProvinceId, IndicatorId), year: i32, from: Option<i32>) -> String {
    let from = from.map(|from| from.to_string()).unwrap_or_default();
    address(here, of, "why", &[("year", &year.to_string()), ("from", &from)])
}

/// Provinces › province › indicator.
pub(crate) fn crumb(here: &Here<'_>, (province, indicator): (ProvinceId, IndicatorId)) -> AnyView {
    let lang = here.lang();
    let catalogue = &here.snapshot.catalogue;
    let (about, indicator) = (catalogue.provinces.get(province), catalogue.indicator(indicator));
    let own = here.links.province(&about.slug);
    let section = format!("{own}#{}", indicator.slug);
    view! {
        <p class="crumb"><a href=here.links.provinces()>{m::PROVINCES.get(lang)}</a>" › "<a href=own>{words::province(lang, about)}</a>" › "
            <a href=section>{indicator.short.get(lang)}</a></p>
    }
    .into_any()
}

/// The province has no headline figure at all.
fn nothing(here: &Here<'_>, of: (ProvinceId, IndicatorId)) -> AnyView {
    let lang = here.lang();
    let catalogue = &here.snapshot.catalogue;
    let name = words::province(lang, catalogue.provinces.get(of.0));
    let short = catalogue.indicator(of.1).short.get(lang);
    let title = w::TITLE_NOTHING.fill(lang, &[&name, short]);
    let body = view! {
        {crumb(here, of)}
        <h1>{title.clone()}</h1>
        <p class="note none">{w::NOTHING.fill(lang, &[short, &name])}</p>
        {further(here, of, None)}
    };
    let frame = Frame {
        indexed: false,
        ..Frame::new(title.clone(), title, Section::Provinces)
    };
    layout::page(here, &frame, body.into_any())
}

fn page(here: &Here<'_>, of: (ProvinceId, IndicatorId), why: &Why, parameters: &Parameters) -> AnyView {
    let lang = here.lang();
    let title = model::title(here, why);
    let mut list = SourceList::default();
    let chosen = parameters.get("year").is_some() || parameters.get("from").is_some();
    let newer = why.years.first().filter(|newest| !chosen && **newest > why.key.year);
    let newer = newer.map(|newest| {
        let year = newest.to_string();
        view! { <p class="small">{w::NEWER.fill(lang, &[&year])}" "<a href=of_years(here, of, *newest, None)>{w::SEE_NEWER.fill(lang, &[&year])}</a></p> }
    });
    let explained = match why.decomposition() {
        Some(taken) => explained(here, why, taken, &mut list),
        None => refused(here, of, why, &mut list),
    };
    let body = view! {
        {crumb(here, of)}
        <h1>{title.clone()}</h1>
        {choice(here, of, why)}
        {newer}
        {explained}
        {passing(here, why)}
        {lines("reach", w::REACH.get(lang), Some(w::REACH_LEAD.fill(lang, &[&why.key.year.to_string()])), &model::reached(here, why))}
        {lines("firm", w::FIRM.get(lang), None, &model::firm(here, why))}
        {further(here, of, Some(why))}
        {(!list.0.is_empty()).then(|| sources::list(here, &list.0))}
    };
    let frame = Frame {
        kept: &["year", "from"],
        picture: share::picture(here, View::Own(model::view(why, "steps")), &query(why), &title),
        ..Frame::new(title.clone(), w::DESCRIPTION.fill(lang, &[&title]), Section::Provinces)
    };
    layout::page(here, &frame, body.into_any())
}

/// The two years as a query, as the shared view takes them.
fn query(why: &Why) -> String {
    let from = why.from.map(|from| format!("&from={from}")).unwrap_or_default();
    format!("year={}{from}", why.key.year)
}

/// Both years as links: the later one, and those before it.
fn choice(here: &Here<'_>, of: (ProvinceId, IndicatorId), why: &Why) -> AnyView {
    let lang = here.lang();
    let link = |year: i32, from: Option<i32>, shown: i32, current: bool| {
        view! { <a href=of_years(here, of, year, from) aria-current=current.then_some("true")>{shown}</a> }
    };
    let years = why.years.iter().filter(|year| why.years.iter().any(|from| from < year));
    let years = years
        .map(|year| link(*year, None, *year, *year == why.key.year))
        .collect_view();
    let earlier = why.years.iter().filter(|from| **from < why.key.year);
    let earlier = earlier
        .map(|from| link(why.key.year, Some(*from), *from, Some(*from) == why.from))
        .collect_view();
    let nav = |label: &str, links: AnyView| {
        let label = label.to_owned();
        let shown = label.clone();
        view! { <nav class="years" aria-label=label><span>{shown}</span>{links}</nav> }
    };
    view! {
        <div class="why-years">{nav(m::YEAR.get(lang), years.into_any())}{nav(w::FROM.get(lang), earlier.into_any())}</div>
    }
    .into_any()
}

/// A change that can be taken apart: totals, chart, table.
fn explained(here: &Here<'_>, why: &Why, taken: &Decomposition, list: &mut SourceList) -> AnyView {
    let lang = here.lang();
    let years = [taken.from_year, why.key.year].map(|year| year.to_string());
    let indicator = here.snapshot.catalogue.indicator(why.key.indicator);
    let compared = ranking::reason(lang, indicator.compare(taken.from_year, why.key.year));
    let verdict = format!(
        "{}–{}: {}.",
        years[0],
        years[1],
        words::verdict(domain::Verdict::SameMethod).get(lang)
    );
    let drawn = model::steps(here, why).map(|steps| {
        let size = ChartSize { width: 720, height: 0 };
        chart::card(
            here,
            &steps,
            ("steps", size),
            (View::Own(model::view(why, "steps")), &query(why)),
        )
    });
    let mut notes: Vec<usize> = Vec::new();
    for figure in model::figures(here.snapshot, why, taken) {
        notes.extend(list.numbers(figure));
    }
    notes.sort_unstable();
    notes.dedup();
    view! {
        <p class="note same"><b>{verdict}</b>" "{compared}</p>
        <section aria-labelledby="between-h">
            <h2 id="between-h">{w::BETWEEN.fill(lang, &[&years[0], &years[1]])}</h2>
            {model::summary(here, why, taken).into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
            {drawn}
        </section>
        <section aria-labelledby="parts">
            <h2 id="parts">{w::PARTS.get(lang)}</h2>
            {table::table(here, why, taken, &notes)}
            {model::account(here, why, taken).into_iter().map(|line| view! { <p class="small prose">{line}</p> }).collect_view()}
            {share::panel(here, View::Own(model::view(why, "table")), &query(why), w::PARTS.get(lang))}
        </section>
    }
    .into_any()
}

/// Why the change is not taken apart, and what can be seen instead.
fn refused(here: &Here<'_>, of: (ProvinceId, IndicatorId), why: &Why, list: &mut SourceList) -> AnyView {
    let lang = here.lang();
    let refusal = model::refusal(here, why);
    let broken = refusal.as_ref().is_some_and(|refusal| refusal.broken);
    let shape = broken.then(|| {
        view! { <svg class="i" aria-hidden="true"><use href="#i-ne"/></svg> }
    });
    let class = if broken { "note ne" } else { "note none" };
    let said = refusal.map(|refusal| refusal.lines.join(" "));
    if let Some(row) = here.snapshot.table(why.key).and_then(|table| table.row(why.province)) {
        list.numbers(here.snapshot.figure(row.figure));
    }
    let pairs = model::pairs(here.snapshot, of, &why.years)
        .into_iter()
        .map(|(to, from)| {
            let words = w::INSTEAD_PAIR.fill(lang, &[&from.to_string(), &to.to_string()]);
            view! { <li><a href=of_years(here, of, to, Some(from))>{words}</a></li> }
        });
    let catalogue = &here.snapshot.catalogue;
    let (about, indicator) = (catalogue.provinces.get(of.0), &catalogue.indicator(of.1).slug);
    let province = format!("{}#{indicator}", here.links.province(&about.slug));
    let verdicts = format!("{}#compare", here.links.indicator(indicator));
    view! {
        <p class=class>{shape}<b>{w::REFUSED.get(lang)}</b>" "{said}</p>
        {model::standing(here, why).map(|line| view! { <p>{line}</p> })}
        <section aria-labelledby="instead-h">
            <h2 id="instead-h">{w::INSTEAD.get(lang)}</h2>
            <ul class="ways why-ways">
                {pairs.collect_view()}
                <li><a href=province>{w::INSTEAD_PROVINCE.fill(lang, &[&words::province(lang, about)])}</a></li>
                <li><a href=verdicts>{w::INSTEAD_VERDICTS.get(lang)}</a></li>
            </ul>
        </section>
    }
    .into_any()
}

/// Who passed whom, with links to each province's own page.
fn passing(here: &Here<'_>, why: &Why) -> Option<AnyView> {
    let lang = here.lang();
    let from = why.from?;
    // Across a break the page has said already that nothing compares.
    let refused = why.decomposition().is_some();
    let inside = match &why.passing {
        Some(found) => passed(here, why, found, from),
        None if refused => view! { <p>{w::PASSING_REFUSED.get(lang)}</p> }.into_any(),
        None => return None,
    };
    let view = view! {
        <section aria-labelledby="passing-h"><h2 id="passing-h">{w::PASSING.get(lang)}</h2>{inside}</section>
    };
    Some(view.into_any())
}

fn passed(here: &Here<'_>, why: &Why, found: &Passing, from: i32) -> AnyView {
    let lang = here.lang();
    let years = [from, why.key.year].map(|year| year.to_string());
    let item = |passer: &Passer| {
        let name = finding::name(here.snapshot, lang, passer.province, why.key);
        let href = here
            .links
            .province(&here.snapshot.catalogue.provinces.get(passer.province).slug);
        let ranks = [passer.before, passer.after].map(words::rank);
        let text = w::PASSER.fill(lang, &[&ranks[0], &years[0], &ranks[1], &years[1]]);
        view! { <li><a href=href>{name}</a>" "<span class="soft">{text}</span></li> }
    };
    let own = finding::name(here.snapshot, lang, why.province, why.key);
    let part = |words: crate::messages::Msg, list: &[Passer]| {
        let heading = words.fill(lang, &[&own, &list.len().to_string()]);
        let inside = if list.is_empty() {
            view! { <p>{w::PASSED_NONE.get(lang)}</p> }.into_any()
        } else {
            view! { <ul>{list.iter().map(item).collect_view()}</ul> }.into_any()
        };
        view! { <div><h3>{heading}</h3>{inside}</div> }
    };
    let known = w::PASSING_KNOWN.fill(lang, &[&found.known.to_string(), &found.of.to_string()]);
    view! {
        <div class="passing">{part(w::PASSED, &found.passed)}{part(w::PASSED_BY, &found.passed_by)}</div>
        <p class="small">{known}</p>
    }
    .into_any()
}

/// A section of sentences, one a line.
pub(crate) fn lines(id: &str, heading: &str, lead: Option<String>, lines: &[String]) -> AnyView {
    let id = format!("{id}-h");
    let items = lines.iter().map(|line| view! { <li>{line.clone()}</li> });
    view! {
        <section aria-labelledby=id.clone()>
            <h2 id=id.clone()>{heading.to_owned()}</h2>
            {lead.map(|lead| view! { <p class="small">{lead}</p> })}
            <ul class="prose">{items.collect_view()}</ul>
        </section>
    }
    .into_any()
}

/// Ways on.
fn further(here: &Here<'_>, of: (ProvinceId, IndicatorId), why: Option<&Why>) -> AnyView {
    let lang = here.lang();
    let catalogue = &here.snapshot.catalogue;
    let (about, indicator) = (catalogue.provinces.get(of.0), catalogue.indicator(of.1));
    let suppose = why.filter(|why| why.supposable(here.snapshot)).map(|why| {
        let year = why.key.year.to_string();
        let href = address(here, of, "what-if", &[("year", &year)]);
        view! { <li><a href=href>{w::TO_WHAT_IF.fill(lang, &[&year])}</a></li> }
    });
    let table = why.map(|why| {
        let all = [("basis", why.key.basis.code()), ("highlight", about.slug.as_str())];
        let bases = here.snapshot.bases(of.1, ComponentId::TOTAL, why.key.year).len();
        let all = if bases > 1 { &all[..] } else { &all[1..] };
        let href = here.links.ranking_with(&indicator.slug, why.key.year, all);
        view! { <li><a href=href>{w::TO_RANKING.fill(lang, &[indicator.short.get(lang), &why.key.year.to_string()])}</a></li> }
    });
    let own = here.links.province(&about.slug);
    view! {
        <section aria-labelledby="further-h">
            <h2 id="further-h">{w::FURTHER.get(lang)}</h2>
            <ul class="ways why-ways">{suppose}{table}<li><a href=own>{w::TO_PROVINCE.fill(lang, &[&words::province(lang, about)])}</a></li></ul>
        </section>
    }
    .into_any()
}
