//! An uploaded deck with the newest edition in it: what happened to each slide.

pub(crate) mod page;
