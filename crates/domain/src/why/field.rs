//! One province among the others of a complete table, with its value free to move.

use crate::{
    Direction, Kind, ProvinceId, RankPolicy, Snapshot, Table, TableKey, competition_ranks, number, quartile_groups,
};

/// A province and the values of the others, which stay as they are.
pub(super) struct Field {
    pub(super) own: f64,
    pub(super) others: Vec<(ProvinceId, f64)>,
    pub(super) direction: Direction,
    /// Decimals of the published values: the grid on which values are looked for.
    pub(super) digits: u8,
    /// The province's place now, which is also the rank that the table gives.
    pub(super) place: u16,
    /// Its group, where the indicator is published in groups.
    pub(super) group: Option<u8>,
}

/// The most decimals with which the values of a table were published.
pub(super) fn digits(snapshot: &Snapshot, table: &Table) -> u8 {
    let given = |at: usize| match snapshot.figure(at).value {
        crate::Observation::Known(quantity) => Some(quantity.digits),
        _ => None,
    };
    table
        .rows
        .iter()
        .filter_map(|row| given(row.figure))
        .max()
        .unwrap_or_default()
}

/// The value of a province in a table.
pub(super) fn value(snapshot: &Snapshot, key: TableKey, province: ProvinceId) -> Option<f64> {
    let row = snapshot.table(key)?.row(province)?;
    snapshot.figure(row.figure).value.value()
}

impl Field {
    /// Only from a complete table of a score whose ranks may be computed, and only where the rank that
    /// the table gives the province is the one that its value gives.
    pub(super) fn of(snapshot: &Snapshot, key: TableKey, province: ProvinceId) -> Option<Self> {
        let table = snapshot.table(key)?;
        let indicator = snapshot.catalogue.indicator(key.indicator);
        let direction = indicator.direction(key.component);
        let ranked = matches!(indicator.ranks, RankPolicy::PublishedOrComputed | RankPolicy::Groups);
        if !ranked || !table.complete || indicator.kind != Kind::Score || direction == Direction::Neutral {
            return None;
        }
        let row = table.row(province)?;
        let others = table.rows.iter().filter(|row| row.province != province);
        let mut field = Self {
            own: snapshot.figure(row.figure).value.value()?,
            others: others
                .map(|row| Some((row.province, snapshot.figure(row.figure).value.value()?)))
                .collect::<Option<_>>()?,
            direction,
            digits: digits(snapshot, table),
            place: 0,
            group: row.group,
        };
        field.place = field.place_of(field.own);
        (row.rank?.place == field.place).then_some(field)
    }

    /// The place that a value would have among the others: ties share the better place.
    pub(super) fn place_of(&self, value: f64) -> u16 {
        competition_ranks(&self.with(value), self.direction)[0]
    }

    /// The group that a value would be in: it moves the quartiles as well.
    pub(super) fn group_of(&self, value: f64) -> u8 {
        quartile_groups(&self.with(value))[0]
    }

    /// Provinces ranked.
    pub(super) fn count(&self) -> u16 {
        u16::try_from(self.others.len() + 1).unwrap_or(u16::MAX)
    }

    /// The value of the one that stands at a place among the others, from 1.
    pub(super) fn other_at(&self, place: u16) -> Option<f64> {
        let mut values: Vec<f64> = self.others.iter().map(|(_, value)| *value).collect();
        values.sort_by(|a, b| match self.direction {
            Direction::Lower => a.total_cmp(b),
            Direction::Higher | Direction::Neutral => b.total_cmp(a),
        });
        values.get(usize::from(place).checked_sub(1)?).copied()
    }

    /// A value one published unit better (or worse, with a negative number of units).
    pub(super) fn better(&self, value: f64, units: i64) -> f64 {
        let units = if self.direction == Direction::Lower {
            -units
        } else {
            units
        };
        on_grid(to_grid(value, self.digits) + units, self.digits)
    }

    /// How far apart two values are, in points.
    pub(super) fn gap(&self, a: f64, b: f64) -> f64 {
        number::round((a - b).abs(), self.digits)
    }

    fn with(&self, value: f64) -> Vec<f64> {
        let mut values = vec![value];
        values.extend(self.others.iter().map(|(_, value)| *value));
        values
    }
}

/// How many published units a value is.
#[expect(
    clippy::cast_possible_truncation,
    reason = "scores in units of their last digit are small"
)]
pub(super) fn to_grid(value: f64, digits: u8) -> i64 {
    (value * 10f64.powi(i32::from(digits))).round() as i64
}

/// The value of so many published units: the same float as its decimals read from a file.
#[expect(
    clippy::cast_precision_loss,
    reason = "scores in units of their last digit are small"
)]
pub(super) fn on_grid(units: i64, digits: u8) -> f64 {
    units as f64 / 10f64.powi(i32::from(digits))
}
