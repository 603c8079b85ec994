//! Reads indicator and year from the name of a file.

use domain::IndicatorId;

use crate::names::{Names, year_word};

/// The indicator and year in a file's name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) indicator: Option<IndicatorId>,
    pub(super) year: Option<i32>,
}

/// Reads a name such as `PAR_INDEX-2024 (final).xlsx`. Several indicators or years are ignored, as they do not identify
/// one table.
pub(super) fn named(file: &str, names: &Names<'_>) -> Named {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let words: Vec<&str> = stem
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let spaced = separate_digits(&words.join(" "));
    let indicator = match names.mentioned(&spaced)[..] {
        [id] => Some(id),
        _ => None,
    };
    Named {
        indicator,
        year: year(&spaced),
    }
}

/// Returns the only year in a name. The year of a date ("bao cao 15-03-2024", "2024.03.15") is when a file was saved or
/// sent, and does not count.
fn year(name: &str) -> Option<i32> {
    let words: Vec<&str> = name.split(' ').collect();
    let short = |at: Option<usize>| {
        let word = at.and_then(|at| words.get(at));
        word.is_some_and(|w| w.len() <= 2 && w.bytes().all(|b| b.is_ascii_digit()))
    };
    let mut years: Vec<i32> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let Some(year) = year_word(word) else { continue };
        if !short(at.checked_sub(1)) && !short(Some(at + 1)) && !years.contains(&year) {
            years.push(year);
        }
    }
    match years[..] {
        [year] => Some(year),
        _ => None,
    }
}

/// Inserts spaces between letters and digits: "PCI2023" becomes "PCI 2023".
fn separate_digits(text: &str) -> String {
    let mut separated = String::with_capacity(text.len() + 4);
    let mut before = ' ';
    for c in text.chars() {
        if (before.is_ascii_digit() && c.is_alphabetic()) || (before.is_alphabetic() && c.is_ascii_digit()) {
            separated.push(' ');
        }
        separated.push(c);
        before = c;
    }
    separated
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_of_names() {
        for (name, found) in [
            ("SIPAS 2024", Some(2024)),
            ("PCI 2016 2017", None),
            ("bao cao 15 03 2024", None),
            ("2024 03 15 tong hop", None),
            ("bang 3 nam 2023", Some(2023)),
            ("766 2022", Some(2022)),
        ] {
            assert_eq!(year(name), found, "{name}");
        }
        assert_eq!(separate_digits("PCI2023v"), "PCI 2023 v");
    }
}
