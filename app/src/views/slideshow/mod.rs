//! The slideshow for a screen in a meeting room.

pub(crate) mod model;
pub(crate) mod page;

#[cfg(test)]
pub(crate) mod tests;
