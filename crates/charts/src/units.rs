//! The units of the canvas: plotters' coordinates are integers, so they are fractions of a CSS px.

use plotters_backend::BackendCoord;

/// Canvas units per CSS px.
pub(crate) const UNITS: f64 = 4.0;

/// Converts CSS px to canvas units.
pub(crate) fn units(px: f64) -> i32 {
    (px * UNITS).round() as i32
}

/// Converts a position in CSS px to canvas units.
pub(crate) fn to_canvas((x, y): (f64, f64)) -> BackendCoord {
    (units(x), units(y))
}
