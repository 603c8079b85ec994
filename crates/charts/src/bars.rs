//! Horizontal ranking bars: rank, name, bar, value at the bar's end.

use domain::chart::{BarRow, Bars, Emphasis, Reference};
use plotters::series::LineSeries;

use crate::RenderError;
use crate::area::Area;
use crate::axis::{Axis, Rows};
use crate::body::{Body, ROOMY};
use crate::elements::{Label, Strokes, stroke};
use crate::fonts::{self, Face};
use crate::hatch::Block;
use crate::numbers::finite;
use crate::series::series_color;
use crate::style::{Anchor, GroupStyle, TextStyle};
use crate::surface::{Chart, Surface, draw_series};
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

/// Values from left to right, rows from top to bottom.
type BarChart = Chart<Axis, Rows>;

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
        let mut chart = surface.chart(area, self.axis(), Rows::equal(rows.len(), self.row))?;
        let middle = |index: usize| area.top + (index as f64 + 0.5) * self.row;
        self.names(surface, column, rows, &middle)?;
        self.marks(surface, &mut chart, rows)?;
        self.baseline(&mut chart, rows.len())?;
        if let Some(reference) = &self.bars.reference {
            self.reference(surface, &mut chart, (column, area), (rows, reference))?;
        }
        self.values(surface, &mut chart, rows)
    }

    fn axis(&self) -> Axis {
        Axis::new(self.low, self.high)
    }

    /// Draws the values: each ends or begins at a distance from the end of its bar.
    fn values(&self, surface: &Surface, chart: &mut BarChart, rows: &[BarRow]) -> Result<(), RenderError> {
        let size = (self.size * UNITS) as u32;
        let labels = rows.iter().enumerate().map(|(index, row)| {
            let style = self.style(row);
            let right = if row.value < 0.0 {
                -GAP - style.width(&row.text)?
            } else {
                GAP
            };
            Ok(Label::new((row.value, (index, 0.0)), row.text.as_str(), style).right(right))
        });
        let labels: Vec<Label<_, &str>> = labels.collect::<Result<_, RenderError>>()?;
        surface.group(
            "values",
            "",
            |style| style.font_size = size,
            || draw_series(chart, labels),
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
        let end = self.axis().between(row.value, (area.left, area.right));
        Ok(if row.value < 0.0 {
            (end - GAP - width, end - GAP)
        } else {
            (end + GAP, end + GAP + width)
        })
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

    fn marks(&self, surface: &Surface, chart: &mut BarChart, rows: &[BarRow]) -> Result<(), RenderError> {
        let half = (self.row * 0.66).min((self.row * 0.5).clamp(20.0, 40.0)) / 2.0;
        let bars = rows.iter().enumerate().map(|(index, row)| {
            let rank = if row.rank.is_empty() {
                String::new()
            } else {
                format!("{}. ", row.rank)
            };
            let color = series_color(row.emphasis).unwrap_or(Token::Bar);
            let corners = [(0.0, (index, -half)), (row.value, (index, half))];
            let bar = Block::plain(corners, color);
            bar.tip(format!("{rank}{} · {}", row.label, row.text))
        });
        surface.group(
            "bars",
            "",
            |style| style.fill = Some(Token::Bar),
            || draw_series(chart, bars),
        )
    }

    /// Draws the zero line, where every bar starts.
    fn baseline(&self, chart: &mut BarChart, rows: usize) -> Result<(), RenderError> {
        let half = self.row / 2.0;
        let ends = [(0.0, (0, -half)), (0.0, (rows.saturating_sub(1), half))];
        let line = LineSeries::new(ends, stroke(Token::Soft, 1.0));
        draw_series(chart, line)
    }

    /// Draws the labelled reference line, interrupted where it would cross a value.
    fn reference(
        &self,
        surface: &Surface,
        chart: &mut BarChart,
        (column, area): (Area, Area),
        (rows, reference): (&[BarRow], &Reference),
    ) -> Result<(), RenderError> {
        let value = reference.value.clamp(self.low, self.high);
        let x = self.axis().between(value, (area.left, area.right));
        let half = self.row / 2.0;
        let mut ends = Vec::new();
        let mut open = false;
        for (index, row) in rows.iter().enumerate() {
            let (left, right) = self.value_box(area, row)?;
            let clear = x < left - 4.0 || x > right + 4.0;
            if clear != open {
                ends.push((value, (index, -half)));
            }
            open = clear;
        }
        if open {
            ends.push((value, (rows.len() - 1, half)));
        }
        let line = Strokes::pairs(ends, stroke(Token::Soft, 1.25));
        surface.group(
            "ref",
            r#" stroke-dasharray="12 8""#,
            |_| {},
            || draw_series(chart, [line]),
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
