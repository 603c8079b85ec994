//! The marks of rows, the links between them, and the reference line.

use domain::chart::{DotLink, DotMark, DotRow, Dots, Emphasis};

use crate::RenderError;
use crate::area::Area;
use crate::dots::layout::{Layout, RADIUS, RowPosition, value_style};
use crate::fonts;
use crate::series::series_color;
use crate::style::{Anchor, GroupStyle, TextStyle};
use crate::surface::{Shape, Surface};
use crate::theme::Token;
use crate::units::{UNITS, units};

/// Distance from a mark to its value.
const GAP: f64 = 5.0;
/// Length of an arrowhead, and its minimum.
const ARROWHEAD: f64 = 6.5;
const MIN_ARROWHEAD: f64 = 3.5;

/// Returns the shape of the series at this index and whether it is hollow: eight series differ without colour.
pub(crate) fn shape(series: usize) -> (Shape, bool) {
    match series % 8 {
        0 => (Shape::Circle, false),
        1 => (Shape::Square, false),
        2 => (Shape::Diamond, false),
        3 => (Shape::Triangle, false),
        4 => (Shape::TriangleDown, false),
        5 => (Shape::Cross, false),
        6 => (Shape::Circle, true),
        _ => (Shape::Square, true),
    }
}

/// Returns the colour of the series at this index. If several series have the same highlight, they take the colours in
/// order.
fn color(dots: &Dots, series: usize) -> Token {
    let emphasis = dots.series.get(series).map(|series| series.emphasis);
    let shared = dots
        .series
        .iter()
        .filter(|other| Some(other.emphasis) == emphasis)
        .count()
        > 1;
    match emphasis {
        Some(Emphasis::Highlight(_)) if shared => series_color(Emphasis::Highlight((series % 5) as u8)),
        Some(emphasis) => series_color(emphasis),
        None => None,
    }
    .unwrap_or(Token::Soft)
}

/// Returns the fill of a series' marks.
pub(crate) fn fill(dots: &Dots, series: usize) -> Token {
    if shape(series).1 {
        Token::Card
    } else {
        color(dots, series)
    }
}

/// Draws a group for the marks of one series, with an outline that separates overlapping marks, or hollow.
pub(crate) fn group(
    surface: &Surface,
    dots: &Dots,
    series: usize,
    inside: impl FnOnce() -> Result<(), RenderError>,
) -> Result<(), RenderError> {
    let (outline, width) = if shape(series).1 {
        (color(dots, series), 2.0)
    } else {
        (Token::Card, 1.0)
    };
    let style = |style: &mut GroupStyle| {
        style.fill = Some(fill(dots, series));
        style.stroke = Some(outline);
        style.stroke_width = units(width) as u32;
    };
    surface.group("series", "", style, inside)
}

impl Layout<'_> {
    /// Draws guides, links, reference line, marks and values of a column, from back to front.
    pub(crate) fn marks(
        &self,
        surface: &Surface,
        area: Area,
        positions: &[RowPosition],
        strips: &[(f64, f64)],
    ) -> Result<(), RenderError> {
        self.guides(surface, area, positions)?;
        for position in positions {
            self.link(surface, area, position)?;
        }
        self.draw_reference(surface, area, positions, strips)?;
        for series in 0..self.dots.series.len() {
            self.series(surface, area, positions, series)?;
        }
        self.values(surface, area, positions)
    }

    /// Draws a guide line for each row, interrupted at values.
    fn guides(&self, surface: &Surface, area: Area, positions: &[RowPosition]) -> Result<(), RenderError> {
        let whole = self.plot_ends(area.left);
        let mut points = Vec::new();
        for position in positions {
            for (from, to) in uncovered(whole, &self.value_boxes(area, position)?) {
                points.extend([(from, position.middle), (to, position.middle)]);
            }
        }
        let cuts = (2..points.len()).step_by(2).collect();
        surface.strokes(points, cuts, Token::Line, 1.0)
    }

    fn series(
        &self,
        surface: &Surface,
        area: Area,
        positions: &[RowPosition],
        series: usize,
    ) -> Result<(), RenderError> {
        let (shape, hollow) = shape(series);
        let radius = if hollow { RADIUS - 0.75 } else { RADIUS };
        let name = &self.dots.series[series].label;
        group(surface, self.dots, series, || {
            for position in positions {
                let row = &self.dots.rows[position.index];
                for (at, mark) in row.marks.iter().enumerate().filter(|(_, mark)| mark.series == series) {
                    let parts = [row.label.as_str(), name.as_str()];
                    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
                    surface.tip(&format!("{}: {}", parts.join(" · "), mark.text))?;
                    let point = (
                        area.left + self.x(row, mark.value),
                        position.middle + self.offset(position.index, at),
                    );
                    surface.marker(shape, point, radius, fill(self.dots, series))?;
                }
            }
            Ok(())
        })
    }

    fn link(&self, surface: &Surface, area: Area, position: &RowPosition) -> Result<(), RenderError> {
        let row = &self.dots.rows[position.index];
        let x = |mark: &DotMark| area.left + self.x(row, mark.value);
        let y = position.middle;
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
                let direction = (to - from).signum();
                // Marks that nearly touch leave no space for an arrow.
                let length = (to - from).abs() - 2.0 * RADIUS - 1.0;
                if length < MIN_ARROWHEAD {
                    return Ok(());
                }
                let tip = to - direction * (RADIUS + 1.0);
                let (back, half_width) = (tip - direction * length.min(ARROWHEAD), length.min(ARROWHEAD) * 0.7);
                let points = vec![
                    (from, y),
                    (tip, y),
                    (back, y - half_width),
                    (tip, y),
                    (back, y + half_width),
                ];
                surface.strokes(points, vec![2], Token::Ink, 1.75)
            }
        }
    }

    /// Draws the lowest value to the left of its mark and the highest to the right of its mark.
    fn values(&self, surface: &Surface, area: Area, positions: &[RowPosition]) -> Result<(), RenderError> {
        if !self.shows_values() {
            return Ok(());
        }
        let size = |style: &mut GroupStyle| style.font_size = (13.0 * UNITS) as u32;
        surface.group("values", "", size, || {
            for position in positions {
                let row = &self.dots.rows[position.index];
                let style = value_style(row);
                for (mark, anchor) in labelled_marks(row) {
                    let direction = if anchor == Anchor::End { -1.0 } else { 1.0 };
                    let at = area.left + self.x(row, mark.value) + direction * (RADIUS + GAP);
                    surface.text(&mark.text, (at, position.middle), style.anchor(anchor))?;
                }
            }
            Ok(())
        })
    }

    /// Draws the labelled reference line, interrupted where it would cross a value.
    fn draw_reference(
        &self,
        surface: &Surface,
        area: Area,
        positions: &[RowPosition],
        strips: &[(f64, f64)],
    ) -> Result<(), RenderError> {
        let (Some(reference), Some(first)) = (self.reference(), positions.first()) else {
            return Ok(());
        };
        let (left, right) = self.plot_ends(area.left);
        let row = &self.dots.rows[first.index];
        let x = (area.left + self.x(row, reference.value)).clamp(left, right);
        let mut covered = Vec::new();
        for position in positions {
            let boxes = self.value_boxes(area, position)?;
            if boxes.iter().any(|(left, right)| (*left..=*right).contains(&x)) {
                covered.push((position.middle - 9.0, position.middle + 9.0));
            }
        }
        let lines: Vec<(f64, f64)> = strips.iter().flat_map(|strip| uncovered(*strip, &covered)).collect();
        if !lines.is_empty() {
            let points = lines.iter().flat_map(|(top, bottom)| [(x, *top), (x, *bottom)]);
            let cuts = (2..lines.len() * 2).step_by(2).collect();
            // Segments between names are too short to show dashes.
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
        let style = TextStyle::new(12.0, Token::Soft).bold();
        let label = fonts::cut(&reference.label, style.face, style.size, area.width())?;
        let half = style.width(&label)? / 2.0;
        let middle = x.min(area.right - half).max(area.left + half);
        surface.text(&label, (middle, area.top + 9.0), style.anchor(Anchor::Middle))
    }

    /// Returns the left and right ends of a row's values, from left to right, with a small margin.
    fn value_boxes(&self, area: Area, position: &RowPosition) -> Result<Vec<(f64, f64)>, RenderError> {
        let row = &self.dots.rows[position.index];
        let mut boxes = Vec::new();
        for (mark, anchor) in labelled_marks(row).into_iter().filter(|_| self.shows_values()) {
            let direction = if anchor == Anchor::End { -1.0 } else { 1.0 };
            let near = area.left + self.x(row, mark.value) + direction * (RADIUS + GAP);
            let far = near + direction * value_style(row).width(&mark.text)?;
            boxes.push((near.min(far) - 4.0, near.max(far) + 4.0));
        }
        Ok(boxes)
    }
}

/// Returns the marks with the lowest and the highest value; `None` if the row has no marks.
fn ends(row: &DotRow) -> Option<(&DotMark, &DotMark)> {
    let lowest = row.marks.iter().reduce(|a, b| if b.value < a.value { b } else { a })?;
    let highest = row.marks.iter().reduce(|a, b| if b.value >= a.value { b } else { a })?;
    Some((lowest, highest))
}

/// Returns the marks whose values are drawn, with the anchor of each value's text.
fn labelled_marks(row: &DotRow) -> Vec<(&DotMark, Anchor)> {
    match ends(row) {
        None => Vec::new(),
        Some((low, high)) if low.value == high.value && low.text == high.text => vec![(high, Anchor::Start)],
        Some((low, high)) => vec![(low, Anchor::End), (high, Anchor::Start)],
    }
}

/// Returns the parts of an interval that are not covered, in ascending order.
fn uncovered((start, end): (f64, f64), covered: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let mut parts = Vec::new();
    let mut from = start;
    for (left, right) in covered.iter().filter(|(left, right)| *right > start && *left < end) {
        if *left > from {
            parts.push((from, *left));
        }
        from = *right;
    }
    if from < end {
        parts.push((from, end));
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn covered_parts_are_left_out() {
        let covered = [(-5.0, 2.0), (4.0, 6.0), (9.0, 20.0)];
        assert_eq!(uncovered((0.0, 10.0), &covered), [(2.0, 4.0), (6.0, 9.0)]);
        assert_eq!(uncovered((0.0, 10.0), &[]), [(0.0, 10.0)]);
        assert_eq!(uncovered((0.0, 10.0), &[(-1.0, 11.0)]), []);
    }

    #[test]
    fn eight_series_differ_without_colour() {
        let shapes: Vec<(Shape, bool)> = (0..8).map(shape).collect();
        for (at, one) in shapes.iter().enumerate() {
            assert!(!shapes[at + 1..].contains(one), "{one:?}");
        }
    }
}
