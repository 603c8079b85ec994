//! The first page: all indicators at a glance.

pub(crate) mod cards;
pub(crate) mod counts;
pub(crate) mod model;
pub(crate) mod movers;
pub(crate) mod page;
pub(crate) mod params;
