//! Integration tests of files as they are sent.

mod annotate;
mod hostile;
mod open;
mod workbooks;
