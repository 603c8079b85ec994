//! A briefing in; a tagged PDF of one or two A4 pages out.
//!
//! [`pdf`] lays a [`Briefing`] out by measured widths of the bundled faces and writes it with
//! krilla: real text in embedded subsets, headings, lists and tables tagged for screen readers,
//! checked against PDF/UA-1 while it is written. It reads no figures and does no I/O. The same
//! briefing gives the same bytes: the file's date is the day of the edition.
//!
//! Where two pages are not enough, the type gets smaller first, then the sections give way that the
//! briefing says may, and at last rows; the paper says what was left out and where it stands.

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

/// The two weights of one family, which cover Vietnamese, and a font for what they lack, as bytes of OpenType files.
#[derive(Clone, Copy, Debug)]
pub struct Fonts {
    /// Weight 400.
    pub regular: &'static [u8],
    /// Weight 600.
    pub semibold: &'static [u8],
    /// For characters that the other two lack, such as those of titles in Chinese or Japanese.
    pub fallback: &'static [u8],
}

/// Why no paper was made.
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
/// [`PaperError::Font`] for fonts that cannot be read, [`PaperError::Chart`] for charts that cannot be drawn,
/// [`PaperError::Write`] where the PDF would
/// not be accessible or is too large for its format.
pub fn pdf(briefing: &Briefing, fonts: Fonts) -> Result<Vec<u8>, PaperError> {
    let faces = faces::Faces::new(fonts)?;
    let pictures = picture::Pictures::of(briefing)?;
    let sheets = fit::fit(briefing, &faces, &pictures);
    draw::draw(briefing, &faces, &sheets)
}
