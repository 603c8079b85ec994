//! Elements that plotters does not have: lines with gaps and markers of all shapes, both with tooltips, and texts in the
//! bundled font.
//!
//! Their points are in the coordinates of the chart or drawing area on which they are drawn.

use std::borrow::Borrow;

use plotters::element::{Drawable, PointCollection};
use plotters::style::{Color, RGBAColor, ShapeStyle};
use plotters_backend::{BackendCoord, DrawingBackend, DrawingErrorKind};

use crate::canvas::Canvas;
use crate::palette::UnknownColor;
use crate::shape::Shape;
use crate::style::TextStyle;
use crate::units::{to_canvas, units};

type DrawResult<E = UnknownColor> = Result<(), DrawingErrorKind<E>>;

/// Returns the style of a line; `width` is in CSS px.
pub(crate) fn stroke(color: impl Color, width: f64) -> ShapeStyle {
    color.stroke_width(units(width).max(1) as u32)
}

/// One path of several lines.
pub(crate) struct Strokes<C> {
    points: Vec<C>,
    /// Indices of points at which a new line begins.
    cuts: Vec<usize>,
    style: ShapeStyle,
    tip: String,
}

impl<C> Strokes<C> {
    /// Creates a path through `points` in which a new line begins at each cut.
    pub(crate) fn new(points: Vec<C>, cuts: Vec<usize>, style: ShapeStyle) -> Self {
        Self {
            points,
            cuts,
            style,
            tip: String::new(),
        }
    }

    /// Creates a path of lines between two points each.
    pub(crate) fn pairs(points: Vec<C>, style: ShapeStyle) -> Self {
        let cuts = (2..points.len()).step_by(2).collect();
        Self::new(points, cuts, style)
    }

    /// Sets the tooltip.
    pub(crate) fn tip(self, tip: String) -> Self {
        Self { tip, ..self }
    }
}

impl<'a, C> PointCollection<'a, C> for &'a Strokes<C> {
    type Point = &'a C;
    type IntoIter = &'a [C];

    fn point_iter(self) -> &'a [C] {
        &self.points
    }
}

impl<C> Drawable<Canvas> for Strokes<C> {
    fn draw<I: Iterator<Item = BackendCoord>>(&self, points: I, canvas: &mut Canvas, _: (u32, u32)) -> DrawResult {
        if self.points.is_empty() {
            return Ok(());
        }
        canvas.tip(&self.tip);
        canvas.strokes(points, &self.cuts, &self.style)
    }
}

/// A marker at a point.
pub(crate) struct Marker<C> {
    at: C,
    shape: Shape,
    /// In CSS px.
    radius: f64,
    color: RGBAColor,
    tip: String,
}

impl<C> Marker<C> {
    /// Creates a marker; `radius` is in CSS px.
    pub(crate) fn new(at: C, shape: Shape, radius: f64, color: impl Color) -> Self {
        Self {
            at,
            shape,
            radius,
            color: color.to_rgba(),
            tip: String::new(),
        }
    }

    /// Sets the tooltip.
    pub(crate) fn tip(self, tip: String) -> Self {
        Self { tip, ..self }
    }
}

impl<'a, C: 'a> PointCollection<'a, C> for &'a Marker<C> {
    type Point = &'a C;
    type IntoIter = std::iter::Once<&'a C>;

    fn point_iter(self) -> Self::IntoIter {
        std::iter::once(&self.at)
    }
}

impl<C> Drawable<Canvas> for Marker<C> {
    fn draw<I: Iterator<Item = BackendCoord>>(&self, mut points: I, canvas: &mut Canvas, _: (u32, u32)) -> DrawResult {
        let Some((x, y)) = points.next() else {
            return Ok(());
        };
        canvas.tip(&self.tip);
        if self.shape == Shape::Circle {
            let radius = units(self.radius).max(1) as u32;
            return canvas.draw_circle((x, y), radius, &self.color, true);
        }
        let corners = self.shape.corners().iter().map(|(dx, dy)| {
            let (dx, dy) = to_canvas((dx * self.radius, dy * self.radius));
            (x + dx, y + dy)
        });
        canvas.fill_polygon(corners, &self.color)
    }
}

/// A text next to a point, its capitals centred vertically.
pub(crate) struct Label<C, T> {
    at: C,
    /// Distance to the right of and below the point, in CSS px.
    offset: (f64, f64),
    text: T,
    style: TextStyle,
}

impl<C, T: Borrow<str>> Label<C, T> {
    /// Creates a text anchored at a point.
    pub(crate) fn new(at: C, text: T, style: TextStyle) -> Self {
        Self {
            at,
            offset: (0.0, 0.0),
            text,
            style,
        }
    }

    /// Moves the text to the right, by a distance in CSS px.
    pub(crate) fn right(self, right: f64) -> Self {
        Self {
            offset: (right, self.offset.1),
            ..self
        }
    }

    /// Moves the text down, by a distance in CSS px.
    pub(crate) fn below(self, below: f64) -> Self {
        Self {
            offset: (self.offset.0, below),
            ..self
        }
    }
}

impl<'a, C: 'a, T> PointCollection<'a, C> for &'a Label<C, T> {
    type Point = &'a C;
    type IntoIter = std::iter::Once<&'a C>;

    fn point_iter(self) -> Self::IntoIter {
        std::iter::once(&self.at)
    }
}

impl<C, T: Borrow<str>, B: DrawingBackend> Drawable<B> for Label<C, T> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut points: I,
        backend: &mut B,
        _: (u32, u32),
    ) -> DrawResult<B::ErrorType> {
        let text = self.text.borrow();
        let (right, below) = to_canvas(self.offset);
        match points.next() {
            Some((x, y)) if !text.is_empty() => backend.draw_text(text, &self.style, (x + right, y + below)),
            _ => Ok(()),
        }
    }
}
