//! Plots of ranking bars.

use domain::chart::{BarRow, Bars, ChartModel, Emphasis};

use super::{Axis, Form, Labels, Plot, RowMark, Series, Tone, ValueFormat};
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
        texts: rows.iter().map(|row| Some(clean(&row.text))).collect(),
        joined: true,
        labels: Labels::Values,
    }];
    let format = ValueFormat {
        signed,
        ..ValueFormat::new(decimals, largest)
    };
    let values = || rows.iter().map(|row| row.value);
    let low = values().fold(bars.min.min(0.0), f64::min);
    let high = values().fold(bars.max.max(0.0), f64::max);
    // Space for the labels of bars below zero: the names are at the end of the axis.
    let room = if low < 0.0 { (high - low) * 0.1 } else { 0.0 };
    // The length of a bar encodes its value, so bars start at zero whatever the scale.
    let axis = Axis::new(model.lang, (low, high), &[], format).hidden((low - room, high));
    Plot {
        lang: model.lang,
        corner: words::PROVINCE.get(model.lang).into(),
        categories: rows.iter().map(category).collect(),
        series,
        extra: extra(model, rows),
        row_marks: rows.iter().map(row_mark).collect(),
        reference: bars.reference.clone(),
        form: Form::Bars,
        series_in_rows: false,
        axis,
        secondary: None,
        legend: false,
        remarks: bars.reference.iter().map(|it| clean(&it.label)).collect(),
        speaker_notes: Vec::new(),
    }
}

fn row_mark(row: &BarRow) -> RowMark {
    RowMark {
        rank: row.rank.parse().ok(),
        ..RowMark::of(row.emphasis)
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
