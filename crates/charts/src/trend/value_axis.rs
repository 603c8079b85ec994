//! The value axis of a trend: what it shows, and its ends.

use domain::chart::Trend;

use crate::RenderError;
use crate::numbers::finite;

/// The kind of values on the value axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Scores, increasing upwards.
    Scores,
    /// Ranks, with 1 at the top.
    Ranks,
}

/// Returns the ends of the value axis, the lower first: as given by the model, extended to include all values, and
/// never of zero length.
pub(crate) fn scale(trend: &Trend, kind: Kind) -> Result<(f64, f64), RenderError> {
    finite("axis", &[trend.min, trend.max])?;
    let mut low = trend.min.min(trend.max);
    let mut high = trend.min.max(trend.max);
    for series in &trend.series {
        for point in &series.points {
            finite(&series.label, &[point.value])?;
            low = low.min(point.value);
            high = high.max(point.value);
        }
    }
    if high <= low {
        high = low + 1.0;
        if kind == Kind::Scores {
            low -= 1.0;
        }
    }
    Ok((low, high))
}
