//! The labels of breaks above a trend.

use domain::chart::Trend;

use crate::RenderError;
use crate::fonts;
use crate::trend::gaps::rules;
use crate::trend::ticks::small_style;
use crate::trend::years::year_range;

/// Minimum width of a break label.
const MIN_BREAK_WIDTH: f64 = 84.0;
/// Maximum width of a break label.
const MAX_BREAK_WIDTH: f64 = 170.0;

/// The label of a break, next to the top of its rule.
pub(crate) struct BreakLabel {
    /// Position on the year axis, between two years.
    pub(crate) index: f64,
    pub(crate) lines: Vec<String>,
    /// Top and bottom, from the top of the area, in CSS px.
    pub(crate) top: f64,
    pub(crate) bottom: f64,
}

impl BreakLabel {
    /// Removes the text, which is shown elsewhere; the rule stays.
    pub(crate) fn remove_text(&mut self) {
        self.lines.clear();
        (self.top, self.bottom) = (0.0, 0.0);
    }
}

/// Returns the right edge of the plot that leaves every break label its minimum width.
pub(crate) fn right_edge(trend: &Trend, filled: &[usize], left: f64, width: f64) -> f64 {
    let (start, end) = year_range(trend);
    let mut right = f64::INFINITY;
    for (index, label) in rules(trend, filled) {
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
/// rule pushes the next one down, so no rule crosses a label. `x` maps a place on the year axis to its position.
pub(crate) fn place(
    trend: &Trend,
    filled: &[usize],
    x: impl Fn(f64) -> f64,
    width: f64,
) -> Result<Vec<BreakLabel>, RenderError> {
    let style = small_style();
    let mut placed: Vec<(BreakLabel, f64)> = Vec::new();
    for (index, label) in rules(trend, filled) {
        let left = x(index) + 6.0;
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
pub(crate) fn height(breaks: &[BreakLabel]) -> f64 {
    let bottom = breaks.iter().map(|label| label.bottom).fold(0.0, f64::max);
    if bottom > 0.0 { bottom + 4.0 } else { 0.0 }
}
