//! Files that were made, kept in memory, and the few places where new ones are made.

use std::{sync::Arc, time::Duration};

use app::SharedBackend;
use quick_cache::{Weighter, sync};
use tokio::sync::Semaphore;

use crate::{
    http::{content::Content, page_cache},
    services::export_file::{ExportError, ExportFile},
};

/// Files that are kept, and the bytes that they may take all together.
const MOST_FILES: usize = 1024;
const MOST_BYTES: u64 = 96 << 20;
/// Longer addresses (decks) are made for one reader.
const LONGEST_KEPT: usize = 1024;
/// Files that are made at the same time; readers of pages keep the other core.
const MAKERS: usize = 1;
/// How long a request waits for its turn.
const PATIENCE: Duration = Duration::from_secs(20);

/// The newest edition's number, then path and query.
type Key = (u32, String);

/// Files by address; what was not asked for lately goes first.
#[derive(Debug)]
pub(crate) struct ExportCache {
    files: sync::Cache<Key, Arc<Content>, Weight>,
    makers: Arc<Semaphore>,
}

#[derive(Clone, Debug)]
struct Weight;

impl Weighter<Key, Arc<Content>> for Weight {
    fn weight(&self, key: &Key, file: &Arc<Content>) -> u64 {
        let bytes = u64::try_from(key.1.len() + file.weight()).unwrap_or(u64::MAX);
        bytes.max(MOST_BYTES / MOST_FILES as u64)
    }
}

impl Default for ExportCache {
    fn default() -> Self {
        Self {
            files: sync::Cache::with_weighter(MOST_FILES, MOST_BYTES, Weight),
            makers: Arc::new(Semaphore::new(MAKERS)),
        }
    }
}

impl ExportCache {
    /// The file at an address, from memory or made away from the threads that answer. Several who
    /// ask for the same wait for one.
    pub(super) async fn get<F>(
        &self,
        backend: SharedBackend,
        address: String,
        make: F,
    ) -> Result<Arc<Content>, ExportError>
    where
        F: FnOnce(&SharedBackend) -> Result<Content, ExportError> + Send + 'static,
    {
        if address.len() > LONGEST_KEPT {
            return self.make(backend, make).await.map(Arc::new);
        }
        let key = (page_cache::newest(&backend), address);
        if let Some(found) = self.files.get(&key) {
            return Ok(found);
        }
        let made = async { self.make(backend, make).await.map(Arc::new) };
        self.files.get_or_insert_async(&key, made).await
    }

    /// A file that is not kept.
    pub(super) async fn make_once<F>(&self, make: F) -> Result<ExportFile, ExportError>
    where
        F: FnOnce() -> Result<ExportFile, ExportError> + Send + 'static,
    {
        self.turn(make).await
    }

    async fn make<F>(&self, backend: SharedBackend, make: F) -> Result<Content, ExportError>
    where
        F: FnOnce(&SharedBackend) -> Result<Content, ExportError> + Send + 'static,
    {
        self.turn(move || make(&backend)).await
    }

    /// Waits for a place and works there.
    async fn turn<T: Send + 'static>(
        &self,
        jobs: impl FnOnce() -> Result<T, ExportError> + Send + 'static,
    ) -> Result<T, ExportError> {
        let turn = Arc::clone(&self.makers).acquire_owned();
        let turn = tokio::time::timeout(PATIENCE, turn).await;
        let Ok(Ok(turn)) = turn else {
            return Err(ExportError::Busy);
        };
        let made = tokio::task::spawn_blocking(move || {
            let made = jobs();
            drop(turn);
            made
        });
        made.await
            .unwrap_or_else(|error| Err(ExportError::Failed(error.to_string())))
    }
}
