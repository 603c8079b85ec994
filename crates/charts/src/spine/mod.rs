//! A province's position in each table: one row per table with its values, and the table's strip beside or below them.

mod texts;

use domain::chart::Spine;

use self::texts::{
    COLUMNS, Column, SHAPE_WIDTH, change_shape, column_style, column_text, heading_style, note_style, shape_width,
    widest,
};
use crate::RenderError;
use crate::area::Area;
use crate::body::Body;
use crate::fonts::{self, Face};
use crate::shape::Shape;
use crate::style::Anchor;
use crate::surface::Surface;
use crate::theme::Token;
use crate::track::{self, Track};

/// Width from which texts are beside the strips, in CSS px.
const WIDE_LAYOUT: f64 = 640.0;
/// Natural, minimum and maximum height of a row.
const ROW_HEIGHT: f64 = 46.0;
const MIN_ROW_HEIGHT: f64 = 24.0;
const MAX_ROW_HEIGHT: f64 = 76.0;
/// Height of the headings, and of the legend below the rows.
const HEADINGS_HEIGHT: f64 = 40.0;
const LEGEND_HEIGHT: f64 = 24.0;
/// Space between two columns, and between texts and strips.
const GAP: f64 = 14.0;
/// Narrow layout: height of a line of values, height of a strip below it, and space between rows.
const VALUE_LINE: f64 = 20.0;
const STRIP_HEIGHT: f64 = 22.0;
const ROW_GAP: f64 = 16.0;
/// Height added to each row for the line above it.
const SEPARATOR: f64 = 4.0;
/// Maximum share of the width for a column of texts.
const MAX_COLUMN_SHARE: f64 = 0.2;
/// Margin at both ends of a strip for marks that extend past it.
const MARGIN: f64 = 8.0;

/// The rows laid out for one width.
pub(crate) struct Layout<'a> {
    spine: &'a Spine,
    width: f64,
    wide_layout: bool,
    /// Texts of each row by column, broken into lines.
    texts: Vec<[Vec<String>; 5]>,
    headings: [Vec<String>; 5],
    /// Width of each column of texts.
    widths: [f64; 5],
    /// Notes of rows without strips, broken into lines.
    notes: Vec<Vec<String>>,
}

impl<'a> Layout<'a> {
    pub(crate) fn new(spine: &'a Spine, width: f64) -> Result<Self, RenderError> {
        for row in &spine.rows {
            track::check(&row.strip, &row.label)?;
        }
        let wide_layout = width >= WIDE_LAYOUT;
        let max_width = if wide_layout {
            width * MAX_COLUMN_SHARE
        } else {
            width - SHAPE_WIDTH
        };
        let mut layout = Self {
            spine,
            width,
            wide_layout,
            texts: Vec::with_capacity(spine.rows.len()),
            headings: Default::default(),
            widths: [0.0; 5],
            notes: Vec::new(),
        };
        for row in &spine.rows {
            let mut texts: [Vec<String>; 5] = Default::default();
            for (at, column) in COLUMNS.into_iter().enumerate() {
                let style = column_style(column);
                texts[at] = fonts::wrap(column_text(row, column), style.face, style.size, max_width, 3)?;
                let text_width = widest(&texts[at], style)? + shape_width(row, column);
                layout.widths[at] = layout.widths[at].max(text_width);
            }
            layout.texts.push(texts);
        }
        if wide_layout {
            layout.break_headings()?;
        }
        let note_width = if wide_layout {
            layout.strip(0.0).1 - layout.strip(0.0).0
        } else {
            width
        };
        for row in &spine.rows {
            let style = note_style();
            layout
                .notes
                .push(fonts::wrap(&row.note, style.face, style.size, note_width, 2)?);
        }
        Ok(layout)
    }

    /// Breaks the headings; columns become at least as wide as the longest word of their heading.
    fn break_headings(&mut self) -> Result<(), RenderError> {
        let style = heading_style();
        for (at, text) in self.spine.heads.iter().enumerate() {
            let word = fonts::widest(text.split_whitespace(), style.face, style.size)?;
            // Wide enough that two lines do not cut off a word.
            let half = style.width(text)? * 0.6;
            self.widths[at] = self.widths[at].max(word.max(half).min(self.width * MAX_COLUMN_SHARE) + 1.0);
            self.headings[at] = fonts::wrap(text, style.face, style.size, self.widths[at], 2)?;
        }
        Ok(())
    }

    /// Returns the left and right ends of the strips, from the left end of the chart.
    fn strip(&self, left: f64) -> (f64, f64) {
        if !self.wide_layout {
            return (left + MARGIN, left + self.width - MARGIN);
        }
        let texts: f64 = self.widths.iter().map(|width| width + GAP).sum();
        (left + texts + MARGIN + GAP, left + self.width - MARGIN)
    }

    /// Returns the position and the anchor of a column's texts.
    fn column(&self, at: usize, left: f64) -> (f64, Anchor) {
        let before: f64 = self.widths[..at].iter().map(|width| width + GAP).sum();
        match COLUMNS[at] {
            Column::Label => (left + before, Anchor::Start),
            Column::Year | Column::Value | Column::Rank | Column::Change => {
                (left + before + self.widths[at], Anchor::End)
            }
        }
    }

    /// Returns the height of a row's texts.
    fn text_height(&self, row: usize) -> f64 {
        let height = |at: usize| self.texts[row][at].len() as f64 * column_style(COLUMNS[at]).leading();
        let note = self.notes[row].len() as f64 * note_style().leading();
        if self.wide_layout {
            return (0..5).map(height).fold(note, f64::max);
        }
        // Name and year in one line, values in the next, then the strip or the note.
        height(0).max(VALUE_LINE)
            + VALUE_LINE * self.value_lines(row).len() as f64
            + if note > 0.0 { note } else { STRIP_HEIGHT }
    }

    /// Returns the columns of values by line in the narrow layout, as many in each line as fit.
    fn value_lines(&self, row: usize) -> Vec<Vec<usize>> {
        let cell_width = |at: usize| {
            let text_width = widest(&self.texts[row][at], column_style(COLUMNS[at])).unwrap_or(0.0);
            text_width + shape_width(&self.spine.rows[row], COLUMNS[at]) + GAP
        };
        let mut lines: Vec<(f64, Vec<usize>)> = Vec::new();
        for at in [1, 2, 3, 4] {
            if at == 1 && self.year_fits_beside_name(row) {
                continue;
            }
            if self.texts[row][at].is_empty() && shape_width(&self.spine.rows[row], COLUMNS[at]) == 0.0 {
                continue;
            }
            match lines.last_mut() {
                Some((used, line)) if *used + cell_width(at) <= self.width => {
                    *used += cell_width(at);
                    line.push(at);
                }
                _ => lines.push((cell_width(at), vec![at])),
            }
        }
        lines.into_iter().map(|(_, line)| line).collect()
    }

    /// Returns true if, in the narrow layout, the year fits at the end of the name's line.
    fn year_fits_beside_name(&self, row: usize) -> bool {
        let cell_width = |at: usize| widest(&self.texts[row][at], column_style(COLUMNS[at])).unwrap_or(f64::MAX);
        self.texts[row][1].len() < 2 && cell_width(0) + GAP + cell_width(1) <= self.width
    }

    fn above(&self) -> f64 {
        if self.wide_layout { HEADINGS_HEIGHT } else { VALUE_LINE }
    }

    fn below(&self) -> f64 {
        if self.spine.hollow.is_empty() {
            0.0
        } else {
            LEGEND_HEIGHT
        }
    }

    fn total_height(&self, row_height: f64, gap: f64) -> f64 {
        let rows = (0..self.spine.rows.len()).map(|row| {
            if self.wide_layout {
                self.text_height(row).max(row_height) + SEPARATOR
            } else {
                self.text_height(row) + gap
            }
        });
        self.above() + rows.sum::<f64>() + self.below()
    }

    /// Draws the headings of the columns and the labels of the strips' ends.
    fn draw_headings(&self, surface: &Surface, area: Area) -> Result<(), RenderError> {
        let y = area.top + self.above() - 10.0;
        if self.wide_layout {
            let style = heading_style();
            for (at, lines) in self.headings.iter().enumerate() {
                let (x, anchor) = self.column(at, area.left);
                let middle = y - (lines.len().saturating_sub(1)) as f64 * style.leading() / 2.0;
                surface.lines(lines, (x, middle), style.anchor(anchor))?;
            }
        }
        let (left, right) = self.strip(area.left);
        let (left, right) = (left - MARGIN, right + MARGIN);
        let style = heading_style();
        let half = (right - left) / 2.0 - 4.0;
        let [worse, better] = [&self.spine.worse, &self.spine.better];
        surface.text(&fonts::cut(worse, style.face, style.size, half)?, (left, y), style)?;
        let better = fonts::cut(better, style.face, style.size, half)?;
        surface.text(&better, (right, y), style.anchor(Anchor::End))
    }

    /// Draws a row with its texts beside its strip.
    fn draw_beside(&self, surface: &Surface, row: usize, area: Area) -> Result<(), RenderError> {
        let middle = f64::midpoint(area.top, area.bottom);
        for at in 0..5 {
            let (x, anchor) = self.column(at, area.left);
            self.cell(surface, (row, at), (x, middle), anchor)?;
        }
        let (left, right) = self.strip(area.left);
        let half = (area.height() * 0.24).clamp(8.0, 16.0);
        let strip = Area {
            left,
            right,
            top: middle - half,
            bottom: middle + half,
        };
        self.marks(surface, row, strip)
    }

    /// Draws a row with its texts above its strip.
    fn draw_stacked(&self, surface: &Surface, row: usize, area: Area) -> Result<(), RenderError> {
        let texts = &self.texts[row];
        let label = column_style(COLUMNS[0]);
        let height = (texts[0].len() as f64 * label.leading()).max(VALUE_LINE);
        surface.lines(&texts[0], (area.left, area.top + height / 2.0), label)?;
        if self.year_fits_beside_name(row) {
            let year = column_style(COLUMNS[1]).anchor(Anchor::End);
            surface.lines(&texts[1], (area.right, area.top + VALUE_LINE / 2.0), year)?;
        }
        let mut y = area.top + height;
        for line in self.value_lines(row) {
            let mut x = area.left;
            for at in line {
                self.cell(surface, (row, at), (x, y + VALUE_LINE / 2.0), Anchor::Start)?;
                let shape = shape_width(&self.spine.rows[row], COLUMNS[at]);
                x += widest(&texts[at], column_style(COLUMNS[at]))? + shape + GAP;
            }
            y += VALUE_LINE;
        }
        let (left, right) = self.strip(area.left);
        let strip = Area {
            left,
            right,
            top: y + 2.0,
            bottom: y + STRIP_HEIGHT,
        };
        self.marks(surface, row, strip)
    }

    /// Draws one text; a change has its shape in front.
    fn cell(
        &self,
        surface: &Surface,
        (row, at): (usize, usize),
        (x, y): (f64, f64),
        anchor: Anchor,
    ) -> Result<(), RenderError> {
        let (lines, style) = (&self.texts[row][at], column_style(COLUMNS[at]));
        let spine_row = &self.spine.rows[row];
        let symbol_width = shape_width(spine_row, COLUMNS[at]);
        if symbol_width == 0.0 {
            return surface.lines(lines, (x, y), style.anchor(anchor));
        }
        let start = match anchor {
            Anchor::End => x - widest(lines, style)? - symbol_width,
            Anchor::Start | Anchor::Middle => x,
        };
        change_shape(surface, &spine_row.change, (start + 5.0, y))?;
        surface.lines(lines, (start + symbol_width, y), style)
    }

    fn marks(&self, surface: &Surface, row: usize, area: Area) -> Result<(), RenderError> {
        let strip = &self.spine.rows[row].strip;
        if strip.marks.is_empty() {
            let middle = f64::midpoint(area.top, area.bottom);
            return surface.lines(&self.notes[row], (area.left - MARGIN, middle), note_style());
        }
        let track = Track {
            radius: (area.height() * 0.3).clamp(5.0, 7.5),
            mark: 1.25,
            tips: false,
        };
        track.draw(surface, strip, area).map(drop)
    }

    fn draw_legend(&self, surface: &Surface, area: Area) -> Result<(), RenderError> {
        if self.spine.hollow.is_empty() {
            return Ok(());
        }
        let y = area.bottom - LEGEND_HEIGHT / 2.0;
        let style = heading_style();
        surface.marker(Shape::Circle, (area.left + 6.0, y), 4.5, Token::S1)?;
        surface.marker(Shape::Circle, (area.left + 6.0, y), 2.9, Token::Card)?;
        let text = fonts::cut(&self.spine.hollow, Face::Regular, style.size, area.width() - 18.0)?;
        surface.text(&text, (area.left + 17.0, y), style)
    }
}

impl Body for Layout<'_> {
    fn height(&self) -> f64 {
        self.total_height(ROW_HEIGHT, ROW_GAP)
    }

    fn min_height(&self) -> f64 {
        self.total_height(MIN_ROW_HEIGHT, 6.0)
    }

    fn draw(&self, surface: &Surface, area: Area) -> Result<(), RenderError> {
        self.draw_headings(surface, area)?;
        let extra = (area.height() - self.total_height(0.0, 0.0)) / self.spine.rows.len() as f64;
        let mut y = area.top + self.above();
        for row in 0..self.spine.rows.len() {
            let text_height = self.text_height(row);
            let height = if self.wide_layout {
                self.row_height(area.height(), row)
            } else {
                text_height + extra.clamp(0.0, ROW_GAP * 2.0)
            };
            let line = [(area.left, y), (area.right, y)];
            surface.line(&line, Token::Line, 1.0)?;
            let row_area = Area {
                top: y + 2.0,
                bottom: y + height - 2.0,
                ..area
            };
            if self.wide_layout {
                self.draw_beside(surface, row, row_area)?;
            } else {
                self.draw_stacked(surface, row, row_area)?;
            }
            y += height;
        }
        self.draw_legend(surface, area)
    }
}

impl Layout<'_> {
    /// Returns the height of a row in the wide layout, for a given height of the chart: all rows have the same minimum,
    /// the largest for which there is space.
    fn row_height(&self, height: f64, row: usize) -> f64 {
        let available = height - self.above() - self.below();
        let total = |min_height: f64| -> f64 {
            let rows = 0..self.spine.rows.len();
            rows.map(|row| self.text_height(row).max(min_height) + SEPARATOR).sum()
        };
        let mut min_height = MAX_ROW_HEIGHT;
        while min_height > MIN_ROW_HEIGHT && total(min_height) > available {
            min_height -= 1.0;
        }
        self.text_height(row).max(min_height) + SEPARATOR
    }
}
