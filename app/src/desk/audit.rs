//! What was done at the desk.

use leptos::prelude::*;

use super::{
    AuditLine,
    frame::{At, Leaf, leaf},
    issues, words as w,
};

pub(super) fn page(at: &At<'_>, lines: &[AuditLine], page: u32, more: bool) -> AnyView {
    let lang = at.lang();
    let rows = lines.iter().map(|line| {
        view! {
            <tr><th scope="row">{line.at.format(lang)}</th><td data-h=w::WHO.get(lang)><span>{line.who.clone()}</span></td>
                <td data-h=w::ACTION.get(lang)>{issues::audit_action(lang, &line.action)}</td>
                <td data-h=w::SUBJECT.get(lang)><span>{line.subject.clone()}</span></td>
                <td data-h=w::DETAIL.get(lang)><span>{line.detail.clone()}</span></td></tr>
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
        <nav class="years pages" aria-label=w::PAGES.get(lang)>{newer}{older}</nav>
    };
    leaf(
        at,
        Leaf {
            title: w::AUDIT.get(lang).to_owned(),
            lead: w::AUDIT_LEAD.get(lang).to_owned(),
            refusal: None,
            public: false,
            body: body.into_any(),
        },
    )
}
