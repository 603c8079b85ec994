//! Ticks, year labels and breaks around a trend.

use plotters::element::{EmptyElement, Rectangle};
use plotters::style::Color as _;

use crate::RenderError;
use crate::area::Area;
use crate::axis::Axis;
use crate::elements::{Strokes, stroke};
use crate::fonts;
use crate::mesh::{self, Ticks};
use crate::numbers::tick_texts;
use crate::style::{Anchor, GroupStyle};
use crate::surface::{Chart, LabelSpace, Surface, draw_series};
use crate::theme::Token;
use crate::trend::gaps::Gap;
use crate::trend::layout::{Layout, YEARS};
use crate::trend::ticks::{FONT_SIZE, GAP, labelled_years, rank_ticks, small_style};
use crate::trend::value_axis::Kind;
use crate::trend::years::year_range;
use crate::units::{UNITS, to_canvas};

/// Years from left to right, scores or ranks from bottom to top.
pub(super) type TrendChart = Chart<Axis, Axis>;

/// Opacity of the band over years without data.
const BAND_OPACITY: f64 = 0.35;
/// Distance from the plot to the capitals of the year labels.
const YEAR_DISTANCE: f64 = 11.0;

/// Creates the chart, with space for the ticks at its left and the years below.
pub(crate) fn chart(layout: &Layout<'_>, surface: &Surface, inner: Area) -> Result<TrendChart, RenderError> {
    let space = LabelSpace {
        left: GAP,
        above: 0.0,
        below: if layout.has_year_labels() { YEARS } else { 0.0 },
    };
    let years = layout.year_axis().ticks(shown_years(layout, inner)?);
    surface.chart_with_labels(inner, space, years, value_axis(layout, inner))
}

/// Returns the value axis with its ticks.
fn value_axis(layout: &Layout<'_>, inner: Area) -> Axis {
    let ticks = match layout.kind {
        Kind::Scores => layout.ticks.clone(),
        Kind::Ranks => rank_ticks(layout.low, layout.high, inner.height()),
    };
    let texts = tick_texts(&ticks, layout.lang);
    layout.value_axis().ticks(ticks.into_iter().zip(texts).collect())
}

/// Returns as many years as have space for their labels.
fn shown_years(layout: &Layout<'_>, inner: Area) -> Result<Vec<(f64, String)>, RenderError> {
    let style = small_style();
    let years = &layout.trend.years;
    let texts: Vec<String> = years.iter().map(ToString::to_string).collect();
    let widest = fonts::widest(texts.iter().map(String::as_str), style.face, style.size)? + 10.0;
    let (start, end) = year_range(layout.trend);
    let min_distance = widest / (inner.width() / (end - start));
    let mut shown = labelled_years(&layout.filled, years.len(), min_distance);
    if layout.is_small() {
        let ends = [layout.filled.first(), layout.filled.last()];
        shown.retain(|index| ends.contains(&Some(index)));
    }
    let label = |index: usize| Some((index as f64, texts.get(index)?.clone()));
    Ok(shown.into_iter().filter_map(label).collect())
}

/// Draws grid, ticks, year labels and breaks.
pub(crate) fn draw(
    layout: &Layout<'_>,
    surface: &Surface,
    chart: &mut TrendChart,
    area: Area,
    inner: Area,
) -> Result<(), RenderError> {
    if layout.kind == Kind::Scores {
        grid(layout, surface, inner)?;
    }
    let quiet = |style: &mut GroupStyle| {
        style.fill = Some(Token::Soft);
        style.font_size = (FONT_SIZE * UNITS) as u32;
    };
    let anchored = |anchor: Anchor| move |style: &mut GroupStyle| style.anchor = anchor;
    surface.group("axis", "", quiet, || {
        surface.group("", "", anchored(Anchor::End), || {
            mesh::labels(chart, Ticks::Y, GAP, small_style())
        })?;
        surface.group("", "", anchored(Anchor::Middle), || {
            mesh::labels(chart, Ticks::X, YEAR_DISTANCE, small_style())?;
            gap_texts(layout, surface, area, inner)
        })?;
        breaks(layout, surface, chart, area, inner)
    })
}

/// Draws a light band over years without data.
pub(crate) fn bands(layout: &Layout<'_>, surface: &Surface, chart: &mut TrendChart) -> Result<(), RenderError> {
    if layout.gaps.is_empty() {
        return Ok(());
    }
    let light = |style: &mut GroupStyle| {
        style.fill = Some(Token::Grid);
        style.fill_opacity = BAND_OPACITY;
    };
    let bands = layout.gaps.iter().map(|gap| {
        let corners = [(gap.from, layout.low), (gap.to, layout.high)];
        Rectangle::new(corners, Token::Grid.mix(BAND_OPACITY).filled())
    });
    surface.group("gaps", "", light, || draw_series(chart, bands))
}

/// Draws the grid lines of each stretch of years with data: the mesh of a chart for each, so that no line runs through
/// years without data.
fn grid(layout: &Layout<'_>, surface: &Surface, inner: Area) -> Result<(), RenderError> {
    let (start, end) = year_range(layout.trend);
    let edges: Vec<f64> = std::iter::once(start)
        .chain(layout.gaps.iter().flat_map(|gap| [gap.from, gap.to]))
        .chain([end])
        .collect();
    let years = layout.year_axis();
    let x = |year: f64| years.between(year, (inner.left, inner.right));
    let mut charts = Vec::new();
    for pair in edges.chunks(2).filter(|pair| pair[0] < pair[1]) {
        let stretch = Area {
            left: x(pair[0]),
            right: x(pair[1]),
            ..inner
        };
        charts.push(surface.chart(stretch, Axis::new(pair[0], pair[1]), value_axis(layout, inner))?);
    }
    mesh::grid(surface, &mut charts, Ticks::Y, Token::Line)
}

/// Returns the area of a band's text; `None` if it has none.
fn text_area(layout: &Layout<'_>, gap: &Gap, area: Area, inner: Area) -> Option<Area> {
    let middle = area.left + f64::midpoint(layout.x(gap.from), layout.x(gap.to));
    gap.text_area(middle, inner.bottom)
}

/// Draws the texts of bands.
fn gap_texts(layout: &Layout<'_>, surface: &Surface, area: Area, inner: Area) -> Result<(), RenderError> {
    for gap in &layout.gaps {
        if let Some(text_area) = text_area(layout, gap, area, inner) {
            gap.draw(surface, text_area)?;
        }
    }
    Ok(())
}

/// Draws the rules of breaks, which begin above the plot, and their labels.
fn breaks(
    layout: &Layout<'_>,
    surface: &Surface,
    chart: &mut TrendChart,
    area: Area,
    inner: Area,
) -> Result<(), RenderError> {
    if layout.breaks.is_empty() {
        return Ok(());
    }
    let upper_end = match layout.kind {
        Kind::Scores => layout.high,
        Kind::Ranks => layout.low,
    };
    let rules = layout.breaks.iter().map(|label| {
        let x = area.left + layout.x(label.index);
        // A rule ends above the text of a band that it runs through.
        let bottom = layout
            .gaps
            .iter()
            .filter_map(|gap| text_area(layout, gap, area, inner))
            .find(|text_area| text_area.left - 4.0 < x && x < text_area.right + 4.0)
            .map_or(inner.bottom, |text_area| text_area.top - 4.0);
        let ends = [area.top + label.top + 2.0, bottom].map(|y| to_canvas((0.0, y - inner.top)));
        let rule = Strokes::new(ends.into(), Vec::new(), stroke(Token::Soft, 1.25));
        EmptyElement::at((label.index, upper_end)) + rule
    });
    let dashes = r#" stroke-dasharray="12 10""#;
    surface.group("breaks", dashes, |_| {}, || draw_series(chart, rules))?;
    for label in &layout.breaks {
        let x = area.left + layout.x(label.index) + 6.0;
        let middle = area.top + f64::midpoint(label.top, label.bottom);
        surface.lines(&label.lines, (x, middle), small_style())?;
    }
    Ok(())
}
