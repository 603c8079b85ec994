//! Pictures that stand alone: SVG with outlined text, PNG, PDF.

use domain::{Date, Lang, chart::ChartModel};

use crate::canvas::{Letters, UNITS};
use crate::frame::{self, Sheet};
use crate::{RenderError, Size, Theme, Vector, glyphs, page, pixels};

/// Where a shape is given: px of the layout for each px as shown, the largest letters first.
const SCALES: [f64; 15] = [
    0.25, 0.375, 0.5, 0.625, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0,
];

/// Width of a layout that gives readable letters on a slide, in CSS px: a picture of a given
/// shape that is wider is laid out in about this width and shown larger.
const SLIDE: f64 = 800.0;

/// Narrowest layout of a picture of a given shape, in CSS px: letters are larger still where
/// the chart has all the height that it would choose.
const POSTER: f64 = 600.0;

/// How a picture looks that leaves the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PictureStyle {
    /// Size in CSS px. A height of 0 leaves it to the chart. Where a chart is not readable in a
    /// given size, it is drawn in the same shape but larger, and shown in that size.
    pub size: Size,
    /// [`Theme::Light`] or [`Theme::Dark`].
    pub theme: Theme,
    /// Title and subtitle inside.
    pub title: bool,
    /// The model's notes inside, above the source line, which is always there.
    pub notes: bool,
}

/// A drawn picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// The SVG; its texts are outlines of the bundled font, each with the text it shows.
    pub svg: String,
    /// Width in CSS px.
    pub width: u32,
    /// Height in CSS px.
    pub height: u32,
}

/// What a PDF says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PdfFacts {
    /// Title of the document.
    pub title: String,
    /// Who published the figures.
    pub author: String,
    /// The citation.
    pub subject: String,
    /// Language of the document.
    pub lang: Lang,
    /// The edition's day: the file's date, so that the same picture gives the same bytes.
    pub published: Date,
}

/// Draws `model` with its text as outlines: the same in every program that shows SVG.
///
/// # Errors
/// As [`crate::svg`].
pub fn outlined(model: &ChartModel, look: &PictureStyle) -> Result<Drawing, RenderError> {
    glyphs::check()?;
    draw(model, look, Letters::Outlines)
}

/// Draws `model` in pixels; `scale` pixels (1 to 3) for each CSS px.
///
/// # Errors
/// As [`crate::svg`].
pub fn png(model: &ChartModel, look: &PictureStyle, scale: u8) -> Result<Vec<u8>, RenderError> {
    let drawing = outlined(model, look)?;
    pixels::png(&drawing, look.theme, scale.clamp(1, 3))
}

/// Draws `model` as a page of vectors and real text, as large as the picture.
///
/// # Errors
/// As [`crate::svg`].
pub fn pdf(model: &ChartModel, look: &PictureStyle, facts: &PdfFacts) -> Result<Vec<u8>, RenderError> {
    page::pdf(&vector(model, look)?, &model.description, facts)
}

/// Draws `model` as vectors and real text, for a page of a PDF that holds more than the picture.
///
/// # Errors
/// As [`crate::svg`].
pub fn vector(model: &ChartModel, look: &PictureStyle) -> Result<Vector, RenderError> {
    Vector::new(&draw(model, look, Letters::Words)?)
}

/// In the first scale in which the chart is readable. A chart that is not readable in any is
/// refused with what it needs as shown in its own size.
fn draw(model: &ChartModel, look: &PictureStyle, letters: Letters) -> Result<Drawing, RenderError> {
    let mut refused = None;
    for (scale, at_ease) in scales(look.size) {
        let sheet = Sheet {
            id: "chart",
            size: look.size,
            scale,
            theme: look.theme,
            letters,
            alone: true,
            title: look.title,
            notes: look.notes,
            at_ease,
        };
        match frame::draw(model, &sheet) {
            Err(error @ RenderError::TooSmall { .. }) => refused = Some(error),
            drawn => return drawn,
        }
    }
    Err(refused.unwrap_or(RenderError::Font))
}

/// Scales to try, and whether the chart must be at ease in it. Letters of pictures that may
/// choose their height are as large as a page's.
fn scales(size: Size) -> impl Iterator<Item = (f64, bool)> {
    let least = |layout: f64| {
        let scale = if size.height == 0 {
            1.0
        } else {
            layout / f64::from(size.width.max(1))
        };
        scale.min(1.0)
    };
    let (poster, slide) = (least(POSTER), least(SLIDE));
    // Edges on whole units: else the shape of the layout is not quite the shape as shown.
    let whole = move |scale: f64| {
        [size.width, size.height]
            .iter()
            .all(|px| (f64::from(*px) * scale * UNITS).fract() == 0.0)
    };
    let tried = SCALES
        .into_iter()
        .filter(move |scale| *scale >= poster && whole(*scale));
    tried.map(move |scale| (scale, scale < slide))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wall_is_a_slide_shown_larger() {
        let first = |width, height| {
            scales(Size { width, height })
                .find(|(_, at_ease)| !at_ease)
                .map(|(scale, _)| scale)
        };
        assert_eq!(first(960, 540), Some(1.0));
        assert_eq!(first(718, 500), Some(1.0));
        assert_eq!(first(1200, 630), Some(0.75));
        assert_eq!(first(1920, 1080), Some(0.5));
        assert_eq!(first(1200, 0), Some(1.0));
    }

    #[test]
    fn odd_sizes_keep_their_shape() {
        assert!(
            scales(Size {
                width: 1201,
                height: 631
            })
            .all(|(scale, _)| scale * 8.0 % 2.0 == 0.0)
        );
    }
}
