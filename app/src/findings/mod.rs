//! What several views say of figures: headlines, trends, verdicts, similar provinces.

pub(crate) mod alike;
pub(crate) mod headline;
pub(crate) mod trends;
pub(crate) mod verdicts;

pub(crate) use messages::findings as words;

pub(crate) use messages::mergers as merger_words;
