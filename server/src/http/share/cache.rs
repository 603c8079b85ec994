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
/// Files that take a millisecond or two: they do not wait for pictures, papers and decks, which take ten to fifty times
/// as long.
const QUICK: [&str; 6] = [".svg", ".csv", ".json", ".html", ".bib", ".csl.json"];
/// How long a request waits for its turn.
const PATIENCE: Duration = Duration::from_secs(20);

/// The newest edition's number, then path and query.
type Key = (u32, String);

/// Files by address; what was not asked for lately goes first.
#[derive(Debug)]
pub(crate) struct ExportCache {
    files: sync::Cache<Key, Arc<Content>, Weight>,
    makers: Arc<Semaphore>,
    quick_makers: Arc<Semaphore>,
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
            quick_makers: Arc::new(Semaphore::new(MAKERS)),
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
        let newest = page_cache::newest(&backend);
        let makers = self.makers_of(&address);
        let make = move || make(&backend);
        if address.len() > LONGEST_KEPT {
            return turn(makers, make).await.map(Arc::new);
        }
        let key = (newest, address);
        if let Some(found) = self.files.get(&key) {
            return Ok(found);
        }
        let made = async { turn(makers, make).await.map(Arc::new) };
        self.files.get_or_insert_async(&key, made).await
    }

    /// A file that is not kept.
    pub(super) async fn make_once<F>(&self, make: F) -> Result<ExportFile, ExportError>
    where
        F: FnOnce() -> Result<ExportFile, ExportError> + Send + 'static,
    {
        turn(&self.makers, make).await
    }

    /// Who makes the file at an address.
    fn makers_of(&self, address: &str) -> &Arc<Semaphore> {
        let path = address.split_once('?').map_or(address, |(path, _)| path);
        if QUICK.iter().any(|ending| path.ends_with(ending)) {
            &self.quick_makers
        } else {
            &self.makers
        }
    }
}

/// Waits for a place and works there.
async fn turn<T: Send + 'static>(
    makers: &Arc<Semaphore>,
    jobs: impl FnOnce() -> Result<T, ExportError> + Send + 'static,
) -> Result<T, ExportError> {
    let turn = Arc::clone(makers).acquire_owned();
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
