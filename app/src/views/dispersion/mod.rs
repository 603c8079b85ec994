//! How far apart the provinces are, year by year.

pub(crate) mod content;
pub(crate) mod model;
pub(crate) mod page;
#[cfg(test)]
mod tests;
