//! The year axis of a trend: its ends, and where years and points lie on it.

use domain::chart::{Trend, TrendSeries};

/// Returns the position of a year on the axis; `None` if it is not on it.
pub(crate) fn position(trend: &Trend, year: i32) -> Option<f64> {
    let index = trend.years.iter().position(|other| *other == year)?;
    Some(index as f64)
}

/// Returns the ends of the year axis; a single year is in the middle.
pub(crate) fn year_range(trend: &Trend) -> (f64, f64) {
    match trend.years.len() {
        0 | 1 => (-0.5, 0.5),
        count => (0.0, count as f64 - 1.0),
    }
}

/// Returns all points of a series, and the indices at which a new segment begins.
pub(crate) fn joined_points(trend: &Trend, series: &TrendSeries) -> (Vec<(f64, f64)>, Vec<usize>) {
    let mut points = Vec::with_capacity(series.points.len());
    let mut cuts = Vec::new();
    for segment in trend.stretches(series) {
        if !points.is_empty() {
            cuts.push(points.len());
        }
        for point in segment {
            if let Some(index) = position(trend, point.year) {
                points.push((index, point.value));
            }
        }
    }
    (points, cuts)
}
