//! Writes chart models as PowerPoint decks and Excel workbooks, and briefings as Word documents, with native, editable
//! charts.
//!
//! A chart on a slide is a native chart: its figures are in a workbook embedded in the file, and
//! "Edit data" opens them. This crate computes and assumes nothing: a slide shows only what its
//! model contains. The same deck always gives the same bytes.
//!
//! The chart parts are written by this crate. The crate `ppt-rs` was tried, but writes broken charts: no
//! categories, a fixed workbook. `pptx` 0.1.0 does not support alternative text for charts.

#![warn(missing_docs)]

mod book;
mod cells_sheet;
mod chart;
mod document;
mod error;
mod excel_chart;
mod map_sheet;
mod package;
mod plot;
mod properties;
pub mod refresh;
mod sheet;
mod slides;
mod text;
mod theme;
mod tiles;
mod words;
mod xml;

use domain::{
    Date, Lang,
    chart::{BarRow, ChartModel},
};

pub use document::{Draw, Picture, docx};
pub use error::OfficeError;

/// The media type of a deck.
pub const PPTX: &str = "application/vnd.openxmlformats-officedocument.presentationml.presentation";

/// The media type of a document.
pub const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// The media type of a workbook.
pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The content of a deck or workbook.
#[derive(Clone, Debug, PartialEq)]
pub struct Deck {
    /// Language of the texts that this crate adds.
    pub lang: Lang,
    /// Title of the deck, shown on its first slide and in the file's properties.
    pub title: String,
    /// Second line of the first slide, such as the period and the edition.
    pub subtitle: String,
    /// Publication date of the newest edition in the deck. It is also the file's date, so that the same
    /// deck gives the same bytes.
    pub published: Date,
    /// A table of the most important figures, on the slide before the charts.
    pub summary: Option<Summary>,
    /// The slides, in order; at least one.
    pub slides: Vec<Slide>,
    /// The list on the last slide, one line per source; empty for a deck of one chart.
    pub sources: Vec<String>,
    /// The same with all that is known of each source, for the speaker notes of that slide.
    pub source_details: Vec<String>,
    /// Whether the deck has a title slide and a sources slide; false for the file of one chart.
    pub framed: bool,
    /// Shape of the slides.
    pub shape: Shape,
}

/// A table on a slide.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Title of the slide.
    pub title: String,
    /// Second line.
    pub subtitle: String,
    /// Headings of the columns.
    pub columns: Vec<String>,
    /// Share of the width of each column, in hundredths.
    pub widths: Vec<u8>,
    /// The rows, each as long as `columns`.
    pub rows: Vec<Vec<String>>,
    /// Sentences below the table.
    pub notes: Vec<String>,
}

/// Which rows of a ranking a slide shows, if there are more than fit legibly into one chart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Rows {
    /// The first, the highlighted and the last, with a mark where rows are left out.
    #[default]
    Ends,
    /// All, in charts of the same scale side by side.
    All,
}

/// Shape of the slides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Shape {
    /// 13.333 by 7.5 inches.
    #[default]
    Wide,
    /// 10 by 7.5 inches.
    Standard,
}

/// A slide with one chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Slide {
    /// The chart. Title, subtitle, source and notes of the model are text on the slide;
    /// the description is the chart's alternative text.
    pub model: ChartModel,
    /// Number of decimals of the values, as published.
    pub decimals: u8,
    /// Speaker notes: the finding, whether the method is comparable, the source.
    pub notes: Vec<String>,
    /// URL of the page that shows the chart in its edition; for the notes and the source line.
    pub link: String,
    /// Whether title and subtitle are on the slide.
    pub title: bool,
    /// Which rows of a long ranking are drawn.
    pub rows: Rows,
    /// Whether the notes of the model (method, coverage, licence) are on the slide.
    pub remarks: bool,
}

/// Writes a deck as a PowerPoint file (`.pptx`).
///
/// # Errors
/// [`OfficeError::NoSlides`], [`OfficeError::NotAChart`] for word-sized charts,
/// [`OfficeError::NotFinite`], [`OfficeError::NotWritten`].
pub fn pptx(deck: &Deck) -> Result<Vec<u8>, OfficeError> {
    if deck.slides.is_empty() {
        return Err(OfficeError::NoSlides);
    }
    slides::write(deck, None)
}

/// Writes a deck whose slides can be refreshed later: each has a mark that says what it shows.
///
/// # Errors
/// The same as for [`pptx`].
pub fn marked_pptx(deck: &Deck, marks: &refresh::Marks) -> Result<Vec<u8>, OfficeError> {
    if deck.slides.is_empty() {
        return Err(OfficeError::NoSlides);
    }
    slides::write(deck, Some(marks))
}

/// Returns the category of a bar in both file formats: `1. Đà Nẵng`, or only the name if there is no
/// rank.
#[must_use]
pub fn category(row: &BarRow) -> String {
    plot::category(row)
}

/// Writes a deck as an Excel workbook (`.xlsx`) with one sheet per chart: its figures, the native chart next to
/// them, its source and notes below them; and a last sheet with the sources.
///
/// # Errors
/// The same as for [`pptx`].
pub fn xlsx(deck: &Deck) -> Result<Vec<u8>, OfficeError> {
    if deck.slides.is_empty() {
        return Err(OfficeError::NoSlides);
    }
    book::write(deck)
}
