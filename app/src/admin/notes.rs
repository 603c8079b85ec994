//! What was done and what was refused, in sentences.

use leptos::prelude::*;
use messages::{arguments, fill};

use domain::{
    Lang, number,
    upload::{IssueKind, column_in_table, column_letters},
};

use super::{Notice, UserError, context::At, figure, issues, words as w};

/// What was just done.
#[component]
pub(super) fn NoticeNote<'a>(at: &'a At<'a>, notice: &'a Notice) -> AnyView {
    let lang = at.lang();
    let says = match notice {
        Notice::Saved => w::DONE_SAVED.get(lang).to_owned(),
        Notice::Published(n) => fill!(w::DONE_PUBLISHED, lang, edition = &n.to_string()),
        Notice::Restored(old, new) => fill!(
            w::DONE_RESTORED,
            lang,
            edition_restored = &old.to_string(),
            edition_new = &new.to_string()
        ),
        Notice::Discarded => w::DONE_DISCARDED.get(lang).to_owned(),
        Notice::Approved => w::DONE_APPROVED.get(lang).to_owned(),
        Notice::SameFile { .. } => w::DONE_SAME_FILE.get(lang).to_owned(),
        Notice::AccountSaved(name) => fill!(w::DONE_ACCOUNT, lang, account = name),
        Notice::PasswordChanged => w::DONE_PASSWORD.get(lang).to_owned(),
        Notice::SignedOutEverywhere => w::DONE_SIGNED_OUT.get(lang).to_owned(),
        Notice::TokenRevoked => w::DONE_TOKEN_REVOKED.get(lang).to_owned(),
    };
    let more = match notice {
        Notice::Published(n) | Notice::Restored(_, n) => view! { <EditionWays at number={*n}/> }.into_any(),
        Notice::SameFile { draft, edition } => {
            view! { <SameFileWays at draft=draft.as_deref() edition={*edition}/> }.into_any()
        }
        _ => ().into_any(),
    };
    view! { <div class="note done" role="status"><p>{says}" "{more}</p></div> }.into_any()
}

/// Ways on after a publication: read it, see what changed, take it back.
#[component]
fn EditionWays<'a>(at: &'a At<'a>, number: u32) -> AnyView {
    let lang = at.lang();
    let editions = at.cx.links.editions();
    let compare = (number > 1).then(|| {
        let href = format!("{editions}/compare?from={}&to={number}", number - 1);
        view! { " · "<a href=href>{w::SEE_CHANGES.get(lang)}</a> }
    });
    view! {
        <a href=at.cx.links.home()>{w::SEE_SITE.get(lang)}</a>{compare}" · "
        <a href=format!("{editions}#undo")>{w::UNDO.get(lang)}</a>
    }
    .into_any()
}

#[component]
fn SameFileWays<'a>(at: &'a At<'a>, draft: Option<&'a str>, edition: Option<u32>) -> AnyView {
    let lang = at.lang();
    let draft = draft.map(|id| {
        view! { <a href=at.link(&format!("/drafts/{id}"))>{w::SEE_EARLIER_DRAFT.get(lang)}</a>" " }
    });
    let edition = edition.map(|n| {
        let href = format!("{}#e{n}", at.cx.links.editions());
        view! { <a href=href>{fill!(w::EDITION_N, lang, edition = &n.to_string())}</a> }
    });
    view! { {draft}{edition} }.into_any()
}

/// What was refused and why, on top of the page, with links to where it is fixed.
#[component]
pub(super) fn RefusalNote<'a>(at: &'a At<'a>, refusal: &'a UserError) -> AnyView {
    let lang = at.lang();
    let lines = lines(lang, refusal).into_iter().map(|(href, text)| match href {
        Some(href) => view! { <li><a href=href>{text}</a></li> }.into_any(),
        None => view! { <li>{text}</li> }.into_any(),
    });
    let technical = match refusal {
        UserError::WrongFiles(problems) => Some(view! { <ul class="technical" lang="en">{
            problems.iter().map(|p| view! { <li>{p.clone()}</li> }).collect_view()
        }</ul> }),
        _ => None,
    };
    view! {
        <div class="problem" role="alert" id="problem" tabindex="-1" autofocus=true>
            <h2>{w::REFUSED.get(lang)}</h2>
            <ul>{lines.collect_view()}</ul>
            {technical}
        </div>
    }
    .into_any()
}

/// Sentences of a refusal, for those who have no page.
#[must_use]
pub fn refusal_lines(lang: Lang, refusal: &UserError) -> Vec<String> {
    lines(lang, refusal).into_iter().map(|(_, text)| text).collect()
}

/// Sentences of a refusal, each with the place on the page where it is fixed.
pub(super) fn lines(lang: Lang, refusal: &UserError) -> Vec<(Option<String>, String)> {
    let count = |n: usize| number::count(lang, n);
    let one = |to: &str, text: String| vec![(Some(to.to_owned()).filter(|t| !t.is_empty()), text)];
    match refusal {
        UserError::WrongPassword => one("#f-name", w::REFUSED_PASSWORD.get(lang).to_owned()),
        UserError::Wait(seconds) => one("", fill!(w::REFUSED_WAIT, lang, seconds = *seconds)),
        UserError::ShortPassword(n) => one("", fill!(w::REFUSED_SHORT, lang, limit = &n.to_string())),
        UserError::PasswordsDiffer => one("#f-again", w::REFUSED_DIFFER.get(lang).to_owned()),
        UserError::NameTaken(name) => one("#f-name", fill!(w::REFUSED_TAKEN, lang, account = name)),
        UserError::BadName(name) => one("#f-name", fill!(w::REFUSED_NAME, lang, account = name)),
        UserError::LastAdministrator => one("", w::REFUSED_LAST.get(lang).to_owned()),
        UserError::NoFile => one("#f-file", w::REFUSED_NO_FILE.get(lang).to_owned()),
        UserError::FileTooLarge(limit) => one("#f-file", fill!(w::REFUSED_LARGE, lang, megabytes = &limit.to_string())),
        UserError::BadFields(fields) => fields
            .iter()
            .map(|(name, found)| {
                let words = match name.as_str() {
                    "source" => w::REFUSED_TWO_SOURCES,
                    "source_published" => w::REFUSED_DAY,
                    _ => w::REFUSED_FIELD,
                };
                let text = words.fill(lang, &arguments![field = &field_name(lang, name), found = found]);
                (field_place(name), text)
            })
            .collect(),
        UserError::BadCorrection(problems) => problems
            .iter()
            .map(|problem| (Some(format!("#f-{}", problem.field)), figure::line(lang, problem)))
            .collect(),
        UserError::NewerEdition(n) => one("#difference", fill!(w::REFUSED_NEWER, lang, edition = &n.to_string())),
        UserError::UndoOvertaken { base, newest } => {
            let since = super::paging::numbers(*base, *newest);
            one(
                "#again",
                fill!(w::REFUSED_UNDO, lang, edition = &base.to_string(), editions = &since),
            )
        }
        UserError::ChangedMeanwhile => one("", w::REFUSED_CHANGED.get(lang).to_owned()),
        UserError::Overtaken(fields) => overtaken(lang, fields),
        UserError::HasErrors(n) => one("#issues", fill!(w::REFUSED_ERRORS, lang, errors = &count(*n))),
        UserError::NeedsReasons(n) => one("#publish", fill!(w::REFUSED_REASONS, lang, count = &count(*n))),
        UserError::NothingChanges => one("#difference", w::REFUSED_NOTHING.get(lang).to_owned()),
        UserError::NeedsApproval => one("#publish", w::REFUSED_APPROVAL.get(lang).to_owned()),
        UserError::OwnDraft => one("#publish", w::REFUSED_OWN.get(lang).to_owned()),
        UserError::DiskFull => one("", w::REFUSED_DISK.get(lang).to_owned()),
        UserError::ReadOnly => one("", w::REFUSED_READ_ONLY.get(lang).to_owned()),
        UserError::Unreachable => one("", w::REFUSED_UNREACHABLE.get(lang).to_owned()),
        UserError::WrongFiles(_) => one("", w::REFUSED_FILES.get(lang).to_owned()),
        UserError::TooLongForWorkbook => one("", w::REFUSED_LONG_WORKBOOK.get(lang).to_owned()),
        UserError::Failed => one("", w::REFUSED_FAILED.get(lang).to_owned()),
    }
}

/// What another editor saved meanwhile, next to what was typed.
fn overtaken(lang: Lang, fields: &[(String, String, String)]) -> Vec<(Option<String>, String)> {
    let first = (None, w::REFUSED_OVERTAKEN.get(lang).to_owned());
    let each = fields.iter().map(|(name, stored, typed)| {
        let said = |text: &String| {
            if text.is_empty() {
                w::NOTHING_THERE.get(lang).to_owned()
            } else {
                text.clone()
            }
        };
        let text = fill!(
            w::OVERTAKEN_FIELD,
            lang,
            field = &field_name(lang, name),
            stored = &said(stored),
            typed = &said(typed)
        );
        (field_place(name), text)
    });
    std::iter::once(first).chain(each).collect()
}

/// What a field is called on the page.
fn field_name(lang: Lang, name: &str) -> String {
    if let Some((prefix, of)) = name.split_once('.') {
        return match prefix {
            "column" => fill!(
                w::COLUMN_N,
                lang,
                column = &of
                    .parse()
                    .map_or_else(|_| of.to_owned(), |at| column_letters(column_in_table(at).1))
            ),
            "reason" => IssueKind::from_code(of)
                .map_or(of, |kind| issues::title(lang, kind))
                .to_owned(),
            "place" | "absent" => format!("“{of}”"),
            _ => name.to_owned(),
        };
    }
    let words = match name {
        "header" => w::HEADER_ROW,
        "header_rows" => w::HEADER_ROWS,
        "encoding" => w::ENCODING,
        "separator" => w::SEPARATOR,
        "decimal" => w::DECIMAL,
        "indicator" => w::INDICATOR,
        "year" => w::YEAR,
        "as_of" => w::AS_OF,
        "source" => w::SOURCE,
        "source_title" => w::SOURCE_NAME,
        "source_publisher" => w::SOURCE_PUBLISHER,
        "source_url" => w::SOURCE_URL,
        "source_published" => w::SOURCE_DAY,
        "mode" => w::MODE,
        "sheet" => w::SHEET,
        "method" => w::METHOD_TITLE,
        "source_kind" => w::SOURCE_KIND,
        "name" => w::NAME,
        "shown" => w::SHOWN_NAME,
        "password" => w::PASSWORD,
        "role" => w::ROLE,
        "note" => w::NOTE,
        "from" => w::FROM,
        "to" => w::TO,
        _ => return name.to_owned(),
    };
    words.get(lang).to_owned()
}

/// Where a field stands on the page; nothing for the short forms of the catalogue.
fn field_place(name: &str) -> Option<String> {
    let place = match name.split_once('.').map_or(name, |(prefix, _)| prefix) {
        "column" => "#columns",
        "place" => "#provinces",
        "absent" => "#absent",
        "reason" => "#publish",
        "sheet" => "#file",
        "fractions" => "#about",
        "mode" => "#mode",
        "header" | "header_rows" | "encoding" | "separator" | "decimal" | "indicator" | "year" | "as_of" | "source"
        | "source_title" | "source_publisher" | "source_url" | "source_published" | "source_kind" | "name"
        | "shown" | "role" | "note" => return Some(format!("#f-{name}")),
        _ => return None,
    };
    Some(place.to_owned())
}
