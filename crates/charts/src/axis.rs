//! The axes of charts, as coordinates of plotters.
//!
//! Plotters' own axes round every position to the upper left and choose their key points themselves. These round to
//! the nearest unit, so that a mark is where a text next to it was measured, and their key points are the ticks for
//! whose labels a layout has found space.

use std::ops::Range;

use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged, ValueFormatter};

use crate::units::units;

/// A linear axis of values. It runs from left to right or from bottom to top, and may decrease, as for ranks.
#[derive(Clone, Debug, Default)]
pub(crate) struct Axis {
    start: f64,
    end: f64,
    ticks: Vec<(f64, String)>,
}

impl Axis {
    pub(crate) fn new(start: f64, end: f64) -> Self {
        Self {
            start,
            end,
            ticks: Vec::new(),
        }
    }

    /// Sets the values with a tick, each with its label.
    pub(crate) fn ticks(self, ticks: Vec<(f64, String)>) -> Self {
        Self { ticks, ..self }
    }

    /// Returns the position of a value between two positions, in their unit. An axis without length has every value in
    /// the middle.
    pub(crate) fn between(&self, value: f64, (from, to): (f64, f64)) -> f64 {
        let share = (value - self.start) / (self.end - self.start);
        from + if share.is_finite() { share } else { 0.5 } * (to - from)
    }
}

impl Ranged for Axis {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, (from, to): (i32, i32)) -> i32 {
        self.between(*value, (f64::from(from), f64::from(to))).round() as i32
    }

    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<f64> {
        limited(&hint, self.ticks.iter().map(|(value, _)| *value))
    }

    fn range(&self) -> Range<f64> {
        self.start..self.end
    }
}

impl ValueFormatter<f64> for Axis {
    fn format_ext(&self, value: &f64) -> String {
        let tick = self.ticks.iter().find(|(tick, _)| tick == value);
        tick.map(|(_, label)| label.clone()).unwrap_or_default()
    }
}

/// A place on [`Rows`]: the index of a row, and the distance below the row's middle, in CSS px.
pub(crate) type RowPlace = (usize, f64);

/// A vertical axis of rows, the first at the top. Rows may differ in height.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rows {
    /// The middle of each row, below the upper end of the axis, in CSS px.
    middles: Vec<f64>,
}

impl Rows {
    /// Creates an axis of rows with these middles, below its upper end, in CSS px.
    pub(crate) fn new(middles: Vec<f64>) -> Self {
        Self { middles }
    }

    /// Creates an axis of rows of equal height, in CSS px.
    pub(crate) fn equal(count: usize, height: f64) -> Self {
        Self::new((0..count).map(|row| (row as f64 + 0.5) * height).collect())
    }

    /// Returns the distance of a place from the upper end of the axis, in CSS px.
    pub(crate) fn distance(&self, (row, below): RowPlace) -> f64 {
        self.middles.get(row).copied().unwrap_or_default() + below
    }

    /// Returns the place at a distance from the upper end of the axis, in CSS px.
    pub(crate) fn place(&self, distance: f64) -> RowPlace {
        (0, distance - self.distance((0, 0.0)))
    }
}

impl Ranged for Rows {
    type FormatOption = NoDefaultFormatting;
    type ValueType = RowPlace;

    fn map(&self, place: &RowPlace, (from, to): (i32, i32)) -> i32 {
        from.min(to) + units(self.distance(*place))
    }

    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<RowPlace> {
        limited(&hint, (0..self.middles.len()).map(|row| (row, 0.0)))
    }

    fn range(&self) -> Range<RowPlace> {
        (0, 0.0)..(self.middles.len().saturating_sub(1), 0.0)
    }
}

/// Rows have no labels at their key points: names are next to the marks in several columns and styles.
impl ValueFormatter<RowPlace> for Rows {
    fn format_ext(&self, _: &RowPlace) -> String {
        String::new()
    }
}

/// Returns all points, whatever number plotters asks for, except if it asks for none.
fn limited<T>(hint: &impl KeyPointHint, points: impl Iterator<Item = T>) -> Vec<T> {
    if hint.max_num_points() == 0 {
        Vec::new()
    } else {
        points.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_rounded_to_the_nearest_unit_in_both_directions() {
        let scores = Axis::new(0.0, 3.0);
        assert_eq!(
            [0.0, 1.0, 2.0, 3.0].map(|value| scores.map(&value, (0, 10))),
            [0, 3, 7, 10]
        );
        let ranks = Axis::new(63.0, 1.0);
        assert_eq!([1.0, 32.0, 63.0].map(|value| ranks.map(&value, (100, 0))), [0, 50, 100]);
        assert_eq!(Axis::new(5.0, 5.0).map(&5.0, (0, 10)), 5);
    }

    #[test]
    fn ticks_are_key_points_with_their_labels() {
        let axis = Axis::new(0.0, 1.0).ticks(vec![(0.0, "0,0".into()), (0.5, "0,5".into())]);
        assert_eq!(axis.key_points(1), [0.0, 0.5]);
        assert!(axis.key_points(0).is_empty());
        assert_eq!(axis.format_ext(&0.5), "0,5");
        assert_eq!(axis.format_ext(&0.7), "");
    }

    #[test]
    fn rows_are_counted_from_the_upper_end() {
        let rows = Rows::equal(3, 20.0);
        // The range of a vertical axis runs from bottom to top.
        assert_eq!(rows.map(&(0, 0.0), (300, 60)), 60 + 40);
        assert_eq!(rows.map(&(2, -10.0), (300, 60)), 60 + 160);
        assert_eq!(rows.place(35.0), (0, 25.0));
        assert_eq!(rows.distance(rows.place(35.0)), 35.0);
    }
}
