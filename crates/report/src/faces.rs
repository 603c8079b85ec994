//! Font faces: two weights and a fallback, with the widths and glyphs of their characters.

use krilla::text::{Font, GlyphId, KrillaGlyph};
use unicode_normalization::UnicodeNormalization as _;

use crate::{Fonts, PaperError};

/// Font weight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Weight {
    #[default]
    Regular,
    SemiBold,
}

pub(crate) struct Faces {
    regular: Face,
    semibold: Face,
    /// For characters that the other two lack, in either weight.
    fallback: Face,
}

struct Face {
    face: ttf_parser::Face<'static>,
    font: Font,
    units_per_em: f32,
}

impl Face {
    fn new(bytes: &'static [u8]) -> Result<Self, PaperError> {
        let face = ttf_parser::Face::parse(bytes, 0).map_err(|_| PaperError::Font)?;
        let font = Font::new(bytes.into(), 0).ok_or(PaperError::Font)?;
        let units_per_em = f32::from(face.units_per_em());
        Ok(Self {
            face,
            font,
            units_per_em,
        })
    }

    /// Returns the advance width of a glyph in ems. Kerning is not applied when drawing either, so the sum of the
    /// advances is the width drawn.
    fn advance(&self, glyph: ttf_parser::GlyphId) -> f32 {
        f32::from(self.face.glyph_hor_advance(glyph).unwrap_or_default()) / self.units_per_em
    }

    /// Returns the glyph of a character; `None` if the face has no outline for it.
    fn glyph(&self, c: char) -> Option<ttf_parser::GlyphId> {
        self.face.glyph_index(c).filter(|glyph| glyph.0 != 0)
    }

    /// Converts a text to glyphs. The face must have all characters of the text.
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

/// A run of text set in one face.
pub(crate) struct Run<'a> {
    pub(crate) font: Font,
    pub(crate) text: &'a str,
    /// Glyphs with advances in ems.
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

    /// Returns the face that has a character, with its glyph; `None` if neither the weight's face nor the fallback has
    /// it.
    fn find_face(&self, c: char, weight: Weight) -> Option<(&Face, ttf_parser::GlyphId)> {
        let faces = [self.face(weight), &self.fallback];
        faces.into_iter().find_map(|face| Some((face, face.glyph(c)?)))
    }

    /// Returns true if the character can be set in both weights.
    fn has_glyphs(&self, c: char) -> bool {
        [Weight::Regular, Weight::SemiBold]
            .into_iter()
            .all(|weight| self.find_face(c, weight).is_some())
    }

    /// Returns the text in a form that can be set: characters composed (NFC), whitespace as plain spaces, control
    /// characters removed, and one ellipsis for each run of characters that no face has. A character without a glyph
    /// would make the PDF unreadable for some readers, and an ellipsis states more clearly than a row of question marks
    /// that something was left out.
    pub(crate) fn clean(&self, text: &str) -> String {
        let shown = text.nfc().map(|c| if c.is_whitespace() { ' ' } else { c });
        let mut clean = String::with_capacity(text.len());
        let mut left_out = false;
        for c in shown.filter(|c| !c.is_control()) {
            let covered = self.has_glyphs(c);
            match (covered, left_out) {
                (true, _) => clean.push(c),
                (false, false) => clean.push('…'),
                (false, true) => {}
            }
            left_out = !covered;
        }
        clean
    }

    /// Returns the width of a cleaned text at `size`, in the unit of `size`.
    pub(crate) fn width(&self, text: &str, weight: Weight, size: f32) -> f32 {
        let ems: f32 = text
            .chars()
            .filter_map(|c| self.find_face(c, weight))
            .map(|(face, glyph)| face.advance(glyph))
            .sum();
        ems * size
    }

    /// Splits a cleaned text into runs of one face each.
    pub(crate) fn runs<'a>(&self, text: &'a str, weight: Weight) -> Vec<Run<'a>> {
        let mut runs: Vec<(&Face, usize, usize)> = Vec::new();
        for (at, c) in text.char_indices() {
            let Some((face, _)) = self.find_face(c, weight) else {
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

    /// Collects the characters in the files below a folder that no face can set, each with a file that contains it.
    /// Returns the number of files read.
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
            for c in printed.filter(|c| !faces.has_glyphs(*c)) {
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
            "add these to the subset, see style/fonts/cjk/README.md: {found:?}"
        );
    }

    #[test]
    fn text_is_split_into_runs_by_face() {
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
