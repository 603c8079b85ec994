//! Determines whether a province's figure rises or falls over five comparable years, by a nonparametric test.
//!
//! The rule is the Mann-Kendall test (H. B. Mann, *Nonparametric tests against trend*, Econometrica 13, 1945; M. G.
//! Kendall, *Rank Correlation Methods*, 1948) on [`YEARS`] years: of the ten pairs of years, S is the number in which
//! the later figure is higher minus the number in which it is lower. The figure rises if S is at least [`CLEAR`],
//! falls if S is at most −[`CLEAR`], and has no clear direction otherwise. In the first two cases, without equal
//! figures, at least nine of the ten pairs go the same way.
//!
//! The exact probability of such an S in a random order of five figures is counted, not approximated: without equal
//! figures it is 5 of 120 (4.2 %) upwards and 5 of 120 downwards, and with equal figures it is no larger
//! ([`chance`]). The verdict means that the order of the years is unlikely to be random. It does not mean that the
//! change is large, and it does not use margins of error of single figures, which are mostly not published.
//!
//! The years end with the requested year and are consecutive. They never extend across a break: each must be
//! comparable with the next and with the last. Two figures that agree at the decimals of the less precise one count
//! as equal. If too few values are known but all ranks are, ranks are used, and the result states this.

use crate::{
    Direction, Missing, Observation, ProvinceId, PublishedRank, Quantity, Rank, Snapshot, Table, TableKey, Verdict,
};

/// The number of years that a verdict requires.
pub const YEARS: usize = 5;

/// The minimum absolute value of S for a clear direction.
pub const CLEAR: i8 = 8;

/// The direction of the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Movement {
    /// The value rises; for ranks, the province climbs.
    Rising,
    /// The value falls; for ranks, the province loses places.
    Falling,
    /// Neither direction is clear.
    NoClearDirection,
}

/// What a movement means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Meaning {
    /// The province improves.
    Better,
    /// The province deteriorates.
    Worse,
    /// Neither: no clear direction, or neither direction is better.
    Neutral,
}

/// What the verdict is based on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Measure {
    /// Values.
    Value,
    /// Ranks, because the values of some of the years are not known.
    Rank,
}

/// A verdict on five years.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trend {
    /// The direction.
    pub movement: Movement,
    /// Whether the direction is better.
    pub meaning: Meaning,
    /// Values or ranks.
    pub measure: Measure,
    /// The first of the five years.
    pub from: i32,
    /// The last of the five years.
    pub to: i32,
    /// Values in the unit of the component, or places, by year.
    pub points: [f64; YEARS],
    /// S, −10 to 10; positive if the value rises or the province climbs.
    pub s: i8,
}

/// Why there is no verdict: the first obstacle going back from the last year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NoTrend {
    /// The obstacle.
    pub reason: NoTrendReason,
    /// Number of comparable years up to and including the last one; fewer than five.
    pub years: usize,
}

/// An obstacle to a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoTrendReason {
    /// The figures begin in this year.
    BeginsIn(i32),
    /// No province has a figure for this year.
    NoTable(i32),
    /// The province has no figure for this year.
    NoFigure(i32, Missing),
    /// The sources disagree on this year or qualify the value as inexact.
    Uncertain(i32),
    /// The figures of this year describe different moments.
    DifferentMoments(i32),
    /// Two years are not comparable.
    Break {
        /// The earlier year.
        from: i32,
        /// The later year.
        to: i32,
        /// The reason.
        verdict: Verdict,
    },
    /// One of two ranks is published, the other computed.
    OtherOrigin {
        /// The earlier year.
        from: i32,
        /// The later year.
        to: i32,
    },
}

/// The figure of one year.
#[derive(Clone, Copy, Debug)]
enum Point {
    Value(Quantity),
    Rank(Rank),
}

impl Point {
    fn number(self) -> f64 {
        match self {
            Self::Value(quantity) => quantity.value,
            Self::Rank(rank) => f64::from(rank.place),
        }
    }

    /// Returns 1 if the value is higher or the rank better than an earlier one, −1 in the opposite case, and 0 if they
    /// are equal.
    fn sign_since(self, earlier: Self) -> i8 {
        match (earlier, self) {
            (Self::Value(a), Self::Value(b)) if a.agrees(b) => 0,
            (Self::Value(a), Self::Value(b)) => sign(b.value.total_cmp(&a.value)),
            (Self::Rank(a), Self::Rank(b)) => sign(a.place.cmp(&b.place)),
            (Self::Value(_), Self::Rank(_)) | (Self::Rank(_), Self::Value(_)) => 0,
        }
    }
}

const fn sign(order: std::cmp::Ordering) -> i8 {
    order as i8
}

impl Snapshot {
    /// Returns the verdict on the five years up to that of a table.
    ///
    /// # Errors
    /// If there is no verdict. If neither values nor ranks give one, the reason is that of the measure with more
    /// comparable years, or of values if both have the same number.
    pub fn trend(&self, key: TableKey, province: ProvinceId) -> Result<Trend, NoTrend> {
        let direction = self.catalogue.indicator(key.indicator).direction(key.component);
        let by_value = match self.walk_back(key, province, Measure::Value) {
            Ok(points) => return Ok(judge(&points, key.year, Measure::Value, direction)),
            Err(short) => short,
        };
        match self.walk_back(key, province, Measure::Rank) {
            Ok(points) => Ok(judge(&points, key.year, Measure::Rank, direction)),
            Err(by_rank) if by_rank.years > by_value.years => Err(by_rank),
            Err(_) => Err(by_value),
        }
    }

    /// Returns the verdict on the newest five years, up to that of a table, for which there is one.
    ///
    /// # Errors
    /// If there is no verdict for any five years. The reason is that for the years up to that of the table.
    pub fn newest_trend(&self, key: TableKey, province: ProvinceId) -> Result<Trend, NoTrend> {
        self.trend(key, province).or_else(|short| {
            let years = self.years(key.indicator, key.component).into_iter().rev();
            let mut earlier = years.filter(|year| *year < key.year);
            let found = earlier.find_map(|year| self.trend(TableKey { year, ..key }, province).ok());
            found.ok_or(short)
        })
    }

    /// Returns five points, oldest first.
    fn walk_back(&self, key: TableKey, province: ProvinceId, measure: Measure) -> Result<[Point; YEARS], NoTrend> {
        let begins = NoTrendReason::BeginsIn(key.year);
        let first = self.table(key).ok_or(NoTrendReason::NoTable(key.year));
        let first = first.and_then(|table| Ok((table, self.point(table, province, measure)?)));
        let (mut at, point) = first.map_err(|reason| NoTrend { reason, years: 0 })?;
        let mut points = vec![point];
        while points.len() < YEARS {
            let later = points[points.len() - 1];
            let step = self.step_back(key, at, province, (measure, later));
            let (table, point) = step.map_err(|reason| NoTrend {
                reason,
                years: points.len(),
            })?;
            at = table;
            points.push(point);
        }
        points.reverse();
        let years = points.len();
        points.try_into().map_err(|_| NoTrend { reason: begins, years })
    }

    /// Returns the table and the point of the year before `at`, if that year is comparable with the year of `at` and
    /// with the last year, that of `key`.
    fn step_back(
        &self,
        key: TableKey,
        at: &Table,
        province: ProvinceId,
        (measure, later): (Measure, Point),
    ) -> Result<(&Table, Point), NoTrendReason> {
        let (from, to) = (at.key.year - 1, at.key.year);
        let known = |key| self.table(key).filter(|table| !table.rows.is_empty());
        let tables: Vec<&Table> = at.key.bases(from).into_iter().filter_map(known).collect();
        let with_row = tables.iter().find(|table| table.row(province).is_some());
        let Some(table) = with_row.or_else(|| tables.first()).copied() else {
            let years = self.years(key.indicator, key.component);
            return Err(match years.first() {
                Some(first) if *first < from => NoTrendReason::NoTable(from),
                _ => NoTrendReason::BeginsIn(to),
            });
        };
        let indicator = self.catalogue.indicator(key.indicator);
        for to in [to, key.year] {
            let verdict = indicator.compare(from, to).verdict;
            if !verdict.comparable() {
                return Err(NoTrendReason::Break { from, to, verdict });
            }
        }
        let units_changed = NoTrendReason::Break {
            from,
            to,
            verdict: Verdict::UnitsChanged,
        };
        let other_list = table.key.basis != at.key.basis;
        if other_list && (measure == Measure::Rank || with_row.is_none()) {
            return Err(units_changed);
        }
        let point = self.point(table, province, measure)?;
        if let (Point::Rank(earlier), Point::Rank(later)) = (point, later) {
            if earlier.of != later.of {
                return Err(units_changed);
            }
            if earlier.origin != later.origin {
                return Err(NoTrendReason::OtherOrigin { from, to });
            }
        }
        Ok((table, point))
    }

    /// Returns the point of a province in a table.
    fn point(&self, table: &Table, province: ProvinceId, measure: Measure) -> Result<Point, NoTrendReason> {
        let year = table.key.year;
        if table.mixed {
            return Err(NoTrendReason::DifferentMoments(year));
        }
        let Some(row) = table.row(province) else {
            let absent = table.absent.iter().find(|(id, _)| *id == province);
            let reason = absent.map_or(Missing::NotFound, |(_, reason)| *reason);
            return Err(NoTrendReason::NoFigure(year, reason));
        };
        let figure = self.figure(row.figure);
        match (measure, figure.value, row.rank) {
            (Measure::Value, Observation::Known(quantity), _) if quantity.approx.is_none() => {
                Ok(Point::Value(quantity))
            }
            (Measure::Value, Observation::Missing(reason), _) => Err(NoTrendReason::NoFigure(year, reason)),
            (Measure::Rank, _, Some(rank)) => Ok(Point::Rank(rank)),
            (Measure::Rank, _, None) if figure.rank == PublishedRank::None => {
                Err(NoTrendReason::NoFigure(year, Missing::NotFound))
            }
            (Measure::Value | Measure::Rank, _, _) => Err(NoTrendReason::Uncertain(year)),
        }
    }
}

/// Returns the verdict on five points, oldest first.
fn judge(points: &[Point; YEARS], to: i32, measure: Measure, direction: Direction) -> Trend {
    let s = kendall_s(points);
    let movement = match s {
        CLEAR.. => Movement::Rising,
        s if s <= -CLEAR => Movement::Falling,
        _ => Movement::NoClearDirection,
    };
    let meaning = match (movement, measure, direction) {
        (Movement::NoClearDirection, ..) | (_, Measure::Value, Direction::Neutral) => Meaning::Neutral,
        (Movement::Rising, Measure::Rank, _)
        | (Movement::Rising, Measure::Value, Direction::Higher)
        | (Movement::Falling, Measure::Value, Direction::Lower) => Meaning::Better,
        (Movement::Rising | Movement::Falling, ..) => Meaning::Worse,
    };
    Trend {
        movement,
        meaning,
        measure,
        from: to - 4,
        to,
        points: points.map(Point::number),
        s,
    }
}

/// Returns Kendall's S: the number of pairs of points of which the later is higher (or the better rank), minus the
/// number of those of which it is lower.
fn kendall_s(points: &[Point; YEARS]) -> i8 {
    let later = |(at, earlier): (usize, &Point)| -> i8 {
        let earlier = *earlier;
        points[at + 1..].iter().map(|later| later.sign_since(earlier)).sum()
    };
    points.iter().enumerate().map(later).sum()
}

/// Returns the number of orders of five figures in which S is at least [`CLEAR`], and the number of all orders.
/// Figures with the same number in `ties` are equal.
#[must_use]
pub fn chance(ties: [u8; YEARS]) -> (usize, usize) {
    let (mut clear, mut orders) = (0, 0);
    for order in permutations(&ties) {
        let pairs = (0..YEARS).flat_map(|a| (a + 1..YEARS).map(move |b| (a, b)));
        let s: i8 = pairs.map(|(a, b)| sign(order[b].cmp(&order[a]))).sum();
        orders += 1;
        clear += usize::from(s >= CLEAR);
    }
    (clear, orders)
}

/// Returns all permutations, in which equal figures are distinguished.
fn permutations(figures: &[u8]) -> Vec<Vec<u8>> {
    if figures.is_empty() {
        return vec![Vec::new()];
    }
    let mut orders = Vec::new();
    for (at, first) in figures.iter().enumerate() {
        let mut rest = figures.to_vec();
        rest.remove(at);
        orders.extend(
            permutations(&rest)
                .into_iter()
                .map(|tail| [vec![*first], tail].concat()),
        );
    }
    orders
}

#[cfg(test)]
mod tests;
