//! The smallest score that reaches the next band, group or place, the others unchanged.

use super::field::{Field, on_grid, to_grid};
use crate::{Direction, Kind, ProvinceId, Snapshot, TableKey};

/// What a province would need, in the unit of the table's component.
#[derive(Clone, Debug, PartialEq)]
pub struct Reach {
    /// Decimals of the published values: scores are looked for among values with so many.
    pub digits: u8,
    /// The province's value now.
    pub value: f64,
    /// The next band, by the cut-offs that were published for the year: its label.
    pub band: Goal<String>,
    /// The next group (1 is the highest): the quartiles move with the province's own score.
    pub group: Goal<u8>,
    /// The next better place: the place that it would hold.
    pub next: Goal<u16>,
    /// Five places up, or the first place from the sixth on: the place that it would hold.
    pub five: Goal<u16>,
}

/// Whether there is something to reach.
#[derive(Clone, Debug, PartialEq)]
pub enum Goal<T> {
    /// This score reaches it.
    Needs(Aim<T>),
    /// The province stands at the top: nothing is left to reach.
    Top,
    /// The indicator has no such thing that year, or its table does not carry the answer.
    Unknown,
}

/// The smallest score that reaches something.
#[derive(Clone, Debug, PartialEq)]
pub struct Aim<T> {
    /// What it reaches; ties share the better place, so that it may be more than was asked.
    pub reaches: T,
    /// The score.
    pub score: f64,
    /// How far it is from the score now, always positive.
    pub gap: f64,
}

impl<T> Goal<T> {
    /// What is needed, when something is.
    #[must_use]
    pub const fn aim(&self) -> Option<&Aim<T>> {
        match self {
            Self::Needs(aim) => Some(aim),
            Self::Top | Self::Unknown => None,
        }
    }
}

/// What a province needs to reach more; nothing where it has no score in the table.
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

fn band(snapshot: &Snapshot, key: TableKey, value: f64, digits: u8) -> Goal<String> {
    let indicator = snapshot.catalogue.indicator(key.indicator);
    let bands = indicator.bands.iter().find(|bands| bands.span.holds(key.year));
    // Cut-offs are lowest values, of the headline figure: they say nothing where lower is better.
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
    /// The score that climbs so many places, or to the first.
    pub(super) fn places_up(&self, up: u16) -> Goal<u16> {
        let wanted = self.place.saturating_sub(up).max(1);
        if self.place == 1 {
            return Goal::Top;
        }
        self.other_at(wanted)
            .map_or(Goal::Unknown, |score| self.aim(score, self.place_of(score)))
    }

    /// The score that reaches a higher group. A score that rises never falls behind the quartiles that it
    /// moves, so that the smallest one is found by halving.
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
        let (mut too_few, mut enough) = (0, distance);
        while enough - too_few > 1 {
            let middle = too_few + (enough - too_few) / 2;
            if self.group_of(self.better(self.own, middle)) < group {
                enough = middle;
            } else {
                too_few = middle;
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
