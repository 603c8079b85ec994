//! The two faces: widths and glyphs of their letters.

use krilla::text::{Font, GlyphId, KrillaGlyph};
use unicode_normalization::UnicodeNormalization as _;

use crate::{Fonts, PaperError};

/// Weight of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Weight {
    #[default]
    Regular,
    SemiBold,
}

pub(crate) struct Faces {
    regular: Face,
    semibold: Face,
}

struct Face {
    letters: ttf_parser::Face<'static>,
    font: Font,
    units: f32,
}

impl Face {
    fn new(bytes: &'static [u8]) -> Result<Self, PaperError> {
        let letters = ttf_parser::Face::parse(bytes, 0).map_err(|_| PaperError::Font)?;
        let font = Font::new(bytes.into(), 0).ok_or(PaperError::Font)?;
        let units = f32::from(letters.units_per_em());
        Ok(Self { letters, font, units })
    }

    /// Width of a letter in ems; kerning is left out, so that the sum is what is drawn.
    fn advance(&self, glyph: ttf_parser::GlyphId) -> f32 {
        f32::from(self.letters.glyph_hor_advance(glyph).unwrap_or_default()) / self.units
    }
}

impl Faces {
    pub(crate) fn new(fonts: Fonts) -> Result<Self, PaperError> {
        Ok(Self {
            regular: Face::new(fonts.regular)?,
            semibold: Face::new(fonts.semibold)?,
        })
    }

    fn face(&self, weight: Weight) -> &Face {
        match weight {
            Weight::Regular => &self.regular,
            Weight::SemiBold => &self.semibold,
        }
    }

    pub(crate) fn font(&self, weight: Weight) -> Font {
        self.face(weight).font.clone()
    }

    /// A text as it can be set: composed letters, plain spaces, and an ellipsis for a run of letters that the
    /// faces do not have, such as a title in Japanese (a letter without a shape would make the PDF unreadable to
    /// some, and a row of question marks says less than that something was left out).
    pub(crate) fn clean(&self, text: &str) -> String {
        let known = |c: &char| {
            [&self.regular, &self.semibold]
                .iter()
                .all(|face| face.letters.glyph_index(*c).is_some_and(|glyph| glyph.0 != 0))
        };
        let shown = text.nfc().map(|c| if c.is_whitespace() { ' ' } else { c });
        let mut clean = String::with_capacity(text.len());
        let mut left_out = false;
        for c in shown.filter(|c| !c.is_control()) {
            let has = known(&c);
            match (has, left_out) {
                (true, _) => clean.push(c),
                (false, false) => clean.push('…'),
                (false, true) => {}
            }
            left_out = !has;
        }
        clean
    }

    /// Width of a clean text at `size`, in the unit of `size`.
    pub(crate) fn width(&self, text: &str, weight: Weight, size: f32) -> f32 {
        let face = self.face(weight);
        let ems: f32 = text
            .chars()
            .filter_map(|c| face.letters.glyph_index(c))
            .map(|glyph| face.advance(glyph))
            .sum();
        ems * size
    }

    /// The glyphs of a clean text, with advances in ems.
    pub(crate) fn glyphs(&self, text: &str, weight: Weight) -> Vec<KrillaGlyph> {
        let face = self.face(weight);
        text.char_indices()
            .filter_map(|(at, c)| {
                let glyph = face.letters.glyph_index(c)?;
                let id = GlyphId::new(u32::from(glyph.0));
                let range = at..at + c.len_utf8();
                Some(KrillaGlyph::new(id, face.advance(glyph), 0.0, 0.0, 0.0, range, None))
            })
            .collect()
    }
}
