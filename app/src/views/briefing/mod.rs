//! The briefing of a province, a region or the country: one or two pages for a meeting, as page and paper.

mod charts;
pub(crate) mod content;
pub(crate) mod country;
pub(crate) mod gaps;
pub(crate) mod model;
pub(crate) mod needs;
pub(crate) mod page;
pub(crate) mod peers;
pub(crate) mod phrases;
pub(crate) mod province;
pub(crate) mod region;
pub(crate) mod standing;
pub(crate) mod verdicts;

#[cfg(test)]
pub(crate) mod tests;
