//! Editions: what was published when, and what differs between two of them.

use leptos::prelude::*;
use messages::fill;

use domain::{
    Lang, Snapshot,
    data_table::WORKSHEET_ROWS,
    number,
    upload::{Counts, Difference},
};

use super::{
    EditionKind, EditionLine, Role, UndoAgain, UserError,
    changes::Shown,
    context::At,
    fields::{Field, Line, option},
    frame::Leaf,
    words as w,
};
use crate::{
    admin::{
        changes::Changes,
        fields::{HiddenField, SubmitButton},
        frame::AdminPage,
    },
    links::with_query,
    query::Parameters,
};

/// What an edition was made of.
pub(super) fn kind(lang: Lang, kind: EditionKind) -> String {
    match kind {
        EditionKind::Program => w::FROM_PROGRAM.get(lang).to_owned(),
        EditionKind::Upload => w::FROM_UPLOAD.get(lang).to_owned(),
        EditionKind::Catalogue => w::FROM_CATALOGUE.get(lang).to_owned(),
        EditionKind::Undo(n) => fill!(w::FROM_UNDO, lang, edition_restored = &n.to_string()),
    }
}

/// When an edition was published. Figures that ship with the program were published when it was made,
/// not when it was first started here.
pub(super) fn when(lang: Lang, edition: &EditionLine) -> String {
    edition
        .made
        .map_or_else(|| edition.published.format(lang), |day| day.format(lang))
}

/// What an edition changed; the first one changed nothing, it is all there is.
pub(super) fn changes(lang: Lang, edition: &EditionLine) -> String {
    let all = fill!(w::ROWS_ALL, lang, count = edition.rows);
    if edition.kind == EditionKind::Program && edition.counts == Counts::default() {
        return all;
    }
    format!("{}. {all}", counts(lang, &edition.counts))
}

/// "thêm 12, sửa 3, bỏ 0".
pub(super) fn counts(lang: Lang, counts: &Counts) -> String {
    let count = |n| number::count(lang, n);
    fill!(
        w::COUNTS,
        lang,
        added = &count(counts.added),
        changed = &count(counts.changed),
        removed = &count(counts.removed)
    )
}

#[component]
pub(super) fn EditionsPage<'a>(
    at: &'a At<'a>,
    editions: &'a [EditionLine],
    again: Option<UndoAgain<'a>>,
    refusal: Option<&'a UserError>,
) -> AnyView {
    let lang = at.lang();
    let newest = editions.first().map_or(at.admin.snapshot.edition.number, |e| e.number);
    let items = editions
        .iter()
        .map(|e| view! { <EditionItem at edition=e newest/> }.into_any());
    let body = view! {
        {again.and_then(|again| undo_again(at, editions, again))}
        <EditionsUndo at editions/>
        <EditionCompareForm at editions/>
        <div class="editions">{items.collect_view()}</div>
    };
    view! { <AdminPage at leaf={Leaf { title: w::EDITIONS.get(lang).to_owned(), lead: w::EDITIONS_LEAD.get(lang).to_owned(), refusal, public: true, body: body.into_any(), }}/> }.into_any()
}

/// Undo is a new edition with the figures of the one before.
#[component]
fn EditionsUndo<'a>(at: &'a At<'a>, editions: &'a [EditionLine]) -> Option<AnyView> {
    let lang = at.lang();
    let [newest, before, ..] = editions else { return None };
    if !at.may(Role::Analyst) {
        return None;
    }
    let (last, old) = (newest.number.to_string(), before.number.to_string());
    let next = newest.number.saturating_add(1).to_string();
    let view = view! {
        <section id="undo" class="panel" aria-labelledby="undo-h"><h2 id="undo-h">{fill!(w::UNDO_TITLE, lang, edition = &last)}</h2>
            <p>{fill!(w::UNDO_TEXT, lang, edition = &last, edition_restored = &old, edition_new = &next)}</p>
            <RestoreForm at number=before.number newest=newest.number id="undo-note" note="" words={fill!(w::UNDO_BUTTON, lang, edition = &last)}/>
        </section>
    };
    Some(view.into_any())
}

/// What was published after the edition that an undo was meant for, and the same undo once more.
fn undo_again(at: &At<'_>, editions: &[EditionLine], again: UndoAgain<'_>) -> Option<AnyView> {
    let lang = at.lang();
    let newest = editions.first()?.number;
    let since = editions.iter().filter(|e| e.number > again.base).map(|edition| {
        let number = edition.number.to_string();
        let by = (!edition.by.is_empty()).then(|| format!(", {}", edition.by));
        let note = edition.note.get(lang);
        let note = (!note.is_empty()).then(|| format!(": {note}"));
        let before = edition.number.saturating_sub(1).to_string();
        let differs = with_query(
            &format!("{}/compare", at.cx.links.editions()),
            &[("from", &before), ("to", &number)],
        );
        view! {
            <li><a href=format!("#e{number}")>{fill!(w::EDITION_N, lang, edition = &number)}</a>", "{when(lang, edition)}{by}{note}
                " ("{counts(lang, &edition.counts)}"). "<a href=differs>{fill!(w::COMPARE_BEFORE, lang, edition_before = &before)}</a></li>
        }
    });
    let since = since.collect_view();
    let (base, of) = (again.base.to_string(), again.of.to_string());
    let undone = super::paging::numbers(again.of, newest);
    let next = newest.saturating_add(1).to_string();
    let view = view! {
        <section id="again" class="panel" aria-labelledby="again-h"><h2 id="again-h">{fill!(w::UNDO_AGAIN_TITLE, lang, edition = &base)}</h2>
            <ul>{since}</ul>
            <p>{fill!(w::UNDO_AGAIN_TEXT, lang, edition_new = &next, edition_restored = &of, editions = &undone)}</p>
            <RestoreForm at number=again.of newest id="again-note" note=again.note words={fill!(w::UNDO_AGAIN_BUTTON, lang, editions = &undone)}/>
        </section>
    };
    Some(view.into_any())
}

/// The form that restores an edition, made for the newest one.
#[component]
fn RestoreForm<'a>(
    at: &'a At<'a>,
    number: u32,
    newest: u32,
    #[prop(into)] id: String,
    note: &'a str,
    #[prop(into)] words: String,
) -> AnyView {
    let lang = at.lang();
    let field = Field {
        id: &id,
        name: "note",
        label: w::NOTE_WHY.get(lang),
        hint: "",
    };
    let line = Line {
        value: note,
        ..Line::default()
    };
    view! {
        <form class="form" method="post" action=at.link(&format!("/editions/{number}/restore"))>
            <HiddenField name="base" value=newest.to_string()/>{field.line(line)}<SubmitButton text=&words/>
        </form>
    }
    .into_any()
}

#[component]
fn EditionCompareForm<'a>(at: &'a At<'a>, editions: &'a [EditionLine]) -> Option<AnyView> {
    let lang = at.lang();
    let [newest, before, ..] = editions else { return None };
    let options = |chosen: u32| {
        let one = move |e: &EditionLine| {
            let text = format!(
                "{} – {}",
                e.number,
                e.made.unwrap_or_else(|| e.published.day()).format(lang)
            );
            option(&e.number.to_string(), text, e.number == chosen)
        };
        editions.iter().map(one).collect_view().into_any()
    };
    let from = Field {
        id: "f-from",
        name: "from",
        label: w::COMPARE_FROM.get(lang),
        hint: "",
    };
    let to = Field {
        id: "f-to",
        name: "to",
        label: w::COMPARE_TO.get(lang),
        hint: "",
    };
    let view = view! {
        <section aria-labelledby="compare-h"><h2 id="compare-h">{w::COMPARE.get(lang)}</h2>
            <form class="form row" method="get" action=format!("{}/compare", at.cx.links.editions())>
                {from.list(options(before.number))}{to.list(options(newest.number))}<SubmitButton text=w::COMPARE_BUTTON.get(lang)/>
            </form>
        </section>
    };
    Some(view.into_any())
}

#[component]
fn EditionItem<'a>(at: &'a At<'a>, edition: &'a EditionLine, newest: u32) -> AnyView {
    let lang = at.lang();
    let number = edition.number.to_string();
    let id = format!("e{number}");
    let current = (edition.number == newest).then(|| view! { " "<span class="chip">{w::NEWEST.get(lang)}</span> });
    let by = at.admin.viewer.filter(|_| !edition.by.is_empty()).map(|_| {
        view! { <dt>{w::BY.get(lang)}</dt><dd>{edition.by.clone()}</dd> }
    });
    let file = edition.file.as_ref().map(|(name, hash)| {
        view! { <dt>{w::FILE.get(lang)}</dt><dd>{name.clone()}<br/><small>"SHA-256 "<code>{hash.clone()}</code></small></dd> }
    });
    let method = edition
        .method
        .as_ref()
        .map(|m| view! { <dt>{w::METHOD.get(lang)}</dt><dd>{m.clone()}</dd> });
    let note = (!edition.note.get(lang).is_empty()).then(|| view! { <p>{edition.note.get(lang).to_owned()}</p> });
    view! {
        <article id=id.clone() aria-labelledby=format!("{id}-h")>
            <h2 id=format!("{id}-h")>{fill!(w::EDITION_N, lang, edition = &number)}{current}</h2>
            {note}
            <dl class="facts">
                <dt>{w::PUBLISHED_AT.get(lang)}</dt><dd>{when(lang, edition)}</dd>
                {by}
                <dt>{w::KIND.get(lang)}</dt><dd>{kind(lang, edition.kind)}</dd>
                {file}
                {method}
                <dt>{w::CHANGES.get(lang)}</dt><dd>{changes(lang, edition)}</dd>
                <dt>{w::FINGERPRINT.get(lang)}</dt><dd><small><code>{edition.fingerprint.clone()}</code></small></dd>
            </dl>
            <EditionLinks at edition newest/>
            <EditionsRestore at number=edition.number newest/>
        </article>
    }
    .into_any()
}

#[component]
fn EditionLinks<'a>(at: &'a At<'a>, edition: &'a EditionLine, newest: u32) -> AnyView {
    let (lang, number) = (at.lang(), edition.number);
    let n = number.to_string();
    let read = with_query(&format!("/{}", lang.code()), &[("edition", &n)]);
    let read = if number == newest { at.cx.links.home() } else { read };
    let before = (number > 1).then(|| {
        let href = with_query(
            &format!("{}/compare", at.cx.links.editions()),
            &[("from", &(number - 1).to_string()), ("to", &n)],
        );
        view! { <li><a href=href>{fill!(w::COMPARE_BEFORE, lang, edition_before = &(number - 1).to_string())}</a></li> }
    });
    let fits = |kind: &&str| *kind != "xlsx" || edition.rows < WORKSHEET_ROWS;
    let downloads = ["csv", "xlsx", "parquet", "json"].into_iter().filter(fits).map(|kind| {
        let label = fill!(w::DOWNLOAD_AS, lang, format = &kind.to_uppercase(), edition = &n);
        view! { " "<a href=format!("/editions/{number}/figures.{kind}") aria-label=label>{kind.to_uppercase()}</a> }
    });
    view! {
        <ul class="links"><li><a href=read>{w::READ_EDITION.get(lang)}</a></li>{before}
            <li>{w::DOWNLOAD.get(lang)}":"{downloads.collect_view()}</li></ul>
    }
    .into_any()
}

/// Any edition but the newest can be made the newest again.
#[component]
fn EditionsRestore<'a>(at: &'a At<'a>, number: u32, newest: u32) -> Option<AnyView> {
    let lang = at.lang();
    if number == newest || !at.may(Role::Analyst) {
        return None;
    }
    let n = number.to_string();
    let next = newest.saturating_add(1).to_string();
    let view = view! {
        <details><summary>{fill!(w::RESTORE, lang, edition_restored = &n)}</summary>
            <p>{fill!(w::RESTORE_TEXT, lang, edition_restored = &n, edition_new = &next)}</p>
            <RestoreForm at number newest id={format!("note-{n}")} note="" words={fill!(w::RESTORE, lang, edition_restored = &n)}/>
        </details>
    };
    Some(view.into_any())
}

#[component]
pub(super) fn EditionsCompare<'a>(
    at: &'a At<'a>,
    from: &'a EditionLine,
    to: &'a EditionLine,
    after: &'a Snapshot,
    difference: &'a Difference,
    parameters: &'a Parameters,
) -> AnyView {
    let lang = at.lang();
    let (a, b) = (from.number.to_string(), to.number.to_string());
    let editions = at.cx.links.editions();
    let shown = Shown {
        difference,
        after,
        path: format!("{editions}/compare"),
        keep: vec![("from", a.clone()), ("to", b.clone())],
        parameters,
    };
    let side = |edition: &EditionLine| {
        let text = fill!(
            w::EDITION_DAY,
            lang,
            edition = &edition.number.to_string(),
            date = &when(lang, edition)
        );
        let note = edition.note.get(lang).to_owned();
        let href = format!("{editions}#e{}", edition.number);
        view! { <li><a href=href>{text}</a>" – "{kind(lang, edition.kind)}{(!note.is_empty()).then(|| format!(". {note}"))}</li> }
    };
    let body = view! {
        <ul>{side(from)}{side(to)}</ul>
        <h2 class="vh">{w::DIFFERENCE.get(lang)}</h2>
        <Changes at shown=&shown/>
        <p><a href=editions.clone()>{w::EDITIONS_ALL.get(lang)}</a></p>
    };
    view! { <AdminPage at leaf={Leaf { title: fill!(w::COMPARE_TITLE, lang, edition_before = &a, edition = &b), lead: fill!(w::COMPARE_LEAD, lang, edition_before = &a, edition = &b), refusal: None, public: true, body: body.into_any(), }}/> }.into_any()
}
