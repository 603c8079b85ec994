//! Assigns a role to each column of a table.

mod content;
mod finish;
mod fit;
mod guesses;
mod heading;
mod known;
mod neighbours;
mod roles;

use domain::{
    ComponentId, Indicator, IndicatorId, Unit,
    upload::{Confidence, Field, Issue, Role},
};

pub(crate) use content::{Content, contents};
pub(crate) use heading::{Heading, Kind, headings, is_preliminary};
pub(crate) use known::PublishedValues;
pub(crate) use roles::{Context, assign};

use crate::names::Target;

/// A column with its role.
#[derive(Clone, Debug)]
pub(crate) struct Assigned {
    /// Index of the column in the view.
    pub(crate) column: usize,
    pub(crate) role: Role,
    pub(crate) confidence: Confidence,
}

/// All columns with their roles, and the issues found.
#[derive(Debug, Default)]
pub(crate) struct Columns {
    pub(crate) list: Vec<Assigned>,
    pub(crate) issues: Vec<Issue>,
}

impl Columns {
    /// Returns the first column with a role.
    pub(crate) fn find(&self, role: &Role) -> Option<usize> {
        self.list.iter().find(|a| a.role == *role).map(|a| a.column)
    }

    /// Returns true if any column holds values, ranks or tiers.
    pub(crate) fn has_figures(&self) -> bool {
        self.list.iter().any(|a| {
            matches!(
                a.role,
                Role::Figure {
                    field: Field::Value | Field::Rank | Field::Tier | Field::Missing,
                    ..
                }
            )
        })
    }
}

/// The component that a header refers to in a year.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Choice {
    pub(crate) component: ComponentId,
    pub(crate) confidence: Confidence,
    /// Whether the component exists in that year.
    pub(crate) exists: bool,
}

/// Returns the component of an indicator that the targets refer to: preferably one of the year, then by the
/// faithfulness of the name.
pub(crate) fn choose(
    targets: &[Target],
    id: IndicatorId,
    indicator: &Indicator,
    year: Option<i32>,
    percent: bool,
) -> Option<Choice> {
    let holds = |t: &Target| year.is_none_or(|year| t.span.holds(year));
    let other_unit =
        |t: &Target| percent != (indicator.unit(t.component) == Unit::Percent) && indicator.unit != Unit::Percent;
    let best = targets
        .iter()
        // A heading of certain years has no meaning in others.
        .filter(|t| t.indicator == id && (t.rank > 0 || holds(t)))
        .min_by_key(|t| {
            (
                !holds(t),
                t.rank == 0 && year.is_none(),
                t.rank > 0,
                other_unit(t),
                t.rank,
            )
        })?;
    Some(Choice {
        component: best.component,
        confidence: best.confidence,
        exists: year.is_none_or(|year| indicator.component(best.component).exists_in(year)),
    })
}
