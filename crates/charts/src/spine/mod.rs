//! Where a province stands: a row per table with its figures, and the strip of the table beside or under them.

mod texts;

use domain::chart::Spine;

use self::texts::{COLUMNS, Column, SHAPE, change_shape, head_look, look, note_look, shape_room, text, widest};
use crate::RenderError;
use crate::body::Body;
use crate::canvas::Anchor;
use crate::fonts::{self, Face};
use crate::surface::{Area, Shape, Surface};
use crate::theme::Token;
use crate::track::{self, Track};

/// Width from which figures stand beside the strips, in CSS px.
const BESIDE: f64 = 640.0;
/// Height of a row that may choose, the least, and the most.
const ROW: f64 = 46.0;
const LEAST_ROW: f64 = 24.0;
const MOST_ROW: f64 = 76.0;
/// Height of the line of headings, and of the key under the rows.
const HEADS: f64 = 40.0;
const KEY: f64 = 24.0;
/// Between two columns, and between texts and strips.
const APART: f64 = 14.0;
/// Height of a line of figures and of a strip under it, where it is narrow, and what is between rows.
const LINE: f64 = 20.0;
const UNDER: f64 = 22.0;
const BETWEEN: f64 = 16.0;
/// Added to each row for the line above it.
const LINES: f64 = 4.0;
/// Most of the width that a column of texts takes.
const WIDEST: f64 = 0.2;
/// Room at both ends of a strip for marks that reach out.
const SIDE: f64 = 8.0;

/// Measured rows.
pub(crate) struct Layout<'a> {
    spine: &'a Spine,
    width: f64,
    beside: bool,
    /// Texts of each row, a column each, broken into lines.
    texts: Vec<[Vec<String>; 5]>,
    heads: [Vec<String>; 5],
    /// Width of each column of texts.
    widths: [f64; 5],
    /// Notes in place of strips.
    notes: Vec<Vec<String>>,
}

impl<'a> Layout<'a> {
    pub(crate) fn new(spine: &'a Spine, width: f64) -> Result<Self, RenderError> {
        for row in &spine.rows {
            track::check(&row.strip, &row.label)?;
        }
        let beside = width >= BESIDE;
        let most = if beside { width * WIDEST } else { width - SHAPE };
        let mut layout = Self {
            spine,
            width,
            beside,
            texts: Vec::with_capacity(spine.rows.len()),
            heads: Default::default(),
            widths: [0.0; 5],
            notes: Vec::new(),
        };
        for row in &spine.rows {
            let mut texts: [Vec<String>; 5] = Default::default();
            for (at, column) in COLUMNS.into_iter().enumerate() {
                let look = look(column);
                texts[at] = fonts::wrap(text(row, column), look.face, look.size, most, 3)?;
                let wide = widest(&texts[at], look)? + shape_room(row, column);
                layout.widths[at] = layout.widths[at].max(wide);
            }
            layout.texts.push(texts);
        }
        if beside {
            layout.head()?;
        }
        let room = if beside {
            layout.strip(0.0).1 - layout.strip(0.0).0
        } else {
            width
        };
        for row in &spine.rows {
            let look = note_look();
            layout
                .notes
                .push(fonts::wrap(&row.note, look.face, look.size, room, 2)?);
        }
        Ok(layout)
    }

    /// Headings are as wide as their columns, or as their longest word.
    fn head(&mut self) -> Result<(), RenderError> {
        let look = head_look();
        for (at, text) in self.spine.heads.iter().enumerate() {
            let word = fonts::widest(text.split_whitespace(), look.face, look.size)?;
            // In two lines no word is cut.
            let half = look.width(text)? * 0.6;
            self.widths[at] = self.widths[at].max(word.max(half).min(self.width * WIDEST) + 1.0);
            self.heads[at] = fonts::wrap(text, look.face, look.size, self.widths[at], 2)?;
        }
        Ok(())
    }

    /// Left and right end of the strips, from the left end of the picture.
    fn strip(&self, left: f64) -> (f64, f64) {
        if !self.beside {
            return (left + SIDE, left + self.width - SIDE);
        }
        let texts: f64 = self.widths.iter().map(|width| width + APART).sum();
        (left + texts + SIDE + APART, left + self.width - SIDE)
    }

    /// Where the texts of a column begin or end.
    fn column(&self, at: usize, left: f64) -> (f64, Anchor) {
        let before: f64 = self.widths[..at].iter().map(|width| width + APART).sum();
        match COLUMNS[at] {
            Column::Label => (left + before, Anchor::Start),
            Column::Year | Column::Value | Column::Rank | Column::Change => {
                (left + before + self.widths[at], Anchor::End)
            }
        }
    }

    /// Height of the texts of a row.
    fn tall(&self, row: usize) -> f64 {
        let high = |at: usize| self.texts[row][at].len() as f64 * look(COLUMNS[at]).leading();
        let note = self.notes[row].len() as f64 * note_look().leading();
        if self.beside {
            return (0..5).map(high).fold(note, f64::max);
        }
        // Name and year in a line, figures in the next, strip or note under them.
        high(0).max(LINE) + LINE * self.figures(row).len() as f64 + if note > 0.0 { note } else { UNDER }
    }

    /// Narrow: the columns of figures by line, as many in each as fit.
    fn figures(&self, row: usize) -> Vec<Vec<usize>> {
        let wide = |at: usize| {
            let own = widest(&self.texts[row][at], look(COLUMNS[at])).unwrap_or(0.0);
            own + shape_room(&self.spine.rows[row], COLUMNS[at]) + APART
        };
        let mut lines: Vec<(f64, Vec<usize>)> = Vec::new();
        for at in [1, 2, 3, 4] {
            if at == 1 && self.year_above(row) {
                continue;
            }
            if self.texts[row][at].is_empty() && shape_room(&self.spine.rows[row], COLUMNS[at]) == 0.0 {
                continue;
            }
            match lines.last_mut() {
                Some((used, line)) if *used + wide(at) <= self.width => {
                    *used += wide(at);
                    line.push(at);
                }
                _ => lines.push((wide(at), vec![at])),
            }
        }
        lines.into_iter().map(|(_, line)| line).collect()
    }

    /// Narrow: the year stands at the end of the line of the name.
    fn year_above(&self, row: usize) -> bool {
        let wide = |at: usize| widest(&self.texts[row][at], look(COLUMNS[at])).unwrap_or(f64::MAX);
        self.texts[row][1].len() < 2 && wide(0) + APART + wide(1) <= self.width
    }

    fn above(&self) -> f64 {
        if self.beside { HEADS } else { LINE }
    }

    fn below(&self) -> f64 {
        if self.spine.hollow.is_empty() { 0.0 } else { KEY }
    }

    fn with(&self, row_height: f64, between: f64) -> f64 {
        let rows = (0..self.spine.rows.len()).map(|row| {
            if self.beside {
                self.tall(row).max(row_height) + LINES
            } else {
                self.tall(row) + between
            }
        });
        self.above() + rows.sum::<f64>() + self.below()
    }

    /// Headings of the columns, and what the ends of the strips are.
    fn draw_heads(&self, surface: &Surface, area: Area) -> Result<(), RenderError> {
        let y = area.top + self.above() - 10.0;
        if self.beside {
            let look = head_look();
            for (at, lines) in self.heads.iter().enumerate() {
                let (x, anchor) = self.column(at, area.left);
                let middle = y - (lines.len().saturating_sub(1)) as f64 * look.leading() / 2.0;
                surface.lines(lines, (x, middle), look.anchor(anchor))?;
            }
        }
        let (left, right) = self.strip(area.left);
        let (left, right) = (left - SIDE, right + SIDE);
        let look = head_look();
        let half = (right - left) / 2.0 - 4.0;
        let [worse, better] = [&self.spine.worse, &self.spine.better];
        surface.text(&fonts::cut(worse, look.face, look.size, half)?, (left, y), look)?;
        let better = fonts::cut(better, look.face, look.size, half)?;
        surface.text(&better, (right, y), look.anchor(Anchor::End))
    }

    /// A row whose texts stand beside its strip.
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

    /// A row whose texts stand above its strip.
    fn draw_under(&self, surface: &Surface, row: usize, area: Area) -> Result<(), RenderError> {
        let texts = &self.texts[row];
        let label = look(COLUMNS[0]);
        let high = (texts[0].len() as f64 * label.leading()).max(LINE);
        surface.lines(&texts[0], (area.left, area.top + high / 2.0), label)?;
        if self.year_above(row) {
            let year = look(COLUMNS[1]).anchor(Anchor::End);
            surface.lines(&texts[1], (area.right, area.top + LINE / 2.0), year)?;
        }
        let mut y = area.top + high;
        for line in self.figures(row) {
            let mut x = area.left;
            for at in line {
                self.cell(surface, (row, at), (x, y + LINE / 2.0), Anchor::Start)?;
                let shape = shape_room(&self.spine.rows[row], COLUMNS[at]);
                x += widest(&texts[at], look(COLUMNS[at]))? + shape + APART;
            }
            y += LINE;
        }
        let (left, right) = self.strip(area.left);
        let strip = Area {
            left,
            right,
            top: y + 2.0,
            bottom: y + UNDER,
        };
        self.marks(surface, row, strip)
    }

    /// One text, with the shape before it where it is a change.
    fn cell(
        &self,
        surface: &Surface,
        (row, at): (usize, usize),
        (x, y): (f64, f64),
        anchor: Anchor,
    ) -> Result<(), RenderError> {
        let (lines, own) = (&self.texts[row][at], look(COLUMNS[at]));
        let about = &self.spine.rows[row];
        let room = shape_room(about, COLUMNS[at]);
        if room == 0.0 {
            return surface.lines(lines, (x, y), own.anchor(anchor));
        }
        let start = match anchor {
            Anchor::End => x - widest(lines, own)? - room,
            Anchor::Start | Anchor::Middle => x,
        };
        surface.tip(&about.change.words)?;
        change_shape(surface, about.change.sign, (start + 5.0, y))?;
        surface.lines(lines, (start + room, y), own)
    }

    fn marks(&self, surface: &Surface, row: usize, area: Area) -> Result<(), RenderError> {
        let strip = &self.spine.rows[row].strip;
        if strip.marks.is_empty() {
            let middle = f64::midpoint(area.top, area.bottom);
            return surface.lines(&self.notes[row], (area.left - SIDE, middle), note_look());
        }
        let track = Track {
            radius: (area.height() * 0.3).clamp(5.0, 7.5),
            mark: 1.25,
            tips: false,
        };
        track.draw(surface, strip, area)
    }

    fn draw_hollow(&self, surface: &Surface, area: Area) -> Result<(), RenderError> {
        if self.spine.hollow.is_empty() {
            return Ok(());
        }
        let y = area.bottom - KEY / 2.0;
        let look = head_look();
        surface.marker(Shape::Circle, (area.left + 6.0, y), 4.5, Token::S1)?;
        surface.marker(Shape::Circle, (area.left + 6.0, y), 2.9, Token::Card)?;
        let says = fonts::cut(&self.spine.hollow, Face::Regular, look.size, area.width() - 18.0)?;
        surface.text(&says, (area.left + 17.0, y), look)
    }
}

impl Body for Layout<'_> {
    fn height(&self) -> f64 {
        self.with(ROW, BETWEEN)
    }

    fn least(&self) -> f64 {
        self.with(LEAST_ROW, 6.0)
    }

    fn draw(&self, surface: &Surface, area: Area) -> Result<(), RenderError> {
        self.draw_heads(surface, area)?;
        let spare = (area.height() - self.with(0.0, 0.0)) / self.spine.rows.len() as f64;
        let mut y = area.top + self.above();
        for row in 0..self.spine.rows.len() {
            let tall = self.tall(row);
            let high = if self.beside {
                self.row_height(area.height(), row)
            } else {
                tall + spare.clamp(0.0, BETWEEN * 2.0)
            };
            let line = [(area.left, y), (area.right, y)];
            surface.line(&line, Token::Line, 1.0)?;
            let own = Area {
                top: y + 2.0,
                bottom: y + high - 2.0,
                ..area
            };
            if self.beside {
                self.draw_beside(surface, row, own)?;
            } else {
                self.draw_under(surface, row, own)?;
            }
            y += high;
        }
        self.draw_hollow(surface, area)
    }
}

impl Layout<'_> {
    /// Height of a row where texts stand beside strips, in a picture of this height: all have the same least, the
    /// most for which there is room.
    fn row_height(&self, height: f64, row: usize) -> f64 {
        let room = height - self.above() - self.below();
        let total = |least: f64| -> f64 {
            let rows = 0..self.spine.rows.len();
            rows.map(|row| self.tall(row).max(least) + LINES).sum()
        };
        let mut least = MOST_ROW;
        while least > LEAST_ROW && total(least) > room {
            least -= 1.0;
        }
        self.tall(row).max(least) + LINES
    }
}
