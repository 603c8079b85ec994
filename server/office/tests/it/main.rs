//! Tests of the crate through its public functions.

mod decks;
mod expected;
mod package;
mod parts;
mod sheets;
mod slides;
mod written;
