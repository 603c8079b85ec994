//! Differences between two versions of the figures.

use crate::{Claim, Decision, Figure, FigureKey, ProvinceId, TableKey};

/// What happens to a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// It is new.
    Added,
    /// Its claims or the choice between them differ.
    Changed,
    /// It is removed.
    Removed,
}

/// Numbers of figures, each identified by province, component and year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// New figures.
    pub added: usize,
    /// Changed figures.
    pub changed: usize,
    /// Removed figures.
    pub removed: usize,
    /// Unchanged figures.
    pub unchanged: usize,
    /// Figures with a different value in the file that are left unchanged (mode "add").
    pub kept: usize,
}

/// One side of the comparison of a figure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Side {
    /// The claims of the sources; empty if there is no figure.
    pub claims: Vec<Claim>,
    /// An editor's choice between them.
    pub decision: Option<Decision>,
}

impl Side {
    /// Returns the figure of this side.
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
    /// The key of the figure.
    pub key: FigureKey,
    /// What happens to it.
    pub kind: Kind,
    /// The state before; empty if added.
    pub before: Side,
    /// The state after; empty if removed.
    pub after: Side,
}

/// A value with a large change.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moved {
    /// Position in [`Difference::changes`].
    pub change: usize,
    /// Value after minus value before, in the unit of the component.
    pub by: f64,
}

/// A province whose rank in a table changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RankMove {
    /// The table.
    pub table: TableKey,
    /// The province.
    pub province: ProvinceId,
    /// Rank before; `None` if it had none.
    pub before: Option<u16>,
    /// Rank after; `None` if it has none.
    pub after: Option<u16>,
    /// Band or tier before and after; `None` if it does not change.
    pub bands: Option<(Option<String>, Option<String>)>,
}

/// All differences between two versions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Difference {
    /// Number of figures of each kind.
    pub counts: Counts,
    /// All figures that change, ordered by indicator, year, component and province.
    pub changes: Vec<FigureChange>,
    /// Values with the largest changes, largest first; at most twenty.
    pub movers: Vec<Moved>,
    /// Ranks and bands that change in tables of headline figures.
    pub ranks: Vec<RankMove>,
    /// Catalogue files that differ.
    pub files: Vec<String>,
}
