//! Horizontal ranking bars: rank, name, bar, value at the bar's end.

use domain::chart::{BarRow, Bars, Emphasis, Reference};
use plotters::element::Rectangle;
use plotters::style::Color as _;

use crate::RenderError;
use crate::area::Area;
use crate::body::{Body, ROOMY};
use crate::fonts::{self, Face};
use crate::numbers::finite;
use crate::series::series_color;
use crate::style::{Anchor, GroupStyle, TextStyle};
use crate::surface::{Plot, Strokes, Surface, draw_error};
use crate::theme::Token;
use crate::units::UNITS;

/// Natural height of a row, in CSS px.
const ROW: f64 = 23.0;
/// Minimum readable height of a row.
const MIN_ROW: f64 = 15.0;
/// Maximum height of a row; further space stays around the rows.
const MAX_ROW: f64 = 88.0;
/// Height of a row from which the font size grows with it.
const TALL_ROW: f64 = 30.0;
/// Minimum width of a column if the rows are split into several.
const MIN_COLUMN: f64 = 264.0;
/// Space between columns.
const GUTTER: f64 = 32.0;
/// Space between a text and the element next to it.
const GAP: f64 = 7.0;
/// Height of the line for the reference label.
const REFERENCE: f64 = 20.0;

/// A bar chart laid out for one width: measured texts and the ends of the axis.
pub(crate) struct Layout<'a> {
    bars: &'a Bars,
    /// Rows per column.
    per_column: usize,
    columns: usize,
    column_width: f64,
    row: f64,
    size: f64,
    rank_width: f64,
    name_width: f64,
    value_width: f64,
    low: f64,
    high: f64,
}

impl<'a> Layout<'a> {
    pub(crate) fn new(bars: &'a Bars, width: f64, height: Option<f64>) -> Result<Self, RenderError> {
        let (low, high) = scale(bars)?;
        let count = bars.rows.len();
        let above = above(bars);
        let (columns, row) = height.map_or((1, ROW), |height| arrange(count, width, (height - above).max(0.0)));
        let base_size = if width < ROOMY { 13.0_f64 } else { 14.0 };
        let size = (base_size * (row / TALL_ROW).clamp(1.0, 1.3)).min((row * 0.74).max(11.0));
        let column_width = (width - GUTTER * (columns - 1) as f64) / columns as f64;
        let widest = |text: fn(&BarRow) -> &str, face| fonts::widest(bars.rows.iter().map(text), face, size);
        let widest_name = widest(|row| &row.label, Face::SemiBold)?;
        Ok(Self {
            bars,
            per_column: count.div_ceil(columns),
            columns,
            column_width,
            row,
            size,
            rank_width: widest(|row| &row.rank, Face::SemiBold)?,
            name_width: widest_name.min(column_width * 0.44),
            value_width: widest(|row| &row.text, Face::SemiBold)?,
            low,
            high,
        })
    }

    /// Returns the area of a column's bars, between names and values.
    fn bar_area(&self, column: Area, rows: usize) -> Area {
        let rank = if self.rank_width > 0.0 {
            self.rank_width + GAP + 2.0
        } else {
            0.0
        };
        // Negative bars have their values on the left.
        let left_values = if self.low < 0.0 { self.value_width + GAP } else { 0.0 };
        Area {
            left: column.left + rank + self.name_width + GAP + 2.0 + left_values,
            right: column.right - self.value_width - GAP,
            top: column.top,
            bottom: column.top + rows as f64 * self.row,
        }
    }

    fn column(&self, surface: &Surface, column: Area, rows: &[BarRow]) -> Result<(), RenderError> {
        let area = self.bar_area(column, rows.len());
        let plot = surface.plot(area, self.low..self.high, rows.len() as f64..0.0);
        let middle = |index: usize| area.top + (index as f64 + 0.5) * self.row;
        self.names(surface, column, rows, &middle)?;
        self.marks(surface, &plot, rows)?;
        self.baseline(&plot, rows.len())?;
        if let Some(reference) = &self.bars.reference {
            self.reference(surface, column, area, rows, reference)?;
        }
        let size = (self.size * UNITS) as u32;
        surface.group(
            "values",
            "",
            |style| style.font_size = size,
            || {
                for (index, row) in rows.iter().enumerate() {
                    let (left, _) = self.value_box(area, row)?;
                    let style = self.style(row);
                    surface.text(&row.text, (left, middle(index)), style)?;
                }
                Ok(())
            },
        )
    }

    fn style(&self, row: &BarRow) -> TextStyle {
        let style = TextStyle::new(self.size, Token::Ink);
        match row.emphasis {
            Emphasis::Context => style,
            Emphasis::Highlight(_) => style.bold(),
        }
    }

    /// Returns the left and right ends of a value's text.
    fn value_box(&self, area: Area, row: &BarRow) -> Result<(f64, f64), RenderError> {
        let width = self.style(row).width(&row.text)?;
        let end = self.position(area, row.value);
        Ok(if row.value < 0.0 {
            (end - GAP - width, end - GAP)
        } else {
            (end + GAP, end + GAP + width)
        })
    }

    fn position(&self, area: Area, value: f64) -> f64 {
        area.left + (value - self.low) / (self.high - self.low) * area.width()
    }

    fn names(
        &self,
        surface: &Surface,
        column: Area,
        rows: &[BarRow],
        middle: &impl Fn(usize) -> f64,
    ) -> Result<(), RenderError> {
        let units = (self.size * UNITS) as u32;
        let rank_end = column.left + self.rank_width;
        if self.rank_width > 0.0 {
            let ranks = |style: &mut GroupStyle| {
                style.font_size = units;
                style.anchor = Anchor::End;
                style.fill = Some(Token::Soft);
            };
            surface.group("ranks", "", ranks, || {
                let style = TextStyle::new(self.size, Token::Soft).anchor(Anchor::End);
                for (index, row) in rows.iter().enumerate() {
                    surface.text(&row.rank, (rank_end, middle(index)), style)?;
                }
                Ok(())
            })?;
        }
        let gap = if self.rank_width > 0.0 { GAP + 2.0 } else { 0.0 };
        let left = rank_end + gap;
        surface.group(
            "names",
            "",
            |style| style.font_size = units,
            || {
                for (index, row) in rows.iter().enumerate() {
                    let style = self.style(row);
                    let name = fonts::cut(&row.label, style.face, style.size, self.name_width)?;
                    surface.text(&name, (left, middle(index)), style)?;
                }
                Ok(())
            },
        )
    }

    fn marks(&self, surface: &Surface, plot: &Plot, rows: &[BarRow]) -> Result<(), RenderError> {
        let bar_height = (self.row * 0.66).min((self.row * 0.5).clamp(20.0, 40.0));
        let inset = (1.0 - bar_height / self.row) / 2.0;
        let bars = |style: &mut GroupStyle| style.fill = Some(Token::Bar);
        surface.group("bars", "", bars, || {
            for (index, row) in rows.iter().enumerate() {
                let rank = if row.rank.is_empty() {
                    String::new()
                } else {
                    format!("{}. ", row.rank)
                };
                surface.tip(&format!("{rank}{} · {}", row.label, row.text))?;
                let color = series_color(row.emphasis).unwrap_or(Token::Bar);
                let top = index as f64 + inset;
                let bottom = index as f64 + 1.0 - inset;
                let corners = [(0.0, top), (row.value, bottom)];
                plot.draw(&Rectangle::new(corners, color.filled()))
                    .map_err(draw_error)?;
            }
            Ok(())
        })
    }

    /// Draws the zero line, where every bar starts.
    fn baseline(&self, plot: &Plot, rows: usize) -> Result<(), RenderError> {
        let line = Strokes {
            points: vec![(0.0, 0.0), (0.0, rows as f64)],
            cuts: Vec::new(),
            color: Token::Soft.to_rgba(),
            width: 1.0,
        };
        plot.draw(&line).map_err(draw_error)
    }

    /// Draws the labelled reference line, interrupted where it would cross a value.
    fn reference(
        &self,
        surface: &Surface,
        column: Area,
        area: Area,
        rows: &[BarRow],
        reference: &Reference,
    ) -> Result<(), RenderError> {
        let x = self.position(area, reference.value.clamp(self.low, self.high));
        let mut points = Vec::new();
        let mut cuts = Vec::new();
        let mut open = false;
        for (index, row) in rows.iter().enumerate() {
            let (left, right) = self.value_box(area, row)?;
            let clear = x < left - 4.0 || x > right + 4.0;
            let top = area.top + index as f64 * self.row;
            if clear && !open {
                cuts.push(points.len());
                points.push((x, top));
            } else if !clear && open {
                points.push((x, top));
            }
            open = clear;
        }
        if open {
            points.push((x, area.bottom));
        }
        surface.group(
            "ref",
            r#" stroke-dasharray="12 8""#,
            |_| {},
            || surface.strokes(points, cuts, Token::Soft, 1.25),
        )?;
        let style = TextStyle::new(12.0, Token::Soft).bold();
        let label = fonts::cut(&reference.label, style.face, style.size, column.width())?;
        let half = style.width(&label)? / 2.0;
        let middle = x.min(column.right - half).max(column.left + half);
        let at = (middle, area.top - REFERENCE / 2.0 - 1.0);
        surface.text(&label, at, style.anchor(Anchor::Middle))
    }
}

impl Body for Layout<'_> {
    fn height(&self) -> f64 {
        above(self.bars) + self.per_column as f64 * ROW
    }

    fn min_height(&self) -> f64 {
        above(self.bars) + self.per_column as f64 * MIN_ROW
    }

    fn draw(&self, surface: &Surface, area: Area) -> Result<(), RenderError> {
        let rows = above(self.bars) + self.per_column as f64 * self.row;
        let top = area.top + ((area.height() - rows) / 2.0).max(0.0);
        for (index, rows) in self.bars.rows.chunks(self.per_column).enumerate() {
            let left = area.left + index as f64 * (self.column_width + GUTTER);
            let column = Area {
                left,
                right: left + self.column_width,
                top: top + above(self.bars),
                bottom: area.bottom,
            };
            debug_assert!(index < self.columns);
            self.column(surface, column, rows)?;
        }
        Ok(())
    }
}

fn above(bars: &Bars) -> f64 {
    if bars.reference.is_some() { REFERENCE } else { 0.0 }
}

/// Returns the number of columns and the row height for a given height: the smallest number of columns whose rows are
/// readable.
fn arrange(count: usize, width: f64, height: f64) -> (usize, f64) {
    let max_columns = (((width + GUTTER) / (MIN_COLUMN + GUTTER)) as usize).max(1);
    let row = |columns: usize| height / count.div_ceil(columns) as f64;
    let columns = (1..=max_columns)
        .find(|columns| row(*columns) >= MIN_ROW + 2.0)
        .unwrap_or(max_columns);
    (columns, row(columns).clamp(MIN_ROW, MAX_ROW))
}

/// Returns the ends of the axis, which always includes zero and every value.
fn scale(bars: &Bars) -> Result<(f64, f64), RenderError> {
    finite("axis", &[bars.min, bars.max])?;
    if let Some(reference) = &bars.reference {
        finite(&reference.label, &[reference.value])?;
    }
    let mut low = bars.min.min(0.0);
    let mut high = bars.max.max(0.0);
    for row in &bars.rows {
        finite(&row.label, &[row.value])?;
        low = low.min(row.value);
        high = high.max(row.value);
    }
    if high <= low {
        high = low + 1.0;
    }
    Ok((low, high))
}
