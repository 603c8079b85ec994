//! The home page of the administration, and uploads.

mod form;
mod page;
mod receive;

use app::admin::{Notice, Page, UserError};
use axum::{
    Router,
    extract::{DefaultBodyLimit, Request},
    response::Response,
    routing::{get, post},
};
use domain::upload::Choices;
use store::{Draft, DraftFilter, DraftKind, DraftState, NewUpload, Via};

use super::{Rejection, RequestContext, catalogue, editions::lines, failure::explained};
use crate::services::jobs::{self, CreatedDraft, JobError};

pub(crate) use form::{chosen, gate};
pub(crate) use page::begin_draft;
pub(crate) use receive::clean;

/// Editions that the administration shows.
const NEWEST: usize = 5;

/// The routes.
pub(super) fn routes() -> Router<std::sync::Arc<super::Admin>> {
    Router::new()
        .route("/{lang}/desk", get(home))
        .route("/{lang}/desk/uploads", post(upload).layer(DefaultBodyLimit::disable()))
        .route("/{lang}/desk/uploads/{id}", get(page::page))
        .route("/{lang}/desk/uploads/{id}/drafts", post(page::add))
}

async fn home(cx: RequestContext) -> Result<Response, Rejection> {
    show(&cx, None).await
}

/// Takes a file and goes on to its draft; to the list of its drafts, if there is not exactly one.
async fn upload(cx: RequestContext, request: Request) -> Result<Response, Rejection> {
    match begin(&cx, request).await {
        Ok(created) => {
            let notice = earlier(&cx, &created).await;
            let to = match &created.drafts[..] {
                [only] => format!("/desk/drafts/{}", only.draft.id),
                _ => format!("/desk/uploads/{}", created.upload.id),
            };
            Ok(cx.done(&cx.to(&to), notice.as_ref()))
        }
        Err(error) => show(&cx, Some(&explained(error)?)).await,
    }
}

async fn begin(cx: &RequestContext, request: Request) -> Result<CreatedDraft, JobError> {
    let received = gate(cx).form(request).await?;
    let choices = chosen(&received.fields)?;
    keep(cx, received, choices, Via::Browser).await
}

/// Keeps a file that came and begins its drafts.
pub(crate) async fn keep(
    cx: &RequestContext,
    received: receive::Received,
    choices: Choices,
    via: Via,
) -> Result<CreatedDraft, JobError> {
    let admin = &cx.admin;
    let (name, hash) = (received.name.clone(), received.hash.clone());
    let new = NewUpload {
        name,
        bytes: received.bytes().await?,
        by: cx.by().map_err(|_| UserError::Failed)?,
        via,
    };
    let current = admin.current().map_err(|_| UserError::Failed)?;
    let created = jobs::begin(&admin.store, &admin.jobs, current, new, choices, &mut |_, _, _| ()).await?;
    if created.upload.hash != hash {
        tracing::error!(
            upload = created.upload.id,
            "a file was kept with other bytes than came in"
        );
        return Err(UserError::Failed.into());
    }
    Ok(created)
}

/// What became of the same bytes before. The draft is there already: not to know is no failure.
async fn earlier(cx: &RequestContext, created: &CreatedDraft) -> Option<Notice> {
    if created.earlier.is_empty() {
        return None;
    }
    let store = &cx.admin.store;
    let own: Vec<&str> = created.drafts.iter().map(|created| created.draft.id.as_str()).collect();
    let same = jobs::same(store, &own, &created.upload).await.unwrap_or_default();
    let edition = store.edition_by_upload_hash(&created.upload.hash).await.ok().flatten();
    Some(Notice::SameFile {
        draft: same.into_iter().next().map(|(id, _)| id),
        edition: edition.map(|e| e.number),
    })
}

async fn show(cx: &RequestContext, refusal: Option<&UserError>) -> Result<Response, Rejection> {
    let store = &cx.admin.store;
    let open = DraftFilter {
        state: Some(DraftState::Open),
        ..DraftFilter::default()
    };
    let mut drafts = Vec::new();
    for draft in store.drafts(&open).await? {
        let (title, part) = title(cx, &draft).await?;
        drafts.push(lines::draft(&draft, title, part));
    }
    let editions = store.editions().await?;
    let editions: Vec<_> = editions
        .iter()
        .take(NEWEST)
        .map(|e| lines::edition(cx.lang(), e))
        .collect();
    let limits = cx.admin.jobs.limits();
    let page = Page::Home {
        drafts: &drafts,
        editions: &editions,
        limits: (limits.bytes / 1_000_000, limits.rows),
        refusal,
    };
    Ok(match refusal {
        Some(refusal) => cx.refuse(refusal, &page),
        None => cx.show(&page),
    })
}

/// What a draft is called: its file, and the sheet of it if one is named.
async fn title(cx: &RequestContext, draft: &Draft) -> Result<(String, String), Rejection> {
    if draft.kind == DraftKind::Catalogue {
        return Ok((catalogue::path_of(draft), String::new()));
    }
    let part = jobs::choices(draft).sheet.unwrap_or_default();
    match &draft.upload {
        Some(id) => Ok((cx.admin.store.upload(id).await?.name, part)),
        None => Ok((draft.id.clone(), part)),
    }
}
