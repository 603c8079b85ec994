//! Analyses of a figure: why it changed, which score reaches a better place, how stable its rank is, and what
//! would follow if components were different.
//!
//! Everything is computed from the tables of a [`Snapshot`](crate::Snapshot). If the figures do not support an
//! answer, there is none, and the reason is given as a type.

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
