//! Errors while writing a file.

/// Why a file was not written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum OfficeError {
    /// The deck has no charts.
    #[error("a deck needs at least one chart")]
    NoSlides,
    /// A kind of chart that belongs in running text, not on a slide.
    #[error("charts of kind `{0}` cannot be shown on a slide")]
    NotAChart(&'static str),
    /// A value is not a finite number.
    #[error("a figure of `{0}` is not a finite number")]
    NotFinite(String),
    /// The file format's writer failed.
    #[error("the file could not be written: {0}")]
    NotWritten(String),
}
