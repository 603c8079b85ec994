//! The work on a deck, away from the threads that answer.

use std::sync::Arc;

use axum::{http::StatusCode, response::Response};
use ooxml::refresh::RefreshError;

use super::Received;
use crate::{
    AppState,
    http::{admin::Rejection, pages, problem},
    services::refresh::{self, RefreshedDeck},
};

/// Why a deck was not refreshed.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The file is to blame.
    File(RefreshError),
    /// All places are taken.
    Busy,
    /// There is no such edition.
    NoEdition,
    /// An edition cannot be read from the store.
    Stopped(Rejection),
    /// It went wrong inside.
    Broken,
}

impl Failure {
    pub(crate) fn respond(self) -> Response {
        match self {
            Self::File(_) => problem::refuse(StatusCode::UNPROCESSABLE_ENTITY),
            Self::Busy => problem::busy(),
            Self::NoEdition => problem::refuse(StatusCode::NOT_FOUND),
            Self::Stopped(stop) => axum::response::IntoResponse::into_response(stop),
            Self::Broken => problem::refuse(StatusCode::INTERNAL_SERVER_ERROR),
        }
    }
}

/// Refreshes a deck.
pub(crate) async fn refresh(state: &Arc<AppState>, received: Received) -> Result<RefreshedDeck, Failure> {
    let _turn = state.refresher().turn().ok_or(Failure::Busy)?;
    let (bytes, wanted) = (received.bytes, received.wanted);
    let deck = away(move || refresh::read(bytes)).await?.map_err(Failure::File)?;
    for edition in deck.editions(&wanted) {
        let brought = pages::bring_edition(state, &format!("edition={edition}")).await;
        // Of an edition that cannot be read, nothing is said; only the wanted one must be there.
        if wanted.edition == Some(edition) {
            brought.map_err(Failure::Stopped)?;
        }
    }
    let backend = state.backend_shared();
    let done = away(move || deck.refresh(&backend, &wanted)).await?;
    done.map_err(Failure::File)?.ok_or(Failure::NoEdition)
}

async fn away<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Failure> {
    tokio::task::spawn_blocking(work).await.map_err(|error| {
        tracing::error!(%error, "refreshing a deck was broken off");
        Failure::Broken
    })
}
