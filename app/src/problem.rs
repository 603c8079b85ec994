//! The page of a response that no view gives: it needs neither figures nor files.

use leptos::{prelude::*, reactive::owner::Owner};
use messages::{Msg, problem as w};

use domain::Lang;

use crate::{
    components::html_document::HtmlDocument,
    response::{self, Body, Cache, PageResponse},
};

/// Returns the page of a response with this HTTP status, in both languages; `request` is the request's number in
/// the log.
#[must_use]
pub fn problem(status: u16, request: &str) -> String {
    document(status, sentence(status), Some(request))
}

/// The answer before the first edition is in memory.
pub(crate) fn without_figures() -> PageResponse {
    PageResponse {
        status: 503,
        body: Body::Html(document(503, w::STARTING, None)),
        cache: Cache::NoStore,
    }
}

fn document(status: u16, sentence: Msg, request: Option<&str>) -> String {
    Owner::new_root(None).with(|| response::document(view! { <ProblemPage status sentence request/> }.into_any()))
}

/// What happened and what to do.
const fn sentence(status: u16) -> Msg {
    match status {
        400 | 415 | 422 => w::NOT_READ,
        403 => w::OTHER_SITE,
        404 => w::NO_FILE,
        405 => w::READ_ONLY,
        408 => w::TOO_SLOW,
        413 => w::TOO_LARGE,
        414 => w::ADDRESS_TOO_LONG,
        503 => w::BUSY,
        _ => w::FAILED,
    }
}

#[component]
fn ProblemPage<'a>(status: u16, sentence: Msg, request: Option<&'a str>) -> AnyView {
    let title = status.to_string();
    let request = request.map(|number| {
        view! {
            <p>{w::REQUEST_NUMBER.get(Lang::Vi)}" / "<span lang="en">{w::REQUEST_NUMBER.get(Lang::En)}</span>": "
                <code>{number.to_owned()}</code></p>
        }
    });
    let body = view! {
        <main>
            <h1>{status}</h1>
            <p>{sentence.get(Lang::Vi)}</p>
            <p lang="en">{sentence.get(Lang::En)}</p>
            {request}
            <p><a href="/vi">{w::HOME.get(Lang::Vi)}</a>" · "<a href="/en" lang="en">{w::HOME.get(Lang::En)}</a></p>
        </main>
    }
    .into_any();
    view! { <HtmlDocument lang=Lang::Vi title=&title indexed=false>{body}</HtmlDocument> }.into_any()
}
