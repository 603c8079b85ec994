//! Amounts, units and who has the highest and lowest value, as parts of sentences.

use domain::{Kind, Unit, number};
use messages::compare as w;

use super::super::facts::Facts;

/// A distance with its unit: `1,23 điểm`.
pub(super) fn amount(facts: &Facts, value: f64) -> String {
    let text = number::format(facts.lang, value, facts.decimals);
    with_unit(facts, &text)
}

pub(super) fn with_unit(facts: &Facts, text: &str) -> String {
    match facts.unit {
        Unit::Point => format!("{text} {}", facts.unit_words),
        Unit::Percent => format!("{text} {}", w::PERCENT_POINTS.get(facts.lang)),
        Unit::Count if facts.unit_words.is_empty() => text.to_owned(),
        Unit::Count => format!("{text} {}", facts.unit_words),
    }
}

/// The names of those whose number equals one at this number of decimals.
pub(super) fn holders(pairs: &[(&str, f64)], value: f64, decimals: u8) -> Vec<String> {
    let equal = |other: f64| {
        number::round(other, decimals)
            .total_cmp(&number::round(value, decimals))
            .is_eq()
    };
    pairs
        .iter()
        .filter(|(_, other)| equal(*other))
        .map(|(name, _)| (*name).to_owned())
        .collect()
}

/// The lowest and the highest number; nothing for fewer than two.
pub(super) fn ends(pairs: &[(&str, f64)]) -> Option<(f64, f64)> {
    if pairs.len() < 2 {
        return None;
    }
    let values = || pairs.iter().map(|(_, value)| *value);
    Some((
        values().fold(f64::INFINITY, f64::min),
        values().fold(f64::NEG_INFINITY, f64::max),
    ))
}

pub(super) const fn counts(facts: &Facts) -> bool {
    matches!(facts.kind, Kind::Count | Kind::Coverage)
}
