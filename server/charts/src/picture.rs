//! Pictures that stand alone: SVG with outlined text, PNG, PDF.

use domain::{Date, Lang, chart::ChartModel};

use crate::canvas::Letters;
use crate::frame::{self, Sheet};
use crate::{RenderError, Size, Theme, glyphs, page, pixels};

/// Where a shape is given: px of the layout for each px as shown, the largest letters first.
const SCALES: [f64; 13] = [0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0];

/// Width of a layout that gives readable letters on a slide, in CSS px: a picture of a given
/// shape that is wider is laid out in about this width and shown larger.
const SLIDE: f64 = 800.0;

/// How a picture looks that leaves the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Look {
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
pub fn outlined(model: &ChartModel, look: &Look) -> Result<Drawing, RenderError> {
    glyphs::check()?;
    draw(model, look, Letters::Outlines)
}

/// Draws `model` in pixels; `scale` pixels (1 to 3) for each CSS px.
///
/// # Errors
/// As [`crate::svg`].
pub fn png(model: &ChartModel, look: &Look, scale: u8) -> Result<Vec<u8>, RenderError> {
    let drawing = outlined(model, look)?;
    pixels::png(&drawing, look.theme, scale.clamp(1, 3))
}

/// Draws `model` as a page of vectors and real text, as large as the picture.
///
/// # Errors
/// As [`crate::svg`].
pub fn pdf(model: &ChartModel, look: &Look, facts: &PdfFacts) -> Result<Vec<u8>, RenderError> {
    let drawing = draw(model, look, Letters::Words)?;
    page::pdf(&drawing, &model.description, facts)
}

/// In the first scale in which the chart is readable. A chart that is not readable in any is
/// refused with what it needs as shown in its own size.
fn draw(model: &ChartModel, look: &Look, letters: Letters) -> Result<Drawing, RenderError> {
    let mut refused = None;
    for scale in scales(look.size) {
        let sheet = Sheet {
            id: "chart",
            size: look.size,
            scale,
            theme: look.theme,
            letters,
            alone: true,
            title: look.title,
            notes: look.notes,
        };
        match frame::draw(model, &sheet) {
            Err(error @ RenderError::TooSmall { .. }) => refused = Some(error),
            drawn => return drawn,
        }
    }
    Err(refused.unwrap_or(RenderError::Font))
}

/// Scales to try. Letters of pictures that may choose their height are as large as a page's.
fn scales(size: Size) -> impl Iterator<Item = f64> {
    let least = if size.height == 0 {
        1.0
    } else {
        (SLIDE / f64::from(size.width.max(1))).min(1.0)
    };
    SCALES.into_iter().filter(move |scale| *scale >= least)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wall_is_a_slide_shown_larger() {
        let first = |width, height| scales(Size { width, height }).next();
        assert_eq!(first(960, 540), Some(1.0));
        assert_eq!(first(718, 500), Some(1.0));
        assert_eq!(first(1200, 630), Some(0.75));
        assert_eq!(first(1920, 1080), Some(0.5));
        assert_eq!(first(1200, 0), Some(1.0));
    }
}
