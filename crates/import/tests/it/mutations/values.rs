//! Damage to single values.

use domain::{Quantity, number::round};

pub(super) fn scaled(q: Quantity, by: f64) -> Quantity {
    Quantity {
        value: round(q.value * by, q.digits.max(2)),
        ..q
    }
}

pub(super) fn moved(q: Quantity, by: f64) -> Quantity {
    Quantity {
        value: round(q.value + by, q.digits),
        ..q
    }
}

/// Changes a value as text.
pub(super) fn digits(q: Quantity, change: impl FnOnce(&str) -> String) -> Quantity {
    let text = change(&format!("{:.*}", usize::from(q.digits), q.value));
    let decimals = text.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    Quantity {
        value: text.parse().unwrap_or(0.0),
        digits: u8::try_from(decimals).unwrap(),
        approx: q.approx,
    }
}

/// Returns the text without one digit; a decimal mark is skipped.
pub(super) fn drop_digit(text: &str, at: usize) -> String {
    let at = if text.as_bytes()[at] == b'.' { at + 1 } else { at };
    let mut text = text.to_owned();
    if at < text.len() && text.len() > 1 {
        text.remove(at);
    }
    text
}

/// Exchanges the first two neighbouring digits that differ.
pub(super) fn exchange(text: &str) -> String {
    let mut all: Vec<char> = text.chars().collect();
    let differ = |pair: &[char]| pair[0] != pair[1] && pair.iter().all(char::is_ascii_digit);
    if let Some(at) = all.windows(2).position(differ) {
        all.swap(at, at + 1);
    }
    all.into_iter().collect()
}
