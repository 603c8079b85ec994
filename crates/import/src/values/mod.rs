//! Interprets cells as numbers, ranks, moments and marks for "no figure".

mod footnote;
mod moment;
mod number;
mod rank;

use domain::{Missing, fold};

pub(crate) use footnote::without_mark;
pub(crate) use moment::{as_of, day_of_serial, year, year_in_cell};
pub(crate) use number::{Mark, Number, Parsed, parse};
pub(crate) use rank::rank;

/// Removes the noise of binary floats from a number of a workbook: it is rounded to two decimals more than the
/// component shows, and trailing zeros are dropped from the count of digits. The exact stored number is rounded, as for
/// the bundled figures, so that both agree to the last digit.
pub(crate) fn clean(value: f64, decimals: u8) -> (f64, u8) {
    if value.fract() == 0.0 {
        return (value, 0);
    }
    let max_digits = decimals.saturating_add(2).min(9);
    let text = format!("{value:.*}", usize::from(max_digits));
    let text = text.trim_end_matches('0').trim_end_matches('.');
    let digits = text.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    let rounded: f64 = text.parse().unwrap_or(value);
    (
        if rounded == 0.0 { 0.0 } else { rounded },
        u8::try_from(digits).unwrap_or(max_digits),
    )
}

/// Returns the reason that a mark for "no figure" expresses; `None` for any other text.
pub(crate) fn no_figure(text: &str) -> Option<Missing> {
    // Exports may quote the mark, and guards against formula injection put an apostrophe before it.
    let text = text.trim_matches(['"', '\'', '’', '“', '”', '(', ')', '[', ']', ' ']);
    if !text.is_empty() && text.chars().all(|c| "-–—−‐.…·_*?/: ".contains(c)) {
        return Some(Missing::NotPublished);
    }
    if text.len() > 60 || text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    match fold(text).as_str() {
        "n a" | "na" | "kxd" | "kcdl" | "kcsl" | "ksl" | "ko co" | "khong co" | "khong co so lieu"
        | "khong co du lieu" | "chua co so lieu" | "chua co" | "khong cong bo" | "chua cong bo" | "khong xac dinh"
        | "no data" | "not available" | "not published" | "null" | "none" | "nan" | "missing" | "khong" => {
            Some(Missing::NotPublished)
        }
        "khong khao sat" | "khong dieu tra" | "chua khao sat" | "not surveyed" | "khong danh gia" => {
            Some(Missing::NotSurveyed)
        }
        "khong xep hang" | "chua xep hang" | "not ranked" | "unranked" | "kxh" => Some(Missing::NotRanked),
        "khong tim thay" | "not found" => Some(Missing::NotFound),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats_lose_their_noise() {
        for (stored, decimals, value, digits) in [
            (8.492_639_795_146_804, 2, 8.4926, 4),
            (60.551_552_999_999_99, 2, 60.5516, 4),
            (9.119_999_999_999_99, 2, 9.12, 2),
            (14.0, 2, 14.0, 0),
            (5.735_000_1, 2, 5.735, 3),
            (1685.0, 0, 1685.0, 0),
        ] {
            assert_eq!(clean(stored, decimals), (value, digits), "{stored}");
        }
    }

    #[test]
    fn marks_for_no_figure() {
        for text in [
            "-",
            "–",
            "…",
            "..",
            "(-)",
            ":",
            "- -",
            "...",
            "N/A",
            "KXĐ",
            "KCDL",
            "không có số liệu",
            "Chưa công bố",
        ] {
            assert_eq!(no_figure(text), Some(Missing::NotPublished), "{text}");
        }
        assert_eq!(no_figure("Không xếp hạng"), Some(Missing::NotRanked));
        for text in ["86,67", "Tốt", "-5", "63"] {
            assert_eq!(no_figure(text), None, "{text}");
        }
    }
}
