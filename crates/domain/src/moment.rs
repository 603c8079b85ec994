//! Moments of events (uploads, editions), shown in Viet Nam time, which has no daylight saving time.

use crate::{Date, Lang};

/// Milliseconds per day.
const DAY: i64 = 86_400_000;
/// Offset of Viet Nam time from UTC in milliseconds: seven hours ahead.
const HANOI: i64 = 7 * 3_600_000;

/// A moment in milliseconds since 1970-01-01 00:00 UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(pub i64);

impl Moment {
    /// Returns the date in Viet Nam.
    #[must_use]
    pub fn day(self) -> Date {
        // Conversion from days to a calendar date, after Howard Hinnant's `civil_from_days`.
        let days = (self.0 + HANOI).div_euclid(DAY) + 719_468;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        // The shifted year starts in March.
        let shifted_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = if shifted_month < 10 {
            shifted_month + 3
        } else {
            shifted_month - 9
        };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        let byte = |n: i64| u8::try_from(n).unwrap_or(1);
        let year = i32::try_from(year).unwrap_or(1970);
        Date::new(year, byte(month), byte(day)).unwrap_or(Date::year_end(year))
    }

    /// Returns the time of day in Viet Nam, such as `14:05`.
    #[must_use]
    pub fn clock(self) -> String {
        let minutes = (self.0 + HANOI).rem_euclid(DAY) / 60_000;
        format!("{:02}:{:02}", minutes / 60, minutes % 60)
    }

    /// Formats the moment as `14:05 ngày 21/11/2026` or `21 November 2026, 14:05`.
    #[must_use]
    pub fn format(self, lang: Lang) -> String {
        let (day, clock) = (self.day().format(lang), self.clock());
        match lang {
            Lang::Vi => format!("{clock} ngày {day}"),
            Lang::En => format!("{day}, {clock}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_times_in_viet_nam() {
        for (moment, iso, clock) in [
            (0, "1970-01-01", "07:00"),
            (951_782_400_000, "2000-02-29", "07:00"),
            (1_751_302_800_000, "2025-07-01", "00:00"),
            (1_751_302_799_999, "2025-06-30", "23:59"),
            (-1, "1970-01-01", "06:59"),
            (4_102_444_799_000, "2100-01-01", "06:59"),
        ] {
            assert_eq!(
                (Moment(moment).day().iso().as_str(), Moment(moment).clock().as_str()),
                (iso, clock)
            );
        }
    }
}
