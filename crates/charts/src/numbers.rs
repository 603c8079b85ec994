//! Checks of values, and their texts on axes.

use domain::Lang;

use crate::RenderError;

/// Checks that all values are finite.
///
/// # Errors
/// [`RenderError::NotFinite`] with `label` if one is not.
pub(crate) fn finite(label: &str, values: &[f64]) -> Result<(), RenderError> {
    if values.iter().all(|value| value.is_finite()) {
        Ok(())
    } else {
        Err(RenderError::NotFinite(label.to_owned()))
    }
}

/// Formats tick labels with the decimals that their step needs.
pub(crate) fn tick_texts(ticks: &[f64], lang: Lang) -> Vec<String> {
    let step = match ticks {
        [first, second, ..] => (second - first).abs(),
        _ => 1.0,
    };
    let decimals = (0..5_u8)
        .find(|decimals| {
            let scaled = step * 10_f64.powi(i32::from(*decimals));
            (scaled - scaled.round()).abs() < 1e-6
        })
        .unwrap_or(5);
    ticks
        .iter()
        .map(|tick| number(*tick, usize::from(decimals), lang))
        .collect()
}

/// Formats a number: `1.234,56` in Vietnamese, `1,234.56` in English, with a true minus sign.
pub(crate) fn number(value: f64, decimals: usize, lang: Lang) -> String {
    let (thousands, point) = match lang {
        Lang::Vi => ('.', ','),
        Lang::En => (',', '.'),
    };
    let plain = format!("{:.decimals$}", value.abs());
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut out = String::new();
    if value < 0.0 && plain.bytes().any(|b| (b'1'..=b'9').contains(&b)) {
        out.push('−');
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(thousands);
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push(point);
        out.push_str(fraction);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_formatted_by_language() {
        assert_eq!(number(1234.56, 2, Lang::Vi), "1.234,56");
        assert_eq!(number(1234.56, 2, Lang::En), "1,234.56");
        assert_eq!(number(-0.5, 1, Lang::Vi), "−0,5");
        assert_eq!(number(-0.0, 0, Lang::Vi), "0");
        assert_eq!(number(1_000_000.0, 0, Lang::En), "1,000,000");
    }

    #[test]
    fn tick_labels_have_the_decimals_of_their_step() {
        assert_eq!(tick_texts(&[0.0, 0.5, 1.0], Lang::Vi), ["0,0", "0,5", "1,0"]);
        assert_eq!(tick_texts(&[40.0, 50.0], Lang::Vi), ["40", "50"]);
    }
}
