//! Pages that say what went wrong.

pub(crate) mod page;
