//! Plots of several marks per row, as clustered bars.
//!
//! PowerPoint, LibreOffice and Google Slides share no native chart type for dots in labelled rows;
//! clustered bars show the same figures and are editable in all of them.

use domain::chart::{ChartModel, DotMark, DotRow, Dots};

use super::{Axis, Form, Labels, Plot, RowMark, Series, Tone, ValueFormat};
use crate::{text::clean, words};

/// Maximum number of series with value labels: a row has one label with the values of all.
const LABELLED: usize = 3;

pub(super) fn plot(model: &ChartModel, dots: &Dots, decimals: u8) -> Plot {
    let shares = dots.rows.iter().any(|row| row.scale.is_some());
    let labels = if shares || dots.series.len() > LABELLED {
        Labels::None
    } else {
        Labels::Values
    };
    let columns: Vec<(usize, usize)> = (0..dots.series.len())
        .flat_map(|index| (0..max_marks(dots, index)).map(move |nth| (index, nth)))
        .collect();
    let series: Vec<Series> = columns
        .iter()
        .map(|(index, nth)| Series {
            name: name(dots, *index, *nth),
            values: dots
                .rows
                .iter()
                .map(|row| value(dots, row, (*index, *nth), shares))
                .collect(),
            tone: tone(dots, *index),
            point_tones: Vec::new(),
            secondary: false,
            overlay: false,
            texts: Vec::new(),
            joined: true,
            labels,
        })
        .collect();
    let (low, high) = if shares {
        (0.0, 100.0)
    } else {
        (dots.min.min(0.0), dots.max.max(0.0))
    };
    let format = ValueFormat::new(if shares { 1 } else { decimals }, high);
    let mut axis = Axis::new(model.lang, (low, high), &series, format);
    if shares {
        axis.title = words::SHARES.get(model.lang).to_owned();
    }
    Plot {
        lang: model.lang,
        corner: words::NAME.get(model.lang).into(),
        categories: dots.rows.iter().map(|row| clean(&row.label)).collect(),
        extra: extra(model, dots, shares),
        legend: series.len() > 1,
        series,
        row_marks: dots.rows.iter().map(|row| RowMark::of(row.emphasis)).collect(),
        reference: dots.reference.clone(),
        form: Form::Bars,
        series_in_rows: false,
        axis,
        secondary: None,
        remarks: dots.reference.iter().map(|it| clean(&it.label)).collect(),
        speaker_notes: if shares { speaker_notes(dots) } else { Vec::new() },
    }
}

/// Returns the marks of one series in a row.
fn marks_of(row: &DotRow, series: usize) -> impl Iterator<Item = &DotMark> {
    row.marks.iter().filter(move |mark| mark.series == series)
}

/// Returns the number of columns that a series needs: a row may have several marks of one series.
fn max_marks(dots: &Dots, series: usize) -> usize {
    dots.rows
        .iter()
        .map(|row| marks_of(row, series).count())
        .max()
        .unwrap_or(0)
        .max(1)
}

fn name(dots: &Dots, series: usize, nth: usize) -> String {
    let name = clean(&dots.series[series].label);
    if nth == 0 {
        name
    } else {
        format!("{name} ({})", nth + 1)
    }
}

fn value(dots: &Dots, row: &DotRow, (series, nth): (usize, usize), shares: bool) -> Option<f64> {
    let value = marks_of(row, series).nth(nth)?.value;
    if !shares {
        return Some(value);
    }
    let (low, high) = row.scale.unwrap_or((dots.min, dots.max));
    let length = high - low;
    (length > 0.0).then(|| (value - low) / length * 100.0)
}

/// Returns the tone of a series: by its emphasis if that is unique, otherwise by its position.
fn tone(dots: &Dots, index: usize) -> Tone {
    let emphasis = dots.series[index].emphasis;
    let same_emphasis = dots.series.iter().filter(|other| other.emphasis == emphasis).count();
    if same_emphasis == 1 {
        return Tone::of(emphasis);
    }
    match u8::try_from(index) {
        Ok(index @ 0..5) => Tone::Highlight(index),
        Ok(5) => Tone::Plain,
        _ => Tone::Context,
    }
}

/// Returns columns with what the bars do not show: the note of each row and, if rows have their own scales,
/// the figures as text.
fn extra(model: &ChartModel, dots: &Dots, shares: bool) -> Vec<(String, Vec<String>)> {
    let mut all = Vec::new();
    if shares {
        for (index, series) in dots.series.iter().enumerate() {
            let head = format!("{}: {}", clean(&series.label), words::AS_READ.get(model.lang));
            all.push((head, dots.rows.iter().map(|row| texts_of(row, index)).collect()));
        }
    }
    if dots.rows.iter().any(|row| !row.note.is_empty()) {
        all.push(("±".to_owned(), dots.rows.iter().map(|row| clean(&row.note)).collect()));
    }
    all
}

fn texts_of(row: &DotRow, series: usize) -> String {
    let texts: Vec<String> = marks_of(row, series).map(|mark| clean(&mark.text)).collect();
    texts.join("; ")
}

/// Returns the figures as text, for the speaker notes: the bars show only shares.
fn speaker_notes(dots: &Dots) -> Vec<String> {
    let line = |row: &DotRow| {
        let marks = dots.series.iter().enumerate();
        let parts: Vec<String> = marks
            .filter(|(index, _)| marks_of(row, *index).next().is_some())
            .map(|(index, series)| format!("{} {}", clean(&series.label), texts_of(row, index)))
            .collect();
        format!("{}: {}", clean(&row.label), parts.join("; "))
    };
    dots.rows.iter().map(line).collect()
}
