//! The former units of a province that the merger formed.

pub(crate) mod model;
pub(crate) mod page;
