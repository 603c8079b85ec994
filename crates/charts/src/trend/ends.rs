//! Direct labels of the series in a trend: in a column at the right, or beside the last
//! point of a series that ends early.

use domain::chart::{Emphasis, Trend, TrendSeries};

use crate::RenderError;
use crate::body::{ROOMY, series_color};
use crate::fonts;
use crate::surface::{Area, Shape};
use crate::theme::Token;
use crate::trend::{FAR, label_look, position, year_range};

/// From a last point to a label beside it.
const BESIDE: f64 = 9.0;
/// What a label beside a point keeps free around itself.
const FREE: f64 = 3.0;

/// What direct labels say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Says {
    /// The name, which for ranks begins with the last rank.
    Name,
    /// The last value, where the chart has one line.
    Value,
    /// Both.
    NameAndValue,
}

/// Where a direct label stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Place {
    /// In the column at the right.
    Column,
    /// Beside its last point: left end and middle, from the upper left corner of the plot.
    Beside(f64, f64),
}

/// The direct label of a highlighted series.
pub(crate) struct End<'a> {
    pub(crate) series: &'a TrendSeries,
    /// What stands at its end.
    label: String,
    /// The label is a value, not a name.
    value: bool,
    pub(crate) color: Token,
    pub(crate) shape: Shape,
    pub(crate) lines: Vec<String>,
    /// Position of the last point on the axes.
    pub(crate) last: (f64, f64),
    pub(crate) place: Place,
}

impl End<'_> {
    pub(crate) fn height(&self) -> f64 {
        self.lines.len() as f64 * label_look().leading() + 1.0
    }

    /// Moves the label into the column, where it must say its year; there is no room for its value as well.
    pub(crate) fn move_to_column(&mut self, trend: &Trend, width: f64) -> Result<(), RenderError> {
        self.place = Place::Column;
        let year = self.series.points.last().map(|point| format!("({})", point.year));
        let year = year.as_deref().unwrap_or_default();
        self.lines = if self.value {
            vec![self.label.clone(), year.to_owned()]
        } else {
            broken(&self.series.label, year, width)?
        };
        debug_assert!(
            self.ends_early(trend),
            "only a series that ends early has its year said"
        );
        Ok(())
    }

    /// The label in one piece, and in two lines of about the same width, with the width.
    pub(crate) fn shapes(&self) -> Result<Vec<(Vec<String>, f64)>, RenderError> {
        let look = label_look();
        let label = self.label.as_str();
        let whole = look.width(label)?;
        let mut shapes = vec![(vec![label.to_owned()], whole)];
        let halves = fonts::wrap(label, look.face, look.size, whole * 0.65, 3)?;
        if halves.len() == 2 && !halves[1].ends_with('…') {
            let wide = fonts::widest(halves.iter().map(String::as_str), look.face, look.size)?;
            shapes.push((halves, wide));
        }
        Ok(shapes)
    }

    pub(crate) fn ends_early(&self, trend: &Trend) -> bool {
        self.last.0 < year_range(trend).1
    }
}

/// The direct labels of all highlighted series. Those that end early hope to stand
/// beside their last points.
pub(crate) fn ends(trend: &Trend, width: f64, says: Says) -> Result<Vec<End<'_>>, RenderError> {
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
        let (name, last_value) = match says {
            Says::Name => (&series.label, ""),
            Says::Value => (&point.text, ""),
            Says::NameAndValue => (&series.label, point.text.as_str()),
        };
        let mut end = End {
            series,
            lines: broken(name, last_value, width)?,
            label: format!("{name} {last_value}").trim_end().to_owned(),
            value: says == Says::Value,
            color,
            shape: Shape::of_series(number),
            last: (index, point.value),
            place: Place::Column,
        };
        if end.ends_early(trend) {
            end.place = Place::Beside(0.0, 0.0);
        }
        ends.push(end);
    }
    Ok(ends)
}

/// A label in at most two lines; `end`, a year or a value, is never cut off.
fn broken(label: &str, end: &str, width: f64) -> Result<Vec<String>, RenderError> {
    let look = label_look();
    let max = (width * 0.36).max(96.0) - if width < ROOMY { FAR / 2.0 } else { 0.0 };
    let wrap = |text: &str, max: f64| fonts::wrap(text, look.face, look.size, max, 2);
    if end.is_empty() {
        return wrap(label, max);
    }
    let mut lines = wrap(&format!("{label} {end}"), max)?;
    if !lines.last().is_some_and(|line| line.ends_with(end)) {
        lines = wrap(label, max - look.width(&format!(" {end}"))?)?;
        if let Some(line) = lines.last_mut() {
            line.push(' ');
            line.push_str(end);
        }
    }
    Ok(lines)
}

/// What labels beside points must not cover, from the upper left corner of the plot.
pub(crate) struct Taken {
    /// Lines of series and rules of breaks; a point is a line to itself.
    pub(crate) lines: Vec<((f64, f64), (f64, f64))>,
    /// Markers, words and labels.
    pub(crate) boxes: Vec<Area>,
}

impl Taken {
    /// Where a label of this size fits beside `point` in a plot of `size` (its left end and
    /// its middle): to the right, else above or below.
    pub(crate) fn beside(&self, point: (f64, f64), label: (f64, f64), size: (f64, f64)) -> Option<(f64, f64)> {
        let ((x, y), (wide, high)) = (point, label);
        let over = high / 2.0 + BESIDE - 2.0;
        let tries = [
            (x + BESIDE, y),
            (x - BESIDE / 2.0, y - over),
            (x - BESIDE / 2.0, y + over),
            (x - wide / 2.0, y - over),
            (x - wide / 2.0, y + over),
            (x + BESIDE / 2.0 - wide, y - over),
            (x + BESIDE / 2.0 - wide, y + over),
        ];
        let fits = |(left, middle): &(f64, f64)| {
            let needed = Area {
                left: left - FREE,
                right: left + wide + FREE,
                top: middle - high / 2.0 - FREE,
                bottom: middle + high / 2.0 + FREE,
            };
            let inside = needed.left >= 0.0 && needed.right <= size.0 && needed.top >= 0.0 && needed.bottom <= size.1;
            inside
                && !self.boxes.iter().any(|other| meet(needed, *other))
                && !self.lines.iter().any(|(from, to)| crosses(*from, *to, needed))
        };
        tries.into_iter().find(fits)
    }
}

fn meet(one: Area, other: Area) -> bool {
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
}

/// True when the straight line has a point in the box (Liang and Barsky).
fn crosses(from: (f64, f64), to: (f64, f64), area: Area) -> bool {
    let (mut enters, mut leaves) = (0.0_f64, 1.0_f64);
    let sides = [
        (from.0, to.0 - from.0, area.left, area.right),
        (from.1, to.1 - from.1, area.top, area.bottom),
    ];
    for (start, way, low, high) in sides {
        if way == 0.0 {
            if start < low || start > high {
                return false;
            }
            continue;
        }
        let (a, b) = ((low - start) / way, (high - start) / way);
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
    fn a_line_crosses_a_box_that_it_has_a_point_in() {
        assert!(crosses((0.0, 0.0), (30.0, 30.0), BOX));
        assert!(crosses((15.0, 15.0), (15.0, 15.0), BOX));
        assert!(crosses((15.0, 0.0), (15.0, 90.0), BOX));
        assert!(!crosses((0.0, 0.0), (30.0, 5.0), BOX));
        assert!(!crosses((0.0, 15.0), (9.0, 15.0), BOX));
        assert!(!crosses((0.0, 25.0), (25.0, 45.0), BOX));
    }

    #[test]
    fn a_label_gives_way_upwards_and_leaves_when_nothing_is_free() {
        let mut taken = Taken {
            lines: Vec::new(),
            boxes: Vec::new(),
        };
        let find = |taken: &Taken| taken.beside((50.0, 50.0), (30.0, 16.0), (100.0, 100.0));
        assert_eq!(find(&taken), Some((59.0, 50.0)));
        taken.lines.push(((70.0, 48.0), (70.0, 100.0)));
        assert_eq!(find(&taken), Some((45.5, 35.0)));
        taken.lines.push(((0.0, 20.0), (100.0, 40.0)));
        taken.lines.push(((0.0, 60.0), (100.0, 70.0)));
        assert_eq!(find(&taken), None);
    }

    #[test]
    fn the_year_is_never_cut_off() {
        let lines = broken("Trung bình cả nước", "(2016)", 720.0);
        assert_eq!(lines.as_deref(), Ok(&["Trung bình cả nước (2016)".to_owned()][..]));
        let long = "Một cái tên rất dài không thể nào vừa trong hai dòng của một cột hẹp";
        let lines = broken(long, "(2016)", 280.0).unwrap();
        assert!(lines.len() == 2 && lines[1].ends_with("… (2016)"), "{lines:?}");
    }
}
