//! The in-memory cache of editions that serves readers.
//!
//! Readers never block: publishing an edition swaps the whole cache atomically.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use arc_swap::ArcSwap;
use domain::Snapshot;

/// Maximum number of cached editions besides the newest.
const MAX_OLDER: usize = 8;

/// Why an edition cannot be added to the cache.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ShelfError {
    /// Editions are numbered without gaps, and this one is not the next.
    #[error("edition {found} cannot follow edition {newest}")]
    OutOfOrder {
        /// The number of the rejected edition.
        found: u32,
        /// The newest edition.
        newest: u32,
    },
}

/// The newest edition and the most recently requested older ones.
#[derive(Debug)]
pub struct Editions {
    cache: ArcSwap<EditionCache>,
    clock: AtomicU64,
}

#[derive(Clone, Debug)]
struct EditionCache {
    newest: Arc<Snapshot>,
    older: Vec<Arc<CachedEdition>>,
}

/// An edition other than the newest.
#[derive(Debug)]
struct CachedEdition {
    snapshot: Arc<Snapshot>,
    /// Time of the last request, in ticks of [`Editions::clock`].
    last_used: AtomicU64,
}

impl Editions {
    /// Creates a cache with one edition, which need not be edition 1.
    #[must_use]
    pub fn new(newest: Snapshot) -> Self {
        Self {
            cache: ArcSwap::from_pointee(EditionCache {
                newest: Arc::new(newest),
                older: Vec::new(),
            }),
            clock: AtomicU64::new(1),
        }
    }

    /// Returns the newest edition, or the one with this number; `None` if it is not cached.
    #[must_use]
    pub fn get(&self, number: Option<u32>) -> Option<Arc<Snapshot>> {
        let cache = self.cache.load();
        let number = match number {
            None => return Some(Arc::clone(&cache.newest)),
            Some(number) if number == cache.newest.edition.number => return Some(Arc::clone(&cache.newest)),
            Some(number) => number,
        };
        let cached = cache.older.iter().find(|k| k.snapshot.edition.number == number)?;
        cached.last_used.store(self.tick(), Ordering::Relaxed);
        Some(Arc::clone(&cached.snapshot))
    }

    /// Returns the number of the newest edition.
    #[must_use]
    pub fn newest(&self) -> u32 {
        self.cache.load().newest.edition.number
    }

    /// Publishes the next edition; readers see it from their next request on.
    ///
    /// # Errors
    /// [`ShelfError::OutOfOrder`] if its number does not follow the newest; the cache is then unchanged.
    pub fn publish(&self, next: Snapshot) -> Result<(), ShelfError> {
        let found = next.edition.number;
        match self.set_newest(next, |found, newest| found == newest + 1) {
            Ok(()) => Ok(()),
            Err(newest) => Err(ShelfError::OutOfOrder { found, newest }),
        }
    }

    /// Makes this the newest edition if its number is higher, and returns whether it did.
    /// A process that follows another may be several editions behind, so gaps are allowed.
    pub fn replace_newest(&self, snapshot: Snapshot) -> bool {
        self.set_newest(snapshot, |found, newest| found > newest).is_ok()
    }

    /// Adds an older edition to the cache, which may evict the least recently used one.
    /// Does nothing if it is already cached or is not older than the newest.
    pub fn insert_older(&self, snapshot: Snapshot) -> Arc<Snapshot> {
        let snapshot = Arc::new(snapshot);
        let number = snapshot.edition.number;
        let cached = self.cached(&snapshot);
        self.cache.rcu(|cache| {
            let mut cache = cache.as_ref().clone();
            let present = cache.older.iter().any(|k| k.snapshot.edition.number == number);
            if !present && number < cache.newest.edition.number {
                cache.add_older(Arc::clone(&cached));
            }
            cache
        });
        snapshot
    }

    /// Replaces the newest edition if `allowed(found, newest)`.
    ///
    /// # Errors
    /// The number of the newest edition if it is not allowed.
    fn set_newest(&self, snapshot: Snapshot, allowed: impl Fn(u32, u32) -> bool) -> Result<(), u32> {
        let snapshot = Arc::new(snapshot);
        let mut outcome = Ok(());
        self.cache.rcu(|cache| {
            let newest = cache.newest.edition.number;
            let mut cache = cache.as_ref().clone();
            outcome = if allowed(snapshot.edition.number, newest) {
                // Readers may still be on a page of the edition that was newest until now.
                let previous = std::mem::replace(&mut cache.newest, Arc::clone(&snapshot));
                cache.add_older(self.cached(&previous));
                Ok(())
            } else {
                Err(newest)
            };
            cache
        });
        outcome
    }

    fn cached(&self, snapshot: &Arc<Snapshot>) -> Arc<CachedEdition> {
        Arc::new(CachedEdition {
            snapshot: Arc::clone(snapshot),
            last_used: AtomicU64::new(self.tick()),
        })
    }

    fn tick(&self) -> u64 {
        self.clock.fetch_add(1, Ordering::Relaxed)
    }
}

impl EditionCache {
    fn add_older(&mut self, cached: Arc<CachedEdition>) {
        self.older.push(cached);
        if self.older.len() > MAX_OLDER {
            let last_used = |k: &Arc<CachedEdition>| k.last_used.load(Ordering::Relaxed);
            if let Some(oldest) = (0..self.older.len()).min_by_key(|&i| last_used(&self.older[i])) {
                self.older.remove(oldest);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Date, Edition, Text};

    fn edition(number: u32) -> Snapshot {
        let edition = Edition {
            number,
            published: Date::new(2026, 11, 21).unwrap(),
            note: Text::default(),
            rows: 0,
        };
        Snapshot::new(edition, Arc::default(), Vec::new())
    }

    fn number(editions: &Editions, n: Option<u32>) -> Option<u32> {
        editions.get(n).map(|s| s.edition.number)
    }

    #[test]
    fn old_editions_stay_available_and_numbers_have_no_gaps() {
        let editions = Editions::new(edition(1));
        assert_eq!(
            editions.publish(edition(3)),
            Err(ShelfError::OutOfOrder { found: 3, newest: 1 })
        );
        editions.publish(edition(2)).unwrap();
        let number = |n| number(&editions, n);
        assert_eq!(
            (number(None), number(Some(1)), number(Some(3))),
            (Some(2), Some(1), None)
        );
    }

    #[test]
    fn a_follower_moves_only_forward() {
        let editions = Editions::new(edition(2));
        assert!(editions.replace_newest(edition(7)));
        assert!(!editions.replace_newest(edition(7)));
        assert!(!editions.replace_newest(edition(5)));
        assert_eq!(editions.newest(), 7);
        assert_eq!(number(&editions, Some(2)), Some(2));
        assert_eq!(number(&editions, Some(5)), None);
    }

    #[test]
    fn older_editions_are_limited_and_recently_used_ones_stay() {
        let editions = Editions::new(edition(100));
        for n in 1..=MAX_OLDER as u32 {
            editions.insert_older(edition(n));
        }
        assert_eq!(number(&editions, Some(1)), Some(1));
        editions.insert_older(edition(50));
        assert_eq!(number(&editions, Some(1)), Some(1), "it was used recently");
        assert_eq!(number(&editions, Some(2)), None, "it was not used");
        assert_eq!(number(&editions, None), Some(100));
        editions.insert_older(edition(101));
        assert_eq!(number(&editions, Some(101)), None, "not older than the newest");
        assert_eq!(editions.cache.load().older.len(), MAX_OLDER);
    }
}
