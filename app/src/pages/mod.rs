//! Pages: a model in, markup out.

pub(crate) mod deck;
pub(crate) mod decks;
pub(crate) mod embedding;
pub(crate) mod error;
pub(crate) mod indicator;
pub(crate) mod overview;
pub(crate) mod province;
pub(crate) mod provinces;
pub(crate) mod ranking;
pub(crate) mod ranking_table;
pub(crate) mod search;
pub(crate) mod share;
pub(crate) mod sources;

#[cfg(test)]
mod tests;
