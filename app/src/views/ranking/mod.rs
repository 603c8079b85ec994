//! One indicator in one year: table, bars, groups, distribution.

pub(crate) mod choice;
pub(crate) mod conflicts;
pub(crate) mod model;
pub(crate) mod page;
pub(crate) mod params;
pub(crate) mod rows;
pub(crate) mod strip;
#[cfg(test)]
mod tests;
