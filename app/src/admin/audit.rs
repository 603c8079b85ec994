//! What was done in the administration.

use crate::admin::frame::AdminPage;
use leptos::prelude::*;
use messages::{common as m, fill};

use domain::Lang;

use super::{AuditLine, context::At, frame::Leaf, issues, words as w};

#[component]
pub(super) fn AuditPage<'a>(at: &'a At<'a>, lines: &'a [AuditLine], page: u32, more: bool) -> AnyView {
    let lang = at.lang();
    let rows = lines.iter().map(|line| {
        view! {
            <tr><th scope="row">{line.at.format(lang)}</th><td data-h=w::WHO.get(lang)><span>{line.who.clone()}</span></td>
                <td data-h=w::ACTION.get(lang)>{issues::audit_action(lang, &line.action)}</td>
                <td data-h=w::SUBJECT.get(lang)><span><AuditSubject at subject=&line.subject/></span></td>
                <td data-h=w::DETAIL.get(lang)><span>{details(lang, &line.detail)}</span></td></tr>
        }
    });
    let link = |page: u32| format!("{}?page={page}", at.link("/audit"));
    let newer = (page > 1).then(|| view! { <a href=link(page - 1) rel="prev">{w::NEWER.get(lang)}</a> });
    let older = more.then(|| view! { <a href=link(page.saturating_add(1)) rel="next">{w::OLDER.get(lang)}</a> });
    let none = lines.is_empty().then(|| view! { <p>{w::AUDIT_NONE.get(lang)}</p> });
    let heads = [w::WHEN, w::WHO, w::ACTION, w::SUBJECT, w::DETAIL];
    let body = view! {
        {none}
        <table class="plain stack"><caption class="vh">{w::AUDIT.get(lang)}</caption>
            <thead><tr>{heads.map(|t| view! { <th scope="col">{t.get(lang)}</th> }).collect_view()}</tr></thead>
            <tbody>{rows.collect_view()}</tbody></table>
        <nav class="years pages" aria-label=m::PAGES.get(lang)>{newer}{older}</nav>
    };
    view! { <AdminPage at leaf={Leaf { title: w::AUDIT.get(lang).to_owned(), lead: w::AUDIT_LEAD.get(lang).to_owned(), refusal: None, public: false, body: body.into_any(), }}/> }.into_any()
}

/// What it was done to, in words; with its page where it has one.
#[component]
fn AuditSubject<'a>(at: &'a At<'a>, subject: &'a str) -> AnyView {
    let lang = at.lang();
    let (kind, id) = subject.split_once('/').unwrap_or(("", subject));
    // Enough of an id to tell two apart.
    let short: String = id.chars().take(8).collect();
    match kind {
        "draft" => {
            let text = fill!(w::AUDIT_DRAFT, lang, id = &short);
            view! { <a href=at.link(&format!("/drafts/{id}"))>{text}</a> }.into_any()
        }
        "edition" => {
            let home = format!("/{}?edition={id}", lang.code());
            view! { <a href=home>{fill!(w::EDITION_N, lang, edition = id)}</a> }.into_any()
        }
        "upload" => fill!(w::AUDIT_UPLOAD, lang, id = &short).into_any(),
        "account" => fill!(w::AUDIT_ACCOUNT, lang, account = id).into_any(),
        _ => subject.to_owned().into_any(),
    }
}

/// `file: PCI 2016.csv; size: 1684`; what has no name here is shown under its own.
fn details(lang: Lang, detail: &[(String, String)]) -> String {
    let said = detail.iter().filter_map(|(name, value)| {
        let name = match (name.as_str(), lang) {
            ("note_vi", Lang::En) | ("note_en", Lang::Vi) | ("kind" | "upload" | "revision", _) => return None,
            ("note_vi" | "note_en", _) => w::NOTE.get(lang),
            ("name", _) => w::FILE.get(lang),
            ("size", _) => w::BYTES.get(lang),
            ("hash", _) => "SHA-256",
            ("via", _) => w::AUDIT_VIA.get(lang),
            ("base", _) => w::AUDIT_BASE.get(lang),
            ("draft", _) => w::DRAFT.get(lang),
            ("restores", _) => w::AUDIT_RESTORES.get(lang),
            ("role", _) => w::ROLE.get(lang),
            ("from", _) => w::BEFORE.get(lang),
            ("to", _) => w::AFTER.get(lang),
            ("sessions", _) => w::AUDIT_SESSIONS.get(lang),
            ("failures", _) => w::AUDIT_FAILURES.get(lang),
            ("label", _) => w::TOKEN_LABEL.get(lang),
            ("account", _) => w::NAME.get(lang),
            ("", _) => return Some(value.clone()),
            (other, _) => other,
        };
        Some(format!("{name}: {value}"))
    });
    said.collect::<Vec<_>>().join("; ")
}
