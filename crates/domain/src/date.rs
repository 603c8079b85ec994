//! Dates, and the less precise moments that sources give ("giữa năm 2021").

use std::{fmt, str::FromStr};

use jiff::{SignedDuration, civil};

use crate::Lang;

/// A calendar day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(pub(crate) civil::Date);

/// The error for a text that is not a date or moment.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a date or moment")]
pub struct NotADate(pub String);

impl Date {
    /// Creates a date. `None` if the calendar has no such day, or the year has more than four digits.
    #[must_use]
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let (year, month, day) = (year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?);
        civil::Date::new(year, month, day).ok().map(Self)
    }

    /// Returns the year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year().into()
    }

    /// Returns the month, from 1.
    #[must_use]
    pub fn month(self) -> u8 {
        self.0.month().unsigned_abs()
    }

    /// Returns the day of the month, from 1.
    #[must_use]
    pub fn day(self) -> u8 {
        self.0.day().unsigned_abs()
    }

    /// Returns the next day. `None` if the year would have more than four digits.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        self.0.tomorrow().ok().map(Self)
    }

    /// Returns the day that is a number of days later. `None` if the year would have more than four digits.
    #[must_use]
    pub fn plus_days(self, days: u32) -> Option<Self> {
        let days = SignedDuration::from_hours(24 * i64::from(days));
        self.0.checked_add(days).ok().map(Self)
    }

    /// Returns the last day of a year; of the last year of four digits for later ones.
    #[must_use]
    pub fn year_end(year: i32) -> Self {
        let day = |year| Self::new(year, 12, 31);
        day(year).unwrap_or(Self(if year < 0 { civil::Date::MIN } else { civil::Date::MAX }))
    }

    fn month_end(year: i32, month: u8) -> Option<Self> {
        Self::new(year, month, 1).map(|first| Self(first.0.last_of_month()))
    }

    /// Formats the date as `30/6/2025` or `30 June 2025`.
    #[must_use]
    pub fn format(self, lang: Lang) -> String {
        let format = match lang {
            Lang::Vi => "%-d/%-m/%-Y",
            Lang::En => "%-d %B %-Y",
        };
        self.0.strftime(format).to_string()
    }

    /// Formats the date in ISO 8601: `2025-06-30`.
    #[must_use]
    pub fn iso(self) -> String {
        self.to_string()
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
        match self {
            Self::Year(y) | Self::End(y) => Some(Date::year_end(y)),
            Self::Mid(y) => Date::month_end(y, 6),
            Self::Quarter(y, q) => Date::month_end(y, q.saturating_mul(3)),
            Self::Month(y, m) => Date::month_end(y, m),
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
            (Self::Month(y, m), Lang::En) => {
                Date::new(y, m, 1).map_or_else(|| y.to_string(), |first| first.0.strftime("%B %-Y").to_string())
            }
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
        self.0.fmt(f)
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
    fn days_are_counted_across_leap_years() {
        let first: Date = "1899-12-30".parse().unwrap();
        assert_eq!(first.plus_days(36_585).unwrap().iso(), "2000-02-29");
        assert_eq!(first.plus_days(u32::MAX), None);
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
