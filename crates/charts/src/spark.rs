//! Sparklines for a table cell or a card that states the values: a trend as a line with a dot, and a strip.

use std::fmt::Write as _;

use domain::chart::{Strip, Trend, TrendSeries};

use crate::RenderError;
use crate::area::Area;
use crate::axis::Axis;
use crate::drawing::Drawing;
use crate::elements::{Marker, Strokes, stroke};
use crate::numbers::finite;
use crate::options::DrawOptions;
use crate::series::series_color;
use crate::shape::Shape;
use crate::surface::{Surface, draw_series};
use crate::theme::{Theme, Token};
use crate::track::{self, Track};
use crate::trend::{Kind, joined_points, scale};
use crate::units::units;

/// Default size of a sparkline, in CSS px.
const SIZE: (u32, u32) = (66, 20);
/// Default size of a strip, in CSS px.
const STRIP: (u32, u32) = (220, 28);
/// Margin for the dot.
const INSET: f64 = 3.0;

/// Draws a sparkline. It is hidden from assistive technology, since the text next to it states the same.
///
/// Values grow upwards unless the axis is reversed (`min` greater than `max`, as for ranks): the model does not state
/// which end is better.
pub(crate) fn draw(trend: &Trend, options: &DrawOptions<'_>) -> Result<Drawing, RenderError> {
    wrap(options, SIZE, |surface, size| match trend.series.first() {
        Some(series) => series_line(trend, series, surface, size),
        None => Ok(()),
    })
}

/// Draws a strip with the height of a line of text, also hidden from assistive technology.
pub(crate) fn strip(strip: &Strip, options: &DrawOptions<'_>) -> Result<Drawing, RenderError> {
    track::check(strip, "strip")?;
    wrap(options, STRIP, |surface, (width, height)| {
        let radius = (height * 0.2).clamp(2.5, 5.5);
        let margin = radius + 1.5;
        let area = Area {
            left: margin,
            right: width - margin,
            top: height * 0.14,
            bottom: height * 0.86,
        };
        let track = Track {
            radius,
            mark: 1.25,
            tips: false,
        };
        track.draw(surface, strip, area).map(drop)
    })
}

/// Wraps what `marks` draws in an SVG; a size of 0 means the default.
fn wrap(
    options: &DrawOptions<'_>,
    default_size: (u32, u32),
    marks: impl FnOnce(&Surface, (f64, f64)) -> Result<(), RenderError>,
) -> Result<Drawing, RenderError> {
    let or_default = |given: u32, default_size: u32| if given == 0 { default_size } else { given };
    let width = or_default(options.size.width, default_size.0);
    let height = or_default(options.size.height, default_size.1);
    let size = (f64::from(width), f64::from(height));
    let surface = Surface::new(size.0, size.1, options.theme, options.text_mode);
    marks(&surface, size)?;
    let mut out = String::with_capacity(400);
    out.push_str("<svg");
    // Inline SVG in HTML needs no namespace.
    if options.theme != Theme::Page {
        out.push_str(r#" xmlns="http://www.w3.org/2000/svg""#);
    }
    let _ = write!(
        out,
        r#" class="spark" width="{width}" height="{height}" viewBox="0 0 {} {}" aria-hidden="true">"#,
        units(size.0),
        units(size.1),
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
    let reversed = trend.min > trend.max;
    let (low, high) = scale(trend, Kind::Scores)?;
    let values = if reversed {
        Axis::new(high, low)
    } else {
        Axis::new(low, high)
    };
    let last = (trend.years.len() as f64 - 1.0).max(1.0);
    let mut chart = surface.chart(area, Axis::new(0.0, last), values)?;
    let (points, cuts) = joined_points(trend, series);
    let end = points.last().copied();
    let line = Strokes::new(points, cuts, stroke(Token::Soft, 1.25));
    surface.group(
        "",
        r#" stroke-linecap="round""#,
        |_| {},
        || draw_series(&mut chart, [line]),
    )?;
    let color = series_color(series.emphasis).unwrap_or(Token::Accent);
    let dot = end.map(|end| Marker::new(end, Shape::Circle, 2.25, color));
    draw_series(&mut chart, dot)
}
