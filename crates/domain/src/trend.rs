//! Whether a province's figure rises or falls, from five comparable years, by a rule without a model.
//!
//! The rule is the Mann-Kendall test (H. B. Mann, *Nonparametric tests against trend*, Econometrica 13, 1945; M. G.
//! Kendall, *Rank Correlation Methods*, 1948) on [`YEARS`] years: of the ten pairs of years, S is the number in which
//! the later figure is higher less the number in which it is lower. It rises if S is at least [`CLEAR`], falls if S is
//! at most −[`CLEAR`], and has no clear direction otherwise. At least nine of ten pairs then go one way.
//!
//! In what share of all orders of five figures S reaches so far is counted, not approximated: without equal figures
//! in 5 of 120 (4.2 %) upwards and in 5 of 120 downwards; with equal ones in no larger share ([`chance`]). The verdict
//! says that the order of the years is unlikely to be accidental. It does not say that the movement is large, and it
//! does not use margins of error of single figures, which are mostly not published.
//!
//! The years end with the year that is asked for, and follow one another without a gap. They never reach across a
//! break: each must be comparable with the next and with the last. Two figures that agree at the decimals of the
//! coarser one count as equal. Where too few values are known but all ranks are, ranks are used and named.

use crate::{
    Direction, Missing, Observation, ProvinceId, PublishedRank, Quantity, Rank, Snapshot, Table, TableKey, Verdict,
    tables::bases,
};

/// Years that a verdict needs.
pub const YEARS: usize = 5;

/// The least distance of S from 0 that makes a direction clear.
pub const CLEAR: i8 = 8;

/// Which way the figures go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Movement {
    /// The value rises; of ranks: the province climbs.
    Rising,
    /// The value falls; of ranks: the province loses places.
    Falling,
    /// Neither is clear.
    NoClearDirection,
}

/// What a movement means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Meaning {
    /// It gets better.
    Better,
    /// It gets worse.
    Worse,
    /// Neither: no clear direction, or neither way is better.
    Neutral,
}

/// What the verdict is about.
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
    /// Which way.
    pub movement: Movement,
    /// Whether that is better.
    pub meaning: Meaning,
    /// Values or ranks.
    pub measure: Measure,
    /// The first of the five years.
    pub from: i32,
    /// The last.
    pub to: i32,
    /// Values in the unit of the component, or places, by year.
    pub points: [f64; YEARS],
    /// S, −10 to 10; positive if the value rises or the province climbs.
    pub s: i8,
}

/// Why no verdict can be given: the first obstacle on the way back from the last year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NoTrend {
    /// The obstacle.
    pub reason: NoTrendReason,
    /// Comparable years up to the last one, that included; fewer than five.
    pub years: usize,
}

/// An obstacle to a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoTrendReason {
    /// The years of this measure begin later.
    BeginsIn(i32),
    /// No province has a figure of this year.
    NoTable(i32),
    /// The province has no figure of this year.
    NoFigure(i32, Missing),
    /// The sources disagree on this year, or word it as inexact.
    Uncertain(i32),
    /// The figures of this year are of different moments.
    DifferentMoments(i32),
    /// Two years are not comparable.
    Break {
        /// The earlier year.
        from: i32,
        /// The later year.
        to: i32,
        /// Why.
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

/// What is known of one year.
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

    /// 1 if the value is higher or the rank better than an earlier one, −1 in the opposite case, 0 if they are equal.
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
    /// The verdict on the five years up to that of a table.
    ///
    /// # Errors
    /// Why none can be given. If neither values nor ranks give a verdict, the reason is that of the measure which
    /// reaches further back, and of values if both reach as far.
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

    /// The verdict on the newest five years, up to that of a table, of which one can be given.
    ///
    /// # Errors
    /// Why none can be given of the five years up to that of the table, if none can of any earlier ones either.
    pub fn newest_trend(&self, key: TableKey, province: ProvinceId) -> Result<Trend, NoTrend> {
        self.trend(key, province).or_else(|short| {
            let years = self.years(key.indicator, key.component).into_iter().rev();
            let mut earlier = years.filter(|year| *year < key.year);
            let found = earlier.find_map(|year| self.trend(TableKey { year, ..key }, province).ok());
            found.ok_or(short)
        })
    }

    /// Five points, the oldest first.
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

    /// The table and the point of the year before `at`, comparable with it and with the last year, that of `key`.
    fn step_back(
        &self,
        key: TableKey,
        at: &Table,
        province: ProvinceId,
        (measure, later): (Measure, Point),
    ) -> Result<(&Table, Point), NoTrendReason> {
        let (from, to) = (at.key.year - 1, at.key.year);
        let known = |key| self.table(key).filter(|table| !table.rows.is_empty());
        let tables: Vec<&Table> = bases(at.key, from).into_iter().filter_map(known).collect();
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

/// The verdict on five points, the oldest first.
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

/// Pairs of points of which the later is higher (or the better rank), less those of which it is lower.
fn kendall_s(points: &[Point; YEARS]) -> i8 {
    let later = |(at, earlier): (usize, &Point)| -> i8 {
        let earlier = *earlier;
        points[at + 1..].iter().map(|later| later.sign_since(earlier)).sum()
    };
    points.iter().enumerate().map(later).sum()
}

/// In how many of all orders of five figures S is at least [`CLEAR`], and the number of orders. Figures with the same
/// number in `ties` are equal.
#[must_use]
pub fn chance(ties: [u8; YEARS]) -> (usize, usize) {
    let (mut clear, mut orders) = (0, 0);
    for order in orders_of(&ties) {
        let pairs = (0..YEARS).flat_map(|a| (a + 1..YEARS).map(move |b| (a, b)));
        let s: i8 = pairs.map(|(a, b)| sign(order[b].cmp(&order[a]))).sum();
        orders += 1;
        clear += usize::from(s >= CLEAR);
    }
    (clear, orders)
}

/// All orders, equal figures told apart.
fn orders_of(figures: &[u8]) -> Vec<Vec<u8>> {
    if figures.is_empty() {
        return vec![Vec::new()];
    }
    let mut orders = Vec::new();
    for (at, first) in figures.iter().enumerate() {
        let mut rest = figures.to_vec();
        rest.remove(at);
        orders.extend(orders_of(&rest).into_iter().map(|tail| [vec![*first], tail].concat()));
    }
    orders
}

#[cfg(test)]
mod tests;
