//! Integration tests with the bundled data files, and the problems reported for invalid ones.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "clippy recognises test functions, but not the helpers they share"
)]

mod accounts;
mod broken;
mod columns;
mod comparisons;
mod computed_by_rule;
mod data_table;
mod decisions;
mod export;
mod frames;
mod merger;
mod populations;
mod requirements;
mod rules;
mod search;
mod shared;
mod spot_checks;
mod tiles;
mod why;
