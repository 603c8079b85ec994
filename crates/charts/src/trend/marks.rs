//! Lines, markers and direct labels of a trend.

use domain::chart::{Emphasis, TrendSeries};

use crate::RenderError;
use crate::body::name_of;
use crate::canvas::{GroupStyle, UNITS};
use crate::labels::{Wish, spread};
use crate::surface::{Area, Marker, Plot, Strokes, Surface, refused, units};
use crate::theme::Token;
use crate::trend::ends::{End, Place};
use crate::trend::{HEAD, Layout, NEAR, joined_points, label_look, position};

impl Layout<'_> {
    pub(crate) fn context(&self, surface: &Surface, plot: &Plot) -> Result<(), RenderError> {
        // In a small chart the grey lines are few, and what the other is compared with.
        let (grey, round) = if self.small() {
            (
                Token::Soft,
                r#" stroke-linejoin="round" stroke-linecap="round" stroke-opacity=".5""#,
            )
        } else {
            (Token::Grid, r#" stroke-linejoin="round" stroke-linecap="round""#)
        };
        let quiet = |look: &mut GroupStyle| {
            look.fill = None;
            look.stroke = Some(grey);
            look.stroke_width = units(1.0) as u32;
        };
        surface.group("context", round, quiet, || {
            let context = |series: &&TrendSeries| series.emphasis == Emphasis::Context;
            for series in self.trend.series.iter().filter(context) {
                self.path(surface, plot, series, grey, 1.0)?;
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

    pub(crate) fn highlighted(&self, surface: &Surface, plot: &Plot, end: &End<'_>) -> Result<(), RenderError> {
        let round = r#" stroke-linejoin="round""#;
        surface.group(
            "series",
            round,
            |_| {},
            || {
                let width = if self.roomy { 2.5 } else { 2.0 };
                self.path(surface, plot, end.series, end.color, width)?;
                let halo = |look: &mut GroupStyle| {
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
                            radius: self.radius(),
                            color: end.color,
                        };
                        plot.draw(&marker).map_err(refused)?;
                    }
                    Ok(())
                })
            },
        )
    }

    fn radius(&self) -> f64 {
        match (self.small(), self.roomy) {
            (true, _) => 2.5,
            (false, true) => 4.0,
            (false, false) => 3.5,
        }
    }

    pub(crate) fn labels(&self, surface: &Surface, plot: Area) -> Result<(), RenderError> {
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
        let far = self.away();
        let led = far > NEAR
            && (0..column.len()).any(|index| {
                (middles[index] - wishes[index].wanted).abs() > 1.0 || column[index].ends_early(self.trend)
            });
        let left = plot.right + if led { far } else { NEAR };
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
