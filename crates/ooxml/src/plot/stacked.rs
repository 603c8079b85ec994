//! Counts that make up a whole.

use domain::chart::{ChartModel, Stacked, StackedRow};

use super::{Axis, Form, Labels, Plot, Series, Tone, value_format};
use crate::{
    text::clean,
    words::{self, say},
};

pub(super) fn plot(model: &ChartModel, bars: &Stacked, decimals: u8) -> Plot {
    let longest = bars.rows.iter().map(StackedRow::length).fold(0.0, f64::max);
    let part = |(at, name): (usize, &String)| Series {
        name: clean(name),
        values: bars
            .rows
            .iter()
            .map(|row| row.pieces.get(at).map(|piece| piece.value))
            .collect(),
        tone: u8::try_from(at).map_or(Tone::Plain, Tone::Lit),
        lit: Vec::new(),
        second: false,
        over: false,
        joined: true,
        labels: Labels::Values,
    };
    let series: Vec<Series> = bars.parts.iter().enumerate().map(part).collect();
    let format = value_format(decimals, false, longest);
    let mut axis = Axis::new(0.0, longest, &[], &format);
    axis.hidden = true;
    Plot {
        lang: model.lang,
        corner: say(model.lang, words::PROVINCE).into(),
        categories: bars.rows.iter().map(|row| clean(&row.label)).collect(),
        series,
        extra: vec![(
            clean(&bars.whole),
            bars.rows.iter().map(|row| clean(&row.text)).collect(),
        )],
        form: Form::Stacked,
        by_rows: false,
        axis,
        second: None,
        legend: true,
        remarks: Vec::new(),
        spoken: Vec::new(),
    }
}
