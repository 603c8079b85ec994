//! Plots of counts that add up to a whole.

use domain::chart::{ChartModel, Stacked, StackedRow};

use super::{Axis, Form, Labels, Plot, RowMark, Series, Tone, ValueFormat};
use crate::{text::clean, words};

/// Colours of the parts in their order, from dark to light.
const TONES: [Tone; 3] = [Tone::Highlight(0), Tone::Plain, Tone::Context];

/// Returns the category of a row, such as `Nghệ An: 889/2.180`: the first part of the whole.
fn category(row: &StackedRow) -> String {
    let first = row.pieces.first().map_or("", |piece| piece.text.as_str());
    clean(&format!("{}: {first}/{}", row.label, row.text))
}

pub(super) fn plot(model: &ChartModel, bars: &Stacked, decimals: u8) -> Plot {
    let longest = bars.rows.iter().map(StackedRow::length).fold(0.0, f64::max);
    let part = |(index, name): (usize, &String)| Series {
        name: clean(name),
        values: bars
            .rows
            .iter()
            .map(|row| row.pieces.get(index).map(|piece| piece.value))
            .collect(),
        tone: TONES.get(index).copied().unwrap_or(Tone::Hatched),
        point_tones: Vec::new(),
        secondary: false,
        overlay: false,
        texts: Vec::new(),
        joined: true,
        // A slide holds about thirty rows, too thin for labels: the counts are in the category, next to the name.
        labels: Labels::None,
    };
    let series: Vec<Series> = bars.parts.iter().enumerate().map(part).collect();
    let format = ValueFormat::new(decimals, longest);
    let axis = Axis::new(model.lang, (0.0, longest), &[], format).hidden((0.0, longest));
    Plot {
        lang: model.lang,
        corner: words::PROVINCE.get(model.lang).into(),
        categories: bars.rows.iter().map(category).collect(),
        series,
        extra: vec![(
            clean(&bars.whole),
            bars.rows.iter().map(|row| clean(&row.text)).collect(),
        )],
        row_marks: bars.rows.iter().map(|row| RowMark::of(row.emphasis)).collect(),
        reference: None,
        form: Form::Stacked,
        series_in_rows: false,
        axis,
        secondary: None,
        legend: true,
        remarks: Vec::new(),
        speaker_notes: Vec::new(),
    }
}
