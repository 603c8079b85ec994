//! Draws chart models as accessible SVG, PNG or PDF.
//!
//! [`svg`] draws a [`ChartModel`](domain::chart::ChartModel) with plotters. The model contains everything that is
//! shown, as formatted texts; this crate only chooses positions, sizes and colours. It does not read data, knows no
//! indicators and does no I/O.
//!
//! Every image satisfies these invariants:
//! - the source line is part of the image, no label overlaps another, and none leaves the image;
//! - no line crosses a gap or a change of method;
//! - colour is never the only cue: highlighted series also differ in marker, weight and label;
//! - there are no `style` attributes or elements and no scripts, so a strict Content-Security-Policy can be used;
//! - ids begin with [`Options::id`]; marks with a value have `class="m"` and `data-tip`.
//!
//! Inside, a kind of chart is laid out in CSS px (`body.rs`). Then it draws: each part with an axis is a chart context of
//! plotters (`surface.rs`) with axes of `axis.rs`, grid lines and tick labels as its mesh (`mesh.rs`), and marks as series
//! of plotters' elements and those of `elements.rs`. Texts and symbols without an axis are elements on the whole picture.
//! Colours are those of a palette (`palette.rs`), which the backend (`canvas/`) resolves to the theme.
//!
//! [`outlined`], [`png()`] and [`pdf`] draw the same pictures for files and slides. The text of the first two is drawn
//! as outlines of the bundled font, so no program can substitute or drop it.

#![warn(missing_docs)]

mod area;
mod axis;
mod bars;
mod body;
mod canvas;
mod combined;
mod components;
mod dots;
mod draw;
mod drawing;
mod elements;
mod error;
mod fonts;
mod frame;
mod glyphs;
mod hatch;
mod heat;
mod kinds;
mod labels;
mod lanes;
mod legend;
mod mesh;
mod numbers;
mod options;
mod page;
mod palette;
mod panels;
mod path_text;
mod picture;
mod pixels;
mod raster;
mod rows;
mod series;
mod shape;
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

pub use draw::svg;
pub use drawing::Drawing;
pub use error::RenderError;
pub use fonts::{FAMILY, REGULAR_TTF, SEMIBOLD_TTF};
pub use options::{Options, Size};
pub use page::{PdfFacts, Vector};
pub use picture::{PictureStyle, outlined, pdf, png, vector};
pub use theme::{Theme, Token};
