//! The deck that a reader puts together.

pub(crate) mod page;
