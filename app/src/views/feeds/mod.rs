//! What changed between editions, as a page and as feeds.

pub(crate) mod lines;
pub(crate) mod model;
pub(crate) mod page;
pub(crate) mod words;

#[cfg(test)]
pub(crate) mod tests;
