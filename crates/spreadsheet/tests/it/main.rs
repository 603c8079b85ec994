//! Integration tests of files as they are sent.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod annotate;
mod attacks;
mod cases;
mod hostile;
mod kinds;
mod open;
mod pdf;
mod text;
mod workbooks;
