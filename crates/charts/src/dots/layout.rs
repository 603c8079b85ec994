//! The layout of a dot chart: its columns, the plot within a column, and the heights of the rows.

use domain::Lang;
use domain::chart::{DotRow, Dots, Emphasis, Reference};

use crate::RenderError;
use crate::body::ROOMY;
use crate::dots::scale::{self, DotAxis};
use crate::fonts;
use crate::legend::{self, Entry};
use crate::rows::{self, AXIS, RowHeaders, RowTexts};
use crate::style::TextStyle;
use crate::theme::Token;

/// Radius of a mark, in CSS px.
pub(crate) const RADIUS: f64 = 4.5;
/// Minimum horizontal distance of marks before they are moved apart, and the vertical step by which they move: small
/// for a pair, larger for more marks so that each keeps its shape.
const PAIR_SPACING: (f64, f64) = (RADIUS, RADIUS * 1.3);
const CROWD_SPACING: (f64, f64) = (RADIUS * 1.4, RADIUS * 1.9);
/// Minimum space between rows.
pub(crate) const MIN_ROW_GAP: f64 = 1.0;
/// Minimum width of a column if the rows are split into several, and the space between columns.
const MIN_COLUMN: f64 = 264.0;
pub(crate) const GUTTER: f64 = 32.0;
/// Minimum width of a plot that has values next to its marks.
const MIN_PLOT: f64 = 84.0;
/// Height of the line for the reference label.
const REFERENCE_LINE: f64 = 20.0;
/// Number of rows from which the axis is repeated at the top.
const REPEATED_AXIS_ROWS: usize = 16;
/// Distance from the left end of a legend symbol to its text.
pub(crate) const SYMBOL_WIDTH: f64 = 18.0;

/// A dot chart laid out for one width.
pub(crate) struct Layout<'a> {
    pub(crate) dots: &'a Dots,
    pub(crate) legend: Vec<Entry>,
    /// The height is given, so the whole chart is visible at once.
    height_given: bool,
    pub(crate) columns: usize,
    pub(crate) per_column: usize,
    pub(crate) column_width: f64,
    pub(crate) headers: RowHeaders,
    /// Ends of the axis shared by rows without their own scale.
    shared_ends: (f64, f64),
    pub(crate) axis: DotAxis,
    /// Left and right ends of the plot within a column.
    pub(crate) plot: (f64, f64),
    /// Texts of the ends of rows' own scales, one per row; empty for rows on the shared axis.
    pub(crate) scale_texts: Vec<String>,
    pub(crate) ticks: Vec<(f64, String)>,
    /// The lowest and the highest value of a row are next to its marks.
    has_values: bool,
    /// Vertical offset of each mark of each row.
    offsets: Vec<Vec<f64>>,
    /// Height above the marks of each row, and the row's minimum height.
    pub(crate) heights: Vec<(f64, f64)>,
}

/// Vertical position of a row, in CSS px.
pub(crate) struct RowPosition {
    pub(crate) index: usize,
    pub(crate) top: f64,
    /// Vertical centre of the marks.
    pub(crate) middle: f64,
    pub(crate) bottom: f64,
}

/// Style of the values next to marks.
pub(crate) fn value_style(row: &DotRow) -> TextStyle {
    let style = TextStyle::new(13.0, Token::Ink);
    match row.emphasis {
        Emphasis::Context => style,
        Emphasis::Highlight(_) => style.bold(),
    }
}

/// Style of the ends of rows' own scales.
pub(crate) fn end_style() -> TextStyle {
    TextStyle::new(12.0, Token::Soft)
}

impl<'a> Layout<'a> {
    pub(crate) fn new(dots: &'a Dots, lang: Lang, width: f64, height: Option<f64>) -> Result<Self, RenderError> {
        let single = Self::columns(dots, lang, width, 1)?;
        let Some(height) = height else {
            return Ok(single);
        };
        let single = Self {
            height_given: true,
            ..single
        };
        let max_columns = (((width + GUTTER) / (MIN_COLUMN + GUTTER)) as usize).clamp(1, dots.rows.len());
        let mut layout = single;
        for columns in 2..=max_columns {
            if layout.total_height(MIN_ROW_GAP) + layout.per_column as f64 <= height {
                break;
            }
            layout = Self::columns(dots, lang, width, columns)?;
            layout.height_given = true;
        }
        Ok(layout)
    }

    fn columns(dots: &'a Dots, lang: Lang, width: f64, columns: usize) -> Result<Self, RenderError> {
        let column_width = (width - GUTTER * (columns - 1) as f64) / columns as f64;
        let texts: Vec<RowTexts<'_>> = dots
            .rows
            .iter()
            .map(|row| RowTexts {
                label: &row.label,
                note: &row.note,
                bold: row.emphasis != Emphasis::Context,
            })
            .collect();
        let labels = dots.series.iter().map(|series| series.label.as_str());
        let labels: Vec<&str> = labels.filter(|label| !label.is_empty()).collect();
        let shared_ends = scale::shared(dots)?;
        let mut layout = Self {
            dots,
            legend: legend::flow(&labels, SYMBOL_WIDTH, width)?,
            height_given: false,
            columns,
            per_column: dots.rows.len().div_ceil(columns),
            column_width,
            headers: RowHeaders::new(&texts, column_width, width >= ROOMY)?,
            shared_ends,
            axis: DotAxis::new(dots, shared_ends),
            plot: (0.0, 0.0),
            scale_texts: dots.rows.iter().map(|row| scale::end_texts(row, lang)).collect(),
            ticks: Vec::new(),
            has_values: true,
            offsets: Vec::new(),
            heights: Vec::new(),
        };
        layout.measure(lang)?;
        Ok(layout)
    }

    /// Computes everything that depends on the position of the plot.
    fn measure(&mut self, lang: Lang) -> Result<(), RenderError> {
        let style = TextStyle::new(13.0, Token::Ink).bold();
        let texts = self.dots.rows.iter().flat_map(|row| &row.marks);
        let value = fonts::widest(texts.map(|mark| mark.text.as_str()), style.face, style.size)? + RADIUS + 5.0;
        let multiple = self.dots.rows.iter().any(|row| row.marks.len() > 1);
        let scale_text_width = fonts::widest(
            self.scale_texts.iter().map(String::as_str),
            end_style().face,
            end_style().size,
        )?;
        let scale_text_width = if scale_text_width > 0.0 {
            scale_text_width + 8.0
        } else {
            0.0
        };
        let (left, right) = self.headers.sides();
        let plot_ends = |insets: (f64, f64)| (left + insets.0, self.column_width - right - scale_text_width - insets.1);
        let without_values = RADIUS + 3.0;
        let with_values = plot_ends((if multiple { value } else { without_values }, value));
        self.has_values = with_values.1 - with_values.0 >= MIN_PLOT;
        self.plot = if self.has_values {
            with_values
        } else {
            plot_ends((without_values, without_values))
        };
        if self.uses_shared_axis() {
            self.ticks = rows::ticks(self.shared_ends, self.plot.1 - self.plot.0, lang)?;
            let overhang = rows::overhang(&self.ticks)?;
            self.plot.0 = self.plot.0.max(left.max(overhang));
            self.plot.1 = self.plot.1.min(self.column_width - overhang);
        }
        self.plot.1 = self.plot.1.max(self.plot.0 + 24.0);
        self.axis = std::mem::take(&mut self.axis).ticks(self.ticks.clone());
        self.offsets = (0..self.dots.rows.len()).map(|row| self.dodge(row)).collect();
        self.heights = (0..self.dots.rows.len())
            .map(|index| {
                let reach = self.offsets[index]
                    .iter()
                    .fold(0.0_f64, |reach, offset| reach.max(offset.abs()));
                let line = if self.has_values || self.scale_texts.iter().any(|text| !text.is_empty()) {
                    13.0
                } else {
                    0.0
                };
                self.headers.heights(index, (2.0 * (RADIUS + reach) + 2.0).max(line))
            })
            .collect();
        Ok(())
    }

    /// Returns true if any row uses the shared axis.
    fn uses_shared_axis(&self) -> bool {
        self.dots.rows.iter().any(|row| row.scale.is_none())
    }

    /// Returns the position of a row's value, from the left end of the column.
    pub(crate) fn x(&self, row: usize, value: f64) -> f64 {
        self.axis.between((row, value), self.plot)
    }

    /// Computes vertical offsets that keep a row's marks from covering each other.
    fn dodge(&self, row_index: usize) -> Vec<f64> {
        let row = &self.dots.rows[row_index];
        let (min_distance, step) = if row.marks.len() > 2 {
            CROWD_SPACING
        } else {
            PAIR_SPACING
        };
        let mut order: Vec<usize> = (0..row.marks.len()).collect();
        order.sort_by(|a, b| row.marks[*a].value.total_cmp(&row.marks[*b].value));
        let mut placed: Vec<(f64, f64)> = Vec::new();
        let mut offsets = vec![0.0; row.marks.len()];
        for index in order {
            let x = self.x(row_index, row.marks[index].value);
            let is_free = |offset: f64| {
                placed
                    .iter()
                    .all(|(other, at)| (at - offset).abs() > 0.5 || (x - other).abs() >= min_distance)
            };
            let steps = (0..row.marks.len()).flat_map(|step| [step as f64, -(step as f64)]);
            let offset = steps.into_iter().find(|offset| is_free(*offset)).unwrap_or(0.0);
            placed.push((x, offset));
            offsets[index] = offset;
        }
        let middle = f64::midpoint(
            offsets.iter().copied().fold(0.0, f64::min),
            offsets.iter().copied().fold(0.0, f64::max),
        );
        offsets.iter().map(|offset| (offset - middle) * step).collect()
    }

    pub(crate) fn axis_above(&self) -> bool {
        !self.height_given && self.per_column > REPEATED_AXIS_ROWS && !self.ticks.is_empty()
    }

    /// Returns the height above the rows of a column, without the legend.
    pub(crate) fn above(&self) -> f64 {
        let reference = if self.reference().is_some() {
            REFERENCE_LINE
        } else {
            0.0
        };
        reference + if self.axis_above() { AXIS } else { 0.0 }
    }

    /// Returns the height below the rows of a column.
    pub(crate) fn below(&self) -> f64 {
        if self.ticks.is_empty() { 0.0 } else { AXIS }
    }

    /// Returns the reference; `None` unless all rows share the axis.
    pub(crate) fn reference(&self) -> Option<&'a Reference> {
        let all_share_axis = self.dots.rows.iter().all(|row| row.scale.is_none());
        self.dots.reference.as_ref().filter(|_| all_share_axis)
    }

    /// Returns the height of the tallest column with this gap between rows.
    pub(crate) fn total_height(&self, gap: f64) -> f64 {
        let column = |rows: &[(f64, f64)]| rows.iter().map(|(_, height)| height + gap).sum::<f64>();
        let highest = self.heights.chunks(self.per_column).map(column).fold(0.0, f64::max);
        legend::height(&self.legend) + self.above() + highest + self.below()
    }

    pub(crate) fn shows_values(&self) -> bool {
        self.has_values
    }

    pub(crate) fn offset(&self, index: usize, mark: usize) -> f64 {
        self.offsets
            .get(index)
            .and_then(|offsets| offsets.get(mark))
            .copied()
            .unwrap_or(0.0)
    }

    /// Returns the ends of the plot in a column that begins at `left`.
    pub(crate) fn plot_ends(&self, left: f64) -> (f64, f64) {
        (left + self.plot.0, left + self.plot.1)
    }
}
