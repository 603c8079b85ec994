//! Where a province is in all indicators, in one picture.

pub(crate) mod chart;
pub(crate) mod content;
pub(crate) mod model;

#[cfg(test)]
pub(crate) mod tests;
