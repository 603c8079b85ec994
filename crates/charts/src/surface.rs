//! Drawing through plotters, in CSS px.

use std::cell::{RefCell, RefMut};
use std::ops::Range;
use std::rc::Rc;

use plotters::coord::Shift;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::element::{Drawable, PointCollection, Rectangle};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, RGBAColor, TextStyle as PlottersTextStyle};
use plotters_backend::{BackendCoord, DrawingErrorKind};

use crate::RenderError;
use crate::area::Area;
use crate::canvas::{Canvas, TextMode};
use crate::fonts;
use crate::palette::UnknownColor;
use crate::style::{Anchor, GroupStyle, TextStyle};
use crate::theme::Theme;
use crate::units::{UNITS, to_canvas, units};

/// A plot with linear axes on a surface.
pub(crate) type Plot = DrawingArea<Canvas, Cartesian2d<RangedCoordf64, RangedCoordf64>>;

/// An image being drawn. One CSS px is [`UNITS`] integer units of plotters.
pub(crate) struct Surface {
    canvas: Rc<RefCell<Canvas>>,
    root: DrawingArea<Canvas, Shift>,
}

type DrawResult = Result<(), RenderError>;

impl Surface {
    pub(crate) fn new(width: f64, height: f64, theme: Theme, text_mode: TextMode) -> Self {
        let size = (units(width).max(1) as u32, units(height).max(1) as u32);
        let canvas = Rc::new(RefCell::new(Canvas::new(size, theme, text_mode)));
        let root = DrawingArea::from(&canvas);
        Self { canvas, root }
    }

    fn canvas(&self) -> Result<RefMut<'_, Canvas>, RenderError> {
        self.canvas
            .try_borrow_mut()
            .map_err(|error| RenderError::Draw(error.to_string()))
    }

    pub(crate) fn take(&self) -> Result<String, RenderError> {
        Ok(self.canvas()?.take())
    }

    /// Sets the tooltip text of the next mark.
    pub(crate) fn tip(&self, text: &str) -> DrawResult {
        self.canvas()?.tip(text);
        Ok(())
    }

    /// Draws inside a group whose elements inherit what `change` sets.
    pub(crate) fn group(
        &self,
        class: &str,
        extra: &str,
        change: impl FnOnce(&mut GroupStyle),
        inside: impl FnOnce() -> DrawResult,
    ) -> DrawResult {
        self.canvas()?.open(class, extra, change);
        inside()?;
        self.canvas()?.close();
        Ok(())
    }

    /// Draws a text whose capitals are centred vertically on `y`.
    pub(crate) fn text(&self, text: &str, (x, y): (f64, f64), style: TextStyle) -> DrawResult {
        if text.is_empty() {
            return Ok(());
        }
        let h_pos = match style.anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        let plotters_style = PlottersTextStyle {
            font: fonts::font(style.face, style.size * UNITS)?,
            color: style.color.to_backend_color(),
            pos: Pos::new(h_pos, VPos::Center),
        };
        self.root
            .draw_text(text, &plotters_style, to_canvas((x, y)))
            .map_err(draw_error)
    }

    /// Draws lines of text as a block centred vertically on `y`.
    pub(crate) fn lines(&self, lines: &[String], (x, y): (f64, f64), style: TextStyle) -> DrawResult {
        let first = y - (lines.len() as f64 - 1.0) * style.leading() / 2.0;
        for (index, line) in lines.iter().enumerate() {
            self.text(line, (x, first + index as f64 * style.leading()), style)?;
        }
        Ok(())
    }

    /// Draws straight lines through `points`, starting a new line at each cut; `width` is in CSS px.
    pub(crate) fn strokes(
        &self,
        points: Vec<(f64, f64)>,
        cuts: Vec<usize>,
        color: impl Color,
        width: f64,
    ) -> DrawResult {
        let strokes = Strokes {
            points: points.into_iter().map(to_canvas).collect(),
            cuts,
            color: color.to_rgba(),
            width,
        };
        self.root.draw(&strokes).map_err(draw_error)
    }

    /// Draws one line through `points`; `width` is in CSS px.
    pub(crate) fn line(&self, points: &[(f64, f64)], color: impl Color, width: f64) -> DrawResult {
        self.strokes(points.to_vec(), Vec::new(), color, width)
    }

    /// Draws a filled rectangle.
    pub(crate) fn rect(&self, area: Area, color: impl Color) -> DrawResult {
        let corners = [to_canvas((area.left, area.top)), to_canvas((area.right, area.bottom))];
        let rectangle = Rectangle::new(corners, color.filled());
        self.root.draw(&rectangle).map_err(draw_error)
    }

    /// Draws a marker outside a plot, such as in front of a label.
    pub(crate) fn marker(&self, shape: Shape, point: (f64, f64), radius: f64, color: impl Color) -> DrawResult {
        let marker = Marker {
            at: to_canvas(point),
            shape,
            radius,
            color: color.to_rgba(),
        };
        self.root.draw(&marker).map_err(draw_error)
    }

    /// Creates a plot. `x` and `y` are the ends of the axes, left to right and bottom to top; if `y` is reversed, its
    /// start is at the top.
    pub(crate) fn plot(&self, area: Area, x: Range<f64>, y: Range<f64>) -> Plot {
        let (left, top) = to_canvas((area.left, area.top));
        let (right, bottom) = to_canvas((area.right, area.bottom));
        let (y, pixels) = if y.start <= y.end {
            (y, bottom..top)
        } else {
            (y.end..y.start, top..bottom)
        };
        let coordinates = Cartesian2d::new(x, y, (left..right, pixels));
        self.root.apply_coord_spec(coordinates)
    }
}

/// Converts an error of plotters.
#[expect(clippy::needless_pass_by_value, reason = "given to map_err by name")]
pub(crate) fn draw_error<E: std::error::Error + Send + Sync>(error: DrawingAreaErrorKind<E>) -> RenderError {
    RenderError::Draw(error.to_string())
}

/// One path of several segments.
pub(crate) struct Strokes<C> {
    pub(crate) points: Vec<C>,
    /// Indices of points at which a new segment begins.
    pub(crate) cuts: Vec<usize>,
    pub(crate) color: RGBAColor,
    /// In CSS px.
    pub(crate) width: f64,
}

impl<'a, C> PointCollection<'a, C> for &'a Strokes<C> {
    type Point = &'a C;
    type IntoIter = &'a [C];
    fn point_iter(self) -> &'a [C] {
        &self.points
    }
}

impl<C> Drawable<Canvas> for Strokes<C> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        points: I,
        canvas: &mut Canvas,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<UnknownColor>> {
        let style = self.color.stroke_width(units(self.width).max(1) as u32);
        canvas.strokes(points, &self.cuts, &style)
    }
}

/// Shape of a marker, which distinguishes series without colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    Circle,
    Square,
    Triangle,
    Diamond,
    Plus,
    /// A triangle that points down.
    TriangleDown,
    /// A diagonal cross.
    Cross,
}

impl Shape {
    /// Returns the shape of the highlighted series with this number.
    pub(crate) fn of_series(number: u8) -> Self {
        match number % 5 {
            0 => Self::Circle,
            1 => Self::Square,
            2 => Self::Triangle,
            3 => Self::Diamond,
            _ => Self::Plus,
        }
    }

    /// Returns the corners around the centre for a radius of one; all shapes have about the same visual size.
    fn corners(self) -> &'static [(f64, f64)] {
        const A: f64 = 0.42;
        const B: f64 = 1.18;
        match self {
            Self::Circle => &[],
            Self::Square => &[(-0.92, -0.92), (0.92, -0.92), (0.92, 0.92), (-0.92, 0.92)],
            Self::Triangle => &[(0.0, -1.3), (1.25, 0.95), (-1.25, 0.95)],
            Self::TriangleDown => &[(0.0, 1.3), (-1.25, -0.95), (1.25, -0.95)],
            Self::Cross => &[
                (-1.13, -0.54),
                (-0.54, -1.13),
                (0.0, -0.59),
                (0.54, -1.13),
                (1.13, -0.54),
                (0.59, 0.0),
                (1.13, 0.54),
                (0.54, 1.13),
                (0.0, 0.59),
                (-0.54, 1.13),
                (-1.13, 0.54),
                (-0.59, 0.0),
            ],
            Self::Diamond => &[(0.0, -1.35), (1.35, 0.0), (0.0, 1.35), (-1.35, 0.0)],
            Self::Plus => &[
                (-A, -B),
                (A, -B),
                (A, -A),
                (B, -A),
                (B, A),
                (A, A),
                (A, B),
                (-A, B),
                (-A, A),
                (-B, A),
                (-B, -A),
                (-A, -A),
            ],
        }
    }
}

/// A marker at a point.
pub(crate) struct Marker<C> {
    pub(crate) at: C,
    pub(crate) shape: Shape,
    /// In CSS px.
    pub(crate) radius: f64,
    pub(crate) color: RGBAColor,
}

impl<'a, C: 'a> PointCollection<'a, C> for &'a Marker<C> {
    type Point = &'a C;
    type IntoIter = std::iter::Once<&'a C>;
    fn point_iter(self) -> Self::IntoIter {
        std::iter::once(&self.at)
    }
}

impl<C, B: plotters_backend::DrawingBackend> Drawable<B> for Marker<C> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut points: I,
        backend: &mut B,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<B::ErrorType>> {
        let Some((x, y)) = points.next() else {
            return Ok(());
        };
        let color = self.color;
        if self.shape == Shape::Circle {
            let radius = units(self.radius).max(1) as u32;
            return backend.draw_circle((x, y), radius, &color, true);
        }
        let corners = self.shape.corners().iter().map(|(dx, dy)| {
            let (dx, dy) = to_canvas((dx * self.radius, dy * self.radius));
            (x + dx, y + dy)
        });
        backend.fill_polygon(corners, &color)
    }
}
