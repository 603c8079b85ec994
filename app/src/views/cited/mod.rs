//! Whether figures that were cited are still right: a picture, slide, table or page of an earlier edition, compared with
//! the newest one.

pub(crate) mod address;
pub(crate) mod model;
pub(crate) mod page;
mod params;
#[cfg(test)]
mod tests;
