//! What a leader asks of a figure: why it moved, what would move it further, how firm its place is,
//! and what would follow if components were different.
//!
//! Everything here is worked out from the tables of a [`Snapshot`](crate::Snapshot). Where the figures
//! do not carry an answer there is none, with the reason as a type.

mod decomposition;
mod field;
mod fragility;
mod passing;
mod reach;
mod sum_rule;
#[cfg(test)]
mod tests;
mod what_if;

pub use decomposition::{Account, Decomposition, NotDecomposed, Part, decomposition};
pub use fragility::{Fragility, Nudge, Overlap, fragility};
pub use passing::{Passer, Passing, passing};
pub use reach::{Aim, Goal, Reach, reach};
pub use sum_rule::{SumKind, SumRule};
pub use what_if::{NotSupposed, SupposedPart, SupposedPlace, Supposition, what_if};
