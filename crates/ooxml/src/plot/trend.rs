//! Plots of scores or ranks over years.

use domain::{
    Lang,
    chart::{ChartModel, Emphasis, Trend, TrendSeries},
};

use super::{Axis, Form, Labels, Plot, Series, Tone, ValueFormat};
use crate::{text::clean, words};

pub(super) fn plot(model: &ChartModel, trend: &Trend, format: ValueFormat, ranks: bool) -> Plot {
    let positions = positions(trend, &[]);
    // Context first, so that highlighted lines are drawn over it.
    let is_highlighted = |s: &&TrendSeries| s.emphasis != Emphasis::Context;
    let order = trend.series.iter().filter(|s| !is_highlighted(s));
    let order = order.chain(trend.series.iter().filter(is_highlighted));
    let series: Vec<Series> = order
        .map(|it| {
            let labels = if is_highlighted(&it) {
                Labels::Name
            } else {
                Labels::None
            };
            series(it, &positions, Tone::of(it.emphasis), labels)
        })
        .collect();
    let axis = Axis::new(model.lang, (trend.min, trend.max), &series, format);
    let last = trend.max.max(trend.min);
    Plot {
        lang: model.lang,
        corner: words::NAME.get(model.lang).into(),
        categories: categories(&positions),
        series,
        extra: Vec::new(),
        row_marks: Vec::new(),
        reference: None,
        form: Form::Lines,
        series_in_rows: true,
        axis: if ranks { axis.ranks(last) } else { axis },
        secondary: None,
        legend: false,
        remarks: break_remarks(model.lang, trend, &positions),
        speaker_notes: Vec::new(),
    }
}

/// The category of an empty position.
pub(crate) const BREAK: &str = "|";

/// Returns the years, with an empty position wherever a line would otherwise cross a break.
///
/// The file format can exclude a single segment of a line, but not every program supports that:
/// LibreOffice draws the segment anyway. No program joins points across an empty position.
pub(super) fn positions(trend: &Trend, others: &[&Trend]) -> Vec<Option<i32>> {
    let has = |s: &TrendSeries, year: i32| s.points.iter().any(|p| p.year == year);
    let crosses_break = |a: i32, b: i32| {
        std::iter::once(&trend)
            .chain(others)
            .any(|it| !it.joined(a, b) && it.series.iter().any(|s| has(s, a) && has(s, b)))
    };
    let mut positions = Vec::new();
    for (index, year) in trend.years.iter().enumerate() {
        if index > 0 && crosses_break(trend.years[index - 1], *year) {
            positions.push(None);
        }
        positions.push(Some(*year));
    }
    positions
}

/// Returns the categories: years, and `|` for a break.
pub(super) fn categories(positions: &[Option<i32>]) -> Vec<String> {
    let label = |position: &Option<i32>| position.map_or_else(|| BREAK.to_owned(), |year| year.to_string());
    positions.iter().map(label).collect()
}

pub(super) fn series(it: &TrendSeries, positions: &[Option<i32>], tone: Tone, labels: Labels) -> Series {
    let value = |position: &Option<i32>| {
        let year = (*position)?;
        it.points.iter().find(|p| p.year == year).map(|p| p.value)
    };
    Series {
        name: clean(&it.label),
        values: positions.iter().map(value).collect(),
        tone,
        point_tones: Vec::new(),
        secondary: false,
        overlay: false,
        texts: Vec::new(),
        joined: true,
        labels,
    }
}

/// Explains the marks between years, with the publisher's text if there is one. Empty if there are no breaks.
pub(super) fn break_remarks(lang: Lang, trend: &Trend, positions: &[Option<i32>]) -> Vec<String> {
    if positions.iter().all(Option::is_some) {
        return Vec::new();
    }
    let crosses_break = |year: i32| positions.windows(2).any(|pair| pair == [None, Some(year)]);
    let mut labels: Vec<(String, Vec<String>)> = Vec::new();
    for br in trend
        .breaks
        .iter()
        .filter(|br| crosses_break(br.before) && !br.label.is_empty())
    {
        let label = clean(&br.label);
        let year = br.before.to_string();
        let years = if label.contains(&year) { Vec::new() } else { vec![year] };
        match labels.iter_mut().find(|(other, _)| *other == label) {
            Some((_, all)) => all.extend(years),
            None => labels.push((label, years)),
        }
    }
    let labels: Vec<String> = labels
        .into_iter()
        .map(|(label, years)| match years[..] {
            [] => label,
            _ => format!("{}: {label}", years.join(", ")),
        })
        .collect();
    let mark = words::BREAK_MARK.get(lang);
    if labels.is_empty() {
        vec![format!("{mark}.")]
    } else {
        vec![format!("{mark} ({}).", labels.join("; "))]
    }
}
