//! The catalogue at the desk: each change is a draft of one file, with its difference and its undo.

mod edits;
mod lines;

use std::sync::Arc;

use app::admin::{CatalogueDraftView, Page, Refusal, Role};
use axum::{
    Router,
    extract::{DefaultBodyLimit, Request},
    response::Response,
    routing::{get, post},
};
use domain::upload::Difference;
use import::DataFiles;
use store::{Draft, DraftChange, DraftKind, DraftState, NewDraft, StoreError};

use super::{
    Admin, Fields, Stop, Visit,
    drafts::{CSV, Shown, approved_by, explained, state, store_change},
    export::attachment,
    uploads,
    work::{self, NotDone, Prepared, encode, file_of, may_change_file, single},
};
use crate::access::{Least, Rule};

/// Rules of the routes below.
pub(super) const RULES: &[Rule] = &[
    Rule::get("/{lang}/desk/catalogue", Least::Role(Role::Administrator)),
    Rule::post("/{lang}/desk/catalogue/alias", Least::Role(Role::Administrator)),
    Rule::post("/{lang}/desk/catalogue/verdict", Least::Role(Role::Administrator)),
    Rule::post("/{lang}/desk/catalogue/component", Least::Role(Role::Administrator)),
    Rule::post("/{lang}/desk/catalogue/file", Least::Role(Role::Administrator)),
];

/// The routes.
pub(super) fn routes() -> Router<Arc<Admin>> {
    Router::new()
        .route("/{lang}/desk/catalogue", get(page))
        .route("/{lang}/desk/catalogue/alias", post(alias))
        .route("/{lang}/desk/catalogue/verdict", post(verdict))
        .route("/{lang}/desk/catalogue/component", post(component))
        .route(
            "/{lang}/desk/catalogue/file",
            post(file).layer(DefaultBodyLimit::disable()),
        )
}

/// The file that a draft changes.
pub(crate) fn path_of(draft: &Draft) -> String {
    file_of(draft).0
}

/// The list of files, or one of them to be taken along, mended and brought back.
async fn page(visit: Visit) -> Result<Response, Stop> {
    let path = visit.parameter("file");
    if path.is_empty() {
        return list(&visit, None).await;
    }
    if !may_change_file(&path) {
        return Err(Stop::NotFound);
    }
    let bytes = visit.admin.store.file(visit.admin.program.newest(), &path).await?;
    let name = path.rsplit('/').next().unwrap_or_default();
    let kind = if name.ends_with(".csv") {
        CSV
    } else {
        "application/toml; charset=utf-8"
    };
    Ok(attachment(name, kind, bytes))
}

async fn list(visit: &Visit, refusal: Option<&Refusal>) -> Result<Response, Stop> {
    let files = visit.admin.store.files(visit.admin.program.newest()).await?;
    let files: Vec<(String, usize)> = files
        .into_iter()
        .filter(|(path, _)| may_change_file(path))
        .map(|(path, bytes)| (path, bytes.len()))
        .collect();
    let page = Page::Catalogue { files: &files, refusal };
    Ok(match refusal {
        Some(refusal) => visit.refuse(refusal, &page),
        None => visit.show(&page),
    })
}

async fn alias(visit: Visit, form: Fields) -> Result<Response, Stop> {
    edit(&visit, edits::ALIASES.to_owned(), &form, edits::alias).await
}

async fn verdict(visit: Visit, form: Fields) -> Result<Response, Stop> {
    edit(&visit, indicator_file(&form), &form, edits::verdict).await
}

async fn component(visit: Visit, form: Fields) -> Result<Response, Stop> {
    edit(&visit, indicator_file(&form), &form, edits::component).await
}

fn indicator_file(form: &Fields) -> String {
    format!("catalogue/indicators/{}.toml", form.get("indicator").trim())
}

type Edit = fn(&str, &[(String, String)]) -> Result<String, Refusal>;

/// Begins a draft of a file with what a short form adds to it.
async fn edit(visit: &Visit, path: String, form: &Fields, edit: Edit) -> Result<Response, Stop> {
    let begun = async {
        let bad = || Refusal::BadFields(vec![("indicator".to_owned(), form.get("indicator").to_owned())]);
        let before = if may_change_file(&path) {
            before(visit, &path).await?
        } else {
            None
        };
        let text = edit(&before.ok_or_else(bad)?, &form.0)?;
        begin(visit, &path, text).await
    };
    finish(visit, begun.await).await
}

/// Begins a draft of a file that was sent whole.
async fn file(visit: Visit, request: Request) -> Result<Response, Stop> {
    let begun = async {
        let received = uploads::gate(&visit).form(request).await?;
        let path = single(&received.fields, "path").to_owned();
        if !may_change_file(&path) {
            return Err(Refusal::BadFields(vec![("path".to_owned(), path)]).into());
        }
        let bad = |_| Refusal::WrongFiles(vec![format!("{path}: the file is not UTF-8")]);
        let text = String::from_utf8(received.bytes().await?).map_err(bad)?;
        let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        begin(&visit, &path, text).await
    };
    finish(&visit, begun.await).await
}

async fn finish(visit: &Visit, begun: Result<Draft, NotDone>) -> Result<Response, Stop> {
    match begun {
        Ok(draft) => Ok(visit.done(&visit.to(&format!("/desk/drafts/{}", draft.id)), None)),
        Err(stop) => list(visit, Some(&explained(stop)?)).await,
    }
}

/// The text of a file in the newest edition; nothing when there is none.
async fn before(visit: &Visit, path: &str) -> Result<Option<String>, NotDone> {
    let newest = visit.admin.program.newest();
    match visit.admin.store.file(newest, path).await {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(StoreError::NotFound) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

async fn begin(visit: &Visit, path: &str, text: String) -> Result<Draft, NotDone> {
    let draft = NewDraft {
        upload: None,
        kind: DraftKind::Catalogue,
        choices: encode(&[("path", path), ("text", &text)]),
        base: visit.admin.program.newest(),
        note: String::new(),
        by: visit.by().map_err(|_| Refusal::Failed)?,
    };
    Ok(visit.admin.store.add_draft(draft).await?)
}

/// Saves the text of a draft.
pub(crate) async fn save(visit: &Visit, draft: &Draft, form: &Fields) -> Result<Draft, NotDone> {
    let (path, before) = file_of(draft);
    let text = form
        .0
        .iter()
        .find(|(name, _)| name == "text")
        .map_or(before, |(_, text)| text.clone());
    // Browsers send the ends of lines as they were sent a hundred years ago.
    let text = text.replace("\r\n", "\n");
    let text = if text.ends_with('\n') || text.is_empty() {
        text
    } else {
        format!("{text}\n")
    };
    let note = form.0.iter().find(|(name, _)| name == "note");
    let change = DraftChange {
        choices: encode(&[("path", path.as_str()), ("text", &text)]),
        note: note.map_or_else(|| draft.note.clone(), |(_, note)| note.trim().to_owned()),
        base: visit.admin.program.newest(),
        upload: None,
    };
    let revision = single(&form.0, "revision").parse().unwrap_or_default();
    store_change(visit, draft, revision, &change).await
}

/// Answers with the page of a draft of the catalogue.
pub(crate) async fn show(visit: &Visit, shown: &Shown<'_>, refusal: Option<&Refusal>) -> Result<Response, Stop> {
    let draft = shown.draft;
    let admin = &visit.admin;
    let published = draft.state == DraftState::Published;
    let base = if published { draft.base } else { admin.program.newest() };
    let before = admin.store.files(base).await?;
    let (path, text) = file_of(draft);
    let old = before
        .get(&path)
        .map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    let lines = lines::lines(old.as_deref().unwrap_or_default(), &text);
    let prepared = prepared(visit, draft, before, base).await?;
    let problems = match &prepared {
        Err(Refusal::WrongFiles(problems)) => problems.clone(),
        Err(Refusal::BadFields(_)) => vec![format!("{path}: not a file of the catalogue")],
        _ => Vec::new(),
    };
    let unchanged = Difference::default();
    let ready = prepared.as_ref().ok();
    let view = CatalogueDraftView {
        id: &draft.id,
        revision: draft.revision,
        state: state(draft),
        by: &draft.created_by.name,
        path: &path,
        text: &text,
        lines: &lines,
        problems: &problems,
        difference: ready.map_or(&unchanged, |(_, difference)| difference),
        after: ready.map(|(prepared, _)| &prepared.snapshot),
        base,
        note: &shown.note,
        approved_by: approved_by(draft, base),
        refusal,
    };
    let page = Page::CatalogueDraft(&view);
    Ok(match refusal {
        Some(refusal) => visit.refuse(refusal, &page),
        None => visit.show(&page),
    })
}

type Ready = Result<(Prepared, Difference), Refusal>;

/// What the files would say, and what would change.
async fn prepared(visit: &Visit, draft: &Draft, before: DataFiles, base: u32) -> Result<Ready, Stop> {
    let current = visit.admin.library.edition(base).await?.ok_or(Stop::NotFound)?;
    let draft = draft.clone();
    let made = visit.admin.work.answer(move || {
        let prepared = work::changed_files(&before, &draft, &current)?;
        let difference = import::difference(&current, &prepared.snapshot);
        Ok((prepared, difference))
    });
    made.await
        .map_err(|stop| explained(stop).map_or_else(|stop| stop, Stop::Trouble))
}
