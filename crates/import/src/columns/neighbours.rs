//! Assigns ranks, tiers and intervals whose headers do not name their component.

use domain::upload::{Confidence, Field, Role};

use super::{fit::rank_fits, roles::Assignment};

/// Maximum number of value columns that a column of ranks is compared with.
const MAX_COMPARED: usize = 60;

/// A component's slug and the year of its column.
type Owner = (String, Option<i32>);

impl Assignment<'_, '_> {
    /// Assigns each open rank, tier or interval column to a value column next to it.
    pub(super) fn neighbours(&mut self) {
        let values: Vec<(usize, Owner)> = self
            .drafts
            .iter()
            .enumerate()
            .filter_map(|(at, draft)| match &draft.role {
                Some(Role::Figure {
                    field: Field::Value,
                    component,
                    year,
                }) => Some((at, (component.clone(), *year))),
                _ => None,
            })
            .collect();
        for column in 0..self.drafts.len() {
            let Some(field) = self.drafts[column].open else {
                continue;
            };
            let heading = &self.context.headings[column];
            let (target, confidence) = self.neighbour(column, field, self.year_of(heading), &values);
            let (component, year) = target.unwrap_or((String::new(), self.year_of(heading)));
            let draft = &mut self.drafts[column];
            draft.role = Some(Role::Figure { field, component, year });
            draft.confidence = confidence;
            draft.open = None;
        }
    }

    fn neighbour(
        &self,
        column: usize,
        field: Field,
        year: Option<i32>,
        values: &[(usize, Owner)],
    ) -> (Option<Owner>, Confidence) {
        let fits_year = |other: &Option<i32>| year.is_none() || other.is_none() || *other == year;
        let values: Vec<&(usize, Owner)> = values.iter().filter(|(_, (_, other))| fits_year(other)).collect();
        let left = values.iter().copied().rev().find(|(at, _)| *at < column);
        // A rank in front of all values belongs to the headline figure.
        let headline = || values.iter().copied().find(|(_, (component, _))| component.is_empty());
        let Some(nearest) = left.or_else(headline).or_else(|| values.first().copied()) else {
            return (None, Confidence::High);
        };
        let sure = Confidence::High;
        if field == Field::Tier {
            // A tier next to a rank belongs to the same figure.
            let rank = (0..column).rev().find_map(|at| match &self.drafts[at].role {
                Some(Role::Province) => None,
                Some(Role::Figure {
                    field: Field::Rank,
                    component,
                    year,
                }) => Some(Some((component.clone(), *year))),
                _ => Some(None),
            });
            return (rank.flatten().or(Some(nearest.1.clone())), sure);
        }
        if field != Field::Rank || values.len() == 1 || self.context.table.sorted {
            return (Some(nearest.1.clone()), sure);
        }
        self.best_fit(column, nearest, &values, sure)
    }

    /// Returns, among several value columns, the one whose order matches the ranks.
    fn best_fit(
        &self,
        column: usize,
        nearest: &(usize, Owner),
        values: &[&(usize, Owner)],
        sure: Confidence,
    ) -> (Option<Owner>, Confidence) {
        let table = self.context.table;
        if rank_fits(table, column, nearest.0) >= 0.8 {
            let unclear = !nearest.1.0.is_empty() && self.only_rank(column) && {
                let headline = values.iter().find(|(_, (component, _))| component.is_empty());
                headline.is_some_and(|(at, _)| rank_fits(table, column, *at) >= 0.8)
            };
            return (Some(nearest.1.clone()), if unclear { Confidence::Low } else { sure });
        }
        // The nearest columns come first: a rank is close to its value, and each comparison is expensive.
        let mut near: Vec<&&(usize, Owner)> = values.iter().collect();
        near.sort_by_key(|value| value.0.abs_diff(column));
        let best = near
            .into_iter()
            .take(MAX_COMPARED)
            .map(|value| (rank_fits(table, column, value.0), value))
            .rev()
            .max_by(|a, b| a.0.total_cmp(&b.0));
        match best {
            Some((share, value)) if share >= 0.9 => (Some(value.1.clone()), Confidence::High),
            Some((share, _)) if share > 0.0 => (Some(nearest.1.clone()), Confidence::Low),
            _ => (Some(nearest.1.clone()), sure),
        }
    }

    /// Returns true if this is the only column of ranks: it may be after the last part and belong to the whole.
    fn only_rank(&self, column: usize) -> bool {
        let ranks = |at: usize| self.context.headings[at].field == Some(Field::Rank);
        (0..self.drafts.len()).all(|at| at == column || !ranks(at))
    }
}
