//! Tests of the crate through its public functions.

#![expect(
    clippy::unwrap_used,
    reason = "helpers of tests may panic like tests; clippy.toml only frees test functions"
)]

mod decks;
mod decks_more;
mod decks_standings;
mod expected;
mod more;
mod package;
mod parts;
mod sheets;
mod slides;
mod standings;
mod written;
