//! The series that a model must produce, computed independently of the crate.

use domain::chart::*;

use crate::parts::{Series, clean};

/// Checks that the series have exactly the content of the model: all names, all values, nothing else.
pub(crate) fn assert_matches(model: &ChartModel, all: &[Series]) {
    match &model.body {
        ChartBody::Bars(bars) => {
            let pairs = all
                .iter()
                .filter(|s| !s.hidden)
                .flat_map(|s| s.categories.iter().cloned().zip(s.values.clone()));
            let rows = bars.rows.iter().map(|row| {
                let dot = if row.rank.is_empty() { "" } else { ". " };
                (clean(&format!("{}{dot}{}", row.rank, row.label)), Some(row.value))
            });
            assert_eq!(pairs.collect::<Vec<_>>(), rows.collect::<Vec<_>>());
        }
        ChartBody::Lines(trend) | ChartBody::Bump(trend) => trends(trend, all, ""),
        ChartBody::Slope(slope) => {
            assert_eq!(all.len(), slope.rows.len());
            for row in &slope.rows {
                let it = find(all, &clean(&row.label));
                assert_eq!(it.categories, [slope.left.clone(), slope.right.clone()]);
                assert_eq!(it.values, [Some(row.left), Some(row.right)]);
                assert_eq!(it.drawn, slope.joined);
            }
        }
        ChartBody::Stacked(bars) => {
            for (at, name) in bars.parts.iter().enumerate() {
                let pieces = all.iter().filter(|s| s.name == clean(name));
                let pairs = pieces.flat_map(|s| s.categories.iter().cloned().zip(s.values.clone()));
                let rows = bars.rows.iter();
                let rows = rows.map(|row| {
                    let name = format!("{}: {}/{}", row.label, row.pieces[0].text, row.text);
                    (clean(&name), Some(row.pieces[at].value))
                });
                assert_eq!(pairs.collect::<Vec<_>>(), rows.collect::<Vec<_>>());
            }
        }
        ChartBody::Components(parts) => {
            let column = |name: &str, value: fn(&ComponentRow) -> Option<f64>| {
                let it = find(all, name);
                let expected: Vec<Option<f64>> = parts.rows.iter().map(value).collect();
                assert_eq!(it.values, expected);
                for (category, row) in it.categories.iter().zip(&parts.rows) {
                    assert!(category.starts_with(&row.label), "{category}");
                }
            };
            column(&parts.value_label, |row| Some(row.value));
            column(&parts.average_label, |row| row.average);
            column(&parts.best_label, |row| row.best);
            assert_eq!(all.len(), 3);
        }
        ChartBody::Combined(both) => {
            let (scores, ranks): (Vec<&Series>, Vec<&Series>) =
                all.iter().partition(|s| s.name.starts_with(&both.score_label));
            assert_eq!(
                (scores.len(), ranks.len()),
                (both.scores.series.len(), both.ranks.series.len())
            );
            trends(&both.scores, all, &format!("{}: ", both.score_label));
            trends(&both.ranks, all, &format!("{}: ", both.rank_label));
        }
        ChartBody::Dots(dots) => {
            for (at, series) in dots.series.iter().enumerate() {
                let candidates: Vec<&Series> = all
                    .iter()
                    .filter(|s| s.name.starts_with(&clean(&series.label)))
                    .collect();
                for (place, row) in dots.rows.iter().enumerate() {
                    let expected = row.marks.iter().filter(|mark| mark.series == at);
                    let expected: Vec<f64> = expected.map(|mark| on_axis(dots, row, mark.value)).collect();
                    let found: Vec<f64> = candidates
                        .iter()
                        .filter_map(|s| value_in_row(s, &row.label, place))
                        .collect();
                    assert_eq!(found, expected, "{} {}", series.label, row.label);
                }
            }
        }
        ChartBody::Steps(steps) => stacked(steps, all),
        ChartBody::Panels(panels) => {
            for panel in &panels.panels {
                for line in panel
                    .trend
                    .series
                    .iter()
                    .filter(|line| line.emphasis != Emphasis::Context)
                {
                    let it = find(all, &clean(&panel.label));
                    let pairs = it.categories.iter().zip(&it.values);
                    let found: Vec<(i32, f64)> = pairs.filter_map(|(c, v)| Some((c.parse().ok()?, (*v)?))).collect();
                    let expected: Vec<(i32, f64)> = line.points.iter().map(|p| (p.year, p.value)).collect();
                    assert_eq!(found, expected, "{}", panel.label);
                }
            }
        }
        ChartBody::Tiles(_) => assert!(all.is_empty(), "a map has shapes, not series"),
        ChartBody::Strip(_) | ChartBody::Spine(_) | ChartBody::Heat(_) => {
            assert!(all.is_empty(), "strips and cells are shapes, not series");
        }
        ChartBody::Spark(_) | ChartBody::StripSpark(_) => unreachable!("not a chart for a slide"),
    }
}

/// Returns the value of a series in a row; the row may be in any of the charts side by side.
fn value_in_row(series: &Series, label: &str, place: usize) -> Option<f64> {
    let label = clean(label);
    let at = match series.categories.get(place) {
        Some(category) if *category == label => place,
        _ => series.categories.iter().position(|category| *category == label)?,
    };
    series.values[at]
}

/// Returns the value as drawn: a percentage of the row's scale if rows have their own scales.
fn on_axis(dots: &Dots, row: &DotRow, value: f64) -> f64 {
    if dots.rows.iter().all(|row| row.scale.is_none()) {
        return value;
    }
    let (low, high) = row.scale.unwrap_or((dots.min, dots.max));
    (value - low) / (high - low) * 100.0
}

/// Checks that each bar begins where the previous one ended, and that both totals start at zero.
fn stacked(steps: &Steps, all: &[Series]) {
    if steps.steps.is_empty() {
        assert!(all.is_empty());
        return;
    }
    let ends = |at: usize| {
        let seen: Vec<f64> = all.iter().filter_map(|s| s.values[at]).collect();
        match seen[..] {
            [length] => (0.0, length),
            [base, length] => (base, base + length),
            _ => panic!("{seen:?}"),
        }
    };
    let near = |a: f64, b: f64| assert!((a - b).abs() < 1e-9, "{a} {b}");
    assert_eq!(all[0].categories.len(), steps.steps.len() + 2);
    near(ends(0).1, steps.from.value);
    near(ends(steps.steps.len() + 1).1, steps.to.value);
    let mut level = steps.from.value;
    for (at, step) in (1..).zip(&steps.steps) {
        let (low, high) = ends(at);
        near(low, level.min(level + step.delta));
        near(high, level.max(level + step.delta));
        assert!(
            all[0].categories[at].contains(&clean(&step.text)),
            "the difference is in the category"
        );
        level += step.delta;
    }
}

fn find<'a>(all: &'a [Series], name: &str) -> &'a Series {
    all.iter()
        .find(|s| s.name == name)
        .unwrap_or_else(|| panic!("no series {name}"))
}

fn trends(trend: &Trend, all: &[Series], prefix: &str) {
    for series in &trend.series {
        let it = find(all, &clean(&format!("{prefix}{}", series.label)));
        let years: Vec<i32> = it.categories.iter().filter_map(|c| c.parse().ok()).collect();
        assert_eq!(years, trend.years);
        let pairs = it.categories.iter().zip(&it.values);
        let points: Vec<(String, f64)> = pairs.filter_map(|(c, v)| Some((c.clone(), (*v)?))).collect();
        let expected: Vec<(String, f64)> = series.points.iter().map(|p| (p.year.to_string(), p.value)).collect();
        assert_eq!(points, expected, "{}", it.name);
        if it.drawn {
            assert_joined(trend, it);
        }
    }
}

/// Checks which points are joined. Programs join adjacent points, so exactly the pairs that may be joined must be
/// adjacent.
fn assert_joined(trend: &Trend, it: &Series) {
    let places: Vec<Option<i32>> = it
        .categories
        .iter()
        .zip(&it.values)
        .map(|(category, value)| value.and_then(|_| category.parse().ok()))
        .collect();
    let drawn: Vec<(i32, i32)> = places.windows(2).filter_map(|w| Some((w[0]?, w[1]?))).collect();
    let present: Vec<i32> = places.iter().flatten().copied().collect();
    let allowed = present.windows(2).map(|w| (w[0], w[1]));
    let allowed: Vec<(i32, i32)> = allowed.filter(|(a, b)| trend.joined(*a, *b)).collect();
    assert_eq!(drawn, allowed, "{}", it.name);
}
