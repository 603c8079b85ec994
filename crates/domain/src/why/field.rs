//! One province in a complete table, with a variable value.

use crate::{
    Direction, Kind, ProvinceId, RankPolicy, Snapshot, Table, TableKey, competition_ranks, number, quartile_groups,
};

/// The value of a province, and the values of the others, which stay unchanged.
pub(super) struct Field {
    pub(super) own: f64,
    pub(super) others: Vec<(ProvinceId, f64)>,
    pub(super) direction: Direction,
    /// Decimals of the published values: hypothetical values are multiples of this unit.
    pub(super) digits: u8,
    /// The province's present place, which equals its rank in the table.
    pub(super) place: u16,
    /// Its group; `None` unless the indicator is published in groups.
    pub(super) group: Option<u8>,
}

/// Returns the maximum number of decimals of the published values of a table.
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

/// Returns the value of a province in a table. `None` if it is not known.
pub(super) fn value(snapshot: &Snapshot, key: TableKey, province: ProvinceId) -> Option<f64> {
    let row = snapshot.table(key)?.row(province)?;
    snapshot.figure(row.figure).value.value()
}

impl Field {
    /// Creates a field. `None` unless the table is complete and of a score whose ranks may be computed, and the
    /// province's rank in it follows from its value.
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

    /// Returns the place that a value would have among the others; ties share the better place.
    pub(super) fn place_of(&self, value: f64) -> u16 {
        competition_ranks(&self.with(value), self.direction)[0]
    }

    /// Returns the group that a value would be in. The value also affects the quartiles.
    pub(super) fn group_of(&self, value: f64) -> u8 {
        quartile_groups(&self.with(value))[0]
    }

    /// Returns the number of ranked provinces.
    pub(super) fn count(&self) -> u16 {
        u16::try_from(self.others.len() + 1).unwrap_or(u16::MAX)
    }

    /// Returns the value at a place, from 1, among the other provinces. `None` if there is no such place.
    pub(super) fn other_at(&self, place: u16) -> Option<f64> {
        let mut values: Vec<f64> = self.others.iter().map(|(_, value)| *value).collect();
        values.sort_by(|a, b| match self.direction {
            Direction::Lower => a.total_cmp(b),
            Direction::Higher | Direction::Neutral => b.total_cmp(a),
        });
        values.get(usize::from(place).checked_sub(1)?).copied()
    }

    /// Returns the value that is `units` units of the last published digit better (or worse, if negative).
    pub(super) fn better(&self, value: f64, units: i64) -> f64 {
        let units = if self.direction == Direction::Lower {
            -units
        } else {
            units
        };
        on_grid(to_grid(value, self.digits) + units, self.digits)
    }

    /// Returns the absolute difference of two values, in points.
    pub(super) fn gap(&self, a: f64, b: f64) -> f64 {
        number::round((a - b).abs(), self.digits)
    }

    /// Returns a value for the province followed by the values of the others.
    fn with(&self, value: f64) -> Vec<f64> {
        let mut values = vec![value];
        values.extend(self.others.iter().map(|(_, value)| *value));
        values
    }
}

/// Converts a value to units of the last published digit.
#[expect(
    clippy::cast_possible_truncation,
    reason = "scores in units of their last digit are small"
)]
pub(super) fn to_grid(value: f64, digits: u8) -> i64 {
    (value * 10f64.powi(i32::from(digits))).round() as i64
}

/// Converts units of the last published digit to a value: the same float as its decimal text is parsed to.
#[expect(
    clippy::cast_precision_loss,
    reason = "scores in units of their last digit are small"
)]
pub(super) fn on_grid(units: i64, digits: u8) -> f64 {
    units as f64 / 10f64.powi(i32::from(digits))
}
