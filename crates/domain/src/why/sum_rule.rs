//! Rules for computing the headline figure from its components, by span of years.

use crate::{ComponentId, Indicator, Span, Text};

/// How the headline figure of certain years is computed from the indicator's domains.
#[derive(Clone, Debug, PartialEq)]
pub struct SumRule {
    /// Years in which the rule applies.
    pub span: Span,
    /// The kind of sum.
    pub kind: SumKind,
    /// The weight of each domain, in points of the total per point of the domain; 1 in a plain sum. Empty if no sum
    /// gives the published total.
    pub weights: Vec<(ComponentId, f64)>,
    /// The maximum difference between the sum and the published total over all provinces and years, in points.
    pub within: f64,
    /// True if it is the publisher's own rule: totals that no source gives are computed by it, and domains as the sum
    /// of their parts.
    pub computes: bool,
    /// Where the rule comes from.
    pub note: Text,
}

/// The kind of sum that the headline figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SumKind {
    /// The sum of the domains.
    Plain,
    /// A weighted sum of the domains.
    Weighted,
    /// The published domains do not give the published total by any known rule.
    NotReproduced,
}

impl SumRule {
    /// Returns the weight of a domain. `None` if it is not part of the sum.
    #[must_use]
    pub fn weight(&self, component: ComponentId) -> Option<f64> {
        self.weights.iter().find(|(id, _)| *id == component).map(|(_, w)| *w)
    }
}

impl Indicator {
    /// Returns the rule for the headline figure of a year. `None` if the catalogue has none.
    #[must_use]
    pub fn sum_rule(&self, year: i32) -> Option<&SumRule> {
        self.sums.iter().find(|rule| rule.span.holds(year))
    }
}
