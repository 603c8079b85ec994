//! Dates, and the less precise moments that sources give ("giữa năm 2021").

use std::{fmt, str::FromStr};

use crate::Lang;

/// A calendar day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i32,
    month: u8,
    day: u8,
}

/// The error for a text that is not a date or moment.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a date or moment")]
pub struct NotADate(pub String);

impl Date {
    /// Creates a date. `None` if the calendar has no such day.
    #[must_use]
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        let days = match month {
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            1..=12 => 31,
            _ => return None,
        };
        (1..=days).contains(&day).then_some(Self { year, month, day })
    }

    /// Returns the year.
    #[must_use]
    pub const fn year(self) -> i32 {
        self.year
    }

    /// Returns the month, from 1.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// Returns the day of the month, from 1.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }

    /// Returns the next day. `None` if the year would overflow.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        Self::new(self.year, self.month, self.day + 1)
            .or_else(|| Self::new(self.year, self.month + 1, 1))
            .or_else(|| Self::new(self.year.checked_add(1)?, 1, 1))
    }

    /// Returns the last day of a year.
    #[must_use]
    pub const fn year_end(year: i32) -> Self {
        Self {
            year,
            month: 12,
            day: 31,
        }
    }

    /// Formats the date as `30/6/2025` or `30 June 2025`.
    #[must_use]
    pub fn format(self, lang: Lang) -> String {
        match lang {
            Lang::Vi => format!("{}/{}/{}", self.day, self.month, self.year),
            Lang::En => format!("{} {} {}", self.day, month_name(self.month), self.year),
        }
    }

    /// Formats the date in ISO 8601: `2025-06-30`.
    #[must_use]
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl FromStr for Date {
    type Err = NotADate;

    /// Parses `YYYY-MM-DD`.
    fn from_str(text: &str) -> Result<Self, NotADate> {
        let wrong = || NotADate(text.to_owned());
        let parts: Vec<&str> = text.split('-').collect();
        let [year, month, day] = parts[..] else {
            return Err(wrong());
        };
        let read = |part: &str, digits| number(part, digits).ok_or_else(wrong);
        let (year, month, day) = (read(year, 4)?, read(month, 2)?, read(day, 2)?);
        let byte = |n: u16| u8::try_from(n).map_err(|_| wrong());
        Self::new(i32::from(year), byte(month)?, byte(day)?).ok_or_else(wrong)
    }
}

/// Returns the number that consists of exactly so many digits; `None` for anything else, such as a sign.
fn number(text: &str, digits: usize) -> Option<u16> {
    let only_digits = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    only_digits.then(|| text.parse().ok()).flatten()
}

/// Returns the English name of a month, 1 to 12; empty for other numbers.
fn month_name(month: u8) -> &'static str {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    NAMES.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or("")
}

/// The moment that a figure describes, as precisely as the source states it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AsOf {
    /// A year as a whole.
    Year(i32),
    /// About the middle of a year.
    Mid(i32),
    /// The end of a year.
    End(i32),
    /// A quarter (1 to 4).
    Quarter(i32, u8),
    /// A month.
    Month(i32, u8),
    /// A day.
    Day(Date),
    /// Some time after a day.
    After(Date),
    /// The source gives no date.
    Undated,
}

impl AsOf {
    /// Returns the last day that the moment can mean, for ordering within a series. `None` for [`AsOf::Undated`].
    #[must_use]
    pub fn latest_day(self) -> Option<Date> {
        let day = |year, month, day| Date { year, month, day };
        match self {
            Self::Year(y) | Self::End(y) => Some(Date::year_end(y)),
            Self::Mid(y) => Some(day(y, 6, 30)),
            Self::Quarter(y, q) => Some(day(y, q * 3, if q == 1 || q == 4 { 31 } else { 30 })),
            Self::Month(y, m) => (28..=31).rev().find_map(|d| Date::new(y, m, d)),
            Self::Day(date) | Self::After(date) => Some(date),
            Self::Undated => None,
        }
    }

    /// Formats the moment in words: "giữa năm 2021", "tháng 6/2021", "30/6/2025".
    #[must_use]
    pub fn format(self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Year(y), Lang::Vi) => format!("năm {y}"),
            (Self::Year(y), Lang::En) => y.to_string(),
            (Self::Mid(y), Lang::Vi) => format!("giữa năm {y}"),
            (Self::Mid(y), Lang::En) => format!("mid-{y}"),
            (Self::End(y), Lang::Vi) => format!("cuối năm {y}"),
            (Self::End(y), Lang::En) => format!("end of {y}"),
            (Self::Quarter(y, q), Lang::Vi) => format!("quý {q}/{y}"),
            (Self::Quarter(y, q), Lang::En) => format!("quarter {q} of {y}"),
            (Self::Month(y, m), Lang::Vi) => format!("tháng {m}/{y}"),
            (Self::Month(y, m), Lang::En) => format!("{} {y}", month_name(m)),
            (Self::Day(date), _) => date.format(lang),
            (Self::After(date), Lang::Vi) => format!("sau {}", date.format(lang)),
            (Self::After(date), Lang::En) => format!("after {}", date.format(lang)),
            (Self::Undated, Lang::Vi) => "không ghi ngày".to_owned(),
            (Self::Undated, Lang::En) => "undated".to_owned(),
        }
    }
}

impl fmt::Display for Date {
    /// Formats the date in ISO 8601: `2025-07-01`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl fmt::Display for AsOf {
    /// Formats the moment for files, in the form that [`FromStr`] parses.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(y) => write!(f, "{y:04}"),
            Self::Mid(y) => write!(f, "{y:04}-mid"),
            Self::End(y) => write!(f, "{y:04}-end"),
            Self::Quarter(y, q) => write!(f, "{y:04}-Q{q}"),
            Self::Month(y, m) => write!(f, "{y:04}-{m:02}"),
            Self::Day(date) => write!(f, "{date}"),
            Self::After(date) => write!(f, "after:{date}"),
            Self::Undated => f.write_str("undated"),
        }
    }
}

impl FromStr for AsOf {
    type Err = NotADate;

    /// Parses `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, `YYYY-mid`, `YYYY-end`, `YYYY-Q1`, `after:YYYY-MM-DD` and `undated`.
    fn from_str(text: &str) -> Result<Self, NotADate> {
        let wrong = || NotADate(text.to_owned());
        if text == "undated" {
            return Ok(Self::Undated);
        }
        if let Some(date) = text.strip_prefix("after:") {
            return Ok(Self::After(date.parse()?));
        }
        let (year, rest) = text.split_once('-').unwrap_or((text, ""));
        let year = i32::from(number(year, 4).ok_or_else(wrong)?);
        match rest {
            "" => Ok(Self::Year(year)),
            "mid" => Ok(Self::Mid(year)),
            "end" => Ok(Self::End(year)),
            "Q1" => Ok(Self::Quarter(year, 1)),
            "Q2" => Ok(Self::Quarter(year, 2)),
            "Q3" => Ok(Self::Quarter(year, 3)),
            "Q4" => Ok(Self::Quarter(year, 4)),
            month if month.len() == 2 => match number(month, 2).and_then(|month| u8::try_from(month).ok()) {
                Some(month @ 1..=12) => Ok(Self::Month(year, month)),
                _ => Err(wrong()),
            },
            _ => text.parse().map(Self::Day),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parses_and_formats_moments() {
        for (text, vi, en, latest) in [
            ("2021-mid", "giữa năm 2021", "mid-2021", "2021-06-30"),
            ("2021-06", "tháng 6/2021", "June 2021", "2021-06-30"),
            ("2024-02", "tháng 2/2024", "February 2024", "2024-02-29"),
            ("2025-06-30", "30/6/2025", "30 June 2025", "2025-06-30"),
            ("2025-Q3", "quý 3/2025", "quarter 3 of 2025", "2025-09-30"),
            ("after:2025-07-01", "sau 1/7/2025", "after 1 July 2025", "2025-07-01"),
        ] {
            let moment: AsOf = text.parse().unwrap();
            assert_eq!(moment.format(Lang::Vi), vi);
            assert_eq!(moment.format(Lang::En), en);
            assert_eq!(moment.latest_day().unwrap().iso(), latest);
        }
        assert_eq!("undated".parse::<AsOf>().unwrap().latest_day(), None);
    }

    #[test]
    fn signs_and_spaces_are_no_digits() {
        for text in [
            "+202-01-01",
            "2021-+1-01",
            "2021-01-+1",
            "2021- 1-01",
            "-021-01-01",
            "2021-01-1",
        ] {
            assert!(text.parse::<Date>().is_err(), "{text}");
            assert!(text.parse::<AsOf>().is_err(), "{text}");
        }
        for text in ["+202", "-202", "2021-+1", "2021--1", " 202"] {
            assert!(text.parse::<AsOf>().is_err(), "{text}");
        }
    }

    #[test]
    fn next_returns_the_following_day() {
        for (day, next) in [
            ("2008-07-31", "2008-08-01"),
            ("2024-02-28", "2024-02-29"),
            ("2025-02-28", "2025-03-01"),
            ("2025-12-31", "2026-01-01"),
            ("2025-06-29", "2025-06-30"),
        ] {
            assert_eq!(day.parse::<Date>().unwrap().next().unwrap().iso(), next);
        }
    }

    #[test]
    fn invalid_dates_are_rejected() {
        for text in [
            "",
            "21",
            "2021-13",
            "2021-02-30",
            "2021-6",
            "mid-2021",
            "2021-Q5",
            "after:2025",
            "2021-06-1",
        ] {
            assert!(text.parse::<AsOf>().is_err(), "{text}");
        }
    }
}
