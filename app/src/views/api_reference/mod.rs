//! The reference of the public API.

pub(crate) mod model;
pub(crate) mod page;
