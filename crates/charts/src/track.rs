//! The marks of a strip on their background, shared by strips, position charts and strip sparklines.

use domain::chart::{Emphasis, Strip, StripMark};

use plotters::style::Color as _;

use crate::RenderError;
use crate::area::Area;
use crate::numbers::finite;
use crate::series::series_color;
use crate::style::GroupStyle;
use crate::surface::{Shape, Surface};
use crate::theme::Token;
use crate::units::units;

/// Background colours of the quarters, from left to right.
pub(crate) const BACKGROUNDS: [Token; 4] = [Token::Fall, Token::T1, Token::T2, Token::T3];
/// Opacity of the backgrounds.
pub(crate) const BACKGROUND_OPACITY: f64 = 0.55;
/// Half of the space between two quarters, in CSS px.
const GAP: f64 = 0.75;

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

impl Track {
    /// Draws the background, the marks, and the highlighted marks on top.
    pub(crate) fn draw(self, surface: &Surface, strip: &Strip, area: Area) -> Result<(), RenderError> {
        background(surface, strip, area)?;
        self.context(surface, strip, area)?;
        let highlighted = |mark: &&StripMark| mark.emphasis != Emphasis::Context;
        // The first highlighted mark is drawn last, so no other covers it.
        for mark in strip.marks.iter().rev().filter(highlighted) {
            self.earlier_position(surface, strip, mark, area)?;
        }
        for mark in strip.marks.iter().rev().filter(highlighted) {
            self.dot(surface, strip, mark, area)?;
        }
        Ok(())
    }

    /// Draws marks without emphasis as short lines.
    fn context(self, surface: &Surface, strip: &Strip, area: Area) -> Result<(), RenderError> {
        let inset = (area.height() * 0.16).min(8.0);
        let (top, bottom) = (area.top + inset, area.bottom - inset);
        let marks = || strip.marks.iter().filter(|mark| mark.emphasis == Emphasis::Context);
        if !self.tips {
            let ends = marks().flat_map(|mark| {
                let x = x(strip, area, mark.value);
                [(x, top), (x, bottom)]
            });
            let points: Vec<(f64, f64)> = ends.collect();
            if points.is_empty() {
                return Ok(());
            }
            let cuts = (2..points.len()).step_by(2).collect();
            return surface.strokes(points, cuts, Token::Soft, self.mark);
        }
        let style = |style: &mut GroupStyle| {
            style.fill = None;
            style.stroke = Some(Token::Soft);
            style.stroke_width = units(self.mark) as u32;
        };
        surface.group("marks", "", style, || {
            for mark in marks() {
                surface.tip(&tip(mark))?;
                let x = x(strip, area, mark.value);
                surface.line(&[(x, top), (x, bottom)], Token::Soft, self.mark)?;
            }
            Ok(())
        })
    }

    /// Draws the line from the earlier position, and that position as a hollow mark.
    fn earlier_position(
        self,
        surface: &Surface,
        strip: &Strip,
        mark: &StripMark,
        area: Area,
    ) -> Result<(), RenderError> {
        let Some(earlier) = &mark.before else { return Ok(()) };
        let y = f64::midpoint(area.top, area.bottom);
        let ends = [earlier.value, mark.value].map(|value| (x(strip, area, value), y));
        let (color, small) = (color(mark), self.radius * 0.82);
        surface.line(&ends, Token::Card, 4.0)?;
        surface.line(&ends, color, 2.0)?;
        surface.marker(Shape::Circle, ends[0], small, color)?;
        surface.tip(&format!("{} · {}: {}", mark.label, earlier.label, earlier.text))?;
        surface.marker(Shape::Circle, ends[0], (small - 1.6).max(0.8), Token::Card)
    }

    fn dot(self, surface: &Surface, strip: &Strip, mark: &StripMark, area: Area) -> Result<(), RenderError> {
        let point = (x(strip, area, mark.value), f64::midpoint(area.top, area.bottom));
        let shape = shape(mark);
        surface.marker(shape, point, self.radius + 1.5, Token::Card)?;
        surface.tip(&tip(mark))?;
        surface.marker(shape, point, self.radius, color(mark))
    }
}

/// Draws the background: the quarters, or one uniform area.
fn background(surface: &Surface, strip: &Strip, area: Area) -> Result<(), RenderError> {
    let fill = |style: &mut GroupStyle| {
        style.fill = Some(Token::Level);
        style.fill_opacity = BACKGROUND_OPACITY;
    };
    surface.group("ground", "", fill, || {
        if strip.quarters.is_empty() {
            return surface.rect(area, Token::Level.mix(BACKGROUND_OPACITY));
        }
        let last = strip.quarters.len() - 1;
        for (at, quarter) in strip.quarters.iter().enumerate() {
            let [from, to] = [quarter.from, quarter.to].map(|value| x(strip, area, value));
            let left = if at == 0 { from } else { from + GAP };
            let right = if at == last { to } else { to - GAP };
            if left < right {
                surface.rect(
                    Area { left, right, ..area },
                    BACKGROUNDS[at.min(3)].mix(BACKGROUND_OPACITY),
                )?;
            }
        }
        Ok(())
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
