//! A draft of an uploaded file: what is to be decided, what is wrong, what would change.

mod asked;
mod columns;
mod correction;
mod file;
mod indicator;
mod leftovers;
mod located;
mod method;
mod picture;
mod places;
mod problems;
mod publish;
mod sheet;
mod siblings;
pub(super) mod source;

pub(crate) use crate::admin::paging::size;
use islands::{DraftAnswers, calls::AnswerDraft};
use leptos::server_fn::ServerFn as _;
use messages::{arguments, fill};
use std::collections::BTreeSet;

use leptos::prelude::*;

use domain::{Lang, Place, number, upload::Severity};

use super::{
    DraftState, DraftView, Notice, changes::Shown, context::At, editions, fields::Field, frame::Leaf, words as w,
};
use crate::{
    admin::{
        changes::Changes,
        context::DraftStateNote,
        draft::{
            columns::DraftColumnsSection,
            correction::DraftCorrectionSection,
            file::DraftFileSection,
            leftovers::HiddenFields,
            method::MethodSection,
            places::{DraftPlacesAbsent, DraftPlacesProvinces},
            problems::DraftProblemsSection,
            publish::DraftPublishSection,
            siblings::DraftSiblingsSection,
            source::{DraftSourceModes, DraftSourceSection},
        },
        fields::{HiddenField, SubmitButton},
        frame::AdminPage,
        home::FileControl,
    },
    query::Parameters,
};

pub use asked::opened_at;
pub(super) use publish::{DraftPublishDiscard, DraftPublishSignature, Publishing};

use asked::Asked;
use sheet::Sheet;

#[component]
pub(super) fn DraftPage<'a>(at: &'a At<'a>, draft: &'a DraftView<'a>, parameters: &'a Parameters) -> AnyView {
    let sheet = Sheet { at, draft, parameters };
    let lang = at.lang();
    let correction = draft.choices.correction.is_some();
    let table = (!correction).then(|| view! { <DraftSame sheet=&sheet/> });
    let decisions = (!correction).then(|| view! { <DraftContents sheet=&sheet/><DraftChoices sheet=&sheet/> });
    let body = view! {
        <DraftFacts sheet=&sheet/>
        <DraftSiblingsSection sheet=&sheet/>
        <DraftStateNote at state=&draft.state/>
        {table}
        {correction.then(|| view! { <DraftCorrectionSection sheet=&sheet/> }.into_any())}
        <DraftSummary sheet=&sheet/>
        <DraftPreview sheet=&sheet/>
        {decisions}
        <DraftProblemsSection sheet=&sheet/>
        {(!correction).then(|| again(&sheet))}
        <DraftDifference sheet=&sheet/>
        <DraftPublishSection sheet=&sheet/>
    };
    let title = correction.then(|| correction::title(&sheet)).flatten();
    view! { <AdminPage at leaf={Leaf { title: title.unwrap_or_else(|| fill!(w::DRAFT_TITLE, lang, file = draft.file)), lead: sentence(&sheet), refusal: draft.refusal, public: false, body: body.into_any(), }}/> }.into_any()
}

/// The link for people without an account.
#[component]
fn DraftPreview<'a>(sheet: &'a Sheet<'a>) -> Option<AnyView> {
    let lang = sheet.lang();
    let (link, until) = sheet.draft.preview?;
    let text = fill!(w::PREVIEW_TEXT, lang, date = &until.format(lang));
    let view = view! {
        <p class="small"><a href=link.to_owned()>{w::PREVIEW_LINK.get(lang)}</a>". "{text}</p>
    };
    Some(view.into_any())
}

/// The sections of this long page.
#[component]
fn DraftContents<'a>(sheet: &'a Sheet<'a>) -> AnyView {
    let lang = sheet.lang();
    let absent = !sheet.draft.reading.absent.is_empty();
    let difference = difference_title(&sheet.draft.state);
    let sections = [
        (method::is_shown(sheet), "#method", w::METHOD_TITLE),
        (true, "#source", w::SOURCE_TITLE),
        (true, "#columns", w::COLUMNS),
        (true, "#provinces", w::PLACES),
        (absent, "#absent", w::ABSENT_SHORT),
        (true, "#reading", w::READING_TITLE),
        (true, "#issues", w::ISSUES),
        (true, "#difference", difference),
        (true, "#publish", w::PUBLISH),
    ];
    let items = sections.into_iter().filter(|(shown, ..)| *shown);
    let items = items.map(|(_, href, words)| view! { <li><a href=href>{words.get(lang)}</a></li> });
    view! { <nav class="contents" aria-label=w::CONTENTS.get(lang)><ol>{items.collect_view()}</ol></nav> }.into_any()
}

/// Everything that is decided, in one form, required answers first; every button saves all.
#[component]
fn DraftChoices<'a>(sheet: &'a Sheet<'a>) -> AnyView {
    let lang = sheet.lang();
    view! {
        <div data-sending=w::ANSWER_SENDING.get(lang) data-stored=fill!(w::ANSWER_STORED, lang, count = "{0}")
            data-complete=w::ANSWERS_COMPLETE.get(lang) data-failed=w::ANSWER_FAILED.get(lang)><DraftAnswers/></div>
        <form class="choices" method="post" action=sheet.at.cx.links.call(AnswerDraft::PATH)>
            <HiddenField name="draft" value=sheet.draft.id/>
            <HiddenField name="revision" value=sheet.draft.revision.to_string()/>
            <HiddenFields sheet/>
            <fieldset class="bare" disabled=!sheet.open()><legend class="vh">{w::CHOICES.get(lang)}</legend>
                <MethodSection sheet/>
                <DraftSourceSection sheet/>
                <DraftColumnsSection sheet/>
                <DraftPlacesProvinces sheet/>
                <DraftPlacesAbsent sheet/>
                <DraftFileSection sheet/>
                <DraftSourceModes sheet/>
            </fieldset>
        </form>
    }
    .into_any()
}

/// "Đọc được 693 số liệu …; 2 lỗi phải sửa …; sẽ thêm …".
fn sentence(sheet: &Sheet<'_>) -> String {
    let lang = sheet.lang();
    let reading = sheet.draft.reading;
    let count = |n| number::count(lang, n);
    let mut parts = Vec::new();
    if reading.entries.is_empty() {
        parts.push(w::SUM_NOTHING.get(lang).to_owned());
    } else {
        let provinces: BTreeSet<_> = reading
            .entries
            .iter()
            .filter_map(|e| match e.key.place {
                Place::Province(id) => Some(id),
                Place::Nation | Place::Region(_) => None,
            })
            .collect();
        let what = sheet.indicator().map_or_else(
            || w::SEVERAL_INDICATORS.get(lang).to_owned(),
            |i| i.short.get(lang).to_owned(),
        );
        parts.push(fill!(
            w::SUM_READ,
            lang,
            figure_count = reading.entries.len(),
            province_count = provinces.len(),
            indicator = &what,
            years = &years(lang, &reading.years)
        ));
    }
    let (errors, warnings) = (sheet.count(Severity::Error), sheet.count(Severity::Warning));
    parts.push(match (errors, warnings) {
        (0, 0) => w::SUM_CLEAN.get(lang).to_owned(),
        (0, n) => fill!(w::SUM_WARNINGS, lang, warnings = &count(n)),
        (n, 0) => fill!(w::SUM_ERRORS, lang, errors = &count(n)),
        (e, n) => fill!(w::SUM_BOTH, lang, errors = &count(e), warnings = &count(n)),
    });
    if !reading.entries.is_empty() && sheet.open() {
        let counts = &sheet.draft.difference.counts;
        parts.push(if sheet.draft.difference.changes.is_empty() {
            w::SUM_SAME.get(lang).to_owned()
        } else {
            fill!(w::SUM_WILL, lang, changes = &editions::counts(lang, counts))
        });
    }
    format!("{}.", parts.join("; "))
}

/// "năm 2016" or "các năm 2014, 2015, 2016".
fn years(lang: Lang, years: &[i32]) -> String {
    let list: Vec<String> = years.iter().map(ToString::to_string).collect();
    match list.len() {
        0 => w::YEAR_UNKNOWN.get(lang).to_owned(),
        1 => fill!(w::YEAR_IS, lang, year = &list[0]),
        _ => fill!(w::YEARS_ARE, lang, years = &list.join(", ")),
    }
}

/// File, hash, who and when.
#[component]
fn DraftFacts<'a>(sheet: &'a Sheet<'a>) -> AnyView {
    let lang = sheet.lang();
    let draft = sheet.draft;
    let short: String = draft.hash.chars().take(12).collect();
    let approved = draft.approved_by.map(|name| fill!(w::APPROVED_BY, lang, person = name));
    view! {
        <p class="small facts-line"><a href=sheet.link("/original")>{draft.file.to_owned()}</a>", "{size(lang, draft.size)}" · SHA-256 "
            <code title=draft.hash.to_owned()>{short}"…"</code>" · "
            {fill!(w::RECEIVED, lang, date = &draft.received.format(lang), person = draft.by)}
            {approved.map(|text| view! { " · "<b>{text}</b> })}</p>
    }
    .into_any()
}

/// Earlier uploads of the same bytes.
#[component]
fn DraftSame<'a>(sheet: &'a Sheet<'a>) -> Option<AnyView> {
    let lang = sheet.lang();
    let said = matches!(sheet.at.admin.notice, Some(Notice::SameFile { .. }));
    if sheet.draft.same.is_empty() || said {
        return None;
    }
    let items = sheet.draft.same.iter().map(|(id, edition)| {
        let text = match edition {
            Some(n) => fill!(w::SAME_EDITION, lang, edition = &n.to_string()),
            None => w::SEE_EARLIER_DRAFT.get(lang).to_owned(),
        };
        view! { " "<a href=sheet.at.link(&format!("/drafts/{id}"))>{text}</a> }
    });
    Some(view! { <p class="note none">{w::DONE_SAME_FILE.get(lang)}{items.collect_view()}</p> }.into_any())
}

/// What has to be done, each with a link to where.
#[component]
fn DraftSummary<'a>(sheet: &'a Sheet<'a>) -> Option<AnyView> {
    let lang = sheet.lang();
    if !sheet.open() {
        return None;
    }
    let groups = problems::groups(sheet);
    let link = |group: &problems::Group<'_>| {
        let text = fill!(
            w::SUM_GROUP,
            lang,
            problem = group.title(lang),
            count = group.issues.len()
        );
        view! { <li><a href=format!("#{}", group.place(sheet))>{text}</a></li> }
    };
    let of = |severity| groups.iter().filter(move |g| g.kind.severity() == severity);
    let errors: Vec<_> = of(Severity::Error).map(link).collect();
    let warnings: Vec<_> = of(Severity::Warning).map(link).collect();
    if errors.is_empty() && warnings.is_empty() {
        let text = if sheet.draft.difference.changes.is_empty() {
            w::ALL_READ
        } else {
            w::ALL_GOOD
        };
        return Some(
            view! { <p class="note same">{text.get(lang)}" "<a href="#publish">{w::TO_PUBLISH.get(lang)}</a></p> }
                .into_any(),
        );
    }
    let part = |words: messages::Msg, items: Vec<_>| {
        (!items.is_empty()).then(|| view! { <h3>{words.get(lang)}</h3><ul>{items.collect_view()}</ul> })
    };
    let class = if errors.is_empty() {
        "note none summary"
    } else {
        "problem summary"
    };
    let view = view! {
        <section class=class id="errors" tabindex="-1" aria-labelledby="errors-h">
            <h2 id="errors-h">{w::TO_DO.get(lang)}</h2>
            {part(w::TO_DO_ERRORS, errors)}{part(w::TO_DO_WARNINGS, warnings)}
        </section>
    };
    Some(view.into_any())
}

/// A corrected file in place of this one; what was chosen stays.
fn again(sheet: &Sheet<'_>) -> Option<AnyView> {
    let lang = sheet.lang();
    if !sheet.open() {
        return None;
    }
    let file = Field {
        id: "f-file",
        name: "file",
        label: w::AGAIN_FILE.get(lang),
        hint: w::AGAIN_HINT.get(lang),
    };
    // Open when something can only be fixed in the file.
    let groups = problems::groups(sheet);
    let open = groups
        .iter()
        .any(|g| g.kind.severity() == Severity::Error && g.place(sheet) == g.id());
    let view = view! {
        <details class="again" id="again" open=open><summary>{w::AGAIN.get(lang)}</summary>
            <form class="form drop" method="post" enctype="multipart/form-data" action=sheet.link("/file")>
                <HiddenField name="revision" value=sheet.draft.revision.to_string()/>
                {file.around(view! { <FileControl lang megabytes=None/> }.into_any())}
                <SubmitButton text=w::AGAIN_BUTTON.get(lang)/>
            </form>
        </details>
    };
    Some(view.into_any())
}

const fn difference_title(state: &DraftState) -> messages::Msg {
    match state {
        DraftState::Published(_) => w::DIFFERENCE_DONE,
        DraftState::Open | DraftState::Discarded => w::DIFFERENCE,
    }
}

#[component]
fn DraftDifference<'a>(sheet: &'a Sheet<'a>) -> AnyView {
    let lang = sheet.lang();
    let draft = sheet.draft;
    let shown = Shown {
        difference: draft.difference,
        after: draft.after,
        path: sheet.link(""),
        keep: Vec::new(),
        parameters: sheet.parameters,
    };
    let stays = fill!(w::STAYS, lang, count = draft.difference.counts.unchanged);
    let title = difference_title(&draft.state);
    let lead = match draft.state {
        DraftState::Published(_) => w::DIFFERENCE_LEAD_DONE,
        DraftState::Open | DraftState::Discarded => w::DIFFERENCE_LEAD,
    };
    let lead = lead.fill(lang, &arguments![edition = &draft.base.to_string()]);
    view! {
        <section id="difference" aria-labelledby="difference-h">
            <h2 id="difference-h">{title.get(lang)}</h2>
            <p>{lead}</p>
            {draft.choices.correction.is_none().then(|| picture::section(sheet))}
            <Changes at=sheet.at shown=&shown/>
            <p class="small">{stays}</p>
        </section>
    }
    .into_any()
}
