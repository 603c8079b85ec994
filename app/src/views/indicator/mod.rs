//! What an indicator is, its methods and years.

pub(crate) mod model;
pub(crate) mod page;
