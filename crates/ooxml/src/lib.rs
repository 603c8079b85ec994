//! Chart models in; PowerPoint decks and Excel workbooks with native, editable charts out.
//!
//! A chart on a slide is a chart: its figures stand in a workbook inside the file, and
//! "Edit data" opens them. Nothing is computed here and nothing is guessed: what a model
//! does not say is not on the slide. The same deck gives the same bytes.
//!
//! The chart parts are our own. The crate `ppt-rs` was tried and writes broken charts: no
//! categories, a fixed workbook. `pptx` 0.1.0 knows no text alternative for charts.

mod book;
mod cells_sheet;
mod chart;
mod error;
mod excel_chart;
mod map_sheet;
mod package;
mod plot;
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

pub use error::OfficeError;

/// The media type of a deck.
pub const PPTX: &str = "application/vnd.openxmlformats-officedocument.presentationml.presentation";

/// The media type of a workbook.
pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// What a deck says.
#[derive(Clone, Debug, PartialEq)]
pub struct Deck {
    /// Language of the deck's own words.
    pub lang: Lang,
    /// Title of the deck, on its first slide and in the file's properties.
    pub title: String,
    /// Second line of the first slide: the period, the edition.
    pub subtitle: String,
    /// Day of the newest edition in the deck: the file's date, so that the same deck gives the
    /// same bytes.
    pub published: Date,
    /// The slides, in order; at least one.
    pub slides: Vec<Slide>,
    /// What the last slide lists: one line a source, none for a deck of one chart.
    pub sources: Vec<String>,
    /// True with a title slide and a sources slide; false for the file of one chart.
    pub framed: bool,
    /// Shape of the slides.
    pub shape: Shape,
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

/// One chart on a slide of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Slide {
    /// What is drawn. Title, subtitle, source and notes of the model stand on the slide as text;
    /// the description is the chart's alternative text.
    pub model: ChartModel,
    /// Decimals of the values, as published.
    pub decimals: u8,
    /// Speaker notes: the finding, the verdict on the method, where it comes from.
    pub notes: Vec<String>,
    /// Address of the page that shows the chart, under the edition; for the notes and the source line.
    pub link: String,
    /// Whether title and subtitle are on the slide.
    pub title: bool,
    /// Whether the notes of the model (method, coverage, licence) are on the slide.
    pub remarks: bool,
}

/// The file of a deck (`.pptx`).
///
/// # Errors
/// [`OfficeError::NoSlides`], [`OfficeError::NotAChart`] for word-sized charts,
/// [`OfficeError::NotFinite`], [`OfficeError::NotWritten`].
pub fn pptx(deck: &Deck) -> Result<Vec<u8>, OfficeError> {
    if deck.slides.is_empty() {
        return Err(OfficeError::NoSlides);
    }
    slides::write(deck)
}

/// The category that a bar has in both files: `1. Đà Nẵng`, or the name alone where there is no
/// rank.
#[must_use]
pub fn category(row: &BarRow) -> String {
    plot::category(row)
}

/// A workbook (`.xlsx`) with a sheet for each chart: its figures, the native chart beside them, its
/// source and notes under them; and a last sheet with the sources.
///
/// # Errors
/// As [`pptx`].
pub fn xlsx(deck: &Deck) -> Result<Vec<u8>, OfficeError> {
    if deck.slides.is_empty() {
        return Err(OfficeError::NoSlides);
    }
    book::write(deck)
}
