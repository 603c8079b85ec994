//! Draws chart models as accessible SVG, PNG or PDF.
//!
//! [`svg`] draws a [`ChartModel`] with plotters. The model contains everything that is shown, as formatted texts; this
//! crate only chooses positions, sizes and colours. It does not read data, knows no indicators and does no I/O.
//!
//! Every image satisfies these invariants:
//! - the source line is part of the image, no label overlaps another, and none leaves the image;
//! - no line crosses a gap or a change of method;
//! - colour is never the only cue: highlighted series also differ in marker, weight and label;
//! - there are no `style` attributes or elements and no scripts, so a strict Content-Security-Policy can be used;
//! - ids begin with [`Options::id`]; marks with a value have `class="m"` and `data-tip`.
//!
//! [`outlined`], [`png()`] and [`pdf`] draw the same pictures for files and slides. The text of the first two is drawn
//! as outlines of the bundled font, so no program can substitute or drop it.

mod area;
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
mod legend;
mod numbers;
mod page;
mod panels;
mod path_text;
mod picture;
mod pixels;
mod raster;
mod rows;
mod series;
mod slope;
mod spark;
mod spine;
mod stacked;
mod steps;
mod strip;
mod style;
mod surface;
mod theme;
mod tiles;
mod track;
mod trend;
mod units;
mod xml;

use domain::chart::ChartModel;

pub use error::RenderError;
pub use fonts::{FAMILY, REGULAR_TTF, SEMIBOLD_TTF};
pub use page::Vector;
pub use picture::{Drawing, PdfFacts, PictureStyle, outlined, pdf, png, vector};
pub use theme::{Theme, Token};

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

/// Draws `model` as SVG.
///
/// # Errors
/// [`RenderError::Id`] for an invalid id prefix, [`RenderError::NotFinite`] for values that are not finite, and
/// [`RenderError::TooSmall`], with a sufficient size, if the chart would not be readable in the requested size.
pub fn svg(model: &ChartModel, options: &Options) -> Result<String, RenderError> {
    Ok(frame::draw(model, &frame::DrawOptions::new(options))?.svg)
}
