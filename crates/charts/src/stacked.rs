//! Stacked bars of counts: name, the parts one after another, the total at the end.

use domain::chart::{Emphasis, Stacked, StackedRow};

use crate::RenderError;
use crate::area::Area;
use crate::axis::{Axis, Rows};
use crate::body::{Body, ROOMY};
use crate::elements::Label;
use crate::fonts::{self, Face};
use crate::hatch::Block;
use crate::legend::{self, Entry, LEGEND_LINE, legend_style};
use crate::numbers::finite;
use crate::style::{Anchor, GroupStyle, TextStyle};
use crate::surface::{Surface, draw_series};
use crate::theme::Token;
use crate::units::units;

/// Natural and minimum readable height of a row, in CSS px.
const ROW_HEIGHT: f64 = 23.0;
const MIN_ROW_HEIGHT: f64 = 13.0;
/// Maximum height of a row.
const MAX_ROW_HEIGHT: f64 = 46.0;
/// Space between a text and the element next to it.
const GAP: f64 = 8.0;
/// Horizontal padding of a count within its segment.
const PADDING: f64 = 3.0;
/// Width and height of a legend swatch, and the distance from its left end to its text.
const SWATCH: (f64, f64) = (18.0, 13.0);
const SWATCH_TEXT: f64 = 25.0;
/// Colours of the parts in order, with the text colour on each. Further parts are hatched.
const TONES: [(Token, Token); 3] = [
    (Token::Accent, Token::Card),
    (Token::T2, Token::Ink),
    (Token::T1, Token::Ink),
];

/// Stacked bars laid out for one width.
pub(crate) struct Layout<'a> {
    bars: &'a Stacked,
    legend: Vec<Entry>,
    row_height: f64,
    size: f64,
    name_width: f64,
    total_width: f64,
    max_total: f64,
}

impl<'a> Layout<'a> {
    pub(crate) fn new(bars: &'a Stacked, width: f64, height: Option<f64>) -> Result<Self, RenderError> {
        for row in &bars.rows {
            let values: Vec<f64> = row.pieces.iter().map(|piece| piece.value).collect();
            finite(&row.label, &values)?;
        }
        let names: Vec<&str> = bars.parts.iter().map(String::as_str).collect();
        let legend = legend::flow(&names, SWATCH_TEXT, width)?;
        let above = legend_height(&legend);
        let count = bars.rows.len().max(1) as f64;
        let row_height = height.map_or(ROW_HEIGHT, |height| {
            ((height - above) / count).clamp(MIN_ROW_HEIGHT, MAX_ROW_HEIGHT)
        });
        let base_size = if width < ROOMY { 13.0_f64 } else { 14.0 };
        let size = base_size.min((row_height * 0.74).max(10.0));
        let widest = |text: fn(&StackedRow) -> &str| fonts::widest(bars.rows.iter().map(text), Face::SemiBold, size);
        Ok(Self {
            bars,
            legend,
            row_height,
            size,
            name_width: widest(|row| &row.label)?.min(width * 0.4),
            total_width: widest(|row| &row.text)?,
            max_total: bars.rows.iter().map(StackedRow::length).fold(0.0, f64::max).max(1.0),
        })
    }

    fn style(&self, row: &StackedRow) -> TextStyle {
        let style = TextStyle::new(self.size, Token::Ink);
        match row.emphasis {
            Emphasis::Context => style,
            Emphasis::Highlight(_) => style.bold(),
        }
    }

    fn legend(&self, surface: &Surface, area: Area) -> Result<(), RenderError> {
        for (index, entry) in self.legend.iter().enumerate() {
            let (left, y) = (
                area.left + entry.left,
                area.top + (entry.line as f64 + 0.5) * LEGEND_LINE,
            );
            let swatch = legend::swatch((left, y), SWATCH);
            surface.group("", "", outline, || surface.draw(&segment(swatch, index)))?;
            surface.text(&entry.text, (left + SWATCH_TEXT, y), legend_style())?;
        }
        Ok(())
    }

    /// Draws the segments of all bars, then the counts on those segments that are wide enough.
    fn bars(&self, surface: &Surface, bars: Area) -> Result<(), RenderError> {
        let half = (self.row_height * 0.72).min(30.0) / 2.0;
        let axis = Axis::new(0.0, self.max_total);
        let rows = Rows::equal(self.bars.rows.len(), self.row_height);
        let mut chart = surface.chart(bars, axis.clone(), rows)?;
        let pieces = self.bars.rows.iter().enumerate().flat_map(|(at, row)| {
            spans(row).enumerate().map(move |(index, (from, to))| {
                let (name, text) = (&self.bars.parts[index], &row.pieces[index].text);
                let corners = [(from, (at, -half)), (to, (at, half))];
                segment(corners, index).tip(format!("{} · {name}: {text}/{}", row.label, row.text))
            })
        });
        surface.group("pieces", "", outline, || draw_series(&mut chart, pieces))?;
        let size = self.size.min(2.0 * half * 0.86);
        let mut counts = Vec::new();
        for (at, row) in self.bars.rows.iter().enumerate() {
            for (index, (from, to)) in spans(row).enumerate() {
                let ink = TONES.get(index).map_or(Token::Ink, |tone| tone.1);
                let style = TextStyle::new(size, ink).anchor(Anchor::Middle);
                let text = row.pieces[index].text.as_str();
                let width = axis.between(to - from, (0.0, bars.width()));
                if style.width(text)? + 2.0 * PADDING <= width {
                    counts.push(Label::new((f64::midpoint(from, to), (at, 0.0)), text, style));
                }
            }
        }
        draw_series(&mut chart, counts)
    }
}

/// Returns the start and the end of each segment of a bar.
fn spans(row: &StackedRow) -> impl Iterator<Item = (f64, f64)> + '_ {
    row.pieces.iter().scan(0.0, |end, piece| {
        let start = *end;
        *end += piece.value.max(0.0);
        Some((start, *end))
    })
}

fn outline(style: &mut GroupStyle) {
    style.stroke = Some(Token::Soft);
    style.stroke_width = units(0.5) as u32;
}

/// Returns a segment of a bar, or its legend swatch.
fn segment<C>(corners: [C; 2], index: usize) -> Block<C> {
    match TONES.get(index) {
        Some((tone, _)) => Block::plain(corners, *tone),
        None => Block::hatched(corners),
    }
}

fn legend_height(legend: &[Entry]) -> f64 {
    legend
        .last()
        .map_or(0.0, |entry| (entry.line + 1) as f64 * LEGEND_LINE + 6.0)
}

impl Body for Layout<'_> {
    fn height(&self) -> f64 {
        legend_height(&self.legend) + self.bars.rows.len() as f64 * ROW_HEIGHT
    }

    fn min_height(&self) -> f64 {
        legend_height(&self.legend) + self.bars.rows.len() as f64 * MIN_ROW_HEIGHT
    }

    fn draw(&self, surface: &Surface, area: Area) -> Result<(), RenderError> {
        self.legend(surface, area)?;
        let top = area.top + legend_height(&self.legend);
        let bars = Area {
            left: area.left + self.name_width + GAP,
            right: area.right - self.total_width - GAP,
            top,
            ..area
        };
        for (at, row) in self.bars.rows.iter().enumerate() {
            let y = top + (at as f64 + 0.5) * self.row_height;
            let style = self.style(row);
            let name = fonts::cut(&row.label, style.face, style.size, self.name_width)?;
            surface.text(&name, (area.left, y), style)?;
            surface.text(&row.text, (area.right, y), style.anchor(Anchor::End))?;
        }
        self.bars(surface, bars)
    }
}
