//! The list of provinces.

pub(crate) mod page;
