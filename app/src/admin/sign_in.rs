//! The door: signing in, and pages for what cannot be shown.

use crate::admin::{
    fields::{HiddenField, SubmitButton},
    frame::AdminPage,
};
use leptos::prelude::*;
use messages::{common as m, fill};

use super::{
    UserError,
    context::At,
    fields::{Field, Line},
    frame::Leaf,
    notes, words as w,
};

#[component]
pub(super) fn SignInPage<'a>(at: &'a At<'a>, next: &'a str, name: &'a str, refusal: Option<&'a UserError>) -> AnyView {
    let lang = at.lang();
    view! { <AdminPage at leaf={Leaf { title: w::SIGN_IN.get(lang).to_owned(), lead: w::SIGN_IN_LEAD.get(lang).to_owned(), refusal, public: false, body: view! { <SignInForm at next name/> }.into_any(), }}/> }.into_any()
}

#[component]
fn SignInForm<'a>(at: &'a At<'a>, next: &'a str, name: &'a str) -> AnyView {
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
            <HiddenField name="next" value=next/>
            {field.line(line)}
            {password.line(secret)}
            <SubmitButton text=w::SIGN_IN.get(lang)/>
        </form>
        <p class="small">{w::NO_ACCOUNT.get(lang)}</p>
    }
    .into_any()
}

/// Sign in first, or not for this role.
#[component]
pub(super) fn ForbiddenPage<'a>(at: &'a At<'a>) -> AnyView {
    let lang = at.lang();
    let Some(viewer) = at.admin.viewer else {
        let next = if at.admin.query.is_empty() {
            at.admin.path.to_owned()
        } else {
            format!("{}?{}", at.admin.path, at.admin.query)
        };
        return view! { <PlainPage at title=w::SIGN_IN lead=w::SIGN_IN_FIRST.get(lang) body=view! { <SignInForm at next=&next name=""/> }.into_any()/> }
            .into_any();
    };
    let text = fill!(
        w::FORBIDDEN_TEXT,
        lang,
        person = &viewer.shown,
        role = w::role(viewer.role).get(lang)
    );
    view! { <PlainPage at title=w::FORBIDDEN lead=&text body=view! { <SignInWays at/> }.into_any()/> }.into_any()
}

/// The store does not answer or cannot be written to; or an edition has no file of the format.
#[component]
pub(super) fn TroublePage<'a>(at: &'a At<'a>, refusal: &'a UserError) -> AnyView {
    let lang = at.lang();
    let lines = notes::lines(lang, refusal);
    let said = view! {
        <div class="problem" role="alert">{lines.into_iter().map(|(_, text)| view! { <p>{text}</p> }).collect_view()}</div>
    };
    if *refusal == UserError::TooLongForWorkbook {
        let body = view! { {said}<p><a href=at.cx.links.editions()>{w::EDITIONS.get(lang)}</a></p> };
        return view! { <PlainPage at title=w::NO_WORKBOOK lead="" body=body.into_any()/> }.into_any();
    }
    let body = view! {
        {said}
        <p>{fill!(w::TROUBLE_WORKS, lang, edition = &at.admin.snapshot.edition.number.to_string())}</p>
        <SignInWays at/>
    };
    view! { <PlainPage at title=w::TROUBLE lead="" body=body.into_any()/> }.into_any()
}

#[component]
pub(super) fn CrossSitePage<'a>(at: &'a At<'a>) -> AnyView {
    view! { <PlainPage at title=w::CROSS_SITE lead=w::CROSS_SITE_TEXT.get(at.lang()) body=view! { <SignInWays at/> }.into_any()/> }.into_any()
}

#[component]
pub(super) fn AdminNotFoundPage<'a>(at: &'a At<'a>) -> AnyView {
    view! { <PlainPage at title=w::NOT_FOUND lead=w::NOT_FOUND_TEXT.get(at.lang()) body=view! { <SignInWays at/> }.into_any()/> }.into_any()
}

#[component]
fn PlainPage<'a>(at: &'a At<'a>, title: messages::Msg, lead: &'a str, body: AnyView) -> AnyView {
    view! { <AdminPage at leaf={Leaf { title: title.get(at.lang()).to_owned(), lead: lead.to_owned(), refusal: None, public: false, body, }}/> }.into_any()
}

/// Pages that can be reached from here.
#[component]
fn SignInWays<'a>(at: &'a At<'a>) -> AnyView {
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
