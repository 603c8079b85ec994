//! How to put a chart or table into another page.

pub(crate) mod page;
