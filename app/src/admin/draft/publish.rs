//! Making an edition of a draft: note, reasons, approval.

use leptos::prelude::*;
use messages::fill;

use domain::{
    number,
    upload::{Counts, Severity},
};

use super::sheet::Sheet;
use crate::admin::{
    DraftState,
    context::At,
    editions,
    fields::{Field, HiddenField, SubmitButton},
    issues, words as w,
};

/// What drafts of files and of the catalogue have in common.
pub(in crate::admin) struct Publishing<'a> {
    pub(in crate::admin) at: &'a At<'a>,
    pub(in crate::admin) id: &'a str,
    pub(in crate::admin) revision: i64,
    pub(in crate::admin) base: u32,
    pub(in crate::admin) by: &'a str,
    pub(in crate::admin) note: &'a str,
    pub(in crate::admin) approved_by: Option<&'a str>,
    pub(in crate::admin) counts: &'a Counts,
    /// What stands in the way, in a sentence, and where it is on the page.
    pub(in crate::admin) blocked: Option<(String, &'static str)>,
}

impl Publishing<'_> {
    fn link(&self, path: &str) -> String {
        self.at.link(&format!("/drafts/{}{path}", self.id))
    }
}

#[component]
pub(super) fn DraftPublishSection<'a>(sheet: &'a Sheet<'a>) -> AnyView {
    let lang = sheet.lang();
    let draft = sheet.draft;
    if draft.state != DraftState::Open {
        return view! { <DraftPublishFields sheet/> }.into_any();
    }
    let errors = sheet.count(Severity::Error);
    let blocked = if errors > 0 {
        Some((fill!(w::BLOCKED_ERRORS, lang, errors = errors), "#errors"))
    } else if draft.reading.entries.is_empty() {
        Some((w::BLOCKED_NOTHING.get(lang).to_owned(), "#file"))
    } else {
        None
    };
    let publishing = Publishing {
        at: sheet.at,
        id: draft.id,
        revision: draft.revision,
        base: draft.base,
        by: draft.by,
        note: draft.note,
        approved_by: draft.approved_by,
        counts: &draft.difference.counts,
        blocked,
    };
    // Everything else was saved with the form above.
    let asked = view! { <HiddenField name="only" value="reasons"/><DraftPublishReasons sheet/> }.into_any();
    view! {
        <section id="publish" class="panel" aria-labelledby="publish-h"><h2 id="publish-h">{w::PUBLISH.get(lang)}</h2>
            <DraftPublishSignature publishing=&publishing reasons=asked saves=true/>
        </section>
        <DraftPublishDiscard publishing=&publishing/>
    }
    .into_any()
}

/// Note and reasons of a draft that is done.
#[component]
fn DraftPublishFields<'a>(sheet: &'a Sheet<'a>) -> AnyView {
    let lang = sheet.lang();
    let none = || w::NONE_GIVEN.get(lang).to_owned();
    let note = if sheet.draft.note.is_empty() {
        none()
    } else {
        sheet.draft.note.to_owned()
    };
    let reasons = sheet.warnings().into_iter().map(|kind| {
        let why = sheet.draft.choices.reasons.get(&kind).cloned().unwrap_or_else(none);
        view! { <dt>{issues::title(lang, kind)}</dt><dd>{why}</dd> }
    });
    view! {
        <section id="publish" class="panel" aria-labelledby="publish-h"><h2 id="publish-h">{w::PUBLISH.get(lang)}</h2>
            <dl class="facts"><dt>{w::NOTE.get(lang)}</dt><dd>{note}</dd>{reasons.collect_view()}</dl>
        </section>
    }
    .into_any()
}

/// For each kind of warning why it is right to publish despite it.
#[component]
fn DraftPublishReasons<'a>(sheet: &'a Sheet<'a>) -> Option<AnyView> {
    let lang = sheet.lang();
    let warnings = sheet.warnings();
    if warnings.is_empty() {
        return None;
    }
    let fields = warnings.iter().map(|kind| {
        let id = format!("reason-{}", kind.code());
        let name = format!("reason.{}", kind.code());
        let n = sheet.draft.reading.issues.iter().filter(|i| i.kind == *kind).count();
        let label = format!("{} ({})", issues::title(lang, *kind), number::count(lang, n));
        let field = Field {
            id: &id,
            name: &name,
            label: &label,
            hint: "",
        };
        let value = sheet.draft.choices.reasons.get(kind).map(String::as_str);
        field.lines(value.unwrap_or_default(), "2")
    });
    Some(view! { <h3>{w::REASONS.get(lang)}</h3><p>{w::REASONS_LEAD.get(lang)}</p>{fields.collect_view()} }.into_any())
}

/// Note, reasons, and the buttons. `saves`: note and reasons can be kept without publishing.
#[component]
pub(in crate::admin) fn DraftPublishSignature<'a>(
    publishing: &'a Publishing<'a>,
    reasons: AnyView,
    saves: bool,
) -> AnyView {
    let lang = publishing.at.lang();
    let note = Field {
        id: "f-note",
        name: "note",
        label: w::NOTE.get(lang),
        hint: w::NOTE_HINT.get(lang),
    };
    let next = publishing.base.saturating_add(1).to_string();
    let will = fill!(
        w::WILL,
        lang,
        edition_new = &next,
        edition = &publishing.base.to_string(),
        changes = &editions::counts(lang, publishing.counts)
    );
    let save = saves.then(|| {
        view! { <button type="submit" class="quiet" formaction=publishing.link("/choices")>{w::SAVE_REASONS.get(lang)}</button> }
    });
    view! {
        <form class="form" method="post" action=publishing.link("/publish")>
            <HiddenField name="revision" value=publishing.revision.to_string()/>
            <HiddenField name="base" value=publishing.base.to_string()/>
            {reasons}
            {note.lines(publishing.note, "2")}
            <p>{will}</p>
            <DraftPublishButtons publishing/>
            {save}
        </form>
    }
    .into_any()
}

/// What may be done now: nothing yet, approve, or publish.
#[component]
fn DraftPublishButtons<'a>(publishing: &'a Publishing<'a>) -> AnyView {
    let lang = publishing.at.lang();
    let admin = publishing.at.admin;
    if let Some((why, place)) = &publishing.blocked {
        return view! { <p><b>{why.clone()}</b>" "<a href=*place>{w::TO_DO.get(lang)}</a></p> }.into_any();
    }
    let publish = || view! { <SubmitButton text=w::PUBLISH_BUTTON.get(lang)/> }.into_any();
    if !admin.four_eyes {
        return publish();
    }
    if let Some(name) = publishing.approved_by {
        return view! { <p>{fill!(w::APPROVED_BY, lang, person = name)}"."</p>{publish()} }.into_any();
    }
    let own = admin
        .viewer
        .is_some_and(|v| v.name == publishing.by || v.shown == publishing.by);
    if own {
        return view! { <p><b>{w::REFUSED_APPROVAL.get(lang)}</b>" "{w::OWN_LINK.get(lang)}</p> }.into_any();
    }
    view! {
        <p>{fill!(w::APPROVE_TEXT, lang, person = publishing.by)}</p>
        <button type="submit" formaction=publishing.link("/approve")>{w::APPROVE.get(lang)}</button>
    }
    .into_any()
}

/// Throwing the draft away.
#[component]
pub(in crate::admin) fn DraftPublishDiscard<'a>(publishing: &'a Publishing<'a>) -> AnyView {
    let lang = publishing.at.lang();
    view! {
        <details class="discard"><summary>{w::DISCARD.get(lang)}</summary>
            <form class="form" method="post" action=publishing.link("/discard")>
                <HiddenField name="revision" value=publishing.revision.to_string()/>
                <p>{w::DISCARD_TEXT.get(lang)}</p>
                <button type="submit" class="danger">{w::DISCARD.get(lang)}</button>
            </form>
        </details>
    }
    .into_any()
}
