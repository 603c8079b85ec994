//! What a change of a total and of a rank is made of.

pub(crate) mod chart;
pub(crate) mod content;
pub(crate) mod model;
pub(crate) mod outlook;
pub(crate) mod page;
pub(crate) mod texts;

#[cfg(test)]
pub(crate) mod tests;
