//! Ticks, years and breaks around a trend.

use domain::Lang;

use crate::RenderError;
use crate::canvas::{Anchor, GroupStyle, UNITS};
use crate::fonts;
use crate::surface::{Area, Plot, Strokes, Surface, Type, refused};
use crate::theme::Token;
use crate::trend::gaps::{Gap, rules};
use crate::trend::{Kind, Layout, year_range};

/// Size of ticks and of break labels, in CSS px.
const SMALL: f64 = 12.0;
/// From a tick label to the plot.
const GAP: f64 = 10.0;
/// Least width of a break label.
const LEAST_BREAK: f64 = 84.0;
/// Most width of a break label.
const MOST_BREAK: f64 = 170.0;

/// The label of a break, beside the head of its rule.
pub(crate) struct BreakLabel {
    /// Position on the axis of years, between two of them.
    pub(crate) index: f64,
    lines: Vec<String>,
    /// From the top of the area, in CSS px.
    top: f64,
    bottom: f64,
}

impl BreakLabel {
    /// The rule without its words: they stand elsewhere.
    pub(crate) fn silence(&mut self) {
        self.lines.clear();
        (self.top, self.bottom) = (0.0, 0.0);
    }
}

fn small() -> Type {
    Type::new(SMALL, Token::Soft)
}

/// Room for the tick labels, with what leads to the plot.
pub(crate) fn gutter(ticks: &[f64], high: f64, kind: Kind, lang: Lang) -> Result<f64, RenderError> {
    let texts: Vec<String> = match kind {
        Kind::Scores => tick_texts(ticks, lang),
        Kind::Ranks => vec![number(high, 0, lang)],
    };
    let look = small();
    let widest = fonts::widest(texts.iter().map(String::as_str), look.face, look.size)?;
    // Never less than half a year's label, which hangs out to the left.
    Ok((widest + GAP).max(18.0))
}

/// Right edge of the plot that leaves every break label its least width.
pub(crate) fn room_for_breaks(layout: &Layout<'_>, width: f64) -> f64 {
    let (left, _) = layout.extent();
    let (start, end) = year_range(layout.trend);
    let mut right = f64::INFINITY;
    for (index, label) in rules(layout.trend, &layout.filled) {
        if label.is_empty() {
            continue;
        }
        let share = (index - start) / (end - start);
        if share > 0.0 {
            right = right.min(left + (width - LEAST_BREAK - left) / share);
        }
    }
    right.max(left + 80.0)
}

/// Sets each label to the right of its rule. A rule begins at its own label, and a label
/// that would run into the next rule pushes the next one down: so no rule crosses a label.
pub(crate) fn place_breaks(layout: &Layout<'_>, width: f64) -> Result<Vec<BreakLabel>, RenderError> {
    let look = small();
    let mut placed: Vec<(BreakLabel, f64)> = Vec::new();
    for (index, label) in rules(layout.trend, &layout.filled) {
        let left = layout.x(index) + 6.0;
        let max = (width - left).clamp(1.0, MOST_BREAK);
        let lines = fonts::wrap(&label, look.face, look.size, max, 3)?;
        let texts = lines.iter().map(String::as_str);
        let right = left + fonts::widest(texts, look.face, look.size)? + 8.0;
        let top = placed
            .iter()
            .filter(|(_, end)| *end > left - 6.0)
            .map(|(before, _)| before.bottom)
            .fold(0.0, f64::max);
        let bottom = top + lines.len() as f64 * look.leading();
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

/// Height that the break labels take above the plot.
pub(crate) fn breaks_height(breaks: &[BreakLabel]) -> f64 {
    let bottom = breaks.iter().map(|label| label.bottom).fold(0.0, f64::max);
    if bottom > 0.0 { bottom + 4.0 } else { 0.0 }
}

/// Draws grid, ticks, years and breaks.
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
    let quiet = |look: &mut GroupStyle| {
        look.fill = Some(Token::Soft);
        look.font_size = (SMALL * UNITS) as u32;
    };
    surface.group("axis", "", quiet, || {
        tick_labels(layout, surface, inner, &ticks)?;
        years(layout, surface, area, inner)?;
        breaks(layout, surface, area, inner)
    })
}

/// A light band over years without figures.
pub(crate) fn bands(layout: &Layout<'_>, surface: &Surface, area: Area, inner: Area) -> Result<(), RenderError> {
    if layout.gaps.is_empty() {
        return Ok(());
    }
    let light = |look: &mut GroupStyle| look.fill = Some(Token::Grid);
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

/// All grid lines as one path; none runs through years without figures.
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
    plot.draw(&grid).map_err(refused)
}

/// The words of a band with their box.
fn words(layout: &Layout<'_>, gap: &Gap, area: Area, inner: Area) -> Option<Area> {
    let middle = area.left + f64::midpoint(layout.x(gap.from), layout.x(gap.to));
    gap.words(middle, inner.bottom)
}

fn tick_labels(layout: &Layout<'_>, surface: &Surface, inner: Area, ticks: &[f64]) -> Result<(), RenderError> {
    let texts = tick_texts(ticks, layout.lang);
    let span = layout.high - layout.low;
    let look = small().anchor(Anchor::End);
    let anchored = |look: &mut GroupStyle| look.anchor = Anchor::End;
    surface.group("", "", anchored, || {
        for (tick, text) in ticks.iter().zip(&texts) {
            let share = (tick - layout.low) / span;
            let y = match layout.kind {
                Kind::Scores => inner.bottom - share * inner.height(),
                Kind::Ranks => inner.top + share * inner.height(),
            };
            surface.text(text, (inner.left - GAP, y), look)?;
        }
        Ok(())
    })
}

/// As many years as fit, and the words of bands.
fn years(layout: &Layout<'_>, surface: &Surface, area: Area, inner: Area) -> Result<(), RenderError> {
    let look = small().anchor(Anchor::Middle);
    let years = &layout.trend.years;
    let texts: Vec<String> = years.iter().map(ToString::to_string).collect();
    let widest = fonts::widest(texts.iter().map(String::as_str), look.face, look.size)? + 10.0;
    let (start, end) = year_range(layout.trend);
    let least = widest / (inner.width() / (end - start));
    let anchored = |look: &mut GroupStyle| look.anchor = Anchor::Middle;
    surface.group("", "", anchored, || {
        let mut shown = labelled_years(&layout.filled, years.len(), least);
        if layout.small() {
            let ends = [layout.filled.first(), layout.filled.last()];
            shown.retain(|index| ends.contains(&Some(index)));
        }
        for index in shown.into_iter().filter(|_| layout.names_years()) {
            let x = area.left + layout.x(index as f64);
            surface.text(&texts[index], (x, inner.bottom + 15.0), look)?;
        }
        for gap in &layout.gaps {
            if let Some(words) = words(layout, gap, area, inner) {
                gap.write(surface, words)?;
            }
        }
        Ok(())
    })
}

/// Which of so many years get a label, when labels must be `least` years apart: the last
/// and the first with figures, then as many as fit, in equal steps back from the last.
fn labelled_years(filled: &[usize], years: usize, least: f64) -> Vec<usize> {
    let last = filled.last().copied().unwrap_or(years.saturating_sub(1));
    let step = (least.ceil() as usize).max(1);
    let mut kept = vec![last];
    let in_step = (0..years)
        .rev()
        .filter(|index| index.abs_diff(last).is_multiple_of(step));
    for index in filled.first().copied().into_iter().chain(in_step) {
        if kept
            .iter()
            .all(|other| index.abs_diff(*other) as f64 >= least && index != *other)
        {
            kept.push(index);
        }
    }
    kept.sort_unstable();
    kept
}

fn breaks(layout: &Layout<'_>, surface: &Surface, area: Area, inner: Area) -> Result<(), RenderError> {
    if layout.breaks.is_empty() {
        return Ok(());
    }
    let look = small();
    surface.group(
        "breaks",
        r#" stroke-dasharray="12 10""#,
        |_| {},
        || {
            for label in &layout.breaks {
                let x = area.left + layout.x(label.index);
                let top = area.top + label.top;
                // A rule ends above the words of a band that it runs through.
                let bottom = layout
                    .gaps
                    .iter()
                    .filter_map(|gap| words(layout, gap, area, inner))
                    .find(|words| words.left - 4.0 < x && x < words.right + 4.0)
                    .map_or(inner.bottom, |words| words.top - 4.0);
                surface.line(&[(x, top + 2.0), (x, bottom)], Token::Soft, 1.25)?;
            }
            Ok(())
        },
    )?;
    for label in &layout.breaks {
        let x = area.left + layout.x(label.index) + 6.0;
        let middle = area.top + f64::midpoint(label.top, label.bottom);
        surface.lines(&label.lines, (x, middle), look)?;
    }
    Ok(())
}

/// 1, 10, 20 … and the last; round ranks that would touch the last are left out.
fn rank_ticks(low: f64, high: f64, height: f64) -> Vec<f64> {
    let places = high - low + 1.0;
    let step = match places {
        p if p <= 7.0 => 1.0,
        p if p <= 16.0 => 5.0,
        _ => 10.0,
    };
    let apart = 16.0 / height * (high - low);
    // Where rank 10 would touch rank 1, twenties.
    let step = if step >= 10.0 && step - low < apart {
        step * 2.0
    } else {
        step
    };
    let mut ticks = vec![low];
    let mut tick = (low / step).floor() * step + step;
    while tick < high {
        if tick - low >= apart && high - tick >= apart {
            ticks.push(tick);
        }
        tick += step;
    }
    ticks.push(high);
    ticks
}

/// Tick labels with the decimals that their distance needs.
pub(crate) fn tick_texts(ticks: &[f64], lang: Lang) -> Vec<String> {
    let step = match ticks {
        [first, second, ..] => (second - first).abs(),
        _ => 1.0,
    };
    let decimals = (0..5_u8)
        .find(|decimals| {
            let scaled = step * 10_f64.powi(i32::from(*decimals));
            (scaled - scaled.round()).abs() < 1e-6
        })
        .unwrap_or(5);
    ticks
        .iter()
        .map(|tick| number(*tick, usize::from(decimals), lang))
        .collect()
}

/// `1.234,56` in Vietnamese, `1,234.56` in English; a true minus sign.
pub(crate) fn number(value: f64, decimals: usize, lang: Lang) -> String {
    let (thousands, point) = match lang {
        Lang::Vi => ('.', ','),
        Lang::En => (',', '.'),
    };
    let plain = format!("{:.decimals$}", value.abs());
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut out = String::new();
    if value < 0.0 && plain.bytes().any(|b| (b'1'..=b'9').contains(&b)) {
        out.push('−');
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(thousands);
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push(point);
        out.push_str(fraction);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_follow_the_language() {
        assert_eq!(number(1234.56, 2, Lang::Vi), "1.234,56");
        assert_eq!(number(1234.56, 2, Lang::En), "1,234.56");
        assert_eq!(number(-0.5, 1, Lang::Vi), "−0,5");
        assert_eq!(number(-0.0, 0, Lang::Vi), "0");
        assert_eq!(number(1_000_000.0, 0, Lang::En), "1,000,000");
    }

    #[test]
    fn ticks_have_the_decimals_of_their_step() {
        assert_eq!(tick_texts(&[0.0, 0.5, 1.0], Lang::Vi), ["0,0", "0,5", "1,0"]);
        assert_eq!(tick_texts(&[40.0, 50.0], Lang::Vi), ["40", "50"]);
    }

    #[test]
    fn the_first_and_the_last_year_with_figures_are_named() {
        // 2005 to 2016 and 2020 to 2022, three years apart at least.
        let filled: Vec<usize> = (0..=11).chain(15..=17).collect();
        assert_eq!(labelled_years(&filled, 18, 2.4), [0, 5, 8, 11, 14, 17]);
        assert_eq!(labelled_years(&filled, 18, 0.8).len(), 18);
        // Empty years at both ends.
        assert_eq!(labelled_years(&[1, 2, 3, 4], 7, 1.5), [1, 4, 6]);
        // Too close for both: the last.
        assert_eq!(labelled_years(&[3, 4], 8, 1.5), [0, 2, 4, 6]);
        assert_eq!(labelled_years(&[], 3, 1.0), [0, 1, 2]);
    }

    #[test]
    fn ranks_are_counted_in_tens_up_to_the_last() {
        let ticks = rank_ticks(1.0, 63.0, 470.0);
        assert_eq!(ticks, [1.0, 10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 63.0]);
        let low = rank_ticks(1.0, 63.0, 200.0);
        assert_eq!(low, [1.0, 10.0, 20.0, 30.0, 40.0, 50.0, 63.0]);
        assert_eq!(rank_ticks(1.0, 63.0, 100.0), [1.0, 20.0, 40.0, 63.0]);
        assert_eq!(rank_ticks(1.0, 6.0, 300.0).len(), 6);
    }
}
