//! The content of a native chart, independent of the file format: one table and how to draw it.
//!
//! The chart on a slide, its embedded workbook and the sheet of a workbook are all written
//! from one [`Plot`], so that they cannot disagree.

mod bars;
mod combined;
mod components;
mod dots;
mod panels;
mod slope;
mod stacked;
mod steps;
mod trend;

use domain::{
    Lang,
    chart::{ChartBody, ChartModel, Emphasis, Strip},
};

use crate::{OfficeError, Slide, text::number};

pub(crate) use bars::category;

/// A table of categories and series, and how to draw it.
#[derive(Clone, Debug)]
pub(crate) struct Plot {
    pub(crate) lang: Lang,
    /// Heading of the categories, in the corner cell of the table.
    pub(crate) corner: String,
    pub(crate) categories: Vec<String>,
    /// In drawing order: later series are drawn over earlier ones.
    pub(crate) series: Vec<Series>,
    /// Columns of the table that are not drawn: heading and one cell per category.
    pub(crate) extra: Vec<(String, Vec<String>)>,
    /// The type of chart.
    pub(crate) form: Form,
    /// Whether each series is a row of the table; otherwise it is a column.
    pub(crate) series_in_rows: bool,
    pub(crate) axis: Axis,
    /// The axis of the series with [`Series::secondary`].
    pub(crate) secondary: Option<Axis>,
    pub(crate) legend: bool,
    /// Sentences below the chart with what the drawing does not show.
    pub(crate) remarks: Vec<String>,
    /// Sentences that are too long for below the chart, for the speaker notes.
    pub(crate) speaker_notes: Vec<String>,
}

/// The type of chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// Horizontal bars, the first category on top.
    Bars,
    /// Horizontal stacked bars, the first category on top.
    Stacked,
    /// Lines from left to right.
    Lines,
    /// Vertical bars and lines.
    Combined,
}

/// One series.
#[derive(Clone, Debug)]
pub(crate) struct Series {
    pub(crate) name: String,
    /// One value per category; `None` is a gap.
    pub(crate) values: Vec<Option<f64>>,
    pub(crate) tone: Tone,
    /// Points with their own tone, by index.
    pub(crate) point_tones: Vec<(usize, Tone)>,
    /// Whether it is a line on the secondary axis.
    pub(crate) secondary: bool,
    /// Whether it is a line over the bars, on their axis.
    pub(crate) overlay: bool,
    /// Whether a line joins the points.
    pub(crate) joined: bool,
    pub(crate) labels: Labels,
}

/// The role of a colour, as in the charts on the website.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    /// Bars without emphasis.
    Plain,
    /// Context of the highlighted marks.
    Context,
    /// A highlighted mark, by number.
    Highlight(u8),
    /// Invisible, but takes up space.
    Hidden,
    /// The unexplained remainder.
    Hatched,
}

/// The data labels of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Labels {
    None,
    /// The value at each mark.
    Values,
    /// The name of the series at its last point.
    Name,
    /// The value at the first point; name and value at the last.
    Ends,
}

/// A value axis.
#[derive(Clone, Debug)]
pub(crate) struct Axis {
    pub(crate) min: f64,
    pub(crate) max: f64,
    /// Distance between ticks; `None` leaves it to the program.
    pub(crate) tick_distance: Option<f64>,
    /// Whether small values are on top.
    pub(crate) reversed: bool,
    /// Empty if there is no title.
    pub(crate) title: String,
    pub(crate) hidden: bool,
    /// Whether grid lines are drawn at the ticks.
    pub(crate) grid: bool,
    /// Number format of the ticks.
    pub(crate) tick_format: String,
    /// Number format of the values.
    pub(crate) format: String,
}

impl Form {
    /// Returns whether the chart has horizontal bars, with values from left to right.
    pub(crate) const fn is_horizontal(self) -> bool {
        matches!(self, Self::Bars | Self::Stacked)
    }
}

impl Tone {
    /// Returns the tone of a mark with this emphasis.
    pub(crate) const fn of(emphasis: Emphasis) -> Self {
        match emphasis {
            Emphasis::Context => Self::Context,
            Emphasis::Highlight(n) => Self::Highlight(n),
        }
    }
}

/// Returns whether a model is drawn as shapes and written as cells, because no native chart type fits it.
///
/// # Errors
/// [`OfficeError::NotFinite`] if a strip has a value that is not finite.
pub(crate) fn drawn_as_shapes(model: &ChartModel) -> Result<bool, OfficeError> {
    let strips: Vec<&Strip> = match &model.body {
        ChartBody::Tiles(_) | ChartBody::Heat(_) => return Ok(true),
        ChartBody::Strip(strip) => vec![strip],
        ChartBody::Spine(spine) => spine.rows.iter().map(|row| &row.strip).collect(),
        _ => return Ok(false),
    };
    if strips.into_iter().all(Strip::is_finite) {
        Ok(true)
    } else {
        Err(OfficeError::NotFinite(model.title.clone()))
    }
}

impl Plot {
    /// Builds the plot of a slide's model.
    ///
    /// # Errors
    /// [`OfficeError::NotAChart`] if no native chart type fits the model, [`OfficeError::NotFinite`].
    pub(crate) fn new(slide: &Slide) -> Result<Self, OfficeError> {
        let (model, decimals) = (&slide.model, slide.decimals);
        let plot = match &model.body {
            ChartBody::Bars(it) => bars::plot(model, it, decimals),
            ChartBody::Lines(it) => trend::plot(model, it, &value_format(decimals, false, magnitude(it.max)), false),
            ChartBody::Bump(it) => trend::plot(model, it, "0", true),
            ChartBody::Slope(it) => slope::plot(model, it, decimals),
            ChartBody::Stacked(it) => stacked::plot(model, it, decimals),
            ChartBody::Components(it) => components::plot(model, it, decimals),
            ChartBody::Combined(it) => combined::plot(model, it, decimals),
            ChartBody::Dots(it) => dots::plot(model, it, decimals),
            ChartBody::Steps(it) => steps::plot(model, it, decimals),
            ChartBody::Panels(it) => panels::plot(model, it, decimals),
            ChartBody::Tiles(_)
            | ChartBody::Strip(_)
            | ChartBody::Spine(_)
            | ChartBody::Heat(_)
            | ChartBody::Spark(_)
            | ChartBody::StripSpark(_) => return Err(OfficeError::NotAChart(model.body.kind())),
        };
        plot.require_finite(model)?;
        Ok(plot)
    }

    /// Returns whether no series has any value.
    pub(crate) fn is_empty(&self) -> bool {
        self.series.iter().all(|s| s.values.iter().all(Option::is_none))
    }

    /// Splits the plot into a number of plots of about equal length, to be shown side by side.
    pub(crate) fn split(&self, parts: usize) -> Vec<Self> {
        let length = self.categories.len().div_ceil(parts.max(1)).max(1);
        let starts = (0..self.categories.len()).step_by(length);
        starts.map(|start| self.part(start, length)).collect()
    }

    fn part(&self, start: usize, length: usize) -> Self {
        let end = (start + length).min(self.categories.len());
        let series = self.series.iter().map(|s| Series {
            values: s.values[start..end].to_vec(),
            point_tones: s
                .point_tones
                .iter()
                .filter(|(index, _)| (start..end).contains(index))
                .map(|(index, tone)| (index - start, *tone))
                .collect(),
            ..s.clone()
        });
        let extra = self.extra.iter();
        Self {
            categories: self.categories[start..end].to_vec(),
            series: series.collect(),
            extra: extra
                .map(|(head, cells)| (head.clone(), cells[start..end].to_vec()))
                .collect(),
            ..self.clone()
        }
    }

    fn require_finite(&self, model: &ChartModel) -> Result<(), OfficeError> {
        let ends = [Some(&self.axis), self.secondary.as_ref()];
        let ends = ends.into_iter().flatten().flat_map(|axis| [axis.min, axis.max]);
        let values = self.series.iter().flat_map(|s| s.values.iter().flatten().copied());
        if ends.chain(values).all(f64::is_finite) {
            Ok(())
        } else {
            Err(OfficeError::NotFinite(model.title.clone()))
        }
    }
}

impl Axis {
    /// Creates an axis from `a` to `b`, extended to include all values and never of zero length.
    fn new(a: f64, b: f64, series: &[Series], format: &str) -> Self {
        let values = || series.iter().flat_map(|s| s.values.iter().flatten().copied());
        let min = values().fold(a.min(b), f64::min);
        let max = values().fold(a.max(b), f64::max);
        Self {
            min,
            max: if max > min { max } else { min + 1.0 },
            tick_distance: None,
            reversed: false,
            title: String::new(),
            hidden: false,
            grid: true,
            tick_format: "General".into(),
            format: format.into(),
        }
    }

    /// Turns it into an axis of ranks, 1 on top. The axis starts at an unlabelled 0, so that the ticks are
    /// 10, 20, 30, and ends a little after the last rank, so that no axis crosses its label.
    fn ranks(mut self) -> Self {
        self.min = self.min.min(0.0);
        self.reversed = true;
        let tick_distance = tick_distance(self.max, 7);
        // A tick there would label a rank that no province has.
        let next = ((self.max / tick_distance).floor() + 1.0) * tick_distance;
        self.max = (self.max * 1.035).max(self.max + 0.5).min(next - 0.1);
        self.tick_distance = Some(tick_distance);
        self.tick_format = "0;;".into();
        self
    }
}

fn magnitude(max: f64) -> f64 {
    max.abs()
}

/// Returns a number format such as `0.00`: with a sign if `signed`, with digit groups if `largest` needs them.
fn value_format(decimals: u8, signed: bool, largest: f64) -> String {
    let whole = if largest >= 1000.0 { "#,##0" } else { "0" };
    let digits = match decimals {
        0 => whole.to_owned(),
        n => format!("{whole}.{}", "0".repeat(usize::from(n))),
    };
    if signed {
        format!("+{digits};-{digits};{digits}")
    } else {
        digits
    }
}

/// Returns a round distance (1, 2, 5, 10, …) that gives at most `most` ticks up to `max`.
fn tick_distance(max: f64, max_ticks: usize) -> f64 {
    let least = max / number(max_ticks);
    let mut tick_distance = 1.0;
    for step in [2.0, 2.5, 2.0].into_iter().cycle() {
        if tick_distance >= least || tick_distance > 1e12 {
            break;
        }
        tick_distance *= step;
    }
    tick_distance
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round() {
        assert_eq!(tick_distance(63.0, 7), 10.0);
        assert_eq!(tick_distance(34.0, 7), 5.0);
        assert_eq!(tick_distance(5.0, 7), 1.0);
        assert_eq!(tick_distance(100.0, 4), 50.0);
    }

    #[test]
    fn formats_keep_the_published_decimals() {
        assert_eq!(value_format(2, false, 100.0), "0.00");
        assert_eq!(value_format(0, false, 12_000.0), "#,##0");
        assert_eq!(value_format(1, true, 5.0), "+0.0;-0.0;0.0");
    }
}
