//! Parses cells of CSV files: text in, a typed value or a problem out.

use domain::{Approx, Interval, Missing, Quantity, Text};

use crate::{figures::APPROX, problem::Problems, sheet::Row};

/// Parses a number with a decimal point, together with its number of decimals; `None` if the cell is empty or, with a
/// problem, invalid.
pub(crate) fn number(row: Row<'_, '_>, field: &'static str, problems: &mut Problems) -> Option<Quantity> {
    let found = row.get(field);
    if found.is_empty() {
        return None;
    }
    let value = plain_number(found);
    if value.is_none() {
        problems.add(
            &row.location(field),
            format!("`{found}`"),
            "a number such as 86.67",
            "use a decimal point and no thousands separator",
        );
    }
    let digits = found.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    value.map(|value| Quantity {
        value,
        digits: u8::try_from(digits).unwrap_or(u8::MAX),
        approx: None,
    })
}

/// Parses digits with an optional minus sign and decimal point; nothing else, such as an exponent, is a number.
pub(crate) fn plain_number(text: &str) -> Option<f64> {
    let is_plain = text.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b'-');
    text.parse().ok().filter(|_| is_plain)
}

pub(crate) fn integer<T: std::str::FromStr>(
    row: Row<'_, '_>,
    field: &'static str,
    problems: &mut Problems,
) -> Option<T> {
    let found = row.get(field);
    if found.is_empty() {
        return None;
    }
    let value = found.parse().ok();
    if value.is_none() {
        problems.add(
            &row.location(field),
            format!("`{found}`"),
            "a whole number",
            "write digits only",
        );
    }
    value
}

pub(crate) fn approx(row: Row<'_, '_>, problems: &mut Problems) -> Option<Approx> {
    let found = row.get("approx");
    let approx = APPROX
        .iter()
        .find(|(name, _)| *name == found)
        .map(|(_, approx)| *approx);
    if approx.is_none() && !found.is_empty() {
        problems.add(
            &row.location("approx"),
            format!("`{found}`"),
            "about, over, under or an empty cell",
            "choose one",
        );
    }
    approx
}

pub(crate) fn missing(row: Row<'_, '_>, problems: &mut Problems) -> Option<Missing> {
    let found = row.get("missing");
    let missing = Missing::from_code(found);
    if missing.is_none() && !found.is_empty() {
        problems.add(
            &row.location("missing"),
            format!("`{found}`"),
            "not_found, not_published, not_surveyed or not_ranked",
            "choose one",
        );
    }
    missing
}

pub(crate) fn interval(row: Row<'_, '_>, problems: &mut Problems) -> Option<Interval> {
    let low = number(row, "low", problems);
    let high = number(row, "high", problems);
    let standard_error = number(row, "se", problems).map(|q| q.value);
    let (low, high) = (low?.value, high?.value);
    if low > high {
        problems.add(
            &row.location("low"),
            format!("{low} above {high}"),
            "the lower end first",
            "swap low and high",
        );
    }
    Some(Interval {
        low,
        high,
        standard_error,
    })
}

pub(crate) fn note(row: Row<'_, '_>, problems: &mut Problems) -> Option<Text> {
    let (vi, en) = (row.get("note_vi"), row.get("note_en"));
    if vi.is_empty() != en.is_empty() {
        problems.add(
            &row.location("note_vi"),
            "a note in one language",
            "the note in both languages",
            "translate it",
        );
    }
    (!vi.is_empty()).then(|| Text::new(domain::tidy(vi), domain::tidy(en)))
}
