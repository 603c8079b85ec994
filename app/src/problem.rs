//! The page of a response that no page of the app gives: it needs neither figures nor files.

use leptos::{prelude::*, reactive::owner::Owner};
use messages::{Msg, problem as w};

use domain::Lang;

use crate::{components::html_document::HtmlDocument, response};

/// Returns the page of a response with this HTTP status, in both languages; `request` is the request's number in
/// the log.
#[must_use]
pub fn problem(status: u16, request: &str) -> String {
    Owner::new_root(None).with(|| response::document(view! { <ProblemPage status request/> }.into_any()))
}

/// What happened and what to do.
const fn sentence(status: u16) -> Msg {
    match status {
        404 => w::NO_FILE,
        405 => w::READ_ONLY,
        414 => w::ADDRESS_TOO_LONG,
        503 => w::BUSY,
        _ => w::FAILED,
    }
}

#[component]
fn ProblemPage<'a>(status: u16, request: &'a str) -> AnyView {
    let title = status.to_string();
    let sentence = sentence(status);
    let body = view! {
        <main>
            <h1>{status}</h1>
            <p>{sentence.get(Lang::Vi)}</p>
            <p lang="en">{sentence.get(Lang::En)}</p>
            <p>{w::REQUEST_NUMBER.get(Lang::Vi)}" / "<span lang="en">{w::REQUEST_NUMBER.get(Lang::En)}</span>": "
                <code>{request.to_owned()}</code></p>
            <p><a href="/vi">{w::HOME.get(Lang::Vi)}</a>" · "<a href="/en" lang="en">{w::HOME.get(Lang::En)}</a></p>
        </main>
    }
    .into_any();
    view! { <HtmlDocument lang=Lang::Vi title=&title indexed=false>{body}</HtmlDocument> }.into_any()
}
