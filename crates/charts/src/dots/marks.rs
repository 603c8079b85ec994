//! Marks of rows, what links them, and the reference that runs through them.

use domain::chart::{DotLink, DotMark, DotRow, Dots, Emphasis};

use crate::RenderError;
use crate::body::series_color;
use crate::canvas::{Anchor, GroupStyle, UNITS};
use crate::dots::{Layout, Place, RADIUS, value_look};
use crate::fonts;
use crate::surface::{Area, Shape, Surface, Type, units};
use crate::theme::Token;

/// From a mark to its value.
const GAP: f64 = 5.0;
/// Length of an arrow's head, and of the shortest.
const HEAD: f64 = 6.5;
const LEAST_HEAD: f64 = 3.5;

/// Shape of the series at this position, and whether it is hollow: eight differ without colour.
pub(crate) fn shape(series: usize) -> (Shape, bool) {
    match series % 8 {
        0 => (Shape::Circle, false),
        1 => (Shape::Square, false),
        2 => (Shape::Diamond, false),
        3 => (Shape::Triangle, false),
        4 => (Shape::Falling, false),
        5 => (Shape::Cross, false),
        6 => (Shape::Circle, true),
        _ => (Shape::Square, true),
    }
}

/// Colour of the series at this position. Series that are all highlighted alike take the
/// colours in order.
fn color(dots: &Dots, series: usize) -> Token {
    let emphasis = dots.series.get(series).map(|series| series.emphasis);
    let same = dots
        .series
        .iter()
        .filter(|other| Some(other.emphasis) == emphasis)
        .count()
        > 1;
    match emphasis {
        Some(Emphasis::Highlight(_)) if same => series_color(Emphasis::Highlight((series % 5) as u8)),
        Some(emphasis) => series_color(emphasis),
        None => None,
    }
    .unwrap_or(Token::Soft)
}

/// What fills the marks of a series.
pub(crate) fn fill(dots: &Dots, series: usize) -> Token {
    if shape(series).1 {
        Token::Card
    } else {
        color(dots, series)
    }
}

/// A group for marks of one series: with a rim that parts marks over each other, or hollow.
pub(crate) fn group(
    surface: &Surface,
    dots: &Dots,
    series: usize,
    inside: impl FnOnce() -> Result<(), RenderError>,
) -> Result<(), RenderError> {
    let (rim, width) = if shape(series).1 {
        (color(dots, series), 2.0)
    } else {
        (Token::Card, 1.0)
    };
    let look = |look: &mut GroupStyle| {
        look.fill = Some(fill(dots, series));
        look.stroke = Some(rim);
        look.stroke_width = units(width) as u32;
    };
    surface.group("series", "", look, inside)
}

impl Layout<'_> {
    /// Guides, links, reference, marks and values of a column, from back to front.
    pub(crate) fn marks(
        &self,
        surface: &Surface,
        area: Area,
        places: &[Place],
        strips: &[(f64, f64)],
    ) -> Result<(), RenderError> {
        self.guides(surface, area, places)?;
        for place in places {
            self.link(surface, area, place)?;
        }
        self.draw_reference(surface, area, places, strips)?;
        for series in 0..self.dots.series.len() {
            self.series(surface, area, places, series)?;
        }
        self.values(surface, area, places)
    }

    /// A line for each row, which stops for values.
    fn guides(&self, surface: &Surface, area: Area, places: &[Place]) -> Result<(), RenderError> {
        let whole = self.plot_of(area.left);
        let mut points = Vec::new();
        for place in places {
            for (from, to) in open(whole, &self.value_boxes(area, place)?) {
                points.extend([(from, place.middle), (to, place.middle)]);
            }
        }
        let cuts = (2..points.len()).step_by(2).collect();
        surface.strokes(points, cuts, Token::Line, 1.0)
    }

    fn series(&self, surface: &Surface, area: Area, places: &[Place], series: usize) -> Result<(), RenderError> {
        let (shape, hollow) = shape(series);
        let radius = if hollow { RADIUS - 0.75 } else { RADIUS };
        let name = &self.dots.series[series].label;
        group(surface, self.dots, series, || {
            for place in places {
                let row = &self.dots.rows[place.index];
                for (at, mark) in row.marks.iter().enumerate().filter(|(_, mark)| mark.series == series) {
                    let parts = [row.label.as_str(), name.as_str()];
                    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
                    surface.tip(&format!("{}: {}", parts.join(" · "), mark.text))?;
                    let point = (
                        area.left + self.x(row, mark.value),
                        place.middle + self.level(place.index, at),
                    );
                    surface.marker(shape, point, radius, fill(self.dots, series))?;
                }
            }
            Ok(())
        })
    }

    fn link(&self, surface: &Surface, area: Area, place: &Place) -> Result<(), RenderError> {
        let row = &self.dots.rows[place.index];
        let x = |mark: &DotMark| area.left + self.x(row, mark.value);
        let y = place.middle;
        match row.link {
            DotLink::None => Ok(()),
            DotLink::Range => {
                let Some((lowest, highest)) = ends(row) else {
                    return Ok(());
                };
                let bar = Area {
                    left: x(lowest),
                    right: x(highest),
                    top: y - 3.5,
                    bottom: y + 3.5,
                };
                surface.rect(bar, Token::Grid)
            }
            DotLink::Arrow => {
                let (Some(first), Some(last)) = (row.marks.first(), row.marks.last()) else {
                    return Ok(());
                };
                let (from, to) = (x(first), x(last));
                let way = (to - from).signum();
                // Between marks that nearly touch there is no room for an arrow.
                let room = (to - from).abs() - 2.0 * RADIUS - 1.0;
                if room < LEAST_HEAD {
                    return Ok(());
                }
                let tip = to - way * (RADIUS + 1.0);
                let (back, wing) = (tip - way * room.min(HEAD), room.min(HEAD) * 0.7);
                let points = vec![(from, y), (tip, y), (back, y - wing), (tip, y), (back, y + wing)];
                surface.strokes(points, vec![2], Token::Ink, 1.75)
            }
        }
    }

    /// The lowest value at the left of its mark, the highest at the right of its.
    fn values(&self, surface: &Surface, area: Area, places: &[Place]) -> Result<(), RenderError> {
        if !self.shows_values() {
            return Ok(());
        }
        let size = |look: &mut GroupStyle| look.font_size = (13.0 * UNITS) as u32;
        surface.group("values", "", size, || {
            for place in places {
                let row = &self.dots.rows[place.index];
                let look = value_look(row);
                for (mark, anchor) in said(row) {
                    let away = if anchor == Anchor::End { -1.0 } else { 1.0 };
                    let at = area.left + self.x(row, mark.value) + away * (RADIUS + GAP);
                    surface.text(&mark.text, (at, place.middle), look.anchor(anchor))?;
                }
            }
            Ok(())
        })
    }

    /// The labelled line; it stops for values that stand in its way.
    fn draw_reference(
        &self,
        surface: &Surface,
        area: Area,
        places: &[Place],
        strips: &[(f64, f64)],
    ) -> Result<(), RenderError> {
        let (Some(reference), Some(first)) = (self.reference(), places.first()) else {
            return Ok(());
        };
        let (left, right) = self.plot_of(area.left);
        let row = &self.dots.rows[first.index];
        let x = (area.left + self.x(row, reference.value)).clamp(left, right);
        let mut covered = Vec::new();
        for place in places {
            let boxes = self.value_boxes(area, place)?;
            if boxes.iter().any(|(left, right)| (*left..=*right).contains(&x)) {
                covered.push((place.middle - 9.0, place.middle + 9.0));
            }
        }
        let lines: Vec<(f64, f64)> = strips.iter().flat_map(|strip| open(*strip, &covered)).collect();
        if !lines.is_empty() {
            let points = lines.iter().flat_map(|(top, bottom)| [(x, *top), (x, *bottom)]);
            let cuts = (2..lines.len() * 2).step_by(2).collect();
            // Short pieces between names would be lost in dashes.
            let dashes = if strips.len() > 1 {
                ""
            } else {
                r#" stroke-dasharray="12 8""#
            };
            surface.group(
                "ref",
                dashes,
                |_| {},
                || surface.strokes(points.collect(), cuts, Token::Soft, 1.25),
            )?;
        }
        let look = Type::new(12.0, Token::Soft).bold();
        let label = fonts::cut(&reference.label, look.face, look.size, area.width())?;
        let half = look.width(&label)? / 2.0;
        let middle = x.min(area.right - half).max(area.left + half);
        surface.text(&label, (middle, area.top + 9.0), look.anchor(Anchor::Middle))
    }

    /// Left and right ends of the values of a row, from left to right, with a little room.
    fn value_boxes(&self, area: Area, place: &Place) -> Result<Vec<(f64, f64)>, RenderError> {
        let row = &self.dots.rows[place.index];
        let mut boxes = Vec::new();
        for (mark, anchor) in said(row).into_iter().filter(|_| self.shows_values()) {
            let away = if anchor == Anchor::End { -1.0 } else { 1.0 };
            let near = area.left + self.x(row, mark.value) + away * (RADIUS + GAP);
            let far = near + away * value_look(row).width(&mark.text)?;
            boxes.push((near.min(far) - 4.0, near.max(far) + 4.0));
        }
        Ok(boxes)
    }
}

/// The marks with the lowest and with the highest value.
fn ends(row: &DotRow) -> Option<(&DotMark, &DotMark)> {
    let lowest = row.marks.iter().reduce(|a, b| if b.value < a.value { b } else { a })?;
    let highest = row.marks.iter().reduce(|a, b| if b.value >= a.value { b } else { a })?;
    Some((lowest, highest))
}

/// Marks whose values are written, with the side on which they end.
fn said(row: &DotRow) -> Vec<(&DotMark, Anchor)> {
    match ends(row) {
        None => Vec::new(),
        Some((low, high)) if low.value == high.value && low.text == high.text => vec![(high, Anchor::Start)],
        Some((low, high)) => vec![(low, Anchor::End), (high, Anchor::Start)],
    }
}

/// What is left of a stretch without the parts that are covered, from one end to the other.
fn open((start, end): (f64, f64), covered: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let mut found = Vec::new();
    let mut from = start;
    for (left, right) in covered.iter().filter(|(left, right)| *right > start && *left < end) {
        if *left > from {
            found.push((from, *left));
        }
        from = *right;
    }
    if from < end {
        found.push((from, end));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_covered_is_left_out() {
        let covered = [(-5.0, 2.0), (4.0, 6.0), (9.0, 20.0)];
        assert_eq!(open((0.0, 10.0), &covered), [(2.0, 4.0), (6.0, 9.0)]);
        assert_eq!(open((0.0, 10.0), &[]), [(0.0, 10.0)]);
        assert_eq!(open((0.0, 10.0), &[(-1.0, 11.0)]), []);
    }

    #[test]
    fn eight_series_differ_without_colour() {
        let shapes: Vec<(Shape, bool)> = (0..8).map(shape).collect();
        for (at, one) in shapes.iter().enumerate() {
            assert!(!shapes[at + 1..].contains(one), "{one:?}");
        }
    }
}
