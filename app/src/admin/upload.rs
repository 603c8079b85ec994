//! An uploaded file: which drafts it made, and what became of each of its sheets.

use crate::admin::{fields::HiddenField, frame::AdminPage};
use leptos::prelude::*;
use messages::{arguments, fill};

use domain::{
    Lang, number,
    upload::{Open, Outcome, TableRef, Unread},
};

use super::{
    DraftHolds, DraftState, UploadDraft, UploadTable, UploadView, context::At, fields::option, frame::Leaf,
    paging::size, words as w,
};

#[component]
pub(super) fn UploadPage<'a>(at: &'a At<'a>, upload: &'a UploadView<'a>) -> AnyView {
    let lang = at.lang();
    let short: String = upload.hash.chars().take(12).collect();
    let received = fill!(
        w::RECEIVED,
        lang,
        date = &upload.received.format(lang),
        person = upload.by
    );
    let body = view! {
        <p class="small facts-line">{size(lang, upload.size)}" · SHA-256 "<code title=upload.hash.to_owned()>{short}"…"</code>" · "{received}</p>
        <section aria-labelledby="drafts-h"><h2 id="drafts-h">{w::UPLOAD_DRAFTS.get(lang)}</h2><UploadDrafts at drafts=upload.drafts/></section>
        <section id="tables" aria-labelledby="tables-h"><h2 id="tables-h">{w::UPLOAD_TABLES.get(lang)}</h2><UploadTables at upload/></section>
    };
    view! { <AdminPage at leaf={Leaf { title: fill!(w::UPLOAD_TITLE, lang, file = upload.file), lead: w::UPLOAD_LEAD.get(lang).to_owned(), refusal: upload.refusal, public: false, body: body.into_any(), }}/> }.into_any()
}

/// What a draft holds: "SIPAS 2022", "PCI 2021, 2022".
pub(super) fn contents(lang: Lang, holds: &DraftHolds) -> String {
    let indicators: Vec<&str> = holds.indicators.iter().map(|name| name.get(lang)).collect();
    let years: Vec<String> = holds.years.iter().map(ToString::to_string).collect();
    let text = format!("{} {}", indicators.join(", "), years.join(", "));
    match text.trim() {
        "" => w::HOLDS_UNKNOWN.get(lang).to_owned(),
        text => text.to_owned(),
    }
}

/// Where a draft stands, in a word.
pub(super) fn state(lang: Lang, state: &DraftState, approved_by: Option<&str>) -> String {
    match (state, approved_by) {
        (DraftState::Open, Some(name)) => fill!(w::APPROVED_BY, lang, person = name),
        (DraftState::Open, None) => w::STATE_OPEN.get(lang).to_owned(),
        (DraftState::Published(n), _) => fill!(w::STATE_EDITION, lang, edition = &n.to_string()),
        (DraftState::Discarded, _) => w::STATE_GONE.get(lang).to_owned(),
    }
}

fn name(lang: Lang, draft: &UploadDraft) -> String {
    match &draft.holds {
        Some(holds) => contents(lang, holds),
        None if draft.sheets.is_empty() => w::DRAFT.get(lang).to_owned(),
        None => draft.sheets.join(", "),
    }
}

#[component]
fn UploadDrafts<'a>(at: &'a At<'a>, drafts: &'a [UploadDraft]) -> AnyView {
    let lang = at.lang();
    if drafts.is_empty() {
        return view! { <p class="note none">{w::UPLOAD_NO_DRAFTS.get(lang)}</p> }.into_any();
    }
    let rows = drafts.iter().map(|draft| {
        let count = |of: fn(&DraftHolds) -> usize| {
            let known = draft.holds.as_ref().map(|holds| number::count(lang, of(holds)));
            known.unwrap_or_else(|| "–".to_owned())
        };
        let issues = match &draft.holds {
            None => w::HOLDS_CLOSED.get(lang).to_owned(),
            Some(holds) if holds.errors + holds.warnings == 0 => w::IN_ISSUES_NONE.get(lang).to_owned(),
            Some(holds) => {
                let counts = [number::count(lang, holds.errors), number::count(lang, holds.warnings)];
                fill!(w::ISSUES_SOME, lang, errors = &counts[0], warnings = &counts[1])
            }
        };
        view! {
            <tr><th scope="row"><a href=at.link(&format!("/drafts/{}", draft.id))>{name(lang, draft)}</a></th>
                <td data-h=w::IN_SHEETS.get(lang)><span>{draft.sheets.join(", ")}</span></td>
                <td class="num" data-h=w::IN_PROVINCES.get(lang)>{count(|holds| holds.provinces)}</td>
                <td class="num" data-h=w::IN_FIGURES.get(lang)>{count(|holds| holds.figures)}</td>
                <td data-h=w::IN_ISSUES.get(lang)><span>{issues}</span></td>
                <td data-h=w::STATE.get(lang)>{state(lang, &draft.state, draft.approved_by.as_deref())}</td></tr>
        }
    });
    view! {
        <table class="plain stack"><caption class="vh">{w::UPLOAD_DRAFTS.get(lang)}</caption>
            <thead><tr><th scope="col">{w::HOLDS.get(lang)}</th><th scope="col">{w::IN_SHEETS.get(lang)}</th>
                <th scope="col" class="num">{w::IN_PROVINCES.get(lang)}</th><th scope="col" class="num">{w::IN_FIGURES.get(lang)}</th>
                <th scope="col">{w::IN_ISSUES.get(lang)}</th><th scope="col">{w::STATE.get(lang)}</th></tr></thead>
            <tbody>{rows.collect_view()}</tbody></table>
    }
    .into_any()
}

#[component]
fn UploadTables<'a>(at: &'a At<'a>, upload: &'a UploadView<'a>) -> AnyView {
    let lang = at.lang();
    if upload.tables.is_empty() {
        return view! { <p>{w::UPLOAD_UNOPENED.get(lang)}</p> }.into_any();
    }
    let rows = upload.tables.iter().enumerate().map(|(nth, table)| {
        let found = table.table;
        let hidden_sheet = found
            .hidden
            .then(|| view! { " "<small class="soft">{w::SHEET_HIDDEN.get(lang)}</small> });
        view! {
            <tr><th scope="row">{table_name(lang, &found.table)}{hidden_sheet}</th>
                <td data-h=w::HOLDS.get(lang)><span>{found_in(at, table)}</span></td>
                <td class="num" data-h=w::IN_FIGURES.get(lang)>{number::count(lang, found.figures)}</td>
                <td data-h=w::TABLE_OUTCOME.get(lang)><div><UploadOutcome at upload table/><UploadForm at upload table nth/></div></td></tr>
        }
    });
    view! {
        <table class="plain stack"><caption class="vh">{w::UPLOAD_TABLES.get(lang)}</caption>
            <thead><tr><th scope="col">{w::SHEET.get(lang)}</th><th scope="col">{w::HOLDS.get(lang)}</th>
                <th scope="col" class="num">{w::IN_FIGURES.get(lang)}</th><th scope="col">{w::TABLE_OUTCOME.get(lang)}</th></tr></thead>
            <tbody>{rows.collect_view()}</tbody></table>
    }
    .into_any()
}

/// "SIPAS", or "Sheet1, dòng 12–80" for one of several tables of a sheet.
fn table_name(lang: Lang, table: &TableRef) -> String {
    let sheet = if table.sheet.is_empty() { "–" } else { &table.sheet };
    match table.rows {
        None => sheet.to_owned(),
        Some((first, last)) => {
            let rows = fill!(
                w::TABLE_ROWS,
                lang,
                first = &first.to_string(),
                last = &last.to_string()
            );
            format!("{sheet}, {rows}")
        }
    }
}

/// Indicators and years of a table, and what only the name of the file says.
fn found_in(at: &At<'_>, table: &UploadTable<'_>) -> String {
    let lang = at.lang();
    let found = table.table;
    let catalogue = &at.cx.snapshot().catalogue;
    let indicators = found.indicators.iter();
    let names = indicators.filter_map(|id| catalogue.indicators.get(usize::from(id.0)));
    let names: Vec<&str> = names.map(|indicator| indicator.short.get(lang)).collect();
    let years: Vec<String> = found.years.iter().map(ToString::to_string).collect();
    let text = format!("{} {}", names.join(", "), years.join(", ")).trim().to_owned();
    let by_name = [(found.by_name.indicator, w::INDICATOR), (found.by_name.year, w::YEAR)];
    let by_name: Vec<&str> = by_name
        .iter()
        .filter(|(said, _)| *said)
        .map(|(_, words)| words.get(lang))
        .collect();
    if by_name.is_empty() {
        return text;
    }
    let said = fill!(w::BY_FILE_NAME, lang, list = &by_name.join(", "));
    format!("{text} ({said})")
}

/// The drafts of a table, or why it has none.
#[component]
fn UploadOutcome<'a>(at: &'a At<'a>, upload: &'a UploadView<'a>, table: &'a UploadTable<'a>) -> AnyView {
    let lang = at.lang();
    if !table.drafts.is_empty() {
        let links = table
            .drafts
            .iter()
            .filter_map(|at| upload.drafts.get(*at))
            .map(|draft| {
                view! { <a href=at.link(&format!("/drafts/{}", draft.id))>{name(lang, draft)}</a>" " }
            });
        return links.collect_view().into_any();
    }
    let text = match &table.table.outcome {
        Outcome::Drafts(_) => w::NOT_ASKED.get(lang).to_owned(),
        Outcome::Open(open) => questions(lang, open),
        Outcome::Unread(why) => unread(lang, why),
    };
    view! { <p>{text}</p> }.into_any()
}

fn questions(lang: Lang, open: &Open) -> String {
    let asked = [(open.indicator, w::ASKS_INDICATOR), (open.year, w::ASKS_YEAR)];
    let asked: Vec<&str> = asked
        .iter()
        .filter(|(open, _)| *open)
        .map(|(_, words)| words.get(lang))
        .collect();
    match asked[..] {
        [] => w::NOT_ASKED.get(lang).to_owned(),
        _ => asked.join(" "),
    }
}

fn unread(lang: Lang, why: &Unread) -> String {
    let of =
        |words: messages::Template, table: &TableRef| words.fill(lang, &arguments![table = &table_name(lang, table)]);
    let words = match why {
        Unread::Same(table) => return of(w::UNREAD_SAME, table),
        Unread::Unknown(table) => return of(w::UNREAD_UNKNOWN, table),
        Unread::Differs(table, n) => {
            return fill!(w::UNREAD_DIFFERS, lang, table = &table_name(lang, table), count = *n);
        }
        Unread::NoTable(words) if !words.is_empty() => return fill!(w::UNREAD_NO_TABLE, lang, beginning = words),
        Unread::LookAlike(kind) => return fill!(w::UNREAD_LOOK_ALIKE, lang, row_kind = kind),
        Unread::NoTable(_) => w::UNREAD_NO_TABLE_AT_ALL,
        Unread::Empty => w::UNREAD_EMPTY,
        Unread::NoFigures => w::UNREAD_NO_FIGURES,
        Unread::Hidden => w::UNREAD_HIDDEN,
        Unread::OtherIndicator => w::UNREAD_OTHER_INDICATOR,
        Unread::OtherYear => w::UNREAD_OTHER_YEAR,
        Unread::OtherSheet => w::UNREAD_OTHER_SHEET,
        Unread::TooMany => w::UNREAD_TOO_MANY,
    };
    words.get(lang).to_owned()
}

/// The form that makes a draft of a table after all, with what the file does not say.
#[component]
fn UploadForm<'a>(
    at: &'a At<'a>,
    upload: &'a UploadView<'a>,
    table: &'a UploadTable<'a>,
    nth: usize,
) -> Option<AnyView> {
    let lang = at.lang();
    let found = table.table;
    let readable = !matches!(
        found.outcome,
        Outcome::Unread(Unread::Empty | Unread::NoTable(_) | Unread::LookAlike(_) | Unread::NoFigures)
    );
    if !table.drafts.is_empty() || !readable {
        return None;
    }
    let (proposed, asks) = match &found.outcome {
        Outcome::Open(open) => (open.proposed, open.clone()),
        Outcome::Drafts(_) | Outcome::Unread(_) => (None, Open::default()),
    };
    let catalogue = &at.cx.snapshot().catalogue;
    let options = catalogue
        .indicators()
        .map(|(id, indicator)| option(&indicator.slug, indicator.short.get(lang), proposed == Some(id)));
    let name = table_name(lang, &found.table);
    let (indicator, year) = (format!("t{nth}-indicator"), format!("t{nth}-year"));
    let first = if asks.indicator {
        w::NOT_DECIDED.get(lang)
    } else {
        w::BY_THE_FILE.get(lang)
    };
    let view = view! {
        <form class="inline" method="post" action=at.link(&format!("/uploads/{}/drafts", upload.id))>
            <HiddenField name="table" value=found.table.to_string()/>
            <label class="vh" for=indicator.clone()>{fill!(w::INDICATOR_OF, lang, table = &name)}</label>
            <select id=indicator name="indicator" required=asks.indicator>{option("", first, proposed.is_none())}{options.collect_view()}</select>
            <label class="vh" for=year.clone()>{fill!(w::YEAR_OF, lang, table = &name)}</label>
            <input class="short" type="number" id=year name="year" min="1990" max="2100" placeholder=w::YEAR.get(lang) required=asks.year/>
            <button type="submit" aria-label=fill!(w::TABLE_BEGIN_OF, lang, table = &name)>{w::TABLE_BEGIN.get(lang)}</button>
        </form>
    };
    Some(view.into_any())
}
