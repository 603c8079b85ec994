//! Pages for addresses that lead nowhere: what was wrong, and ways on.

use leptos::prelude::*;

use crate::{
    components::layout::{self, Frame, Section},
    messages as m,
    models::Here,
    query::BadParameter,
};

/// 404. `details` says more where more is known.
pub(crate) fn not_found(here: &Here<'_>, details: Option<String>) -> AnyView {
    let lang = here.lang();
    let shown = crate::query::decode(here.path);
    let address = format!("/{}{shown}", lang.code());
    let text = details.unwrap_or_else(|| m::NOT_FOUND_TEXT.fill(lang, &[&address]));
    let lines = vec![text];
    page(here, m::NOT_FOUND.get(lang), lines)
}

/// 400: every parameter that cannot be used.
pub(crate) fn bad_request(here: &Here<'_>, bad: &[BadParameter]) -> AnyView {
    let lang = here.lang();
    let lines = bad
        .iter()
        .map(|b| m::BAD_PARAMETER.fill(lang, &[b.name, &b.found, &b.expected]))
        .collect();
    refused(here, lines)
}

/// 400 with finished sentences, where the names of parameters come from the catalogue.
pub(crate) fn refused(here: &Here<'_>, lines: Vec<String>) -> AnyView {
    page(here, m::BAD_REQUEST.get(here.lang()), lines)
}

fn page(here: &Here<'_>, title: &str, lines: Vec<String>) -> AnyView {
    let lang = here.lang();
    let links = here.links;
    let ways = [
        (links.home(), m::OVERVIEW),
        (links.rankings(), m::RANKINGS),
        (links.provinces(), m::PROVINCES),
        (links.indicators(), m::INDICATORS),
        (links.search(), m::SEARCH_TITLE),
    ];
    let body = view! {
        <h1>{title.to_owned()}</h1>
        <div class="problem" role="alert">{lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}</div>
        <h2>{m::WAYS_OUT.get(lang)}</h2>
        <ul class="ways">{ways.into_iter().map(|(href, words)| view! { <li><a href=href>{words.get(lang)}</a></li> }).collect_view()}</ul>
    };
    let frame = Frame {
        indexed: false,
        ..Frame::new(title, title, Section::None)
    };
    layout::page(here, &frame, body.into_any())
}
