//! The heat map of provinces and indicators.

pub(crate) mod chart;
pub(crate) mod content;
pub(crate) mod model;
pub(crate) mod params;
