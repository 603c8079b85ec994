//! Computes the smallest score that reaches the next band, group or place, with the others unchanged.

use super::field::{Field, on_grid, to_grid};
use crate::{Direction, Kind, ProvinceId, Snapshot, TableKey};

/// The scores that a province would need, in the unit of the table's component.
#[derive(Clone, Debug, PartialEq)]
pub struct Reach {
    /// Decimals of the published values, and of the needed scores.
    pub digits: u8,
    /// The province's present value.
    pub value: f64,
    /// The label of the next band, by the cut-offs published for the year.
    pub band: Goal<String>,
    /// The next group (1 is the highest). The province's own score also affects the quartiles.
    pub group: Goal<u8>,
    /// The next better place: the resulting place.
    pub next: Goal<u16>,
    /// Five places up, but at most the first place: the resulting place.
    pub five: Goal<u16>,
}

/// A goal, if there is one.
#[derive(Clone, Debug, PartialEq)]
pub enum Goal<T> {
    /// The goal needs this score.
    Needs(Aim<T>),
    /// The province is already at the top.
    Top,
    /// The indicator has no such goal in the year, or its table does not support an answer.
    Unknown,
}

/// The smallest score that reaches a goal.
#[derive(Clone, Debug, PartialEq)]
pub struct Aim<T> {
    /// What the score reaches. Ties share the better place, so it may exceed the goal.
    pub reaches: T,
    /// The score.
    pub score: f64,
    /// Difference from the present score, always positive.
    pub gap: f64,
}

impl<T> Goal<T> {
    /// Returns what is needed. `None` unless the goal is [`Goal::Needs`].
    #[must_use]
    pub const fn aim(&self) -> Option<&Aim<T>> {
        match self {
            Self::Needs(aim) => Some(aim),
            Self::Top | Self::Unknown => None,
        }
    }
}

/// Returns the scores that a province would need to improve. `None` if it has no score in the table.
#[must_use]
pub fn reach(snapshot: &Snapshot, key: TableKey, province: ProvinceId) -> Option<Reach> {
    let indicator = snapshot.catalogue.indicator(key.indicator);
    if indicator.kind != Kind::Score {
        return None;
    }
    let table = snapshot.table(key)?;
    let value = super::field::value(snapshot, key, province)?;
    let digits = super::field::digits(snapshot, table);
    let field = Field::of(snapshot, key, province);
    let place = |up: u16| field.as_ref().map_or(Goal::Unknown, |field| field.places_up(up));
    Some(Reach {
        digits,
        value,
        band: band(snapshot, key, value, digits),
        group: field.as_ref().map_or(Goal::Unknown, Field::next_group),
        next: place(1),
        five: place(5),
    })
}

/// Returns the score that reaches the next band.
fn band(snapshot: &Snapshot, key: TableKey, value: f64, digits: u8) -> Goal<String> {
    let indicator = snapshot.catalogue.indicator(key.indicator);
    let bands = indicator.bands.iter().find(|bands| bands.span.holds(key.year));
    // Cut-offs are lower bounds for the headline figure: they do not apply if lower is better.
    let applies = key.component == crate::ComponentId::TOTAL && indicator.direction != Direction::Lower;
    let Some(bands) = bands.filter(|_| applies) else {
        return Goal::Unknown;
    };
    let Some((label, cut)) = bands.cuts.iter().rev().find(|(_, cut)| *cut > value) else {
        return Goal::Top;
    };
    let mut units = to_grid(*cut, digits);
    if on_grid(units, digits) < *cut {
        units += 1;
    }
    let score = on_grid(units, digits);
    Goal::Needs(Aim {
        reaches: label.clone(),
        score,
        gap: crate::number::round(score - value, digits),
    })
}

impl Field {
    /// Returns the score that climbs `up` places, but at most to the first.
    pub(super) fn places_up(&self, up: u16) -> Goal<u16> {
        let target = self.place.saturating_sub(up).max(1);
        if self.place == 1 {
            return Goal::Top;
        }
        self.other_at(target)
            .map_or(Goal::Unknown, |score| self.aim(score, self.place_of(score)))
    }

    /// Returns the score that reaches a higher group. An improving score never falls behind the quartiles that it
    /// affects, so a binary search finds the smallest one.
    fn next_group(&self) -> Goal<u8> {
        let Some(group) = self.group else {
            return Goal::Unknown;
        };
        if group == 1 {
            return Goal::Top;
        }
        let Some(best) = self.other_at(1) else {
            return Goal::Unknown;
        };
        let distance = (to_grid(best, self.digits) - to_grid(self.own, self.digits)).abs();
        let (mut too_small, mut enough) = (0, distance);
        while enough - too_small > 1 {
            let middle = too_small + (enough - too_small) / 2;
            if self.group_of(self.better(self.own, middle)) < group {
                enough = middle;
            } else {
                too_small = middle;
            }
        }
        let score = self.better(self.own, enough);
        self.aim(score, self.group_of(score))
    }

    fn aim<T>(&self, score: f64, reaches: T) -> Goal<T> {
        Goal::Needs(Aim {
            reaches,
            score,
            gap: self.gap(score, self.own),
        })
    }
}
