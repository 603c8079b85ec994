//! Ticks, year labels and breaks around a trend.

use plotters::style::Color as _;

use crate::RenderError;
use crate::area::Area;
use crate::fonts;
use crate::numbers::tick_texts;
use crate::style::{Anchor, GroupStyle};
use crate::surface::{Plot, Strokes, Surface, draw_error};
use crate::theme::Token;
use crate::trend::gaps::Gap;
use crate::trend::layout::Layout;
use crate::trend::ticks::{FONT_SIZE, GAP, labelled_years, rank_ticks, small_style};
use crate::trend::value_axis::Kind;
use crate::trend::years::year_range;
use crate::units::UNITS;

/// Opacity of the band over years without data.
const BAND_OPACITY: f64 = 0.35;

/// Draws grid, ticks, year labels and breaks.
pub(crate) fn draw(
    layout: &Layout<'_>,
    surface: &Surface,
    plot: &Plot,
    area: Area,
    inner: Area,
) -> Result<(), RenderError> {
    let ticks = match layout.kind {
        Kind::Scores => layout.ticks.clone(),
        Kind::Ranks => rank_ticks(layout.low, layout.high, inner.height()),
    };
    if layout.kind == Kind::Scores {
        grid(layout, plot, &ticks)?;
    }
    let quiet = |style: &mut GroupStyle| {
        style.fill = Some(Token::Soft);
        style.font_size = (FONT_SIZE * UNITS) as u32;
    };
    surface.group("axis", "", quiet, || {
        tick_labels(layout, surface, inner, &ticks)?;
        years(layout, surface, area, inner)?;
        breaks(layout, surface, area, inner)
    })
}

/// Draws a light band over years without data.
pub(crate) fn bands(layout: &Layout<'_>, surface: &Surface, area: Area, inner: Area) -> Result<(), RenderError> {
    if layout.gaps.is_empty() {
        return Ok(());
    }
    let light = |style: &mut GroupStyle| {
        style.fill = Some(Token::Grid);
        style.fill_opacity = BAND_OPACITY;
    };
    surface.group("gaps", "", light, || {
        for gap in &layout.gaps {
            let band = Area {
                left: area.left + layout.x(gap.from),
                right: area.left + layout.x(gap.to),
                ..inner
            };
            surface.rect(band, Token::Grid.mix(BAND_OPACITY))?;
        }
        Ok(())
    })
}

/// Draws all grid lines as one path; none runs through years without data.
fn grid(layout: &Layout<'_>, plot: &Plot, ticks: &[f64]) -> Result<(), RenderError> {
    let (start, end) = year_range(layout.trend);
    let edges: Vec<f64> = std::iter::once(start)
        .chain(layout.gaps.iter().flat_map(|gap| [gap.from, gap.to]))
        .chain([end])
        .collect();
    let points: Vec<(f64, f64)> = ticks
        .iter()
        .flat_map(|value| edges.chunks(2).map(move |pair| (pair, *value)))
        .filter(|(pair, _)| pair[0] < pair[1])
        .flat_map(|(pair, value)| [(pair[0], value), (pair[1], value)])
        .collect();
    if points.is_empty() {
        return Ok(());
    }
    let grid = Strokes {
        cuts: (2..points.len()).step_by(2).collect(),
        points,
        color: Token::Line.to_rgba(),
        width: 1.0,
    };
    plot.draw(&grid).map_err(draw_error)
}

/// Returns the area of a band's text; `None` if it has none.
fn text_area(layout: &Layout<'_>, gap: &Gap, area: Area, inner: Area) -> Option<Area> {
    let middle = area.left + f64::midpoint(layout.x(gap.from), layout.x(gap.to));
    gap.text_area(middle, inner.bottom)
}

fn tick_labels(layout: &Layout<'_>, surface: &Surface, inner: Area, ticks: &[f64]) -> Result<(), RenderError> {
    let texts = tick_texts(ticks, layout.lang);
    let span = layout.high - layout.low;
    let style = small_style().anchor(Anchor::End);
    let anchored = |style: &mut GroupStyle| style.anchor = Anchor::End;
    surface.group("", "", anchored, || {
        for (tick, text) in ticks.iter().zip(&texts) {
            let share = (tick - layout.low) / span;
            let y = match layout.kind {
                Kind::Scores => inner.bottom - share * inner.height(),
                Kind::Ranks => inner.top + share * inner.height(),
            };
            surface.text(text, (inner.left - GAP, y), style)?;
        }
        Ok(())
    })
}

/// Draws as many year labels as fit, and the texts of bands.
fn years(layout: &Layout<'_>, surface: &Surface, area: Area, inner: Area) -> Result<(), RenderError> {
    let style = small_style().anchor(Anchor::Middle);
    let years = &layout.trend.years;
    let texts: Vec<String> = years.iter().map(ToString::to_string).collect();
    let widest = fonts::widest(texts.iter().map(String::as_str), style.face, style.size)? + 10.0;
    let (start, end) = year_range(layout.trend);
    let min_distance = widest / (inner.width() / (end - start));
    let anchored = |style: &mut GroupStyle| style.anchor = Anchor::Middle;
    surface.group("", "", anchored, || {
        let mut shown = labelled_years(&layout.filled, years.len(), min_distance);
        if layout.is_small() {
            let ends = [layout.filled.first(), layout.filled.last()];
            shown.retain(|index| ends.contains(&Some(index)));
        }
        for index in shown.into_iter().filter(|_| layout.has_year_labels()) {
            let x = area.left + layout.x(index as f64);
            surface.text(&texts[index], (x, inner.bottom + 15.0), style)?;
        }
        for gap in &layout.gaps {
            if let Some(text_area) = text_area(layout, gap, area, inner) {
                gap.draw(surface, text_area)?;
            }
        }
        Ok(())
    })
}

/// Draws the rules of breaks and their labels.
fn breaks(layout: &Layout<'_>, surface: &Surface, area: Area, inner: Area) -> Result<(), RenderError> {
    if layout.breaks.is_empty() {
        return Ok(());
    }
    let style = small_style();
    surface.group(
        "breaks",
        r#" stroke-dasharray="12 10""#,
        |_| {},
        || {
            for label in &layout.breaks {
                let x = area.left + layout.x(label.index);
                let top = area.top + label.top;
                // A rule ends above the text of a band that it runs through.
                let bottom = layout
                    .gaps
                    .iter()
                    .filter_map(|gap| text_area(layout, gap, area, inner))
                    .find(|text_area| text_area.left - 4.0 < x && x < text_area.right + 4.0)
                    .map_or(inner.bottom, |text_area| text_area.top - 4.0);
                surface.line(&[(x, top + 2.0), (x, bottom)], Token::Soft, 1.25)?;
            }
            Ok(())
        },
    )?;
    for label in &layout.breaks {
        let x = area.left + layout.x(label.index) + 6.0;
        let middle = area.top + f64::midpoint(label.top, label.bottom);
        surface.lines(&label.lines, (x, middle), style)?;
    }
    Ok(())
}
