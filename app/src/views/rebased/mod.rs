//! Figures of former units on the provinces of today.

pub(crate) mod chart;
pub(crate) mod content;
pub(crate) mod labels;
pub(crate) mod lines;
pub(crate) mod model;
pub(crate) mod page;
pub(crate) mod params;

#[cfg(test)]
pub(crate) mod tests;
