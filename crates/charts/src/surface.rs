//! A picture being drawn with plotters, in CSS px.

use std::cell::{RefCell, RefMut};
use std::rc::Rc;

use plotters::chart::{ChartBuilder, ChartContext, LabelAreaPosition};
use plotters::coord::Shift;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::ranged1d::Ranged;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::element::{BackendCoordOnly, Drawable, PointCollection, Rectangle};
use plotters::style::Color;
use plotters_backend::BackendCoord;

use crate::RenderError;
use crate::area::Area;
use crate::canvas::{Canvas, TextMode};
use crate::elements::{Label, Marker, Strokes, stroke};
use crate::shape::Shape;
use crate::style::{GroupStyle, TextStyle};
use crate::theme::Theme;
use crate::units::{to_canvas, units};

/// A chart with two axes, on which series are drawn in the axes' values.
pub(crate) type Chart<X, Y> = ChartContext<'static, Canvas, Cartesian2d<X, Y>>;

/// A picture being drawn: the canvas, the drawing area of the whole picture, and the charts in it.
///
/// Titles, legends and columns of texts have no axis: they are elements on the drawing area of the picture.
pub(crate) struct Surface {
    canvas: Rc<RefCell<Canvas>>,
    root: DrawingArea<Canvas, Shift>,
}

/// The sides of a chart that have space for tick labels, in CSS px; 0 for none.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct LabelSpace {
    pub(crate) left: f64,
    pub(crate) above: f64,
    pub(crate) below: f64,
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

    /// Writes the lines of the meshes that are drawn inside as one path.
    pub(crate) fn one_mesh(&self, inside: impl FnOnce() -> DrawResult) -> DrawResult {
        self.canvas()?.open_mesh();
        inside()?;
        self.canvas()?
            .close_mesh()
            .map_err(|error| RenderError::Draw(error.to_string()))
    }

    /// Creates a chart without tick labels, whose plot is `area`.
    pub(crate) fn chart<X: Ranged, Y: Ranged>(&self, area: Area, x: X, y: Y) -> Result<Chart<X, Y>, RenderError> {
        self.chart_with_labels(area, LabelSpace::default(), x, y)
    }

    /// Creates a chart whose plot is `area`, with space for tick labels around it.
    pub(crate) fn chart_with_labels<X: Ranged, Y: Ranged>(
        &self,
        area: Area,
        space: LabelSpace,
        x: X,
        y: Y,
    ) -> Result<Chart<X, Y>, RenderError> {
        let (width, height) = self.root.dim_in_pixel();
        let [left, above, below] = [space.left, space.above, space.below].map(units);
        // Plotters maps the upper ends of axes to the last unit inside a chart; ours is the first unit outside.
        let (right, bottom) = (units(area.right) + 1, units(area.bottom) + 1);
        ChartBuilder::on(&self.root)
            .margin_left(units(area.left) - left)
            .margin_top(units(area.top) - above)
            .margin_right(width as i32 - right)
            .margin_bottom(height as i32 - bottom - below)
            .set_label_area_size(LabelAreaPosition::Left, left)
            .set_label_area_size(LabelAreaPosition::Top, above)
            .set_label_area_size(LabelAreaPosition::Bottom, below)
            .build_cartesian_2d(x, y)
            .map_err(draw_error)
    }

    /// Draws an element on the picture, its points in canvas units.
    pub(crate) fn draw<E>(&self, element: &E) -> DrawResult
    where
        for<'a> &'a E: PointCollection<'a, BackendCoord>,
        E: Drawable<Canvas>,
    {
        self.root.draw(element).map_err(draw_error)
    }

    /// Draws a text whose capitals are centred vertically on `y`.
    pub(crate) fn text(&self, text: &str, at: (f64, f64), style: TextStyle) -> DrawResult {
        self.draw(&Label::new(to_canvas(at), text, style))
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
    pub(crate) fn strokes(&self, points: &[(f64, f64)], cuts: Vec<usize>, color: impl Color, width: f64) -> DrawResult {
        let points = points.iter().copied().map(to_canvas).collect();
        self.draw(&Strokes::new(points, cuts, stroke(color, width)))
    }

    /// Draws one line through `points`; `width` is in CSS px.
    pub(crate) fn line(&self, points: &[(f64, f64)], color: impl Color, width: f64) -> DrawResult {
        self.strokes(points, Vec::new(), color, width)
    }

    /// Draws a filled rectangle.
    pub(crate) fn rect(&self, area: Area, color: impl Color) -> DrawResult {
        let corners = [to_canvas((area.left, area.top)), to_canvas((area.right, area.bottom))];
        self.draw(&Rectangle::new(corners, color.filled()))
    }

    /// Draws a marker, such as in front of a label.
    pub(crate) fn marker(&self, shape: Shape, point: (f64, f64), radius: f64, color: impl Color) -> DrawResult {
        self.draw(&Marker::new(to_canvas(point), shape, radius, color))
    }
}

/// Draws a series on a chart: elements whose points are values of its axes.
pub(crate) fn draw_series<X, Y, E>(
    chart: &mut Chart<X, Y>,
    series: impl IntoIterator<Item = E>,
) -> Result<(), RenderError>
where
    X: Ranged,
    Y: Ranged,
    for<'a> &'a E: PointCollection<'a, (X::ValueType, Y::ValueType)>,
    E: Drawable<Canvas>,
{
    // Named, because the compiler does not find the type of an element that contains another.
    let drawn = chart.draw_series::<BackendCoordOnly, E, E, _>(series);
    drawn.map(drop).map_err(draw_error)
}

/// Converts an error of plotters.
#[expect(clippy::needless_pass_by_value, reason = "given to map_err by name")]
pub(crate) fn draw_error<E: std::error::Error + Send + Sync>(error: DrawingAreaErrorKind<E>) -> RenderError {
    RenderError::Draw(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::axis::{Axis, Rows};

    const PLOT: Area = Area {
        left: 20.0,
        top: 10.0,
        right: 80.0,
        bottom: 50.0,
    };

    #[test]
    fn the_ends_of_the_axes_are_on_the_edges_of_the_plot() {
        let surface = Surface::new(100.0, 60.0, Theme::Page, TextMode::Text);
        let spaces = [
            LabelSpace::default(),
            LabelSpace {
                left: 10.0,
                above: 8.0,
                below: 9.0,
            },
        ];
        for space in spaces {
            let chart = surface
                .chart_with_labels(PLOT, space, Axis::new(0.0, 1.0), Axis::new(63.0, 1.0))
                .unwrap();
            assert_eq!(chart.backend_coord(&(0.0, 63.0)), to_canvas((PLOT.left, PLOT.bottom)));
            assert_eq!(chart.backend_coord(&(1.0, 1.0)), to_canvas((PLOT.right, PLOT.top)));
        }
        let rows = Rows::equal(4, 10.0);
        let chart = surface.chart(PLOT, Axis::new(0.0, 1.0), rows).unwrap();
        assert_eq!(chart.backend_coord(&(0.5, (2, 1.0))), to_canvas((50.0, 36.0)));
    }
}
