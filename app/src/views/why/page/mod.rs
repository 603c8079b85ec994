//! Why a province moved.

mod table;

use domain::{
    ComponentId, IndicatorId, ProvinceId,
    chart::ChartModel,
    why::{Decomposition, Passer, Passing},
};
use leptos::prelude::*;
use messages::{arguments, common as m, fill, why as w};

use super::model::{self, Why};
use crate::{
    ChartSize, PageResponse,
    components::{
        chart::ChartCard,
        layout::{Document, Frame, Section},
        share::{self, SharePanel},
        sources::CitedSources,
    },
    context::{Explanation, PageContext, explanation, page_context},
    export::{View, ViewForm, data::Shared},
    findings::{comparison, headline as finding},
    query::Parameters,
    response,
    views::{error::page as error, ranking::rows::SourceList, why::page::table::WhyTable},
    words,
};

pub(crate) fn why(cx: &PageContext, of: (ProvinceId, IndicatorId), parameters: &Parameters) -> PageResponse {
    match model::find(cx, of, parameters) {
        Ok(Some(why)) => response::page(view! { <WhyPage of why=&why parameters/> }.into_any()),
        Ok(None) => response::page(view! { <WhyNothing of/> }.into_any()),
        Err(bad) => response::fail(error::bad_request(cx, &bad), 400),
    }
}

fn of_years(cx: &PageContext, of: (ProvinceId, IndicatorId), year: i32, from: Option<i32>) -> String {
    let from = from.map(|from| from.to_string()).unwrap_or_default();
    explanation(
        cx,
        of,
        Explanation::Why,
        &[("year", &year.to_string()), ("from", &from)],
    )
}

/// Provinces › province › indicator.
pub(crate) fn crumb(cx: &PageContext, (province, indicator): (ProvinceId, IndicatorId)) -> AnyView {
    let lang = cx.lang();
    let catalogue = &cx.snapshot().catalogue;
    let (about, indicator) = (catalogue.provinces.get(province), catalogue.indicator(indicator));
    let own = cx.links.province(&about.slug);
    let section = format!("{own}#{}", indicator.slug);
    view! {
        <p class="crumb"><a href=cx.links.provinces()>{m::PROVINCES.get(lang)}</a>" › "<a href=own>{words::province(lang, about)}</a>" › "
            <a href=section>{indicator.short.get(lang)}</a></p>
    }
    .into_any()
}

/// The province has no headline figure at all.
#[component]
fn WhyNothing(of: (ProvinceId, IndicatorId)) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let catalogue = &cx.snapshot().catalogue;
    let name = words::province(lang, catalogue.provinces.get(of.0));
    let short = catalogue.indicator(of.1).short.get(lang);
    let title = fill!(w::TITLE_NOTHING, lang, province = &name, indicator = short);
    let body = view! {
        {crumb(cx, of)}
        <h1>{title.clone()}</h1>
        <p class="note none">{fill!(w::NOTHING, lang, indicator = short, province = &name)}</p>
        <WhyFurther of why=None/>
    }
    .into_any();
    let frame = Frame {
        indexed: false,
        ..Frame::new(title.clone(), title, Section::Provinces)
    };
    view! { <Document frame>{body}</Document> }.into_any()
}

#[component]
fn WhyPage<'a>(of: (ProvinceId, IndicatorId), why: &'a Why, parameters: &'a Parameters) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let title = model::title(cx, why);
    let mut list = SourceList::default();
    let chosen = parameters.get("year").is_some() || parameters.get("from").is_some();
    let newer = why.years.first().filter(|newest| !chosen && **newest > why.key.year);
    let newer = newer.map(|newest| {
        let year = newest.to_string();
        view! { <p class="small">{fill!(w::NEWER, lang, year = &year)}" "<a href=of_years(cx, of, *newest, None)>{fill!(w::SEE_NEWER, lang, year = &year)}</a></p> }
    });
    let steps = model::steps(cx, why);
    let explained = match why.decomposition() {
        Some(taken) => explained(cx, why, (taken, steps.as_ref()), &mut list),
        None => refused(cx, of, why, &mut list),
    };
    let body = view! {
        {crumb(cx, of)}
        <h1>{title.clone()}</h1>
        <WhyChoice of why/>
        {newer}
        {explained}
        <WhyPassing why/>
        <WhyLines id="reach" heading=w::REACH.get(lang) lead=Some(fill!(w::REACH_LEAD, lang, year = &why.key.year.to_string())) lines=model::reached(cx, why)/>
        <WhyLines id="firm" heading=w::FIRM.get(lang) lead=None lines=model::firm(cx, why)/>
        <WhyFurther of why=Some(why)/>
        {(!list.0.is_empty()).then(|| view! { <CitedSources sources=&list.0/> }.into_any())}
    }
    .into_any();
    let frame = Frame {
        kept: &["year", "from"],
        picture: steps.map(|_| share::picture(cx, &shared(why, ViewForm::Steps), &title)),
        ..Frame::new(
            title.clone(),
            fill!(w::DESCRIPTION, lang, title = &title),
            Section::Provinces,
        )
    };
    view! { <Document frame>{body}</Document> }.into_any()
}

/// The chart or the table of a change where it is shared.
fn shared(why: &Why, form: ViewForm) -> Shared<'static> {
    Shared::new(View::Derived(model::view(why, form)), why.state())
}

/// Both years as links: the later one, and those before it.
#[component]
fn WhyChoice<'a>(of: (ProvinceId, IndicatorId), why: &'a Why) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let link = |year: i32, from: Option<i32>, shown: i32, current: bool| {
        view! { <a href=of_years(cx, of, year, from) aria-current=current.then_some("true")>{shown}</a> }
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
fn explained(
    cx: &PageContext,
    why: &Why,
    (taken, steps): (&Decomposition, Option<&ChartModel>),
    list: &mut SourceList,
) -> AnyView {
    let lang = cx.lang();
    let years = [taken.from_year, why.key.year].map(|year| year.to_string());
    let indicator = cx.snapshot().catalogue.indicator(why.key.indicator);
    let compared = comparison::reason(lang, indicator.compare(taken.from_year, why.key.year));
    let verdict = format!(
        "{}–{}: {}.",
        years[0],
        years[1],
        words::verdict(domain::Verdict::SameMethod).get(lang)
    );
    let drawn = steps.map(|steps| {
        let size = ChartSize { width: 720, height: 0 };
        view! { <ChartCard model=steps id="steps" size shared=Some(shared(why, ViewForm::Steps))/> }.into_any()
    });
    let mut notes: Vec<usize> = Vec::new();
    for figure in model::figures(cx.snapshot(), why, taken) {
        notes.extend(list.numbers(figure));
    }
    notes.sort_unstable();
    notes.dedup();
    view! {
        <p class="note same"><b>{verdict}</b>" "{compared}</p>
        <section aria-labelledby="between-h">
            <h2 id="between-h">{fill!(w::BETWEEN, lang, from = &years[0], to = &years[1])}</h2>
            {model::summary(cx, why, taken).into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
            {drawn}
        </section>
        <section aria-labelledby="parts">
            <h2 id="parts">{w::PARTS.get(lang)}</h2>
            <WhyTable why taken notes=&notes/>
            {model::account(cx, why, taken).into_iter().map(|line| view! { <p class="small prose">{line}</p> }).collect_view()}
            <SharePanel shared=shared(why, ViewForm::Table) about=w::PARTS.get(lang)/>
        </section>
    }
    .into_any()
}

/// Why the change is not taken apart, and what can be seen instead.
fn refused(cx: &PageContext, of: (ProvinceId, IndicatorId), why: &Why, list: &mut SourceList) -> AnyView {
    let lang = cx.lang();
    let refusal = model::refusal(cx, why);
    let broken = refusal.as_ref().is_some_and(|refusal| refusal.broken);
    let shape = broken.then(|| {
        view! { <svg class="i" aria-hidden="true"><use href="#i-ne"/></svg> }
    });
    let class = if broken { "note ne" } else { "note none" };
    let said = refusal.map(|refusal| refusal.lines.join(" "));
    if let Some(row) = cx.snapshot().table(why.key).and_then(|table| table.row(why.province)) {
        list.numbers(cx.snapshot().figure(row.figure));
    }
    let pairs = model::pairs(cx.snapshot(), of, &why.years)
        .into_iter()
        .map(|(to, from)| {
            let words = fill!(w::INSTEAD_PAIR, lang, from = &from.to_string(), to = &to.to_string());
            view! { <li><a href=of_years(cx, of, to, Some(from))>{words}</a></li> }
        });
    let catalogue = &cx.snapshot().catalogue;
    let (about, indicator) = (catalogue.provinces.get(of.0), &catalogue.indicator(of.1).slug);
    let province = format!("{}#{indicator}", cx.links.province(&about.slug));
    let verdicts = format!("{}#compare", cx.links.indicator(indicator));
    view! {
        <p class=class>{shape}<b>{w::REFUSED.get(lang)}</b>" "{said}</p>
        {model::standing(cx, why).map(|line| view! { <p>{line}</p> })}
        <section aria-labelledby="instead-h">
            <h2 id="instead-h">{w::INSTEAD.get(lang)}</h2>
            <ul class="ways why-ways">
                {pairs.collect_view()}
                <li><a href=province>{fill!(w::INSTEAD_PROVINCE, lang, province = &words::province(lang, about))}</a></li>
                <li><a href=verdicts>{w::INSTEAD_VERDICTS.get(lang)}</a></li>
            </ul>
        </section>
    }
    .into_any()
}

/// Who passed whom, with links to each province's own page.
#[component]
fn WhyPassing<'a>(why: &'a Why) -> Option<AnyView> {
    let cx = &*page_context();
    let lang = cx.lang();
    let from = why.from?;
    // Across a break the page has said already that nothing compares.
    let refused = why.decomposition().is_some();
    let inside = match &why.passing {
        Some(found) => view! { <WhyPassed why found from/> }.into_any(),
        None if refused => view! { <p>{w::PASSING_REFUSED.get(lang)}</p> }.into_any(),
        None => return None,
    };
    let view = view! {
        <section aria-labelledby="passing-h"><h2 id="passing-h">{w::PASSING.get(lang)}</h2>{inside}</section>
    };
    Some(view.into_any())
}

#[component]
fn WhyPassed<'a>(why: &'a Why, found: &'a Passing, from: i32) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let years = [from, why.key.year].map(|year| year.to_string());
    let item = |passer: &Passer| {
        let name = finding::name(cx.snapshot(), lang, passer.province, why.key);
        let href = cx
            .links
            .province(&cx.snapshot().catalogue.provinces.get(passer.province).slug);
        let ranks = [passer.before, passer.after].map(words::rank);
        let text = fill!(
            w::PASSER,
            lang,
            rank_before = &ranks[0],
            from = &years[0],
            rank = &ranks[1],
            to = &years[1]
        );
        view! { <li><a href=href>{name}</a>" "<span class="soft">{text}</span></li> }
    };
    let own = finding::name(cx.snapshot(), lang, why.province, why.key);
    let part = |words: messages::Template, list: &[Passer]| {
        let heading = words.fill(lang, &arguments![province = &own, count = list.len()]);
        let inside = if list.is_empty() {
            view! { <p>{w::PASSED_NONE.get(lang)}</p> }.into_any()
        } else {
            view! { <ul>{list.iter().map(item).collect_view()}</ul> }.into_any()
        };
        view! { <div><h3>{heading}</h3>{inside}</div> }
    };
    let known = fill!(
        w::PASSING_KNOWN,
        lang,
        count = &found.known.to_string(),
        total = &found.of.to_string()
    );
    view! {
        <div class="passing">{part(w::PASSED, &found.passed)}{part(w::PASSED_BY, &found.passed_by)}</div>
        <p class="small">{known}</p>
    }
    .into_any()
}

/// A section of sentences, one a line.
#[component]
pub(crate) fn WhyLines<'a>(id: &'a str, heading: &'a str, lead: Option<String>, lines: Vec<String>) -> AnyView {
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
#[component]
fn WhyFurther<'a>(of: (ProvinceId, IndicatorId), why: Option<&'a Why>) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let catalogue = &cx.snapshot().catalogue;
    let (about, indicator) = (catalogue.provinces.get(of.0), catalogue.indicator(of.1));
    let suppose = why.filter(|why| why.supposable(cx.snapshot())).map(|why| {
        let year = why.key.year.to_string();
        let href = explanation(cx, of, Explanation::WhatIf, &[("year", &year)]);
        view! { <li><a href=href>{fill!(w::TO_WHAT_IF, lang, year = &year)}</a></li> }
    });
    let table = why.map(|why| {
        let all = [("basis", why.key.basis.code()), ("highlight", about.slug.as_str())];
        let bases = cx.snapshot().bases(of.1, ComponentId::TOTAL, why.key.year).len();
        let all = if bases > 1 { &all[..] } else { &all[1..] };
        let href = cx.links.ranking_with(&indicator.slug, why.key.year, all);
        view! { <li><a href=href>{fill!(w::TO_RANKING, lang, indicator = indicator.short.get(lang), year = &why.key.year.to_string())}</a></li> }
    });
    let own = cx.links.province(&about.slug);
    view! {
        <section aria-labelledby="further-h">
            <h2 id="further-h">{w::FURTHER.get(lang)}</h2>
            <ul class="ways why-ways">{suppose}{table}<li><a href=own>{fill!(w::TO_PROVINCE, lang, province = &words::province(lang, about))}</a></li></ul>
        </section>
    }
    .into_any()
}
