//! Options for drawing: those that callers give, and the layout that follows from them.

use crate::RenderError;
use crate::canvas::TextMode;
use crate::theme::Theme;

/// Minimum width of a chart, in CSS px.
pub(crate) const MIN_WIDTH: f64 = 280.0;

/// The size of an image, in CSS px.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Size {
    /// Width; at least 280. Sparklines have no minimum; 0 means their default width, 66 for trends and 220 for strips.
    pub width: u32,
    /// Height; 0 means the chart's natural height, which depends on its content.
    pub height: u32,
}

/// Options for drawing a model.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Options {
    /// Prefix of every id in the SVG, unique on its page: a letter, then letters, digits, `-` or `_`. Ignored for
    /// sparklines, which have no ids.
    pub id: String,
    /// Size in CSS px.
    pub size: Size,
    /// Colour theme.
    pub theme: Theme,
    /// True for standalone images (files, slides): title, subtitle and notes are part of the image, which has its own
    /// background, and the root element has a width and a height. False for images in a page that shows title and
    /// subtitle in HTML: the image has no background and is scaled by the page.
    pub frame: bool,
}

/// How a chart is laid out and displayed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DrawOptions<'a> {
    /// Prefix of all ids.
    pub(crate) id: &'a str,
    /// Displayed size, in CSS px; a height of 0 means the chart's natural height.
    pub(crate) size: Size,
    /// Px of the layout per displayed px: above 1 the chart is laid out larger and displayed smaller, below 1 the
    /// reverse.
    pub(crate) scale: f64,
    pub(crate) theme: Theme,
    pub(crate) text_mode: TextMode,
    /// Standalone image: with a background, a margin, and a width and height attribute.
    pub(crate) standalone: bool,
    /// Title and subtitle are part of the image.
    pub(crate) title: bool,
    /// Notes are part of the image.
    pub(crate) notes: bool,
    /// In a given height, the marks must get their natural height, not only the minimum.
    pub(crate) natural_height: bool,
}

impl<'a> DrawOptions<'a> {
    /// Returns the options for an SVG in a page.
    pub(crate) fn new(options: &'a Options) -> Self {
        Self {
            id: &options.id,
            size: options.size,
            scale: 1.0,
            theme: options.theme,
            text_mode: TextMode::Text,
            standalone: options.frame,
            title: options.frame,
            notes: options.frame,
            natural_height: false,
        }
    }

    /// Returns the width of the layout, in CSS px.
    pub(crate) fn width(&self) -> f64 {
        f64::from(self.size.width) * self.scale
    }

    /// Returns the height of the layout, in CSS px; `None` if it is up to the chart.
    pub(crate) fn height(&self) -> Option<f64> {
        (self.size.height > 0).then(|| f64::from(self.size.height) * self.scale)
    }

    /// Returns the displayed height and the layout height for a layout that needs this much.
    pub(crate) fn heights(&self, needed: f64) -> (f64, f64) {
        let displayed_height = (needed / self.scale).ceil();
        (displayed_height, displayed_height * self.scale)
    }

    /// Returns the error for a layout that needs this height.
    pub(crate) fn too_small(&self, needed: f64) -> RenderError {
        RenderError::TooSmall {
            width: self.size.width,
            height: self.size.height,
            needed_width: self.size.width.max(MIN_WIDTH as u32),
            needed_height: needed.ceil() as u32,
        }
    }
}
