//! Direct labels of the series of a trend: in a column at the right, or next to the last point of a series that ends
//! early.

use domain::chart::{Emphasis, Trend, TrendSeries};

use crate::RenderError;
use crate::area::Area;
use crate::body::ROOMY;
use crate::fonts;
use crate::series::series_color;
use crate::shape::Shape;
use crate::style::{TEXT, TextStyle};
use crate::theme::Token;
use crate::trend::years::{position, year_range};

/// Distance from the last year to labels at their points.
pub(crate) const NEAR_DISTANCE: f64 = 10.0;
/// Distance from the last year to labels with leader lines.
pub(crate) const LEADER_DISTANCE: f64 = 32.0;
/// Distance from a last point to a label next to it.
const POINT_DISTANCE: f64 = 9.0;
/// Clear margin around a label next to a point.
const CLEARANCE: f64 = 3.0;

/// Style of direct labels.
pub(crate) fn label_style() -> TextStyle {
    TextStyle::new(TEXT, Token::Ink).bold()
}

/// The content of direct labels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LabelContent {
    /// The name, which for ranks begins with the last rank.
    Name,
    /// The last value, if the chart has only one line.
    Value,
    /// Name and last value.
    NameAndValue,
}

/// Position of a direct label.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum LabelPosition {
    /// In the column at the right.
    Column,
    /// Next to its last point: left end and vertical centre, from the upper left corner of the plot.
    Beside(f64, f64),
}

/// The direct label of a highlighted series.
pub(crate) struct End<'a> {
    pub(crate) series: &'a TrendSeries,
    /// Text of the label if it is next to the last point.
    label: String,
    /// True if the label is a value, not a name.
    is_value: bool,
    pub(crate) color: Token,
    pub(crate) shape: Shape,
    pub(crate) lines: Vec<String>,
    /// Position of the last point in axis coordinates.
    pub(crate) last: (f64, f64),
    pub(crate) position: LabelPosition,
}

impl End<'_> {
    pub(crate) fn height(&self) -> f64 {
        self.lines.len() as f64 * label_style().leading() + 1.0
    }

    /// Moves the label into the column, where it must include its year; there is no space for its value as well.
    pub(crate) fn move_to_column(&mut self, trend: &Trend, width: f64) -> Result<(), RenderError> {
        self.position = LabelPosition::Column;
        let year = self.series.points.last().map(|point| format!("({})", point.year));
        let year = year.as_deref().unwrap_or_default();
        self.lines = if self.is_value {
            vec![self.label.clone(), year.to_owned()]
        } else {
            label_lines(&self.series.label, year, width)?
        };
        debug_assert!(
            self.ends_early(trend),
            "only the label of a series that ends early includes its year"
        );
        Ok(())
    }

    /// Returns the possible layouts of the label next to a point, with their widths: in one line, and in two lines of
    /// about equal width.
    pub(crate) fn layouts(&self) -> Result<Vec<(Vec<String>, f64)>, RenderError> {
        let style = label_style();
        let label = self.label.as_str();
        let line_width = style.width(label)?;
        let mut layouts = vec![(vec![label.to_owned()], line_width)];
        let two_lines = fonts::wrap(label, style.face, style.size, line_width * 0.65, 3)?;
        if two_lines.len() == 2 && !two_lines[1].ends_with('…') {
            let width = fonts::widest(two_lines.iter().map(String::as_str), style.face, style.size)?;
            layouts.push((two_lines, width));
        }
        Ok(layouts)
    }

    pub(crate) fn ends_early(&self, trend: &Trend) -> bool {
        self.last.0 < year_range(trend).1
    }
}

/// Returns the direct labels of all highlighted series. Those of series that end early are first placed next to their
/// last points.
pub(crate) fn ends(trend: &Trend, width: f64, content: LabelContent) -> Result<Vec<End<'_>>, RenderError> {
    let mut ends = Vec::new();
    for series in &trend.series {
        let (Emphasis::Highlight(number), Some(color)) = (series.emphasis, series_color(series.emphasis)) else {
            continue;
        };
        let last = series
            .points
            .iter()
            .rev()
            .find_map(|point| Some((position(trend, point.year)?, point)));
        let Some((index, point)) = last else {
            continue;
        };
        let (name, last_value) = match content {
            LabelContent::Name => (&series.label, ""),
            LabelContent::Value => (&point.text, ""),
            LabelContent::NameAndValue => (&series.label, point.text.as_str()),
        };
        let mut end = End {
            series,
            lines: label_lines(name, last_value, width)?,
            label: format!("{name} {last_value}").trim_end().to_owned(),
            is_value: content == LabelContent::Value,
            color,
            shape: Shape::of_series(number),
            last: (index, point.value),
            position: LabelPosition::Column,
        };
        if end.ends_early(trend) {
            end.position = LabelPosition::Beside(0.0, 0.0);
        }
        ends.push(end);
    }
    Ok(ends)
}

/// Breaks a label into at most two lines; `suffix`, a year or a value, is never cut off.
fn label_lines(label: &str, suffix: &str, width: f64) -> Result<Vec<String>, RenderError> {
    let style = label_style();
    let max_width = (width * 0.36).max(96.0) - if width < ROOMY { LEADER_DISTANCE / 2.0 } else { 0.0 };
    let wrap = |text: &str, max_width: f64| fonts::wrap(text, style.face, style.size, max_width, 2);
    if suffix.is_empty() {
        return wrap(label, max_width);
    }
    let mut lines = wrap(&format!("{label} {suffix}"), max_width)?;
    if !lines.last().is_some_and(|line| line.ends_with(suffix)) {
        lines = wrap(label, max_width - style.width(&format!(" {suffix}"))?)?;
        if let Some(line) = lines.last_mut() {
            line.push(' ');
            line.push_str(suffix);
        }
    }
    Ok(lines)
}

/// Obstacles for labels next to points, from the upper left corner of the plot.
pub(crate) struct Obstacles {
    /// Lines of series and rules of breaks; a single point is a line of zero length.
    pub(crate) lines: Vec<((f64, f64), (f64, f64))>,
    /// Markers, texts and labels.
    pub(crate) boxes: Vec<Area>,
}

impl Obstacles {
    /// Returns the left end and the vertical centre of a label of this size next to `point` in a plot of `size`: to the
    /// right, otherwise above or below; `None` if it fits nowhere.
    pub(crate) fn beside(&self, point: (f64, f64), label: (f64, f64), size: (f64, f64)) -> Option<(f64, f64)> {
        let ((x, y), (width, height)) = (point, label);
        let vertical_distance = height / 2.0 + POINT_DISTANCE - 2.0;
        let candidates = [
            (x + POINT_DISTANCE, y),
            (x - POINT_DISTANCE / 2.0, y - vertical_distance),
            (x - POINT_DISTANCE / 2.0, y + vertical_distance),
            (x - width / 2.0, y - vertical_distance),
            (x - width / 2.0, y + vertical_distance),
            (x + POINT_DISTANCE / 2.0 - width, y - vertical_distance),
            (x + POINT_DISTANCE / 2.0 - width, y + vertical_distance),
        ];
        let fits = |(left, middle): &(f64, f64)| {
            let needed = Area {
                left: left - CLEARANCE,
                right: left + width + CLEARANCE,
                top: middle - height / 2.0 - CLEARANCE,
                bottom: middle + height / 2.0 + CLEARANCE,
            };
            let inside = needed.left >= 0.0 && needed.right <= size.0 && needed.top >= 0.0 && needed.bottom <= size.1;
            inside
                && !self.boxes.iter().any(|other| overlap(needed, *other))
                && !self.lines.iter().any(|(from, to)| crosses(*from, *to, needed))
        };
        candidates.into_iter().find(fits)
    }
}

fn overlap(a: Area, b: Area) -> bool {
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

/// Returns true if the straight line has a point in the box (Liang–Barsky line clipping).
fn crosses(from: (f64, f64), to: (f64, f64), area: Area) -> bool {
    let (mut enters, mut leaves) = (0.0_f64, 1.0_f64);
    let sides = [
        (from.0, to.0 - from.0, area.left, area.right),
        (from.1, to.1 - from.1, area.top, area.bottom),
    ];
    for (start, delta, low, high) in sides {
        if delta == 0.0 {
            if start < low || start > high {
                return false;
            }
            continue;
        }
        let (a, b) = ((low - start) / delta, (high - start) / delta);
        enters = enters.max(a.min(b));
        leaves = leaves.min(a.max(b));
    }
    enters <= leaves
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOX: Area = Area {
        left: 10.0,
        top: 10.0,
        right: 20.0,
        bottom: 20.0,
    };

    #[test]
    fn a_line_crosses_a_box_that_contains_one_of_its_points() {
        assert!(crosses((0.0, 0.0), (30.0, 30.0), BOX));
        assert!(crosses((15.0, 15.0), (15.0, 15.0), BOX));
        assert!(crosses((15.0, 0.0), (15.0, 90.0), BOX));
        assert!(!crosses((0.0, 0.0), (30.0, 5.0), BOX));
        assert!(!crosses((0.0, 15.0), (9.0, 15.0), BOX));
        assert!(!crosses((0.0, 25.0), (25.0, 45.0), BOX));
    }

    #[test]
    fn a_label_moves_up_and_is_dropped_if_no_position_is_free() {
        let mut obstacles = Obstacles {
            lines: Vec::new(),
            boxes: Vec::new(),
        };
        let find = |obstacles: &Obstacles| obstacles.beside((50.0, 50.0), (30.0, 16.0), (100.0, 100.0));
        assert_eq!(find(&obstacles), Some((59.0, 50.0)));
        obstacles.lines.push(((70.0, 48.0), (70.0, 100.0)));
        assert_eq!(find(&obstacles), Some((45.5, 35.0)));
        obstacles.lines.push(((0.0, 20.0), (100.0, 40.0)));
        obstacles.lines.push(((0.0, 60.0), (100.0, 70.0)));
        assert_eq!(find(&obstacles), None);
    }

    #[test]
    fn the_year_is_never_cut_off() {
        let lines = label_lines("Trung bình cả nước", "(2016)", 720.0);
        assert_eq!(lines.as_deref(), Ok(&["Trung bình cả nước (2016)".to_owned()][..]));
        let long = "Một cái tên rất dài không thể nào vừa trong hai dòng của một cột hẹp";
        let lines = label_lines(long, "(2016)", 280.0).unwrap();
        assert!(lines.len() == 2 && lines[1].ends_with("… (2016)"), "{lines:?}");
    }
}
