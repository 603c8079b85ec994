//! Counts as parts of a whole.

pub(crate) mod content;
pub(crate) mod model;
