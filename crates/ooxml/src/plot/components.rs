//! Plots of one province's components, compared with the average and the best.

use domain::{
    chart::{ChartModel, ComponentRow, Components},
    number,
};

use super::{Axis, Form, Labels, Plot, Series, Tone, ValueFormat};
use crate::{text::clean, words};

pub(super) fn plot(model: &ChartModel, parts: &Components, decimals: u8) -> Plot {
    let rows = &parts.rows;
    let series: Vec<Series> = [
        (
            &parts.value_label,
            Tone::Highlight(0),
            values(rows, |row| Some(row.value)),
        ),
        (&parts.average_label, Tone::Context, values(rows, |row| row.average)),
        (&parts.best_label, Tone::Plain, values(rows, |row| row.best)),
    ]
    .into_iter()
    .map(|(name, tone, values)| Series {
        name: clean(name),
        values,
        tone,
        point_tones: Vec::new(),
        secondary: false,
        overlay: false,
        texts: Vec::new(),
        joined: true,
        labels: Labels::Values,
    })
    .collect();
    let top = rows.iter().map(|row| row.max).fold(0.0, f64::max);
    let mut axis = Axis::new(model.lang, (0.0, top), &series, ValueFormat::new(decimals, top));
    let same_scale = rows.windows(2).all(|pair| pair[0].max.total_cmp(&pair[1].max).is_eq());
    axis.title = if same_scale {
        format!("{}{}", words::SCALE.get(model.lang), format_max(model, top))
    } else {
        words::OWN_SCALES.get(model.lang).to_owned()
    };
    let category = |row: &ComponentRow| {
        let label = clean(&row.label);
        if same_scale {
            label
        } else {
            format!(
                "{label} ({} {})",
                words::MAXIMUM.get(model.lang),
                format_max(model, row.max)
            )
        }
    };
    Plot {
        lang: model.lang,
        corner: words::NAME.get(model.lang).into(),
        categories: rows.iter().map(category).collect(),
        series,
        extra: vec![extra(model, parts)],
        row_marks: Vec::new(),
        reference: None,
        form: Form::Bars,
        series_in_rows: false,
        axis,
        secondary: None,
        legend: true,
        remarks: Vec::new(),
        speaker_notes: best(parts),
    }
}

fn values(rows: &[ComponentRow], value: impl Fn(&ComponentRow) -> Option<f64>) -> Vec<Option<f64>> {
    rows.iter().map(value).collect()
}

/// Formats the maximum of a scale without trailing zeros.
fn format_max(model: &ChartModel, max: f64) -> String {
    let decimals = (0..4).find(|n| number::round(max, *n).total_cmp(&max).is_eq());
    number::format(model.lang, max, decimals.unwrap_or(4))
}

/// Returns a column with the best values as text: only the model's text names the best provinces.
fn extra(model: &ChartModel, parts: &Components) -> (String, Vec<String>) {
    let head = format!("{}: {}", clean(&parts.best_label), words::AS_READ.get(model.lang));
    (head, parts.rows.iter().map(|row| clean(&row.best_text)).collect())
}

/// Returns a sentence with the best provinces, which the bars do not name.
fn best(parts: &Components) -> Vec<String> {
    let row = |row: &ComponentRow| format!("{}: {}", clean(&row.label), clean(&row.best_text));
    let named = parts
        .rows
        .iter()
        .filter(|row| row.best.is_some() && !row.best_text.is_empty());
    let rows: Vec<String> = named.map(row).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    vec![format!("{} – {}.", clean(&parts.best_label), rows.join("; "))]
}
