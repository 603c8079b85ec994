//! Ends of the axes of dot charts.

use domain::Lang;
use domain::chart::{DotRow, Dots};

use crate::RenderError;
use crate::numbers::{finite, number};

/// Returns the ends of a row's own scale: as given, extended to include all marks.
pub(crate) fn row_scale(row: &DotRow, (low, high): (f64, f64)) -> (f64, f64) {
    let (mut low, mut high) = (low.min(high), low.max(high));
    for mark in &row.marks {
        low = low.min(mark.value);
        high = high.max(mark.value);
    }
    if high <= low { (low, low + 1.0) } else { (low, high) }
}

/// Formats the ends of a row's own scale; empty if the row has none.
pub(crate) fn end_texts(row: &DotRow, lang: Lang) -> String {
    let Some(scale) = row.scale else {
        return String::new();
    };
    let (low, high) = row_scale(row, scale);
    let format_short = |value: f64| {
        let decimals = (0..3).find(|n| (value * 10_f64.powi(*n)).fract().abs() < 1e-9);
        number(value, decimals.unwrap_or(2) as usize, lang)
    };
    format!("{}–{}", format_short(low), format_short(high))
}

/// Returns the ends of the shared axis: as given by the model, extended to include all marks.
pub(crate) fn shared(dots: &Dots) -> Result<(f64, f64), RenderError> {
    finite("axis", &[dots.min, dots.max])?;
    let (mut low, mut high) = (dots.min.min(dots.max), dots.min.max(dots.max));
    for row in &dots.rows {
        let values: Vec<f64> = row.marks.iter().map(|mark| mark.value).collect();
        finite(&row.label, &values)?;
        if let Some((from, to)) = row.scale {
            finite(&row.label, &[from, to])?;
            continue;
        }
        low = values.iter().copied().fold(low, f64::min);
        high = values.iter().copied().fold(high, f64::max);
    }
    if let Some(reference) = &dots.reference {
        finite(&reference.label, &[reference.value])?;
    }
    Ok(if high <= low { (low, low + 1.0) } else { (low, high) })
}
