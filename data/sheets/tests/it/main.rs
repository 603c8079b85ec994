//! Integration tests of files as they are sent.

mod open;
