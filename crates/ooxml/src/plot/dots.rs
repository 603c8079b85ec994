//! Several marks a row, as bars side by side.
//!
//! No kind of native chart has marks on a row of names that PowerPoint, LibreOffice and Google Slides
//! all draw; bars side by side hold the same figures and can be edited by everybody.

use domain::chart::{ChartModel, DotMark, DotRow, Dots};

use super::{Axis, Form, Labels, Plot, Series, Tone, value_format};
use crate::{
    text::clean,
    words::{self, say},
};

/// Most marks with their value written at them: more would run into one another.
const LABELLED: usize = 80;

pub(super) fn plot(model: &ChartModel, dots: &Dots, decimals: u8) -> Plot {
    let shares = dots.rows.iter().any(|row| row.scale.is_some());
    let marks: usize = dots.rows.iter().map(|row| row.marks.len()).sum();
    let labels = if shares || marks > LABELLED {
        Labels::None
    } else {
        Labels::Values
    };
    let columns: Vec<(usize, usize)> = (0..dots.series.len())
        .flat_map(|at| (0..most(dots, at)).map(move |copy| (at, copy)))
        .collect();
    let series: Vec<Series> = columns
        .iter()
        .map(|(at, copy)| Series {
            name: name(dots, *at, *copy),
            values: dots
                .rows
                .iter()
                .map(|row| value(dots, row, (*at, *copy), shares))
                .collect(),
            tone: tone(dots, *at),
            lit: Vec::new(),
            second: false,
            over: false,
            joined: true,
            labels,
        })
        .collect();
    let (low, high) = if shares {
        (0.0, 100.0)
    } else {
        (dots.min.min(0.0), dots.max.max(0.0))
    };
    let format = value_format(if shares { 1 } else { decimals }, false, high.abs());
    let mut axis = Axis::new(low, high, &series, &format);
    if shares {
        axis.title = say(model.lang, words::SHARES).to_owned();
    }
    Plot {
        lang: model.lang,
        corner: say(model.lang, words::NAME).into(),
        categories: dots.rows.iter().map(|row| clean(&row.label)).collect(),
        extra: extra(model, dots, shares),
        legend: series.len() > 1,
        series,
        form: Form::Bars,
        by_rows: false,
        axis,
        second: None,
        remarks: dots.reference.iter().map(|it| clean(&it.label)).collect(),
        spoken: if shares { spoken(dots) } else { Vec::new() },
    }
}

fn of(row: &DotRow, series: usize) -> impl Iterator<Item = &DotMark> {
    row.marks.iter().filter(move |mark| mark.series == series)
}

/// A row may have several marks of one series: it then has as many columns.
fn most(dots: &Dots, series: usize) -> usize {
    dots.rows
        .iter()
        .map(|row| of(row, series).count())
        .max()
        .unwrap_or(0)
        .max(1)
}

fn name(dots: &Dots, series: usize, copy: usize) -> String {
    let name = clean(&dots.series[series].label);
    if copy == 0 {
        name
    } else {
        format!("{name} ({})", copy + 1)
    }
}

fn value(dots: &Dots, row: &DotRow, (series, copy): (usize, usize), shares: bool) -> Option<f64> {
    let value = of(row, series).nth(copy)?.value;
    if !shares {
        return Some(value);
    }
    let (low, high) = row.scale.unwrap_or((dots.min, dots.max));
    let length = high - low;
    (length > 0.0).then(|| (value - low) / length * 100.0)
}

/// The colour of a series: its emphasis, or by its position where the emphasis tells nothing apart.
fn tone(dots: &Dots, at: usize) -> Tone {
    let own = dots.series[at].emphasis;
    let same = dots.series.iter().filter(|other| other.emphasis == own).count();
    if same == 1 {
        return Tone::of(own);
    }
    match u8::try_from(at) {
        Ok(at @ 0..5) => Tone::Lit(at),
        Ok(5) => Tone::Plain,
        _ => Tone::Quiet,
    }
}

/// What the bars do not say: the note of each row, and with scales of their own the figures as read.
fn extra(model: &ChartModel, dots: &Dots, shares: bool) -> Vec<(String, Vec<String>)> {
    let mut all = Vec::new();
    if shares {
        for (at, series) in dots.series.iter().enumerate() {
            let head = format!("{}: {}", clean(&series.label), say(model.lang, words::AS_READ));
            all.push((head, dots.rows.iter().map(|row| read(row, at)).collect()));
        }
    }
    if dots.rows.iter().any(|row| !row.note.is_empty()) {
        all.push(("±".to_owned(), dots.rows.iter().map(|row| clean(&row.note)).collect()));
    }
    all
}

fn read(row: &DotRow, series: usize) -> String {
    let texts: Vec<String> = of(row, series).map(|mark| clean(&mark.text)).collect();
    texts.join("; ")
}

/// The figures as read, for the speaker: the bars show shares only.
fn spoken(dots: &Dots) -> Vec<String> {
    let line = |row: &DotRow| {
        let marks = dots.series.iter().enumerate();
        let said: Vec<String> = marks
            .filter(|(at, _)| of(row, *at).next().is_some())
            .map(|(at, series)| format!("{} {}", clean(&series.label), read(row, at)))
            .collect();
        format!("{}: {}", clean(&row.label), said.join("; "))
    };
    dots.rows.iter().map(line).collect()
}
