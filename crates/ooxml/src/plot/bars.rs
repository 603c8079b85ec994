//! Ranking bars.

use domain::chart::{BarRow, Bars, ChartModel, Emphasis};

use super::{Axis, Form, Labels, Plot, Series, Tone, value_format};
use crate::{
    text::clean,
    words::{self, say},
};

/// The category of a bar: `1. Đà Nẵng`, or the name alone where there is no rank.
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
    let lit = |(at, row): (usize, &BarRow)| match row.emphasis {
        Emphasis::Context => None,
        lit @ Emphasis::Highlight(_) => Some((at, Tone::of(lit))),
    };
    let series = vec![Series {
        name: say(model.lang, words::VALUE).into(),
        values: rows.iter().map(|row| Some(row.value)).collect(),
        tone: Tone::Plain,
        lit: rows.iter().enumerate().filter_map(lit).collect(),
        second: false,
        over: false,
        joined: true,
        labels: Labels::Values,
    }];
    let format = value_format(decimals, signed, largest);
    // Bars are lengths: they start at zero whatever the scale.
    let mut axis = Axis::new(bars.min.min(0.0), bars.max.max(0.0), &series, &format);
    axis.hidden = true;
    if axis.min < 0.0 {
        // Room for the values of bars below zero: names stand at the end of the axis.
        axis.min -= (axis.max - axis.min) * 0.1;
    }
    Plot {
        lang: model.lang,
        corner: say(model.lang, words::PROVINCE).into(),
        categories: rows.iter().map(category).collect(),
        series,
        extra: extra(model, rows),
        form: Form::Bars,
        by_rows: false,
        axis,
        second: None,
        legend: false,
        remarks: bars.reference.iter().map(|it| clean(&it.label)).collect(),
        spoken: Vec::new(),
    }
}

/// Rank and name apart, for those who look figures up in the table.
fn extra(model: &ChartModel, rows: &[BarRow]) -> Vec<(String, Vec<String>)> {
    if rows.iter().all(|row| row.rank.is_empty()) {
        return Vec::new();
    }
    vec![
        (
            say(model.lang, words::RANK).into(),
            rows.iter().map(|row| clean(&row.rank)).collect(),
        ),
        (
            say(model.lang, words::NAME).into(),
            rows.iter().map(|row| clean(&row.label)).collect(),
        ),
    ]
}
