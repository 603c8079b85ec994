//! Pages that were rendered, kept in memory from their second use on: most addresses that a reader's choices make are
//! never asked for again, and keeping their pages costs time and pushes others out.

use std::{
    hash::{BuildHasher as _, RandomState},
    sync::Arc,
};

use app::SharedBackend;
use quick_cache::{Weighter, sync};
use tokio::sync::Semaphore;

use super::content::Content;

/// Pages that are kept, and the bytes that they may take all together.
const MOST_PAGES: usize = 512;

const MOST_BYTES: u64 = 32 << 20;

/// Addresses that were asked for once and are remembered.
const MOST_SEEN: usize = 16_384;

/// What pages are made from, then path and query: a new edition asks for new pages.
pub(crate) type Key = (Shown, String);

/// The newest edition's number, and the number of editions of whose corrections pages can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Shown {
    newest: u32,
    told: usize,
}

/// A bounded number of pages; what was not asked for lately goes first.
#[derive(Debug)]
pub(crate) struct PageCache {
    pages: sync::Cache<Key, Arc<Content>, Weight>,
    /// Hashes of the addresses that were asked for once. Two with the same hash only mean that one is kept sooner.
    seen: sync::Cache<u64, ()>,
    hashes: RandomState,
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

    /// Keeps a page if its address was asked for before.
    pub(crate) fn offer(&self, key: Key, page: &Arc<Content>) {
        let hash = self.hashes.hash_one(&key);
        if self.seen.get(&hash).is_some() {
            self.pages.insert(key, Arc::clone(page));
        } else {
            self.seen.insert(hash, ());
        }
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
            seen: sync::Cache::new(MOST_SEEN),
            hashes: RandomState::new(),
            packers: Arc::new(Semaphore::new(1)),
        }
    }
}

/// Number of the newest edition; 0 when there is none.
pub(crate) fn newest(backend: &SharedBackend) -> u32 {
    backend.snapshot(None).map_or(0, |s| s.edition.number)
}

/// What pages are made from now.
pub(crate) fn shown(backend: &SharedBackend) -> Shown {
    Shown {
        newest: newest(backend),
        told: backend.editions_told(),
    }
}
