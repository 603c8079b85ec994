//! How one total became another: bars of pieces, the first of which is not seen.

use domain::{
    chart::{ChartModel, Step, StepEnd, Steps},
    number,
};

use super::{Axis, Form, Labels, Plot, Series, Tone, value_format};
use crate::{
    text::clean,
    words::{self, say},
};

/// One bar: where it begins, how long it is, and what it is.
struct Bar {
    base: f64,
    length: f64,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Total,
    Up,
    Down,
    Remainder,
}

pub(super) fn plot(model: &ChartModel, steps: &Steps, decimals: u8) -> Plot {
    let lang = model.lang;
    let bars = bars(steps);
    let row = |tone, name: &str, value: &dyn Fn(&Bar) -> Option<f64>| Series {
        name: name.to_owned(),
        values: bars.iter().map(value).collect(),
        tone,
        lit: Vec::new(),
        second: false,
        over: false,
        joined: true,
        labels: Labels::None,
    };
    let base = |bar: &Bar| (bar.kind != Kind::Total).then_some(bar.base);
    let mut series = vec![row(Tone::Hidden, say(lang, words::BASE), &base)];
    for (kind, tone, name) in [
        (Kind::Total, Tone::Plain, words::TOTAL),
        (Kind::Up, Tone::Lit(0), words::UP),
        (Kind::Down, Tone::Lit(1), words::DOWN),
        (Kind::Remainder, Tone::Hatched, words::REMAINDER),
    ] {
        let length = |bar: &Bar| (bar.kind == kind).then_some(bar.length);
        series.push(row(tone, say(lang, name), &length));
    }
    // A kind without a bar needs no column and no place in the legend.
    series.retain(|it| it.values.iter().any(Option::is_some));
    let format = value_format(decimals, false, steps.max.abs());
    let mut axis = Axis::new(steps.min, steps.max, &[], &format);
    let ends = bars.iter().map(|bar| bar.base + bar.length);
    axis.max = ends.fold(axis.max, f64::max);
    // A total is as long as its value, whatever part of it the axis shows.
    let lowest = bars
        .iter()
        .map(|bar| if bar.kind == Kind::Total { bar.length } else { bar.base });
    axis.min = lowest.fold(axis.min, f64::min);
    if !bars.is_empty() && axis.min > 0.0 {
        axis.title = format!(
            "{} {}",
            say(lang, words::BEGINS),
            number::format(lang, axis.min, decimals)
        );
    }
    Plot {
        lang,
        corner: say(lang, words::NAME).into(),
        categories: categories(steps),
        series,
        extra: extra(steps, lang),
        form: Form::Stacked,
        by_rows: false,
        axis,
        second: None,
        // Names and signs say it; a legend would name the piece that is not seen.
        legend: false,
        remarks: Vec::new(),
        spoken: Vec::new(),
    }
}

/// The bars from the first total to the last. Below zero pieces cannot be stacked: there a bar begins at
/// zero, and its category says what it is.
fn bars(steps: &Steps) -> Vec<Bar> {
    if steps.from.label.is_empty() && steps.to.label.is_empty() && steps.steps.is_empty() {
        return Vec::new();
    }
    let total = |end: &StepEnd| Bar {
        base: 0.0,
        length: end.value,
        kind: Kind::Total,
    };
    let mut all = vec![total(&steps.from)];
    let mut level = steps.from.value;
    for step in &steps.steps {
        let next = level + step.delta;
        all.push(Bar {
            base: level.min(next).max(0.0),
            length: step.delta.abs(),
            kind: match step {
                step if step.remainder => Kind::Remainder,
                step if step.delta < 0.0 => Kind::Down,
                _ => Kind::Up,
            },
        });
        level = next;
    }
    all.push(total(&steps.to));
    all
}

/// Names with what is read: a piece may be too short for a label.
fn categories(steps: &Steps) -> Vec<String> {
    if bars(steps).is_empty() {
        return Vec::new();
    }
    let end = |end: &StepEnd| clean(&format!("{}: {}", end.label, end.text));
    let step = |step: &Step| {
        let note = if step.note.is_empty() {
            String::new()
        } else {
            format!(" ({})", step.note)
        };
        clean(&format!("{}: {}{note}", step.label, step.text))
    };
    let mut all = vec![end(&steps.from)];
    all.extend(steps.steps.iter().map(step));
    all.push(end(&steps.to));
    all
}

/// The differences with their signs, as read: the bars hold lengths.
fn extra(steps: &Steps, lang: domain::Lang) -> Vec<(String, Vec<String>)> {
    let mut texts = vec![clean(&steps.from.text)];
    texts.extend(steps.steps.iter().map(|step| clean(&step.text)));
    texts.push(clean(&steps.to.text));
    texts.truncate(categories(steps).len());
    vec![(say(lang, words::AS_READ).to_owned(), texts)]
}
