//! All accounts, for administrators.

use crate::admin::{fields::SubmitButton, frame::AdminPage};
use leptos::prelude::*;
use messages::{arguments, fill};

use domain::Lang;

use super::{
    AccountLine, Role, UserError,
    context::At,
    fields::{Field, Line, option},
    frame::Leaf,
    words as w,
};

#[component]
pub(super) fn AccountsPage<'a>(at: &'a At<'a>, accounts: &'a [AccountLine], refusal: Option<&'a UserError>) -> AnyView {
    let lang = at.lang();
    let rows = accounts
        .iter()
        .map(|account| view! { <AccountsRow at account/> }.into_any());
    let heads = [w::NAME, w::SHOWN_NAME, w::ROLE, w::PASSWORD_NEW, w::STATE];
    let body = view! {
        <table class="plain stack accounts"><caption class="vh">{w::ACCOUNTS.get(lang)}</caption>
            <thead><tr>{heads.map(|t| view! { <th scope="col">{t.get(lang)}</th> }).collect_view()}</tr></thead>
            <tbody>{rows.collect_view()}</tbody></table>
        <section aria-labelledby="add-h"><h2 id="add-h">{w::ACCOUNT_ADD.get(lang)}</h2><AccountsAdd at/></section>
    };
    view! { <AdminPage at leaf={Leaf { title: w::ACCOUNTS.get(lang).to_owned(), lead: w::ACCOUNTS_LEAD.get(lang).to_owned(), refusal, public: false, body: body.into_any(), }}/> }.into_any()
}

#[component]
fn AccountsRoles(lang: Lang, chosen: Role) -> AnyView {
    Role::ALL
        .map(|role| option(role.code(), w::role(role).get(lang), role == chosen))
        .collect_view()
        .into_any()
}

#[component]
fn AccountsRow<'a>(at: &'a At<'a>, account: &'a AccountLine) -> AnyView {
    let lang = at.lang();
    let link = |what: &str| at.link(&format!("/accounts/{}/{what}", account.id));
    let of = |words: messages::Template| words.fill(lang, &arguments![account = &account.name]);
    let (what, words) = match account.disabled {
        Some(_) => ("enable", w::ENABLE),
        None => ("disable", w::DISABLE),
    };
    let state = match account.disabled {
        Some(when) => fill!(w::DISABLED_AT, lang, date = &when.format(lang)),
        None => fill!(w::ACTIVE_SINCE, lang, date = &account.created.day().format(lang)),
    };
    view! {
        <tr><th scope="row">{account.name.clone()}</th><td data-h=w::SHOWN_NAME.get(lang)>{account.shown.clone()}</td>
            <td data-h=w::ROLE.get(lang)><form class="inline" method="post" action=link("role")>
                <select name="role" aria-label=of(w::ROLE_OF)><AccountsRoles lang chosen=account.role/></select>
                <button type="submit" class="quiet" aria-label=of(w::ROLE_SET_OF)>{w::SET.get(lang)}</button></form></td>
            <td data-h=w::PASSWORD_NEW.get(lang)><form class="inline" method="post" action=link("password")>
                <input type="password" name="password" required=true autocomplete="new-password" aria-label=of(w::PASSWORD_OF)/>
                <button type="submit" class="quiet" aria-label=of(w::PASSWORD_SET_OF)>{w::SET.get(lang)}</button></form></td>
            <td data-h=w::STATE.get(lang)><form class="inline" method="post" action=link(what)><span>{state}</span>
                <button type="submit" class="quiet" aria-label=format!("{}: {}", words.get(lang), account.name)>{words.get(lang)}</button></form></td></tr>
    }
    .into_any()
}

#[component]
fn AccountsAdd<'a>(at: &'a At<'a>) -> AnyView {
    let lang = at.lang();
    let line = |id, name, label, hint, line: Line<'_>| Field { id, name, label, hint }.line(line);
    let needed = Line {
        required: true,
        ..Line::default()
    };
    let password = Line {
        kind: "password",
        autocomplete: "new-password",
        ..needed
    };
    let role = Field {
        id: "f-role",
        name: "role",
        label: w::ROLE.get(lang),
        hint: w::ROLE_HINT.get(lang),
    };
    view! {
        <form class="form" method="post" action=at.link("/accounts")>
            {line("f-name", "name", w::NAME.get(lang), w::NAME_HINT.get(lang), needed)}
            {line("f-shown", "shown", w::SHOWN_NAME.get(lang), w::SHOWN_HINT.get(lang), needed)}
            {role.list(view! { <AccountsRoles lang chosen=Role::Analyst/> }.into_any())}
            {line("f-password", "password", w::PASSWORD.get(lang), w::PASSWORD_HINT.get(lang), password)}
            <SubmitButton text=w::ACCOUNT_ADD.get(lang)/>
        </form>
    }
    .into_any()
}
