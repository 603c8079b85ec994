//! Sources and disputes, listed with the numbers that figures refer to.

use leptos::prelude::*;
use messages::{common as m, fill};

use domain::{Lang, SourceId};

use crate::{
    components::figure::{FigureValue, SourceNotes},
    context::page_context,
    views::ranking::{conflicts::Conflict, rows::ValueCell},
    words,
};

/// The numbered list that notes lead to.
#[component]
pub(crate) fn CitedSources<'a>(sources: &'a [SourceId]) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let items = sources.iter().enumerate().map(|(i, id)| {
        let source = cx.snapshot().catalogue.source(*id);
        view! { <li id=format!("s{}", i + 1)><SourceTitle source/>{published(lang, source)}</li> }
    });
    view! {
        <section class="sources" aria-labelledby="sources-h">
            <h2 id="sources-h">{m::SOURCES_HERE.get(lang)}</h2>
            <ol>{items.collect_view()}</ol>
        </section>
    }
    .into_any()
}

/// A source's title, linked where it has an address.
#[component]
pub(crate) fn SourceTitle<'a>(source: &'a domain::Source) -> AnyView {
    let text = source.title.clone();
    if source.url.is_empty() {
        text.into_any()
    } else {
        view! { <a href=source.url.clone() rel="noreferrer external">{text}</a> }.into_any()
    }
}

/// Publisher and day of a source, as far as known.
pub(crate) fn published(lang: Lang, source: &domain::Source) -> String {
    let day = words::day(lang, &source.published);
    let parts: Vec<&str> = [source.publisher.as_str(), day.as_str()]
        .into_iter()
        .filter(|t| !t.is_empty())
        .collect();
    if parts.is_empty() {
        String::new()
    } else {
        format!(" ({})", parts.join(", "))
    }
}

/// The disputes of a page: who says what.
#[component]
pub(crate) fn Conflicts<'a>(conflicts: &'a [Conflict]) -> Option<AnyView> {
    let cx = &*page_context();
    if conflicts.is_empty() {
        return None;
    }
    let lang = cx.lang();
    let items = conflicts.iter().map(|conflict| {
        let name = match &conflict.slug {
            Some(slug) => view! { <a href=cx.links.province(slug)>{conflict.name.clone()}</a> }.into_any(),
            None => conflict.name.clone().into_any(),
        };
        view! { <li><b>{name}</b>": "<Claims claims=&conflict.claims/></li> }
    });
    let view = view! {
        <section class="conflicts" id="conflicts" aria-labelledby="conflicts-h">
            <h2 id="conflicts-h">{fill!(m::CONFLICTS, lang, count = &conflicts.len().to_string())}</h2>
            <p>{m::CONFLICTS_LEAD.get(lang)}</p>
            <ul>{items.collect_view()}</ul>
        </section>
    };
    Some(view.into_any())
}

/// Provinces whose rank and score do not fit, as the sources give both.
#[component]
pub(crate) fn Contradicted<'a>(lines: &'a [String]) -> Option<AnyView> {
    let cx = &*page_context();
    if lines.is_empty() {
        return None;
    }
    let lang = cx.lang();
    let items = lines.iter().map(|line| view! { <li>{line.clone()}</li> });
    let view = view! {
        <section class="conflicts" aria-labelledby="contradicted-h">
            <h2 id="contradicted-h">{fill!(m::CONTRADICTED, lang, count = &lines.len().to_string())}</h2>
            <p>{m::CONTRADICTED_LEAD.get(lang)}</p>
            <ul>{items.collect_view()}</ul>
        </section>
    };
    Some(view.into_any())
}

/// "89,06 [3]; 89,6 [5]; 81 [9]".
#[component]
pub(crate) fn Claims<'a>(claims: &'a [(String, Vec<usize>)]) -> AnyView {
    claims
        .iter()
        .enumerate()
        .map(|(i, (text, numbers))| {
            let before = if i > 0 { "; " } else { "" };
            view! { {before}{text.clone()}" "<SourceNotes numbers/> }
        })
        .collect_view()
        .into_any()
}

/// A value; where sources disagree, that they do and what each of them gives.
#[component]
pub(crate) fn DisputedValue<'a>(lang: Lang, cell: &'a ValueCell, given: &'a [(String, Vec<usize>)]) -> AnyView {
    match cell {
        ValueCell::Conflict(n) => {
            let words = fill!(m::CONFLICT_CELL, lang, count = &n.to_string());
            view! { <span class="chip dispute">{words}</span>" "<Claims claims=given/> }.into_any()
        }
        known if given.is_empty() => view! { <FigureValue lang cell=known/> }.into_any(),
        chosen => view! {
            <FigureValue lang cell=chosen/>" "<span class="chip dispute">{m::DISPUTED_CHIP.get(lang)}</span>" "<Claims claims=given/>
        }
        .into_any(),
    }
}
