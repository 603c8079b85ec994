//! Slope charts: two years side by side, with one line per province; only dots if the years are not comparable.

use domain::Lang;
use domain::chart::{Emphasis, Slope, SlopeRow};
use messages::fill;

use crate::RenderError;
use crate::area::Area;
use crate::axis::Axis;
use crate::body::{Body, ROOMY};
use crate::elements::{Marker, Strokes, stroke};
use crate::fonts;
use crate::labels::{LabelBox, spread};
use crate::mesh::{self, Ticks};
use crate::numbers::finite;
use crate::series::series_color;
use crate::shape::Shape;
use crate::style::{Anchor, GroupStyle, TEXT, TextStyle};
use crate::surface::{Chart, Surface, draw_series};
use crate::theme::Token;
use crate::units::{UNITS, units};

/// Maximum number of rows for which every row has a label.
const MAX_LABELS: usize = 24;
/// Height of the headings, in CSS px.
const HEAD: f64 = 30.0;
/// Distance from an axis to labels at their points.
const NEAR_DISTANCE: f64 = 10.0;
/// Distance from an axis to labels with leader lines.
const LEADER_DISTANCE: f64 = 24.0;
/// Diameter of a grey dot.
const DOT_DIAMETER: f64 = 5.0;
/// Space between value and name.
const VALUE_GAP: f64 = 8.0;

/// One of the two axes.
#[derive(Clone, Copy, PartialEq)]
enum Side {
    Left,
    Right,
}

impl Side {
    /// Returns the horizontal direction of labels from the axis, and their anchor.
    fn direction(self) -> (f64, Anchor) {
        match self {
            Self::Left => (-1.0, Anchor::End),
            Self::Right => (1.0, Anchor::Start),
        }
    }

    /// Returns the position of the axis, its direction and the anchor of labels.
    fn axis(self, plot: Area) -> (f64, f64, Anchor) {
        let (sign, anchor) = self.direction();
        let axis = match self {
            Self::Left => plot.left,
            Self::Right => plot.right,
        };
        (axis, sign, anchor)
    }
}

/// A slope chart laid out for one width.
pub(crate) struct Layout<'a> {
    slope: &'a Slope,
    low: f64,
    high: f64,
    /// Rows with labels.
    labelled: Vec<&'a SlopeRow>,
    /// The left side has space for names, not only for values.
    left_names: bool,
    value_widths: (f64, f64),
    /// Maximum width of a name.
    name_width: f64,
    without: Vec<String>,
    roomy: bool,
}

fn footnote_style() -> TextStyle {
    TextStyle::new(12.0, Token::Soft)
}

impl<'a> Layout<'a> {
    pub(crate) fn new(slope: &'a Slope, lang: Lang, width: f64) -> Result<Self, RenderError> {
        let (low, high) = scale(slope)?;
        let label_all = slope.rows.len() <= MAX_LABELS;
        let labelled: Vec<&SlopeRow> = slope
            .rows
            .iter()
            .filter(|row| label_all || row.emphasis != Emphasis::Context)
            .collect();
        let style = TextStyle::new(TEXT, Token::Ink).bold();
        let widest =
            |text: fn(&SlopeRow) -> &str| fonts::widest(labelled.iter().map(|row| text(row)), style.face, style.size);
        let names = widest(|row| &row.label)?;
        let value_widths = (widest(|row| &row.left_text)?, widest(|row| &row.right_text)?);
        let values = value_widths.0 + value_widths.1;
        let full_width = values + 2.0 * (names + VALUE_GAP + LEADER_DISTANCE);
        // The lines between the axes must stay readable.
        let left_names = full_width <= width * 0.7;
        let sides = if left_names { 2.0 } else { 1.0 };
        let name_space = (width * 0.7 - values - 2.0 * LEADER_DISTANCE) / sides - VALUE_GAP;
        Ok(Self {
            slope,
            low,
            high,
            labelled,
            left_names,
            value_widths,
            name_width: names.min(name_space.max(72.0)),
            without: without(slope, lang, width)?,
            roomy: width >= ROOMY,
        })
    }

    fn side_width(&self, side: Side) -> f64 {
        if self.labelled.is_empty() {
            return 24.0;
        }
        let (value, names) = match side {
            Side::Left => (self.value_widths.0, self.left_names),
            Side::Right => (self.value_widths.1, true),
        };
        let name = if names { self.name_width + VALUE_GAP } else { 0.0 };
        value + name + LEADER_DISTANCE
    }

    fn footnote_height(&self) -> f64 {
        if self.without.is_empty() {
            return 0.0;
        }
        10.0 + self.without.len() as f64 * footnote_style().leading()
    }

    fn labels_height(&self) -> f64 {
        self.labelled.len() as f64 * label_height()
    }

    fn headings(&self, surface: &Surface, area: Area, inner: Area) -> Result<(), RenderError> {
        let style = TextStyle::new(14.0, Token::Ink).bold();
        let half = area.width() / 2.0 - 8.0;
        for (text, axis) in [(&self.slope.left, inner.left), (&self.slope.right, inner.right)] {
            let text = fonts::cut(text, style.face, style.size, half)?;
            let reach = style.width(&text)? / 2.0;
            let x = axis.max(area.left + reach).min(area.right - reach);
            surface.text(&text, (x, area.top + 9.0), style.anchor(Anchor::Middle))?;
        }
        Ok(())
    }

    fn marks(&self, surface: &Surface, chart: &mut Chart<Axis, Axis>) -> Result<(), RenderError> {
        let highlights = self.slope.rows.iter().any(|row| series_color(row.emphasis).is_some());
        let grey = if highlights { Token::Grid } else { Token::Soft };
        let rows = |emphasised: bool| {
            let rows = self.slope.rows.iter();
            rows.filter(move |row| (row.emphasis != Emphasis::Context) == emphasised)
        };
        // A segment of one point is as long as its round caps: a dot.
        let (extra, width) = if self.slope.joined {
            ("", 1.0)
        } else {
            (r#" stroke-linecap="round""#, DOT_DIAMETER)
        };
        let context = |style: &mut GroupStyle| {
            style.stroke = Some(grey);
            style.stroke_width = units(width) as u32;
            style.fill = None;
        };
        let lines = rows(false).map(|row| self.both_ends(row, grey, width));
        surface.group("context", extra, context, || draw_series(chart, lines))?;
        for row in rows(true) {
            let (Some(color), Emphasis::Highlight(number)) = (series_color(row.emphasis), row.emphasis) else {
                continue;
            };
            if self.slope.joined {
                let line = self.both_ends(row, color, 2.5);
                draw_series(chart, [line])?;
            }
            let ends = [
                ((0.0, row.left), &self.slope.left, &row.left_text),
                ((1.0, row.right), &self.slope.right, &row.right_text),
            ];
            let markers = ends.map(|(at, heading, text)| {
                // A line has one tooltip for both ends.
                let tip = if self.slope.joined {
                    String::new()
                } else {
                    format!("{} · {heading}: {text}", row.label)
                };
                Marker::new(at, Shape::of_series(number), 4.0, color).tip(tip)
            });
            draw_series(chart, markers)?;
        }
        Ok(())
    }

    /// Returns a row as one path: a line, or a dot at each end if the years are not comparable.
    fn both_ends(&self, row: &SlopeRow, color: Token, width: f64) -> Strokes<(f64, f64)> {
        let (left, right) = (&self.slope.left, &self.slope.right);
        let tip = format!(
            "{} · {left}: {} · {right}: {}",
            row.label, row.left_text, row.right_text
        );
        let cuts = if self.slope.joined { Vec::new() } else { vec![1] };
        let ends = vec![(0.0, row.left), (1.0, row.right)];
        Strokes::new(ends, cuts, stroke(color, width)).tip(tip)
    }

    fn labels(&self, surface: &Surface, side: Side, bounds: (f64, f64), inner: Area) -> Result<(), RenderError> {
        let value = |row: &SlopeRow| match side {
            Side::Left => row.left,
            Side::Right => row.right,
        };
        let label_box = |row: &&SlopeRow| LabelBox {
            preferred: self.axis().between(value(row), (inner.bottom, inner.top)),
            height: label_height(),
        };
        let boxes: Vec<LabelBox> = self.labelled.iter().map(label_box).collect();
        let centres = spread(&boxes, bounds.0, bounds.1);
        let moved = |index: usize| (centres[index] - boxes[index].preferred).abs() > 1.0;
        let has_leaders = (0..centres.len()).any(moved);
        let gap = if has_leaders { LEADER_DISTANCE } else { NEAR_DISTANCE };
        let (axis, sign, anchor) = side.axis(inner);
        surface.group(
            "labels",
            "",
            |style| style.anchor = anchor,
            || {
                for (index, row) in self.labelled.iter().enumerate() {
                    let y = centres[index];
                    if has_leaders {
                        let from = (axis + sign * 5.0, boxes[index].preferred);
                        let to = (axis + sign * (gap - 4.0), y);
                        let color = series_color(row.emphasis).unwrap_or(Token::Soft);
                        surface.line(&[from, to], color, 1.0)?;
                    }
                    self.label(surface, row, side, (axis + sign * gap, y))?;
                }
                Ok(())
            },
        )
    }

    /// Draws the value next to the axis and the name beyond it.
    fn label(&self, surface: &Surface, row: &SlopeRow, side: Side, (x, y): (f64, f64)) -> Result<(), RenderError> {
        let (sign, anchor) = side.direction();
        let mut style = TextStyle::new(TEXT, Token::Ink).anchor(anchor);
        if row.emphasis != Emphasis::Context {
            style = style.bold();
        }
        let (text, value_width, names) = match side {
            Side::Left => (&row.left_text, self.value_widths.0, self.left_names),
            Side::Right => (&row.right_text, self.value_widths.1, true),
        };
        surface.text(text, (x, y), style)?;
        if !names {
            return Ok(());
        }
        let name = fonts::cut(&row.label, style.face, style.size, self.name_width)?;
        surface.text(&name, (x + sign * (value_width + VALUE_GAP), y), style)
    }

    /// Returns the axis of values; ranks have the first at the top.
    fn axis(&self) -> Axis {
        if self.slope.ranks {
            Axis::new(self.high, self.low)
        } else {
            Axis::new(self.low, self.high)
        }
    }
}

fn label_height() -> f64 {
    TextStyle::new(TEXT, Token::Ink).leading() + 1.0
}

impl Body for Layout<'_> {
    fn height(&self) -> f64 {
        let plot: f64 = if self.roomy { 420.0 } else { 380.0 };
        HEAD + plot.max(self.labels_height() + 16.0) + self.footnote_height()
    }

    fn min_height(&self) -> f64 {
        HEAD + self.labels_height().max(140.0) + 16.0 + self.footnote_height()
    }

    fn draw(&self, surface: &Surface, area: Area) -> Result<(), RenderError> {
        let inner = Area {
            left: area.left + self.side_width(Side::Left),
            right: area.right - self.side_width(Side::Right),
            top: area.top + HEAD,
            bottom: area.bottom - self.footnote_height() - 8.0,
        };
        let years = Axis::new(0.0, 1.0).ticks([0.0, 1.0].map(|year| (year, String::new())).into());
        let mut chart = surface.chart(inner, years, self.axis())?;
        self.headings(surface, area, inner)?;
        // An axis line behind a column of dots would look like a string of beads.
        if self.slope.joined {
            mesh::grid(surface, std::slice::from_mut(&mut chart), Ticks::X, Token::Soft)?;
        }
        self.marks(surface, &mut chart)?;
        // Labels may extend half a line past the plot, not further.
        let bounds = (inner.top - 8.0, inner.bottom + 8.0);
        self.labels(surface, Side::Left, bounds, inner)?;
        self.labels(surface, Side::Right, bounds, inner)?;
        let footnote = |style: &mut GroupStyle| {
            style.fill = Some(Token::Soft);
            style.font_size = (12.0 * UNITS) as u32;
        };
        surface.group("without", "", footnote, || {
            let block = self.without.len() as f64 * footnote_style().leading();
            let middle = area.bottom - block / 2.0;
            surface.lines(&self.without, (area.left, middle), footnote_style())
        })
    }
}

/// Lists the provinces without a line instead of leaving them out silently.
fn without(slope: &Slope, lang: Lang, width: f64) -> Result<Vec<String>, RenderError> {
    if slope.without.is_empty() {
        return Ok(Vec::new());
    }
    let names = slope.without.join(", ");
    let text = fill!(messages::charts::INCOMPLETE, lang, provinces = &names);
    fonts::wrap(&text, footnote_style().face, footnote_style().size, width, usize::MAX)
}

fn scale(slope: &Slope) -> Result<(f64, f64), RenderError> {
    finite("axis", &[slope.min, slope.max])?;
    let mut low = slope.min.min(slope.max);
    let mut high = slope.min.max(slope.max);
    for row in &slope.rows {
        finite(&row.label, &[row.left, row.right])?;
        low = low.min(row.left).min(row.right);
        high = high.max(row.left).max(row.right);
    }
    if high <= low {
        high = low + 1.0;
    }
    Ok((low, high))
}
