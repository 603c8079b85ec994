//! Errors of drawing.

/// Why a chart could not be drawn.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum RenderError {
    /// The id prefix is not a letter followed by letters, digits, `-` or `_`.
    #[error("`{0}` is not a valid prefix for the ids of a chart")]
    Id(String),
    /// A value or an end of an axis is not a finite number.
    #[error("a value of `{0}` is not a finite number")]
    NotFinite(String),
    /// The chart is not readable in the requested size.
    #[error("{width} × {height} px is too small; this chart needs {needed_width} × {needed_height} px")]
    TooSmall {
        /// Requested width, in CSS px.
        width: u32,
        /// Requested height, in CSS px; 0 for the chart's natural height.
        height: u32,
        /// Sufficient width, in CSS px.
        needed_width: u32,
        /// Sufficient height at the requested width, in CSS px.
        needed_height: u32,
    },
    /// A bundled font could not be read.
    #[error("the bundled font could not be read")]
    Font,
    /// Plotters returned an error.
    #[error("plotters: {0}")]
    Draw(String),
}
