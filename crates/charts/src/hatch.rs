//! Slanted lines across a rectangle: what is not known, or not explained.
//!
//! They are cut here and drawn as lines: a pattern would need a paint that neither our own
//! pixels nor every program for SVG has.

use crate::RenderError;
use crate::surface::{Area, Surface};
use crate::theme::Token;

/// From line to line, in CSS px across.
const STEP: f64 = 6.0;

/// Draws lines that rise to the right across `area`, except where `free` is.
pub(crate) fn hatch(surface: &Surface, area: Area, free: Option<Area>, color: Token) -> Result<(), RenderError> {
    let lines = lines(area, free);
    if lines.is_empty() {
        return Ok(());
    }
    let cuts = (2..lines.len() * 2).step_by(2).collect();
    let points = lines.into_iter().flat_map(|(from, to)| [from, to]).collect();
    surface.strokes(points, cuts, color, 1.0)
}

/// A straight line by its ends.
type Line = ((f64, f64), (f64, f64));

fn lines(area: Area, free: Option<Area>) -> Vec<Line> {
    let mut found = Vec::new();
    // A line is all points with the same sum of both positions; the first lies on a grid of
    // the whole image, so that hatched neighbours read as one.
    let (first, last) = (area.left + area.top, area.right + area.bottom);
    let mut sum = (first / STEP).floor() * STEP + STEP;
    while sum < last {
        // Ends by their position across.
        let from = area.left.max(sum - area.bottom);
        let to = area.right.min(sum - area.top);
        let hole = free.map(|free| (free.left.max(sum - free.bottom), free.right.min(sum - free.top)));
        let mut pieces = vec![(from, to)];
        if let Some((start, end)) = hole.filter(|(start, end)| start < end) {
            pieces = vec![(from, to.min(start)), (from.max(end), to)];
        }
        // Pieces shorter than they are wide would be dots.
        let long = pieces.into_iter().filter(|(from, to)| to - from > 1.0);
        found.extend(long.map(|(from, to)| ((from, sum - from), (to, sum - to))));
        sum += STEP;
    }
    found
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
    fn lines_stay_inside_and_fill_the_whole() {
        let lines = lines(BOX, None);
        assert_eq!(lines.len(), 8);
        assert!(lines.iter().all(|(from, to)| within(*from, BOX) && within(*to, BOX)));
        assert!(lines.iter().any(|(from, to)| (to.0 - from.0 - 20.0).abs() < 1e-9));
    }

    #[test]
    fn what_is_to_stay_free_stays_free() {
        let free = Area {
            left: 18.0,
            top: 25.0,
            right: 32.0,
            bottom: 35.0,
        };
        for (from, to) in lines(BOX, Some(free)) {
            let middle = (f64::midpoint(from.0, to.0), f64::midpoint(from.1, to.1));
            let inside = free.left < middle.0 && middle.0 < free.right && free.top < middle.1 && middle.1 < free.bottom;
            assert!(!inside, "{from:?} {to:?}");
        }
    }

    #[test]
    fn nothing_fits_into_nothing() {
        assert_eq!(lines(Area { right: 10.0, ..BOX }, None), []);
    }
}
