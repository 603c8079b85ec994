//! Hatching: slanted lines across a rectangle, for missing data or unexplained remainders.
//!
//! The lines are clipped here and drawn individually: an SVG pattern would need a paint server, which neither the
//! crate's own rasteriser nor every SVG program supports.

use crate::RenderError;
use crate::area::Area;
use crate::surface::Surface;
use crate::theme::Token;

/// Horizontal distance between lines, in CSS px.
const STEP: f64 = 6.0;

/// Draws lines that rise to the right across `area`, except inside `hole`.
pub(crate) fn hatch(surface: &Surface, area: Area, hole: Option<Area>, color: Token) -> Result<(), RenderError> {
    let lines = lines(area, hole);
    if lines.is_empty() {
        return Ok(());
    }
    let cuts = (2..lines.len() * 2).step_by(2).collect();
    let points = lines.into_iter().flat_map(|(from, to)| [from, to]).collect();
    surface.strokes(points, cuts, color, 1.0)
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
