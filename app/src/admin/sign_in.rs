//! The door: signing in, and pages for what cannot be shown.

use leptos::prelude::*;
use messages::{common as m, fill};

use super::{
    UserError,
    context::At,
    fields::{Field, Line, button, hidden},
    frame::{Leaf, leaf},
    notes, words as w,
};

pub(super) fn page(at: &At<'_>, next: &str, name: &str, refusal: Option<&UserError>) -> AnyView {
    let lang = at.lang();
    leaf(
        at,
        Leaf {
            title: w::SIGN_IN.get(lang).to_owned(),
            lead: w::SIGN_IN_LEAD.get(lang).to_owned(),
            refusal,
            public: false,
            body: form(at, next, name),
        },
    )
}

fn form(at: &At<'_>, next: &str, name: &str) -> AnyView {
    let lang = at.lang();
    let field = Field {
        id: "f-name",
        name: "name",
        label: w::NAME.get(lang),
        hint: "",
    };
    let line = Line {
        value: name,
        required: true,
        autocomplete: "username",
        ..Line::default()
    };
    let password = Field {
        id: "f-password",
        name: "password",
        label: w::PASSWORD.get(lang),
        hint: "",
    };
    let secret = Line {
        kind: "password",
        required: true,
        autocomplete: "current-password",
        ..Line::default()
    };
    view! {
        <form class="form" method="post" action=at.cx.links.sign_in()>
            {hidden("next", next)}
            {field.line(line)}
            {password.line(secret)}
            {button(w::SIGN_IN.get(lang))}
        </form>
        <p class="small">{w::NO_ACCOUNT.get(lang)}</p>
    }
    .into_any()
}

/// Sign in first, or not for this role.
pub(super) fn forbidden(at: &At<'_>) -> AnyView {
    let lang = at.lang();
    let Some(viewer) = at.admin.viewer else {
        let next = if at.admin.query.is_empty() {
            at.admin.path.to_owned()
        } else {
            format!("{}?{}", at.admin.path, at.admin.query)
        };
        return plain(at, w::SIGN_IN, w::SIGN_IN_FIRST.get(lang), form(at, &next, ""));
    };
    let text = fill!(
        w::FORBIDDEN_TEXT,
        lang,
        person = &viewer.shown,
        role = w::role(viewer.role).get(lang)
    );
    plain(at, w::FORBIDDEN, &text, ways(at))
}

/// The store does not answer or cannot be written to.
pub(super) fn trouble(at: &At<'_>, refusal: &UserError) -> AnyView {
    let lang = at.lang();
    let lines = notes::lines(lang, refusal);
    let body = view! {
        <div class="problem" role="alert">{lines.into_iter().map(|(_, text)| view! { <p>{text}</p> }).collect_view()}</div>
        <p>{fill!(w::TROUBLE_WORKS, lang, edition = &at.admin.snapshot.edition.number.to_string())}</p>
        {ways(at)}
    };
    plain(at, w::TROUBLE, "", body.into_any())
}

pub(super) fn cross_site(at: &At<'_>) -> AnyView {
    plain(at, w::CROSS_SITE, w::CROSS_SITE_TEXT.get(at.lang()), ways(at))
}

pub(super) fn not_found(at: &At<'_>) -> AnyView {
    plain(at, w::NOT_FOUND, w::NOT_FOUND_TEXT.get(at.lang()), ways(at))
}

fn plain(at: &At<'_>, title: messages::Msg, lead: &str, body: AnyView) -> AnyView {
    leaf(
        at,
        Leaf {
            title: title.get(at.lang()).to_owned(),
            lead: lead.to_owned(),
            refusal: None,
            public: false,
            body,
        },
    )
}

/// Pages that can be reached from here.
fn ways(at: &At<'_>) -> AnyView {
    let lang = at.lang();
    let ways = [
        (at.link(""), w::DESK),
        (at.cx.links.editions(), w::EDITIONS),
        (at.cx.links.home(), m::OVERVIEW),
    ];
    let items = ways
        .into_iter()
        .map(|(href, words)| view! { <li><a href=href>{words.get(lang)}</a></li> });
    view! { <h2>{m::WAYS_OUT.get(lang)}</h2><ul class="ways">{items.collect_view()}</ul> }.into_any()
}
