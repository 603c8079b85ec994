//! Two to eight provinces side by side.

pub(crate) mod charts;
pub(crate) mod content;
pub(crate) mod facts;
pub(crate) mod heading;
pub(crate) mod model;
pub(crate) mod outside;
pub(crate) mod page;
pub(crate) mod params;
pub(crate) mod parts;
pub(crate) mod peers;
pub(crate) mod profile;
pub(crate) mod resolve;
pub(crate) mod rows;
pub(crate) mod suggest;
pub(crate) mod summary;

#[cfg(test)]
pub(crate) mod tests;
