//! Where the figures were published.

pub(crate) mod model;
pub(crate) mod page;

#[cfg(test)]
pub(crate) mod tests;
