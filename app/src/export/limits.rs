//! Limits of what leaves the pages.

/// Most charts in a deck.
pub const MOST_CHARTS: usize = 40;
