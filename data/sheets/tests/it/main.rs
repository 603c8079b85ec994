//! Integration tests of files as they are sent.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod annotate;
mod attacks;
mod hostile;
mod open;
mod text;
mod workbooks;
