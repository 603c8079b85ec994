//! Which separator a text file has.

use std::collections::BTreeMap;

use crate::Limits;

/// Separators that are looked for, the likelier first.
const CANDIDATES: [u8; 4] = [b';', b'\t', b',', b'|'];

/// How much of a file is looked at.
const SAMPLE: usize = 64 << 10;

/// Takes away Excel's line `sep=;`, if the text begins with it, and says what it names.
pub(crate) fn take_sep_line(mut text: String) -> (Option<Option<u8>>, String) {
    let end = text.find(['\n', '\r']).unwrap_or(text.len());
    let first = text[..end].trim().trim_matches('"');
    let Some(named) = first.get(..4).filter(|s| s.eq_ignore_ascii_case("sep=")) else {
        return (None, text);
    };
    let rest = &first[named.len()..];
    let separator = match rest.as_bytes() {
        [one] if one.is_ascii() => Some(*one),
        // "sep=\t" loses its tab to trim.
        [] => Some(b'\t'),
        _ => None,
    };
    let break_len = if text[end..].starts_with("\r\n") { 2 } else { 1 };
    text.drain(..(end + break_len).min(text.len()));
    (Some(separator), text)
}

/// The separator under which rows are most alike; nothing when the text has one column.
pub(crate) fn find(text: &str, name: &str) -> Option<u8> {
    let sample = sample(text);
    let fits = CANDIDATES.map(|separator| (separator, Fit::of(sample, separator)));
    // Commas between digits are decimal ones when another separator cuts all rows alike.
    let rival = fits
        .iter()
        .any(|(s, fit)| *s != b',' && fit.is_some_and(|f| f.alike > 0.9));
    let best = fits
        .into_iter()
        .filter_map(|(separator, fit)| Some((separator, fit?.score(separator == b',' && rival))))
        .max_by(|a, b| a.1.total_cmp(&b.1));
    match best {
        Some((separator, _)) => Some(separator),
        None if name.to_ascii_lowercase().ends_with(".tsv") && sample.contains('\t') => Some(b'\t'),
        None => None,
    }
}

/// The beginning of the text, whole lines of it.
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

/// How a separator cuts a text.
#[derive(Clone, Copy, Debug)]
struct Fit {
    /// Share of the rows that have the width of most.
    alike: f64,
    /// That width.
    width: u32,
    /// Share of the cuts that are between digits.
    between: f64,
}

impl Fit {
    /// Nothing when it cuts no two rows, or the only one, into cells.
    fn of(sample: &str, separator: u8) -> Option<Self> {
        let limits = Limits {
            bytes: u64::MAX,
            rows: u32::MAX,
            cells: u64::MAX,
        };
        let rows = super::rows::cut(sample.to_owned(), separator, 1, &limits).ok()?;
        let mut widths = BTreeMap::new();
        for width in &rows.widths {
            *widths.entry(*width).or_insert(0_u32) += 1;
        }
        let (width, count) = widths
            .into_iter()
            .filter(|(width, _)| *width > 1)
            .max_by_key(|(width, count)| (*count, *width))?;
        let bytes = sample.as_bytes();
        let cuts: Vec<usize> = memchr::memchr_iter(separator, bytes).collect();
        let digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
        let between = cuts
            .iter()
            .filter(|at| digit(at.checked_sub(1)) && digit(at.checked_add(1)))
            .count() as f64;
        Some(Self {
            alike: f64::from(count) / rows.widths.len() as f64,
            width,
            between: between / cuts.len().max(1) as f64,
        })
    }

    /// Rows that agree count most, then wider ones; cuts between digits count against it.
    fn score(self, decimal_commas: bool) -> f64 {
        let wide = 0.2 * f64::from(self.width.min(10)) / 10.0;
        let against = if decimal_commas { 0.8 } else { 0.5 };
        self.alike + wide - against * self.between
    }
}
