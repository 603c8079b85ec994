//! Pages that were rendered, kept in memory.

use std::sync::Arc;

use app::SharedBackend;
use quick_cache::{Weighter, sync};
use tokio::sync::Semaphore;

use super::content::Content;

/// Pages that are kept, and the bytes that they may take all together.
const MOST_PAGES: usize = 512;

const MOST_BYTES: u64 = 32 << 20;

/// The newest edition's number, then path and query: a new edition asks for new pages.
pub(crate) type Key = (u32, String);

/// A bounded number of pages; what was not asked for lately goes first.
#[derive(Debug)]
pub(crate) struct PageCache {
    pages: sync::Cache<Key, Arc<Content>, Weight>,
    /// One page is compressed well at a time: readers keep the other cores.
    packers: Arc<Semaphore>,
}

#[derive(Clone, Debug)]
struct Weight;

impl Weighter<Key, Arc<Content>> for Weight {
    /// At least a fair share, so that the bytes bound the number too.
    fn weight(&self, key: &Key, page: &Arc<Content>) -> u64 {
        let bytes = u64::try_from(key.1.len() + page.weight()).unwrap_or(u64::MAX);
        bytes.max(MOST_BYTES / MOST_PAGES as u64)
    }
}

impl PageCache {
    pub(crate) fn get(&self, key: &Key) -> Option<Arc<Content>> {
        self.pages.get(key)
    }

    pub(crate) fn insert(&self, key: Key, page: Arc<Content>) {
        self.pages.insert(key, page);
    }

    /// Compresses a page well, away from the threads that answer.
    pub(crate) fn pack_well(&self, page: Arc<Content>) {
        let packers = Arc::clone(&self.packers);
        tokio::spawn(async move {
            // Closed never.
            let _turn = packers.acquire_owned().await;
            let _ = tokio::task::spawn_blocking(move || page.pack_well()).await;
        });
    }
}

impl Default for PageCache {
    fn default() -> Self {
        Self {
            pages: sync::Cache::with_weighter(MOST_PAGES, MOST_BYTES, Weight),
            packers: Arc::new(Semaphore::new(1)),
        }
    }
}

/// Number of the newest edition; 0 when there is none.
pub(crate) fn newest(backend: &SharedBackend) -> u32 {
    backend.snapshot(None).map_or(0, |s| s.edition.number)
}
