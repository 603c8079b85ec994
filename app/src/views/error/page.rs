//! Pages for addresses that lead nowhere: what was wrong, and ways on.

use leptos::prelude::*;
use messages::{common as m, fill, search as w};

use crate::{
    components::layout::{self, Frame, Section},
    context::PageContext,
    query::BadParameters,
    views::search::{
        model::{self as answers, Strange},
        page as search,
    },
};

/// 404. `details` says more where more is known.
pub(crate) fn not_found(cx: &PageContext, details: Option<String>) -> AnyView {
    let lang = cx.lang();
    let shown = crate::query::decode(cx.path());
    let address = format!("/{}{shown}", lang.code());
    let mut strange = answers::strange(cx, &BadParameters::default());
    if details.is_some() {
        // What is wrong is known: not every other part of the address is a name.
        strange.parts.clear();
    }
    let text = details.unwrap_or_else(|| fill!(m::NOT_FOUND_TEXT, lang, address = &address));
    page(cx, m::NOT_FOUND.get(lang), vec![text], &strange)
}

/// 400: every parameter that cannot be used.
pub(crate) fn bad_request(cx: &PageContext, bad: &BadParameters) -> AnyView {
    let lang = cx.lang();
    let lines = bad
        .iter()
        .map(|b| {
            fill!(
                m::BAD_PARAMETER,
                lang,
                name = b.name,
                found = &b.found,
                expected = &b.expected
            )
        })
        .collect();
    page(cx, m::BAD_REQUEST.get(lang), lines, &answers::strange(cx, bad))
}

/// 400 with finished sentences, where the names of parameters come from the catalogue.
pub(crate) fn refused(cx: &PageContext, lines: Vec<String>) -> AnyView {
    page(cx, m::BAD_REQUEST.get(cx.lang()), lines, &Strange::default())
}

fn page(cx: &PageContext, title: &str, lines: Vec<String>, strange: &Strange) -> AnyView {
    let lang = cx.lang();
    let links = cx.links;
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
        {unknown_parts(cx, strange)}
        {search::answer_list(answers::answers(cx, &strange.query))}
        <h2>{m::WAYS_OUT.get(lang)}</h2>
        <ul class="ways">{ways.into_iter().map(|(href, words)| view! { <li><a href=href>{words.get(lang)}</a></li> }).collect_view()}</ul>
    };
    let frame = Frame {
        indexed: false,
        ..Frame::new(title, title, Section::None)
    };
    layout::page(cx, &frame, body.into_any())
}

/// Which parts of the address are not known, and the pages that may have been meant.
fn unknown_parts(cx: &PageContext, strange: &Strange) -> Option<AnyView> {
    let lang = cx.lang();
    let sentence = |(part, piece): &(String, String)| {
        if domain::fold(part) == domain::fold(piece) {
            fill!(w::UNKNOWN, lang, part = part)
        } else {
            fill!(w::UNKNOWN_PART, lang, text = part, part = piece)
        }
    };
    let sentences: Vec<String> = strange.parts.iter().map(sentence).collect();
    let any = !sentences.is_empty() || !strange.meant.is_empty();
    any.then(|| search::not_understood(cx, &sentences.join(" "), &strange.meant))
}
