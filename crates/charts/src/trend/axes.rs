//! Ticks, year labels and breaks around a trend.

use domain::Lang;

use crate::RenderError;
use crate::area::Area;
use crate::fonts;
use crate::numbers::{number, tick_texts};
use crate::style::{Anchor, GroupStyle, TextStyle};
use crate::surface::{Plot, Strokes, Surface, draw_error};
use crate::theme::Token;
use crate::trend::gaps::{Gap, rules};
use crate::trend::{Kind, Layout, year_range};
use crate::units::UNITS;

/// Font size of tick and break labels, in CSS px.
const FONT_SIZE: f64 = 12.0;
/// Distance from a tick label to the plot.
const GAP: f64 = 10.0;
/// Minimum width of a break label.
const MIN_BREAK_WIDTH: f64 = 84.0;
/// Maximum width of a break label.
const MAX_BREAK_WIDTH: f64 = 170.0;

/// The label of a break, next to the top of its rule.
pub(crate) struct BreakLabel {
    /// Position on the year axis, between two years.
    pub(crate) index: f64,
    lines: Vec<String>,
    /// Top and bottom, from the top of the area, in CSS px.
    top: f64,
    bottom: f64,
}

impl BreakLabel {
    /// Removes the text, which is shown elsewhere; the rule stays.
    pub(crate) fn remove_text(&mut self) {
        self.lines.clear();
        (self.top, self.bottom) = (0.0, 0.0);
    }
}

fn small_style() -> TextStyle {
    TextStyle::new(FONT_SIZE, Token::Soft)
}

/// Returns the width of the tick labels with the distance to the plot.
pub(crate) fn gutter(ticks: &[f64], high: f64, kind: Kind, lang: Lang) -> Result<f64, RenderError> {
    let texts: Vec<String> = match kind {
        Kind::Scores => tick_texts(ticks, lang),
        Kind::Ranks => vec![number(high, 0, lang)],
    };
    let style = small_style();
    let widest = fonts::widest(texts.iter().map(String::as_str), style.face, style.size)?;
    // At least half of the first year's label, which extends to the left.
    Ok((widest + GAP).max(18.0))
}

/// Returns the right edge of the plot that leaves every break label its minimum width.
pub(crate) fn right_edge_for_breaks(layout: &Layout<'_>, width: f64) -> f64 {
    let (left, _) = layout.extent();
    let (start, end) = year_range(layout.trend);
    let mut right = f64::INFINITY;
    for (index, label) in rules(layout.trend, &layout.filled) {
        if label.is_empty() {
            continue;
        }
        let share = (index - start) / (end - start);
        if share > 0.0 {
            right = right.min(left + (width - MIN_BREAK_WIDTH - left) / share);
        }
    }
    right.max(left + 80.0)
}

/// Places each label to the right of its rule. A rule begins at its own label, and a label that would run into the next
/// rule pushes the next one down, so no rule crosses a label.
pub(crate) fn place_breaks(layout: &Layout<'_>, width: f64) -> Result<Vec<BreakLabel>, RenderError> {
    let style = small_style();
    let mut placed: Vec<(BreakLabel, f64)> = Vec::new();
    for (index, label) in rules(layout.trend, &layout.filled) {
        let left = layout.x(index) + 6.0;
        let max = (width - left).clamp(1.0, MAX_BREAK_WIDTH);
        let lines = fonts::wrap(&label, style.face, style.size, max, 3)?;
        let texts = lines.iter().map(String::as_str);
        let right = left + fonts::widest(texts, style.face, style.size)? + 8.0;
        let top = placed
            .iter()
            .filter(|(_, end)| *end > left - 6.0)
            .map(|(before, _)| before.bottom)
            .fold(0.0, f64::max);
        let bottom = top + lines.len() as f64 * style.leading();
        let label = BreakLabel {
            index,
            lines,
            top,
            bottom,
        };
        placed.push((label, right));
    }
    Ok(placed.into_iter().map(|(label, _)| label).collect())
}

/// Returns the height that the break labels take above the plot.
pub(crate) fn breaks_height(breaks: &[BreakLabel]) -> f64 {
    let bottom = breaks.iter().map(|label| label.bottom).fold(0.0, f64::max);
    if bottom > 0.0 { bottom + 4.0 } else { 0.0 }
}

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
    let light = |style: &mut GroupStyle| style.fill = Some(Token::Grid);
    surface.group("gaps", r#" fill-opacity=".35""#, light, || {
        for gap in &layout.gaps {
            let band = Area {
                left: area.left + layout.x(gap.from),
                right: area.left + layout.x(gap.to),
                ..inner
            };
            surface.rect(band, Token::Grid)?;
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
        color: Token::Line,
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

/// Returns the indices of the years with labels, which must be at least `min_distance` years apart: the last and the
/// first with data, then as many as fit, in equal steps back from the last.
fn labelled_years(filled: &[usize], years: usize, min_distance: f64) -> Vec<usize> {
    let last = filled.last().copied().unwrap_or(years.saturating_sub(1));
    let step = (min_distance.ceil() as usize).max(1);
    let mut labelled = vec![last];
    let in_step = (0..years)
        .rev()
        .filter(|index| index.abs_diff(last).is_multiple_of(step));
    for index in filled.first().copied().into_iter().chain(in_step) {
        if labelled
            .iter()
            .all(|other| index.abs_diff(*other) as f64 >= min_distance && index != *other)
        {
            labelled.push(index);
        }
    }
    labelled.sort_unstable();
    labelled
}

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

/// Returns the ticks of a rank axis: 1, 10, 20 … and the last; round ranks too close to the last are left out.
fn rank_ticks(low: f64, high: f64, height: f64) -> Vec<f64> {
    let rank_count = high - low + 1.0;
    let step = match rank_count {
        p if p <= 7.0 => 1.0,
        p if p <= 16.0 => 5.0,
        _ => 10.0,
    };
    let min_distance = 16.0 / height * (high - low);
    // Steps of twenty if rank 10 is too close to rank 1.
    let step = if step >= 10.0 && step - low < min_distance {
        step * 2.0
    } else {
        step
    };
    let mut ticks = vec![low];
    let mut tick = (low / step).floor() * step + step;
    while tick < high {
        if tick - low >= min_distance && high - tick >= min_distance {
            ticks.push(tick);
        }
        tick += step;
    }
    ticks.push(high);
    ticks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_and_the_last_year_with_data_are_labelled() {
        // 2005 to 2016 and 2020 to 2022, at least three years apart.
        let filled: Vec<usize> = (0..=11).chain(15..=17).collect();
        assert_eq!(labelled_years(&filled, 18, 2.4), [0, 5, 8, 11, 14, 17]);
        assert_eq!(labelled_years(&filled, 18, 0.8).len(), 18);
        // Years without data at both ends.
        assert_eq!(labelled_years(&[1, 2, 3, 4], 7, 1.5), [1, 4, 6]);
        // Too close for both: only the last.
        assert_eq!(labelled_years(&[3, 4], 8, 1.5), [0, 2, 4, 6]);
        assert_eq!(labelled_years(&[], 3, 1.0), [0, 1, 2]);
    }

    #[test]
    fn rank_ticks_go_in_tens_up_to_the_last() {
        let ticks = rank_ticks(1.0, 63.0, 470.0);
        assert_eq!(ticks, [1.0, 10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 63.0]);
        let low = rank_ticks(1.0, 63.0, 200.0);
        assert_eq!(low, [1.0, 10.0, 20.0, 30.0, 40.0, 50.0, 63.0]);
        assert_eq!(rank_ticks(1.0, 63.0, 100.0), [1.0, 20.0, 40.0, 63.0]);
        assert_eq!(rank_ticks(1.0, 6.0, 300.0).len(), 6);
    }
}
