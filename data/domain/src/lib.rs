//! Types and rules of the field: provinces, indicators, figures, ranks and changes.
//!
//! Pure and synchronous: no input or output, no clock, no web, no database, and small
//! enough to be compiled to wasm.

pub mod chart;
mod lang;

pub use lang::{Lang, Text};
