//! Plots of scores as vertical bars in the lower half and ranks as a line in the upper half.
//!
//! Both axes are more than twice as long as their figures need, from opposite ends. So the line never
//! crosses the bars: such a crossing would have no meaning.

use domain::chart::{ChartModel, Combined};

use super::{Axis, Form, Labels, Plot, Series, Tone, ValueFormat, trend};
use crate::{text::clean, words};

/// Length of an axis as a multiple of the range of its figures.
const ROOM: f64 = 2.25;

pub(super) fn plot(model: &ChartModel, both: &Combined, decimals: u8) -> Plot {
    let positions = trend::positions(&both.scores, &[&both.ranks]);
    let scores = both.scores.series.iter().enumerate().map(|(index, it)| {
        let (tone, labels) = if index == 0 {
            (Tone::Highlight(0), Labels::Values)
        } else {
            (Tone::Context, Labels::None)
        };
        Series {
            overlay: index > 0,
            ..named(&both.score_label, trend::series(it, &positions, tone, labels))
        }
    });
    let scores: Vec<Series> = scores.collect();
    let ranks = both.ranks.series.iter().map(|it| {
        let series = trend::series(it, &positions, Tone::Highlight(1), Labels::Values);
        Series {
            secondary: true,
            ..named(&both.rank_label, series)
        }
    });
    let ranks: Vec<Series> = ranks.collect();
    let lang = model.lang;
    let highest = scores.iter().flat_map(|s| s.values.iter().flatten()).copied();
    let highest = highest.fold(both.scores.max, f64::max);
    let low = both.scores.min.min(0.0);
    let score_format = ValueFormat::new(decimals, highest);
    let axis = Axis {
        title: clean(&both.score_label),
        grid: false,
        ..Axis::new(lang, (low, highest), &scores, score_format).extended(lang, highest, ROOM)
    };
    let last = both.ranks.max.max(both.ranks.min);
    let secondary = Axis::new(lang, (1.0, last), &ranks, ValueFormat::WHOLE);
    let secondary = lower_half_free(secondary.ranks(last), last, &both.rank_label);
    let mut series = scores;
    series.extend(ranks);
    Plot {
        lang: model.lang,
        corner: words::YEAR.get(model.lang).into(),
        categories: trend::categories(&positions),
        series,
        extra: Vec::new(),
        row_marks: Vec::new(),
        reference: None,
        form: Form::Combined,
        series_in_rows: true,
        axis,
        secondary: Some(secondary),
        legend: true,
        remarks: trend::break_remarks(model.lang, &both.scores, &positions),
        speaker_notes: Vec::new(),
    }
}

/// Prefixes the name of a series with what it measures: score and rank belong to the same province.
fn named(label: &str, series: Series) -> Series {
    let name = if series.name.is_empty() {
        clean(label)
    } else {
        format!("{}: {}", clean(label), series.name)
    };
    Series { name, ..series }
}

/// Extends the axis of the ranks downwards. Ticks after the last rank are not labelled.
fn lower_half_free(ranks: Axis, last: f64, label: &str) -> Axis {
    let step = ranks.tick_distance.unwrap_or(1.0);
    Axis {
        title: clean(label),
        max: (last * ROOM / step).ceil() * step,
        grid: false,
        ..ranks
    }
}
