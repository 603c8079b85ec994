//! The components of one province's index compared with the average and the best value.

use domain::chart::{ComponentRow, Components};
use plotters::series::LineSeries;

use crate::RenderError;
use crate::area::Area;
use crate::axis::{Axis, Rows};
use crate::body::{Body, ROOMY};
use crate::elements::{Marker, stroke};
use crate::fonts;
use crate::hatch::Block;
use crate::numbers::finite;
use crate::shape::Shape;
use crate::style::{Anchor, GroupStyle, TextStyle};
use crate::surface::{Surface, draw_series};
use crate::theme::Token;
use crate::units::{UNITS, to_canvas, units};

/// Thickness of a bar, in CSS px.
const BAR_HEIGHT: f64 = 14.0;
/// Length of the average's tick above and below a bar.
const TICK_OVERHANG: f64 = 4.0;
/// Height of the line of text below a bar.
const TEXT_LINE: f64 = 19.0;
/// Space between rows.
const ROW_GAP: f64 = 14.0;
/// Maximum space added between rows.
const MAX_EXTRA_GAP: f64 = 40.0;
/// Height of a line of the legend.
const LEGEND_LINE: f64 = 20.0;
/// Distance from the left end of a legend symbol to its text.
const SYMBOL_WIDTH: f64 = 22.0;

/// An entry of the legend.
#[derive(Clone, Copy, PartialEq)]
enum Symbol {
    Value,
    Average,
    Best,
}

/// A components chart laid out for one width.
pub(crate) struct Layout<'a> {
    parts: &'a Components,
    /// Names broken into lines, one entry per row.
    names: Vec<Vec<String>>,
    /// The legend: symbol, text, left end, line.
    legend: Vec<(Symbol, &'a str, f64, usize)>,
    name_width: f64,
    value_width: f64,
    /// Names are to the left of their bars instead of above.
    names_left: bool,
    /// Height of each row, in CSS px.
    rows: Vec<f64>,
}

fn name_style() -> TextStyle {
    TextStyle::new(14.0, Token::Ink)
}

fn small_style() -> TextStyle {
    TextStyle::new(12.0, Token::Soft)
}

impl<'a> Layout<'a> {
    pub(crate) fn new(parts: &'a Components, width: f64) -> Result<Self, RenderError> {
        for row in &parts.rows {
            finite(
                &row.label,
                &[row.value, row.max, row.average.unwrap_or(0.0), row.best.unwrap_or(0.0)],
            )?;
        }
        let style = name_style();
        let values = parts.rows.iter().map(|row| row.text.as_str());
        let value_width = fonts::widest(values, style.bold().face, style.size)?;
        let names_left = width >= ROOMY;
        let name_space = if names_left {
            width * 0.36
        } else {
            width - value_width - 12.0
        };
        let mut names = Vec::new();
        for row in &parts.rows {
            names.push(fonts::wrap(&row.label, style.face, style.size, name_space, 3)?);
        }
        let all_lines = names.iter().flatten().map(String::as_str);
        let name_width = fonts::widest(all_lines, style.face, style.size)?;
        let rows = names
            .iter()
            .map(|lines| {
                let text = lines.len() as f64 * style.leading();
                if names_left {
                    text.max(BAR_HEIGHT + TEXT_LINE) + ROW_GAP
                } else {
                    text + 5.0 + BAR_HEIGHT + TEXT_LINE + ROW_GAP
                }
            })
            .collect();
        Ok(Self {
            parts,
            names,
            legend: legend(parts, width)?,
            name_width,
            value_width,
            names_left,
            rows,
        })
    }

    fn legend_height(&self) -> f64 {
        self.legend
            .last()
            .map_or(0.0, |(_, _, _, line)| (line + 1) as f64 * LEGEND_LINE + 10.0)
    }

    fn draw_legend(&self, surface: &Surface, area: Area) -> Result<(), RenderError> {
        for (symbol, text, left, line) in &self.legend {
            let middle = area.top + (*line as f64 + 0.5) * LEGEND_LINE;
            let left = area.left + left;
            draw_symbol(surface, *symbol, (left, middle))?;
            let style = TextStyle::new(13.0, Token::Ink);
            surface.text(text, (left + SYMBOL_WIDTH, middle), style)?;
        }
        Ok(())
    }

    fn row(&self, surface: &Surface, index: usize, area: Area) -> Result<(), RenderError> {
        let row = &self.parts.rows[index];
        let lines = &self.names[index];
        let style = name_style();
        let text_height = lines.len() as f64 * style.leading();
        let (top, left, right) = if self.names_left {
            let left = area.left + self.name_width + 16.0;
            (area.top, left, area.right - self.value_width - 12.0)
        } else {
            (area.top + text_height + 5.0, area.left, area.right)
        };
        let size = (style.size * UNITS) as u32;
        surface.group(
            "row",
            "",
            |group| group.font_size = size,
            || {
                // A single line is centred on the bar, several lines start level with it.
                let first = area.top + if self.names_left { BAR_HEIGHT } else { style.leading() } / 2.0;
                let middle = first + (lines.len() as f64 - 1.0) * style.leading() / 2.0;
                surface.lines(lines, (area.left, middle), style)?;
                let value = (area.right, first);
                surface.text(&row.text, value, style.bold().anchor(Anchor::End))?;
                let bar = Area {
                    left,
                    right,
                    top,
                    bottom: top + BAR_HEIGHT,
                };
                marks(surface, row, bar)?;
                self.draw_comparison_texts(surface, row, bar)
            },
        )
    }

    /// Draws the texts of the average and the best value in one line below the bar.
    fn draw_comparison_texts(&self, surface: &Surface, row: &ComponentRow, bar: Area) -> Result<(), RenderError> {
        let style = small_style();
        let middle = bar.bottom + TEXT_LINE / 2.0 + 2.0;
        let mut left = bar.left;
        let texts = [
            (Symbol::Average, row.average.is_some(), &row.average_text),
            (Symbol::Best, row.best.is_some(), &row.best_text),
        ];
        for (symbol, present, text) in texts {
            if !present || text.is_empty() {
                continue;
            }
            draw_symbol(surface, symbol, (left - 5.0, middle))?;
            let start = left + 14.0;
            let text = fonts::cut(text, style.face, style.size, bar.right - start)?;
            surface.text(&text, (start, middle), style)?;
            left = start + style.width(&text)? + 20.0;
        }
        Ok(())
    }
}

impl Body for Layout<'_> {
    fn height(&self) -> f64 {
        self.legend_height() + self.rows.iter().sum::<f64>() - ROW_GAP + 4.0
    }

    fn min_height(&self) -> f64 {
        self.height() - (self.rows.len() as f64 - 1.0) * (ROW_GAP - 2.0)
    }

    fn draw(&self, surface: &Surface, area: Area) -> Result<(), RenderError> {
        self.draw_legend(surface, area)?;
        let gaps = (self.rows.len() as f64 - 1.0).max(1.0);
        // Spare or missing height is divided between the gaps.
        let extra_gap = ((area.height() - self.height()) / gaps).min(MAX_EXTRA_GAP);
        let mut top = area.top + self.legend_height();
        for (index, height) in self.rows.iter().enumerate() {
            self.row(surface, index, Area { top, ..area })?;
            top += height + extra_gap;
        }
        Ok(())
    }
}

/// Draws track, bar, best value and average on the row's own scale.
fn marks(surface: &Surface, row: &ComponentRow, bar: Area) -> Result<(), RenderError> {
    let scale_end = [Some(row.max), Some(row.value), row.average, row.best]
        .into_iter()
        .flatten()
        .fold(0.0_f64, f64::max);
    let scale_end = if scale_end > 0.0 { scale_end } else { 1.0 };
    // The tick of the average is longer than the bar is thick.
    let plot = Area {
        top: bar.top - TICK_OVERHANG,
        bottom: bar.bottom + TICK_OVERHANG,
        ..bar
    };
    let rows = Rows::equal(1, plot.height());
    let mut chart = surface.chart(plot, Axis::new(0.0, scale_end), rows)?;
    let half = BAR_HEIGHT / 2.0;
    let bar = |value: f64, color: Token| {
        let corners = [(0.0, (0, -half)), (value.max(0.0), (0, half))];
        Block::plain(corners, color)
    };
    let value = bar(row.value, Token::Accent).tip(format!("{} · {}", row.label, row.text));
    draw_series(&mut chart, [bar(scale_end, Token::Line)])?;
    draw_series(&mut chart, [value])?;
    let best = row.best.map(|best| diamond((best.max(0.0), (0, 0.0)), 5.5));
    if let Some(best) = best {
        outlined(surface, || draw_series(&mut chart, [best]))?;
    }
    if let Some(average) = row.average {
        let reach = half + TICK_OVERHANG;
        let ends = [-reach, reach].map(|below| (average.max(0.0), (0, below)));
        // An outline separates the tick from any background.
        for style in [stroke(Token::Card, 5.5), stroke(Token::Ink, 2.5)] {
            draw_series(&mut chart, LineSeries::new(ends, style))?;
        }
    }
    Ok(())
}

/// Returns the mark of the best value: a diamond, hollow in [`outlined`].
fn diamond<C>(at: C, radius: f64) -> Marker<C> {
    Marker::new(at, Shape::Diamond, radius / 1.35, Token::Card)
}

/// Draws marks with an outline.
fn outlined(surface: &Surface, inside: impl FnOnce() -> Result<(), RenderError>) -> Result<(), RenderError> {
    let outline = |style: &mut GroupStyle| {
        style.stroke = Some(Token::Ink);
        style.stroke_width = units(1.75) as u32;
    };
    surface.group("", "", outline, inside)
}

fn draw_symbol(surface: &Surface, symbol: Symbol, (left, y): (f64, f64)) -> Result<(), RenderError> {
    let middle = left + 8.0;
    match symbol {
        Symbol::Value => {
            let area = Area {
                left,
                right: left + 16.0,
                top: y - 5.0,
                bottom: y + 5.0,
            };
            surface.rect(area, Token::Accent)
        }
        Symbol::Average => surface.line(&[(middle, y - 6.0), (middle, y + 6.0)], Token::Ink, 2.5),
        Symbol::Best => outlined(surface, || surface.draw(&diamond(to_canvas((middle, y)), 5.0))),
    }
}

/// Arranges the legend in as many lines as it needs.
fn legend(parts: &Components, width: f64) -> Result<Vec<(Symbol, &str, f64, usize)>, RenderError> {
    let style = TextStyle::new(13.0, Token::Ink);
    let any = |known: fn(&ComponentRow) -> bool| parts.rows.iter().any(known);
    let texts = [
        (Symbol::Value, true, parts.value_label.as_str()),
        (Symbol::Average, any(|row| row.average.is_some()), &parts.average_label),
        (Symbol::Best, any(|row| row.best.is_some()), &parts.best_label),
    ];
    let (mut left, mut line) = (0.0, 0);
    let mut legend = Vec::new();
    for (symbol, used, text) in texts {
        if !used || text.is_empty() {
            continue;
        }
        let entry_width = SYMBOL_WIDTH + style.width(text)?;
        if left > 0.0 && left + entry_width > width {
            (left, line) = (0.0, line + 1);
        }
        legend.push((symbol, text, left, line));
        left += entry_width + 20.0;
    }
    Ok(legend)
}
