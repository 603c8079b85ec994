//! Components of one province against the average and the best.

use domain::chart::{ComponentRow, Components};
use plotters::element::Rectangle;
use plotters::style::Color as _;

use crate::RenderError;
use crate::body::{Body, ROOMY, finite};
use crate::canvas::{Anchor, GroupStyle, UNITS};
use crate::fonts;
use crate::surface::{Area, Plot, Shape, Surface, Type, refused, units};
use crate::theme::Token;

/// Thickness of a bar, in CSS px.
const BAR: f64 = 14.0;
/// Height of the line under a bar.
const UNDER: f64 = 19.0;
/// Space between rows.
const BETWEEN: f64 = 14.0;
/// Most room that is added to the space between rows.
const MOST_SPARE: f64 = 40.0;
/// Height of a line of the key.
const KEY: f64 = 20.0;
/// From a sign of the key to its text.
const SIGN: f64 = 22.0;

/// A part of the key.
#[derive(Clone, Copy, PartialEq)]
enum Sign {
    Value,
    Average,
    Best,
}

/// Measured texts.
pub(crate) struct Layout<'a> {
    parts: &'a Components,
    /// Names broken into lines, one entry a row.
    names: Vec<Vec<String>>,
    /// The key: sign, text, left end, line.
    key: Vec<(Sign, &'a str, f64, usize)>,
    name_width: f64,
    value_width: f64,
    /// Names stand beside their bars, not above.
    beside: bool,
    /// Height of each row, in CSS px.
    rows: Vec<f64>,
}

fn name_look() -> Type {
    Type::new(14.0, Token::Ink)
}

fn small() -> Type {
    Type::new(12.0, Token::Soft)
}

impl<'a> Layout<'a> {
    pub(crate) fn new(parts: &'a Components, width: f64) -> Result<Self, RenderError> {
        for row in &parts.rows {
            finite(
                &row.label,
                &[row.value, row.max, row.average.unwrap_or(0.0), row.best.unwrap_or(0.0)],
            )?;
        }
        let look = name_look();
        let values = parts.rows.iter().map(|row| row.text.as_str());
        let value_width = fonts::widest(values, look.bold().face, look.size)?;
        let beside = width >= ROOMY;
        let room = if beside {
            width * 0.36
        } else {
            width - value_width - 12.0
        };
        let mut names = Vec::new();
        for row in &parts.rows {
            names.push(fonts::wrap(&row.label, look.face, look.size, room, 3)?);
        }
        let all = names.iter().flatten().map(String::as_str);
        let name_width = fonts::widest(all, look.face, look.size)?;
        let rows = names
            .iter()
            .map(|lines| {
                let text = lines.len() as f64 * look.leading();
                if beside {
                    text.max(BAR + UNDER) + BETWEEN
                } else {
                    text + 5.0 + BAR + UNDER + BETWEEN
                }
            })
            .collect();
        Ok(Self {
            parts,
            names,
            key: key(parts, width)?,
            name_width,
            value_width,
            beside,
            rows,
        })
    }

    fn key_height(&self) -> f64 {
        self.key
            .last()
            .map_or(0.0, |(_, _, _, line)| (line + 1) as f64 * KEY + 10.0)
    }

    fn draw_key(&self, surface: &Surface, area: Area) -> Result<(), RenderError> {
        for (sign, text, left, line) in &self.key {
            let middle = area.top + (*line as f64 + 0.5) * KEY;
            let left = area.left + left;
            draw_sign(surface, *sign, (left, middle))?;
            let look = Type::new(13.0, Token::Ink);
            surface.text(text, (left + SIGN, middle), look)?;
        }
        Ok(())
    }

    fn row(&self, surface: &Surface, index: usize, area: Area) -> Result<(), RenderError> {
        let row = &self.parts.rows[index];
        let lines = &self.names[index];
        let look = name_look();
        let text_height = lines.len() as f64 * look.leading();
        let (top, left, right) = if self.beside {
            let left = area.left + self.name_width + 16.0;
            (area.top, left, area.right - self.value_width - 12.0)
        } else {
            (area.top + text_height + 5.0, area.left, area.right)
        };
        let size = (look.size * UNITS) as u32;
        surface.group(
            "row",
            "",
            |group| group.font_size = size,
            || {
                // One line beside a bar is level with it, more lines start with it.
                let first = area.top + if self.beside { BAR } else { look.leading() } / 2.0;
                let middle = first + (lines.len() as f64 - 1.0) * look.leading() / 2.0;
                surface.lines(lines, (area.left, middle), look)?;
                let value = (area.right, first);
                surface.text(&row.text, value, look.bold().anchor(Anchor::End))?;
                let bar = Area {
                    left,
                    right,
                    top,
                    bottom: top + BAR,
                };
                marks(surface, row, bar)?;
                self.under(surface, row, bar)
            },
        )
    }

    /// Average and best as read, in one line under the bar.
    fn under(&self, surface: &Surface, row: &ComponentRow, bar: Area) -> Result<(), RenderError> {
        let look = small();
        let middle = bar.bottom + UNDER / 2.0 + 2.0;
        let mut left = bar.left;
        let texts = [
            (Sign::Average, row.average.is_some(), &row.average_text),
            (Sign::Best, row.best.is_some(), &row.best_text),
        ];
        for (sign, known, text) in texts {
            if !known || text.is_empty() {
                continue;
            }
            draw_sign(surface, sign, (left - 5.0, middle))?;
            let start = left + 14.0;
            let text = fonts::cut(text, look.face, look.size, bar.right - start)?;
            surface.text(&text, (start, middle), look)?;
            left = start + look.width(&text)? + 20.0;
        }
        Ok(())
    }
}

impl Body for Layout<'_> {
    fn height(&self) -> f64 {
        self.key_height() + self.rows.iter().sum::<f64>() - BETWEEN + 4.0
    }

    fn least(&self) -> f64 {
        self.height() - (self.rows.len() as f64 - 1.0) * (BETWEEN - 2.0)
    }

    fn draw(&self, surface: &Surface, area: Area) -> Result<(), RenderError> {
        self.draw_key(surface, area)?;
        let gaps = (self.rows.len() as f64 - 1.0).max(1.0);
        // Room to spare, or to save, is shared by the spaces between rows.
        let spare = ((area.height() - self.height()) / gaps).min(MOST_SPARE);
        let mut top = area.top + self.key_height();
        for (index, height) in self.rows.iter().enumerate() {
            self.row(surface, index, Area { top, ..area })?;
            top += height + spare;
        }
        Ok(())
    }
}

/// Bar, track, average and best on the row's own scale.
fn marks(surface: &Surface, row: &ComponentRow, bar: Area) -> Result<(), RenderError> {
    let high = [Some(row.max), Some(row.value), row.average, row.best]
        .into_iter()
        .flatten()
        .fold(0.0_f64, f64::max);
    let high = if high > 0.0 { high } else { 1.0 };
    let plot: Plot = surface.plot(bar, 0.0..high, 0.0..1.0);
    let track = Rectangle::new([(0.0, 0.0), (high, 1.0)], Token::Line.filled());
    plot.draw(&track).map_err(refused)?;
    surface.tip(&format!("{} · {}", row.label, row.text))?;
    let value = Rectangle::new([(0.0, 0.0), (row.value.max(0.0), 1.0)], Token::Accent.filled());
    plot.draw(&value).map_err(refused)?;
    let x = |value: f64| bar.left + value.max(0.0) / high * bar.width();
    let middle = f64::midpoint(bar.top, bar.bottom);
    if let Some(best) = row.best {
        diamond(surface, (x(best), middle), 5.5)?;
    }
    if let Some(average) = row.average {
        tick(surface, x(average), (bar.top - 4.0, bar.bottom + 4.0))?;
    }
    Ok(())
}

/// The average: a tick through the bar, with a rim that parts it from any ground.
fn tick(surface: &Surface, x: f64, (top, bottom): (f64, f64)) -> Result<(), RenderError> {
    surface.line(&[(x, top), (x, bottom)], Token::Card, 5.5)?;
    surface.line(&[(x, top), (x, bottom)], Token::Ink, 2.5)
}

/// The best: a hollow diamond.
fn diamond(surface: &Surface, at: (f64, f64), radius: f64) -> Result<(), RenderError> {
    let rim = |look: &mut GroupStyle| {
        look.stroke = Some(Token::Ink);
        look.stroke_width = units(1.75) as u32;
    };
    surface.group("", "", rim, || {
        surface.marker(Shape::Diamond, at, radius / 1.35, Token::Card)
    })
}

fn draw_sign(surface: &Surface, sign: Sign, (left, y): (f64, f64)) -> Result<(), RenderError> {
    let middle = left + 8.0;
    match sign {
        Sign::Value => {
            let area = Area {
                left,
                right: left + 16.0,
                top: y - 5.0,
                bottom: y + 5.0,
            };
            surface.rect(area, Token::Accent)
        }
        Sign::Average => surface.line(&[(middle, y - 6.0), (middle, y + 6.0)], Token::Ink, 2.5),
        Sign::Best => diamond(surface, (middle, y), 5.0),
    }
}

/// Sets the key in as many lines as it needs.
fn key(parts: &Components, width: f64) -> Result<Vec<(Sign, &str, f64, usize)>, RenderError> {
    let look = Type::new(13.0, Token::Ink);
    let any = |known: fn(&ComponentRow) -> bool| parts.rows.iter().any(known);
    let texts = [
        (Sign::Value, true, parts.value_label.as_str()),
        (Sign::Average, any(|row| row.average.is_some()), &parts.average_label),
        (Sign::Best, any(|row| row.best.is_some()), &parts.best_label),
    ];
    let (mut left, mut line) = (0.0, 0);
    let mut key = Vec::new();
    for (sign, used, text) in texts {
        if !used || text.is_empty() {
            continue;
        }
        let wide = SIGN + look.width(text)?;
        if left > 0.0 && left + wide > width {
            (left, line) = (0.0, line + 1);
        }
        key.push((sign, text, left, line));
        left += wide + 20.0;
    }
    Ok(key)
}
