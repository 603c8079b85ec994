//! Editions: their list, what differs between two, and bringing one back.

mod compare;
mod compared;
pub(crate) mod lines;

use crate::services::{
    edition_loader,
    jobs::{self, JobError, PublishOutcome, Undo, single},
};
use std::sync::Arc;

use app::{
    Backend,
    admin::{Notice, Page, UndoAgain, UserError},
};
use axum::{
    Router,
    extract::Path,
    response::Response,
    routing::{get, post},
};
use domain::Snapshot;

use super::{Admin, Fields, Rejection, RequestContext, failure::explained};

pub(crate) use compared::Compared;

/// The routes.
pub(super) fn routes() -> Router<Arc<Admin>> {
    Router::new()
        .route("/{lang}/editions", get(page))
        .route("/{lang}/editions/compare", get(compare::page))
        .route("/{lang}/desk/editions/{n}/restore", post(restore))
}

impl Admin {
    /// The newest edition.
    pub(crate) fn current(&self) -> Result<Arc<Snapshot>, Rejection> {
        self.program.snapshot(None).ok_or(Rejection::Trouble(UserError::Failed))
    }

    /// Puts a published edition in memory, so that the answer's next page shows it; gives its number.
    pub(crate) async fn install(&self, done: PublishOutcome) -> u32 {
        let number = done.edition.number;
        if let Some(mut snapshot) = done.snapshot {
            snapshot.edition = edition_loader::shown(&done.edition, snapshot.edition.rows);
            self.program.editions().replace_newest(snapshot);
        } else if let Err(error) = self.edition_loader.refresh().await {
            tracing::error!(%error, "a published edition cannot be shown yet");
        }
        number
    }
}

async fn page(cx: RequestContext) -> Result<Response, Rejection> {
    show(&cx, None, None).await
}

async fn show(
    cx: &RequestContext,
    again: Option<UndoAgain<'_>>,
    refusal: Option<&UserError>,
) -> Result<Response, Rejection> {
    let editions = cx.admin.store.editions().await?;
    let editions: Vec<_> = editions.iter().map(|e| lines::edition(cx.lang(), e)).collect();
    let page = Page::Editions {
        editions: &editions,
        again,
        refusal,
    };
    Ok(match refusal {
        Some(refusal) => cx.refuse(refusal, &page),
        None => cx.show(&page),
    })
}

/// Publishes a former state again.
async fn restore(
    cx: RequestContext,
    Path((_, number)): Path<(String, u32)>,
    form: Fields,
) -> Result<Response, Rejection> {
    match bring_back(&cx, number, &form.0).await {
        Ok(new) => {
            let notice = Notice::Restored(number, new);
            Ok(cx.done(&cx.to("/editions"), Some(&notice)))
        }
        Err(error) => {
            let refusal = explained(error)?;
            let again = match refusal {
                UserError::UndoOvertaken { base, .. } => Some(UndoAgain {
                    of: number,
                    base,
                    note: single(&form.0, "note"),
                }),
                _ => None,
            };
            show(&cx, again, Some(&refusal)).await
        }
    }
}

/// Restores an edition; returns the number of the new one.
pub(crate) async fn bring_back(cx: &RequestContext, number: u32, form: &[(String, String)]) -> Result<u32, JobError> {
    let admin = &cx.admin;
    let current = admin.current().map_err(|_| UserError::Failed)?;
    let former = admin.edition_loader.edition(number).await;
    let former = former.map_err(|error| {
        tracing::error!(%error, "an edition that is to be brought back cannot be loaded");
        UserError::Failed
    })?;
    let former = former.ok_or(store::StoreError::NotFound)?;
    let by = cx.by().map_err(|_| UserError::Failed)?;
    let undo = Undo::from_fields(number, form, by)?;
    let done = jobs::undo(&admin.store, &admin.jobs, current, former, undo).await?;
    Ok(admin.install(done).await)
}
