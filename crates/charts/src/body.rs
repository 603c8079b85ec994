//! The interface of all chart kinds: a chart is laid out for a width, returns the height it needs, and draws itself
//! into an area.

use crate::RenderError;
use crate::area::Area;
use crate::surface::Surface;

/// Width from which there is space for wide margins, in CSS px.
pub(crate) const ROOMY: f64 = 480.0;

/// A chart whose texts are measured and broken for one width.
pub(crate) trait Body {
    /// Returns the natural height, in CSS px.
    fn height(&self) -> f64;
    /// Returns the minimum readable height, in CSS px.
    fn min_height(&self) -> f64;
    /// Draws into `area`, which has the width of the layout and at least the minimum height.
    fn draw(&self, surface: &Surface, area: Area) -> Result<(), RenderError>;
}
