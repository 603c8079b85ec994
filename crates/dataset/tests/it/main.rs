//! The data files that ship with the product, and what broken ones are told.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "clippy sees only the test functions as tests, not the functions that they share"
)]

mod accounts;
mod asked;
mod broken;
mod by_rule;
mod comparisons;
mod data_table;
mod decisions;
mod export;
mod merger;
mod populations;
mod rules;
mod search;
mod shared;
mod spots;
mod tiles;
mod why;
