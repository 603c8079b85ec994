//! The layout of a trend: its axes, and the places of breaks, gaps and direct labels.

use domain::Lang;
use domain::chart::{Emphasis, Trend};
use plotters::coord::ranged1d::Ranged as _;
use plotters::coord::types::RangedCoordf64;

use crate::RenderError;
use crate::area::Area;
use crate::axis::Axis;
use crate::body::ROOMY;
use crate::fonts;
use crate::trend::breaks::{self, BreakLabel};
use crate::trend::ends::{
    self, End, LEADER_DISTANCE, LabelContent, LabelPosition, NEAR_DISTANCE, Obstacles, label_style,
};
use crate::trend::gaps::{self, Gap};
use crate::trend::ticks;
use crate::trend::value_axis::{Kind, scale};
use crate::trend::years::{joined_points, year_range};

/// Height of the year labels, in CSS px.
pub(crate) const YEARS: f64 = 24.0;
/// Space above the plot for markers on its upper edge.
pub(crate) const HEAD: f64 = 8.0;

/// A trend laid out for one width; positions are relative to the left end of the area.
pub(crate) struct Layout<'a> {
    pub(crate) trend: &'a Trend,
    pub(crate) kind: Kind,
    pub(crate) lang: Lang,
    pub(crate) low: f64,
    pub(crate) high: f64,
    /// Values with a tick; empty for ranks, whose ticks depend on the height.
    pub(crate) ticks: Vec<f64>,
    /// Indices of the years with data, ascending.
    pub(crate) filled: Vec<usize>,
    /// The gaps between them.
    pub(crate) gaps: Vec<Gap>,
    pub(crate) breaks: Vec<BreakLabel>,
    pub(crate) ends: Vec<End<'a>>,
    left: f64,
    right: f64,
    pub(crate) roomy: bool,
    panel: Panel,
}

/// The settings of a trend in a chart of several that share their years.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Panel {
    /// Year labels are drawn below the plot.
    pub(crate) years: bool,
    /// Break labels are drawn above the plot.
    pub(crate) breaks: bool,
    /// Minimum space at the left of the plot, in CSS px.
    pub(crate) left: f64,
    /// Minimum space at the right of the plot, in CSS px.
    pub(crate) right: f64,
    /// Minimum height of the plot, in CSS px.
    pub(crate) min_plot_height: f64,
    /// One of many panels: series ends are labelled with their values, only the first and the last year are labelled,
    /// and there are few ticks.
    pub(crate) small: bool,
    /// Ends of the value axis shared with other panels.
    pub(crate) scale: Option<(f64, f64)>,
}

impl Panel {
    /// A trend that is the whole chart.
    pub(crate) const STANDALONE: Self = Self {
        years: true,
        breaks: true,
        left: 0.0,
        right: 0.0,
        min_plot_height: 120.0,
        small: false,
        scale: None,
    };
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
        let gutter = ticks::gutter(&ticks, high, kind, lang)?;
        let filled = gaps::filled(trend);
        let content = match kind {
            _ if panel.small => LabelContent::Value,
            Kind::Scores => LabelContent::NameAndValue,
            Kind::Ranks => LabelContent::Name,
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
            ends: ends::ends(trend, width, content)?,
            left: gutter.max(panel.left),
            right: width,
            roomy: width >= ROOMY,
            panel,
        };
        // A label that does not fit next to its point moves into the column, which may make the column wider and the
        // plot narrower; then all labels are placed again.
        loop {
            layout.measure(width)?;
            if layout.place_beside_points(width, height)? {
                return Ok(layout);
            }
        }
    }

    /// Computes everything that depends on the width of the label column.
    fn measure(&mut self, width: f64) -> Result<(), RenderError> {
        let style = label_style();
        let column = || self.ends.iter().filter(|end| end.position == LabelPosition::Column);
        let mut margin = 18.0_f64;
        if column().next().is_some() {
            let texts = column().flat_map(|end| end.lines.iter().map(String::as_str));
            margin = self.label_distance() + fonts::widest(texts, style.face, style.size)?;
        }
        self.right = width - margin.max(self.panel.right);
        self.right = self
            .right
            .min(breaks::right_edge(self.trend, &self.filled, self.left, width));
        self.breaks = breaks::place(self.trend, &self.filled, |index| self.x(index), width)?;
        if !self.panel.breaks {
            self.breaks.iter_mut().for_each(BreakLabel::remove_text);
        }
        let mut gaps = std::mem::take(&mut self.gaps);
        for gap in &mut gaps {
            gap.choose_text(self.lang, self.x(gap.to) - self.x(gap.from))?;
        }
        self.gaps = gaps;
        Ok(())
    }

    /// Places the labels of series that end early next to their last points. Returns false if a label had to move into
    /// the column.
    fn place_beside_points(&mut self, width: f64, height: Option<f64>) -> Result<bool, RenderError> {
        if self.ends.iter().all(|end| end.position == LabelPosition::Column) {
            return Ok(true);
        }
        let height = height.unwrap_or_else(|| self.natural_height()) - self.height_above() - self.height_below();
        let size = (self.right - self.left, height.max(1.0));
        let mut obstacles = self.obstacles(size);
        let leading = label_style().leading();
        let mut ends = std::mem::take(&mut self.ends);
        let mut all_placed = true;
        for end in &mut ends {
            if end.position == LabelPosition::Column {
                continue;
            }
            let point = self.plot_position(end.last, size);
            let mut found = None;
            for (lines, width) in end.layouts()? {
                let height = lines.len() as f64 * leading + 1.0;
                if let Some(corner) = obstacles.beside(point, (width, height), size) {
                    found = Some((lines, width, height, corner));
                    break;
                }
            }
            if let Some((lines, width, height, (left, middle))) = found {
                obstacles.boxes.push(Area {
                    left,
                    right: left + width,
                    top: middle - height / 2.0,
                    bottom: middle + height / 2.0,
                });
                end.lines = lines;
                end.position = LabelPosition::Beside(left, middle);
            } else {
                end.move_to_column(self.trend, width)?;
                all_placed = false;
            }
        }
        self.ends = ends;
        Ok(all_placed)
    }

    /// Converts axis coordinates to a position from the upper left corner of a plot of this size.
    pub(crate) fn plot_position(&self, (index, value): (f64, f64), size: (f64, f64)) -> (f64, f64) {
        let y = self.value_axis().between(value, (size.1, 0.0));
        (self.x(index) - self.left, y)
    }

    /// Returns the axis of years, without ticks.
    pub(crate) fn year_axis(&self) -> Axis {
        let (start, end) = year_range(self.trend);
        Axis::new(start, end)
    }

    /// Returns the axis of values, without ticks; ranks have the first at the top.
    pub(crate) fn value_axis(&self) -> Axis {
        match self.kind {
            Kind::Scores => Axis::new(self.low, self.high),
            Kind::Ranks => Axis::new(self.high, self.low),
        }
    }

    /// Returns what is drawn in a plot of this size, as obstacles for labels.
    fn obstacles(&self, size: (f64, f64)) -> Obstacles {
        let mut obstacles = Obstacles {
            lines: Vec::new(),
            boxes: Vec::new(),
        };
        for series in &self.trend.series {
            let (points, cuts) = joined_points(self.trend, series);
            let positions: Vec<(f64, f64)> = points.iter().map(|point| self.plot_position(*point, size)).collect();
            for (index, plot_position) in positions.iter().enumerate() {
                let starts = index == 0 || cuts.contains(&index);
                obstacles.lines.push((
                    if starts { *plot_position } else { positions[index - 1] },
                    *plot_position,
                ));
                if series.emphasis != Emphasis::Context {
                    obstacles.boxes.push(Area {
                        left: plot_position.0 - 5.0,
                        right: plot_position.0 + 5.0,
                        top: plot_position.1 - 5.0,
                        bottom: plot_position.1 + 5.0,
                    });
                }
            }
        }
        for rule in &self.breaks {
            let x = self.x(rule.index) - self.left;
            obstacles.lines.push(((x, 0.0), (x, size.1)));
        }
        let text_area = |gap: &Gap| {
            let middle = f64::midpoint(self.x(gap.from), self.x(gap.to)) - self.left;
            gap.text_area(middle, size.1)
        };
        obstacles.boxes.extend(self.gaps.iter().filter_map(text_area));
        obstacles
    }

    /// Returns the left edge and the width of the plot.
    pub(crate) fn extent(&self) -> (f64, f64) {
        (self.left, self.right - self.left)
    }

    /// Returns the position of the year with this index, from the left end of the area.
    pub(crate) fn x(&self, index: f64) -> f64 {
        self.year_axis().between(index, (self.left, self.right))
    }

    /// Returns the height above the plot.
    fn height_above(&self) -> f64 {
        breaks::height(&self.breaks) + HEAD
    }

    /// Returns the height below the plot.
    fn height_below(&self) -> f64 {
        if self.panel.years { YEARS } else { HEAD }
    }

    /// Returns the height above and below the plot together.
    pub(crate) fn outer_height(&self) -> f64 {
        self.height_above() + self.height_below()
    }

    /// Returns true if year labels are drawn below the plot.
    pub(crate) fn has_year_labels(&self) -> bool {
        self.panel.years
    }

    /// Returns the distance from the last year to labels in the column, where leader lines may lead to them: the only
    /// label of a small chart needs none.
    pub(crate) fn label_distance(&self) -> f64 {
        let column = self.ends.iter().filter(|end| end.position == LabelPosition::Column);
        if self.is_small() && column.count() == 1 {
            NEAR_DISTANCE
        } else {
            LEADER_DISTANCE
        }
    }

    /// Returns true for one of many panels.
    pub(crate) fn is_small(&self) -> bool {
        self.panel.small
    }

    /// Returns the area of the plot within the area of the trend.
    pub(crate) fn plot_area(&self, area: Area) -> Area {
        Area {
            left: area.left + self.left,
            right: area.left + self.right,
            top: area.top + self.height_above(),
            bottom: area.bottom - self.height_below(),
        }
    }

    /// Returns the natural height, in CSS px.
    pub(crate) fn natural_height(&self) -> f64 {
        let plot: f64 = match (self.kind, self.roomy) {
            (Kind::Ranks, true) => 470.0,
            (Kind::Ranks, false) => 430.0,
            (Kind::Scores, true) => 320.0,
            (Kind::Scores, false) => 270.0,
        };
        self.height_above() + plot.max(self.labels_height()) + self.height_below()
    }

    /// Returns the minimum readable height, in CSS px.
    pub(crate) fn least_height(&self) -> f64 {
        self.height_above() + self.labels_height().max(self.panel.min_plot_height) + self.height_below()
    }

    fn labels_height(&self) -> f64 {
        self.ends.iter().map(End::height).sum()
    }
}
