//! The marks of rows, the links between them, and the reference line.

use domain::chart::{DotLink, DotMark, DotRow, Dots, Emphasis};
use plotters::element::Rectangle;
use plotters::style::Color as _;

use crate::RenderError;
use crate::area::Area;
use crate::axis::Rows;
use crate::dots::arrow::{self, Arrow};
use crate::dots::layout::{Layout, RADIUS, RowPosition, value_style};
use crate::dots::scale::{DotAxis, NO_ROW};
use crate::elements::{Label, Marker, Strokes, stroke};
use crate::fonts;
use crate::series::series_color;
use crate::shape::Shape;
use crate::style::{Anchor, GroupStyle, TextStyle};
use crate::surface::{Chart, Surface, draw_series};
use crate::theme::Token;
use crate::units::{UNITS, to_canvas, units};

/// Distance from a mark to its value.
const GAP: f64 = 5.0;

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

/// Values from left to right, rows from top to bottom.
pub(crate) type DotChart = Chart<DotAxis, Rows>;

/// A column of a dot chart: its area, the positions of its rows, and the vertical ranges in which lines may be drawn.
pub(crate) struct Column<'a> {
    pub(crate) area: Area,
    pub(crate) positions: &'a [RowPosition],
    pub(crate) strips: &'a [(f64, f64)],
}

impl Layout<'_> {
    /// Draws guides, links, reference line, marks and values of a column, from back to front.
    pub(crate) fn marks(
        &self,
        surface: &Surface,
        chart: &mut DotChart,
        column: &Column<'_>,
    ) -> Result<(), RenderError> {
        self.guides(surface, column)?;
        for (at, position) in column.positions.iter().enumerate() {
            self.link(chart, at, position)?;
        }
        self.draw_reference(surface, chart, column)?;
        for series in 0..self.dots.series.len() {
            self.series(surface, chart, column, series)?;
        }
        self.values(surface, chart, column)
    }

    /// Draws a guide line for each row, interrupted at values. Its ends are those of texts, which are not on the axis.
    fn guides(&self, surface: &Surface, column: &Column<'_>) -> Result<(), RenderError> {
        let whole = self.plot_ends(column.area.left);
        let mut points = Vec::new();
        for position in column.positions {
            for (from, to) in uncovered(whole, &self.value_boxes(column.area, position)?) {
                points.extend([(from, position.middle), (to, position.middle)].map(to_canvas));
            }
        }
        surface.draw(&Strokes::pairs(points, stroke(Token::Line, 1.0)))
    }

    fn series(
        &self,
        surface: &Surface,
        chart: &mut DotChart,
        column: &Column<'_>,
        series: usize,
    ) -> Result<(), RenderError> {
        let (shape, hollow) = shape(series);
        let radius = if hollow { RADIUS - 0.75 } else { RADIUS };
        let name = &self.dots.series[series].label;
        let color = fill(self.dots, series);
        let marks = column.positions.iter().enumerate().flat_map(|(at, position)| {
            let row = &self.dots.rows[position.index];
            let marks = row.marks.iter().enumerate();
            marks
                .filter(move |(_, mark)| mark.series == series)
                .map(move |(index, mark)| {
                    let parts = [row.label.as_str(), name.as_str()];
                    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
                    let place = (at, self.offset(position.index, index));
                    let marker = Marker::new(((position.index, mark.value), place), shape, radius, color);
                    marker.tip(format!("{}: {}", parts.join(" · "), mark.text))
                })
        });
        group(surface, self.dots, series, || draw_series(chart, marks))
    }

    /// Draws what links the marks of a row: a bar from the lowest to the highest, or an arrow from the first to the
    /// last.
    fn link(&self, chart: &mut DotChart, at: usize, position: &RowPosition) -> Result<(), RenderError> {
        let row = &self.dots.rows[position.index];
        let place = |mark: &DotMark, below: f64| ((position.index, mark.value), (at, below));
        match row.link {
            DotLink::None => Ok(()),
            DotLink::Range => {
                let bar = ends(row).map(|(lowest, highest)| {
                    Rectangle::new([place(lowest, -3.5), place(highest, 3.5)], Token::Grid.filled())
                });
                draw_series(chart, bar)
            }
            DotLink::Arrow => {
                let x = |mark: &DotMark| self.x(position.index, mark.value);
                let ends = row.marks.first().zip(row.marks.last());
                let ends = ends.filter(|(first, last)| arrow::fits((x(last) - x(first)).abs()));
                let arrow = ends.map(|(first, last)| Arrow::new(place(first, 0.0), place(last, 0.0)));
                draw_series(chart, arrow)
            }
        }
    }

    /// Draws the lowest value to the left of its mark and the highest to the right of its mark.
    fn values(&self, surface: &Surface, chart: &mut DotChart, column: &Column<'_>) -> Result<(), RenderError> {
        if !self.shows_values() {
            return Ok(());
        }
        let size = |style: &mut GroupStyle| style.font_size = (13.0 * UNITS) as u32;
        let labels = column.positions.iter().enumerate().flat_map(|(at, position)| {
            let row = &self.dots.rows[position.index];
            let style = value_style(row);
            labelled_marks(row).into_iter().map(move |(mark, anchor)| {
                let place = ((position.index, mark.value), (at, 0.0));
                let right = direction(anchor) * (RADIUS + GAP);
                Label::new(place, mark.text.as_str(), style.anchor(anchor)).right(right)
            })
        });
        surface.group("values", "", size, || draw_series(chart, labels))
    }

    /// Draws the labelled reference line, interrupted where it would cross a value.
    fn draw_reference(&self, surface: &Surface, chart: &mut DotChart, column: &Column<'_>) -> Result<(), RenderError> {
        let (Some(reference), area) = (self.reference(), column.area) else {
            return Ok(());
        };
        let (left, right) = self.plot_ends(area.left);
        let x = (area.left + self.x(NO_ROW, reference.value)).clamp(left, right);
        let mut covered = Vec::new();
        for position in column.positions {
            let boxes = self.value_boxes(area, position)?;
            if boxes.iter().any(|(left, right)| (*left..=*right).contains(&x)) {
                covered.push((position.middle - 9.0, position.middle + 9.0));
            }
        }
        let top = area.top + self.above();
        let rows = chart.as_coord_spec().y_spec();
        let lines = column.strips.iter().flat_map(|strip| uncovered(*strip, &covered));
        let ends = lines.flat_map(|(from, to)| [from, to].map(|y| ((NO_ROW, reference.value), rows.place(y - top))));
        let ends: Vec<_> = ends.collect();
        if !ends.is_empty() {
            // Segments between names are too short to show dashes.
            let dashes = if column.strips.len() > 1 {
                ""
            } else {
                r#" stroke-dasharray="12 8""#
            };
            let line = Strokes::pairs(ends, stroke(Token::Soft, 1.25));
            surface.group("ref", dashes, |_| {}, || draw_series(chart, [line]))?;
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
            let near = area.left + self.x(position.index, mark.value) + direction(anchor) * (RADIUS + GAP);
            let far = near + direction(anchor) * value_style(row).width(&mark.text)?;
            boxes.push((near.min(far) - 4.0, near.max(far) + 4.0));
        }
        Ok(boxes)
    }
}

/// Returns the direction of a value from its mark: -1 to the left, 1 to the right.
fn direction(anchor: Anchor) -> f64 {
    if anchor == Anchor::End { -1.0 } else { 1.0 }
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
