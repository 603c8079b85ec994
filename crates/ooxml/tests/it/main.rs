//! Tests of the crate through its public API.

#![expect(
    clippy::unwrap_used,
    reason = "test helpers may panic like tests, but clippy.toml exempts only test functions"
)]

mod decks;
mod decks_more;
mod decks_standings;
mod documents;
mod expected;
mod more;
mod package;
mod parts;
mod refresh;
mod sheets;
mod shown;
mod slides;
mod standings;
mod truth;
mod written;
