//! Rectangles with hatching: slanted lines, for missing data or unexplained remainders.
//!
//! The lines are clipped here and drawn individually: an SVG pattern would need a paint server, which neither the
//! crate's own rasteriser nor every SVG program supports.

use plotters::element::{Drawable, PointCollection};
use plotters::style::{Color, RGBAColor};
use plotters_backend::{BackendCoord, DrawingBackend as _, DrawingErrorKind};

use crate::area::Area;
use crate::canvas::Canvas;
use crate::elements::stroke;
use crate::palette::UnknownColor;
use crate::theme::Token;
use crate::units::{to_canvas, to_px, units};

/// Horizontal distance between lines, in CSS px.
const STEP: f64 = 6.0;

/// A filled rectangle, plain or hatched, which may have a tooltip.
pub(crate) struct Block<C> {
    corners: [C; 2],
    /// `None` for hatching.
    color: Option<RGBAColor>,
    /// Part of the image without hatching, in CSS px.
    hole: Option<Area>,
    /// Distance of the edges from the corners, in CSS px.
    inset: f64,
    tip: String,
}

impl<C> Block<C> {
    /// Creates a rectangle between two corners in one colour.
    pub(crate) fn plain(corners: [C; 2], color: impl Color) -> Self {
        Self {
            corners,
            color: Some(color.to_rgba()),
            hole: None,
            inset: 0.0,
            tip: String::new(),
        }
    }

    /// Creates a rectangle between two corners with lines that rise to the right.
    pub(crate) fn hatched(corners: [C; 2]) -> Self {
        Self {
            corners,
            color: None,
            hole: None,
            inset: 0.0,
            tip: String::new(),
        }
    }

    /// Moves all edges inwards, by a distance in CSS px: half of the space between two cells of a grid.
    pub(crate) fn inset(self, inset: f64) -> Self {
        Self { inset, ..self }
    }

    /// Sets the tooltip.
    pub(crate) fn tip(self, tip: String) -> Self {
        Self { tip, ..self }
    }

    /// Leaves a part of the image free of lines.
    pub(crate) fn hole(self, hole: Area) -> Self {
        Self {
            hole: Some(hole),
            ..self
        }
    }
}

impl<'a, C> PointCollection<'a, C> for &'a Block<C> {
    type Point = &'a C;
    type IntoIter = &'a [C];

    fn point_iter(self) -> &'a [C] {
        &self.corners
    }
}

impl<C> Drawable<Canvas> for Block<C> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut points: I,
        canvas: &mut Canvas,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<UnknownColor>> {
        let (Some(a), Some(b)) = (points.next(), points.next()) else {
            return Ok(());
        };
        let inset = units(self.inset);
        let corners = (
            (a.0.min(b.0) + inset, a.1.min(b.1) + inset),
            (a.0.max(b.0) - inset, a.1.max(b.1) - inset),
        );
        canvas.tip(&self.tip);
        if let Some(color) = &self.color {
            return canvas.draw_rect(corners.0, corners.1, color, true);
        }
        canvas.draw_rect(corners.0, corners.1, &Token::Card.to_rgba(), true)?;
        let ((left, top), (right, bottom)) = (to_px(corners.0), to_px(corners.1));
        let area = Area {
            left,
            top,
            right,
            bottom,
        };
        let ends = lines(area, self.hole).into_iter().flat_map(|(from, to)| [from, to]);
        let ends: Vec<BackendCoord> = ends.map(to_canvas).collect();
        if ends.is_empty() {
            return Ok(());
        }
        let cuts: Vec<usize> = (2..ends.len()).step_by(2).collect();
        canvas.strokes(ends.into_iter(), &cuts, &stroke(Token::Soft, 1.0))
    }
}

/// A straight line, given by its ends.
type Line = ((f64, f64), (f64, f64));

fn lines(area: Area, hole: Option<Area>) -> Vec<Line> {
    let mut result = Vec::new();
    // All points of a line have the same sum of x and y. Lines lie on a grid of the whole image, so that adjacent
    // hatched areas join up.
    let (first, last) = (area.left + area.top, area.right + area.bottom);
    let mut sum = (first / STEP).floor() * STEP + STEP;
    while sum < last {
        // Horizontal positions of the line's ends.
        let from = area.left.max(sum - area.bottom);
        let to = area.right.min(sum - area.top);
        let hole_span = hole.map(|hole| (hole.left.max(sum - hole.bottom), hole.right.min(sum - hole.top)));
        let mut segments = vec![(from, to)];
        if let Some((start, end)) = hole_span.filter(|(start, end)| start < end) {
            segments = vec![(from, to.min(start)), (from.max(end), to)];
        }
        // Segments shorter than their width would look like dots.
        let long = segments.into_iter().filter(|(from, to)| to - from > 1.0);
        result.extend(long.map(|(from, to)| ((from, sum - from), (to, sum - to))));
        sum += STEP;
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOX: Area = Area {
        left: 10.0,
        top: 20.0,
        right: 40.0,
        bottom: 40.0,
    };

    fn within((x, y): (f64, f64), area: Area) -> bool {
        area.left <= x && x <= area.right && area.top <= y && y <= area.bottom
    }

    #[test]
    fn lines_stay_inside_and_fill_the_area() {
        let lines = lines(BOX, None);
        assert_eq!(lines.len(), 8);
        assert!(lines.iter().all(|(from, to)| within(*from, BOX) && within(*to, BOX)));
        assert!(lines.iter().any(|(from, to)| (to.0 - from.0 - 20.0).abs() < 1e-9));
    }

    #[test]
    fn the_hole_stays_free() {
        let hole = Area {
            left: 18.0,
            top: 25.0,
            right: 32.0,
            bottom: 35.0,
        };
        for (from, to) in lines(BOX, Some(hole)) {
            let middle = (f64::midpoint(from.0, to.0), f64::midpoint(from.1, to.1));
            let inside = hole.left < middle.0 && middle.0 < hole.right && hole.top < middle.1 && middle.1 < hole.bottom;
            assert!(!inside, "{from:?} {to:?}");
        }
    }

    #[test]
    fn an_empty_area_has_no_lines() {
        assert_eq!(lines(Area { right: 10.0, ..BOX }, None), []);
    }
}
