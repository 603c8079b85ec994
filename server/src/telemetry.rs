//! What log lines have in common.

use std::time::Duration;

/// For the log: to the microsecond, without the noise of binary fractions.
pub(crate) fn milliseconds(duration: Duration) -> f64 {
    (duration.as_secs_f64() * 1e6).round() / 1e3
}
