//! A chart or a table with everything that takes it elsewhere.

pub(crate) mod page;
