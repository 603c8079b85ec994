//! The log: how lines are written, and what they have in common.

mod writer;

use std::time::Duration;

pub(crate) use writer::{LogWriter, WriterGuard};

/// For the log: to the microsecond, without the noise of binary fractions.
pub(crate) fn milliseconds(duration: Duration) -> f64 {
    (duration.as_secs_f64() * 1e6).round() / 1e3
}
