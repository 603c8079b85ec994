//! One's own account: password, devices, tokens for the API.

use crate::admin::{fields::SubmitButton, frame::AdminPage};
use leptos::prelude::*;
use messages::fill;

use super::{
    TokenLine, UserError,
    context::At,
    fields::{Field, Line},
    frame::Leaf,
    words as w,
};

#[component]
pub(super) fn AccountPage<'a>(
    at: &'a At<'a>,
    tokens: &'a [TokenLine],
    fresh: Option<&'a str>,
    refusal: Option<&'a UserError>,
) -> AnyView {
    let lang = at.lang();
    let lead = at.admin.viewer.map(|v| {
        let role = w::role(v.role).get(lang);
        fill!(w::ACCOUNT_LEAD, lang, person = &v.shown, account = &v.name, role = role)
    });
    let body = view! {
        {fresh.map(|token| view! {
            <section class="note done" role="status" aria-labelledby="fresh-h"><h2 id="fresh-h">{w::TOKEN_FRESH.get(lang)}</h2>
                <p><code class="token">{token.to_owned()}</code></p><p>{w::TOKEN_ONCE.get(lang)}</p></section>
        })}
        <section aria-labelledby="password-h"><h2 id="password-h">{w::PASSWORD_CHANGE.get(lang)}</h2><AccountPassword at/></section>
        <section aria-labelledby="devices-h"><h2 id="devices-h">{w::DEVICES.get(lang)}</h2>
            <p>{w::DEVICES_TEXT.get(lang)}</p>
            <form class="form" method="post" action=at.link("/account/sign-out-everywhere")><SubmitButton text=w::DEVICES_BUTTON.get(lang)/></form>
        </section>
        <section aria-labelledby="tokens-h"><h2 id="tokens-h">{w::TOKENS.get(lang)}</h2>
            <p class="prose">{w::TOKENS_TEXT.get(lang)}</p>
            <TokenTable at tokens/>
            <TokenForm at/>
        </section>
    };
    view! { <AdminPage at leaf={Leaf { title: w::ACCOUNT.get(lang).to_owned(), lead: lead.unwrap_or_default(), refusal, public: false, body: body.into_any(), }}/> }.into_any()
}

#[component]
fn AccountPassword<'a>(at: &'a At<'a>) -> AnyView {
    let lang = at.lang();
    let line = |id, name, label, autocomplete| {
        let field = Field {
            id,
            name,
            label,
            hint: "",
        };
        field.line(Line {
            kind: "password",
            required: true,
            autocomplete,
            ..Line::default()
        })
    };
    view! {
        <form class="form" method="post" action=at.link("/account/password")>
            {line("f-old", "old", w::PASSWORD_OLD.get(lang), "current-password")}
            {line("f-new", "new", w::PASSWORD_NEW.get(lang), "new-password")}
            {line("f-again", "again", w::PASSWORD_AGAIN.get(lang), "new-password")}
            <SubmitButton text=w::PASSWORD_CHANGE.get(lang)/>
        </form>
    }
    .into_any()
}

#[component]
fn TokenTable<'a>(at: &'a At<'a>, tokens: &'a [TokenLine]) -> AnyView {
    let lang = at.lang();
    if tokens.is_empty() {
        return view! { <p>{w::TOKENS_NONE.get(lang)}</p> }.into_any();
    }
    let rows = tokens.iter().map(|token| {
        let used = token.used.map_or_else(|| w::NEVER.get(lang).to_owned(), |m| m.format(lang));
        let label = fill!(w::REVOKE_THIS, lang, token = &token.label);
        view! {
            <tr><th scope="row">{token.label.clone()}</th><td data-h=w::MADE_AT.get(lang)>{token.created.format(lang)}</td>
                <td data-h=w::USED_AT.get(lang)>{used}</td>
                <td><form method="post" action=at.link(&format!("/account/tokens/{}/revoke", token.id))>
                    <button type="submit" class="quiet" aria-label=label>{w::REVOKE.get(lang)}</button></form></td></tr>
        }
    });
    view! {
        <table class="plain stack"><caption class="vh">{w::TOKENS.get(lang)}</caption>
            <thead><tr><th scope="col">{w::TOKEN_LABEL.get(lang)}</th><th scope="col">{w::MADE_AT.get(lang)}</th>
                <th scope="col">{w::USED_AT.get(lang)}</th><th scope="col">{w::REVOKE.get(lang)}</th></tr></thead>
            <tbody>{rows.collect_view()}</tbody></table>
    }
    .into_any()
}

#[component]
fn TokenForm<'a>(at: &'a At<'a>) -> AnyView {
    let lang = at.lang();
    let label = Field {
        id: "f-label",
        name: "label",
        label: w::TOKEN_LABEL.get(lang),
        hint: w::TOKEN_HINT.get(lang),
    };
    let line = Line {
        required: true,
        ..Line::default()
    };
    view! {
        <form class="form" method="post" action=at.link("/account/tokens")>
            {label.line(line)}<SubmitButton text=w::TOKEN_MAKE.get(lang)/>
        </form>
    }
    .into_any()
}
