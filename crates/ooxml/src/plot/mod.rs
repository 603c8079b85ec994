//! The content of a native chart, independent of the file format: one table and how to draw it.
//!
//! The chart on a slide, its embedded workbook and the sheet of a workbook are all written
//! from one [`Plot`], so that they cannot disagree.

mod axis;
mod bars;
mod combined;
mod components;
mod dots;
mod panels;
mod rows;
mod slope;
mod stacked;
mod steps;
mod trend;

use domain::{
    Lang,
    chart::{ChartBody, ChartModel, Emphasis, Reference, Strip},
};

use crate::{OfficeError, Slide, text::number};

pub(crate) use axis::{Axis, ValueFormat};
pub(crate) use bars::category;
pub(crate) use rows::RowMark;
pub(crate) use trend::BREAK;

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
    /// What is known of each category of a ranking; empty for other charts.
    pub(crate) row_marks: Vec<RowMark>,
    /// A line across the bars with a label, such as the national average.
    pub(crate) reference: Option<Reference>,
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
    /// The texts of the labels, one per category; `None` where there is no label, or where the text follows from
    /// [`Series::labels`].
    pub(crate) texts: Vec<Option<String>>,
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
    /// The category, instead of at the axis.
    Category,
    /// The given texts only.
    Texts,
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
            ChartBody::Lines(it) => trend::plot(model, it, ValueFormat::new(decimals, it.max), false),
            ChartBody::Bump(it) => trend::plot(model, it, ValueFormat::WHOLE, true),
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
            texts: s.texts.get(start..end).unwrap_or_default().to_vec(),
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
            row_marks: self.row_marks.get(start..end).unwrap_or_default().to_vec(),
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
}
