//! Integration tests of opening uploaded files.

#![expect(clippy::unwrap_used, reason = "a failing helper fails its test")]

mod annotate;
mod attacks;
mod cases;
mod hostile;
mod kinds;
mod open;
mod pdf;
mod text;
mod workbooks;
