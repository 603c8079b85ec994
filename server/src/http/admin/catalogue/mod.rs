//! The catalogue in the administration: each change is a draft of one file, with its difference and its undo.

mod edits;
mod lines;

use std::sync::Arc;

use app::admin::{CatalogueDraftView, Page, UserError};
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
    Admin, Fields, Rejection, RequestContext,
    drafts::{Shown, approved_by, state, store_change},
    export::attachment,
    failure::explained,
    uploads,
};
use crate::{
    http::media_type::CSV,
    services::jobs::{self, JobError, Prepared, encode, file_of, may_change_file, single},
};

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

/// The list of files, or one of them to be taken along, fixed and brought back.
async fn page(cx: RequestContext) -> Result<Response, Rejection> {
    let path = cx.parameter("file");
    if path.is_empty() {
        return list(&cx, None).await;
    }
    if !may_change_file(&path) {
        return Err(Rejection::NotFound);
    }
    let bytes = cx.admin.store.file(cx.admin.program.newest(), &path).await?;
    let name = path.rsplit('/').next().unwrap_or_default();
    let kind = if name.ends_with(".csv") {
        CSV
    } else {
        "application/toml; charset=utf-8"
    };
    Ok(attachment(name, kind, bytes))
}

async fn list(cx: &RequestContext, refusal: Option<&UserError>) -> Result<Response, Rejection> {
    let files = cx.admin.store.files(cx.admin.program.newest()).await?;
    let files: Vec<(String, usize)> = files
        .into_iter()
        .filter(|(path, _)| may_change_file(path))
        .map(|(path, bytes)| (path, bytes.len()))
        .collect();
    let page = Page::Catalogue { files: &files, refusal };
    Ok(match refusal {
        Some(refusal) => cx.refuse(refusal, &page),
        None => cx.show(&page),
    })
}

async fn alias(cx: RequestContext, form: Fields) -> Result<Response, Rejection> {
    edit(&cx, edits::ALIASES.to_owned(), &form, edits::alias).await
}

async fn verdict(cx: RequestContext, form: Fields) -> Result<Response, Rejection> {
    edit(&cx, indicator_file(&form), &form, edits::verdict).await
}

async fn component(cx: RequestContext, form: Fields) -> Result<Response, Rejection> {
    edit(&cx, indicator_file(&form), &form, edits::component).await
}

fn indicator_file(form: &Fields) -> String {
    format!("catalogue/indicators/{}.toml", form.get("indicator").trim())
}

type Edit = fn(&str, &[(String, String)]) -> Result<String, UserError>;

/// Begins a draft of a file with what a short form adds to it.
async fn edit(cx: &RequestContext, path: String, form: &Fields, edit: Edit) -> Result<Response, Rejection> {
    let created = async {
        let bad = || UserError::BadFields(vec![("indicator".to_owned(), form.get("indicator").to_owned())]);
        let before = if may_change_file(&path) {
            before(cx, &path).await?
        } else {
            None
        };
        let text = edit(&before.ok_or_else(bad)?, &form.0)?;
        begin(cx, &path, text).await
    };
    finish(cx, created.await).await
}

/// Begins a draft of a file that was sent whole.
async fn file(cx: RequestContext, request: Request) -> Result<Response, Rejection> {
    let created = async {
        let received = uploads::gate(&cx).form(request).await?;
        let path = single(&received.fields, "path").to_owned();
        if !may_change_file(&path) {
            return Err(UserError::BadFields(vec![("path".to_owned(), path)]).into());
        }
        let bad = |_| UserError::WrongFiles(vec![format!("{path}: the file is not UTF-8")]);
        let text = String::from_utf8(received.bytes().await?).map_err(bad)?;
        let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        begin(&cx, &path, text).await
    };
    finish(&cx, created.await).await
}

async fn finish(cx: &RequestContext, created: Result<Draft, JobError>) -> Result<Response, Rejection> {
    match created {
        Ok(draft) => Ok(cx.done(&cx.to(&format!("/desk/drafts/{}", draft.id)), None)),
        Err(error) => list(cx, Some(&explained(error)?)).await,
    }
}

/// The text of a file in the newest edition; `None` if there is none.
async fn before(cx: &RequestContext, path: &str) -> Result<Option<String>, JobError> {
    let newest = cx.admin.program.newest();
    match cx.admin.store.file(newest, path).await {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(StoreError::NotFound) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

async fn begin(cx: &RequestContext, path: &str, text: String) -> Result<Draft, JobError> {
    let draft = NewDraft {
        upload: None,
        kind: DraftKind::Catalogue,
        choices: encode(&[("path", path), ("text", &text)]),
        base: cx.admin.program.newest(),
        note: String::new(),
        by: cx.by().map_err(|_| UserError::Failed)?,
    };
    Ok(cx.admin.store.add_draft(draft).await?)
}

/// Saves the text of a draft.
pub(crate) async fn save(cx: &RequestContext, draft: &Draft, form: &Fields) -> Result<Draft, JobError> {
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
        base: cx.admin.program.newest(),
        upload: None,
    };
    let revision = single(&form.0, "revision").parse().unwrap_or_default();
    store_change(cx, draft, revision, &change).await
}

/// Answers with the page of a draft of the catalogue.
pub(crate) async fn show(
    cx: &RequestContext,
    shown: &Shown<'_>,
    refusal: Option<&UserError>,
) -> Result<Response, Rejection> {
    let draft = shown.draft;
    let admin = &cx.admin;
    let published = draft.state == DraftState::Published;
    let base = if published { draft.base } else { admin.program.newest() };
    let before = admin.store.files(base).await?;
    let (path, text) = file_of(draft);
    let old = before
        .get(&path)
        .map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    let lines = lines::lines(old.as_deref().unwrap_or_default(), &text);
    let prepared = prepared(cx, draft, before, base).await?;
    let problems = match &prepared {
        Err(UserError::WrongFiles(problems)) => problems.clone(),
        Err(UserError::BadFields(_)) => vec![format!("{path}: not a file of the catalogue")],
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
        Some(refusal) => cx.refuse(refusal, &page),
        None => cx.show(&page),
    })
}

type Ready = Result<(Prepared, Difference), UserError>;

/// What the files would say, and what would change.
async fn prepared(cx: &RequestContext, draft: &Draft, before: DataFiles, base: u32) -> Result<Ready, Rejection> {
    let current = cx
        .admin
        .edition_loader
        .edition(base)
        .await?
        .ok_or(Rejection::NotFound)?;
    let draft = draft.clone();
    let made = cx.admin.jobs.answer(move || {
        let prepared = jobs::changed_files(&before, &draft, &current)?;
        let difference = import::difference(&current, &prepared.snapshot);
        Ok((prepared, difference))
    });
    made.await
        .map_err(|error| explained(error).map_or_else(|error| error, Rejection::Trouble))
}
