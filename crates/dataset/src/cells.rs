//! Parses cells of CSV files: text in, a typed value or a problem out.

use domain::{Approx, Interval, Missing, Quantity, Text};

use crate::{problem::Problems, sheet::Row};

/// Parses a number with a decimal point, together with its number of decimals; `None` if the cell is empty or, with a
/// problem, invalid.
pub(crate) fn number(row: Row<'_, '_>, field: &'static str, problems: &mut Problems) -> Option<Quantity> {
    let found = row.get(field);
    if found.is_empty() {
        return None;
    }
    let is_plain = found.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b'-');
    let value = found.parse::<f64>().ok().filter(|_| is_plain);
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
    match row.get("approx") {
        "" => None,
        "about" => Some(Approx::About),
        "over" => Some(Approx::Over),
        "under" => Some(Approx::Under),
        other => {
            problems.add(
                &row.location("approx"),
                format!("`{other}`"),
                "about, over, under or an empty cell",
                "choose one",
            );
            None
        }
    }
}

pub(crate) fn missing(row: Row<'_, '_>, problems: &mut Problems) -> Option<Missing> {
    match row.get("missing") {
        "" => None,
        "not_found" => Some(Missing::NotFound),
        "not_published" => Some(Missing::NotPublished),
        "not_surveyed" => Some(Missing::NotSurveyed),
        "not_ranked" => Some(Missing::NotRanked),
        other => {
            problems.add(
                &row.location("missing"),
                format!("`{other}`"),
                "not_found, not_published, not_surveyed or not_ranked",
                "choose one",
            );
            None
        }
    }
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
