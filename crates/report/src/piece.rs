//! Pieces of a report: the units that are not split across pages.

use crate::{
    faces::{Faces, Weight},
    lines::{TextStyle, break_lines},
    picture::Picture,
};

/// Line height, as a multiple of the font size.
pub(crate) const LEADING: f32 = 1.3;
/// Distance from the top of a line to its baseline, as a multiple of the font size.
const BASELINE: f32 = 0.98;
/// Maximum number of lines of one text, more than any real text has: limits runaway input.
pub(crate) const MAX_LINES: usize = 14;

/// The role of a piece in the tag tree. The numbers identify the list or table it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Title,
    Text,
    /// Heading of the section with this index.
    Heading(usize),
    Figure,
    Item(usize),
    NumberedItem(usize),
    Caption(usize),
    Head(usize),
    Row(usize),
}

impl Kind {
    /// Returns the number of the table that the piece belongs to; `None` if it belongs to none.
    pub(crate) const fn table(self) -> Option<usize> {
        match self {
            Self::Caption(table) | Self::Head(table) | Self::Row(table) => Some(table),
            _ => None,
        }
    }
}

/// Colour of a text or line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    Ink,
    Soft,
    Accent,
    Line,
}

/// A line of text, positioned within its piece.
#[derive(Clone, Debug)]
pub(crate) struct Words {
    pub(crate) x: f32,
    /// Baseline, measured from the top of the piece.
    pub(crate) y: f32,
    pub(crate) style: TextStyle,
    pub(crate) tone: Tone,
    /// Cleaned text; ends in a space if it continues on the next line.
    pub(crate) text: String,
}

/// A part of a piece that assistive technology treats as one element: a cell, a label, a list body.
#[derive(Clone, Debug, Default)]
pub(crate) struct Part {
    pub(crate) words: Vec<Words>,
    /// Link target.
    pub(crate) link: Option<String>,
}

/// A block of content that is not split across pages.
#[derive(Clone, Debug)]
pub(crate) struct Piece {
    pub(crate) kind: Kind,
    /// Space above the piece, omitted at the top of a page.
    pub(crate) space_above: f32,
    pub(crate) height: f32,
    /// The piece must not be the last on a page.
    pub(crate) keep_with_next: bool,
    pub(crate) parts: Vec<Part>,
    /// A chart, drawn instead of text.
    pub(crate) picture: Option<Picture>,
    /// Thickness of the rule below the piece, in points; `None` for no rule.
    pub(crate) rule_below: Option<f32>,
    /// Index of the section, for the outline and the note about omissions.
    pub(crate) section: usize,
}

/// Position, width and appearance of a text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TextBox {
    pub(crate) x: f32,
    pub(crate) width: f32,
    pub(crate) style: TextStyle,
    pub(crate) tone: Tone,
    pub(crate) align_right: bool,
}

/// Breaks a text into lines from `top` downwards; returns them and their height.
pub(crate) fn typeset(faces: &Faces, text: &str, text_box: TextBox, top: f32) -> (Part, f32) {
    let size = text_box.style.size;
    let lines = break_lines(faces, &faces.clean(text), text_box.style, text_box.width, MAX_LINES);
    let last = lines.len() - 1;
    let mut words = Vec::with_capacity(lines.len());
    for (i, mut text) in lines.into_iter().enumerate() {
        let line_width = faces.width(&text, text_box.style.weight, size);
        let row = f32::from(u16::try_from(i).unwrap_or(u16::MAX));
        if i < last {
            text.push(' ');
        }
        words.push(Words {
            x: text_box.x
                + if text_box.align_right {
                    text_box.width - line_width
                } else {
                    0.0
                },
            y: top + (row * LEADING + BASELINE) * size,
            style: text_box.style,
            tone: text_box.tone,
            text,
        });
    }
    let rows = f32::from(u16::try_from(words.len()).unwrap_or(u16::MAX));
    (Part { words, link: None }, rows * LEADING * size)
}

/// Regular weight at the given size.
pub(crate) const fn regular(size: f32) -> TextStyle {
    TextStyle {
        size,
        weight: Weight::Regular,
    }
}

/// Semibold weight at the given size.
pub(crate) const fn semibold(size: f32) -> TextStyle {
    TextStyle {
        size,
        weight: Weight::SemiBold,
    }
}
