//! The deck that a reader puts together.

pub(crate) mod added;
pub(crate) mod page;
