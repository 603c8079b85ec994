//! Links from a page to what else there is about the same place: its briefing, its feed.

use leptos::prelude::*;
use messages::{briefing as w, feeds as fw, fill};

use crate::{
    context::page_context,
    views::{
        briefing::model::{DOCX, PDF},
        feeds::model::Followed,
    },
};

/// Where the briefing of a place is, on screen and on paper; `path` is below the language, without the
/// last part, such as `/provinces/nghe-an`.
#[component]
pub(crate) fn BriefingLinks<'a>(#[prop(into)] path: String, name: &'a str) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let page = cx.links.briefing(&format!("{path}/briefing"));
    let [pdf, docx] = [PDF, DOCX].map(|ending| cx.links.briefing(&format!("{path}/briefing{ending}")));
    let label = fill!(w::PDF_OF, lang, place = name);
    view! {
        <p class="to-briefing"><a href=page>{fill!(w::TO_PAGE, lang, place = name)}</a>
            " "<a href=pdf type="application/pdf">"PDF"<span class="vh">": "{label.clone()}</span></a>
            " "<a href=docx>"Word"<span class="vh">": "{label}</span></a></p>
    }
    .into_any()
}

/// Where the briefing of the whole country is.
#[component]
pub(crate) fn NationalBriefingLinks() -> AnyView {
    let cx = &*page_context();
    view! { <BriefingLinks path="" name=w::COUNTRY.get(cx.lang())/> }.into_any()
}

/// The link to a feed on the page of what is followed.
#[component]
pub(crate) fn FeedLink(followed: Followed) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let href = format!("/{}{}", lang.code(), followed.paths(cx).1);
    let name = followed.name(cx).unwrap_or_default();
    let words = fill!(fw::FOLLOW_WHAT, lang, name = &name);
    view! {
        <p class="follow"><a href=href type="application/atom+xml" title=words>{fw::FOLLOW_ATOM.get(lang)}<span class="vh">": "{name}</span></a></p>
    }
}
