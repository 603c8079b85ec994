//! The place in a long list from which an answer goes on.

use super::{
    problem::BoxedProblem,
    query::{Expected, Query, number},
};

/// A place in the list of an edition's figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cursor {
    /// Number of the edition.
    pub(super) edition: u32,
    /// Position among its figures.
    pub(super) position: usize,
}

impl Cursor {
    fn read(text: &str) -> Option<Self> {
        let (edition, position) = text.split_once('-')?;
        let short = edition.len() <= 9 && position.len() <= 9;
        let edition = number(edition).filter(|edition| *edition > 0 && short)?;
        let position = usize::try_from(number(position)?).ok()?;
        Some(Self { edition, position })
    }
}

/// The cursor of a query.
pub(super) fn cursor(query: &Query) -> Result<Option<Cursor>, BoxedProblem> {
    let expected = || Expected::words("the cursor of an answer's `next`, such as 1-500");
    query.one("cursor", expected, Cursor::read)
}
