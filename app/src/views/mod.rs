//! One folder per view: parameters, model, content, page and words of a page or chart with an address of its own.

pub(crate) mod api_reference;
pub(crate) mod briefing;
pub(crate) mod cited;
pub(crate) mod compare;
pub(crate) mod deck;
pub(crate) mod decks;
pub(crate) mod dispersion;
pub(crate) mod embedding;
pub(crate) mod error;
pub(crate) mod feeds;
pub(crate) mod heat;
pub(crate) mod indicator;
pub(crate) mod map;
pub(crate) mod overview;
pub(crate) mod parameters;
pub(crate) mod parts;
pub(crate) mod predecessors;
pub(crate) mod province;
pub(crate) mod provinces;
pub(crate) mod ranking;
pub(crate) mod rebased;
pub(crate) mod refreshed;
pub(crate) mod search;
pub(crate) mod share;
pub(crate) mod since;
pub(crate) mod slideshow;
pub(crate) mod sources;
pub(crate) mod standing;
pub(crate) mod what_if;
pub(crate) mod why;

#[cfg(test)]
mod tests;
