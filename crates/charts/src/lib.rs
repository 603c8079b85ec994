//! A chart model in, an accessible SVG, a PNG or a PDF out.
//!
//! [`svg`] draws a [`ChartModel`] with plotters. The model says what is shown, in finished
//! texts; this crate chooses positions, sizes and colours, and nothing else: it reads no
//! figures, knows no indicator and does no I/O.
//!
//! What every image keeps to:
//! - the source line is inside the image, and no label covers another or leaves the image;
//! - nothing is connected across a gap or a change of method;
//! - colour is never the only cue: highlighted series differ in marker, weight and label;
//! - no `style` attribute, element or script, so that a strict Content-Security-Policy holds;
//! - ids begin with [`Options::id`]; figures carry `class="m"` and `data-tip`.
//!
//! [`outlined`], [`png`] and [`pdf`] draw the same pictures for files and slides. Text of the
//! first two is outlines of the bundled font, so that no program can replace or drop it.

mod bars;
mod body;
mod canvas;
mod combined;
mod components;
mod dots;
mod error;
mod fonts;
mod frame;
mod glyphs;
mod hatch;
mod heat;
mod labels;
mod lanes;
mod page;
mod panels;
mod path_text;
mod picture;
mod pixels;
mod raster;
mod rows;
mod slope;
mod spark;
mod spine;
mod stacked;
mod steps;
mod strip;
mod surface;
mod theme;
mod tiles;
mod track;
mod trend;
mod xml;

use domain::chart::ChartModel;

pub use error::RenderError;
pub use fonts::{FAMILY, REGULAR_TTF, SEMIBOLD_TTF};
pub use page::Vector;
pub use picture::{Drawing, PdfFacts, PictureStyle, outlined, pdf, png, vector};
pub use theme::{Theme, Token};

/// How large an image is, in CSS px.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Size {
    /// Width; at least 280 (sparklines: any, 0 for 66).
    pub width: u32,
    /// Height; 0 leaves it to the chart: bars grow with their rows.
    pub height: u32,
}

/// How a model is drawn.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Options {
    /// What every id in the SVG begins with; unique on its page. A letter, then letters,
    /// digits, `-` or `_`. Sparklines have no ids and do not look at it.
    pub id: String,
    /// Size in CSS px.
    pub size: Size,
    /// Which colours.
    pub theme: Theme,
    /// True for images that stand alone (files, slides): title, subtitle and notes are drawn
    /// inside, on a ground of their own, and the root has a width and a height. False for
    /// images in a page that says title and subtitle in HTML: no ground, and as wide as
    /// the page makes it.
    pub frame: bool,
}

/// Draws `model`.
///
/// # Errors
/// [`RenderError::Id`] and [`RenderError::NotFinite`] for what must not be given,
/// [`RenderError::TooSmall`] where the chart would not be readable in the size, with a
/// size that is enough.
pub fn svg(model: &ChartModel, options: &Options) -> Result<String, RenderError> {
    Ok(frame::draw(model, &frame::Sheet::new(options))?.svg)
}
