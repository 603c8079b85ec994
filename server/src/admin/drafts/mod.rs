//! Drafts: looked at, changed, agreed to, published, given up.

mod files;
mod posts;
pub(crate) mod remarks;
mod view;

use app::admin::{Role, UserError};
use axum::{
    Router,
    extract::{DefaultBodyLimit, Path},
    response::Response,
    routing::{get, post},
};
use store::{Draft, DraftKind, Upload};

use super::{
    Rejection, RequestContext,
    jobs::{self, JobError},
    trouble,
};

pub(crate) use files::CSV;
pub(crate) use posts::{put, save, store_change, with_reasons};
pub(crate) use view::{Shown, approved_by, show, state};

/// Longest form of choices: a file with thousands of unknown names has thousands of fields.
const LONGEST_FORM: usize = 8 << 20;

/// The routes.
pub(super) fn routes() -> Router<std::sync::Arc<super::Admin>> {
    let at = |what: &str| format!("/{{lang}}/desk/drafts/{{id}}{what}");
    Router::new()
        .route(&at(""), get(page))
        .route(&at("/choices"), post(posts::choices))
        .route(&at("/approve"), post(posts::approve))
        .route(&at("/discard"), post(posts::discard))
        .route(&at("/publish"), post(posts::publish))
        .layer(DefaultBodyLimit::max(LONGEST_FORM))
        .merge(
            Router::new()
                .route(&at("/file"), post(posts::file))
                .layer(DefaultBodyLimit::disable()),
        )
        .route(&at("/remarks"), get(files::annotated))
        .route(&at("/issues.csv"), get(files::issues))
        .route(&at("/original"), get(files::original))
}

async fn page(cx: RequestContext, Path((_, id)): Path<(String, String)>) -> Result<Response, Rejection> {
    let draft = cx.admin.store.draft(&id).await?;
    show(&cx, &Shown::of(&draft), None).await
}

/// The file of a draft of figures.
pub(crate) async fn upload_of(cx: &RequestContext, draft: &Draft) -> Result<Upload, Rejection> {
    let id = draft.upload.as_deref().ok_or(Rejection::NotFound)?;
    Ok(cx.admin.store.upload(id).await?)
}

/// Changes of the catalogue are the administrator's.
pub(crate) fn may_change(cx: &RequestContext, draft: &Draft) -> Result<(), Rejection> {
    let role = cx.signed_in()?.role();
    if draft.kind == DraftKind::Catalogue && role < Role::Administrator {
        return Err(Rejection::Forbidden);
    }
    Ok(())
}

/// What the page of a draft says of something that was not done; the end of the request where
/// that is no matter of the draft.
pub(crate) fn explained(error: JobError) -> Result<UserError, Rejection> {
    let refusal = match error {
        JobError::Refused(refusal) => refusal,
        JobError::Store(store::StoreError::NotFound) => return Err(Rejection::NotFound),
        JobError::Store(error) => trouble::refusal(&error),
    };
    match refusal {
        UserError::DiskFull | UserError::ReadOnly | UserError::Unreachable => Err(Rejection::Trouble(refusal)),
        refusal => Ok(refusal),
    }
}

/// The end of a request in any case.
pub(crate) fn stopped(error: JobError) -> Rejection {
    explained(error).map_or_else(|error| error, Rejection::Trouble)
}

/// What was understood of the file of a draft. One that was published is compared with the edition
/// that it followed, all others with the newest.
pub(crate) async fn examined(
    cx: &RequestContext,
    draft: &Draft,
    upload: &Upload,
    choices: &domain::upload::Choices,
) -> Result<std::sync::Arc<jobs::ImportPreview>, Rejection> {
    let admin = &cx.admin;
    let past = (draft.state == store::DraftState::Published).then_some(draft.base);
    let current = match past {
        Some(base) => admin.edition_loader.edition(base).await?.ok_or(Rejection::NotFound)?,
        None => admin.current()?,
    };
    let examined = jobs::examine_draft(&admin.store, &admin.jobs, current, upload, choices).await;
    examined.map_err(stopped)
}
