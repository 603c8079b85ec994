//! Scores or ranks over years.

use domain::{
    Lang,
    chart::{ChartModel, Emphasis, Trend, TrendSeries},
};

use super::{Axis, Form, Labels, Plot, Series, Tone};
use crate::{
    text::clean,
    words::{self, say},
};

pub(super) fn plot(model: &ChartModel, trend: &Trend, format: &str, ranks: bool) -> Plot {
    let places = places(trend, &[]);
    // Context first: what is highlighted is drawn over it.
    let lit = |s: &&TrendSeries| s.emphasis != Emphasis::Context;
    let order = trend.series.iter().filter(|s| !lit(s));
    let order = order.chain(trend.series.iter().filter(lit));
    let series: Vec<Series> = order
        .map(|it| {
            let labels = if lit(&it) { Labels::Name } else { Labels::None };
            series(it, &places, Tone::of(it.emphasis), labels)
        })
        .collect();
    let axis = Axis::new(trend.min, trend.max, &series, format);
    Plot {
        lang: model.lang,
        corner: say(model.lang, words::NAME).into(),
        categories: names(&places),
        series,
        extra: Vec::new(),
        form: Form::Lines,
        by_rows: true,
        axis: if ranks { axis.ranks() } else { axis },
        second: None,
        legend: false,
        remarks: cuts(model.lang, trend, &places),
        spoken: Vec::new(),
    }
}

/// The years, and an empty place wherever a line would otherwise run across a break.
///
/// A point can be told not to be joined to the one before, but not every program listens:
/// LibreOffice draws the line all the same. Nothing is joined across an empty place.
pub(super) fn places(trend: &Trend, others: &[&Trend]) -> Vec<Option<i32>> {
    let has = |s: &TrendSeries, year: i32| s.points.iter().any(|p| p.year == year);
    let cut = |a: i32, b: i32| {
        std::iter::once(&trend)
            .chain(others)
            .any(|it| !it.joined(a, b) && it.series.iter().any(|s| has(s, a) && has(s, b)))
    };
    let mut places = Vec::new();
    for (at, year) in trend.years.iter().enumerate() {
        if at > 0 && cut(trend.years[at - 1], *year) {
            places.push(None);
        }
        places.push(Some(*year));
    }
    places
}

/// The categories: years, and `|` for a break.
pub(super) fn names(places: &[Option<i32>]) -> Vec<String> {
    let name = |place: &Option<i32>| place.map_or_else(|| "|".to_owned(), |year| year.to_string());
    places.iter().map(name).collect()
}

pub(super) fn series(it: &TrendSeries, places: &[Option<i32>], tone: Tone, labels: Labels) -> Series {
    let value = |place: &Option<i32>| {
        let year = (*place)?;
        it.points.iter().find(|p| p.year == year).map(|p| p.value)
    };
    Series {
        name: clean(&it.label),
        values: places.iter().map(value).collect(),
        tone,
        lit: Vec::new(),
        second: false,
        over: false,
        joined: true,
        labels,
    }
}

/// What the marks between years mean, with the publisher's words where there are some.
pub(super) fn cuts(lang: Lang, trend: &Trend, places: &[Option<i32>]) -> Vec<String> {
    if places.iter().all(Option::is_some) {
        return Vec::new();
    }
    let cut = |year: i32| places.windows(2).any(|pair| pair == [None, Some(year)]);
    let mut labels: Vec<(String, Vec<String>)> = Vec::new();
    for br in trend.breaks.iter().filter(|br| cut(br.before) && !br.label.is_empty()) {
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
    let mark = say(lang, words::CUT);
    if labels.is_empty() {
        vec![format!("{mark}.")]
    } else {
        vec![format!("{mark} ({}).", labels.join("; "))]
    }
}
