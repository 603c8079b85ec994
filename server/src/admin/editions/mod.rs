//! Editions: their list, what differs between two, and bringing one back.

mod compare;
pub(crate) mod lines;

use std::sync::Arc;

use app::{
    Backend,
    admin::{Notice, Page, Refusal, Role, UndoAgain},
};
use axum::{
    Router,
    extract::Path,
    response::Response,
    routing::{get, post},
};
use domain::Snapshot;

use super::{
    Admin, Fields, Stop, Visit,
    drafts::explained,
    work::{self, Done, NotDone, Undo, single},
};
use crate::{
    access::{Least, Rule},
    start,
};

pub(crate) use compare::Compared;

/// Rules of the routes below.
pub(super) const RULES: &[Rule] = &[
    Rule::get("/{lang}/editions", Least::Reading),
    Rule::get("/{lang}/editions/compare", Least::Reading),
    Rule::post("/{lang}/desk/editions/{n}/restore", Least::Role(Role::Analyst)),
];

/// The routes.
pub(super) fn routes() -> Router<Arc<Admin>> {
    Router::new()
        .route("/{lang}/editions", get(page))
        .route("/{lang}/editions/compare", get(compare::page))
        .route("/{lang}/desk/editions/{n}/restore", post(restore))
}

impl Admin {
    /// The newest edition.
    pub(crate) fn current(&self) -> Result<Arc<Snapshot>, Stop> {
        self.program.snapshot(None).ok_or(Stop::Trouble(Refusal::Failed))
    }

    /// Puts a published edition on the shelf, so that the answer's next page shows it; gives its number.
    pub(crate) async fn install(&self, done: Done) -> u32 {
        let number = done.edition.number;
        if let Some(mut snapshot) = done.snapshot {
            snapshot.edition = start::shown(&done.edition, snapshot.edition.rows);
            self.program.editions().replace_newest(snapshot);
        } else if let Err(error) = self.library.refresh().await {
            tracing::error!(%error, "a published edition cannot be shown yet");
        }
        number
    }
}

async fn page(visit: Visit) -> Result<Response, Stop> {
    show(&visit, None, None).await
}

async fn show(visit: &Visit, again: Option<UndoAgain<'_>>, refusal: Option<&Refusal>) -> Result<Response, Stop> {
    let editions = visit.admin.store.editions().await?;
    let editions: Vec<_> = editions.iter().map(|e| lines::edition(visit.lang(), e)).collect();
    let page = Page::Editions {
        editions: &editions,
        again,
        refusal,
    };
    Ok(match refusal {
        Some(refusal) => visit.refuse(refusal, &page),
        None => visit.show(&page),
    })
}

/// Publishes a former state again.
async fn restore(visit: Visit, Path((_, number)): Path<(String, u32)>, form: Fields) -> Result<Response, Stop> {
    match bring_back(&visit, number, &form.0).await {
        Ok(new) => {
            let notice = Notice::Restored(number, new);
            Ok(visit.done(&visit.to("/editions"), Some(&notice)))
        }
        Err(stop) => {
            let refusal = explained(stop)?;
            let again = match refusal {
                Refusal::UndoOvertaken { base, .. } => Some(UndoAgain {
                    of: number,
                    base,
                    note: single(&form.0, "note"),
                }),
                _ => None,
            };
            show(&visit, again, Some(&refusal)).await
        }
    }
}

/// Restores an edition; returns the number of the new one.
pub(crate) async fn bring_back(visit: &Visit, number: u32, form: &[(String, String)]) -> Result<u32, NotDone> {
    let admin = &visit.admin;
    let current = admin.current().map_err(|_| Refusal::Failed)?;
    let former = admin.library.edition(number).await;
    let former = former.map_err(|error| {
        tracing::error!(%error, "an edition that is to be brought back cannot be loaded");
        Refusal::Failed
    })?;
    let former = former.ok_or(store::StoreError::NotFound)?;
    let by = visit.by().map_err(|_| Refusal::Failed)?;
    let undo = Undo::from_fields(number, form, by)?;
    let done = work::undo(&admin.store, &admin.work, current, former, undo).await?;
    Ok(admin.install(done).await)
}
