//! How a picture looks: the parameters that change nothing of what it says.

use domain::Lang;

use crate::query::{BadParameters, Parameters, one_of};

/// The look of a picture, as its address asks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ImageOptions {
    /// Its shape.
    pub shape: Shape,
    /// Dark instead of light.
    pub dark: bool,
    /// Title and subtitle inside.
    pub title: bool,
    /// Verdict on the method, coverage and terms of use inside.
    pub notes: bool,
    /// Pixels for each CSS px in a PNG, 1 to 3.
    pub scale: u8,
}

impl Default for ImageOptions {
    fn default() -> Self {
        Self {
            shape: Shape::Auto,
            dark: false,
            title: true,
            notes: true,
            scale: 2,
        }
    }
}

/// Shapes of pictures, by where they go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Shape {
    /// 960 wide, as high as the chart needs.
    #[default]
    Auto,
    /// 16:9, for slides.
    Wide,
    /// 4:3, for older slides.
    Standard,
    /// A square, for messages.
    Square,
    /// Half of an A4 page, for reports.
    HalfPage,
    /// As wide as a phone, as high as the chart needs.
    Phone,
    /// The card that other sites show beside a link (Open Graph).
    Card,
}

impl Shape {
    /// Every shape with its name in addresses.
    pub const ALL: [(&'static str, Self); 7] = [
        ("auto", Self::Auto),
        ("16x9", Self::Wide),
        ("4x3", Self::Standard),
        ("1x1", Self::Square),
        ("a4", Self::HalfPage),
        ("phone", Self::Phone),
        ("card", Self::Card),
    ];

    /// Its name in addresses.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, s)| *s == self).map_or("", |(word, _)| word)
    }

    /// Width and height in CSS px; a height of 0 leaves it to the chart.
    #[must_use]
    pub const fn size(self) -> (u32, u32) {
        match self {
            Self::Auto => (960, 0),
            Self::Wide => (960, 540),
            Self::Standard => (960, 720),
            Self::Square => (800, 800),
            Self::HalfPage => (718, 500),
            Self::Phone => (390, 0),
            Self::Card => (1200, 630),
        }
    }
}

const SWITCH: [(&str, bool); 2] = [("on", true), ("off", false)];
const THEMES: [(&str, bool); 2] = [("light", false), ("dark", true)];
const SCALES: [(&str, u8); 3] = [("1", 1), ("2", 2), ("3", 3)];

impl ImageOptions {
    /// Reads the parameters; what is absent is as by default.
    ///
    /// # Errors
    /// Every parameter that cannot be used.
    pub(crate) fn read(lang: Lang, parameters: &Parameters) -> Result<Self, BadParameters> {
        let usual = Self::default();
        let mut bad = BadParameters::default();
        let shape = bad.keep(one_of(lang, parameters, "size", &Shape::ALL));
        let dark = bad.keep(one_of(lang, parameters, "theme", &THEMES));
        let title = bad.keep(one_of(lang, parameters, "title", &SWITCH));
        let notes = bad.keep(one_of(lang, parameters, "notes", &SWITCH));
        let scale = bad.keep(one_of(lang, parameters, "scale", &SCALES));
        bad.or(Self {
            shape: shape.unwrap_or(usual.shape),
            dark: dark.unwrap_or(usual.dark),
            title: title.unwrap_or(usual.title),
            notes: notes.unwrap_or(usual.notes),
            scale: scale.unwrap_or(usual.scale),
        })
    }

    /// The parameters that differ from the default, in one order.
    #[must_use]
    pub fn parameters(&self) -> Vec<(&'static str, &'static str)> {
        let usual = Self::default();
        let mut all = Vec::new();
        if self.shape != usual.shape {
            all.push(("size", self.shape.word()));
        }
        if self.dark {
            all.push(("theme", "dark"));
        }
        if !self.title {
            all.push(("title", "off"));
        }
        if !self.notes {
            all.push(("notes", "off"));
        }
        if self.scale != usual.scale {
            let word = SCALES.iter().find(|(_, scale)| *scale == self.scale);
            all.extend(word.map(|(word, _)| ("scale", *word)));
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_look_comes_back_from_its_parameters() {
        for (_, shape) in Shape::ALL {
            for bits in 0..24_u8 {
                let look = ImageOptions {
                    shape,
                    dark: bits & 1 == 1,
                    title: bits & 2 == 2,
                    notes: bits & 4 == 4,
                    scale: bits / 8 + 1,
                };
                let query = crate::links::with_query("", &look.parameters());
                let read = ImageOptions::read(Lang::Vi, &Parameters::parse(query.trim_start_matches('?')));
                assert_eq!(read, Ok(look), "{query}");
            }
        }
    }

    #[test]
    fn what_cannot_be_used_is_named() {
        let query = Parameters::parse("size=huge&theme=pink&title=1&notes=no&scale=9");
        let bad = ImageOptions::read(Lang::En, &query).unwrap_err();
        let names: Vec<&str> = bad.iter().map(|problem| problem.name).collect();
        assert_eq!(names, ["size", "theme", "title", "notes", "scale"]);
    }
}
