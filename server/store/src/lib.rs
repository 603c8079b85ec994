//! Editions: the published states of the figures. Each stays readable under its number;
//! the newest is what readers see.
//!
//! A reader never waits: the shelf is swapped as a whole when an edition is published.

use std::sync::Arc;

use arc_swap::ArcSwap;
use domain::Snapshot;

/// Why an edition cannot be published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// Editions are numbered without gaps; this one is not the next.
    #[error("edition {found} cannot follow edition {newest}")]
    OutOfOrder {
        /// The number that was given.
        found: u32,
        /// The newest edition.
        newest: u32,
    },
}

/// All editions, the oldest first; there is always at least one.
#[derive(Debug)]
pub struct Editions(ArcSwap<Vec<Arc<Snapshot>>>);

impl Editions {
    /// Begins with a first edition.
    #[must_use]
    pub fn new(first: Snapshot) -> Self {
        Self(ArcSwap::from_pointee(vec![Arc::new(first)]))
    }

    /// The newest edition, or the one with this number; nothing when there is none.
    #[must_use]
    pub fn get(&self, number: Option<u32>) -> Option<Arc<Snapshot>> {
        let shelf = self.0.load();
        match number {
            None => shelf.last().cloned(),
            Some(number) => shelf.iter().find(|s| s.edition.number == number).cloned(),
        }
    }

    /// Publishes the next edition; readers see it from their next request on.
    ///
    /// # Errors
    /// When its number does not follow the newest; nothing is changed then.
    pub fn publish(&self, next: Snapshot) -> Result<(), StoreError> {
        let next = Arc::new(next);
        let mut refused = None;
        self.0.rcu(|shelf| {
            let newest = shelf.last().map_or(0, |s| s.edition.number);
            let mut shelf = shelf.as_ref().clone();
            refused = (next.edition.number != newest + 1).then_some(StoreError::OutOfOrder {
                found: next.edition.number,
                newest,
            });
            if refused.is_none() {
                shelf.push(Arc::clone(&next));
            }
            shelf
        });
        refused.map_or(Ok(()), Err)
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

    #[test]
    fn old_editions_stay_and_numbers_have_no_gaps() {
        let editions = Editions::new(edition(1));
        assert_eq!(
            editions.publish(edition(3)),
            Err(StoreError::OutOfOrder { found: 3, newest: 1 })
        );
        editions.publish(edition(2)).unwrap();
        let number = |n| editions.get(n).map(|s| s.edition.number);
        assert_eq!(
            (number(None), number(Some(1)), number(Some(3))),
            (Some(2), Some(1), None)
        );
    }
}
