//! Drafts: looked at, changed, agreed to, published, given up.

mod files;
mod posts;
pub(crate) mod remarks;
mod view;

use app::admin::{Refusal, Role};
use axum::{
    Router,
    extract::{DefaultBodyLimit, Path},
    response::Response,
    routing::{get, post},
};
use store::{Draft, DraftKind, Upload};

use super::{
    Stop, Visit, trouble,
    work::{self, NotDone},
};
use crate::access::{Least, Rule};

pub(crate) use files::CSV;
pub(crate) use posts::{put, save, store_change, with_reasons};
pub(crate) use view::{Shown, approved_by, show, state};

/// Rules of the routes below.
pub(super) const RULES: &[Rule] = &[
    Rule::get("/{lang}/desk/drafts/{id}", Least::Role(Role::Analyst)),
    Rule::post("/{lang}/desk/drafts/{id}/choices", Least::Role(Role::Analyst)),
    Rule::post("/{lang}/desk/drafts/{id}/file", Least::Role(Role::Analyst)),
    Rule::post("/{lang}/desk/drafts/{id}/approve", Least::Role(Role::Analyst)),
    Rule::post("/{lang}/desk/drafts/{id}/discard", Least::Role(Role::Analyst)),
    Rule::post("/{lang}/desk/drafts/{id}/publish", Least::Role(Role::Analyst)),
    Rule::get("/{lang}/desk/drafts/{id}/remarks", Least::Role(Role::Analyst)),
    Rule::get("/{lang}/desk/drafts/{id}/issues.csv", Least::Role(Role::Analyst)),
    Rule::get("/{lang}/desk/drafts/{id}/original", Least::Role(Role::Analyst)),
];

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

async fn page(visit: Visit, Path((_, id)): Path<(String, String)>) -> Result<Response, Stop> {
    let draft = visit.admin.store.draft(&id).await?;
    show(&visit, &Shown::of(&draft), None).await
}

/// The file of a draft of figures.
pub(crate) async fn upload_of(visit: &Visit, draft: &Draft) -> Result<Upload, Stop> {
    let id = draft.upload.as_deref().ok_or(Stop::NotFound)?;
    Ok(visit.admin.store.upload(id).await?)
}

/// Changes of the catalogue are the administrator's.
pub(crate) fn may_change(visit: &Visit, draft: &Draft) -> Result<(), Stop> {
    let role = visit.signed_in()?.role();
    if draft.kind == DraftKind::Catalogue && role < Role::Administrator {
        return Err(Stop::Forbidden);
    }
    Ok(())
}

/// What the page of a draft says of something that was not done; the end of the request where
/// that is no matter of the draft.
pub(crate) fn explained(stop: NotDone) -> Result<Refusal, Stop> {
    let refusal = match stop {
        NotDone::Refused(refusal) => refusal,
        NotDone::Store(store::StoreError::NotFound) => return Err(Stop::NotFound),
        NotDone::Store(error) => trouble::refusal(&error),
    };
    match refusal {
        Refusal::DiskFull | Refusal::ReadOnly | Refusal::Unreachable => Err(Stop::Trouble(refusal)),
        refusal => Ok(refusal),
    }
}

/// The end of a request in any case.
pub(crate) fn stopped(stop: NotDone) -> Stop {
    explained(stop).map_or_else(|stop| stop, Stop::Trouble)
}

/// What was understood of the file of a draft. One that was published is compared with the edition
/// that it followed, all others with the newest.
pub(crate) async fn examined(
    visit: &Visit,
    draft: &Draft,
    upload: &Upload,
    choices: &domain::upload::Choices,
) -> Result<std::sync::Arc<work::Examined>, Stop> {
    let admin = &visit.admin;
    let past = (draft.state == store::DraftState::Published).then_some(draft.base);
    let current = match past {
        Some(base) => admin.library.edition(base).await?.ok_or(Stop::NotFound)?,
        None => admin.current()?,
    };
    let examined = work::examine_draft(&admin.store, &admin.work, current, upload, choices).await;
    examined.map_err(stopped)
}
