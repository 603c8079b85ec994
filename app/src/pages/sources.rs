//! Every source of the edition, and the rows that were left out.

use std::collections::HashMap;

use leptos::prelude::*;

use domain::{LeftOut, Source, SourceId, SourceKind};

use crate::{
    components::{
        layout::{self, Frame, Section},
        sources,
    },
    messages as m,
    models::Here,
};

pub(crate) fn all(here: &Here<'_>) -> AnyView {
    let lang = here.lang();
    let catalogue = &here.snapshot.catalogue;
    let mut uses: HashMap<SourceId, usize> = HashMap::new();
    // A row that only says why a figure is missing is no figure.
    let figures = here.snapshot.figures.iter().flat_map(|f| &f.claims);
    for claim in figures.filter(|c| c.value.is_some() || c.rank.is_some() || c.tier.is_some()) {
        *uses.entry(claim.source).or_default() += 1;
    }
    let numbered: Vec<(usize, &Source)> = catalogue
        .sources
        .iter()
        .enumerate()
        .map(|(i, s)| {
            (
                u16::try_from(i)
                    .ok()
                    .and_then(|i| uses.get(&SourceId(i)).copied())
                    .unwrap_or(0),
                s,
            )
        })
        .collect();
    let kinds = [
        (SourceKind::Publisher, m::KIND_PUBLISHER),
        (SourceKind::Government, m::KIND_GOVERNMENT),
        (SourceKind::Press, m::KIND_PRESS),
        (SourceKind::Copy, m::KIND_COPY),
    ];
    let sections = kinds.into_iter().map(|(kind, words)| {
        let mut of_kind: Vec<&(usize, &Source)> = numbered.iter().filter(|(_, s)| s.kind == kind).collect();
        of_kind.sort_by_cached_key(|(_, s)| domain::collation_key(&s.title));
        let count = of_kind.len();
        let items = of_kind.into_iter().map(|(n, source)| item(here, *n, source));
        view! { <h2>{words.get(lang)}" ("{count}")"</h2><ul class="sourcelist">{items.collect_view()}</ul> }
    });
    let count = domain::number::count;
    let lead = m::SOURCES_LEAD.fill(
        lang,
        &[
            &count(lang, catalogue.sources.len()),
            &count(lang, here.snapshot.edition.rows),
        ],
    );
    let body = view! {
        <h1>{m::SOURCES.get(lang)}</h1>
        <p class="lead">{lead.clone()}</p>
        {sections.collect_view()}
        {left_out(here)}
    };
    layout::page(
        here,
        &Frame::new(m::SOURCES.get(lang), lead, Section::Sources),
        body.into_any(),
    )
}

fn item(here: &Here<'_>, uses: usize, source: &Source) -> AnyView {
    let lang = here.lang();
    let no_address = source.url.is_empty().then(|| format!(" ({})", m::NO_ADDRESS.get(lang)));
    let used = match uses {
        0 => m::NOT_USED.get(lang).to_owned(),
        n => m::USED.fill(lang, &[&domain::number::count(lang, n)]),
    };
    let note = (!source.note.is_empty()).then(|| format!(" {}", source.note));
    view! {
        <li id=source.slug.clone()>{sources::title(source)}{sources::published(lang, source)}{no_address}{note}" · "
            <small>{used}</small></li>
    }
    .into_any()
}

fn left_out(here: &Here<'_>) -> Option<AnyView> {
    let lang = here.lang();
    let rows = &here.snapshot.catalogue.left_out;
    if rows.is_empty() {
        return None;
    }
    let items = alike(rows).map(|rows| {
        let source = rows[0].source.map(|id| sources::title(here.snapshot.catalogue.source(id)));
        view! { <tr><td>{as_found(here, rows)}</td><td>{rows[0].reason.get(lang).to_owned()}</td><td>{source}</td></tr> }
    });
    let title = m::LEFT_OUT.fill(lang, &[&rows.len().to_string()]);
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
fn alike(rows: &[LeftOut]) -> impl Iterator<Item = &[LeftOut]> {
    rows.chunk_by(|a, b| {
        let [indicator, component, _, year, _] = &a.as_found;
        let same = [indicator, component, year] == [&b.as_found[0], &b.as_found[1], &b.as_found[3]];
        same && a.source == b.source && a.reason == b.reason
    })
}

/// One row as it was found; of many alike what they have in common, and how many they are.
fn as_found(here: &Here<'_>, rows: &[LeftOut]) -> String {
    let [indicator, component, province, year, value] = &rows[0].as_found;
    let count = m::LEFT_OUT_ALIKE.fill(here.lang(), &[&rows.len().to_string()]);
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
