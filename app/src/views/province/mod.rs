//! All that is published of one province.

pub(crate) mod charts;
pub(crate) mod model;
pub(crate) mod page;
