//! What would change with other scores; never mixed with published figures.

pub(crate) mod content;
pub(crate) mod model;
pub(crate) mod page;
pub(crate) mod params;
