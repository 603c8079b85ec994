//! Tests of the crate through its public functions.

mod decks;
mod written;
