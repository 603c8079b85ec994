//! What a native chart is made of, before a file format is chosen: one table with marks.
//!
//! The chart on a slide, the workbook inside it and the sheet of a workbook are all written
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

/// A table of categories and series, with how to draw it.
#[derive(Clone, Debug)]
pub(crate) struct Plot {
    pub(crate) lang: Lang,
    /// Heading over the categories in the table.
    pub(crate) corner: String,
    pub(crate) categories: Vec<String>,
    /// In drawing order: later ones lie over earlier ones.
    pub(crate) series: Vec<Series>,
    /// Columns of the table that are not drawn: heading and one cell a category.
    pub(crate) extra: Vec<(String, Vec<String>)>,
    /// How marks are laid out.
    pub(crate) form: Form,
    /// True when a series is a row of the table, false when it is a column.
    pub(crate) by_rows: bool,
    pub(crate) axis: Axis,
    /// The axis of the series with [`Series::second`].
    pub(crate) second: Option<Axis>,
    pub(crate) legend: bool,
    /// What the drawing leaves to words, each a sentence for under the chart.
    pub(crate) remarks: Vec<String>,
    /// What would be too long under the chart, for the speaker notes.
    pub(crate) spoken: Vec<String>,
}

/// How marks are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// Lying bars, the first category on top.
    Bars,
    /// Lying bars made of pieces one after the other, the first category on top.
    Stacked,
    /// Lines from left to right.
    Lines,
    /// Standing bars with lines over them.
    Combined,
}

/// One series.
#[derive(Clone, Debug)]
pub(crate) struct Series {
    pub(crate) name: String,
    /// One a category; a gap where there is none.
    pub(crate) values: Vec<Option<f64>>,
    pub(crate) tone: Tone,
    /// Points with a colour of their own.
    pub(crate) lit: Vec<(usize, Tone)>,
    /// True for the second axis, drawn as a line.
    pub(crate) second: bool,
    /// True for a line over the bars, on their axis.
    pub(crate) over: bool,
    /// False when the points are not joined.
    pub(crate) joined: bool,
    pub(crate) labels: Labels,
}

/// Colours by their part, as in the charts of the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    /// Bars without emphasis.
    Plain,
    /// Context.
    Quiet,
    /// One of the highlighted, by number.
    Lit(u8),
    /// Takes its room and is not seen.
    Hidden,
    /// What nothing explains.
    Hatched,
}

/// What is written at the marks.
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
    /// Distance of the ticks; nothing leaves it to the program.
    pub(crate) unit: Option<f64>,
    /// Small values on top.
    pub(crate) reversed: bool,
    /// Empty for none.
    pub(crate) title: String,
    pub(crate) hidden: bool,
    /// Whether lines run through the chart at the ticks.
    pub(crate) grid: bool,
    /// Number format of the ticks.
    pub(crate) ticks: String,
    /// Number format of the values.
    pub(crate) format: String,
}

impl Form {
    /// True for lying bars: their values run from left to right.
    pub(crate) const fn lying(self) -> bool {
        matches!(self, Self::Bars | Self::Stacked)
    }
}

impl Tone {
    pub(crate) const fn of(emphasis: Emphasis) -> Self {
        match emphasis {
            Emphasis::Context => Self::Quiet,
            Emphasis::Highlight(n) => Self::Lit(n),
        }
    }
}

/// True for models that are drawn as shapes and written as cells, because no kind of chart is like them.
pub(crate) fn in_shapes(model: &ChartModel) -> Result<bool, OfficeError> {
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
    /// The plot of a slide's model.
    pub(crate) fn new(slide: &Slide) -> Result<Self, OfficeError> {
        let (model, decimals) = (&slide.model, slide.decimals);
        let plot = match &model.body {
            ChartBody::Bars(it) => bars::plot(model, it, decimals),
            ChartBody::Lines(it) => trend::plot(model, it, &value_format(decimals, false, top(it.max)), false),
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
        plot.finite(model)?;
        Ok(plot)
    }

    /// True when there is nothing to draw.
    pub(crate) fn is_empty(&self) -> bool {
        self.series.iter().all(|s| s.values.iter().all(Option::is_none))
    }

    /// The same plot in so many pieces of about equal length, to stand side by side.
    pub(crate) fn split(&self, pieces: usize) -> Vec<Self> {
        let length = self.categories.len().div_ceil(pieces.max(1)).max(1);
        let starts = (0..self.categories.len()).step_by(length);
        starts.map(|start| self.piece(start, length)).collect()
    }

    fn piece(&self, start: usize, length: usize) -> Self {
        let end = (start + length).min(self.categories.len());
        let series = self.series.iter().map(|s| Series {
            values: s.values[start..end].to_vec(),
            lit: s
                .lit
                .iter()
                .filter(|(at, _)| (start..end).contains(at))
                .map(|(at, tone)| (at - start, *tone))
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

    fn finite(&self, model: &ChartModel) -> Result<(), OfficeError> {
        let ends = [Some(&self.axis), self.second.as_ref()];
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
    /// From `a` to `b`, wide enough for all values and never of no length.
    fn new(a: f64, b: f64, series: &[Series], format: &str) -> Self {
        let values = || series.iter().flat_map(|s| s.values.iter().flatten().copied());
        let min = values().fold(a.min(b), f64::min);
        let max = values().fold(a.max(b), f64::max);
        Self {
            min,
            max: if max > min { max } else { min + 1.0 },
            unit: None,
            reversed: false,
            title: String::new(),
            hidden: false,
            grid: true,
            ticks: "General".into(),
            format: format.into(),
        }
    }

    /// Ranks, 1 on top. The axis starts at an unnamed 0, so that the ticks are 10, 20, 30, and
    /// ends a little after the last rank, so that no axis runs through its label.
    fn ranks(mut self) -> Self {
        self.min = self.min.min(0.0);
        self.reversed = true;
        let unit = unit(self.max, 7);
        // A tick there would be a rank that nobody has.
        let next = ((self.max / unit).floor() + 1.0) * unit;
        self.max = (self.max * 1.035).max(self.max + 0.5).min(next - 0.1);
        self.unit = Some(unit);
        self.ticks = "0;;".into();
        self
    }
}

fn top(max: f64) -> f64 {
    max.abs()
}

/// `0.00`, with a plus sign where the texts have one, with groups where numbers are long.
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

/// A round distance that makes at most `most` ticks up to `max`.
fn unit(max: f64, most: usize) -> f64 {
    let rough = max / number(most);
    let mut unit = 1.0;
    for step in [2.0, 2.5, 2.0].into_iter().cycle() {
        if unit >= rough || unit > 1e12 {
            break;
        }
        unit *= step;
    }
    unit
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round() {
        assert_eq!(unit(63.0, 7), 10.0);
        assert_eq!(unit(34.0, 7), 5.0);
        assert_eq!(unit(5.0, 7), 1.0);
        assert_eq!(unit(100.0, 4), 50.0);
    }

    #[test]
    fn formats_keep_the_published_decimals() {
        assert_eq!(value_format(2, false, 100.0), "0.00");
        assert_eq!(value_format(0, false, 12_000.0), "#,##0");
        assert_eq!(value_format(1, true, 5.0), "+0.0;-0.0;0.0");
    }
}
