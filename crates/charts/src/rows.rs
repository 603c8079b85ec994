//! Shared parts of charts with one row per item: names at the left (or above, if narrow), notes in a column at the
//! right, an axis with ticks.

use domain::Lang;
use plotters::coord::ranged1d::{Ranged, ValueFormatter};
use plotters::coord::types::RangedCoordf64;

use crate::RenderError;
use crate::area::Area;
use crate::axis::Rows;
use crate::body::ROOMY;
use crate::fonts;
use crate::mesh::{self, Ticks};
use crate::numbers::tick_texts;
use crate::style::{Anchor, GroupStyle, TextStyle};
use crate::surface::{Chart, Surface};
use crate::theme::Token;
use crate::units::UNITS;

/// Height of the tick labels of an axis, in CSS px.
pub(crate) const AXIS: f64 = 20.0;
/// Distance from the plot to the capitals of the tick labels, which centres them in [`AXIS`].
const TICK_DISTANCE: f64 = 6.0;
/// Space between a column of texts and the marks, in CSS px.
const TEXT_GAP: f64 = 12.0;
/// Space between texts above the marks and the marks.
const ABOVE_GAP: f64 = 4.0;
/// Maximum share of the width for names beside the marks, and for notes.
const NAME_SHARE: f64 = 0.34;
const NOTE_SHARE: f64 = 0.18;
/// The same for names in a narrow column.
const NARROW_NAME_SHARE: f64 = 0.44;

/// Texts of a row before line breaking.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RowTexts<'a> {
    pub(crate) label: &'a str,
    pub(crate) note: &'a str,
    pub(crate) bold: bool,
}

/// Texts of a row, broken into lines.
struct RowHeader {
    label: Vec<String>,
    note: Vec<String>,
    bold: bool,
    /// If the texts are above the marks: the note is at the end of the label's first line.
    note_on_label_line: bool,
}

/// The texts of all rows.
pub(crate) struct RowHeaders {
    rows: Vec<RowHeader>,
    beside: bool,
    label_width: f64,
    note_width: f64,
    size: f64,
}

fn note_style() -> TextStyle {
    TextStyle::new(13.0, Token::Ink)
}

impl RowHeaders {
    /// Breaks the texts of `rows` for a width; if `beside`, they are placed beside the marks, otherwise above.
    pub(crate) fn new(rows: &[RowTexts<'_>], width: f64, beside: bool) -> Result<Self, RenderError> {
        let size = if width < ROOMY { 13.0 } else { 14.0 };
        let mut headers = Self {
            rows: Vec::with_capacity(rows.len()),
            beside,
            label_width: 0.0,
            note_width: 0.0,
            size,
        };
        for row in rows {
            let header = headers.header(row, width)?;
            let face = headers.style(&header).face;
            let widest = |lines: &[String], face, size| fonts::widest(lines.iter().map(String::as_str), face, size);
            headers.label_width = headers.label_width.max(widest(&header.label, face, size)?);
            headers.note_width = headers
                .note_width
                .max(widest(&header.note, note_style().face, note_style().size)?);
            headers.rows.push(header);
        }
        Ok(headers)
    }

    fn header(&self, row: &RowTexts<'_>, width: f64) -> Result<RowHeader, RenderError> {
        let style = self.label_style(row.bold);
        let smaller = note_style();
        let wrap = |max_width: f64| fonts::wrap(row.label, style.face, style.size, max_width, 3);
        let note = |max_width: f64| fonts::wrap(row.note, smaller.face, smaller.size, max_width, 3);
        let note_width = smaller.width(row.note)?;
        let note_on_label_line = note_width <= width * 0.4;
        let (label, note) = if self.beside {
            let names = if width < ROOMY { NARROW_NAME_SHARE } else { NAME_SHARE };
            (wrap(width * names)?, note((width * NOTE_SHARE).max(72.0))?)
        } else if note_on_label_line {
            let label_width = if note_width > 0.0 {
                width - note_width - TEXT_GAP
            } else {
                width
            };
            (wrap(label_width)?, note(width)?)
        } else {
            (wrap(width)?, note(width)?)
        };
        Ok(RowHeader {
            label,
            note,
            bold: row.bold,
            note_on_label_line,
        })
    }

    fn label_style(&self, bold: bool) -> TextStyle {
        let style = TextStyle::new(self.size, Token::Ink);
        if bold { style.bold() } else { style }
    }

    fn style(&self, header: &RowHeader) -> TextStyle {
        self.label_style(header.bold)
    }

    /// Returns the space that the texts take at the left and at the right of the marks.
    pub(crate) fn sides(&self) -> (f64, f64) {
        let with_gap = |width: f64| if width > 0.0 { width + TEXT_GAP } else { 0.0 };
        if self.beside {
            (with_gap(self.label_width), with_gap(self.note_width))
        } else {
            (0.0, 0.0)
        }
    }

    /// Returns true if the texts are beside the marks, so that lines may run from row to row.
    pub(crate) fn beside(&self) -> bool {
        self.beside
    }

    /// Returns the height above the marks and the minimum height of a row whose marks need `marks`.
    pub(crate) fn heights(&self, index: usize, marks: f64) -> (f64, f64) {
        let Some(header) = self.rows.get(index) else {
            return (0.0, marks);
        };
        // A single line needs only its font size, several lines their leading.
        let height = |lines: usize, style: TextStyle| match lines {
            1 if self.beside => style.size,
            lines => lines as f64 * style.leading(),
        };
        let label = height(header.label.len(), self.style(header));
        let note = height(header.note.len(), note_style());
        if self.beside {
            (0.0, label.max(note).max(marks))
        } else {
            let above = if header.note_on_label_line {
                label.max(note)
            } else {
                label + note
            };
            (above + ABOVE_GAP, above + ABOVE_GAP + marks)
        }
    }

    /// Draws the texts of a row that begins at the top of `area` and whose marks are centred on `middle`.
    pub(crate) fn draw(&self, surface: &Surface, index: usize, area: Area, middle: f64) -> Result<(), RenderError> {
        let Some(header) = self.rows.get(index) else {
            return Ok(());
        };
        let (style, smaller) = (self.style(header), note_style());
        let label = header.label.len() as f64 * style.leading();
        let note = header.note.len() as f64 * smaller.leading();
        let (label_at, note_at, left) = if self.beside {
            (middle, middle, area.right)
        } else if header.note_on_label_line {
            (area.top + label / 2.0, area.top + style.leading() / 2.0, area.right)
        } else {
            (area.top + label / 2.0, area.top + label + note / 2.0, area.left)
        };
        surface.lines(&header.label, (area.left, label_at), style)?;
        let anchor = if left > area.left { Anchor::End } else { Anchor::Start };
        surface.lines(&header.note, (left, note_at), smaller.anchor(anchor))
    }
}

/// Returns the ticks of an axis with their labels, as many as fit into `width`.
pub(crate) fn ticks((low, high): (f64, f64), width: f64, lang: Lang) -> Result<Vec<(f64, String)>, RenderError> {
    let style = axis_style();
    let mut result = Vec::new();
    for max_ticks in [9, 6, 5, 4, 3, 2] {
        let values = RangedCoordf64::from(low..high).key_points(max_ticks);
        let texts = tick_texts(&values, lang);
        let widest = fonts::widest(texts.iter().map(String::as_str), style.face, style.size)?;
        let spacing = match values[..] {
            [first, second, ..] => (second - first) / (high - low) * width,
            _ => width,
        };
        result = values.into_iter().zip(texts).collect();
        if spacing >= widest + 18.0 {
            break;
        }
        result.truncate(1);
    }
    Ok(result)
}

fn axis_style() -> TextStyle {
    TextStyle::new(12.0, Token::Soft)
}

/// Returns half of the width of the widest tick label: how far it extends past the plot.
pub(crate) fn overhang(ticks: &[(f64, String)]) -> Result<f64, RenderError> {
    let style = axis_style();
    Ok(fonts::widest(ticks.iter().map(|(_, text)| text.as_str()), style.face, style.size)? / 2.0)
}

/// Draws the tick labels above and below a chart, where it has space for them.
pub(crate) fn axis<X, Y, XT, YT>(surface: &Surface, chart: &mut Chart<X, Y>) -> Result<(), RenderError>
where
    X: Ranged<ValueType = XT> + ValueFormatter<XT>,
    Y: Ranged<ValueType = YT> + ValueFormatter<YT>,
{
    let quiet = |style: &mut GroupStyle| {
        style.fill = Some(Token::Soft);
        style.font_size = (axis_style().size * UNITS) as u32;
        style.anchor = Anchor::Middle;
    };
    surface.group("axis", "", quiet, || {
        mesh::labels(chart, Ticks::X, TICK_DISTANCE, axis_style())
    })
}

/// Draws vertical grid lines at the ticks of an axis from top to bottom of each strip, as one path: the mesh of a chart
/// for each strip. `ends` are the left and right ends of the axis.
pub(crate) fn grid<X, XT>(
    surface: &Surface,
    axis: &X,
    (left, right): (f64, f64),
    strips: &[(f64, f64)],
) -> Result<(), RenderError>
where
    X: Ranged<ValueType = XT> + ValueFormatter<XT> + Clone,
{
    let chart = |(top, bottom): &(f64, f64)| {
        let area = Area {
            left,
            right,
            top: *top,
            bottom: *bottom,
        };
        surface.chart(area, axis.clone(), Rows::default())
    };
    let mut charts = strips.iter().map(chart).collect::<Result<Vec<_>, _>>()?;
    mesh::grid(surface, &mut charts, Ticks::X, Token::Line)
}
