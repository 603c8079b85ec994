//! The marks of a strip on their background, shared by strips, position charts and strip sparklines.

use std::collections::HashSet;

use domain::chart::{Emphasis, Strip, StripMark};

use plotters::element::Rectangle;
use plotters::series::LineSeries;
use plotters::style::Color as _;

use crate::RenderError;
use crate::area::Area;
use crate::axis::{Axis, RowPlace, Rows};
use crate::elements::{Marker, Strokes, stroke};
use crate::numbers::finite;
use crate::series::series_color;
use crate::shape::Shape;
use crate::style::GroupStyle;
use crate::surface::{Chart, Surface, draw_series};
use crate::theme::Token;
use crate::units::units;

/// Background colours of the quarters, from left to right.
pub(crate) const BACKGROUNDS: [Token; 4] = [Token::Fall, Token::T1, Token::T2, Token::T3];
/// Opacity of the backgrounds.
pub(crate) const BACKGROUND_OPACITY: f64 = 0.55;
/// Half of the space between two quarters, in CSS px.
const GAP: f64 = 0.75;

/// More marks than this are drawn once for each half pixel.
const MOST_MARKS: usize = 200;

/// The middle of the only row.
pub(crate) const MIDDLE: RowPlace = (0, 0.0);

/// How the marks of a strip are drawn.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Track {
    /// Radius of highlighted marks, in CSS px.
    pub(crate) radius: f64,
    /// Line width of the other marks, in CSS px.
    pub(crate) mark: f64,
    /// Every mark has a tooltip; otherwise only highlighted ones do.
    pub(crate) tips: bool,
}

/// Returns the horizontal position of a value in `area`.
pub(crate) fn x(strip: &Strip, area: Area, value: f64) -> f64 {
    area.left + strip.share(value) * area.width()
}

/// Checks that all values of a strip are finite.
///
/// # Errors
/// [`RenderError::NotFinite`] with `label` if one is not.
pub(crate) fn check(strip: &Strip, label: &str) -> Result<(), RenderError> {
    if strip.is_finite() {
        Ok(())
    } else {
        finite(label, &[f64::NAN])
    }
}

/// The values of a strip from left to right, in one row.
pub(crate) type TrackChart = Chart<Axis, Rows>;

impl Track {
    /// Draws the background, the marks, and the highlighted marks on top. Returns the chart for what is drawn over them.
    pub(crate) fn draw(self, surface: &Surface, strip: &Strip, area: Area) -> Result<TrackChart, RenderError> {
        let axis = Axis::new(strip.left, strip.right);
        let mut chart = surface.chart(area, axis, Rows::equal(1, area.height()))?;
        background(surface, strip, area, &mut chart)?;
        self.context(surface, strip, area, &mut chart)?;
        // The first highlighted mark is drawn last, so no other covers it.
        let highlighted = || {
            let marks = strip.marks.iter().rev();
            marks.filter(|mark| mark.emphasis != Emphasis::Context)
        };
        for mark in highlighted() {
            self.earlier_position(mark, &mut chart)?;
        }
        for mark in highlighted() {
            let marker = |radius, color| Marker::new((mark.value, MIDDLE), shape(mark), radius, color);
            let halo = marker(self.radius + 1.5, Token::Card);
            draw_series(&mut chart, [halo])?;
            let dot = marker(self.radius, color(mark)).tip(tip(mark));
            draw_series(&mut chart, [dot])?;
        }
        Ok(chart)
    }

    /// Draws marks without emphasis as short lines.
    fn context(self, surface: &Surface, strip: &Strip, area: Area, chart: &mut TrackChart) -> Result<(), RenderError> {
        let height = area.height();
        let half = height / 2.0 - (height * 0.16).min(8.0);
        let style = stroke(Token::Soft, self.mark);
        let ends = |mark: &StripMark| [-half, half].map(|below| (mark.value, (0, below)));
        let marks = strip.marks.iter().filter(|mark| mark.emphasis == Emphasis::Context);
        // Of thousands, most lie where another one is drawn already.
        let mut drawn = HashSet::new();
        let many = strip.marks.len() > MOST_MARKS;
        let marks = marks.filter(move |mark| !many || drawn.insert((x(strip, area, mark.value) * 2.0).round() as i64));
        if !self.tips {
            let lines = Strokes::pairs(marks.flat_map(ends).collect(), style);
            return draw_series(chart, [lines]);
        }
        let lines = marks.map(|mark| Strokes::new(ends(mark).into(), Vec::new(), style).tip(tip(mark)));
        let inherited = |group: &mut GroupStyle| {
            group.fill = None;
            group.stroke = Some(Token::Soft);
            group.stroke_width = style.stroke_width;
        };
        surface.group("marks", "", inherited, || draw_series(chart, lines))
    }

    /// Draws the line from the earlier position, and that position as a hollow mark.
    fn earlier_position(self, mark: &StripMark, chart: &mut TrackChart) -> Result<(), RenderError> {
        let Some(earlier) = &mark.before else { return Ok(()) };
        let ends = [earlier.value, mark.value].map(|value| (value, MIDDLE));
        let (color, small) = (color(mark), self.radius * 0.82);
        for style in [stroke(Token::Card, 4.0), stroke(color, 2.0)] {
            draw_series(chart, LineSeries::new(ends, style))?;
        }
        let marker = |radius, color| Marker::new(ends[0], Shape::Circle, radius, color);
        draw_series(chart, [marker(small, color)])?;
        let tip = format!("{} · {}: {}", mark.label, earlier.label, earlier.text);
        let inside = marker((small - 1.6).max(0.8), Token::Card).tip(tip);
        draw_series(chart, [inside])
    }
}

/// Draws the background: the quarters, or one uniform area.
fn background(surface: &Surface, strip: &Strip, area: Area, chart: &mut TrackChart) -> Result<(), RenderError> {
    let fill = |style: &mut GroupStyle| {
        style.fill = Some(Token::Level);
        style.fill_opacity = BACKGROUND_OPACITY;
    };
    let half = area.height() / 2.0;
    let rectangle = |from: f64, to: f64, color: Token| {
        let corners = [(from, (0, -half)), (to, (0, half))];
        Rectangle::new(corners, color.mix(BACKGROUND_OPACITY).filled())
    };
    let mut parts = Vec::new();
    let last = strip.quarters.len().saturating_sub(1);
    for (at, quarter) in strip.quarters.iter().enumerate() {
        let [left, right] = [at > 0, at < last].map(|gap| if gap { GAP } else { 0.0 });
        // A quarter that is narrower than the space around it has no area.
        if x(strip, area, quarter.to) - x(strip, area, quarter.from) > left + right {
            let mut part = rectangle(quarter.from, quarter.to, BACKGROUNDS[at.min(3)]);
            part.set_margin(0, 0, units(left) as u32, units(right) as u32);
            parts.push(part);
        }
    }
    surface.group("ground", "", fill, || {
        if strip.quarters.is_empty() {
            surface.rect(area, Token::Level.mix(BACKGROUND_OPACITY))?;
        }
        draw_series(chart, parts)
    })
}

/// Formats the tooltip of a mark: `Nghệ An · 59,45`.
fn tip(mark: &StripMark) -> String {
    format!("{} · {}", mark.label, mark.text)
}

/// Returns the colour of a highlighted mark.
pub(crate) fn color(mark: &StripMark) -> Token {
    series_color(mark.emphasis).unwrap_or(Token::Accent)
}

/// Returns the shape of a highlighted mark.
pub(crate) fn shape(mark: &StripMark) -> Shape {
    match mark.emphasis {
        Emphasis::Context => Shape::Circle,
        Emphasis::Highlight(number) => Shape::of_series(number),
    }
}
