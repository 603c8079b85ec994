//! Ticks and year labels of a trend: which there are, and the space that they take.

use domain::Lang;

use crate::RenderError;
use crate::fonts;
use crate::numbers::{number, tick_texts};
use crate::style::TextStyle;
use crate::theme::Token;
use crate::trend::value_axis::Kind;

/// Font size of tick and break labels, in CSS px.
pub(crate) const FONT_SIZE: f64 = 12.0;
/// Distance from a tick label to the plot.
pub(crate) const GAP: f64 = 10.0;

/// Style of tick and break labels.
pub(crate) fn small_style() -> TextStyle {
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

/// Returns the indices of the years with labels, which must be at least `min_distance` years apart: the last and the
/// first with data, then as many as fit, in equal steps back from the last.
pub(crate) fn labelled_years(filled: &[usize], years: usize, min_distance: f64) -> Vec<usize> {
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

/// Returns the ticks of a rank axis: 1, 10, 20 … and the last; round ranks too close to the last are left out.
pub(crate) fn rank_ticks(low: f64, high: f64, height: f64) -> Vec<f64> {
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
