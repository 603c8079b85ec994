//! What can go wrong while writing a file.

/// Why a file was not written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum OfficeError {
    /// A deck without charts.
    #[error("a deck needs at least one chart")]
    NoSlides,
    /// A kind of chart that stands in a line of text and not on a slide.
    #[error("`{0}` is no chart for a slide")]
    NotAChart(&'static str),
    /// A value is not a finite number.
    #[error("a figure of `{0}` is not a finite number")]
    NotFinite(String),
    /// The writer refused.
    #[error("the file could not be written: {0}")]
    NotWritten(String),
}
