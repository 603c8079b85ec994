//! The value axis of dot charts, and its ends.

use std::{ops::Range, sync::Arc};

use domain::Lang;
use domain::chart::{DotRow, Dots};
use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged, ValueFormatter};

use crate::RenderError;
use crate::axis::Axis;
use crate::numbers::{finite, number};

/// Returns the ends of a row's own scale: as given, extended to include all marks.
pub(crate) fn row_scale(row: &DotRow, (low, high): (f64, f64)) -> (f64, f64) {
    let (mut low, mut high) = (low.min(high), low.max(high));
    for mark in &row.marks {
        low = low.min(mark.value);
        high = high.max(mark.value);
    }
    if high <= low { (low, low + 1.0) } else { (low, high) }
}

/// Formats the ends of a row's own scale; empty if the row has none.
pub(crate) fn end_texts(row: &DotRow, lang: Lang) -> String {
    let Some(scale) = row.scale else {
        return String::new();
    };
    let (low, high) = row_scale(row, scale);
    let format_short = |value: f64| {
        let decimals = (0..3).find(|n| (value * 10_f64.powi(*n)).fract().abs() < 1e-9);
        number(value, decimals.unwrap_or(2) as usize, lang)
    };
    format!("{}–{}", format_short(low), format_short(high))
}

/// Returns the ends of the shared axis: as given by the model, extended to include all marks.
pub(crate) fn shared(dots: &Dots) -> Result<(f64, f64), RenderError> {
    finite("axis", &[dots.min, dots.max])?;
    let (mut low, mut high) = (dots.min.min(dots.max), dots.min.max(dots.max));
    for row in &dots.rows {
        let values: Vec<f64> = row.marks.iter().map(|mark| mark.value).collect();
        finite(&row.label, &values)?;
        if let Some((from, to)) = row.scale {
            finite(&row.label, &[from, to])?;
            continue;
        }
        low = values.iter().copied().fold(low, f64::min);
        high = values.iter().copied().fold(high, f64::max);
    }
    if let Some(reference) = &dots.reference {
        finite(&reference.label, &[reference.value])?;
    }
    Ok(if high <= low { (low, low + 1.0) } else { (low, high) })
}

/// The row of a value that is on the shared axis, such as a tick.
pub(crate) const NO_ROW: usize = usize::MAX;

/// A horizontal axis on which rows may have their own scale. A position is the index of a row and a value of that row.
#[derive(Clone, Debug, Default)]
pub(crate) struct DotAxis {
    shared: Axis,
    /// `None` for rows on the shared axis. Shared by copies of the axis, of which each strip of the picture has one.
    own: Arc<[Option<Axis>]>,
}

impl DotAxis {
    pub(crate) fn new(dots: &Dots, (low, high): (f64, f64)) -> Self {
        let own = |row: &DotRow| {
            let (low, high) = row_scale(row, row.scale?);
            Some(Axis::new(low, high))
        };
        Self {
            shared: Axis::new(low, high),
            own: dots.rows.iter().map(own).collect(),
        }
    }

    /// Sets the values of the shared axis with a tick, each with its label.
    pub(crate) fn ticks(self, ticks: Vec<(f64, String)>) -> Self {
        Self {
            shared: self.shared.ticks(ticks),
            ..self
        }
    }

    fn scale(&self, row: usize) -> &Axis {
        let own = self.own.get(row).and_then(Option::as_ref);
        own.unwrap_or(&self.shared)
    }

    /// Returns the position of a row's value between two positions, in their unit.
    pub(crate) fn between(&self, (row, value): (usize, f64), ends: (f64, f64)) -> f64 {
        self.scale(row).between(value, ends)
    }
}

impl Ranged for DotAxis {
    type FormatOption = NoDefaultFormatting;
    type ValueType = (usize, f64);

    fn map(&self, (row, value): &(usize, f64), limit: (i32, i32)) -> i32 {
        self.scale(*row).map(value, limit)
    }

    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<(usize, f64)> {
        let ticks = self.shared.key_points(hint);
        ticks.into_iter().map(|value| (NO_ROW, value)).collect()
    }

    fn range(&self) -> Range<(usize, f64)> {
        let range = self.shared.range();
        (NO_ROW, range.start)..(NO_ROW, range.end)
    }
}

impl ValueFormatter<(usize, f64)> for DotAxis {
    fn format_ext(&self, (_, value): &(usize, f64)) -> String {
        self.shared.format_ext(value)
    }
}

#[cfg(test)]
mod tests {
    use domain::chart::{DotLink, Emphasis};

    use super::*;

    #[test]
    fn a_row_with_its_own_scale_is_not_on_the_shared_axis() {
        let row = |scale| DotRow {
            label: String::new(),
            note: String::new(),
            emphasis: Emphasis::Context,
            marks: Vec::new(),
            link: DotLink::None,
            scale,
        };
        let dots = Dots {
            rows: vec![row(None), row(Some((0.0, 10.0)))],
            ..Dots::default()
        };
        let axis = DotAxis::new(&dots, (0.0, 100.0)).ticks(vec![(50.0, "50".into())]);
        assert_eq!([0, 1, NO_ROW].map(|row| axis.map(&(row, 5.0), (0, 200))), [10, 100, 10]);
        assert_eq!(axis.key_points(9), [(NO_ROW, 50.0)]);
        assert_eq!(axis.format_ext(&(NO_ROW, 50.0)), "50");
    }
}
