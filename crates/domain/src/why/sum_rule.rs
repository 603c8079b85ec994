//! How the headline figure follows from its components, by years.

use crate::{ComponentId, Indicator, Span, Text};

/// How the headline figure of certain years follows from the indicator's domains.
#[derive(Clone, Debug, PartialEq)]
pub struct SumRule {
    /// Years of this rule.
    pub span: Span,
    /// What kind of sum it is.
    pub kind: SumKind,
    /// What each domain counts for, in points of the total for a point of the domain; 1 in a plain
    /// sum. Empty where no sum gives the published total.
    pub weights: Vec<(ComponentId, f64)>,
    /// Over all provinces of these years the sum is at most so far from the published total, in points.
    pub within: f64,
    /// True where it is the publisher's own rule: a total that no source gives is computed by it, and a
    /// domain as the sum of its parts.
    pub computes: bool,
    /// How this is known.
    pub note: Text,
}

/// What kind of sum the headline figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SumKind {
    /// The sum of the domains.
    Plain,
    /// A weighted sum of the domains.
    Weighted,
    /// The published domains do not give the published total by any rule that is known here.
    NotReproduced,
}

impl SumRule {
    /// The weight of a domain; nothing where the total is not its sum.
    #[must_use]
    pub fn weight(&self, component: ComponentId) -> Option<f64> {
        self.weights.iter().find(|(id, _)| *id == component).map(|(_, w)| *w)
    }
}

impl Indicator {
    /// How the headline figure of a year follows from its domains, where the catalogue says so.
    #[must_use]
    pub fn sum_rule(&self, year: i32) -> Option<&SumRule> {
        self.sums.iter().find(|rule| rule.span.holds(year))
    }
}
