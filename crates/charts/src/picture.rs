//! Standalone pictures: SVG with outlined text, PNG, PDF.

use domain::chart::ChartModel;

use crate::canvas::TextMode;
use crate::draw::draw;
use crate::drawing::Drawing;
use crate::options::{DrawOptions, Size};
use crate::page::{PdfFacts, Vector};
use crate::theme::Theme;
use crate::units::UNITS;
use crate::{RenderError, glyphs, page, pixels};

/// Scales to try for a given size: px of the layout per displayed px, the largest text first.
const SCALES: [f64; 15] = [
    0.25, 0.375, 0.5, 0.625, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0,
];

/// Width of a layout whose text is readable on a slide, in CSS px: a picture of a given size that is wider is laid out
/// at about this width and displayed larger.
const SLIDE: f64 = 800.0;

/// Minimum layout width of a picture of a given size, in CSS px: text is made even larger if the chart still gets its
/// natural height.
const POSTER: f64 = 600.0;

/// Size and content of a standalone picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PictureStyle {
    /// Size in CSS px. A height of 0 means the chart's natural height. If a chart is not readable in a given size, it
    /// is laid out larger with the same aspect ratio and scaled down.
    pub size: Size,
    /// [`Theme::Light`] or [`Theme::Dark`].
    pub theme: Theme,
    /// Title and subtitle are part of the picture.
    pub title: bool,
    /// The model's notes are part of the picture, above the source line, which is always drawn.
    pub notes: bool,
}

/// Draws `model` with its text as outlines, which look the same in every SVG program.
///
/// # Errors
/// As [`crate::svg`].
pub fn outlined(model: &ChartModel, style: &PictureStyle) -> Result<Drawing, RenderError> {
    glyphs::check()?;
    draw_readable(model, style, TextMode::Outlines)
}

/// Draws `model` as a PNG with `scale` pixels (1 to 3) per CSS px.
///
/// # Errors
/// As [`crate::svg`].
pub fn png(model: &ChartModel, style: &PictureStyle, scale: u8) -> Result<Vec<u8>, RenderError> {
    let drawing = outlined(model, style)?;
    pixels::png(&drawing, style.theme, scale.clamp(1, 3))
}

/// Draws `model` as a one-page PDF with vectors and real text, as large as the picture.
///
/// # Errors
/// As [`crate::svg`].
pub fn pdf(model: &ChartModel, style: &PictureStyle, facts: &PdfFacts) -> Result<Vec<u8>, RenderError> {
    page::pdf(&vector(model, style)?, &model.description, facts)
}

/// Draws `model` as vectors and real text, to be placed on a larger page of a PDF.
///
/// # Errors
/// As [`crate::svg`].
pub fn vector(model: &ChartModel, style: &PictureStyle) -> Result<Vector, RenderError> {
    Vector::new(&draw_readable(model, style, TextMode::Text)?)
}

/// Draws `model` at the first scale at which it is readable.
///
/// # Errors
/// The [`RenderError::TooSmall`] of the last scale tried if it is readable at none.
fn draw_readable(model: &ChartModel, style: &PictureStyle, text_mode: TextMode) -> Result<Drawing, RenderError> {
    let mut last_error = None;
    for (scale, natural_height) in scales(style.size) {
        let options = DrawOptions {
            id: "chart",
            size: style.size,
            scale,
            theme: style.theme,
            text_mode,
            standalone: true,
            title: style.title,
            notes: style.notes,
            natural_height,
        };
        match draw(model, &options) {
            Err(error @ RenderError::TooSmall { .. }) => last_error = Some(error),
            drawn => return drawn,
        }
    }
    Err(last_error.unwrap_or(RenderError::Font))
}

/// Returns the scales to try, and whether the chart must have its natural height at that scale. Pictures of natural
/// height have the text size of a page.
fn scales(size: Size) -> impl Iterator<Item = (f64, bool)> {
    let min_scale = |layout: f64| {
        let scale = if size.height == 0 {
            1.0
        } else {
            layout / f64::from(size.width.max(1))
        };
        scale.min(1.0)
    };
    let (poster, slide) = (min_scale(POSTER), min_scale(SLIDE));
    // Edges must be on whole units, otherwise the aspect ratio of the layout would differ slightly from the displayed
    // one.
    let whole = move |scale: f64| {
        [size.width, size.height]
            .iter()
            .all(|px| (f64::from(*px) * scale * UNITS).fract() == 0.0)
    };
    let candidates = SCALES
        .into_iter()
        .filter(move |scale| *scale >= poster && whole(*scale));
    candidates.map(move |scale| (scale, scale < slide))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_large_picture_is_a_slide_displayed_larger() {
        let first = |width, height| {
            scales(Size { width, height })
                .find(|(_, natural_height)| !natural_height)
                .map(|(scale, _)| scale)
        };
        assert_eq!(first(960, 540), Some(1.0));
        assert_eq!(first(718, 500), Some(1.0));
        assert_eq!(first(1200, 630), Some(0.75));
        assert_eq!(first(1920, 1080), Some(0.5));
        assert_eq!(first(1200, 0), Some(1.0));
    }

    #[test]
    fn odd_sizes_keep_their_aspect_ratio() {
        assert!(
            scales(Size {
                width: 1201,
                height: 631
            })
            .all(|(scale, _)| scale * 8.0 % 2.0 == 0.0)
        );
    }
}
