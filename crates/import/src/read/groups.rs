//! Groups the columns that together describe one figure of a row.

use domain::{
    ComponentId, Indicator,
    upload::{Field, Role},
};

use super::plan::Plan;

/// The columns of one component and year, with their column of provinces.
#[derive(Clone, Debug)]
pub(super) struct Group {
    /// The component; `None` for the headline figure, or the one that the row names.
    pub(super) component: Option<ComponentId>,
    pub(super) year: Option<i32>,
    /// Column of province names.
    pub(super) place: usize,
    columns: [Option<usize>; Field::ALL.len()],
}

impl Group {
    /// Returns the column of a field; `None` if the group has none.
    pub(super) fn column(&self, field: Field) -> Option<usize> {
        let at = Field::ALL.iter().position(|f| *f == field)?;
        self.columns[at]
    }

    /// Returns the column that represents the figure: that of its value, else the first other one.
    pub(super) fn main(&self) -> usize {
        [Field::Value, Field::Rank, Field::Tier, Field::Missing]
            .iter()
            .find_map(|field| self.column(*field))
            .or_else(|| self.columns.iter().flatten().next().copied())
            .unwrap_or(self.place)
    }
}

/// Returns all groups of a table, from the left.
pub(super) fn groups(plan: &Plan<'_>, indicator: Option<&Indicator>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let places: Vec<usize> = plan
        .columns
        .list
        .iter()
        .filter(|a| {
            matches!(a.role, Role::Province | Role::Code)
                && (a.role == Role::Province || plan.table.places.contains(&a.column))
        })
        .map(|a| a.column)
        .collect();
    let Some(first) = places.first().copied() else {
        return groups;
    };
    for assigned in &plan.columns.list {
        let Role::Figure { field, component, year } = &assigned.role else {
            continue;
        };
        let id = match (component.as_str(), indicator) {
            ("", _) | (_, None) => None,
            (slug, Some(indicator)) => match indicator.component_by_slug(slug) {
                Some(id) => Some(id),
                None => continue,
            },
        };
        let place = if plan.table.sorted {
            places
                .iter()
                .rev()
                .find(|p| **p < assigned.column)
                .copied()
                .unwrap_or(first)
        } else {
            plan.table
                .places
                .first()
                .copied()
                .filter(|p| places.contains(p))
                .unwrap_or(first)
        };
        let Some(at) = Field::ALL.iter().position(|f| f == field) else {
            continue;
        };
        let known = groups
            .iter()
            .position(|g| g.component == id && g.year == *year && g.place == place);
        let group = known.unwrap_or_else(|| {
            groups.push(Group {
                component: id,
                year: *year,
                place,
                columns: [None; Field::ALL.len()],
            });
            groups.len() - 1
        });
        groups[group].columns[at].get_or_insert(assigned.column);
    }
    groups
}
