//! Pieces of a paper: what stays together on one page.

use crate::{
    faces::{Faces, Weight},
    lines::{Type, broken},
    picture::Picture,
};

/// Height of a line in sizes of its type.
pub(crate) const LEADING: f32 = 1.3;
/// From the top of a line to its baseline, in sizes of its type.
const BASELINE: f32 = 0.98;
/// More lines than any text of ours has: a text without end stops here.
pub(crate) const MOST_LINES: usize = 14;

/// What a piece is, for readers who do not see it. Numbers tell lists and tables apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Title,
    Text,
    /// Heading of the section with this number.
    Heading(usize),
    Figure,
    Item(usize),
    NumberedItem(usize),
    Caption(usize),
    Head(usize),
    Row(usize),
}

impl Kind {
    /// The table that the piece is part of.
    pub(crate) const fn table(self) -> Option<usize> {
        match self {
            Self::Caption(table) | Self::Head(table) | Self::Row(table) => Some(table),
            _ => None,
        }
    }
}

/// Ink of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    Ink,
    Soft,
    Accent,
    Line,
}

/// A line of text at its place in a piece.
#[derive(Clone, Debug)]
pub(crate) struct Words {
    pub(crate) x: f32,
    /// Baseline, from the top of the piece.
    pub(crate) y: f32,
    pub(crate) set: Type,
    pub(crate) tone: Tone,
    /// Clean; ends in a space where the text goes on in the next line.
    pub(crate) text: String,
}

/// A part of a piece that is one thing to a screen reader: a cell, a label, a body.
#[derive(Clone, Debug, Default)]
pub(crate) struct Part {
    pub(crate) words: Vec<Words>,
    /// Where a press leads.
    pub(crate) link: Option<String>,
}

/// What stays together.
#[derive(Clone, Debug)]
pub(crate) struct Piece {
    pub(crate) kind: Kind,
    /// Space above, which is dropped at the top of a page.
    pub(crate) above: f32,
    pub(crate) height: f32,
    /// Never the last of a page.
    pub(crate) glued: bool,
    pub(crate) parts: Vec<Part>,
    /// A chart, in place of texts.
    pub(crate) picture: Option<Picture>,
    /// Line across the page below it, with its thickness.
    pub(crate) ruled: Option<f32>,
    /// What it is about, for the outline and for what is left out: the heading of its section.
    pub(crate) section: usize,
}

/// Where a text stands and how it looks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    pub(crate) x: f32,
    pub(crate) width: f32,
    pub(crate) set: Type,
    pub(crate) tone: Tone,
    pub(crate) right: bool,
}

/// A text in lines from `top` on, and the height that they take.
pub(crate) fn set(faces: &Faces, text: &str, place: Place, top: f32) -> (Part, f32) {
    let size = place.set.size;
    let lines = broken(faces, &faces.clean(text), place.set, place.width, MOST_LINES);
    let last = lines.len() - 1;
    let mut words = Vec::with_capacity(lines.len());
    for (i, mut text) in lines.into_iter().enumerate() {
        let wide = faces.width(&text, place.set.weight, size);
        let row = f32::from(u16::try_from(i).unwrap_or(u16::MAX));
        if i < last {
            text.push(' ');
        }
        words.push(Words {
            x: place.x + if place.right { place.width - wide } else { 0.0 },
            y: top + (row * LEADING + BASELINE) * size,
            set: place.set,
            tone: place.tone,
            text,
        });
    }
    let rows = f32::from(u16::try_from(words.len()).unwrap_or(u16::MAX));
    (Part { words, link: None }, rows * LEADING * size)
}

/// Regular type of a size.
pub(crate) const fn regular(size: f32) -> Type {
    Type {
        size,
        weight: Weight::Regular,
    }
}

/// Emphasised type of a size.
pub(crate) const fn semibold(size: f32) -> Type {
    Type {
        size,
        weight: Weight::SemiBold,
    }
}
