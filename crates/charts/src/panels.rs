//! Small multiples: line charts side by side, all with the same axes.

use domain::Lang;
use domain::chart::Panels;

use crate::RenderError;
use crate::area::Area;
use crate::body::{Body, ROOMY};
use crate::fonts;
use crate::legend::{self, Entry, LEGEND_LINE, legend_style};
use crate::style::TextStyle;
use crate::surface::Surface;
use crate::theme::Token;
use crate::trend::{self, Kind, Panel};

/// Minimum width of a panel if there are several per row, in CSS px, and the maximum number of panels per row.
const MIN_PANEL_WIDTH: f64 = 190.0;
const MAX_COLUMNS: usize = 4;
/// Horizontal and vertical space between panels.
const GUTTER: f64 = 24.0;
const ROW_GAP: f64 = 14.0;
/// Natural, minimum and maximum height of a plot.
const PLOT_HEIGHT: f64 = 104.0;
const MIN_PLOT_HEIGHT: f64 = 42.0;
const MAX_PLOT_HEIGHT: f64 = 260.0;
/// Distance from the left end of a legend symbol to its text.
const SYMBOL_WIDTH: f64 = 14.0;

/// Panels laid out for one width.
pub(crate) struct Layout<'a> {
    panels: Vec<trend::Layout<'a>>,
    names: Vec<Vec<String>>,
    /// Legend of the rules that mark breaks.
    legend: Vec<Entry>,
    columns: usize,
    column_width: f64,
}

fn name_style() -> TextStyle {
    TextStyle::new(14.0, Token::Ink).bold()
}

impl<'a> Layout<'a> {
    pub(crate) fn new(all: &'a Panels, lang: Lang, width: f64, height: Option<f64>) -> Result<Self, RenderError> {
        let kind = if all.ranks { Kind::Ranks } else { Kind::Scores };
        let count = all.panels.len();
        let columns = columns(count, width);
        let column_width = (width - GUTTER * (columns - 1) as f64) / columns as f64;
        let style = name_style();
        let mut names = Vec::with_capacity(count);
        let mut common_scale: Option<(f64, f64)> = None;
        for panel in &all.panels {
            names.push(fonts::wrap(&panel.label, style.face, style.size, column_width, 2)?);
            let (low, high) = trend::scale(&panel.trend, kind)?;
            common_scale = Some(common_scale.map_or((low, high), |(min, max)| (min.min(low), max.max(high))));
        }
        let labels = labels(all);
        let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
        let mut layout = Self {
            panels: Vec::new(),
            names,
            legend: legend::flow(&labels, SYMBOL_WIDTH, width)?,
            columns,
            column_width,
        };
        // Each panel reports the space it needs beside its plot; all get the largest.
        let (mut left, mut right) = (0.0, 0.0);
        loop {
            let cell = height.map(|height| layout.cell(height) - layout.name_height());
            let panel = Panel {
                breaks: false,
                left,
                right,
                min_plot_height: MIN_PLOT_HEIGHT,
                small: true,
                scale: common_scale,
                ..Panel::STANDALONE
            };
            let measure = |model: &'a domain::chart::Panel| {
                trend::Layout::new(&model.trend, kind, lang, (column_width, cell), panel)
            };
            layout.panels = all.panels.iter().map(measure).collect::<Result<_, _>>()?;
            let (before, after) = layout.sides();
            if before - left < 0.5 && after - right < 0.5 {
                return Ok(layout);
            }
            (left, right) = (before.max(left), after.max(right));
        }
    }

    /// Returns the largest space that any panel needs at the left and at the right of its plot.
    fn sides(&self) -> (f64, f64) {
        self.panels.iter().fold((0.0, 0.0), |(most_left, most_right), panel| {
            let (left, plot_width) = panel.extent();
            let right = self.column_width - left - plot_width;
            (f64::max(most_left, left), f64::max(most_right, right))
        })
    }

    fn lines(&self) -> f64 {
        self.names.len().div_ceil(self.columns) as f64
    }

    /// Returns the height of the names above plots, the same for all panels so that plots align.
    fn name_height(&self) -> f64 {
        let max_lines = self.names.iter().map(Vec::len).max().unwrap_or(0);
        max_lines as f64 * name_style().leading() + 2.0
    }

    fn legend_height(&self) -> f64 {
        self.legend
            .last()
            .map_or(0.0, |entry| (entry.line + 1) as f64 * LEGEND_LINE + 6.0)
    }

    /// Returns the height of a panel with its name, for a given total height.
    fn cell(&self, height: f64) -> f64 {
        (height - self.legend_height() - ROW_GAP * (self.lines() - 1.0)) / self.lines()
    }

    fn total_height(&self, panel: impl Fn(&trend::Layout<'a>) -> f64) -> f64 {
        let highest = self.panels.iter().map(panel).fold(0.0, f64::max);
        self.legend_height() + ROW_GAP * (self.lines() - 1.0) + (self.name_height() + highest) * self.lines()
    }

    /// Draws the legend of the dashed rules below all panels.
    fn draw_legend(&self, surface: &Surface, area: Area) -> Result<(), RenderError> {
        let top = area.bottom - self.legend_height() + 6.0;
        for entry in &self.legend {
            let (left, y) = (area.left + entry.left, top + (entry.line as f64 + 0.5) * LEGEND_LINE);
            let dashes = r#" stroke-dasharray="12 10""#;
            surface.group(
                "rule",
                dashes,
                |_| {},
                || surface.line(&[(left + 3.0, y - 8.0), (left + 3.0, y + 8.0)], Token::Soft, 1.25),
            )?;
            surface.text(&entry.text, (left + SYMBOL_WIDTH, y), legend_style())?;
        }
        Ok(())
    }
}

/// Returns the number of panels per row: as many as are readable, in rows of about equal length.
fn columns(count: usize, width: f64) -> usize {
    if width < ROOMY {
        return 1;
    }
    let max_columns = ((width + GUTTER) / (MIN_PANEL_WIDTH + GUTTER)) as usize;
    let max_columns = max_columns.clamp(2, MAX_COLUMNS);
    count.div_ceil(count.div_ceil(max_columns).max(1)).max(1)
}

/// Returns the distinct labels of all breaks that are drawn.
fn labels(all: &Panels) -> Vec<String> {
    let mut result: Vec<String> = Vec::new();
    for panel in &all.panels {
        let filled = trend::gaps::filled(&panel.trend);
        for (_, label) in trend::gaps::rules(&panel.trend, &filled) {
            if !label.is_empty() && !result.contains(&label) {
                result.push(label);
            }
        }
    }
    result
}

impl Body for Layout<'_> {
    fn height(&self) -> f64 {
        self.total_height(|panel| panel.min_height().max(panel.outer_height() + PLOT_HEIGHT))
    }

    fn min_height(&self) -> f64 {
        self.total_height(trend::Layout::min_height)
    }

    fn draw(&self, surface: &Surface, area: Area) -> Result<(), RenderError> {
        let names = self.name_height();
        let max_height = self
            .panels
            .first()
            .map_or(MAX_PLOT_HEIGHT, |panel| panel.outer_height() + MAX_PLOT_HEIGHT);
        let cell = self.cell(area.height()).min(max_height + names);
        for (index, (panel, name)) in self.panels.iter().zip(&self.names).enumerate() {
            let (column, line) = ((index % self.columns) as f64, (index / self.columns) as f64);
            let left = area.left + column * (self.column_width + GUTTER);
            let top = area.top + line * (cell + ROW_GAP);
            let inside = Area {
                left,
                right: left + self.column_width,
                top: top + names,
                bottom: top + cell,
            };
            let middle = top + name.len() as f64 * name_style().leading() / 2.0;
            surface.lines(name, (left, middle), name_style())?;
            surface.group("panel", "", |_| {}, || panel.draw(surface, inside))?;
        }
        self.draw_legend(surface, area)
    }
}

#[cfg(test)]
mod tests {
    use super::columns;

    #[test]
    fn panels_are_spread_evenly_over_rows() {
        assert_eq!(
            [1, 2, 4, 5, 8, 12].map(|count| columns(count, 720.0)),
            [1, 2, 2, 3, 3, 3]
        );
        assert_eq!([3, 4, 6, 12].map(|count| columns(count, 912.0)), [3, 4, 3, 4]);
        assert_eq!([1, 8].map(|count| columns(count, 300.0)), [1, 1]);
        assert_eq!(columns(3, 480.0), 2);
    }
}
