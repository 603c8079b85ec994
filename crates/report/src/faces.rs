//! The faces of the two weights and the one behind them: widths and glyphs of their characters.

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
    /// For characters that the other two lack, whatever the weight.
    fallback: Face,
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

    /// The glyph of a character; `None` if the face has no shape for it.
    fn glyph(&self, c: char) -> Option<ttf_parser::GlyphId> {
        self.letters.glyph_index(c).filter(|glyph| glyph.0 != 0)
    }

    /// A text of which the face has every character.
    fn run<'a>(&self, text: &'a str) -> Run<'a> {
        let glyph = |(at, c): (usize, char)| {
            let glyph = self.glyph(c)?;
            let range = at..at + c.len_utf8();
            let id = GlyphId::new(u32::from(glyph.0));
            Some(KrillaGlyph::new(id, self.advance(glyph), 0.0, 0.0, 0.0, range, None))
        };
        let glyphs: Vec<KrillaGlyph> = text.char_indices().filter_map(glyph).collect();
        Run {
            font: self.font.clone(),
            text,
            width: glyphs.iter().map(|glyph| glyph.x_advance).sum(),
            glyphs,
        }
    }
}

/// A piece of a text that one face sets.
pub(crate) struct Run<'a> {
    pub(crate) font: Font,
    pub(crate) text: &'a str,
    /// With advances in ems.
    pub(crate) glyphs: Vec<KrillaGlyph>,
    /// Sum of the advances, in ems.
    pub(crate) width: f32,
}

impl Faces {
    pub(crate) fn new(fonts: Fonts) -> Result<Self, PaperError> {
        Ok(Self {
            regular: Face::new(fonts.regular)?,
            semibold: Face::new(fonts.semibold)?,
            fallback: Face::new(fonts.fallback)?,
        })
    }

    fn face(&self, weight: Weight) -> &Face {
        match weight {
            Weight::Regular => &self.regular,
            Weight::SemiBold => &self.semibold,
        }
    }

    /// The face that sets a character, with its glyph; `None` if no face has a shape for it.
    fn face_of(&self, c: char, weight: Weight) -> Option<(&Face, ttf_parser::GlyphId)> {
        let faces = [self.face(weight), &self.fallback];
        faces.into_iter().find_map(|face| Some((face, face.glyph(c)?)))
    }

    /// True if the character can be set in both weights.
    fn covers(&self, c: char) -> bool {
        [Weight::Regular, Weight::SemiBold]
            .into_iter()
            .all(|weight| self.face_of(c, weight).is_some())
    }

    /// A text as it can be set: composed characters, plain spaces, and an ellipsis for a run of characters that no
    /// face has (a character without a shape would make the PDF unreadable to some, and a row of question marks says
    /// less than that something was left out).
    pub(crate) fn clean(&self, text: &str) -> String {
        let shown = text.nfc().map(|c| if c.is_whitespace() { ' ' } else { c });
        let mut clean = String::with_capacity(text.len());
        let mut left_out = false;
        for c in shown.filter(|c| !c.is_control()) {
            let has = self.covers(c);
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
        let ems: f32 = text
            .chars()
            .filter_map(|c| self.face_of(c, weight))
            .map(|(face, glyph)| face.advance(glyph))
            .sum();
        ems * size
    }

    /// A clean text, divided where another face goes on.
    pub(crate) fn runs<'a>(&self, text: &'a str, weight: Weight) -> Vec<Run<'a>> {
        let mut runs: Vec<(&Face, usize, usize)> = Vec::new();
        for (at, c) in text.char_indices() {
            let Some((face, _)) = self.face_of(c, weight) else {
                continue;
            };
            let end = at + c.len_utf8();
            match runs.last_mut() {
                Some((last, _, to)) if std::ptr::eq(*last, face) && *to == at => *to = end,
                _ => runs.push((face, at, end)),
            }
        }
        runs.into_iter()
            .map(|(face, from, to)| face.run(&text[from..to]))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    const FONTS: Fonts = Fonts {
        regular: include_bytes!("../../../style/fonts/ttf/SourceSans3_400Regular.ttf"),
        semibold: include_bytes!("../../../style/fonts/ttf/SourceSans3_600SemiBold.ttf"),
        fallback: include_bytes!("../../../style/fonts/cjk/NotoSansCJKsc-Regular.otf"),
    };

    /// Characters of the files below a folder that no face can set, each with a file in which it stands.
    fn uncovered(faces: &Faces, folder: &Path, found: &mut Vec<(char, String)>) -> usize {
        let mut files = 0;
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                files += uncovered(faces, &path, found);
                continue;
            }
            files += 1;
            let text = std::fs::read_to_string(&path).unwrap();
            let printed = text.nfc().filter(|c| !c.is_whitespace() && !c.is_control());
            for c in printed.filter(|c| !faces.covers(*c)) {
                if !found.iter().any(|(known, _)| *known == c) {
                    found.push((c, path.display().to_string()));
                }
            }
        }
        files
    }

    #[test]
    fn every_character_of_the_bundled_data_can_be_set() {
        let faces = Faces::new(FONTS).unwrap();
        let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data");
        let mut found = Vec::new();
        assert!(uncovered(&faces, &data, &mut found) > 20, "the data files are read");
        assert!(
            found.is_empty(),
            "add these to the subset as style/fonts/cjk/README.md says: {found:?}"
        );
    }

    #[test]
    fn a_text_is_divided_where_another_face_goes_on() {
        let faces = Faces::new(FONTS).unwrap();
        for weight in [Weight::Regular, Weight::SemiBold] {
            let runs = faces.runs("PCI 越南 2016", weight);
            let texts: Vec<&str> = runs.iter().map(|run| run.text).collect();
            assert_eq!(texts, ["PCI ", "越南", " 2016"]);
            let sum: f32 = runs.iter().map(|run| run.width).sum();
            assert!((sum * 10.0 - faces.width("PCI 越南 2016", weight, 10.0)).abs() < 0.01);
            // Ideographs are one em wide each.
            assert!((runs[1].width - 2.0).abs() < 0.01);
        }
        assert_eq!(faces.clean("越南 \u{10FFFF}\u{10FFFE}"), "越南 …");
    }
}
