//! Lines, markers and direct labels of a trend.

use domain::chart::{Emphasis, TrendSeries};

use plotters::style::Color;

use crate::RenderError;
use crate::area::Area;
use crate::labels::{LabelBox, spread};
use crate::series::name_of;
use crate::style::GroupStyle;
use crate::surface::{Marker, Plot, Strokes, Surface, draw_error};
use crate::theme::Token;
use crate::trend::ends::{End, LabelPosition, NEAR_DISTANCE, label_style};
use crate::trend::layout::{HEAD, Layout};
use crate::trend::years::{joined_points, position};
use crate::units::{UNITS, units};

impl Layout<'_> {
    pub(crate) fn context(&self, surface: &Surface, plot: &Plot) -> Result<(), RenderError> {
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
        surface.group("context", attributes, context_style, || {
            let context = |series: &&TrendSeries| series.emphasis == Emphasis::Context;
            for series in self.trend.series.iter().filter(context) {
                self.path(surface, plot, series, grey.mix(opacity), 1.0)?;
            }
            Ok(())
        })
    }

    fn path(
        &self,
        surface: &Surface,
        plot: &Plot,
        series: &TrendSeries,
        color: impl Color,
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
            color: color.to_rgba(),
            width,
        };
        plot.draw(&strokes).map_err(draw_error)
    }

    pub(crate) fn highlighted(&self, surface: &Surface, plot: &Plot, end: &End<'_>) -> Result<(), RenderError> {
        let attributes = r#" stroke-linejoin="round""#;
        surface.group(
            "series",
            attributes,
            |_| {},
            || {
                let width = if self.roomy { 2.5 } else { 2.0 };
                self.path(surface, plot, end.series, end.color, width)?;
                let halo = |style: &mut GroupStyle| {
                    style.fill = Some(end.color);
                    style.stroke = Some(Token::Card);
                    style.stroke_width = UNITS as u32;
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
                            radius: self.radius(),
                            color: end.color.to_rgba(),
                        };
                        plot.draw(&marker).map_err(draw_error)?;
                    }
                    Ok(())
                })
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
