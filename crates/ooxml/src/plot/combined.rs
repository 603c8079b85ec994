//! Scores as standing bars in the lower half, ranks as a line in the upper half.
//!
//! Both axes are twice as long as their figures need, from opposite ends: so the line never
//! runs over the bars, as nothing may be read from where they would cross.

use domain::chart::{ChartModel, Combined};

use super::{Axis, Form, Labels, Plot, Series, Tone, trend, unit, value_format};
use crate::{
    text::clean,
    words::{self, say},
};

/// How much longer than its figures an axis is.
const ROOM: f64 = 2.25;

pub(super) fn plot(model: &ChartModel, both: &Combined, decimals: u8) -> Plot {
    let places = trend::places(&both.scores, &[&both.ranks]);
    let scores = both.scores.series.iter().enumerate().map(|(at, it)| {
        let (tone, labels) = if at == 0 {
            (Tone::Lit(0), Labels::Values)
        } else {
            (Tone::Quiet, Labels::None)
        };
        Series {
            over: at > 0,
            ..named(&both.score_label, trend::series(it, &places, tone, labels))
        }
    });
    let scores: Vec<Series> = scores.collect();
    let ranks = both.ranks.series.iter().map(|it| {
        let series = trend::series(it, &places, Tone::Lit(1), Labels::Values);
        Series {
            second: true,
            ..named(&both.rank_label, series)
        }
    });
    let ranks: Vec<Series> = ranks.collect();
    let score_format = value_format(decimals, false, both.scores.max.abs());
    let low = both.scores.min.min(0.0);
    let axis = upper_half_free(
        Axis::new(low, both.scores.max, &scores, &score_format),
        &both.score_label,
    );
    let second = Axis::new(1.0, both.ranks.max.max(both.ranks.min), &ranks, "0");
    let second = lower_half_free(second, &both.rank_label);
    let mut series = scores;
    series.extend(ranks);
    Plot {
        lang: model.lang,
        corner: say(model.lang, words::YEAR).into(),
        categories: trend::names(&places),
        series,
        extra: Vec::new(),
        form: Form::Combined,
        by_rows: true,
        axis,
        second: Some(second),
        legend: true,
        remarks: trend::cuts(model.lang, &both.scores, &places),
        spoken: Vec::new(),
    }
}

/// The series under a name that says what it counts: score and rank are of the same province.
fn named(label: &str, series: Series) -> Series {
    let name = if series.name.is_empty() {
        clean(label)
    } else {
        format!("{}: {}", clean(label), series.name)
    };
    Series { name, ..series }
}

/// Ticks above the scale would be of no score: they are not written.
fn upper_half_free(axis: Axis, label: &str) -> Axis {
    let unit = unit(axis.max, 4);
    Axis {
        title: clean(label),
        unit: Some(unit),
        ticks: format!("[<={}]0;\"\"", axis.max),
        max: axis.max * ROOM,
        grid: false,
        ..axis
    }
}

fn lower_half_free(axis: Axis, label: &str) -> Axis {
    let last = axis.max;
    Axis {
        title: clean(label),
        ticks: format!("[>{last}]\"\";[>0]0;\"\""),
        max: last * ROOM,
        grid: false,
        ..axis.ranks()
    }
}
