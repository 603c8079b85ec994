//! What is published of a figure, source by source, and the figures on which sources disagree.

use leptos::prelude::*;
use messages::{arguments, fill};

use domain::{Catalogue, Claim, Figure, FigureKey, Indicator, Lang, upload::Side};

use super::meant::{Meant, named};
use crate::{
    admin::{changes, context::At, words as w},
    components::sources::{self, SourceTitle},
    links::with_query,
};

#[component]
pub(super) fn FigurePublishedSection<'a>(meant: &'a Meant<'a>) -> AnyView {
    let lang = meant.at.lang();
    let name = named(meant.at, meant.at.admin.snapshot, &meant.subject);
    let content = match meant.figure {
        Some(figure) => view! { <FigurePublishedKnown at=meant.at figure/> }.into_any(),
        None => view! { <p>{w::FIGURE_NONE.get(lang)}</p><FigurePublishedMoments meant/> }.into_any(),
    };
    view! {
        <section id="now" aria-labelledby="now-h"><h2 id="now-h">{w::FIGURE_NOW.get(lang)}</h2>
            <p><b>{name}</b></p>{content}
        </section>
    }
    .into_any()
}

/// What one source says of a figure: "89,06 (hạng 7/63)".
pub(super) fn says(lang: Lang, indicator: &Indicator, figure: &Figure, claim: &Claim) -> String {
    let side: Side = std::iter::once(claim.clone()).collect();
    changes::said(lang, indicator, &figure.key, &side)
}

#[component]
fn FigurePublishedKnown<'a>(at: &'a At<'a>, figure: &'a Figure) -> AnyView {
    let lang = at.lang();
    let catalogue = &at.admin.snapshot.catalogue;
    let indicator = catalogue.indicator(figure.key.indicator);
    let state = match (figure.chosen(), &figure.decision) {
        (Some(claim), Some(decision)) => {
            let chosen = says(lang, indicator, figure, claim);
            Some(fill!(
                w::FIGURE_CHOSEN,
                lang,
                value = &chosen,
                reason = decision.reason.get(lang)
            ))
        }
        _ if figure.conflicting() => Some(w::FIGURE_CONFLICT.get(lang).to_owned()),
        _ => None,
    };
    let state = state.map(|text| view! { <p class="note none">{text}</p> });
    let noted = figure.claims.iter().any(|claim| claim.note.is_some());
    let rows = figure.claims.iter().map(|claim| {
        let source = catalogue.source(claim.source);
        let chosen = figure.chosen().is_some_and(|chosen| std::ptr::eq(chosen, claim));
        let mark = chosen.then(|| view! { " "<span class="chip">{w::CHOSEN_MARK.get(lang)}</span> });
        let note = claim
            .note
            .as_ref()
            .map(|note| note.get(lang).to_owned())
            .unwrap_or_default();
        let note = noted.then(|| view! { <td data-h=w::REMARK.get(lang)>{note}</td> });
        view! {
            <tr><td data-h=w::SAYS.get(lang)>{says(lang, indicator, figure, claim)}{mark}</td>
                <td data-h=w::SOURCE.get(lang)><SourceTitle source/>{sources::published(lang, source)}</td>{note}</tr>
        }
    });
    let heads = [Some(w::SAYS), Some(w::SOURCE), noted.then_some(w::REMARK)];
    let heads = heads
        .into_iter()
        .flatten()
        .map(|head| view! { <th scope="col">{head.get(lang)}</th> });
    view! {
        {state}
        <table class="plain stack"><caption class="vh">{w::FIGURE_NOW.get(lang)}</caption>
            <thead><tr>{heads.collect_view()}</tr></thead><tbody>{rows.collect_view()}</tbody></table>
    }
    .into_any()
}

/// The same figure at the moments for which there is one.
#[component]
fn FigurePublishedMoments<'a>(meant: &'a Meant<'a>) -> Option<AnyView> {
    let lang = meant.at.lang();
    let found: Vec<AnyView> = meant
        .subject
        .figures(meant.at.admin.snapshot)
        .filter_map(|figure| {
            let moment = figure.key.as_of?;
            Some(view! { <li><a href=link(meant.at, figure)>{moment.format(lang)}</a></li> }.into_any())
        })
        .collect();
    if found.is_empty() {
        return None;
    }
    Some(view! { <p>{w::FIGURE_MOMENTS.get(lang)}</p><ul>{found.collect_view()}</ul> }.into_any())
}

/// The form of a figure.
fn link(at: &At<'_>, figure: &Figure) -> String {
    link_of(at, &at.admin.snapshot.catalogue, &figure.key)
}

/// The form of the figure with this key in a catalogue.
pub(in crate::admin) fn link_of(at: &At<'_>, catalogue: &Catalogue, key: &FigureKey) -> String {
    let indicator = catalogue.indicator(key.indicator);
    let component = &indicator.component(key.component).slug;
    let place = changes::place_code(catalogue, key.place);
    let year = key.year.map(|year| year.to_string()).unwrap_or_default();
    let as_of = key.as_of.map(|moment| moment.to_string()).unwrap_or_default();
    let all = [
        ("indicator", indicator.slug.as_str()),
        ("component", component),
        ("province", &place),
        ("year", &year),
        ("as_of", &as_of),
    ];
    with_query(&at.link("/figure"), &all)
}

/// The figures on which sources disagree, those without a choice first.
#[component]
pub(super) fn FigurePublishedDisputed<'a>(at: &'a At<'a>) -> AnyView {
    let figures = &at.admin.snapshot.figures;
    let open: Vec<&Figure> = figures.iter().filter(|figure| figure.conflicting()).collect();
    let decided: Vec<&Figure> = figures.iter().filter(|f| f.disputed() && !f.conflicting()).collect();
    view! {
        <FigurePublishedList at id="conflicts" title=w::CONFLICTS_OPEN lead=Some(w::CONFLICTS_OPEN_LEAD) figures=&open/>
        <FigurePublishedList at id="decided" title=w::CONFLICTS_DECIDED lead=None figures=&decided/>
    }
    .into_any()
}

#[component]
fn FigurePublishedList<'a>(
    at: &'a At<'a>,
    id: &'static str,
    title: messages::Template,
    lead: Option<messages::Msg>,
    figures: &'a [&'a Figure],
) -> Option<AnyView> {
    let lang = at.lang();
    if figures.is_empty() {
        return None;
    }
    let rows = figures.iter().map(|figure| {
        let indicator = at.admin.snapshot.catalogue.indicator(figure.key.indicator);
        let name = changes::named(lang, at.admin.snapshot, &figure.key);
        view! {
            <tr><th scope="row"><a href=link(at, figure)>{name}</a></th>
                <td data-h=w::SAYS.get(lang)>{changes::said(lang, indicator, &figure.key, &Side::from(*figure))}</td></tr>
        }
    });
    let title = title.fill(lang, &arguments![count = figures.len()]);
    let lead = lead.map(|lead| view! { <p>{lead.get(lang)}</p> });
    let heading = format!("{id}-h");
    let view = view! {
        <section id=id aria-labelledby=heading.clone()><h2 id=heading.clone()>{title.clone()}</h2>{lead}
            <table class="plain stack"><caption class="vh">{title}</caption>
                <thead><tr><th scope="col">{w::FIGURE.get(lang)}</th><th scope="col">{w::SAYS.get(lang)}</th></tr></thead>
                <tbody>{rows.collect_view()}</tbody></table>
        </section>
    };
    Some(view.into_any())
}
