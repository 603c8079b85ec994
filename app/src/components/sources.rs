//! Sources and disputes, listed with the numbers that figures refer to.

use leptos::prelude::*;
use messages::{common as m, fill};

use domain::{Lang, SourceId};

use super::figure;
use crate::{
    context::PageContext,
    views::ranking::{model::Conflict, rows::ValueCell},
    words,
};

/// The numbered list that notes lead to.
pub(crate) fn list(cx: &PageContext, sources: &[SourceId]) -> AnyView {
    let lang = cx.lang();
    let items = sources.iter().enumerate().map(|(i, id)| {
        let source = cx.snapshot().catalogue.source(*id);
        view! { <li id=format!("s{}", i + 1)>{title(source)}{published(lang, source)}</li> }
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
pub(crate) fn title(source: &domain::Source) -> AnyView {
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
pub(crate) fn conflicts(cx: &PageContext, conflicts: &[Conflict]) -> Option<AnyView> {
    if conflicts.is_empty() {
        return None;
    }
    let lang = cx.lang();
    let items = conflicts.iter().map(|conflict| {
        let name = match &conflict.slug {
            Some(slug) => view! { <a href=cx.links.province(slug)>{conflict.name.clone()}</a> }.into_any(),
            None => conflict.name.clone().into_any(),
        };
        view! { <li><b>{name}</b>": "{claims(&conflict.claims)}</li> }
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
pub(crate) fn contradicted(cx: &PageContext, lines: &[String]) -> Option<AnyView> {
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
pub(crate) fn claims(claims: &[(String, Vec<usize>)]) -> AnyView {
    claims
        .iter()
        .enumerate()
        .map(|(i, (text, numbers))| {
            let before = if i > 0 { "; " } else { "" };
            view! { {before}{text.clone()}" "{figure::notes(numbers)} }
        })
        .collect_view()
        .into_any()
}

/// A value; where sources disagree, that they do and what each of them gives.
pub(crate) fn disputed(lang: Lang, cell: &ValueCell, given: &[(String, Vec<usize>)]) -> AnyView {
    match cell {
        ValueCell::Conflict(n) => {
            let words = fill!(m::CONFLICT_CELL, lang, count = &n.to_string());
            view! { <span class="chip dispute">{words}</span>" "{claims(given)} }.into_any()
        }
        known if given.is_empty() => figure::value(lang, known),
        chosen => view! {
            {figure::value(lang, chosen)}" "<span class="chip dispute">{m::DISPUTED_CHIP.get(lang)}</span>" "{claims(given)}
        }
        .into_any(),
    }
}
