//! Lines and bump charts: series over years, broken where the method changed.

use domain::Lang;
use domain::chart::{Emphasis, Trend, TrendSeries};
use plotters::coord::ranged1d::Ranged as _;
use plotters::coord::types::RangedCoordf64;

use crate::RenderError;
use crate::body::{Body, ROOMY, finite, name_of, series_color};
use crate::canvas::{TEXT, UNITS};
use crate::fonts;
use crate::labels::{Wish, spread};
use crate::surface::{Area, Marker, Plot, Shape, Strokes, Surface, Type, refused, units};
use crate::theme::Token;
use crate::trend_axes::{self, BreakLabel};

/// Height of the row of years, in CSS px.
pub(crate) const YEARS: f64 = 24.0;
/// Room above the plot for markers on its upper edge.
const HEAD: f64 = 8.0;
/// From the last year to labels that stand at their points.
const NEAR: f64 = 10.0;
/// From the last year to labels that a leader leads to.
const FAR: f64 = 32.0;

/// What the value axis holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Scores, growing upwards.
    Scores,
    /// Ranks, 1 on top.
    Ranks,
}

/// The direct label of a highlighted series.
struct End<'a> {
    series: &'a TrendSeries,
    color: Token,
    shape: Shape,
    lines: Vec<String>,
    /// Position of the last point on the axes.
    last: (f64, f64),
}

/// Measured texts; positions count from the left end of the area.
pub(crate) struct Layout<'a> {
    pub(crate) trend: &'a Trend,
    pub(crate) kind: Kind,
    pub(crate) lang: Lang,
    pub(crate) low: f64,
    pub(crate) high: f64,
    /// Values with a tick; empty for ranks, whose ticks depend on the height.
    pub(crate) ticks: Vec<f64>,
    pub(crate) breaks: Vec<BreakLabel>,
    ends: Vec<End<'a>>,
    left: f64,
    right: f64,
    roomy: bool,
}

/// Direct labels.
fn label_look() -> Type {
    Type::new(TEXT, Token::Ink).bold()
}

impl<'a> Layout<'a> {
    pub(crate) fn new(trend: &'a Trend, kind: Kind, lang: Lang, width: f64) -> Result<Self, RenderError> {
        let (low, high) = scale(trend, kind)?;
        let ticks = match kind {
            Kind::Scores => RangedCoordf64::from(low..high).key_points(6),
            Kind::Ranks => Vec::new(),
        };
        let gutter = trend_axes::gutter(&ticks, high, kind, lang)?;
        let ends = ends(trend, width)?;
        let look = label_look();
        let mut margin = 18.0_f64;
        if !ends.is_empty() {
            let texts = ends.iter().flat_map(|end| end.lines.iter().map(String::as_str));
            margin = FAR + fonts::widest(texts, look.face, look.size)?;
        }
        let mut layout = Self {
            trend,
            kind,
            lang,
            low,
            high,
            ticks,
            breaks: Vec::new(),
            ends,
            left: gutter,
            right: width - margin,
            roomy: width >= ROOMY,
        };
        layout.right = layout.right.min(trend_axes::room_for_breaks(&layout, width));
        layout.breaks = trend_axes::place_breaks(&layout, width)?;
        Ok(layout)
    }

    /// Left edge of the plot and the width of it.
    pub(crate) fn extent(&self) -> (f64, f64) {
        (self.left, self.right - self.left)
    }

    /// Position of the year with this index from the left end of the area.
    pub(crate) fn x(&self, index: f64) -> f64 {
        let (start, end) = year_range(self.trend);
        self.left + (index - start) / (end - start) * (self.right - self.left)
    }

    fn head(&self) -> f64 {
        trend_axes::breaks_height(&self.breaks) + HEAD
    }

    fn plot_area(&self, area: Area) -> Area {
        Area {
            left: area.left + self.left,
            right: area.left + self.right,
            top: area.top + self.head(),
            bottom: area.bottom - YEARS,
        }
    }

    fn labels_height(&self) -> f64 {
        self.ends.iter().map(label_height).sum()
    }

    fn context(&self, surface: &Surface, plot: &Plot) -> Result<(), RenderError> {
        let quiet = |look: &mut crate::canvas::Look| {
            look.fill = None;
            look.stroke = Some(Token::Grid);
            look.stroke_width = units(1.0) as u32;
        };
        let round = r#" stroke-linejoin="round" stroke-linecap="round""#;
        surface.group("context", round, quiet, || {
            let context = |series: &&TrendSeries| series.emphasis == Emphasis::Context;
            for series in self.trend.series.iter().filter(context) {
                self.path(surface, plot, series, Token::Grid, 1.0)?;
            }
            Ok(())
        })
    }

    fn path(
        &self,
        surface: &Surface,
        plot: &Plot,
        series: &TrendSeries,
        color: Token,
        width: f64,
    ) -> Result<(), RenderError> {
        let (points, cuts) = joined_points(self.trend, series);
        if points.is_empty() {
            return Ok(());
        }
        if series.emphasis == Emphasis::Context {
            surface.tip(name_of(&series.label))?;
        }
        let strokes = Strokes {
            points,
            cuts,
            color,
            width,
        };
        plot.draw(&strokes).map_err(refused)
    }

    fn highlighted(&self, surface: &Surface, plot: &Plot, end: &End<'_>) -> Result<(), RenderError> {
        let round = r#" stroke-linejoin="round""#;
        surface.group(
            "series",
            round,
            |_| {},
            || {
                let width = if self.roomy { 2.5 } else { 2.0 };
                self.path(surface, plot, end.series, end.color, width)?;
                let halo = |look: &mut crate::canvas::Look| {
                    look.fill = Some(end.color);
                    look.stroke = Some(Token::Card);
                    look.stroke_width = UNITS as u32;
                };
                surface.group("", "", halo, || {
                    let name = name_of(&end.series.label);
                    for point in &end.series.points {
                        let Some(index) = position(self.trend, point.year) else {
                            continue;
                        };
                        surface.tip(&format!("{name} · {} · {}", point.year, point.text))?;
                        let marker = Marker {
                            at: (index, point.value),
                            shape: end.shape,
                            radius: if self.roomy { 4.0 } else { 3.5 },
                            color: end.color,
                        };
                        plot.draw(&marker).map_err(refused)?;
                    }
                    Ok(())
                })
            },
        )
    }

    fn labels(&self, surface: &Surface, plot: Area) -> Result<(), RenderError> {
        let span = self.high - self.low;
        let y = |value: f64| match self.kind {
            Kind::Scores => plot.bottom - (value - self.low) / span * plot.height(),
            Kind::Ranks => plot.top + (value - self.low) / span * plot.height(),
        };
        let wishes: Vec<Wish> = self
            .ends
            .iter()
            .map(|end| Wish {
                wanted: y(end.last.1),
                height: label_height(end),
            })
            .collect();
        // Not beside the break labels, and not beside the years.
        let middles = spread(&wishes, plot.top - HEAD, plot.bottom + HEAD);
        let (_, last) = year_range(self.trend);
        // One label that moves makes all of them be led to: they stay in one column.
        let led = (0..self.ends.len())
            .any(|index| (middles[index] - wishes[index].wanted).abs() > 1.0 || self.ends[index].last.0 < last);
        let left = plot.right + if led { FAR } else { NEAR };
        let look = label_look();
        surface.group(
            "labels",
            "",
            |group| group.bold = true,
            || {
                for (index, end) in self.ends.iter().enumerate() {
                    let middle = middles[index];
                    if led {
                        let to = (left - 11.0, middle);
                        // From the end of the axis only: a leader that runs through years
                        // would read as figures. Elsewhere the marker alone tells.
                        if end.last.0 >= last {
                            let from = (plot.right + 6.0, wishes[index].wanted);
                            surface.line(&[from, to], end.color, 1.0)?;
                        }
                        surface.marker(end.shape, to, 3.5, end.color)?;
                    }
                    surface.lines(&end.lines, (left, middle), look)?;
                }
                Ok(())
            },
        )
    }
}

fn label_height(end: &End<'_>) -> f64 {
    end.lines.len() as f64 * label_look().leading() + 1.0
}

impl Body for Layout<'_> {
    fn height(&self) -> f64 {
        let plot: f64 = match (self.kind, self.roomy) {
            (Kind::Ranks, true) => 470.0,
            (Kind::Ranks, false) => 430.0,
            (Kind::Scores, true) => 320.0,
            (Kind::Scores, false) => 270.0,
        };
        self.head() + plot.max(self.labels_height()) + YEARS
    }

    fn least(&self) -> f64 {
        self.head() + self.labels_height().max(120.0) + YEARS
    }

    fn draw(&self, surface: &Surface, area: Area) -> Result<(), RenderError> {
        let inner = self.plot_area(area);
        let (start, end) = year_range(self.trend);
        let y = match self.kind {
            Kind::Scores => self.low..self.high,
            Kind::Ranks => self.high..self.low,
        };
        let plot = surface.plot(inner, start..end, y);
        trend_axes::draw(self, surface, &plot, area, inner)?;
        self.context(surface, &plot)?;
        for end in self.ends.iter().rev() {
            self.highlighted(surface, &plot, end)?;
        }
        self.labels(surface, inner)
    }
}

fn ends(trend: &Trend, width: f64) -> Result<Vec<End<'_>>, RenderError> {
    let look = label_look();
    let max = (width * 0.36).max(96.0) - if width < ROOMY { FAR / 2.0 } else { 0.0 };
    let mut ends = Vec::new();
    for series in &trend.series {
        let (Emphasis::Highlight(number), Some(color)) = (series.emphasis, series_color(series.emphasis)) else {
            continue;
        };
        let last = series
            .points
            .iter()
            .rev()
            .find_map(|point| Some((position(trend, point.year)?, point.value)));
        let Some(last) = last else {
            continue;
        };
        ends.push(End {
            series,
            color,
            shape: Shape::of_series(number),
            lines: fonts::wrap(&series.label, look.face, look.size, max, 2)?,
            last,
        });
    }
    Ok(ends)
}

/// Where a year stands on the axis.
pub(crate) fn position(trend: &Trend, year: i32) -> Option<f64> {
    let index = trend.years.iter().position(|other| *other == year)?;
    Some(index as f64)
}

/// The ends of the axis of years: a single year stands in the middle.
pub(crate) fn year_range(trend: &Trend) -> (f64, f64) {
    match trend.years.len() {
        0 | 1 => (-0.5, 0.5),
        many => (0.0, many as f64 - 1.0),
    }
}

/// All points of a series, and where a new stretch begins.
pub(crate) fn joined_points(trend: &Trend, series: &TrendSeries) -> (Vec<(f64, f64)>, Vec<usize>) {
    let mut points = Vec::with_capacity(series.points.len());
    let mut cuts = Vec::new();
    for stretch in trend.stretches(series) {
        if !points.is_empty() {
            cuts.push(points.len());
        }
        for point in stretch {
            if let Some(index) = position(trend, point.year) {
                points.push((index, point.value));
            }
        }
    }
    (points, cuts)
}

/// Ends of the value axis, the lower first: as the model says, but never without room for
/// a figure, and never of no length.
pub(crate) fn scale(trend: &Trend, kind: Kind) -> Result<(f64, f64), RenderError> {
    finite("axis", &[trend.min, trend.max])?;
    let mut low = trend.min.min(trend.max);
    let mut high = trend.min.max(trend.max);
    for series in &trend.series {
        for point in &series.points {
            finite(&series.label, &[point.value])?;
            low = low.min(point.value);
            high = high.max(point.value);
        }
    }
    if high <= low {
        high = low + 1.0;
        if kind == Kind::Scores {
            low -= 1.0;
        }
    }
    Ok((low, high))
}
