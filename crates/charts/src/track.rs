//! The marks of a strip on their ground: what a strip, a row of the spine and a strip in a line of text share.

use domain::chart::{Emphasis, Strip, StripMark};

use crate::RenderError;
use crate::body::{finite, series_color};
use crate::canvas::GroupStyle;
use crate::surface::{Area, Shape, Surface, units};
use crate::theme::Token;

/// Grounds of the quarters from left to right.
pub(crate) const GROUNDS: [Token; 4] = [Token::Fall, Token::T1, Token::T2, Token::T3];
/// How faint they are.
pub(crate) const FAINT: &str = r#" fill-opacity=".55""#;
/// Half of the space between two quarters, in CSS px.
const APART: f64 = 0.75;

/// How the marks of a strip are drawn.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Track {
    /// Radius of highlighted marks, in CSS px.
    pub(crate) radius: f64,
    /// Width of the others, in CSS px.
    pub(crate) mark: f64,
    /// Every mark carries its text; otherwise only the highlighted ones do.
    pub(crate) tips: bool,
}

/// Position of a value across `area`.
pub(crate) fn x(strip: &Strip, area: Area, value: f64) -> f64 {
    area.left + strip.share(value) * area.width()
}

/// Refuses figures that have no place on a scale.
pub(crate) fn check(strip: &Strip, label: &str) -> Result<(), RenderError> {
    if strip.is_finite() {
        Ok(())
    } else {
        finite(label, &[f64::NAN])
    }
}

impl Track {
    /// Draws the ground, the marks, and on top of them what is highlighted.
    pub(crate) fn draw(self, surface: &Surface, strip: &Strip, area: Area) -> Result<(), RenderError> {
        ground(surface, strip, area)?;
        self.context(surface, strip, area)?;
        let lit = |mark: &&StripMark| mark.emphasis != Emphasis::Context;
        // The first highlighted mark is drawn last: no other covers it.
        for mark in strip.marks.iter().rev().filter(lit) {
            self.earlier(surface, strip, mark, area)?;
        }
        for mark in strip.marks.iter().rev().filter(lit) {
            self.dot(surface, strip, mark, area)?;
        }
        Ok(())
    }

    /// Marks without emphasis, as short lines.
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
        let look = |look: &mut GroupStyle| {
            look.fill = None;
            look.stroke = Some(Token::Soft);
            look.stroke_width = units(self.mark) as u32;
        };
        surface.group("marks", "", look, || {
            for mark in marks() {
                surface.tip(&tip(mark))?;
                let x = x(strip, area, mark.value);
                surface.line(&[(x, top), (x, bottom)], Token::Soft, self.mark)?;
            }
            Ok(())
        })
    }

    /// The line from the earlier position, and that position as a hollow mark.
    fn earlier(self, surface: &Surface, strip: &Strip, mark: &StripMark, area: Area) -> Result<(), RenderError> {
        let Some(before) = &mark.before else { return Ok(()) };
        let y = f64::midpoint(area.top, area.bottom);
        let ends = [before.value, mark.value].map(|value| (x(strip, area, value), y));
        let (color, small) = (color(mark), self.radius * 0.82);
        surface.line(&ends, Token::Card, 4.0)?;
        surface.line(&ends, color, 2.0)?;
        surface.marker(Shape::Circle, ends[0], small, color)?;
        surface.tip(&format!("{} · {}: {}", mark.label, before.label, before.text))?;
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

/// The quarters, or one even ground.
fn ground(surface: &Surface, strip: &Strip, area: Area) -> Result<(), RenderError> {
    let fill = |look: &mut GroupStyle| look.fill = Some(Token::Level);
    surface.group("ground", FAINT, fill, || {
        if strip.quarters.is_empty() {
            return surface.rect(area, Token::Level);
        }
        let last = strip.quarters.len() - 1;
        for (at, quarter) in strip.quarters.iter().enumerate() {
            let [from, to] = [quarter.from, quarter.to].map(|value| x(strip, area, value));
            let left = if at == 0 { from } else { from + APART };
            let right = if at == last { to } else { to - APART };
            if left < right {
                surface.rect(Area { left, right, ..area }, GROUNDS[at.min(3)])?;
            }
        }
        Ok(())
    })
}

/// `Nghệ An · 59,45`.
fn tip(mark: &StripMark) -> String {
    format!("{} · {}", mark.label, mark.text)
}

/// Colour of a highlighted mark.
pub(crate) fn color(mark: &StripMark) -> Token {
    series_color(mark.emphasis).unwrap_or(Token::Accent)
}

/// Shape of a highlighted mark.
pub(crate) fn shape(mark: &StripMark) -> Shape {
    match mark.emphasis {
        Emphasis::Context => Shape::Circle,
        Emphasis::Highlight(number) => Shape::of_series(number),
    }
}
