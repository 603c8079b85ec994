//! Decks that are ready to be downloaded.

pub(crate) mod page;
