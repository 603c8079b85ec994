//! What can go wrong while drawing.

/// Why a chart was not drawn.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum RenderError {
    /// The id prefix is not a letter followed by letters, digits, `-` or `_`.
    #[error("`{0}` cannot begin the ids of a chart")]
    Id(String),
    /// A value or an end of an axis is not a finite number.
    #[error("a figure of `{0}` is not a finite number")]
    NotFinite(String),
    /// The chart cannot be drawn readably in the size that was asked for.
    #[error("{width} × {height} px is too small, this chart needs {needed_width} × {needed_height} px")]
    TooSmall {
        /// Width asked for, in CSS px.
        width: u32,
        /// Height asked for, in CSS px; 0 where it was left to the chart.
        height: u32,
        /// Width that is enough, in CSS px.
        needed_width: u32,
        /// Height that is enough at the width asked for, in CSS px.
        needed_height: u32,
    },
    /// A bundled font could not be read.
    #[error("the bundled font could not be read")]
    Font,
    /// Plotters refused to draw.
    #[error("plotters: {0}")]
    Draw(String),
}
