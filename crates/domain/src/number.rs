//! Formats numbers for display: `1.234,56` in Vietnamese, `1,234.56` in English.

use crate::Lang;

/// Formats a value with a fixed number of decimals, a true minus sign (U+2212) and never "-0".
///
/// ```
/// use domain::{Lang, number};
/// assert_eq!(number::format(Lang::Vi, 1234.5, 2), "1.234,50");
/// assert_eq!(number::format(Lang::En, -0.001, 2), "0.00");
/// ```
#[must_use]
pub fn format(lang: Lang, value: f64, decimals: u8) -> String {
    let (group, point) = match lang {
        Lang::Vi => ('.', ','),
        Lang::En => (',', '.'),
    };
    let plain = format!("{:.*}", usize::from(decimals), round(value, decimals).abs());
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut text = String::with_capacity(plain.len() + 4);
    if round(value, decimals) < 0.0 {
        text.push('\u{2212}');
    }
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i) % 3 == 0 {
            text.push(group);
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(point);
        text.push_str(fraction);
    }
    text
}

/// Formats a difference: like [`format()`], with a plus sign before positive values.
#[must_use]
pub fn format_signed(lang: Lang, value: f64, decimals: u8) -> String {
    let text = format(lang, value, decimals);
    if round(value, decimals) > 0.0 {
        format!("+{text}")
    } else {
        text
    }
}

/// Rounds a value half away from zero to `decimals` decimals, as the publishers do.
///
/// Decimal fractions that binary floats cannot represent exactly (such as 2.675) round as written.
#[must_use]
pub fn round(value: f64, decimals: u8) -> f64 {
    let scale = 10f64.powi(i32::from(decimals));
    let scaled = value * scale;
    // Nudged by a few units in the last place, because 2.675 is stored as 2.67499….
    let rounded = (scaled + scaled.signum() * scaled.abs() * 4.0 * f64::EPSILON).round() / scale;
    if rounded == 0.0 { 0.0 } else { rounded }
}

/// No source gives more decimals: what differs beyond them is the noise of binary fractions.
const MOST_DECIMALS: u8 = 6;

/// Returns true if two figures are the same number, apart from the noise of binary fractions.
#[must_use]
pub fn same(a: f64, b: f64) -> bool {
    (a - b).abs() < 5e-8 * a.abs().max(1.0)
}

/// Formats a figure and its correction with `decimals`, or with as many more as it takes to tell them apart.
///
/// ```
/// use domain::{Lang, number};
/// assert_eq!(number::format_apart(Lang::En, 70.0, 55.5, 2), ["70.00", "55.50"]);
/// assert_eq!(number::format_apart(Lang::En, 59.4455, 59.45, 2), ["59.446", "59.450"]);
/// ```
#[must_use]
pub fn format_apart(lang: Lang, before: f64, after: f64, decimals: u8) -> [String; 2] {
    let both = |decimals| [before, after].map(|value| format(lang, value, decimals));
    let apart = |decimals: &u8| {
        let [before, after] = both(*decimals);
        before != after
    };
    both((decimals..=MOST_DECIMALS).find(apart).unwrap_or(decimals))
}

/// Formats a whole number with grouped digits.
#[must_use]
pub fn count(lang: Lang, value: usize) -> String {
    #[expect(clippy::cast_precision_loss, reason = "counts here are far below 2^52")]
    format(lang, value as f64, 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn formats_numbers_in_both_languages() {
        for (value, decimals, vi, en) in [
            (86.67, 2, "86,67", "86.67"),
            (1685.0, 0, "1.685", "1,685"),
            (1_234_567.891, 1, "1.234.567,9", "1,234,567.9"),
            (-0.15, 2, "\u{2212}0,15", "\u{2212}0.15"),
            (-0.004, 2, "0,00", "0.00"),
            (2.675, 2, "2,68", "2.68"),
            (0.0, 0, "0", "0"),
            (999.995, 2, "1.000,00", "1,000.00"),
        ] {
            assert_eq!(format(Lang::Vi, value, decimals), vi);
            assert_eq!(format(Lang::En, value, decimals), en);
        }
        assert_eq!(format_signed(Lang::Vi, 1.67, 2), "+1,67");
        assert_eq!(format_signed(Lang::Vi, 0.001, 2), "0,00");
    }

    proptest! {
        #[test]
        fn formatted_text_parses_back_to_the_value(value in -1_000_000f64..1_000_000f64, decimals in 0u8..5) {
            for (lang, group, point) in [(Lang::Vi, '.', ','), (Lang::En, ',', '.')] {
                let text: String = format(lang, value, decimals)
                    .chars()
                    .filter(|c| *c != group)
                    .map(|c| if c == point { '.' } else if c == '\u{2212}' { '-' } else { c })
                    .collect();
                let read: f64 = text.parse().unwrap();
                let half = 0.5 * 10f64.powi(-i32::from(decimals)) + 1e-6;
                prop_assert!((read - value).abs() <= half, "{value} read as {read}");
            }
        }
    }
}
