//! Plots of ranking bars.

use domain::chart::{BarRow, Bars, ChartModel, Emphasis};

use super::{Axis, Form, Labels, Plot, Series, Tone, value_format};
use crate::{text::clean, words};

/// Returns the category of a bar: `1. Đà Nẵng`, or only the name if there is no rank.
pub(crate) fn category(row: &BarRow) -> String {
    if row.rank.is_empty() {
        clean(&row.label)
    } else {
        clean(&format!("{}. {}", row.rank, row.label))
    }
}

pub(super) fn plot(model: &ChartModel, bars: &Bars, decimals: u8) -> Plot {
    let rows = &bars.rows;
    let signed = rows.iter().any(|row| row.text.starts_with('+'));
    let largest = rows.iter().map(|row| row.value.abs()).fold(0.0, f64::max);
    let highlight = |(index, row): (usize, &BarRow)| match row.emphasis {
        Emphasis::Context => None,
        emphasis @ Emphasis::Highlight(_) => Some((index, Tone::of(emphasis))),
    };
    let series = vec![Series {
        name: words::VALUE.get(model.lang).into(),
        values: rows.iter().map(|row| Some(row.value)).collect(),
        tone: Tone::Plain,
        point_tones: rows.iter().enumerate().filter_map(highlight).collect(),
        secondary: false,
        overlay: false,
        joined: true,
        labels: Labels::Values,
    }];
    let format = value_format(decimals, signed, largest);
    // The length of a bar encodes its value, so bars start at zero whatever the scale.
    let mut axis = Axis::new(bars.min.min(0.0), bars.max.max(0.0), &series, &format);
    axis.hidden = true;
    if axis.min < 0.0 {
        // Space for the labels of bars below zero: the names are at the end of the axis.
        axis.min -= (axis.max - axis.min) * 0.1;
    }
    Plot {
        lang: model.lang,
        corner: words::PROVINCE.get(model.lang).into(),
        categories: rows.iter().map(category).collect(),
        series,
        extra: extra(model, rows),
        form: Form::Bars,
        series_in_rows: false,
        axis,
        secondary: None,
        legend: false,
        remarks: bars.reference.iter().map(|it| clean(&it.label)).collect(),
        speaker_notes: Vec::new(),
    }
}

/// Returns columns with rank and name separately, for readers who look up figures in the table.
fn extra(model: &ChartModel, rows: &[BarRow]) -> Vec<(String, Vec<String>)> {
    if rows.iter().all(|row| row.rank.is_empty()) {
        return Vec::new();
    }
    vec![
        (
            words::RANK.get(model.lang).into(),
            rows.iter().map(|row| clean(&row.rank)).collect(),
        ),
        (
            words::NAME.get(model.lang).into(),
            rows.iter().map(|row| clean(&row.label)).collect(),
        ),
    ]
}
