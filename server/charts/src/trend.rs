//! Lines and bump charts: series over years, broken where the method changed.

use domain::Lang;
use domain::chart::{Emphasis, Trend, TrendSeries};
use plotters::coord::ranged1d::Ranged as _;
use plotters::coord::types::RangedCoordf64;

use crate::RenderError;
use crate::body::{Body, ROOMY, finite, name_of};
use crate::canvas::{TEXT, UNITS};
use crate::fonts;
use crate::labels::{Wish, spread};
use crate::surface::{Area, Marker, Plot, Strokes, Surface, Type, refused, units};
use crate::theme::Token;
use crate::trend_axes::{self, BreakLabel};
use crate::trend_ends::{self, End, Place, Taken};
use crate::trend_gaps::{self, Gap};

/// Height of the row of years, in CSS px.
pub(crate) const YEARS: f64 = 24.0;
/// Room above the plot for markers on its upper edge.
const HEAD: f64 = 8.0;
/// From the last year to labels that stand at their points.
const NEAR: f64 = 10.0;
/// From the last year to labels that a leader leads to.
pub(crate) const FAR: f64 = 32.0;

/// What the value axis holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Scores, growing upwards.
    Scores,
    /// Ranks, 1 on top.
    Ranks,
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
    /// Positions of the years with figures, ascending.
    pub(crate) filled: Vec<usize>,
    /// The years between them.
    pub(crate) gaps: Vec<Gap>,
    pub(crate) breaks: Vec<BreakLabel>,
    ends: Vec<End<'a>>,
    left: f64,
    right: f64,
    roomy: bool,
}

/// Direct labels.
pub(crate) fn label_look() -> Type {
    Type::new(TEXT, Token::Ink).bold()
}

impl<'a> Layout<'a> {
    pub(crate) fn new(
        trend: &'a Trend,
        kind: Kind,
        lang: Lang,
        width: f64,
        height: Option<f64>,
    ) -> Result<Self, RenderError> {
        let (low, high) = scale(trend, kind)?;
        let ticks = match kind {
            Kind::Scores => RangedCoordf64::from(low..high).key_points(6),
            Kind::Ranks => Vec::new(),
        };
        let gutter = trend_axes::gutter(&ticks, high, kind, lang)?;
        let filled = trend_gaps::filled(trend);
        let mut layout = Self {
            trend,
            kind,
            lang,
            low,
            high,
            ticks,
            gaps: trend_gaps::gaps(&filled, trend.years.len()),
            filled,
            breaks: Vec::new(),
            ends: trend_ends::ends(trend, width)?,
            left: gutter,
            right: width,
            roomy: width >= ROOMY,
        };
        // A label that finds no room beside its point moves into the column, which may
        // make the column wider and the plot narrower: then all are placed again.
        loop {
            layout.measure(width)?;
            if layout.stand_beside(width, height)? {
                return Ok(layout);
            }
        }
    }

    /// Everything that depends on the width of the column of labels.
    fn measure(&mut self, width: f64) -> Result<(), RenderError> {
        let look = label_look();
        let column = || self.ends.iter().filter(|end| end.place == Place::Column);
        let mut margin = 18.0_f64;
        if column().next().is_some() {
            let texts = column().flat_map(|end| end.lines.iter().map(String::as_str));
            margin = FAR + fonts::widest(texts, look.face, look.size)?;
        }
        self.right = width - margin;
        self.right = self.right.min(trend_axes::room_for_breaks(self, width));
        self.breaks = trend_axes::place_breaks(self, width)?;
        let mut gaps = std::mem::take(&mut self.gaps);
        for gap in &mut gaps {
            gap.say(self.lang, self.x(gap.to) - self.x(gap.from))?;
        }
        self.gaps = gaps;
        Ok(())
    }

    /// Finds places beside their last points for labels of series that end early. False
    /// when a label had to move into the column.
    fn stand_beside(&mut self, width: f64, height: Option<f64>) -> Result<bool, RenderError> {
        if self.ends.iter().all(|end| end.place == Place::Column) {
            return Ok(true);
        }
        let height = height.unwrap_or_else(|| self.height()) - self.head() - YEARS;
        let size = (self.right - self.left, height.max(1.0));
        let mut taken = self.taken(size);
        let leading = label_look().leading();
        let mut ends = std::mem::take(&mut self.ends);
        let mut kept = true;
        for end in &mut ends {
            if end.place == Place::Column {
                continue;
            }
            let point = self.spot(end.last, size);
            let mut found = None;
            for (lines, wide) in end.shapes()? {
                let high = lines.len() as f64 * leading + 1.0;
                if let Some(corner) = taken.beside(point, (wide, high), size) {
                    found = Some((lines, wide, high, corner));
                    break;
                }
            }
            if let Some((lines, wide, high, (left, middle))) = found {
                taken.boxes.push(Area {
                    left,
                    right: left + wide,
                    top: middle - high / 2.0,
                    bottom: middle + high / 2.0,
                });
                end.lines = lines;
                end.place = Place::Beside(left, middle);
            } else {
                end.move_to_column(self.trend, width)?;
                kept = false;
            }
        }
        self.ends = ends;
        Ok(kept)
    }

    /// A point of the axes, from the upper left corner of a plot of this size.
    fn spot(&self, (index, value): (f64, f64), size: (f64, f64)) -> (f64, f64) {
        let share = (value - self.low) / (self.high - self.low) * size.1;
        let y = match self.kind {
            Kind::Scores => size.1 - share,
            Kind::Ranks => share,
        };
        (self.x(index) - self.left, y)
    }

    /// What is drawn in a plot of this size.
    fn taken(&self, size: (f64, f64)) -> Taken {
        let mut taken = Taken {
            lines: Vec::new(),
            boxes: Vec::new(),
        };
        for series in &self.trend.series {
            let (points, cuts) = joined_points(self.trend, series);
            let spots: Vec<(f64, f64)> = points.iter().map(|point| self.spot(*point, size)).collect();
            for (index, spot) in spots.iter().enumerate() {
                let starts = index == 0 || cuts.contains(&index);
                taken.lines.push((if starts { *spot } else { spots[index - 1] }, *spot));
                if series.emphasis != Emphasis::Context {
                    taken.boxes.push(Area {
                        left: spot.0 - 5.0,
                        right: spot.0 + 5.0,
                        top: spot.1 - 5.0,
                        bottom: spot.1 + 5.0,
                    });
                }
            }
        }
        for rule in &self.breaks {
            let x = self.x(rule.index) - self.left;
            taken.lines.push(((x, 0.0), (x, size.1)));
        }
        let words = |gap: &Gap| {
            let middle = f64::midpoint(self.x(gap.from), self.x(gap.to)) - self.left;
            gap.words(middle, size.1)
        };
        taken.boxes.extend(self.gaps.iter().filter_map(words));
        taken
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
        self.ends.iter().map(End::height).sum()
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
            let name = name_of(&series.label);
            match series.points.last() {
                Some(last) => surface.tip(&format!("{name} · {} · {}", last.year, last.text))?,
                None => surface.tip(name)?,
            }
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
        let size = (plot.width(), plot.height());
        let column: Vec<&End<'_>> = self.ends.iter().filter(|end| end.place == Place::Column).collect();
        let wishes: Vec<Wish> = column
            .iter()
            .map(|end| Wish {
                wanted: plot.top + self.spot(end.last, size).1,
                height: end.height(),
            })
            .collect();
        // Not beside the break labels, and not beside the years.
        let middles = spread(&wishes, plot.top - HEAD, plot.bottom + HEAD);
        // One label that moves makes all of them be led to: they stay in one column.
        let led = (0..column.len())
            .any(|index| (middles[index] - wishes[index].wanted).abs() > 1.0 || column[index].ends_early(self.trend));
        let left = plot.right + if led { FAR } else { NEAR };
        let look = label_look();
        surface.group(
            "labels",
            "",
            |group| group.bold = true,
            || {
                for end in &self.ends {
                    if let Place::Beside(left, middle) = end.place {
                        surface.lines(&end.lines, (plot.left + left, plot.top + middle), look)?;
                    }
                }
                for (index, end) in column.iter().enumerate() {
                    let middle = middles[index];
                    if led {
                        let to = (left - 11.0, middle);
                        // From the end of the axis only: a leader that runs through years
                        // would read as figures. Elsewhere the marker alone tells.
                        if !end.ends_early(self.trend) {
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
        trend_axes::bands(self, surface, area, inner)?;
        trend_axes::draw(self, surface, &plot, area, inner)?;
        self.context(surface, &plot)?;
        for end in self.ends.iter().rev() {
            self.highlighted(surface, &plot, end)?;
        }
        self.labels(surface, inner)
    }
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
