//! Arrows from one mark to another.

use plotters::element::{Drawable, PointCollection};
use plotters_backend::{BackendCoord, DrawingErrorKind};

use crate::canvas::Canvas;
use crate::dots::layout::RADIUS;
use crate::elements::stroke;
use crate::palette::UnknownColor;
use crate::theme::Token;
use crate::units::{to_canvas, to_px};

/// Length of an arrowhead, and its minimum, in CSS px.
const ARROWHEAD: f64 = 6.5;
const MIN_ARROWHEAD: f64 = 3.5;

/// Returns the length of an arrow between the edges of two marks at this distance, in CSS px.
fn space(distance: f64) -> f64 {
    distance - 2.0 * RADIUS - 1.0
}

/// Returns true if there is space for an arrow between marks at this distance, in CSS px; marks may nearly touch.
pub(crate) fn fits(distance: f64) -> bool {
    space(distance) >= MIN_ARROWHEAD
}

/// A horizontal arrow from the centre of one mark to the edge of another.
pub(crate) struct Arrow<C> {
    ends: [C; 2],
}

impl<C> Arrow<C> {
    pub(crate) fn new(from: C, to: C) -> Self {
        Self { ends: [from, to] }
    }
}

impl<'a, C> PointCollection<'a, C> for &'a Arrow<C> {
    type Point = &'a C;
    type IntoIter = &'a [C];

    fn point_iter(self) -> &'a [C] {
        &self.ends
    }
}

impl<C> Drawable<Canvas> for Arrow<C> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut points: I,
        canvas: &mut Canvas,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<UnknownColor>> {
        let (Some(from), Some(to)) = (points.next(), points.next()) else {
            return Ok(());
        };
        let ((from, y), (to, _)) = (to_px(from), to_px(to));
        let direction = (to - from).signum();
        let tip = to - direction * (RADIUS + 1.0);
        let head = space((to - from).abs()).min(ARROWHEAD);
        let (back, half_width) = (tip - direction * head, head * 0.7);
        let points = [
            (from, y),
            (tip, y),
            (back, y - half_width),
            (tip, y),
            (back, y + half_width),
        ];
        canvas.strokes(points.into_iter().map(to_canvas), &[2], &stroke(Token::Ink, 1.75))
    }
}
