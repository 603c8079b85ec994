//! Detects the separator of a text file.

use std::collections::BTreeMap;

use crate::Limits;

/// Candidate separators, the more likely first.
const CANDIDATES: [u8; 4] = [b';', b'\t', b',', b'|'];

/// Number of bytes that are examined.
const SAMPLE: usize = 64 << 10;

/// Removes Excel's `sep=;` line, if the text begins with it. Returns `None` without such a line, otherwise the
/// separator it names (`Some(None)` if it is not usable).
pub(crate) fn take_sep_line(mut text: String) -> (Option<Option<u8>>, String) {
    let end = text.find(['\n', '\r']).unwrap_or(text.len());
    let first = text[..end].trim().trim_matches('"');
    let Some(named) = first.get(..4).filter(|s| s.eq_ignore_ascii_case("sep=")) else {
        return (None, text);
    };
    let rest = &first[named.len()..];
    let separator = match rest.as_bytes() {
        [one] if one.is_ascii() => Some(*one),
        // The tab of "sep=\t" was removed by trim.
        [] => Some(b'\t'),
        _ => None,
    };
    let break_len = if text[end..].starts_with("\r\n") { 2 } else { 1 };
    text.drain(..(end + break_len).min(text.len()));
    (Some(separator), text)
}

/// Returns the separator that splits rows most uniformly; `None` if the text has one column.
pub(crate) fn find(text: &str, name: &str) -> Option<u8> {
    let sample = sample(text);
    let fits = CANDIDATES.map(|separator| (separator, Fit::of(sample, separator)));
    // Commas between digits are decimal commas if another separator splits all rows uniformly.
    let has_rival = fits
        .iter()
        .any(|(s, fit)| *s != b',' && fit.is_some_and(|f| f.uniformity > 0.9));
    let best = fits
        .into_iter()
        .filter_map(|(separator, fit)| Some((separator, fit?.score(separator == b',' && has_rival))))
        .max_by(|a, b| a.1.total_cmp(&b.1));
    match best {
        Some((separator, _)) => Some(separator),
        None if name.to_ascii_lowercase().ends_with(".tsv") && sample.contains('\t') => Some(b'\t'),
        None => None,
    }
}

/// Returns the beginning of the text, cut at a line break.
fn sample(text: &str) -> &str {
    if text.len() <= SAMPLE {
        return text;
    }
    let mut end = SAMPLE;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let end = text[..end].rfind(['\n', '\r']).unwrap_or(end);
    &text[..end]
}

/// How well a separator splits a text.
#[derive(Clone, Copy, Debug)]
struct Fit {
    /// Share of the rows that have the most frequent width.
    uniformity: f64,
    /// The most frequent width.
    width: u32,
    /// Share of the separators that are between digits.
    between_digits: f64,
}

impl Fit {
    /// Returns `None` if it does not split at least one row into several cells.
    fn of(sample: &str, separator: u8) -> Option<Self> {
        let limits = Limits {
            bytes: u64::MAX,
            rows: u32::MAX,
            cells: u64::MAX,
        };
        let rows = super::rows::split(sample.to_owned(), separator, 1, &limits).ok()?;
        let mut widths = BTreeMap::new();
        for width in &rows.widths {
            *widths.entry(*width).or_insert(0_u32) += 1;
        }
        let (width, count) = widths
            .into_iter()
            .filter(|(width, _)| *width > 1)
            .max_by_key(|(width, count)| (*count, *width))?;
        let bytes = sample.as_bytes();
        let positions: Vec<usize> = memchr::memchr_iter(separator, bytes).collect();
        let digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
        let between_digits = positions
            .iter()
            .filter(|at| digit(at.checked_sub(1)) && digit(at.checked_add(1)))
            .count() as f64;
        Some(Self {
            uniformity: f64::from(count) / rows.widths.len() as f64,
            width,
            between_digits: between_digits / positions.len().max(1) as f64,
        })
    }

    /// Returns the score: mainly the uniformity of rows, then their width; separators between digits lower it.
    fn score(self, decimal_commas: bool) -> f64 {
        let width_bonus = 0.2 * f64::from(self.width.min(10)) / 10.0;
        let penalty = if decimal_commas { 0.8 } else { 0.5 };
        self.uniformity + width_bonus - penalty * self.between_digits
    }
}
