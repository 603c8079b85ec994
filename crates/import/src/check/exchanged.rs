//! Finds two columns that were exchanged, by comparing them with all other columns: where few years are published,
//! those are better evidence than the columns' own history.

use domain::upload::IssueKind;

use super::{
    expected::{Expectation, Group, MIN_PROVINCES, Scores, agreement},
    findings::Findings,
};

/// Minimum rise of the two columns' agreement with their expectations when they are exchanged. Over 6,000 pairs of
/// published columns of PCI and PAPI, each year compared with only the earlier ones, the largest rise is 0.19.
const MIN_RISE: f64 = 0.25;
/// Minimum rise where the medians also fit the exchanged previous years: among published pairs, PCI's time costs and
/// informal charges in 2014 come nearest, with 0.06.
const MIN_RISE_WITH_LEVEL: f64 = 0.08;
/// Maximum remaining share of the distance between the medians and the published ones.
const MAX_LEVEL_SHARE: f64 = 0.7;

/// Compares all pairs of columns of one indicator and year; the catalogue limits their number.
pub(super) fn check(group: &Group<'_>, findings: &mut Findings) {
    let columns = &group.columns;
    for (at, a) in columns.iter().enumerate() {
        for (nth, b) in columns.iter().enumerate().skip(at + 1) {
            let too_few =
                |column: &Expectation<'_>| column.checked.history.columns.is_empty() || column.known < MIN_PROVINCES;
            if too_few(a) || too_few(b) {
                continue;
            }
            let weight = group.weight(at, nth);
            let (expected_a, expected_b) = (without(a, b, weight), without(b, a, weight));
            let current = agreement(&a.scores, &expected_a) + agreement(&b.scores, &expected_b);
            let exchanged = agreement(&a.scores, &expected_b) + agreement(&b.scores, &expected_a);
            let rise = exchanged - current;
            if rise > MIN_RISE || rise > MIN_RISE_WITH_LEVEL && levels_fit(a, b) {
                let args = vec![a.checked.name(), b.checked.name()];
                findings.add(IssueKind::SwappedColumns, a.checked.at, "", args);
            }
        }
    }
}

/// Returns the expectation of a column without the contribution of another column.
fn without(column: &Expectation<'_>, other: &Expectation<'_>, weight: f64) -> Scores {
    let other = other.scores.iter().copied().chain(std::iter::repeat(f64::NAN));
    let expected = column.expected.iter().zip(other);
    expected
        .map(|(sum, score)| if score.is_nan() { *sum } else { sum - weight * score })
        .collect()
}

/// Returns true if the medians of both columns are nearer to each other's published ones.
fn levels_fit(a: &Expectation<'_>, b: &Expectation<'_>) -> bool {
    let published = |column: &Expectation<'_>| {
        column
            .checked
            .history
            .nearest(column.checked.column.year)
            .map(|near| near.median)
    };
    let (Some(was_a), Some(was_b)) = (published(a), published(b)) else {
        return false;
    };
    let (is_a, is_b) = (a.checked.column.median, b.checked.column.median);
    let current = (is_a - was_a).abs() + (is_b - was_b).abs();
    (is_a - was_b).abs() + (is_b - was_a).abs() < MAX_LEVEL_SHARE * current
}
