//! Every source of the edition, and the rows that were left out.

use leptos::prelude::*;
use messages::{common as m, fill};

use domain::{LeftOut, Source, SourceKind};

use super::model::{self, Listed, SourceFilter};
use crate::{
    PageResponse,
    components::{
        layout::{Document, Frame, Section},
        sources::{self, SourceTitle},
    },
    context::{PageContext, page_context},
    query::Parameters,
    response,
    route::Route,
    views::error::page as error,
};

/// The page, or what is wrong with its parameters.
pub(crate) fn all(cx: &PageContext, parameters: &Parameters) -> PageResponse {
    match SourceFilter::read(cx, parameters) {
        Ok(filter) => response::page(view! { <SourcesView filter=&filter/> }.into_any()),
        Err(bad) => response::fail(error::bad_request(cx, &bad), 400),
    }
}

#[component]
fn SourcesView<'a>(filter: &'a SourceFilter) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let listed = model::listed(cx, filter);
    let kinds = [
        (SourceKind::Publisher, m::KIND_PUBLISHER),
        (SourceKind::Government, m::KIND_GOVERNMENT),
        (SourceKind::Press, m::KIND_PRESS),
        (SourceKind::Copy, m::KIND_COPY),
    ];
    let sections = kinds.into_iter().filter_map(|(kind, words)| {
        let mut of_kind: Vec<&(usize, &Source)> = listed.sources.iter().filter(|(_, s)| s.kind == kind).collect();
        of_kind.sort_by_cached_key(|(_, s)| domain::collation_key(&s.title));
        let count = of_kind.len();
        let items = of_kind
            .into_iter()
            .map(|(n, source)| view! { <SourcesItem uses={*n} source/> }.into_any());
        (count > 0).then(|| {
            view! { <h2>{words.get(lang)}" ("{count}")"</h2><ul class="sourcelist">{items.collect_view()}</ul> }
        })
    });
    let sections = sections.collect_view();
    let all = cx.snapshot().catalogue.sources.len();
    let lead = fill!(m::SOURCES_LEAD, lang, sources = all, rows = cx.snapshot().edition.rows);
    let body = view! {
        <h1>{m::SOURCES.get(lang)}</h1>
        <p class="lead">{lead.clone()}</p>
        <SourcesForm filter/>
        <SourcesResult filter listed=&listed/>
        {sections}
        <LeftOut rows=&listed.left_out/>
    }
    .into_any();
    let frame = Frame {
        kept: SourceFilter::KEPT,
        indexed: filter.is_empty(),
        ..Frame::new(m::SOURCES.get(lang), lead, Section::Sources)
    };
    view! { <Document frame>{body}</Document> }.into_any()
}

#[component]
fn SourcesForm<'a>(filter: &'a SourceFilter) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let indicators = cx.snapshot().catalogue.indicators().map(|(id, about)| {
        let chosen = filter.indicator == Some(id);
        view! { <option value=about.slug.clone() selected=chosen>{about.short.get(lang)}</option> }
    });
    let edition = cx
        .links
        .edition
        .map(|n| view! { <input type="hidden" name="edition" value=n.to_string()/> });
    view! {
        <form class="filters" role="search" method="get" action=cx.links.bare(Route::Sources) aria-label=m::SOURCES.get(lang)>
            {edition}
            <label>{messages::sources::SEARCH.get(lang)}<input type="search" name="q" maxlength="120" autocomplete="off" value=filter.text.clone()/></label>
            <label>{m::INDICATOR.get(lang)}<select name="indicator">
                <option value="" selected=filter.indicator.is_none()>{messages::sources::ALL_INDICATORS.get(lang)}</option>
                {indicators.collect_view()}</select></label>
            <button type="submit">{messages::sources::FILTER.get(lang)}</button>
        </form>
    }
    .into_any()
}

/// How many sources fit; `None` if nothing in particular is asked for.
#[component]
fn SourcesResult<'a>(filter: &'a SourceFilter, listed: &'a Listed<'a>) -> Option<AnyView> {
    let cx = &*page_context();
    if filter.is_empty() {
        return None;
    }
    let lang = cx.lang();
    let count = |n: usize| domain::number::count(lang, n);
    let (said, all) = (filter.said(cx), count(cx.snapshot().catalogue.sources.len()));
    let words = match listed.sources.len() {
        0 => fill!(messages::sources::NOTHING, lang, filter = &said, total = &all),
        n => fill!(
            messages::sources::FOUND,
            lang,
            count = &count(n),
            total = &all,
            filter = &said
        ),
    };
    let view =
        view! { <p role="status">{words}" "<a href=cx.links.sources()>{messages::sources::SHOW_ALL.get(lang)}</a></p> };
    Some(view.into_any())
}

#[component]
fn SourcesItem<'a>(uses: usize, source: &'a Source) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let no_address = source.url.is_empty().then(|| format!(" ({})", m::NO_ADDRESS.get(lang)));
    let used = match uses {
        0 => m::NOT_USED.get(lang).to_owned(),
        n => fill!(m::USED, lang, count = n),
    };
    let note = (!source.note.is_empty()).then(|| format!(" {}", source.note));
    view! {
        <li id=source.slug.clone()><SourceTitle source/>{sources::published(lang, source)}{no_address}{note}" · "
            <small>{used}</small></li>
    }
    .into_any()
}

#[component]
fn LeftOut<'a>(rows: &'a [&'a LeftOut]) -> Option<AnyView> {
    let cx = &*page_context();
    let lang = cx.lang();
    if rows.is_empty() {
        return None;
    }
    let items = alike(rows).map(|rows| {
        let source = rows[0]
            .source
            .map(|id| view! { <SourceTitle source=cx.snapshot().catalogue.source(id)/> }.into_any());
        view! { <tr><td>{as_found(cx, rows)}</td><td>{rows[0].reason.get(lang).to_owned()}</td><td>{source}</td></tr> }
    });
    let title = fill!(m::LEFT_OUT, lang, count = &rows.len().to_string());
    let view = view! {
        <h2 id="left-out">{title.clone()}</h2>
        <p>{m::LEFT_OUT_LEAD.get(lang)}</p>
        <details><summary>{title.clone()}</summary>
            <div class="scroll" tabindex="0" role="region" aria-labelledby="left-out">
            <table class="plain"><caption class="vh">{title}</caption>
                <thead><tr><th scope="col">{m::AS_FOUND.get(lang)}</th><th scope="col">{m::REASON.get(lang)}</th><th scope="col">{m::SOURCE.get(lang)}</th></tr></thead>
                <tbody>{items.collect_view()}</tbody></table></div>
        </details>
    };
    Some(view.into_any())
}

/// Rows one after the other of one indicator, component and year, with one source and one reason.
fn alike<'a, 'b>(rows: &'a [&'b LeftOut]) -> impl Iterator<Item = &'a [&'b LeftOut]> {
    rows.chunk_by(|a, b| {
        let [indicator, component, _, year, _] = &a.as_found;
        let same = [indicator, component, year] == [&b.as_found[0], &b.as_found[1], &b.as_found[3]];
        same && a.source == b.source && a.reason == b.reason
    })
}

/// One row as it was found; of many alike what they have in common, and how many they are.
fn as_found(cx: &PageContext, rows: &[&LeftOut]) -> String {
    let [indicator, component, province, year, value] = &rows[0].as_found;
    let count = fill!(m::LEFT_OUT_ALIKE, cx.lang(), count = &rows.len().to_string());
    let cells = if rows.len() == 1 {
        vec![indicator, component, province, year, value]
    } else {
        vec![indicator, component, year, &count]
    };
    let cells: Vec<&str> = cells
        .into_iter()
        .map(String::as_str)
        .filter(|t| !t.is_empty())
        .collect();
    cells.join(" · ")
}
