//! Compares a province's figure with the rest of the country, by a named method.
//!
//! The methods, in the order in which they are tried, follow "comparing to a benchmark" in the technical guidance of
//! the Public Health Outcomes and Fingertips profiles of the Office for Health Improvement and Disparities (England):
//!
//! 1. *Interval.* If the publisher gives a 95 % interval, the figure differs from the national one only if the
//!    whole interval lies on one side of it; otherwise it is similar. If the national figure has an interval as
//!    well, the two must not overlap. Without a published national figure the mean of the complete table is used
//!    instead ([`Snapshot::computed_mean`]).
//! 2. *Quarter of the published rank*, if some values are not known: the publisher ranked all provinces.
//! 3. *Quarter of the values.* The quarter of the table that the value is in ([`quartile_groups`]), if at least
//!    [`MIN_SHARE_PERCENT`] of the provinces that existed and at least [`MIN_PROVINCES`] provinces have a value.
//!
//! Equal values are always in the same quarter. If equal values would put more than half of the provinces into one
//! quarter, the quarter is meaningless and the figure is not compared.

use crate::{
    Direction, Interval, Kind, Missing, Observation, ProvinceId, RankOrigin, Row, Snapshot, Table, quartile_groups,
};

/// The minimum percentage of existing provinces with a value for dividing the values into quarters.
pub const MIN_SHARE_PERCENT: usize = 80;

/// The minimum number of provinces with a value for dividing them into quarters: two per quarter.
pub const MIN_PROVINCES: usize = 8;

/// A quarter of the provinces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Quarter {
    /// The best, or the highest if neither direction is better.
    First,
    /// The second.
    Second,
    /// The third.
    Third,
    /// The worst, or the lowest if neither direction is better.
    Fourth,
}

impl Quarter {
    /// All quarters in order.
    pub const ALL: [Self; 4] = [Self::First, Self::Second, Self::Third, Self::Fourth];

    /// Returns the quarter with this number, 1 to 4. Zero gives the first, higher numbers the fourth.
    const fn nth(number: u8) -> Self {
        match number {
            0 | 1 => Self::First,
            2 => Self::Second,
            3 => Self::Third,
            _ => Self::Fourth,
        }
    }

    /// Returns the quarter of a rank out of `of`, with the same boundaries as [`quartile_groups`] for `of` distinct
    /// values.
    fn of_rank(place: u16, of: u16) -> Self {
        let ahead = u32::from(place.saturating_sub(1)) * 4;
        let last = u32::from(of.saturating_sub(1));
        let cuts = (1..=3u32).filter(|cut| ahead > last * cut).count();
        Self::ALL[cuts]
    }
}

/// The result of comparing a figure with the country.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// Not compared, with the reason.
    NotCompared(NotCompared),
    /// The interval lies wholly on the better side of the national figure.
    Better,
    /// The interval includes the national figure.
    Similar,
    /// The interval lies wholly on the worse side.
    Worse,
    /// The interval lies wholly above, and neither direction is better.
    Higher,
    /// The interval lies wholly below, and neither direction is better.
    Lower,
    /// The quarter of the provinces, the first being the best.
    Quarter(Quarter),
    /// The quarter of the provinces by size, the first being the highest; neither direction is better.
    QuarterBySize(Quarter),
}

/// Why a figure is not compared with the country.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NotCompared {
    /// The province has neither a value nor a published rank.
    NoFigure(Missing),
    /// The sources disagree on the value.
    Disputed,
    /// The source qualifies the value as inexact ("about", "over").
    Inexact,
    /// The rows describe different moments.
    DifferentMoments,
    /// The value is a count out of a total that differs from province to province.
    UnequalTotals,
    /// Too few provinces have a value.
    TooFew {
        /// Provinces with a value.
        known: usize,
        /// Provinces that existed.
        expected: usize,
    },
    /// More than half of the provinces would be in one quarter because their values are equal.
    TooManyEqual,
}

/// What a figure was compared with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Yardstick {
    /// The published national figure, with its interval if published.
    National(f64, Option<Interval>),
    /// The computed mean of the complete table.
    Mean(f64),
    /// The values of the other provinces.
    Values,
    /// The published rank.
    PublishedRank,
}

/// A figure compared with the country.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Benchmark {
    /// The result.
    pub outcome: Outcome,
    /// What it was compared with; `None` if it was not compared.
    pub against: Option<Yardstick>,
    /// Provinces among which it was compared: those with a value, or those that the publisher ranked.
    pub known: usize,
    /// Provinces that existed.
    pub expected: usize,
}

impl Benchmark {
    /// Returns true if fewer provinces were compared than existed. The coverage must then be stated.
    #[must_use]
    pub const fn partial(&self) -> bool {
        self.known < self.expected
    }
}

impl Snapshot {
    /// Compares a province's figure in a table with the country, by the methods of [`crate::benchmark`].
    #[must_use]
    pub fn benchmark(&self, table: &Table, province: ProvinceId) -> Benchmark {
        let expected = table.expected;
        let not_compared = |reason, known| Benchmark {
            outcome: Outcome::NotCompared(reason),
            against: None,
            known,
            expected,
        };
        let Some(row) = table.row(province) else {
            let absent = table.absent.iter().find(|(id, _)| *id == province);
            let reason = absent.map_or(Missing::NotFound, |(_, reason)| *reason);
            return not_compared(NotCompared::NoFigure(reason), table.with_value);
        };
        if table.mixed {
            return not_compared(NotCompared::DifferentMoments, table.with_value);
        }
        if let Some(found) = self.by_interval(table, row) {
            return found;
        }
        // If some values are not known, only the publisher's rank covers all provinces.
        if table.with_value < table.expected
            && let Some(found) = self.by_rank(table, row)
        {
            return found;
        }
        let reason = match self.by_values(table, row) {
            Ok(found) => return found,
            Err(reason) => reason,
        };
        // Equal values share a published rank too, so ranks would not divide them any better.
        if reason != NotCompared::TooManyEqual
            && let Some(found) = self.by_rank(table, row)
        {
            return found;
        }
        not_compared(reason, table.with_value)
    }

    /// Compares by the published interval. `None` if the figure has no interval, or if there is neither a national
    /// figure nor a mean to compare with.
    fn by_interval(&self, table: &Table, row: &Row) -> Option<Benchmark> {
        let figure = self.figure(row.figure);
        let interval = figure.interval().filter(|_| figure.value.value().is_some())?;
        let national = table.nation.and_then(|at| {
            let nation = self.figure(at);
            Some((exact(nation.value)?, nation.interval()))
        });
        let (low, high, against) = match national {
            Some((value, interval)) => (
                interval.map_or(value, |i| i.low),
                interval.map_or(value, |i| i.high),
                Yardstick::National(value, interval),
            ),
            None => {
                let mean = self.computed_mean(table)?;
                (mean, mean, Yardstick::Mean(mean))
            }
        };
        let indicator = self.catalogue.indicator(table.key.indicator);
        let outcome = match (
            interval.low > high,
            interval.high < low,
            indicator.direction(table.key.component),
        ) {
            (true, _, Direction::Higher) | (_, true, Direction::Lower) => Outcome::Better,
            (true, _, Direction::Lower) | (_, true, Direction::Higher) => Outcome::Worse,
            (true, _, Direction::Neutral) => Outcome::Higher,
            (_, true, Direction::Neutral) => Outcome::Lower,
            (false, false, _) => Outcome::Similar,
        };
        Some(Benchmark {
            outcome,
            against: Some(against),
            known: table.with_value,
            expected: table.expected,
        })
    }

    /// Compares by the quarter of the table's values.
    fn by_values(&self, table: &Table, row: &Row) -> Result<Benchmark, NotCompared> {
        let indicator = self.catalogue.indicator(table.key.indicator);
        if indicator.kind == Kind::Coverage {
            return Err(NotCompared::UnequalTotals);
        }
        match self.figure(row.figure).value {
            Observation::Conflict => return Err(NotCompared::Disputed),
            Observation::Missing(reason) => return Err(NotCompared::NoFigure(reason)),
            Observation::Known(quantity) if quantity.approx.is_some() => return Err(NotCompared::Inexact),
            Observation::Known(_) => {}
        }
        let exact_value = |row: &Row| Some((row.province, exact(self.figure(row.figure).value)?));
        let values: Vec<(ProvinceId, f64)> = table.rows.iter().filter_map(exact_value).collect();
        let (known, expected) = (values.len(), table.expected);
        let too_few = NotCompared::TooFew { known, expected };
        if known < MIN_PROVINCES || known * 100 < expected * MIN_SHARE_PERCENT {
            return Err(too_few);
        }
        let position = values.iter().position(|(id, _)| *id == row.province).ok_or(too_few)?;
        let direction = indicator.direction(table.key.component);
        let numbers: Vec<f64> = values.into_iter().map(|(_, value)| value).collect();
        let quarters = quarters(&numbers, direction);
        let quarter = quarters[position];
        if quarters.iter().filter(|other| **other == quarter).count() * 2 > known {
            return Err(NotCompared::TooManyEqual);
        }
        Ok(Benchmark {
            outcome: by_direction(quarter, direction),
            against: Some(Yardstick::Values),
            known,
            expected,
        })
    }

    /// Compares by the quarter of the published rank. `None` if there is no plausible published rank.
    fn by_rank(&self, table: &Table, row: &Row) -> Option<Benchmark> {
        let rank = row.rank.filter(|rank| rank.origin == RankOrigin::Published)?;
        let of = rank.of;
        if usize::from(of) < MIN_PROVINCES || rank.place > of {
            return None;
        }
        let indicator = self.catalogue.indicator(table.key.indicator);
        Some(Benchmark {
            outcome: by_direction(
                Quarter::of_rank(rank.place, of),
                indicator.direction(table.key.component),
            ),
            against: Some(Yardstick::PublishedRank),
            known: usize::from(of),
            expected: table.expected,
        })
    }
}

/// Returns the value that the sources agree on. `None` if they disagree or qualify it as inexact.
fn exact(value: Observation) -> Option<f64> {
    match value {
        Observation::Known(quantity) if quantity.approx.is_none() => Some(quantity.value),
        _ => None,
    }
}

fn by_direction(quarter: Quarter, direction: Direction) -> Outcome {
    match direction {
        Direction::Higher | Direction::Lower => Outcome::Quarter(quarter),
        Direction::Neutral => Outcome::QuarterBySize(quarter),
    }
}

/// Returns the quarter of each value, in the order given: the first is the best in the given direction, or the
/// highest if neither direction is better. Equal values are in the same quarter.
#[must_use]
pub fn quarters(values: &[f64], direction: Direction) -> Vec<Quarter> {
    let oriented: Vec<f64> = match direction {
        Direction::Higher | Direction::Neutral => values.to_vec(),
        Direction::Lower => values.iter().map(|value| -value).collect(),
    };
    quartile_groups(&oriented).into_iter().map(Quarter::nth).collect()
}

#[cfg(test)]
mod tests;
