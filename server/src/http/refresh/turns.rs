//! Places for decks that are being refreshed, one for each core, and refreshed ones until they are downloaded.

use std::{sync::Arc, thread, time::Duration};

use app::export::DECK_KEPT_FOR;
use axum::body::Bytes;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::kept::KeptFiles;

/// For how long a file is kept.
const KEPT_FOR: Duration = Duration::from_secs(DECK_KEPT_FOR * 60);

/// Where decks are refreshed, and refreshed ones are kept.
#[derive(Debug)]
pub(crate) struct Refresher {
    turns: Arc<Semaphore>,
    files: KeptFiles,
}

impl Default for Refresher {
    fn default() -> Self {
        let cores = thread::available_parallelism().map_or(1, usize::from);
        Self {
            turns: Arc::new(Semaphore::new(cores)),
            files: KeptFiles::default(),
        }
    }
}

impl Refresher {
    /// Keeps a file for some minutes and returns its key.
    pub(super) fn keep(&self, name: String, bytes: Vec<u8>) -> Result<String, getrandom::Error> {
        self.files.keep(name, bytes, KEPT_FOR)
    }

    pub(super) fn kept(&self, key: &str) -> Option<(String, Bytes)> {
        self.files.find(key)
    }

    /// Takes a place; `None` if all are taken.
    pub(crate) fn turn(&self) -> Option<OwnedSemaphorePermit> {
        Arc::clone(&self.turns).try_acquire_owned().ok()
    }
}
