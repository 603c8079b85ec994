//! Plots of how one total became another (waterfall charts): stacked bars on an invisible base.

use domain::{
    chart::{ChartModel, Step, StepEnd, Steps},
    number,
};

use super::{Axis, Form, Labels, Plot, Series, Tone, ValueFormat};
use crate::{text::clean, words};

/// A bar: base, length and kind.
struct Bar {
    base: f64,
    length: f64,
    kind: BarKind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum BarKind {
    Total,
    Up,
    Down,
    Remainder,
}

pub(super) fn plot(model: &ChartModel, steps: &Steps, decimals: u8) -> Plot {
    let lang = model.lang;
    let bars = bars(steps);
    let series_of = |tone, name: &str, value: &dyn Fn(&Bar) -> Option<f64>| Series {
        name: name.to_owned(),
        values: bars.iter().map(value).collect(),
        tone,
        point_tones: Vec::new(),
        secondary: false,
        overlay: false,
        texts: Vec::new(),
        joined: true,
        labels: Labels::None,
    };
    let base = |bar: &Bar| (bar.kind != BarKind::Total).then_some(bar.base);
    let mut series = vec![series_of(Tone::Hidden, words::BASE.get(lang), &base)];
    for (kind, tone, name) in [
        (BarKind::Total, Tone::Plain, words::TOTAL),
        (BarKind::Up, Tone::Highlight(0), words::UP),
        (BarKind::Down, Tone::Highlight(1), words::DOWN),
        (BarKind::Remainder, Tone::Hatched, words::REMAINDER),
    ] {
        let length = |bar: &Bar| (bar.kind == kind).then_some(bar.length);
        series.push(series_of(tone, name.get(lang), &length));
    }
    // A kind without bars needs no column.
    series.retain(|it| it.values.iter().any(Option::is_some));
    let ends = bars.iter().map(|bar| bar.base + bar.length);
    let high = ends.fold(steps.max, f64::max);
    // A total starts at zero, whatever part of it the axis shows.
    let lowest = bars.iter().map(|bar| {
        if bar.kind == BarKind::Total {
            bar.length
        } else {
            bar.base
        }
    });
    let low = lowest.fold(steps.min, f64::min);
    let format = ValueFormat::new(decimals, high);
    let mut axis = Axis::new(lang, (low, high), &[], format);
    if !bars.is_empty() && axis.min > 0.0 {
        axis.title = format!(
            "{} {}",
            words::AXIS_BEGINS.get(lang),
            number::format(lang, axis.min, decimals)
        );
    }
    Plot {
        lang,
        corner: words::NAME.get(lang).into(),
        categories: categories(steps),
        series,
        extra: extra(steps, lang),
        row_marks: Vec::new(),
        reference: None,
        form: Form::Stacked,
        series_in_rows: false,
        axis,
        secondary: None,
        // Names and signs identify the bars; a legend would list the invisible base.
        legend: false,
        remarks: Vec::new(),
        speaker_notes: Vec::new(),
    }
}

/// Returns the bars from the first total to the last. Bars below zero cannot be stacked: such a bar begins at
/// zero, and its category shows the actual difference.
fn bars(steps: &Steps) -> Vec<Bar> {
    if steps.from.label.is_empty() && steps.to.label.is_empty() && steps.steps.is_empty() {
        return Vec::new();
    }
    let total = |end: &StepEnd| Bar {
        base: 0.0,
        length: end.value,
        kind: BarKind::Total,
    };
    let mut all = vec![total(&steps.from)];
    let mut level = steps.from.value;
    for step in &steps.steps {
        let next = level + step.delta;
        all.push(Bar {
            base: level.min(next).max(0.0),
            length: step.delta.abs(),
            kind: match step {
                step if step.remainder => BarKind::Remainder,
                step if step.delta < 0.0 => BarKind::Down,
                _ => BarKind::Up,
            },
        });
        level = next;
    }
    all.push(total(&steps.to));
    all
}

/// Returns the categories: names with the figures as text, because a bar may be too short for a label.
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

/// Returns a column with the signed differences as text: the bars only have lengths.
fn extra(steps: &Steps, lang: domain::Lang) -> Vec<(String, Vec<String>)> {
    let mut texts = vec![clean(&steps.from.text)];
    texts.extend(steps.steps.iter().map(|step| clean(&step.text)));
    texts.push(clean(&steps.to.text));
    texts.truncate(categories(steps).len());
    vec![(words::AS_READ.get(lang).to_owned(), texts)]
}
