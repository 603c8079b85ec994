//! The frame of all figures, one row per figure with a year.

use std::collections::HashSet;

use domain::{Catalogue, Direction, Figure, IndicatorId, Observation, Place, PublishedRank, TableKey, collation_key};
use polars::prelude::{Column, DataFrame, NamedFrom as _, PolarsResult, Series};

use super::keys::{Keys, day, moment, period, place, reason_code};

/// Columns of the frame while it is built.
#[derive(Default)]
struct Columns {
    at: Vec<u32>,
    table: Vec<u64>,
    period: Vec<u64>,
    unit: Vec<u32>,
    name: Vec<u32>,
    day: Vec<i32>,
    moment: Vec<i64>,
    better: Vec<Option<f64>>,
    order: Vec<Option<i64>>,
    value: Vec<Option<f64>>,
    rank: Vec<Option<u32>>,
    rank_of: Vec<Option<u32>>,
    disputed: Vec<bool>,
    absence: Vec<Option<u32>>,
}

/// Returns the frame of some indicators: `at` is the position of a figure, `table` and `unit` are its [keys](super::keys), `name` is the
/// alphabetical position of its province, `day` the latest that it can describe, `moment` differs between moments.
/// `value` is set if the sources agree, `rank` and `rank_of` are the published ones, `disputed` is true if sources
/// disagree on the rank, `absence` is the reason where there is neither a value nor a rank. The smaller `better`, the
/// better the value; `order` sorts as [`f64::total_cmp`] does, which distinguishes the zeros.
pub(super) fn frame(
    catalogue: &Catalogue,
    figures: &[Figure],
    (keys, indicators): (&Keys, &HashSet<IndicatorId>),
) -> PolarsResult<DataFrame> {
    let names = names(catalogue);
    let mut columns = Columns::default();
    for (at, figure) in (0..).zip(figures) {
        if !indicators.contains(&figure.key.indicator) {
            continue;
        }
        if let Some((key, table)) = TableKey::of(figure).and_then(|key| Some((key, keys.table(key)?))) {
            let direction = catalogue.indicator(key.indicator).direction(key.component);
            columns.push(at, figure, table, direction, &names);
        }
    }
    columns.frame()
}

/// Returns the alphabetical position of each province. Equal names have the same.
pub(super) fn names(catalogue: &Catalogue) -> Vec<u32> {
    let mut names = vec![0; catalogue.provinces.alphabetical().count()];
    let (mut last, mut position) = (None, 0);
    for (id, province) in catalogue.provinces.alphabetical() {
        let key = collation_key(&province.name.vi);
        position += u32::from(last.as_ref().is_some_and(|last| *last != key));
        last = Some(key);
        names[usize::from(id.0)] = position;
    }
    names
}

impl Columns {
    fn push(&mut self, at: u32, figure: &Figure, table: u64, direction: Direction, names: &[u32]) {
        let value = figure.value.value();
        let better = value.map(|value| if direction == Direction::Lower { value } else { -value });
        let (rank, rank_of) = match figure.rank {
            PublishedRank::Known { rank, of } => (Some(u32::from(rank)), of.map(u32::from)),
            PublishedRank::Conflict | PublishedRank::None => (None, None),
        };
        let name = match figure.key.place {
            Place::Province(id) => names.get(usize::from(id.0)).copied(),
            Place::Nation | Place::Region(_) => None,
        };
        self.at.push(at);
        self.table.push(table);
        self.period.push(period(table));
        self.unit.push(place(figure.key.place));
        self.name.push(name.unwrap_or_default());
        self.day.push(day(figure.latest_day()));
        self.moment.push(moment(figure.key.as_of));
        self.better.push(better);
        self.order.push(better.map(total_order));
        self.value.push(value);
        self.rank.push(rank);
        self.rank_of.push(rank_of);
        self.disputed.push(figure.rank == PublishedRank::Conflict);
        self.absence.push(match (figure.value, figure.rank) {
            (Observation::Missing(reason), PublishedRank::None) => Some(reason_code(reason)),
            _ => None,
        });
    }

    fn frame(self) -> PolarsResult<DataFrame> {
        let height = self.at.len();
        let columns: Vec<Column> = vec![
            Series::new("at".into(), self.at).into(),
            Series::new("table".into(), self.table).into(),
            Series::new("period".into(), self.period).into(),
            Series::new("unit".into(), self.unit).into(),
            Series::new("name".into(), self.name).into(),
            Series::new("day".into(), self.day).into(),
            Series::new("moment".into(), self.moment).into(),
            Series::new("better".into(), self.better).into(),
            Series::new("order".into(), self.order).into(),
            Series::new("value".into(), self.value).into(),
            Series::new("rank".into(), self.rank).into(),
            Series::new("rank_of".into(), self.rank_of).into(),
            Series::new("disputed".into(), self.disputed).into(),
            Series::new("absence".into(), self.absence).into(),
        ];
        DataFrame::new(height, columns)
    }
}

/// Returns an integer that orders numbers as [`f64::total_cmp`] does.
fn total_order(value: f64) -> i64 {
    let bits = value.to_bits().cast_signed();
    if bits < 0 { bits ^ i64::MAX } else { bits }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn integers_order_as_numbers_do(a in proptest::num::f64::ANY, b in proptest::num::f64::ANY) {
            prop_assert_eq!(total_order(a).cmp(&total_order(b)), a.total_cmp(&b));
        }
    }
}
