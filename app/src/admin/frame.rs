//! What surrounds the admin pages: the way around, what was done, what was refused.

use leptos::prelude::*;
use messages::fill;

use super::{Role, UserError, context::At, words as w};
use crate::{
    admin::notes::{NoticeNote, RefusalNote},
    components::layout::{Document, Frame, Section},
};

/// What a page puts into the frame.
pub(super) struct Leaf<'a> {
    pub(super) title: String,
    /// A sentence under the title; may be empty.
    pub(super) lead: String,
    pub(super) refusal: Option<&'a UserError>,
    /// Pages that everybody may find.
    pub(super) public: bool,
    pub(super) body: AnyView,
}

/// A whole page.
#[component]
pub(super) fn AdminPage<'a>(at: &'a At<'a>, leaf: Leaf<'a>) -> AnyView {
    let lang = at.lang();
    let title = match leaf.refusal {
        Some(_) => fill!(w::TITLE_REFUSED, lang, title = &leaf.title),
        None => leaf.title.clone(),
    };
    let frame = Frame {
        indexed: leaf.public && leaf.refusal.is_none(),
        viewer: at.admin.viewer.map(|v| v.shown.clone()),
        ..Frame::new(title, leaf.title.clone(), Section::None)
    };
    let lead = (!leaf.lead.is_empty()).then(|| view! { <p class="lead">{leaf.lead.clone()}</p> });
    let body = view! {
        <AdminNavigation at/>
        {leaf.refusal.map(|r| view! { <RefusalNote at refusal=r/> }.into_any())}
        {at.admin.notice.map(|n| view! { <NoticeNote at notice=n/> }.into_any())}
        <h1>{leaf.title}</h1>
        {lead}
        {leaf.body}
    }
    .into_any();
    view! { <Document frame>{body}</Document> }.into_any()
}

/// The admin pages, as far as the viewer may see them.
#[component]
fn AdminNavigation<'a>(at: &'a At<'a>) -> Option<AnyView> {
    let lang = at.lang();
    at.admin.viewer?;
    let (analyst, administrator) = (at.may(Role::Analyst), at.may(Role::Administrator));
    let entries = [
        (analyst, at.link(""), "/desk", w::DESK),
        (true, at.cx.links.editions(), "/editions", w::EDITIONS),
        (administrator, at.link("/catalogue"), "/desk/catalogue", w::CATALOGUE),
        (analyst, at.link("/audit"), "/desk/audit", w::AUDIT),
        (administrator, at.link("/accounts"), "/desk/accounts", w::ACCOUNTS),
        (true, at.link("/account"), "/desk/account", w::ACCOUNT),
    ];
    let links = entries
        .into_iter()
        .filter(|(shown, ..)| *shown)
        .map(|(_, href, path, words)| {
            let current = (at.cx.path() == path).then_some("page");
            view! { <a href=href aria-current=current>{words.get(lang)}</a> }
        });
    Some(view! { <nav class="desknav" aria-label=w::DESK.get(lang)>{links.collect_view()}</nav> }.into_any())
}
