//! Texts as outlines of the bundled fonts.
//!
//! A glyph is written in units of its font, beginning and ending at the pen: so the same
//! letter is the same bytes wherever it stands, in any size, and an SVG compresses well.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::LazyLock;

use ttf_parser::{GlyphId, OutlineBuilder};
use unicode_normalization::{UnicodeNormalization as _, is_nfc};

use crate::RenderError;
use crate::canvas::Anchor;
use crate::fonts::{Face, REGULAR_TTF, SEMIBOLD_TTF};

/// Units of an em in both bundled fonts.
const EM: u32 = 1000;

/// A glyph and how far it moves the pen, in units of the font.
struct Glyph {
    path: String,
    advance: i32,
}

/// The glyphs of one face.
struct Glyphs {
    known: HashMap<char, Glyph>,
    /// Stands for characters that the font does not have.
    missing: Glyph,
}

static GLYPHS: LazyLock<Option<[Glyphs; 2]>> =
    LazyLock::new(|| Some([Glyphs::read(REGULAR_TTF)?, Glyphs::read(SEMIBOLD_TTF)?]));

/// Refuses to draw outlines when a bundled font cannot be read.
pub(crate) fn check() -> Result<(), RenderError> {
    GLYPHS.as_ref().map(|_| ()).ok_or(RenderError::Font)
}

/// What brings units of the font to a size in canvas units, without a leading zero.
pub(crate) fn scale(size: u32) -> String {
    let text = format!("{:.4}", f64::from(size) / f64::from(EM));
    let text = text.trim_end_matches('0').trim_end_matches('.');
    text.strip_prefix('0').unwrap_or(text).to_owned()
}

/// Appends the path data of `text`; the origin is the anchor on the base line.
pub(crate) fn write(text: &str, face: Face, anchor: Anchor, out: &mut String) {
    let Some(glyphs) = GLYPHS.as_ref() else {
        return;
    };
    let glyphs = match face {
        Face::Regular => &glyphs[0],
        Face::SemiBold => &glyphs[1],
    };
    if is_nfc(text) {
        glyphs.write(text.chars(), anchor, out);
    } else {
        glyphs.write(text.nfc(), anchor, out);
    }
}

impl Glyphs {
    fn read(bytes: &[u8]) -> Option<Self> {
        let face = ttf_parser::Face::parse(bytes, 0).ok()?;
        if u32::from(face.units_per_em()) != EM {
            return None;
        }
        let mut known = HashMap::new();
        let unicode = face
            .tables()
            .cmap?
            .subtables
            .into_iter()
            .filter(|table| table.is_unicode());
        for table in unicode {
            table.codepoints(|code| {
                if let (Some(c), Some(id)) = (char::from_u32(code), table.glyph_index(code)) {
                    known.entry(c).or_insert_with(|| Glyph::read(&face, id));
                }
            });
        }
        Some(Self {
            known,
            missing: Glyph::read(&face, GlyphId(0)),
        })
    }

    fn get(&self, c: char) -> &Glyph {
        self.known.get(&c).unwrap_or(&self.missing)
    }

    fn write(&self, text: impl Iterator<Item = char> + Clone, anchor: Anchor, out: &mut String) {
        let drawn = text
            .map(|c| if c.is_whitespace() { ' ' } else { c })
            .filter(|c| !c.is_control());
        let width = || drawn.clone().map(|c| self.get(c).advance).sum::<i32>();
        let start = match anchor {
            Anchor::Start => 0,
            Anchor::Middle => -width() / 2,
            Anchor::End => -width(),
        };
        // Path data begins with a move, also where it moves nowhere.
        let _ = write!(out, "m{start} 0");
        for c in drawn {
            out.push_str(&self.get(c).path);
        }
    }
}

impl Glyph {
    fn read(face: &ttf_parser::Face<'_>, id: GlyphId) -> Self {
        let mut pen = Pen::default();
        face.outline_glyph(id, &mut pen);
        let advance = i32::from(face.glyph_hor_advance(id).unwrap_or(0));
        pen.step('m', &[(advance as f32, 0.0)]);
        Self {
            path: pen.path,
            advance,
        }
    }
}

/// Writes a glyph in relative steps of whole units; y grows downwards.
#[derive(Default)]
struct Pen {
    path: String,
    now: (i32, i32),
    start: (i32, i32),
    command: char,
}

impl Pen {
    /// A command with points, each relative to where the pen is before it.
    fn step(&mut self, command: char, points: &[(f32, f32)]) {
        // After a move further numbers would be lines: each move is named.
        let mut apart = command == self.command && command != 'm';
        if !apart {
            self.path.push(command);
        }
        self.command = command;
        let mut last = self.now;
        for (x, y) in points {
            last = (x.round() as i32, -y.round() as i32);
            for number in [last.0 - self.now.0, last.1 - self.now.1] {
                if apart && number >= 0 {
                    self.path.push(' ');
                }
                let _ = write!(self.path, "{number}");
                apart = true;
            }
        }
        self.now = last;
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.step('m', &[(x, y)]);
        self.start = self.now;
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.step('l', &[(x, y)]);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.step('q', &[(x1, y1), (x, y)]);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.step('c', &[(x1, y1), (x2, y2), (x, y)]);
    }

    fn close(&mut self) {
        self.path.push('z');
        self.command = 'z';
        self.now = self.start;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(text: &str, anchor: Anchor) -> String {
        let mut out = String::new();
        write(text, Face::Regular, anchor, &mut out);
        out
    }

    #[test]
    fn a_letter_is_the_same_bytes_wherever_it_stands() {
        let one = drawn("Ẵ", Anchor::Start);
        let two = drawn("Ẵ", Anchor::Start).replacen("m0 0", "", 1);
        assert_eq!(drawn("ẴẴ", Anchor::Start), format!("{one}{two}"));
    }

    #[test]
    fn accents_that_come_apart_are_composed() {
        assert_eq!(drawn("Na\u{306}\u{303}ng", Anchor::Start), drawn("Nẵng", Anchor::Start));
    }

    #[test]
    fn the_end_of_a_text_is_as_far_as_its_width() {
        let width = crate::fonts::width("Đợi ỷ", Face::Regular, 1000.0).unwrap();
        let start = drawn("Đợi ỷ", Anchor::End);
        let left: f64 = start[1..].split(' ').next().unwrap().parse().unwrap();
        assert!((width + left).abs() <= 1.0, "{width} {left}");
    }

    #[test]
    fn what_the_font_does_not_have_is_a_box() {
        assert_eq!(drawn("漢", Anchor::Start), drawn("字", Anchor::Start));
        assert!(drawn("漢", Anchor::Start).contains('z'));
    }

    #[test]
    fn scales_are_short() {
        assert_eq!([52, 48, 1000, 60].map(scale), [".052", ".048", "1", ".06"]);
    }
}
