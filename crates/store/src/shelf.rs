//! The editions that are in memory, ready for readers.
//!
//! A reader never waits: the shelf is swapped as a whole when an edition is published.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use arc_swap::ArcSwap;
use domain::Snapshot;

/// How many editions besides the newest stay in memory.
const KEPT: usize = 8;

/// Why an edition cannot be put on the shelf.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ShelfError {
    /// Editions are numbered without gaps; this one is not the next.
    #[error("edition {found} cannot follow edition {newest}")]
    OutOfOrder {
        /// The number that was given.
        found: u32,
        /// The newest edition.
        newest: u32,
    },
}

/// The newest edition and some older ones. The newest is always there; of the others,
/// those that were asked for most recently.
#[derive(Debug)]
pub struct Editions {
    shelf: ArcSwap<EditionCache>,
    clock: AtomicU64,
}

#[derive(Clone, Debug)]
struct EditionCache {
    newest: Arc<Snapshot>,
    older: Vec<Arc<Kept>>,
}

#[derive(Debug)]
struct Kept {
    snapshot: Arc<Snapshot>,
    /// Higher is later; by [`Editions::clock`].
    asked: AtomicU64,
}

impl Editions {
    /// Begins with one edition, which need not be the first.
    #[must_use]
    pub fn new(newest: Snapshot) -> Self {
        Self {
            shelf: ArcSwap::from_pointee(EditionCache {
                newest: Arc::new(newest),
                older: Vec::new(),
            }),
            clock: AtomicU64::new(1),
        }
    }

    /// The newest edition, or the one with this number; nothing when it is not on the shelf.
    #[must_use]
    pub fn get(&self, number: Option<u32>) -> Option<Arc<Snapshot>> {
        let shelf = self.shelf.load();
        let number = match number {
            None => return Some(Arc::clone(&shelf.newest)),
            Some(number) if number == shelf.newest.edition.number => return Some(Arc::clone(&shelf.newest)),
            Some(number) => number,
        };
        let kept = shelf.older.iter().find(|k| k.snapshot.edition.number == number)?;
        kept.asked.store(self.tick(), Ordering::Relaxed);
        Some(Arc::clone(&kept.snapshot))
    }

    /// The number of the newest edition.
    #[must_use]
    pub fn newest(&self) -> u32 {
        self.shelf.load().newest.edition.number
    }

    /// Publishes the next edition; readers see it from their next request on.
    ///
    /// # Errors
    /// When its number does not follow the newest; nothing is changed then.
    pub fn publish(&self, next: Snapshot) -> Result<(), ShelfError> {
        let found = next.edition.number;
        match self.place(next, |found, newest| found == newest + 1) {
            Ok(()) => Ok(()),
            Err(newest) => Err(ShelfError::OutOfOrder { found, newest }),
        }
    }

    /// Makes this the newest edition when it is newer than what is there, and says whether it did.
    /// A process that follows another may be several editions behind, so gaps are allowed.
    pub fn replace_newest(&self, snapshot: Snapshot) -> bool {
        self.place(snapshot, |found, newest| found > newest).is_ok()
    }

    /// Puts an older edition on the shelf, which may send away the one that nobody asked for longest.
    /// Does nothing when it is there, or is not older than the newest.
    pub fn insert_older(&self, snapshot: Snapshot) -> Arc<Snapshot> {
        let snapshot = Arc::new(snapshot);
        let number = snapshot.edition.number;
        let kept = self.kept(&snapshot);
        self.shelf.rcu(|shelf| {
            let mut shelf = shelf.as_ref().clone();
            let there = shelf.older.iter().any(|k| k.snapshot.edition.number == number);
            if !there && number < shelf.newest.edition.number {
                shelf.keep(Arc::clone(&kept));
            }
            shelf
        });
        snapshot
    }

    /// Swaps the newest if `allowed(found, newest)`; otherwise gives the number of the newest.
    fn place(&self, snapshot: Snapshot, allowed: impl Fn(u32, u32) -> bool) -> Result<(), u32> {
        let snapshot = Arc::new(snapshot);
        let mut outcome = Ok(());
        self.shelf.rcu(|shelf| {
            let newest = shelf.newest.edition.number;
            let mut shelf = shelf.as_ref().clone();
            outcome = if allowed(snapshot.edition.number, newest) {
                // Readers may well be on a page of the edition that was newest until now.
                let before = std::mem::replace(&mut shelf.newest, Arc::clone(&snapshot));
                shelf.keep(self.kept(&before));
                Ok(())
            } else {
                Err(newest)
            };
            shelf
        });
        outcome
    }

    fn kept(&self, snapshot: &Arc<Snapshot>) -> Arc<Kept> {
        Arc::new(Kept {
            snapshot: Arc::clone(snapshot),
            asked: AtomicU64::new(self.tick()),
        })
    }

    fn tick(&self) -> u64 {
        self.clock.fetch_add(1, Ordering::Relaxed)
    }
}

impl EditionCache {
    fn keep(&mut self, kept: Arc<Kept>) {
        self.older.push(kept);
        if self.older.len() > KEPT {
            let asked = |k: &Arc<Kept>| k.asked.load(Ordering::Relaxed);
            if let Some(place) = (0..self.older.len()).min_by_key(|&i| asked(&self.older[i])) {
                self.older.remove(place);
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
    fn old_editions_stay_and_numbers_have_no_gaps() {
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
    fn older_editions_are_bounded_and_the_ones_asked_for_stay() {
        let editions = Editions::new(edition(100));
        for n in 1..=KEPT as u32 {
            editions.insert_older(edition(n));
        }
        assert_eq!(number(&editions, Some(1)), Some(1));
        editions.insert_older(edition(50));
        assert_eq!(number(&editions, Some(1)), Some(1), "it was asked for");
        assert_eq!(number(&editions, Some(2)), None, "nobody asked for it");
        assert_eq!(number(&editions, None), Some(100));
        editions.insert_older(edition(101));
        assert_eq!(number(&editions, Some(101)), None, "not older than the newest");
        assert_eq!(editions.shelf.load().older.len(), KEPT);
    }
}
