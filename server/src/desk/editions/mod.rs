//! Editions: their list, what differs between two, and bringing one back.

mod compare;
pub(crate) mod lines;

use std::sync::Arc;

use app::{
    Backend,
    desk::{Notice, Page, Refusal, Role},
};
use axum::{
    Router,
    extract::Path,
    response::Response,
    routing::{get, post},
};
use domain::Snapshot;
use store::{Note, Restoring};

use super::{
    Desk, Fields, Stop, Visit,
    drafts::explained,
    work::{Done, NotDone, Summary, single},
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
pub(super) fn routes() -> Router<Arc<Desk>> {
    Router::new()
        .route("/{lang}/editions", get(page))
        .route("/{lang}/editions/compare", get(compare::page))
        .route("/{lang}/desk/editions/{n}/restore", post(restore))
}

impl Desk {
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
    show(&visit, None).await
}

async fn show(visit: &Visit, refusal: Option<&Refusal>) -> Result<Response, Stop> {
    let editions = visit.desk.store.editions().await?;
    let editions: Vec<_> = editions.iter().map(|e| lines::edition(visit.lang(), e)).collect();
    let page = Page::Editions {
        editions: &editions,
        refusal,
    };
    Ok(match refusal {
        Some(refusal) => visit.refuse(refusal, &page),
        None => visit.show(&page),
    })
}

/// Publishes a former state again.
async fn restore(visit: Visit, Path((_, number)): Path<(String, u32)>, form: Fields) -> Result<Response, Stop> {
    match bring_back(&visit, number, &form).await {
        Ok(new) => {
            let notice = Notice::Restored(number, new);
            Ok(visit.done(&visit.to("/editions"), Some(&notice)))
        }
        Err(stop) => show(&visit, Some(&explained(stop)?)).await,
    }
}

async fn bring_back(visit: &Visit, number: u32, form: &Fields) -> Result<u32, NotDone> {
    let desk = &visit.desk;
    let current = desk.current().map_err(|_| Refusal::Failed)?;
    let newest = current.edition.number;
    let base = match single(&form.0, "base") {
        "" => newest,
        text => text.parse().unwrap_or_default(),
    };
    if base != newest {
        return Err(Refusal::NewerEdition(newest).into());
    }
    let former = desk.library.edition(number).await;
    let former = former.map_err(|error| {
        tracing::error!(%error, "an edition that is to be brought back cannot be loaded");
        Refusal::Failed
    })?;
    let former = former.ok_or(store::StoreError::NotFound)?;
    if desk.store.edition(number).await?.fingerprint == desk.store.edition(newest).await?.fingerprint {
        return Err(Refusal::NothingChanges.into());
    }
    let (before, after) = (Arc::clone(&current), Arc::clone(&former));
    let (summary, snapshot) = desk
        .work
        .answer(move || {
            let difference = intake::difference(&before, &after);
            let catalogue = Arc::clone(&after.catalogue);
            let again = Snapshot::new(after.edition.clone(), catalogue, after.figures.clone());
            (Summary::of(&difference, None), again)
        })
        .await?;
    let restoring = Restoring {
        of: number,
        base,
        author: visit.by().map_err(|_| Refusal::Failed)?,
        note: note(single(&form.0, "note"), number),
        summary: summary.to_json(),
    };
    let done = Done {
        edition: desk.store.restore(restoring).await?,
        snapshot: Some(snapshot),
    };
    Ok(desk.install(done).await)
}

/// Why, or at least what.
fn note(given: &str, number: u32) -> Note {
    match given {
        "" => Note {
            vi: format!("Khôi phục phiên bản {number}"),
            en: format!("Restores edition {number}"),
        },
        given => Note {
            vi: given.to_owned(),
            en: given.to_owned(),
        },
    }
}
