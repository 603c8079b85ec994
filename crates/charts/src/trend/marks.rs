//! Lines, markers and direct labels of a trend.

use domain::chart::{Emphasis, TrendSeries};

use plotters::style::Color;

use super::axes::TrendChart;
use crate::RenderError;
use crate::area::Area;
use crate::elements::{Marker, Strokes, stroke};
use crate::labels::{LabelBox, spread};
use crate::series::name_of;
use crate::style::GroupStyle;
use crate::surface::{Surface, draw_series};
use crate::theme::Token;
use crate::trend::ends::{End, LabelPosition, NEAR_DISTANCE, label_style};
use crate::trend::layout::{HEAD, Layout};
use crate::trend::years::{joined_points, position};
use crate::units::{UNITS, units};

impl Layout<'_> {
    pub(crate) fn context(&self, surface: &Surface, chart: &mut TrendChart) -> Result<(), RenderError> {
        // A small chart has few grey lines, which are what the highlighted line is compared with.
        let (grey, opacity) = if self.is_small() {
            (Token::Soft, 0.5)
        } else {
            (Token::Grid, 1.0)
        };
        let context_style = |style: &mut GroupStyle| {
            style.fill = None;
            style.stroke = Some(grey);
            style.stroke_opacity = opacity;
            style.stroke_width = units(1.0) as u32;
        };
        let attributes = r#" stroke-linejoin="round" stroke-linecap="round""#;
        let series = self.trend.series.iter();
        let context = series.filter(|series| series.emphasis == Emphasis::Context);
        let lines = context.filter_map(|series| {
            let line = self.line(series, grey.mix(opacity), 1.0)?;
            let name = name_of(&series.label);
            let tip = match series.points.last() {
                Some(last) => format!("{name} · {} · {}", last.year, last.text),
                None => name.to_owned(),
            };
            Some(line.tip(tip))
        });
        surface.group("context", attributes, context_style, || draw_series(chart, lines))
    }

    /// Returns the line of a series, interrupted at gaps and breaks; `None` for a series without points on the axis.
    fn line(&self, series: &TrendSeries, color: impl Color, width: f64) -> Option<Strokes<(f64, f64)>> {
        let (points, cuts) = joined_points(self.trend, series);
        (!points.is_empty()).then(|| Strokes::new(points, cuts, stroke(color, width)))
    }

    pub(crate) fn highlighted(
        &self,
        surface: &Surface,
        chart: &mut TrendChart,
        end: &End<'_>,
    ) -> Result<(), RenderError> {
        let width = if self.roomy { 2.5 } else { 2.0 };
        let line = self.line(end.series, end.color, width);
        let name = name_of(&end.series.label);
        let markers = end.series.points.iter().filter_map(|point| {
            let at = (position(self.trend, point.year)?, point.value);
            let tip = format!("{name} · {} · {}", point.year, point.text);
            Some(Marker::new(at, end.shape, self.radius(), end.color).tip(tip))
        });
        let halo = |style: &mut GroupStyle| {
            style.fill = Some(end.color);
            style.stroke = Some(Token::Card);
            style.stroke_width = UNITS as u32;
        };
        surface.group(
            "series",
            r#" stroke-linejoin="round""#,
            |_| {},
            || {
                draw_series(chart, line)?;
                surface.group("", "", halo, || draw_series(chart, markers))
            },
        )
    }

    fn radius(&self) -> f64 {
        match (self.is_small(), self.roomy) {
            (true, _) => 2.5,
            (false, true) => 4.0,
            (false, false) => 3.5,
        }
    }

    pub(crate) fn labels(&self, surface: &Surface, plot: Area) -> Result<(), RenderError> {
        let size = (plot.width(), plot.height());
        let column: Vec<&End<'_>> = self
            .ends
            .iter()
            .filter(|end| end.position == LabelPosition::Column)
            .collect();
        let boxes: Vec<LabelBox> = column
            .iter()
            .map(|end| LabelBox {
                preferred: plot.top + self.plot_position(end.last, size).1,
                height: end.height(),
            })
            .collect();
        // Labels must not be next to the break labels or the years.
        let centres = spread(&boxes, plot.top - HEAD, plot.bottom + HEAD);
        // If one label moves, all get leader lines, so that they stay in one column.
        let label_distance = self.label_distance();
        let has_leaders = label_distance > NEAR_DISTANCE
            && (0..column.len()).any(|index| {
                (centres[index] - boxes[index].preferred).abs() > 1.0 || column[index].ends_early(self.trend)
            });
        let left = plot.right + if has_leaders { label_distance } else { NEAR_DISTANCE };
        let style = label_style();
        surface.group(
            "labels",
            "",
            |group| group.bold = true,
            || {
                for end in &self.ends {
                    if let LabelPosition::Beside(left, middle) = end.position {
                        surface.lines(&end.lines, (plot.left + left, plot.top + middle), style)?;
                    }
                }
                for (index, end) in column.iter().enumerate() {
                    let middle = centres[index];
                    if has_leaders {
                        let to = (left - 11.0, middle);
                        // Only from the end of the axis: a leader that runs through years would look like data.
                        // Otherwise the marker alone identifies the series.
                        if !end.ends_early(self.trend) {
                            let from = (plot.right + 6.0, boxes[index].preferred);
                            surface.line(&[from, to], end.color, 1.0)?;
                        }
                        surface.marker(end.shape, to, 3.5, end.color)?;
                    }
                    surface.lines(&end.lines, (left, middle), style)?;
                }
                Ok(())
            },
        )
    }
}
