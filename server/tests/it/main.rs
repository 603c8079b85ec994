//! The program from outside: what it answers, and how it starts and ends.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "clippy sees only the test functions as tests, not the functions that they share"
)]

mod answers;
mod every_page;
mod fake;
mod process;
