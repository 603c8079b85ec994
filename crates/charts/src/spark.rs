//! Word-sized pictures for a cell or a card that says the figures: a trend as a line and a dot, a strip.

use std::fmt::Write as _;

use domain::chart::{Strip, Trend, TrendSeries};

use crate::body::{finite, series_color};
use crate::frame::Sheet;
use crate::surface::{Area, Marker, Shape, Strokes, Surface, refused, units};
use crate::theme::{Theme, Token};
use crate::track::{self, Track};
use crate::trend::{Kind, joined_points, scale};
use crate::{Drawing, RenderError};

/// Size of a sparkline that says nothing else, in CSS px.
const SIZE: (u32, u32) = (66, 20);
/// The same of a strip.
const STRIP: (u32, u32) = (220, 28);
/// Room for the dot.
const INSET: f64 = 3.0;

/// Draws the sparkline. It is hidden from assistive technology: the table says the same.
///
/// Which end is better is not known here: values grow upwards unless the axis is given
/// upside down (`min` greater than `max`, as for ranks).
pub(crate) fn draw(trend: &Trend, sheet: &Sheet<'_>) -> Result<Drawing, RenderError> {
    drawn(sheet, SIZE, |surface, size| match trend.series.first() {
        Some(series) => series_line(trend, series, surface, size),
        None => Ok(()),
    })
}

/// Draws a strip in the height of a line, hidden from assistive technology as well.
pub(crate) fn strip(strip: &Strip, sheet: &Sheet<'_>) -> Result<Drawing, RenderError> {
    track::check(strip, "strip")?;
    drawn(sheet, STRIP, |surface, (wide, high)| {
        let radius = (high * 0.2).clamp(2.5, 5.5);
        let side = radius + 1.5;
        let area = Area {
            left: side,
            right: wide - side,
            top: high * 0.14,
            bottom: high * 0.86,
        };
        let track = Track {
            radius,
            mark: 1.25,
            tips: false,
        };
        track.draw(surface, strip, area)
    })
}

/// The image around what `marks` draws; a size of 0 is the usual one.
fn drawn(
    sheet: &Sheet<'_>,
    usual: (u32, u32),
    marks: impl FnOnce(&Surface, (f64, f64)) -> Result<(), RenderError>,
) -> Result<Drawing, RenderError> {
    let or = |given: u32, usual: u32| if given == 0 { usual } else { given };
    let width = or(sheet.size.width, usual.0);
    let height = or(sheet.size.height, usual.1);
    let (wide, high) = (f64::from(width), f64::from(height));
    let surface = Surface::new(wide, high, sheet.theme, sheet.letters);
    marks(&surface, (wide, high))?;
    let mut out = String::with_capacity(400);
    out.push_str("<svg");
    // Inside HTML the namespace is known.
    if sheet.theme != Theme::Page {
        out.push_str(r#" xmlns="http://www.w3.org/2000/svg""#);
    }
    let _ = write!(
        out,
        r#" class="spark" width="{width}" height="{height}" viewBox="0 0 {} {}" aria-hidden="true">"#,
        units(wide),
        units(high),
    );
    out.push_str(&surface.take()?);
    out.push_str("</svg>");
    Ok(Drawing {
        svg: out,
        width,
        height,
    })
}

fn series_line(
    trend: &Trend,
    series: &TrendSeries,
    surface: &Surface,
    (width, height): (f64, f64),
) -> Result<(), RenderError> {
    let area = Area {
        left: INSET,
        top: INSET,
        right: width - INSET,
        bottom: height - INSET,
    };
    for point in &series.points {
        finite(&series.label, &[point.value])?;
    }
    let upside_down = trend.min > trend.max;
    let (low, high) = scale(trend, Kind::Scores)?;
    let y = if upside_down { high..low } else { low..high };
    let last = (trend.years.len() as f64 - 1.0).max(1.0);
    let plot = surface.plot(area, 0.0..last, y);
    let (points, cuts) = joined_points(trend, series);
    let end = points.last().copied();
    let line = Strokes {
        points,
        cuts,
        color: Token::Soft,
        width: 1.25,
    };
    surface.group(
        "",
        r#" stroke-linecap="round""#,
        |_| {},
        || plot.draw(&line).map_err(refused),
    )?;
    let Some(end) = end else {
        return Ok(());
    };
    let dot = Marker {
        at: end,
        shape: Shape::Circle,
        radius: 2.25,
        color: series_color(series.emphasis).unwrap_or(Token::Accent),
    };
    plot.draw(&dot).map_err(refused)
}
