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
    let scored = CANDIDATES.map(|separator| (separator, score(sample, separator)));
    let best = scored
        .into_iter()
        .filter(|(_, score)| *score > 0.0)
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

/// How well rows agree about their width, from 0; wider is better, and cuts between digits
/// (decimal commas) are worse.
fn score(sample: &str, separator: u8) -> f64 {
    let limits = Limits {
        bytes: u64::MAX,
        rows: u32::MAX,
        cells: u64::MAX,
    };
    let Ok(rows) = super::rows::cut(sample.to_owned(), separator, 1, &limits) else {
        return 0.0;
    };
    let mut widths = BTreeMap::new();
    for width in &rows.widths {
        *widths.entry(*width).or_insert(0_u32) += 1;
    }
    let total = rows.widths.len() as f64;
    let Some((width, count)) = widths
        .into_iter()
        .filter(|(width, _)| *width > 1)
        .max_by_key(|(width, count)| (*count, *width))
    else {
        return 0.0;
    };
    let bytes = sample.as_bytes();
    let cuts: Vec<usize> = memchr::memchr_iter(separator, bytes).collect();
    let digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    let between = cuts
        .iter()
        .filter(|at| digit(at.checked_sub(1)) && digit(at.checked_add(1)))
        .count() as f64;
    let alike = f64::from(count) / total;
    let wide = 0.2 * f64::from(width.min(10)) / 10.0;
    let decimal = 0.5 * between / cuts.len().max(1) as f64;
    // A separator between digits only is still better than none at all.
    (alike + wide - decimal).max(0.01)
}
