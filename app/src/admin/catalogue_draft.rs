//! A draft that changes a file of the catalogue.

use leptos::prelude::*;
use messages::fill;

use super::{
    CatalogueDraftView, DraftState, Role, changes::Shown, context::At, draft::Publishing, fields::Field, frame::Leaf,
    words as w,
};
use crate::{
    admin::{
        changes::Changes,
        context::DraftStateNote,
        draft::{DraftPublishDiscard, DraftPublishSignature},
        fields::{HiddenField, SubmitButton},
        frame::AdminPage,
    },
    query::Parameters,
};

#[component]
pub(super) fn CatalogueDraftPage<'a>(
    at: &'a At<'a>,
    draft: &'a CatalogueDraftView<'a>,
    parameters: &'a Parameters,
) -> AnyView {
    let lang = at.lang();
    let open = draft.state == DraftState::Open && at.may(Role::Administrator);
    let link = |path: &str| at.link(&format!("/drafts/{}{path}", draft.id));
    let shown = draft.after.map(|after| Shown {
        difference: draft.difference,
        after,
        path: link(""),
        keep: Vec::new(),
        parameters,
    });
    let edit = open.then(|| {
        let text = Field {
            id: "f-text",
            name: "text",
            label: w::FILE_TEXT.get(lang),
            hint: w::FILE_TEXT_HINT.get(lang),
        };
        view! {
            <section aria-labelledby="edit-h"><h2 id="edit-h">{w::GO_ON_EDITING.get(lang)}</h2>
                <form class="form wide" method="post" action=link("/choices")>
                    <HiddenField name="revision" value=draft.revision.to_string()/>
                    {text.lines(draft.text, "20")}
                    <SubmitButton text=w::CHECK.get(lang)/>
                </form>
            </section>
        }
    });
    let body = view! {
        <DraftStateNote at state=&draft.state/>
        <CatalogueDraftProblems at draft/>
        <h2 id="lines-h">{w::LINES_CHANGE.get(lang)}</h2>
        <CatalogueDraftLines at draft/>
        {shown.map(|shown| view! {
            <section id="difference" aria-labelledby="difference-h"><h2 id="difference-h">{w::DIFFERENCE_FIGURES.get(lang)}</h2><Changes at shown=&shown/></section>
        })}
        {edit}
        {open.then(|| view! { <Publish at draft/> }.into_any())}
    };
    view! { <AdminPage at leaf={Leaf { title: fill!(w::CATALOGUE_DRAFT, lang, file = draft.path), lead: fill!(w::BEGUN_BY, lang, person = draft.by), refusal: draft.refusal, public: false, body: body.into_any(), }}/> }.into_any()
}

#[component]
fn CatalogueDraftProblems<'a>(at: &'a At<'a>, draft: &'a CatalogueDraftView<'a>) -> Option<AnyView> {
    let lang = at.lang();
    if draft.problems.is_empty() {
        return None;
    }
    let items = draft.problems.iter().map(|p| view! { <li>{p.clone()}</li> });
    let title = fill!(w::PROBLEMS, lang, count = &draft.problems.len().to_string());
    let view = view! {
        <section class="problem" id="errors" tabindex="-1" aria-labelledby="errors-h"><h2 id="errors-h">{title}</h2>
            <ul class="technical" lang="en">{items.collect_view()}</ul></section>
    };
    Some(view.into_any())
}

/// Lines that go and come, each said in a word as well.
#[component]
fn CatalogueDraftLines<'a>(at: &'a At<'a>, draft: &'a CatalogueDraftView<'a>) -> AnyView {
    let lang = at.lang();
    if draft.lines.is_empty() {
        return view! { <p>{w::NOTHING_DIFFERS.get(lang)}</p> }.into_any();
    }
    let rows = draft.lines.iter().map(|(mark, number, text)| {
        let (class, sign, words) = match mark {
            '+' => ("plus", "+", Some(w::KIND_ADDED)),
            '-' => ("minus", "\u{2212}", Some(w::KIND_REMOVED)),
            _ => ("", "", None),
        };
        let words = words.map(|w| view! { <span class="vh">{w.get(lang)}</span> });
        view! {
            <tr class=class><td class="num">{*number}</td><td><span aria-hidden="true">{sign}</span>{words}</td>
                <td><code>{text.clone()}</code></td></tr>
        }
    });
    view! {
        <div class="scroll" tabindex="0" role="region" aria-labelledby="lines-h">
        <table class="plain lines"><caption><code>{draft.path.to_owned()}</code></caption>
            <thead class="vh"><tr><th scope="col">{w::LINE.get(lang)}</th><th scope="col">{w::CHANGE.get(lang)}</th>
                <th scope="col">{w::TEXT.get(lang)}</th></tr></thead>
            <tbody>{rows.collect_view()}</tbody></table></div>
    }
    .into_any()
}

#[component]
fn Publish<'a>(at: &'a At<'a>, draft: &'a CatalogueDraftView<'a>) -> AnyView {
    let lang = at.lang();
    let problems = draft.problems.len();
    let blocked = (problems > 0).then(|| {
        (
            fill!(w::BLOCKED_ERRORS, lang, errors = &problems.to_string()),
            "#errors",
        )
    });
    let publishing = Publishing {
        at,
        id: draft.id,
        revision: draft.revision,
        base: draft.base,
        by: draft.by,
        note: draft.note,
        approved_by: draft.approved_by,
        counts: &draft.difference.counts,
        blocked,
    };
    view! {
        <section id="publish" class="panel" aria-labelledby="publish-h"><h2 id="publish-h">{w::PUBLISH.get(lang)}</h2>
            <DraftPublishSignature publishing=&publishing reasons={().into_any()} saves=false/>
        </section>
        <DraftPublishDiscard publishing=&publishing/>
    }
    .into_any()
}
