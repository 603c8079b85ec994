//! Reads years and moments in their various spellings.

use domain::{AsOf, Date, fold};
use spreadsheet::Cell;

use crate::names::grouped_year;

const YEARS: std::ops::RangeInclusive<i32> = 1995..=2100;

/// Returns the year that a text denotes: `2022`, `Năm 2022`, `2022.0`, `2.022`, `Sơ bộ 2022`.
pub(crate) fn year(text: &str) -> Option<i32> {
    if let Ok(year) = text.parse() {
        return Some(year).filter(|y| YEARS.contains(y));
    }
    let folded = fold(text);
    let mut folded = folded.as_str();
    for word in ["so bo", "preliminary", "provisional", "prel"] {
        folded = folded
            .strip_prefix(word)
            .or_else(|| folded.strip_suffix(word))
            .unwrap_or(folded)
            .trim();
    }
    let rest = folded
        .strip_prefix("nam ")
        .or_else(|| folded.strip_prefix("year "))
        .unwrap_or(folded);
    let rest = rest.strip_suffix(" 0").unwrap_or(rest);
    if let Some((thousands, behind)) = rest.split_once(' ')
        && let Some(year) = grouped_year(thousands, behind)
    {
        return Some(year);
    }
    (rest.len() == 4)
        .then(|| rest.parse().ok())?
        .filter(|y| YEARS.contains(y))
}

/// Returns the year in a cell of a column of years.
pub(crate) fn year_in_cell(cell: Cell<'_>) -> Option<i32> {
    match cell {
        Cell::Text(text) => year(text),
        Cell::Number(value) if value.fract() == 0.0 && (1995.0..=2100.0).contains(&value) =>
        {
            #[expect(clippy::cast_possible_truncation, reason = "between 1995 and 2100")]
            Some(value as i32)
        }
        Cell::Date(serial) => day_of_serial(serial).map(Date::year),
        _ => None,
    }
}

/// Returns the day that a workbook stores as the number of days since 30/12/1899.
pub(crate) fn day_of_serial(serial: f64) -> Option<Date> {
    // Programs do not agree on what day 1 is.
    if !(2.0..=80_000.0).contains(&serial) {
        return None;
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "from 2 to 80,000"
    )]
    let days = serial as u32;
    Date::new(1899, 12, 30)?.plus_days(days)
}

/// Returns the moment in a cell, in the format of this project's files or as in Vietnamese reports (`30/6/2021`, `tháng
/// 6/2021`, `quý III/2025`, `giữa năm 2021`).
pub(crate) fn as_of(cell: Cell<'_>) -> Option<AsOf> {
    let text = match cell {
        Cell::Text(text) => text,
        Cell::Date(serial) => return day_of_serial(serial).map(AsOf::Day),
        Cell::Number(_) => return year_in_cell(cell).map(AsOf::Year),
        _ => return None,
    };
    if let Ok(moment) = text.parse() {
        return Some(moment);
    }
    let folded = fold(text);
    let words: Vec<&str> = folded
        .split(' ')
        .filter(|w| !["ngay", "thang", "nam", "den", "tinh", "thoi", "diem", "as", "of"].contains(w))
        .collect();
    let number = |word: &str| word.parse::<u8>().ok();
    let year_of = |word: &str| year(word);
    match words[..] {
        ["giua", y] | ["mid", y] => year_of(y).map(AsOf::Mid),
        ["cuoi", y] | ["end", y] | ["het", y] => year_of(y).map(AsOf::End),
        ["quy", q, y] | ["quarter", q, y] => quarter(q).zip(year_of(y)).map(|(q, y)| AsOf::Quarter(y, q)),
        [d, m, y] => Date::new(year_of(y)?, number(m)?, number(d)?).map(AsOf::Day),
        [m, y] => number(m)
            .filter(|m| (1..=12).contains(m))
            .zip(year_of(y))
            .map(|(m, y)| AsOf::Month(y, m)),
        [y] => year_of(y).map(AsOf::Year),
        _ => None,
    }
}

fn quarter(word: &str) -> Option<u8> {
    let at = ["1", "2", "3", "4", "i", "ii", "iii", "iv"]
        .iter()
        .position(|w| *w == word)?;
    u8::try_from(at % 4 + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_and_moments() {
        for text in ["2022", "Năm 2022", "2022.0", "year 2022"] {
            assert_eq!(year(text), Some(2022), "{text}");
        }
        for text in ["22", "20222", "2022-23", "86,67", "năm nay"] {
            assert_eq!(year(text), None, "{text}");
        }
        for (text, iso) in [
            ("30/6/2021", "2021-06-30"),
            ("đến ngày 30/6/2021", "2021-06-30"),
            ("tháng 6/2021", "2021-06-30"),
            ("giữa năm 2021", "2021-06-30"),
            ("quý II/2021", "2021-06-30"),
            ("2021-06-30", "2021-06-30"),
        ] {
            let moment = as_of(Cell::Text(text)).and_then(AsOf::latest_day).map(Date::iso);
            assert_eq!(moment.as_deref(), Some(iso), "{text}");
        }
        assert_eq!(as_of(Cell::Text("quý V/2021")), None);
    }

    #[test]
    fn days_as_workbooks_store_them() {
        for (serial, iso) in [(2.0, "1900-01-01"), (44_377.0, "2021-06-30"), (45_291.75, "2023-12-31")] {
            assert_eq!(day_of_serial(serial).map(Date::iso).as_deref(), Some(iso));
        }
        assert_eq!(day_of_serial(-4.0), None);
    }
}
