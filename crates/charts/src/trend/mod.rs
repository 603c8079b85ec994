//! Lines and bump charts: series over years, broken where the method changed.

pub(crate) mod axes;
mod ends;
pub(crate) mod gaps;
mod marks;

use domain::Lang;
use domain::chart::{Emphasis, Trend, TrendSeries};
use plotters::coord::ranged1d::Ranged as _;
use plotters::coord::types::RangedCoordf64;

use self::axes::BreakLabel;
use self::ends::{End, Place, Says, Taken};
use self::gaps::Gap;
use crate::RenderError;
use crate::body::{Body, ROOMY, finite};
use crate::canvas::TEXT;
use crate::fonts;
use crate::surface::{Area, Surface, Type};
use crate::theme::Token;

/// Height of the row of years, in CSS px.
pub(crate) const YEARS: f64 = 24.0;
/// Room above the plot for markers on its upper edge.
pub(crate) const HEAD: f64 = 8.0;
/// From the last year to labels that stand at their points.
pub(crate) const NEAR: f64 = 10.0;
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
    pub(crate) ends: Vec<End<'a>>,
    left: f64,
    right: f64,
    pub(crate) roomy: bool,
    panel: Panel,
}

/// A trend's part in a picture of several that share their years.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Panel {
    /// Years stand under it.
    pub(crate) years: bool,
    /// Breaks are named above it.
    pub(crate) breaks: bool,
    /// Least room at the left of the plot, in CSS px.
    pub(crate) left: f64,
    /// Least room at the right of the plot, in CSS px.
    pub(crate) right: f64,
    /// Least height of the plot, in CSS px.
    pub(crate) least: f64,
    /// One of many: ends are labelled with their values, only the first and the last year are
    /// named, ticks are few.
    pub(crate) small: bool,
    /// Ends of the value axis that it shares with others.
    pub(crate) scale: Option<(f64, f64)>,
}

impl Panel {
    /// The only one.
    pub(crate) const ALONE: Self = Self {
        years: true,
        breaks: true,
        left: 0.0,
        right: 0.0,
        least: 120.0,
        small: false,
        scale: None,
    };
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
        (width, height): (f64, Option<f64>),
        panel: Panel,
    ) -> Result<Self, RenderError> {
        let (low, high) = scale(trend, kind)?;
        let (low, high) = panel.scale.map_or((low, high), |(l, h)| (l.min(low), h.max(high)));
        let ticks = match kind {
            Kind::Scores => RangedCoordf64::from(low..high).key_points(if panel.small { 4 } else { 6 }),
            Kind::Ranks => Vec::new(),
        };
        let gutter = axes::gutter(&ticks, high, kind, lang)?;
        let filled = gaps::filled(trend);
        let says = match kind {
            _ if panel.small => Says::Value,
            Kind::Scores => Says::NameAndValue,
            Kind::Ranks => Says::Name,
        };
        let mut layout = Self {
            trend,
            kind,
            lang,
            low,
            high,
            ticks,
            gaps: gaps::gaps(&filled, trend.years.len()),
            filled,
            breaks: Vec::new(),
            ends: ends::ends(trend, width, says)?,
            left: gutter.max(panel.left),
            right: width,
            roomy: width >= ROOMY,
            panel,
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
            margin = self.away() + fonts::widest(texts, look.face, look.size)?;
        }
        self.right = width - margin.max(self.panel.right);
        self.right = self.right.min(axes::room_for_breaks(self, width));
        self.breaks = axes::place_breaks(self, width)?;
        if !self.panel.breaks {
            self.breaks.iter_mut().for_each(BreakLabel::silence);
        }
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
        let height = height.unwrap_or_else(|| self.height()) - self.head() - self.foot();
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
    pub(crate) fn spot(&self, (index, value): (f64, f64), size: (f64, f64)) -> (f64, f64) {
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

    /// Height above the plot.
    fn head(&self) -> f64 {
        axes::breaks_height(&self.breaks) + HEAD
    }

    /// Height under the plot.
    fn foot(&self) -> f64 {
        if self.panel.years { YEARS } else { HEAD }
    }

    /// Height above and under the plot.
    pub(crate) fn around(&self) -> f64 {
        self.head() + self.foot()
    }

    /// True when the years stand under it.
    pub(crate) fn names_years(&self) -> bool {
        self.panel.years
    }

    /// From the last year to labels in the column, where a leader may lead to them: one label
    /// of a small chart needs none.
    pub(crate) fn away(&self) -> f64 {
        let column = self.ends.iter().filter(|end| end.place == Place::Column);
        if self.small() && column.count() == 1 { NEAR } else { FAR }
    }

    /// True for one of many.
    pub(crate) fn small(&self) -> bool {
        self.panel.small
    }

    fn plot_area(&self, area: Area) -> Area {
        Area {
            left: area.left + self.left,
            right: area.left + self.right,
            top: area.top + self.head(),
            bottom: area.bottom - self.foot(),
        }
    }

    fn labels_height(&self) -> f64 {
        self.ends.iter().map(End::height).sum()
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
        self.head() + plot.max(self.labels_height()) + self.foot()
    }

    fn least(&self) -> f64 {
        self.head() + self.labels_height().max(self.panel.least) + self.foot()
    }

    fn draw(&self, surface: &Surface, area: Area) -> Result<(), RenderError> {
        let inner = self.plot_area(area);
        let (start, end) = year_range(self.trend);
        let y = match self.kind {
            Kind::Scores => self.low..self.high,
            Kind::Ranks => self.high..self.low,
        };
        let plot = surface.plot(inner, start..end, y);
        axes::bands(self, surface, area, inner)?;
        axes::draw(self, surface, &plot, area, inner)?;
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
