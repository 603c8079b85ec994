//! Small line charts side by side, all on the same axes.

use domain::Lang;
use domain::chart::Panels;

use crate::RenderError;
use crate::body::{Body, ROOMY};
use crate::fonts;
use crate::rows::{self, Entry, KEY};
use crate::surface::{Area, Surface, Type};
use crate::theme::Token;
use crate::trend::{self, Kind, Panel};

/// Narrowest panel where several stand side by side, in CSS px, and most panels in a row.
const LEAST_COLUMN: f64 = 190.0;
const MOST_COLUMNS: usize = 4;
/// Between panels, across and downwards.
const GUTTER: f64 = 24.0;
const BETWEEN: f64 = 14.0;
/// Height of a plot that may choose, the least, and the most.
const PLOT: f64 = 104.0;
const LEAST: f64 = 42.0;
const MOST: f64 = 260.0;
/// From a sign of the key to its text.
const SIGN: f64 = 14.0;

/// Measured panels.
pub(crate) struct Layout<'a> {
    panels: Vec<trend::Layout<'a>>,
    names: Vec<Vec<String>>,
    /// What the rules of breaks mean.
    entries: Vec<Entry>,
    columns: usize,
    column_width: f64,
}

fn name_look() -> Type {
    Type::new(14.0, Token::Ink).bold()
}

impl<'a> Layout<'a> {
    pub(crate) fn new(all: &'a Panels, lang: Lang, width: f64, height: Option<f64>) -> Result<Self, RenderError> {
        let kind = if all.ranks { Kind::Ranks } else { Kind::Scores };
        let count = all.panels.len();
        let columns = columns(count, width);
        let column_width = (width - GUTTER * (columns - 1) as f64) / columns as f64;
        let look = name_look();
        let mut names = Vec::with_capacity(count);
        let mut shared: Option<(f64, f64)> = None;
        for panel in &all.panels {
            names.push(fonts::wrap(&panel.label, look.face, look.size, column_width, 2)?);
            let (low, high) = trend::scale(&panel.trend, kind)?;
            shared = Some(shared.map_or((low, high), |(least, most)| (least.min(low), most.max(high))));
        }
        let labels = labels(all);
        let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
        let mut layout = Self {
            panels: Vec::new(),
            names,
            entries: rows::flow(&labels, SIGN, width)?,
            columns,
            column_width,
        };
        // Each panel says how much room it needs beside its plot; all get the largest.
        let (mut left, mut right) = (0.0, 0.0);
        loop {
            let cell = height.map(|height| layout.cell(height) - layout.name_height());
            let panel = Panel {
                breaks: false,
                left,
                right,
                least: LEAST,
                small: true,
                scale: shared,
                ..Panel::ALONE
            };
            let draw =
                |one: &'a domain::chart::Panel| trend::Layout::new(&one.trend, kind, lang, (column_width, cell), panel);
            layout.panels = all.panels.iter().map(draw).collect::<Result<_, _>>()?;
            let (before, after) = layout.sides();
            if before - left < 0.5 && after - right < 0.5 {
                return Ok(layout);
            }
            (left, right) = (before.max(left), after.max(right));
        }
    }

    /// The most room that a panel takes at the left and at the right of its plot.
    fn sides(&self) -> (f64, f64) {
        self.panels.iter().fold((0.0, 0.0), |(most_left, most_right), panel| {
            let (left, wide) = panel.extent();
            let right = self.column_width - left - wide;
            (f64::max(most_left, left), f64::max(most_right, right))
        })
    }

    fn lines(&self) -> f64 {
        self.names.len().div_ceil(self.columns) as f64
    }

    /// Height of the names above plots: the same for all, so that plots stand level.
    fn name_height(&self) -> f64 {
        let most = self.names.iter().map(Vec::len).max().unwrap_or(0);
        most as f64 * name_look().leading() + 2.0
    }

    fn key_height(&self) -> f64 {
        self.entries
            .last()
            .map_or(0.0, |entry| (entry.line + 1) as f64 * KEY + 6.0)
    }

    /// Height of a panel with its name, in a given height of all.
    fn cell(&self, height: f64) -> f64 {
        (height - self.key_height() - BETWEEN * (self.lines() - 1.0)) / self.lines()
    }

    fn with(&self, panel: impl Fn(&trend::Layout<'a>) -> f64) -> f64 {
        let highest = self.panels.iter().map(panel).fold(0.0, f64::max);
        self.key_height() + BETWEEN * (self.lines() - 1.0) + (self.name_height() + highest) * self.lines()
    }

    /// What the dashed rules mean, under all panels.
    fn draw_key(&self, surface: &Surface, area: Area) -> Result<(), RenderError> {
        let top = area.bottom - self.key_height() + 6.0;
        for entry in &self.entries {
            let (left, y) = (area.left + entry.left, top + (entry.line as f64 + 0.5) * KEY);
            let dashes = r#" stroke-dasharray="12 10""#;
            surface.group(
                "rule",
                dashes,
                |_| {},
                || surface.line(&[(left + 3.0, y - 8.0), (left + 3.0, y + 8.0)], Token::Soft, 1.25),
            )?;
            surface.text(&entry.text, (left + SIGN, y), rows::key_look())?;
        }
        Ok(())
    }
}

/// How many panels stand side by side: as many as are readable, in even rows.
fn columns(count: usize, width: f64) -> usize {
    if width < ROOMY {
        return 1;
    }
    let most = ((width + GUTTER) / (LEAST_COLUMN + GUTTER)) as usize;
    let most = most.clamp(2, MOST_COLUMNS);
    count.div_ceil(count.div_ceil(most).max(1)).max(1)
}

/// The labels of all breaks that are drawn, each once.
fn labels(all: &Panels) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for panel in &all.panels {
        let filled = trend::gaps::filled(&panel.trend);
        for (_, label) in trend::gaps::rules(&panel.trend, &filled) {
            if !label.is_empty() && !found.contains(&label) {
                found.push(label);
            }
        }
    }
    found
}

impl Body for Layout<'_> {
    fn height(&self) -> f64 {
        self.with(|panel| panel.least().max(panel.around() + PLOT))
    }

    fn least(&self) -> f64 {
        self.with(trend::Layout::least)
    }

    fn draw(&self, surface: &Surface, area: Area) -> Result<(), RenderError> {
        let names = self.name_height();
        let most = self.panels.first().map_or(MOST, |panel| panel.around() + MOST);
        let cell = self.cell(area.height()).min(most + names);
        for (index, (panel, name)) in self.panels.iter().zip(&self.names).enumerate() {
            let (column, line) = ((index % self.columns) as f64, (index / self.columns) as f64);
            let left = area.left + column * (self.column_width + GUTTER);
            let top = area.top + line * (cell + BETWEEN);
            let inside = Area {
                left,
                right: left + self.column_width,
                top: top + names,
                bottom: top + cell,
            };
            let middle = top + name.len() as f64 * name_look().leading() / 2.0;
            surface.lines(name, (left, middle), name_look())?;
            surface.group("panel", "", |_| {}, || panel.draw(surface, inside))?;
        }
        self.draw_key(surface, area)
    }
}

#[cfg(test)]
mod tests {
    use super::columns;

    #[test]
    fn rows_of_panels_are_even() {
        assert_eq!(
            [1, 2, 4, 5, 8, 12].map(|count| columns(count, 720.0)),
            [1, 2, 2, 3, 3, 3]
        );
        assert_eq!([3, 4, 6, 12].map(|count| columns(count, 912.0)), [3, 4, 3, 4]);
        assert_eq!([1, 8].map(|count| columns(count, 300.0)), [1, 1]);
        assert_eq!(columns(3, 480.0), 2);
    }
}
