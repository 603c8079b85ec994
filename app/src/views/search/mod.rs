//! Answers to what a reader types, with the figure where it is known.

pub(crate) mod address;
pub(crate) mod model;
pub(crate) mod named;
pub(crate) mod page;

#[cfg(test)]
pub(crate) mod tests;
