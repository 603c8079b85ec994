//! Counts that make up a whole: name, the parts one after the other, the whole at the end.

use domain::chart::{Emphasis, Stacked, StackedRow};

use crate::RenderError;
use crate::body::{Body, ROOMY, finite};
use crate::canvas::{Anchor, GroupStyle};
use crate::fonts::{self, Face};
use crate::hatch::hatch;
use crate::rows::{self, Entry, KEY, key_look};
use crate::surface::{Area, Surface, Type, units};
use crate::theme::Token;

/// Height of a row that may choose, and of the lowest that is readable, in CSS px.
const ROW: f64 = 23.0;
const LEAST_ROW: f64 = 13.0;
/// Highest row.
const MOST_ROW: f64 = 46.0;
/// Space between a text and what it stands beside.
const GAP: f64 = 8.0;
/// Space around a count inside its piece.
const INSIDE: f64 = 3.0;
/// Width of a swatch of the key, its height, and from its left end to its text.
const SWATCH: (f64, f64) = (18.0, 13.0);
const SIGN: f64 = 25.0;
/// Colours of the parts in their order, with what is readable on them. Further parts are hatched.
const TONES: [(Token, Token); 3] = [
    (Token::Accent, Token::Card),
    (Token::T2, Token::Ink),
    (Token::T1, Token::Ink),
];

/// Measured rows.
pub(crate) struct Layout<'a> {
    bars: &'a Stacked,
    key: Vec<Entry>,
    row: f64,
    size: f64,
    name_width: f64,
    whole_width: f64,
    longest: f64,
}

impl<'a> Layout<'a> {
    pub(crate) fn new(bars: &'a Stacked, width: f64, height: Option<f64>) -> Result<Self, RenderError> {
        for row in &bars.rows {
            let values: Vec<f64> = row.pieces.iter().map(|piece| piece.value).collect();
            finite(&row.label, &values)?;
        }
        let names: Vec<&str> = bars.parts.iter().map(String::as_str).collect();
        let key = rows::flow(&names, SIGN, width)?;
        let above = key_height(&key);
        let count = bars.rows.len().max(1) as f64;
        let row = height.map_or(ROW, |height| ((height - above) / count).clamp(LEAST_ROW, MOST_ROW));
        let usual = if width < ROOMY { 13.0_f64 } else { 14.0 };
        let size = usual.min((row * 0.74).max(10.0));
        let widest = |text: fn(&StackedRow) -> &str| fonts::widest(bars.rows.iter().map(text), Face::SemiBold, size);
        Ok(Self {
            bars,
            key,
            row,
            size,
            name_width: widest(|row| &row.label)?.min(width * 0.4),
            whole_width: widest(|row| &row.text)?,
            longest: bars.rows.iter().map(StackedRow::length).fold(0.0, f64::max).max(1.0),
        })
    }

    fn look(&self, row: &StackedRow) -> Type {
        let look = Type::new(self.size, Token::Ink);
        match row.emphasis {
            Emphasis::Context => look,
            Emphasis::Highlight(_) => look.bold(),
        }
    }

    fn key(&self, surface: &Surface, area: Area) -> Result<(), RenderError> {
        for (index, entry) in self.key.iter().enumerate() {
            let (left, y) = (area.left + entry.left, area.top + (entry.line as f64 + 0.5) * KEY);
            let swatch = Area {
                left,
                right: left + SWATCH.0,
                top: y - SWATCH.1 / 2.0,
                bottom: y + SWATCH.1 / 2.0,
            };
            surface.group("", "", rim, || piece(surface, swatch, index))?;
            surface.text(&entry.text, (left + SIGN, y), key_look())?;
        }
        Ok(())
    }

    /// The pieces of all bars, then the counts on those that are long enough.
    fn bars(&self, surface: &Surface, bars: Area, top: f64) -> Result<(), RenderError> {
        let thick = (self.row * 0.72).min(30.0);
        let spans = |row: &StackedRow| {
            let mut from = 0.0;
            let ends = row.pieces.iter().map(move |piece| {
                let start = from;
                from += piece.value.max(0.0);
                (start, from)
            });
            ends.collect::<Vec<(f64, f64)>>()
        };
        let x = |value: f64| bars.left + value / self.longest * bars.width();
        surface.group("pieces", "", rim, || {
            for (at, row) in self.bars.rows.iter().enumerate() {
                let y = top + (at as f64 + 0.5) * self.row;
                for (index, (from, to)) in spans(row).into_iter().enumerate() {
                    let (name, text) = (&self.bars.parts[index], &row.pieces[index].text);
                    surface.tip(&format!("{} · {name}: {text}/{}", row.label, row.text))?;
                    let area = Area {
                        left: x(from),
                        right: x(to),
                        top: y - thick / 2.0,
                        bottom: y + thick / 2.0,
                    };
                    piece(surface, area, index)?;
                }
            }
            Ok(())
        })?;
        let size = self.size.min(thick * 0.86);
        for (at, row) in self.bars.rows.iter().enumerate() {
            let y = top + (at as f64 + 0.5) * self.row;
            for (index, (from, to)) in spans(row).into_iter().enumerate() {
                let ink = TONES.get(index).map_or(Token::Ink, |tone| tone.1);
                let look = Type::new(size, ink).anchor(Anchor::Middle);
                let text = &row.pieces[index].text;
                if look.width(text)? + 2.0 * INSIDE <= x(to) - x(from) {
                    surface.text(text, (f64::midpoint(x(from), x(to)), y), look)?;
                }
            }
        }
        Ok(())
    }
}

fn rim(look: &mut GroupStyle) {
    look.stroke = Some(Token::Soft);
    look.stroke_width = units(0.5) as u32;
}

/// A piece of a bar, or its sign in the key.
fn piece(surface: &Surface, area: Area, index: usize) -> Result<(), RenderError> {
    if let Some((tone, _)) = TONES.get(index) {
        return surface.rect(area, *tone);
    }
    surface.rect(area, Token::Card)?;
    hatch(surface, area, None, Token::Soft)
}

fn key_height(key: &[Entry]) -> f64 {
    key.last().map_or(0.0, |entry| (entry.line + 1) as f64 * KEY + 6.0)
}

impl Body for Layout<'_> {
    fn height(&self) -> f64 {
        key_height(&self.key) + self.bars.rows.len() as f64 * ROW
    }

    fn least(&self) -> f64 {
        key_height(&self.key) + self.bars.rows.len() as f64 * LEAST_ROW
    }

    fn draw(&self, surface: &Surface, area: Area) -> Result<(), RenderError> {
        self.key(surface, area)?;
        let top = area.top + key_height(&self.key);
        let bars = Area {
            left: area.left + self.name_width + GAP,
            right: area.right - self.whole_width - GAP,
            ..area
        };
        for (at, row) in self.bars.rows.iter().enumerate() {
            let y = top + (at as f64 + 0.5) * self.row;
            let look = self.look(row);
            let name = fonts::cut(&row.label, look.face, look.size, self.name_width)?;
            surface.text(&name, (area.left, y), look)?;
            surface.text(&row.text, (area.right, y), look.anchor(Anchor::End))?;
        }
        self.bars(surface, bars, top)
    }
}
