//! What several views say of figures: headlines, trends, verdicts, similar provinces.

pub(crate) mod alike;
pub(crate) mod comparison;
pub(crate) mod corrections;
pub(crate) mod headline;
pub(crate) mod trends;
pub(crate) mod verdicts;
