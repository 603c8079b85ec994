//! Legends: entries with a symbol and a text, in as many lines as they need.

use plotters_backend::BackendCoord;

use crate::RenderError;
use crate::fonts;
use crate::style::TextStyle;
use crate::theme::Token;
use crate::units::to_canvas;

/// Height of a line of a legend, in CSS px.
pub(crate) const LEGEND_LINE: f64 = 21.0;

/// Style of legend texts.
pub(crate) fn legend_style() -> TextStyle {
    TextStyle::new(13.0, Token::Ink)
}

/// An entry of a legend: its text, its left end and its line.
pub(crate) struct Entry {
    pub(crate) text: String,
    pub(crate) left: f64,
    pub(crate) line: usize,
}

/// Arranges legend entries with a symbol of this width in as many lines as they need.
pub(crate) fn flow(texts: &[&str], symbol_width: f64, width: f64) -> Result<Vec<Entry>, RenderError> {
    let style = legend_style();
    let (mut left, mut line) = (0.0, 0);
    let mut entries = Vec::with_capacity(texts.len());
    for text in texts {
        let text = fonts::cut(text, style.face, style.size, width - symbol_width)?;
        let entry_width = symbol_width + style.width(&text)?;
        if left > 0.0 && left + entry_width > width {
            (left, line) = (0.0, line + 1);
        }
        entries.push(Entry { text, left, line });
        left += entry_width + 20.0;
    }
    Ok(entries)
}

/// Returns the height of a legend with the space below it.
pub(crate) fn height(entries: &[Entry]) -> f64 {
    entries
        .last()
        .map_or(0.0, |entry| (entry.line + 1) as f64 * LEGEND_LINE + 8.0)
}

/// Returns the corners of a swatch whose left edge is centred on a point; `size` is its width and height, in CSS px.
pub(crate) fn swatch((left, middle): (f64, f64), size: (f64, f64)) -> [BackendCoord; 2] {
    let half = size.1 / 2.0;
    [(left, middle - half), (left + size.0, middle + half)].map(to_canvas)
}
