//! Roles of columns whose headings do not say them: by words that are close, by their values, by being the only one.

use std::collections::HashSet;

use domain::{
    ComponentId,
    upload::{Confidence, Field, Role},
};

use super::{
    known,
    roles::{Assignment, role},
};
use crate::names::Target;

/// Minimum share of common words for which a name is accepted without confirmation.
const MIN_CONFIDENT_SHARE: f64 = 0.85;
/// Maximum number of columns whose values are compared with published ones.
const MAX_BY_VALUES: usize = 1_000;

impl Assignment<'_, '_> {
    /// Assigns columns of numbers whose headers resemble the names of components that have no column yet.
    pub(super) fn suggestions(&mut self) {
        let Some((id, indicator)) = self.context.indicator else {
            return;
        };
        let mut taken: HashSet<Role> = self.drafts.iter().filter_map(|draft| draft.role.clone()).collect();
        for column in 0..self.drafts.len() {
            let (heading, content) = (&self.context.headings[column], &self.context.contents[column]);
            let draft = &self.drafts[column];
            if draft.role.is_some() || draft.open.is_some() || heading.name.is_empty() || !content.numeric() {
                continue;
            }
            let year = self.year_of(heading);
            let target_year = year.or(self.context.year);
            // Below a dimension the lowest part is the name; all parts share the words of the dimension.
            let below = heading.above.iter().any(|target| target.indicator == id);
            let name = if below { &heading.last } else { &heading.name };
            let near = self.context.names.similar(name, id, if below { 0.4 } else { 0.6 });
            let part_of = |target: &&Target| {
                let parent = indicator.component(target.component).parent;
                !below || heading.above.iter().any(|above| Some(above.component) == parent)
            };
            let holds = |target: &Target| target_year.is_none_or(|year| target.span.holds(year));
            let ended = near.iter().find(|(_, t)| !holds(t) && part_of(&t)).copied();
            let mut near = near.iter().filter(|(_, t)| holds(t) && part_of(&t));
            let best = near.next();
            // A component that the catalogue ended is reported as ended, not as unknown.
            if let Some((share, target)) = ended.filter(|(share, _)| *share >= MIN_CONFIDENT_SHARE)
                && best.is_none_or(|(best_share, _)| *best_share < share)
            {
                let draft = &mut self.drafts[column];
                draft.not_in_year = Some(target.component);
                draft.role = Some(Role::Ignore);
                continue;
            }
            let Some((share, target)) = best else { continue };
            // Among the few parts of a dimension, the only one that shares words is accepted.
            let rival = near
                .find(|(_, other)| other.component != target.component)
                .map_or(0.0, |(share, _)| *share);
            let alone = below && *share - rival >= 0.25;
            let role = role(indicator, Field::Value, target.component, year);
            if !taken.insert(role.clone()) {
                continue;
            }
            let draft = &mut self.drafts[column];
            draft.role = Some(role);
            draft.confidence = if *share >= MIN_CONFIDENT_SHARE || alone {
                Confidence::High
            } else {
                Confidence::Low
            };
        }
    }

    /// Assigns columns by their values: the edition may have the same values for this year, which is stronger evidence
    /// than a merely similar heading. A suggestion that they contradict is dropped.
    pub(super) fn by_values(&mut self) {
        let Some((id, indicator)) = self.context.indicator else {
            return;
        };
        let published = self.context.known;
        for column in 0..self.drafts.len().min(MAX_BY_VALUES) {
            let (heading, draft) = (&self.context.headings[column], &self.drafts[column]);
            let Some(year) = self.year_of(heading).or(self.context.year) else {
                continue;
            };
            let suggested = match &draft.role {
                None if draft.open.is_none() && draft.listed => None,
                // The heading belongs to a component of other years.
                Some(Role::Ignore) if draft.not_in_year.is_some() && draft.confidence != Confidence::Chosen => None,
                Some(Role::Figure {
                    field: Field::Value,
                    component,
                    ..
                }) if draft.confidence < Confidence::Certain => {
                    Some(indicator.component_by_slug(component).unwrap_or(ComponentId::TOTAL))
                }
                _ => continue,
            };
            if !self.context.contents[column].fractional() {
                continue;
            }
            let share = |component| published.share(self.context.table, column, (id, component), year);
            let suggested_share = suggested.and_then(share);
            if let Some(suggested_share) =
                suggested_share.filter(|suggested_share| *suggested_share >= known::MIN_COMPATIBLE)
            {
                // Nothing needs confirmation if the values are the published ones.
                if suggested_share >= known::MIN_MATCH {
                    self.drafts[column].confidence = Confidence::High;
                }
                continue;
            }
            let components = indicator.components().map(|(component, _)| component);
            let found = components
                .filter(|component| Some(*component) != suggested)
                .find(|component| share(*component).is_some_and(|share| share >= known::MIN_MATCH));
            let of_column = self.year_of(heading);
            let draft = &mut self.drafts[column];
            if let Some(component) = found {
                draft.role = Some(role(indicator, Field::Value, component, of_column));
                draft.confidence = Confidence::High;
                draft.not_in_year = None;
            } else if suggested_share.is_some() {
                draft.role = None;
            }
        }
    }

    /// Assigns the only column of numbers in a table without a heading for it.
    pub(super) fn only_number(&mut self) {
        let has_figures = self.drafts.iter().any(|d| matches!(d.role, Some(Role::Figure { .. })));
        let numbers: Vec<usize> = (0..self.drafts.len())
            .filter(|c| self.drafts[*c].role.is_none() && self.context.contents[*c].numeric())
            .collect();
        if let ([column], false) = (&numbers[..], has_figures) {
            let (component, _) = self.plain();
            let draft = &mut self.drafts[*column];
            draft.role = Some(Role::Figure {
                field: Field::Value,
                component,
                year: None,
            });
            draft.confidence = Confidence::Low;
        }
    }
}
