//! Plots of small line charts merged into one: all highlighted lines on one axis, their context in grey.

use domain::chart::{Break, ChartModel, Emphasis, Panel, Panels, Trend, TrendSeries};

use super::{Plot, ValueFormat, trend};

pub(super) fn plot(model: &ChartModel, panels: &Panels, decimals: u8) -> Plot {
    let all = merge(panels);
    let format = if panels.ranks {
        ValueFormat::WHOLE
    } else {
        ValueFormat::new(decimals, all.max)
    };
    trend::plot(model, &all, format, panels.ranks)
}

/// Merges the trends of all panels. A line that is in several panels is included only once.
fn merge(panels: &Panels) -> Trend {
    if panels.panels.is_empty() {
        return Trend::default();
    }
    let mut years: Vec<i32> = panels
        .panels
        .iter()
        .flat_map(|panel| panel.trend.years.iter().copied())
        .collect();
    years.sort_unstable();
    years.dedup();
    let mut breaks: Vec<Break> = Vec::new();
    let mut series: Vec<TrendSeries> = Vec::new();
    for (index, panel) in panels.panels.iter().enumerate() {
        for br in &panel.trend.breaks {
            if !breaks.iter().any(|known| known.before == br.before) {
                breaks.push(br.clone());
            }
        }
        for line in &panel.trend.series {
            let renamed = named(panel, line, index);
            let same = |known: &&mut TrendSeries| known.label == renamed.label && known.points == renamed.points;
            match series.iter_mut().find(same) {
                // Grey in the panels of the others, highlighted in its own.
                Some(known) if known.emphasis == Emphasis::Context => known.emphasis = renamed.emphasis,
                Some(_) => {}
                None => series.push(renamed),
            }
        }
    }
    let trends = || panels.panels.iter().map(|panel| &panel.trend);
    Trend {
        years,
        series,
        breaks,
        min: trends().map(|trend| trend.min).fold(f64::INFINITY, f64::min),
        max: trends().map(|trend| trend.max).fold(f64::NEG_INFINITY, f64::max),
    }
}

/// Returns a line of a panel; a highlighted one is named after the panel and has its own colour.
fn named(panel: &Panel, line: &TrendSeries, index: usize) -> TrendSeries {
    if line.emphasis == Emphasis::Context {
        return line.clone();
    }
    let label = if line.label.is_empty() || line.label == panel.label {
        panel.label.clone()
    } else {
        format!("{}: {}", panel.label, line.label)
    };
    TrendSeries {
        label,
        emphasis: Emphasis::Highlight(u8::try_from(index % 5).unwrap_or_default()),
        points: line.points.clone(),
    }
}
