//! Horizontal ranking bars: rank, name, bar, value at the bar's end.

use domain::chart::{BarRow, Bars, Emphasis, Reference};
use plotters::element::Rectangle;
use plotters::style::Color as _;

use crate::RenderError;
use crate::body::{Body, ROOMY, finite, series_color};
use crate::canvas::{Anchor, UNITS};
use crate::fonts::{self, Face};
use crate::surface::{Area, Plot, Strokes, Surface, Type, refused};
use crate::theme::Token;

/// Height of a row that may choose, in CSS px.
const ROW: f64 = 23.0;
/// Lowest row that is readable.
const LEAST_ROW: f64 = 15.0;
/// Highest row: further room stays around the rows.
const MOST_ROW: f64 = 88.0;
/// From this height of a row on, its letters grow with it.
const TALL_ROW: f64 = 30.0;
/// Narrowest column when the rows are set in several.
const LEAST_COLUMN: f64 = 264.0;
/// Space between columns.
const GUTTER: f64 = 32.0;
/// Space between a text and what it stands beside.
const GAP: f64 = 7.0;
/// Height of the line that names the reference.
const REFERENCE: f64 = 20.0;

/// Measured rows.
pub(crate) struct Layout<'a> {
    bars: &'a Bars,
    /// Rows of each column.
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
        let usual = if width < ROOMY { 13.0_f64 } else { 14.0 };
        let size = (usual * (row / TALL_ROW).clamp(1.0, 1.3)).min((row * 0.74).max(11.0));
        let column_width = (width - GUTTER * (columns - 1) as f64) / columns as f64;
        let widest = |text: fn(&BarRow) -> &str, face| fonts::widest(bars.rows.iter().map(text), face, size);
        let names = widest(|row| &row.label, Face::SemiBold)?;
        Ok(Self {
            bars,
            per_column: count.div_ceil(columns),
            columns,
            column_width,
            row,
            size,
            rank_width: widest(|row| &row.rank, Face::SemiBold)?,
            name_width: names.min(column_width * 0.44),
            value_width: widest(|row| &row.text, Face::SemiBold)?,
            low,
            high,
        })
    }

    /// Where the bars of a column are, between names and values.
    fn bar_area(&self, column: Area, rows: usize) -> Area {
        let rank = if self.rank_width > 0.0 {
            self.rank_width + GAP + 2.0
        } else {
            0.0
        };
        // Bars to the left of zero carry their values on the left.
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
            |look| look.font_size = size,
            || {
                for (index, row) in rows.iter().enumerate() {
                    let (left, _) = self.value_box(area, row)?;
                    let look = self.look(row);
                    surface.text(&row.text, (left, middle(index)), look)?;
                }
                Ok(())
            },
        )
    }

    fn look(&self, row: &BarRow) -> Type {
        let look = Type::new(self.size, Token::Ink);
        match row.emphasis {
            Emphasis::Context => look,
            Emphasis::Highlight(_) => look.bold(),
        }
    }

    /// Left and right end of a value's text.
    fn value_box(&self, area: Area, row: &BarRow) -> Result<(f64, f64), RenderError> {
        let width = self.look(row).width(&row.text)?;
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
            let ranks = |look: &mut crate::canvas::GroupStyle| {
                look.font_size = units;
                look.anchor = Anchor::End;
                look.fill = Some(Token::Soft);
            };
            surface.group("ranks", "", ranks, || {
                let look = Type::new(self.size, Token::Soft).anchor(Anchor::End);
                for (index, row) in rows.iter().enumerate() {
                    surface.text(&row.rank, (rank_end, middle(index)), look)?;
                }
                Ok(())
            })?;
        }
        let gap = if self.rank_width > 0.0 { GAP + 2.0 } else { 0.0 };
        let left = rank_end + gap;
        surface.group(
            "names",
            "",
            |look| look.font_size = units,
            || {
                for (index, row) in rows.iter().enumerate() {
                    let look = self.look(row);
                    let name = fonts::cut(&row.label, look.face, look.size, self.name_width)?;
                    surface.text(&name, (left, middle(index)), look)?;
                }
                Ok(())
            },
        )
    }

    fn marks(&self, surface: &Surface, plot: &Plot, rows: &[BarRow]) -> Result<(), RenderError> {
        let thick = (self.row * 0.66).min((self.row * 0.5).clamp(20.0, 40.0));
        let inset = (1.0 - thick / self.row) / 2.0;
        let bars = |look: &mut crate::canvas::GroupStyle| look.fill = Some(Token::Bar);
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
                plot.draw(&Rectangle::new(corners, color.filled())).map_err(refused)?;
            }
            Ok(())
        })
    }

    /// Zero, where every bar starts.
    fn baseline(&self, plot: &Plot, rows: usize) -> Result<(), RenderError> {
        let line = Strokes {
            points: vec![(0.0, 0.0), (0.0, rows as f64)],
            cuts: Vec::new(),
            color: Token::Soft,
            width: 1.0,
        };
        plot.draw(&line).map_err(refused)
    }

    /// The labelled line; it stops for values that stand in its way.
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
            let free = x < left - 4.0 || x > right + 4.0;
            let top = area.top + index as f64 * self.row;
            if free && !open {
                cuts.push(points.len());
                points.push((x, top));
            } else if !free && open {
                points.push((x, top));
            }
            open = free;
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
        let look = Type::new(12.0, Token::Soft).bold();
        let label = fonts::cut(&reference.label, look.face, look.size, column.width())?;
        let half = look.width(&label)? / 2.0;
        let middle = x.min(column.right - half).max(column.left + half);
        let at = (middle, area.top - REFERENCE / 2.0 - 1.0);
        surface.text(&label, at, look.anchor(Anchor::Middle))
    }
}

impl Body for Layout<'_> {
    fn height(&self) -> f64 {
        above(self.bars) + self.per_column as f64 * ROW
    }

    fn least(&self) -> f64 {
        above(self.bars) + self.per_column as f64 * LEAST_ROW
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

/// Columns and height of a row for a height that is given: as few columns as are readable.
fn arrange(count: usize, width: f64, height: f64) -> (usize, f64) {
    let most = (((width + GUTTER) / (LEAST_COLUMN + GUTTER)) as usize).max(1);
    let row = |columns: usize| height / count.div_ceil(columns) as f64;
    let columns = (1..=most)
        .find(|columns| row(*columns) >= LEAST_ROW + 2.0)
        .unwrap_or(most);
    (columns, row(columns).clamp(LEAST_ROW, MOST_ROW))
}

/// The ends of the axis: zero is always on it, and so is every value.
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
