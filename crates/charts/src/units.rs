//! The resolution of the canvas: plotters' backend coordinates are whole dots, of which a CSS px has several.

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

/// Converts a position in canvas units to CSS px.
pub(crate) fn to_px((x, y): BackendCoord) -> (f64, f64) {
    (f64::from(x) / UNITS, f64::from(y) / UNITS)
}
