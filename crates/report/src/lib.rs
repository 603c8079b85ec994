//! Writes a briefing as a tagged PDF of one or two A4 pages.
//!
//! [`pdf`] lays a [`Briefing`] out with the measured widths of the bundled fonts and writes it with krilla: real text
//! in embedded font subsets; headings, lists and tables tagged for screen readers; validated against PDF/UA-1 while it
//! is written. It reads no data and does no I/O. The output is deterministic: the file's date is the edition's
//! publication date.
//!
//! If two pages are not enough, the type is made smaller first, then the sections that the briefing marks as optional
//! are dropped, and finally rows are cut. The report lists what was left out and links to the full version.

#![warn(missing_docs)]

mod draw;
mod faces;
mod fit;
mod flow;
mod lines;
mod pages;
mod picture;
mod piece;
mod table;
mod tags;

use domain::briefing::Briefing;

pub use fit::MOST_PAGES;

/// Bytes of OpenType fonts: two weights of one family, which cover Vietnamese, and a fallback.
#[derive(Clone, Copy, Debug)]
pub struct Fonts {
    /// Weight 400.
    pub regular: &'static [u8],
    /// Weight 600.
    pub semibold: &'static [u8],
    /// For characters that the other two lack, such as those of titles in Chinese or Japanese.
    pub fallback: &'static [u8],
}

/// Why a report could not be written.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum PaperError {
    /// A font could not be read.
    #[error("a font could not be read")]
    Font,
    /// A chart could not be drawn.
    #[error("a chart could not be drawn: {0}")]
    Chart(#[from] charts::RenderError),
    /// The PDF could not be written.
    #[error("the PDF could not be written: {0}")]
    Write(String),
}

/// Lays a briefing out on at most [`MOST_PAGES`] pages.
///
/// # Errors
/// [`PaperError::Font`] if a font cannot be read, [`PaperError::Chart`] if a chart cannot be drawn,
/// [`PaperError::Write`] if the PDF would not be accessible or is too large for its format.
pub fn pdf(briefing: &Briefing, fonts: Fonts) -> Result<Vec<u8>, PaperError> {
    let faces = faces::Faces::new(fonts)?;
    let pictures = picture::Pictures::draw_all(briefing)?;
    let fitted = fit::fit(briefing, &faces, &pictures);
    draw::draw(briefing, &faces, &fitted)
}
