//! Chart models: the content of charts, independent of rendering.
//!
//! The drawing, the table below it and its text alternative all come from one [`ChartModel`], so that they
//! cannot disagree. Texts are final: in the reader's language, with numbers formatted for it. A model holds no
//! colours and no positions; the crate `charts` chooses them.

mod more;
mod note;
mod stacked;
mod standings;

use strum::IntoStaticStr;

use crate::Lang;

pub use more::{
    DotLink, DotMark, DotRow, DotSeries, Dots, Panel, Panels, Step, StepEnd, Steps, Tile, TileClass, TileFill, Tiles,
};
pub use note::{Note, NoteSubject};
pub use stacked::{Stacked, StackedPiece, StackedRow};
pub use standings::{
    ChangeSign, Heat, HeatCell, HeatColumn, HeatFill, HeatGroup, HeatRow, Spine, SpineChange, SpineRow, Strip,
    StripMark, StripPoint, StripQuarter,
};

/// A chart, ready for drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartModel {
    /// Language of every text in the model.
    pub lang: Lang,
    /// The main finding, in one short sentence.
    pub title: String,
    /// Measure, place, period and scale.
    pub subtitle: String,
    /// Who published the figures, and the edition of the data; drawn inside the image.
    pub source: String,
    /// Notes that a standalone image needs, each one short sentence: whether the years are comparable, how many
    /// provinces are covered, the terms of use. Drawn inside exported images only; on a page, the page itself
    /// states them.
    pub notes: Vec<Note>,
    /// Text alternative for readers who cannot see the chart.
    pub description: String,
    /// The marks.
    pub body: ChartBody,
}

/// The chart types, each with its marks.
#[derive(Clone, Debug, PartialEq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum ChartBody {
    /// Horizontal bars, in the order given (best first).
    Bars(Bars),
    /// Scores over years.
    Lines(Trend),
    /// Ranks over years, rank 1 on top.
    Bump(Trend),
    /// Two years, one line per province.
    Slope(Slope),
    /// Counts that make up a whole, one bar per province.
    Stacked(Stacked),
    /// One bar per component, with the average and the best as marks.
    Components(Components),
    /// One province's scores and ranks over the same years, one above the other.
    Combined(Combined),
    /// Several marks per row on one axis: two years, several provinces, a range.
    Dots(Dots),
    /// How one total became another, step by step.
    Steps(Steps),
    /// Small line charts on the same axes, next to each other.
    Panels(Panels),
    /// A map of equal tiles.
    Tiles(Tiles),
    /// All provinces of a table on one scale.
    Strip(Strip),
    /// One province in several tables, each a strip.
    #[strum(serialize = "standing")]
    Spine(Spine),
    /// Ranks of provinces in several tables, coloured by quarter.
    Heat(Heat),
    /// A word-sized trend without axes or labels.
    Spark(Trend),
    /// A strip of the height of a text line, without labels.
    StripSpark(Strip),
}

impl ChartBody {
    /// Returns the name of the chart type, as used in URLs.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        self.into()
    }
}

/// Emphasis of a series or a bar: one of the series colours (0 to 4), or grey for context.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Emphasis {
    /// Grey, without a label.
    #[default]
    Context,
    /// Highlighted; the number selects the series colour, 0 to 4.
    Highlight(u8),
}

/// Horizontal ranking bars.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bars {
    /// One bar per province.
    pub rows: Vec<BarRow>,
    /// Lower end of the axis; bars start at zero unless the scale has negative values.
    pub min: f64,
    /// Upper end of the axis, in the unit of the indicator.
    pub max: f64,
    /// A vertical line with a label, such as the national average.
    pub reference: Option<Reference>,
}

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub struct BarRow {
    /// The province's name.
    pub label: String,
    /// Text before the name, such as the rank; may be empty.
    pub rank: String,
    /// The value, in the unit of the indicator.
    pub value: f64,
    /// The formatted value, such as `86,67`.
    pub text: String,
    /// Grey or highlighted.
    pub emphasis: Emphasis,
}

/// A labelled line at a value.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// Position, in the unit of the axis.
    pub value: f64,
    /// Label including the value, such as `Trung bình 58,89`.
    pub label: String,
}

/// Several series over years.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trend {
    /// The years on the axis, ascending; a year without figures still takes up its space.
    pub years: Vec<i32>,
    /// The series, in the order given; highlighted ones are drawn on top.
    pub series: Vec<TrendSeries>,
    /// Years in which the method changed: points are not connected across them.
    pub breaks: Vec<Break>,
    /// Lower end of the value axis (for ranks: 1).
    pub min: f64,
    /// Upper end of the value axis (for ranks: the number of provinces).
    pub max: f64,
}

/// One series of a trend.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendSeries {
    /// Direct label at the end of the line, such as `25. Nghệ An`.
    pub label: String,
    /// Grey or highlighted.
    pub emphasis: Emphasis,
    /// Points in ascending years; a year may be absent. Two points are joined only if their years are consecutive on
    /// the axis and no break lies between them.
    pub points: Vec<TrendPoint>,
}

/// One point of a series.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendPoint {
    /// The year, one of [`Trend::years`].
    pub year: i32,
    /// Score or rank.
    pub value: f64,
    /// The formatted value, such as `86,67` or `16/63`.
    pub text: String,
}

/// A change of method between two years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Break {
    /// The first year under the new method: the break is drawn just before it.
    pub before: i32,
    /// Short label, such as `Phương pháp mới`.
    pub label: String,
}

/// Two years, one line per province. Provinces without one of the values are not drawn but listed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Slope {
    /// Heading of the left axis, usually a year.
    pub left: String,
    /// Heading of the right axis.
    pub right: String,
    /// The lines.
    pub rows: Vec<SlopeRow>,
    /// Lower end of the axis, or the worst rank if `ranks`.
    pub min: f64,
    /// Upper end of the axis.
    pub max: f64,
    /// True if the axis shows ranks (1 on top).
    pub ranks: bool,
    /// False if the two years are not comparable: the ends are drawn without a line between them.
    pub joined: bool,
    /// Names of the provinces without one of the two figures.
    pub without: Vec<String>,
}

/// One line of a slope chart.
#[derive(Clone, Debug, PartialEq)]
pub struct SlopeRow {
    /// The province's name.
    pub label: String,
    /// Value on the left.
    pub left: f64,
    /// Value on the right.
    pub right: f64,
    /// Formatted value on the left.
    pub left_text: String,
    /// Formatted value on the right.
    pub right_text: String,
    /// Grey or highlighted.
    pub emphasis: Emphasis,
}

/// Components of one province against the average and the best.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Components {
    /// One row per component.
    pub rows: Vec<ComponentRow>,
    /// Name of the average mark, such as `Trung bình cả nước`.
    pub average_label: String,
    /// Name of the best mark, such as `Cao nhất`.
    pub best_label: String,
    /// Name of the bar: the province.
    pub value_label: String,
}

/// One component. Each row has its own scale, from 0 to `max`.
#[derive(Clone, Debug, PartialEq)]
pub struct ComponentRow {
    /// Name of the component.
    pub label: String,
    /// The province's value.
    pub value: f64,
    /// The formatted value, such as `6,86/10`.
    pub text: String,
    /// Average of all provinces, if the table is complete or the average was published.
    pub average: Option<f64>,
    /// Formatted average.
    pub average_text: String,
    /// Best value.
    pub best: Option<f64>,
    /// Formatted best value with the province's name, such as `7,44 (Hà Tĩnh)`.
    pub best_text: String,
    /// Upper end of this row's scale.
    pub max: f64,
}

/// Scores and ranks of the same years. They are never drawn on top of each other: each half of the chart has its
/// own value axis, and both share the axis of years.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Combined {
    /// What the upper half shows, such as `Điểm`.
    pub score_label: String,
    /// The scores: the province's series first, then others for comparison.
    pub scores: Trend,
    /// What the lower half shows, such as `Hạng`.
    pub rank_label: String,
    /// The province's ranks, with the same years and breaks as the scores; rank 1 on top.
    pub ranks: Trend,
}

/// A table with the same content as a chart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChartTable {
    /// Column headings.
    pub head: Vec<String>,
    /// Rows, each as long as `head`.
    pub rows: Vec<Vec<String>>,
}

impl Trend {
    /// Returns true if a line from year `a` to the later year `b` may be drawn: they are consecutive on the axis and
    /// no break lies between them.
    #[must_use]
    pub fn joined(&self, a: i32, b: i32) -> bool {
        let position = |year| self.years.iter().position(|y| *y == year);
        let consecutive = matches!((position(a), position(b)), (Some(i), Some(j)) if i + 1 == j);
        consecutive && !self.breaks.iter().any(|br| a < br.before && br.before <= b)
    }

    /// Returns true if any line is drawn.
    #[must_use]
    pub fn has_line(&self) -> bool {
        let has_segment = |series| self.stretches(series).iter().any(|stretch| stretch.len() > 1);
        self.series.iter().any(has_segment)
    }

    /// Splits the series into stretches that may each be drawn as one line.
    #[must_use]
    pub fn stretches<'a>(&self, series: &'a TrendSeries) -> Vec<&'a [TrendPoint]> {
        series.points.chunk_by(|a, b| self.joined(a.year, b.year)).collect()
    }
}

impl ChartModel {
    /// Returns the table for the chart, with the same formatted figures.
    #[must_use]
    pub fn table(&self) -> ChartTable {
        let name = match self.lang {
            Lang::Vi => "Tên",
            Lang::En => "Name",
        };
        match &self.body {
            ChartBody::Bars(bars) => ChartTable {
                head: words(
                    self.lang,
                    &[("Hạng", "Rank"), ("Tỉnh, thành phố", "Province"), ("Giá trị", "Value")],
                ),
                rows: bars
                    .rows
                    .iter()
                    .map(|row| vec![row.rank.clone(), row.label.clone(), row.text.clone()])
                    .collect(),
            },
            ChartBody::Lines(trend) | ChartBody::Bump(trend) | ChartBody::Spark(trend) => trend_table(name, trend),
            ChartBody::Combined(both) => {
                let mut table = trend_table(name, &both.scores);
                table.rows.extend(trend_table(name, &both.ranks).rows);
                table
            }
            ChartBody::Slope(slope) => ChartTable {
                head: vec![name.to_owned(), slope.left.clone(), slope.right.clone()],
                rows: slope
                    .rows
                    .iter()
                    .map(|row| vec![row.label.clone(), row.left_text.clone(), row.right_text.clone()])
                    .collect(),
            },
            ChartBody::Stacked(stacked) => stacked.table(self.lang),
            ChartBody::Dots(dots) => dots.table(name),
            ChartBody::Steps(steps) => steps.table(name),
            ChartBody::Panels(panels) => panels.table(name),
            ChartBody::Tiles(tiles) => tiles.table(self.lang),
            ChartBody::Strip(strip) | ChartBody::StripSpark(strip) => strip.table(self.lang),
            ChartBody::Spine(spine) => spine.table(),
            ChartBody::Heat(heat) => heat.table(self.lang),
            ChartBody::Components(parts) => ChartTable {
                head: vec![
                    name.to_owned(),
                    parts.value_label.clone(),
                    parts.average_label.clone(),
                    parts.best_label.clone(),
                ],
                rows: parts
                    .rows
                    .iter()
                    .map(|row| {
                        vec![
                            row.label.clone(),
                            row.text.clone(),
                            row.average_text.clone(),
                            row.best_text.clone(),
                        ]
                    })
                    .collect(),
            },
        }
    }
}

/// Selects the texts of a language from pairs of Vietnamese and English.
fn words(lang: Lang, pairs: &[(&str, &str)]) -> Vec<String> {
    pairs
        .iter()
        .map(|(vi, en)| match lang {
            Lang::Vi => (*vi).to_owned(),
            Lang::En => (*en).to_owned(),
        })
        .collect()
}

/// Builds a table with one row per series and one column per year; an absent figure is an en dash.
fn trend_table(name: &str, trend: &Trend) -> ChartTable {
    let head = std::iter::once(name.to_owned())
        .chain(trend.years.iter().map(ToString::to_string))
        .collect();
    let rows = trend
        .series
        .iter()
        .map(|series| {
            let cell = |year: &i32| {
                series
                    .points
                    .iter()
                    .find(|point| point.year == *year)
                    .map_or_else(|| "–".to_owned(), |point| point.text.clone())
            };
            std::iter::once(series.label.clone())
                .chain(trend.years.iter().map(cell))
                .collect()
        })
        .collect();
    ChartTable { head, rows }
}

#[cfg(test)]
mod tests;
