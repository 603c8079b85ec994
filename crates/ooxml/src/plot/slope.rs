//! Plots of two years, with one line per province.

use domain::chart::{ChartModel, Emphasis, Slope, SlopeRow};

use super::{Axis, Form, Labels, Plot, Series, Tone, ValueFormat};
use crate::{text::clean, words};

/// Maximum number of lines of which all are named; if there are more, only the highlighted ones are.
const ALL_NAMED: usize = 15;

/// Maximum number of provinces without a line that are named below the chart; more are named in the speaker notes.
const NAMED_BELOW: usize = 8;

pub(super) fn plot(model: &ChartModel, slope: &Slope, decimals: u8) -> Plot {
    let is_highlighted = |row: &&SlopeRow| row.emphasis != Emphasis::Context;
    let order = slope.rows.iter().filter(|row| !is_highlighted(row));
    let order = order.chain(slope.rows.iter().filter(is_highlighted));
    let series: Vec<Series> = order
        .map(|row| Series {
            name: clean(&row.label),
            values: vec![Some(row.left), Some(row.right)],
            tone: Tone::of(row.emphasis),
            point_tones: Vec::new(),
            secondary: false,
            overlay: false,
            texts: Vec::new(),
            joined: slope.joined,
            labels: if is_highlighted(&row) || slope.rows.len() <= ALL_NAMED {
                Labels::Ends
            } else {
                Labels::None
            },
        })
        .collect();
    let format = if slope.ranks {
        ValueFormat::WHOLE
    } else {
        ValueFormat::new(decimals, slope.max)
    };
    let (remarks, speaker_notes) = sentences(model, slope);
    let mut axis = Axis::new(model.lang, (slope.min, slope.max), &series, format);
    // Grid lines would cross the names; if all lines are labelled, the axis is redundant.
    axis.grid = false;
    axis.hidden = slope.rows.len() <= ALL_NAMED;
    Plot {
        lang: model.lang,
        corner: words::NAME.get(model.lang).into(),
        categories: vec![clean(&slope.left), clean(&slope.right)],
        series,
        extra: Vec::new(),
        row_marks: Vec::new(),
        reference: None,
        form: Form::Lines,
        series_in_rows: true,
        axis: if slope.ranks {
            axis.ranks(slope.min.max(slope.max))
        } else {
            axis
        },
        secondary: None,
        legend: false,
        remarks,
        speaker_notes,
    }
}

/// Returns the sentences for below the chart, and those for the speaker notes.
fn sentences(model: &ChartModel, slope: &Slope) -> (Vec<String>, Vec<String>) {
    let (mut remarks, mut speaker_notes) = (Vec::new(), Vec::new());
    if !slope.joined {
        remarks.push(words::NOT_COMPARABLE.get(model.lang).to_owned());
    }
    let count = slope.without.len();
    if count > 0 {
        let names: Vec<String> = slope.without.iter().map(|name| clean(name)).collect();
        let head = words::INCOMPLETE.get(model.lang);
        let all = format!("{head}: {}.", names.join(", "));
        if count > NAMED_BELOW {
            remarks.push(format!("{head}: {count}."));
            speaker_notes.push(all);
        } else {
            remarks.push(all);
        }
    }
    (remarks, speaker_notes)
}
