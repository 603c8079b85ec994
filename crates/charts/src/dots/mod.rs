//! Charts with several marks per row: two years, several provinces, a range.

mod arrow;
mod layout;
mod marks;
mod scale;

use domain::chart::Emphasis;

pub(crate) use self::layout::Layout;
use self::layout::{GUTTER, MIN_ROW_GAP, RADIUS, RowPosition, SYMBOL_WIDTH, end_style};
use self::marks::Column;
use plotters::style::Color as _;

use crate::RenderError;
use crate::area::Area;
use crate::axis::Rows;
use crate::body::Body;
use crate::legend::{self, LEGEND_LINE, legend_style};
use crate::rows::{self, AXIS};
use crate::style::{Anchor, GroupStyle};
use crate::surface::{LabelSpace, Surface};
use crate::theme::Token;
use crate::units::UNITS;

/// Natural space between rows, in CSS px.
const ROW_GAP: f64 = 11.0;
/// Maximum space added between rows.
const MAX_EXTRA_GAP: f64 = 30.0;
/// Opacity of the band behind a highlighted row.
const BAND_OPACITY: f64 = 0.35;

impl Layout<'_> {
    fn draw_legend(&self, surface: &Surface, area: Area) -> Result<(), RenderError> {
        let named = (0..self.dots.series.len()).filter(|at| !self.dots.series[*at].label.is_empty());
        for (at, entry) in named.zip(&self.legend) {
            let y = area.top + (entry.line as f64 + 0.5) * LEGEND_LINE;
            let left = area.left + entry.left;
            marks::group(surface, self.dots, at, || {
                let shape = marks::shape(at).0;
                surface.marker(shape, (left + 6.0, y), RADIUS + 0.5, marks::fill(self.dots, at))
            })?;
            surface.text(&entry.text, (left + SYMBOL_WIDTH, y), legend_style())?;
        }
        Ok(())
    }

    fn column(&self, surface: &Surface, area: Area, first: usize, gap: f64) -> Result<(), RenderError> {
        let rows = first..(first + self.per_column).min(self.dots.rows.len());
        let top = area.top + self.above();
        let mut positions = Vec::with_capacity(rows.len());
        let mut y = top;
        for index in rows {
            let (above, height) = self.heights[index];
            let from = y + gap / 2.0;
            positions.push(RowPosition {
                index,
                top: from,
                middle: from + above + (height - above) / 2.0,
                bottom: from + height,
            });
            y += height + gap;
        }
        let (left, right) = self.plot_ends(area.left);
        let plot = Area {
            left,
            right,
            top,
            bottom: y,
        };
        let space = LabelSpace {
            above: if self.axis_above() { AXIS } else { 0.0 },
            below: self.below(),
            ..LabelSpace::default()
        };
        let middles = positions.iter().map(|position| position.middle - top);
        let rows = Rows::new(middles.collect());
        let mut chart = surface.chart_with_labels(plot, space, self.axis.clone(), rows)?;
        self.bands(surface, area, &positions)?;
        let strips = self.strips(&positions, (top, y));
        rows::grid(surface, &self.axis, (left, right), &strips)?;
        let column = Column {
            area,
            positions: &positions,
            strips: &strips,
        };
        self.marks(surface, &mut chart, &column)?;
        self.texts(surface, area, &positions)?;
        rows::axis(surface, &mut chart)
    }

    /// Returns the vertical ranges in which vertical lines are drawn: not through names above their marks.
    fn strips(&self, positions: &[RowPosition], whole: (f64, f64)) -> Vec<(f64, f64)> {
        if self.headers.beside() {
            return vec![whole];
        }
        let marks = |position: &RowPosition| (2.0 * position.middle - position.bottom - 1.0, position.bottom + 1.0);
        positions.iter().map(marks).collect()
    }

    /// Draws a light band behind highlighted rows.
    fn bands(&self, surface: &Surface, area: Area, positions: &[RowPosition]) -> Result<(), RenderError> {
        let marked: Vec<&RowPosition> = positions
            .iter()
            .filter(|position| self.dots.rows[position.index].emphasis != Emphasis::Context)
            .collect();
        if marked.is_empty() || marked.len() == positions.len() {
            return Ok(());
        }
        let light = |style: &mut GroupStyle| {
            style.fill = Some(Token::Grid);
            style.fill_opacity = BAND_OPACITY;
        };
        surface.group("bands", "", light, || {
            for position in marked {
                let (top, bottom) = (position.top - 1.0, position.bottom + 1.0);
                surface.rect(Area { top, bottom, ..area }, Token::Grid.mix(BAND_OPACITY))?;
            }
            Ok(())
        })
    }

    fn texts(&self, surface: &Surface, area: Area, positions: &[RowPosition]) -> Result<(), RenderError> {
        for position in positions {
            let row_area = Area {
                top: position.top,
                ..area
            };
            self.headers.draw(surface, position.index, row_area, position.middle)?;
        }
        let quiet = |style: &mut GroupStyle| {
            style.fill = Some(Token::Soft);
            style.font_size = (end_style().size * UNITS) as u32;
            style.anchor = Anchor::End;
        };
        if self.scale_texts.iter().all(String::is_empty) {
            return Ok(());
        }
        let right = area.right - self.headers.sides().1;
        surface.group("ends", "", quiet, || {
            for position in positions {
                let text = &self.scale_texts[position.index];
                surface.text(text, (right, position.middle), end_style().anchor(Anchor::End))?;
            }
            Ok(())
        })
    }
}

impl Body for Layout<'_> {
    fn height(&self) -> f64 {
        self.total_height(ROW_GAP)
    }

    fn min_height(&self) -> f64 {
        self.total_height(MIN_ROW_GAP)
    }

    fn draw(&self, surface: &Surface, area: Area) -> Result<(), RenderError> {
        self.draw_legend(surface, area)?;
        let extra = (area.height() - self.total_height(0.0)) / self.per_column as f64;
        let gap = extra.clamp(0.0, ROW_GAP + MAX_EXTRA_GAP);
        for column in 0..self.columns {
            let left = area.left + column as f64 * (self.column_width + GUTTER);
            let inside = Area {
                left,
                right: left + self.column_width,
                top: area.top + legend::height(&self.legend),
                bottom: area.bottom,
            };
            let first = column * self.per_column;
            if first < self.dots.rows.len() {
                self.column(surface, inside, first, gap)?;
            }
        }
        Ok(())
    }
}
