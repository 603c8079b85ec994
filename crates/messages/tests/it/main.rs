//! The catalogue and its build.

#![expect(
    clippy::unwrap_used,
    reason = "clippy sees only the test functions as tests, not their shared helper functions"
)]

#[path = "../../build/check.rs"]
mod check;
#[path = "../../build/read.rs"]
mod read;

mod catalogue;
mod fluent;
