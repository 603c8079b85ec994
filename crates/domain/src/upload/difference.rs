//! What would change, or did change, between two states of the figures.

use crate::{Claim, Decision, Figure, FigureKey, ProvinceId, TableKey};

/// What happens to a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// It was not there.
    Added,
    /// It says something else.
    Changed,
    /// It is no longer there.
    Removed,
}

/// How many figures. Provinces, components and years together make a figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Not there before.
    pub added: usize,
    /// Saying something else.
    pub changed: usize,
    /// No longer there.
    pub removed: usize,
    /// The same before and after.
    pub unchanged: usize,
    /// In the file with another value, but left as they are (mode "add").
    pub kept: usize,
}

/// What is said of a figure, on one side of the comparison.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Side {
    /// What the sources say; empty if there is no figure.
    pub claims: Vec<Claim>,
    /// Which of them an editor chose.
    pub decision: Option<Decision>,
}

impl Side {
    /// The figure of this side.
    #[must_use]
    pub fn figure(&self, key: FigureKey) -> Figure {
        Figure::decided(key, self.claims.clone(), self.decision.clone())
    }
}

impl std::ops::Deref for Side {
    type Target = [Claim];

    fn deref(&self) -> &[Claim] {
        &self.claims
    }
}

impl FromIterator<Claim> for Side {
    fn from_iter<I: IntoIterator<Item = Claim>>(claims: I) -> Self {
        Self {
            claims: claims.into_iter().collect(),
            decision: None,
        }
    }
}

impl From<&Figure> for Side {
    fn from(figure: &Figure) -> Self {
        Self {
            claims: figure.claims.clone(),
            decision: figure.decision.clone(),
        }
    }
}

/// One figure that changes.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureChange {
    /// Which figure.
    pub key: FigureKey,
    /// What happens to it.
    pub kind: Kind,
    /// What was said before; empty when added.
    pub before: Side,
    /// What is said after; empty when removed.
    pub after: Side,
}

/// A value that changes much.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moved {
    /// Position in [`Difference::changes`].
    pub change: usize,
    /// After less before, in the unit of the component.
    pub by: f64,
}

/// A province whose rank in a table is another one afterwards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RankMove {
    /// The table.
    pub table: TableKey,
    /// The province.
    pub province: ProvinceId,
    /// Rank before; nothing when it had none.
    pub before: Option<u16>,
    /// Rank after; nothing when it has none.
    pub after: Option<u16>,
    /// Band or tier before and after, when that changes too.
    pub bands: Option<(Option<String>, Option<String>)>,
}

/// Everything that differs between two states.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Difference {
    /// How many of each kind.
    pub counts: Counts,
    /// Every figure that changes: by indicator, year, component, then province.
    pub changes: Vec<FigureChange>,
    /// Values that change most, the largest first; at most twenty.
    pub movers: Vec<Moved>,
    /// Ranks and bands that change in tables of headline figures.
    pub ranks: Vec<RankMove>,
    /// Catalogue files that differ.
    pub files: Vec<String>,
}
