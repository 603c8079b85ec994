//! What charts of rows have in common: names at the left (or above, where it is narrow), notes
//! in a column at the right, an axis with ticks, a key.

use domain::Lang;
use plotters::coord::ranged1d::Ranged as _;
use plotters::coord::types::RangedCoordf64;

use crate::RenderError;
use crate::body::ROOMY;
use crate::canvas::{Anchor, GroupStyle, UNITS};
use crate::fonts;
use crate::surface::{Area, Surface, Type};
use crate::theme::Token;
use crate::trend::axes::tick_texts;

/// Height of the texts of an axis, in CSS px.
pub(crate) const AXIS: f64 = 20.0;
/// Height of a line of a key, in CSS px.
pub(crate) const KEY: f64 = 21.0;
/// Space between a column of texts and the marks, in CSS px.
const APART: f64 = 12.0;
/// Between texts above the marks and the marks.
const ABOVE: f64 = 4.0;
/// Most of the width that names take beside the marks, and notes.
const NAMES: f64 = 0.34;
const NOTES: f64 = 0.18;
/// The same for names in a narrow column.
const NARROW_NAMES: f64 = 0.44;

/// Texts of a row as they arrive.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Said<'a> {
    pub(crate) label: &'a str,
    pub(crate) note: &'a str,
    pub(crate) bold: bool,
}

/// Texts of a row, broken into lines.
struct Head {
    label: Vec<String>,
    note: Vec<String>,
    bold: bool,
    /// Above the marks: the note ends the line that the label begins.
    together: bool,
}

/// The texts of all rows.
pub(crate) struct Heads {
    rows: Vec<Head>,
    beside: bool,
    label_width: f64,
    note_width: f64,
    size: f64,
}

fn note_look() -> Type {
    Type::new(13.0, Token::Ink)
}

impl Heads {
    /// Breaks the texts of `rows` for a width; `beside` puts them beside the marks.
    pub(crate) fn new(rows: &[Said<'_>], width: f64, beside: bool) -> Result<Self, RenderError> {
        let size = if width < ROOMY { 13.0 } else { 14.0 };
        let mut heads = Self {
            rows: Vec::with_capacity(rows.len()),
            beside,
            label_width: 0.0,
            note_width: 0.0,
            size,
        };
        for row in rows {
            let head = heads.head(row, width)?;
            let face = heads.look(&head).face;
            let widest = |lines: &[String], face, size| fonts::widest(lines.iter().map(String::as_str), face, size);
            heads.label_width = heads.label_width.max(widest(&head.label, face, size)?);
            heads.note_width = heads
                .note_width
                .max(widest(&head.note, note_look().face, note_look().size)?);
            heads.rows.push(head);
        }
        Ok(heads)
    }

    fn head(&self, row: &Said<'_>, width: f64) -> Result<Head, RenderError> {
        let look = self.look_of(row.bold);
        let small = note_look();
        let wrap = |max: f64| fonts::wrap(row.label, look.face, look.size, max, 3);
        let note = |max: f64| fonts::wrap(row.note, small.face, small.size, max, 3);
        let wide = small.width(row.note)?;
        let together = wide <= width * 0.4;
        let (label, note) = if self.beside {
            let names = if width < ROOMY { NARROW_NAMES } else { NAMES };
            (wrap(width * names)?, note((width * NOTES).max(72.0))?)
        } else if together {
            let room = if wide > 0.0 { width - wide - APART } else { width };
            (wrap(room)?, note(width)?)
        } else {
            (wrap(width)?, note(width)?)
        };
        Ok(Head {
            label,
            note,
            bold: row.bold,
            together,
        })
    }

    fn look_of(&self, bold: bool) -> Type {
        let look = Type::new(self.size, Token::Ink);
        if bold { look.bold() } else { look }
    }

    fn look(&self, head: &Head) -> Type {
        self.look_of(head.bold)
    }

    /// Room that the texts take at the left and at the right of the marks.
    pub(crate) fn sides(&self) -> (f64, f64) {
        let room = |width: f64| if width > 0.0 { width + APART } else { 0.0 };
        if self.beside {
            (room(self.label_width), room(self.note_width))
        } else {
            (0.0, 0.0)
        }
    }

    /// True when texts stand beside the marks: lines may run from row to row.
    pub(crate) fn beside(&self) -> bool {
        self.beside
    }

    /// Height above the marks, and least height of the row whose marks take `marks`.
    pub(crate) fn heights(&self, index: usize, marks: f64) -> (f64, f64) {
        let Some(head) = self.rows.get(index) else {
            return (0.0, marks);
        };
        // One line needs its letters, several their leading.
        let high = |lines: usize, look: Type| match lines {
            1 if self.beside => look.size,
            lines => lines as f64 * look.leading(),
        };
        let label = high(head.label.len(), self.look(head));
        let note = high(head.note.len(), note_look());
        if self.beside {
            (0.0, label.max(note).max(marks))
        } else {
            let above = if head.together { label.max(note) } else { label + note };
            (above + ABOVE, above + ABOVE + marks)
        }
    }

    /// Draws the texts of a row whose marks are centred on `middle`, in a row that begins at the
    /// top of `area`.
    pub(crate) fn draw(&self, surface: &Surface, index: usize, area: Area, middle: f64) -> Result<(), RenderError> {
        let Some(head) = self.rows.get(index) else {
            return Ok(());
        };
        let (look, small) = (self.look(head), note_look());
        let label = head.label.len() as f64 * look.leading();
        let note = head.note.len() as f64 * small.leading();
        let (label_at, note_at, left) = if self.beside {
            (middle, middle, area.right)
        } else if head.together {
            (area.top + label / 2.0, area.top + look.leading() / 2.0, area.right)
        } else {
            (area.top + label / 2.0, area.top + label + note / 2.0, area.left)
        };
        surface.lines(&head.label, (area.left, label_at), look)?;
        let anchor = if left > area.left { Anchor::End } else { Anchor::Start };
        surface.lines(&head.note, (left, note_at), small.anchor(anchor))
    }
}

/// Ticks of an axis with their texts, as many as have room in `width`.
pub(crate) fn ticks((low, high): (f64, f64), width: f64, lang: Lang) -> Result<Vec<(f64, String)>, RenderError> {
    let look = axis_look();
    let mut found = Vec::new();
    for most in [9, 6, 5, 4, 3, 2] {
        let values = RangedCoordf64::from(low..high).key_points(most);
        let texts = tick_texts(&values, lang);
        let widest = fonts::widest(texts.iter().map(String::as_str), look.face, look.size)?;
        let apart = match values[..] {
            [first, second, ..] => (second - first) / (high - low) * width,
            _ => width,
        };
        found = values.into_iter().zip(texts).collect();
        if apart >= widest + 18.0 {
            break;
        }
        found.truncate(1);
    }
    Ok(found)
}

fn axis_look() -> Type {
    Type::new(12.0, Token::Soft)
}

/// Half of the widest tick text: how far it reaches out of the plot.
pub(crate) fn overhang(ticks: &[(f64, String)]) -> Result<f64, RenderError> {
    let look = axis_look();
    Ok(fonts::widest(ticks.iter().map(|(_, text)| text.as_str()), look.face, look.size)? / 2.0)
}

/// Texts of ticks around the line `y`; `x` says where a value stands.
pub(crate) fn axis(
    surface: &Surface,
    ticks: &[(f64, String)],
    y: f64,
    x: impl Fn(f64) -> f64,
) -> Result<(), RenderError> {
    let quiet = |look: &mut GroupStyle| {
        look.fill = Some(Token::Soft);
        look.font_size = (axis_look().size * UNITS) as u32;
        look.anchor = Anchor::Middle;
    };
    surface.group("axis", "", quiet, || {
        for (value, text) in ticks {
            surface.text(text, (x(*value), y), axis_look().anchor(Anchor::Middle))?;
        }
        Ok(())
    })
}

/// Vertical lines at the ticks from top to bottom of each strip, as one path.
pub(crate) fn grid(
    surface: &Surface,
    ticks: &[(f64, String)],
    strips: &[(f64, f64)],
    x: impl Fn(f64) -> f64,
) -> Result<(), RenderError> {
    let x = &x;
    let points: Vec<(f64, f64)> = ticks
        .iter()
        .flat_map(|(value, _)| {
            strips
                .iter()
                .flat_map(|(top, bottom)| [(x(*value), *top), (x(*value), *bottom)])
        })
        .collect();
    if points.is_empty() {
        return Ok(());
    }
    let cuts = (2..points.len()).step_by(2).collect();
    surface.strokes(points, cuts, Token::Line, 1.0)
}

/// Texts of a key.
pub(crate) fn key_look() -> Type {
    Type::new(13.0, Token::Ink)
}

/// One entry of a key: its text, its left end and its line.
pub(crate) struct Entry {
    pub(crate) text: String,
    pub(crate) left: f64,
    pub(crate) line: usize,
}

/// Sets entries with a sign of this width in as many lines as they need.
pub(crate) fn flow(texts: &[&str], sign: f64, width: f64) -> Result<Vec<Entry>, RenderError> {
    let look = key_look();
    let (mut left, mut line) = (0.0, 0);
    let mut entries = Vec::with_capacity(texts.len());
    for text in texts {
        let text = fonts::cut(text, look.face, look.size, width - sign)?;
        let wide = sign + look.width(&text)?;
        if left > 0.0 && left + wide > width {
            (left, line) = (0.0, line + 1);
        }
        entries.push(Entry { text, left, line });
        left += wide + 20.0;
    }
    Ok(entries)
}

/// Height of a key with the space under it.
pub(crate) fn key_height(entries: &[Entry]) -> f64 {
    entries.last().map_or(0.0, |entry| (entry.line + 1) as f64 * KEY + 8.0)
}
