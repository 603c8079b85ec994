//! How provinces changed over several years.

pub(crate) mod content;
pub(crate) mod model;
pub(crate) mod page;
pub(crate) mod params;

#[cfg(test)]
pub(crate) mod tests;
