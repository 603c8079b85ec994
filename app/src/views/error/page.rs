//! Pages for addresses that lead nowhere: what was wrong, and ways on.

use leptos::prelude::*;
use messages::{common as m, fill, search as w};

use crate::{
    components::layout::{Document, Frame, Section},
    context::{PageContext, page_context},
    query::BadParameters,
    views::search::{
        model::{self as answers, Strange},
        page::{NotUnderstood, SearchAnswerList},
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
    view! { <ErrorPage title=m::NOT_FOUND.get(lang) lines={vec![text]} strange=strange/> }.into_any()
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
    view! { <ErrorPage title=m::BAD_REQUEST.get(lang) lines strange=answers::strange(cx, bad)/> }.into_any()
}

/// 400 with finished sentences, where the names of parameters come from the catalogue.
#[component]
pub(crate) fn ErrorRefused(lines: Vec<String>) -> AnyView {
    let cx = &*page_context();
    view! { <ErrorPage title=m::BAD_REQUEST.get(cx.lang()) lines strange=Strange::default()/> }.into_any()
}

#[component]
fn ErrorPage<'a>(title: &'a str, lines: Vec<String>, strange: Strange) -> AnyView {
    let cx = &*page_context();
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
        <UnknownParts strange=&strange/>
        <SearchAnswerList found=answers::answers(cx, &strange.query)/>
        <h2>{m::WAYS_OUT.get(lang)}</h2>
        <ul class="ways">{ways.into_iter().map(|(href, words)| view! { <li><a href=href>{words.get(lang)}</a></li> }).collect_view()}</ul>
    }
    .into_any();
    let frame = Frame {
        indexed: false,
        ..Frame::new(title, title, Section::None)
    };
    view! { <Document frame>{body}</Document> }.into_any()
}

/// Which parts of the address are not known, and the pages that may have been meant.
#[component]
fn UnknownParts<'a>(strange: &'a Strange) -> Option<AnyView> {
    let cx = &*page_context();
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
    any.then(|| view! { <NotUnderstood sentence=sentences.join(" ") meant=&strange.meant/> }.into_any())
}
