//! Differences between editions that were asked for lately.

use domain::upload::Difference;
use std::sync::{Arc, Mutex, PoisonError};

/// Comparisons that are kept.
const MOST: usize = 8;

/// Comparisons that were asked for lately. Editions never change, so they stay right.
#[derive(Debug, Default)]
pub(crate) struct Compared(Mutex<Vec<Kept>>);

/// The earlier and the later edition, and what differs.
type Kept = ((u32, u32), Arc<Difference>);

impl Compared {
    pub(super) fn get(&self, pair: (u32, u32)) -> Option<Arc<Difference>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter().find(|(p, _)| *p == pair).map(|(_, d)| Arc::clone(d))
    }

    pub(super) fn put(&self, pair: (u32, u32), difference: &Arc<Difference>) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|(p, _)| *p != pair);
        kept.insert(0, (pair, Arc::clone(difference)));
        kept.truncate(MOST);
    }
}
