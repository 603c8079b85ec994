//! Limits of what leaves the pages.

/// Most charts in a deck.
pub const MOST_CHARTS: usize = 40;

/// Largest deck that is refreshed, in megabytes.
pub const LARGEST_DECK: u64 = 20;

/// Minutes for which a refreshed deck is kept.
pub const DECK_KEPT_FOR: u64 = 15;
