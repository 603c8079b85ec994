//! What changed between editions, as a page and as feeds.

pub(crate) mod atom;
pub(crate) mod lines;
pub(crate) mod model;
pub(crate) mod page;

#[cfg(test)]
pub(crate) mod tests;
