//! The map of one indicator in one year, in tiles of equal size.

pub(crate) mod chart;
pub(crate) mod content;
pub(crate) mod model;
pub(crate) mod page;
pub(crate) mod params;
pub(crate) mod readings;

#[cfg(test)]
pub(crate) mod tests;
