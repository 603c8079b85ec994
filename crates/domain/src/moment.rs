//! Moments of events (uploads, editions), shown in Viet Nam time, which has no daylight saving time.

use jiff::{Timestamp, civil::DateTime, tz::Offset};

use crate::{Date, Lang};

/// The time zone of Viet Nam: seven hours ahead of UTC.
const HANOI: Offset = Offset::constant(7);

/// A moment in milliseconds since 1970-01-01 00:00 UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(pub i64);

impl Moment {
    /// Returns the date and the time of day in Viet Nam; of the first or last moment of the calendar for one outside.
    fn local(self) -> DateTime {
        let outside = if self.0 < 0 { Timestamp::MIN } else { Timestamp::MAX };
        HANOI.to_datetime(Timestamp::from_millisecond(self.0).unwrap_or(outside))
    }

    /// Returns the date in Viet Nam.
    #[must_use]
    pub fn day(self) -> Date {
        Date(self.local().date())
    }

    /// Returns the time of day in Viet Nam, such as `14:05`.
    #[must_use]
    pub fn clock(self) -> String {
        self.local().strftime("%H:%M").to_string()
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
            (i64::MAX, "9999-12-31", "05:00"),
        ] {
            assert_eq!(
                (Moment(moment).day().iso().as_str(), Moment(moment).clock().as_str()),
                (iso, clock)
            );
        }
    }
}
