//! Texts as outlines of the bundled fonts.
//!
//! A glyph is written in font units, with relative coordinates that start and end at the pen position, so the same
//! character gives the same bytes at every position and size, and the SVG compresses well.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::LazyLock;

use ttf_parser::{GlyphId, OutlineBuilder};
use unicode_normalization::{UnicodeNormalization as _, is_nfc};

use crate::RenderError;
use crate::fonts::{self, Face, REGULAR_TTF, SEMIBOLD_TTF};
use crate::style::Anchor;

/// Units per em in both bundled fonts.
const UNITS_PER_EM: u32 = 1000;

/// A glyph's path data and its advance width, in font units.
struct Glyph {
    path: String,
    advance: i32,
}

/// The glyphs of one face.
struct Glyphs {
    by_char: HashMap<char, Glyph>,
    /// Drawn for characters that the font lacks.
    missing: Glyph,
}

static GLYPHS: LazyLock<Option<[Glyphs; 2]>> =
    LazyLock::new(|| Some([Glyphs::read(REGULAR_TTF)?, Glyphs::read(SEMIBOLD_TTF)?]));

/// Checks that the bundled fonts could be read.
///
/// # Errors
/// [`RenderError::Font`] if one could not.
pub(crate) fn check() -> Result<(), RenderError> {
    GLYPHS.as_ref().map(|_| ()).ok_or(RenderError::Font)
}

/// Returns the scale factor from font units to a size in canvas units, without a leading zero.
pub(crate) fn scale(size: u32) -> String {
    let text = format!("{:.4}", f64::from(size) / f64::from(UNITS_PER_EM));
    let text = text.trim_end_matches('0').trim_end_matches('.');
    text.strip_prefix('0').unwrap_or(text).to_owned()
}

/// Appends the path data of `text`; the origin is the anchor on the baseline.
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
        if u32::from(face.units_per_em()) != UNITS_PER_EM {
            return None;
        }
        let mut by_char = HashMap::new();
        fonts::characters(&face, |c, glyph| {
            by_char.entry(c).or_insert_with(|| Glyph::read(&face, glyph));
        })?;
        Some(Self {
            by_char,
            missing: Glyph::read(&face, GlyphId(0)),
        })
    }

    fn get(&self, c: char) -> &Glyph {
        self.by_char.get(&c).unwrap_or(&self.missing)
    }

    fn write(&self, text: impl Iterator<Item = char> + Clone, anchor: Anchor, out: &mut String) {
        let chars = text
            .map(|c| if c.is_whitespace() { ' ' } else { c })
            .filter(|c| !c.is_control());
        let width = || chars.clone().map(|c| self.get(c).advance).sum::<i32>();
        let start = match anchor {
            Anchor::Start => 0,
            Anchor::Middle => -width() / 2,
            Anchor::End => -width(),
        };
        // Path data must begin with a move, even one of zero length.
        let _ = write!(out, "m{start} 0");
        for c in chars {
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

/// Writes a glyph in relative, integer coordinates; y grows downwards.
#[derive(Default)]
struct Pen {
    path: String,
    position: (i32, i32),
    start: (i32, i32),
    command: char,
}

impl Pen {
    /// Writes a command with points, each relative to the pen position before the command.
    fn step(&mut self, command: char, points: &[(f32, f32)]) {
        // After a move, further coordinate pairs would be lines, so each move gets its own command letter.
        let mut needs_separator = command == self.command && command != 'm';
        if !needs_separator {
            self.path.push(command);
        }
        self.command = command;
        let mut last = self.position;
        for (x, y) in points {
            last = (x.round() as i32, -y.round() as i32);
            for number in [last.0 - self.position.0, last.1 - self.position.1] {
                if needs_separator && number >= 0 {
                    self.path.push(' ');
                }
                let _ = write!(self.path, "{number}");
                needs_separator = true;
            }
        }
        self.position = last;
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.step('m', &[(x, y)]);
        self.start = self.position;
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
        self.position = self.start;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path_data(text: &str, anchor: Anchor) -> String {
        let mut out = String::new();
        write(text, Face::Regular, anchor, &mut out);
        out
    }

    #[test]
    fn a_character_has_the_same_path_at_every_position() {
        let one = path_data("Ẵ", Anchor::Start);
        let two = path_data("Ẵ", Anchor::Start).replacen("m0 0", "", 1);
        assert_eq!(path_data("ẴẴ", Anchor::Start), format!("{one}{two}"));
    }

    #[test]
    fn decomposed_accents_are_composed() {
        assert_eq!(
            path_data("Na\u{306}\u{303}ng", Anchor::Start),
            path_data("Nẵng", Anchor::Start)
        );
    }

    #[test]
    fn an_end_anchored_text_starts_its_width_to_the_left() {
        let width = fonts::width("Đợi ỷ", Face::Regular, 1000.0).unwrap();
        let start = path_data("Đợi ỷ", Anchor::End);
        let left: f64 = start[1..].split(' ').next().unwrap().parse().unwrap();
        assert!((width + left).abs() <= 1.0, "{width} {left}");
    }

    #[test]
    fn missing_characters_are_boxes() {
        assert_eq!(path_data("漢", Anchor::Start), path_data("字", Anchor::Start));
        assert!(path_data("漢", Anchor::Start).contains('z'));
    }

    #[test]
    fn scale_factors_are_short() {
        assert_eq!([52, 48, 1000, 60].map(scale), [".052", ".048", "1", ".06"]);
    }
}
