//! Two columns that changed places, seen from all other columns: where few years are published, those say more
//! than the columns' own history.

use domain::upload::IssueKind;

use super::{
    expected::{Expectation, FEWEST, Group, Scores, agreement},
    findings::Findings,
};

/// By how much the agreement of two columns with what is expected of them rises when they are exchanged. Of
/// 6,000 pairs of published columns of PCI and PAPI, each year with only those before it, the largest rise
/// is 0.19.
const RISE: f64 = 0.25;
/// The same where the medians fit the exchanged years before as well: of published pairs, those of PCI's time costs
/// and informal charges in 2014 come nearest, by 0.06.
const RISE_WITH_LEVEL: f64 = 0.08;
/// So much of the distance of the medians from those published may be left.
const LEVEL: f64 = 0.7;

/// Compares all columns of one indicator and year with one another; the catalogue bounds their number.
pub(super) fn check(group: &Group<'_>, findings: &mut Findings) {
    let columns = &group.columns;
    for (at, a) in columns.iter().enumerate() {
        for (nth, b) in columns.iter().enumerate().skip(at + 1) {
            let too_few = |of: &Expectation<'_>| of.whole.history.columns.is_empty() || of.known < FEWEST;
            if too_few(a) || too_few(b) {
                continue;
            }
            let weight = group.weight(at, nth);
            let (of_a, of_b) = (without(a, b, weight), without(b, a, weight));
            let own = agreement(&a.scores, &of_a) + agreement(&b.scores, &of_b);
            let exchanged = agreement(&a.scores, &of_b) + agreement(&b.scores, &of_a);
            let rise = exchanged - own;
            if rise > RISE || rise > RISE_WITH_LEVEL && levels_fit(a, b) {
                let args = vec![a.whole.name(), b.whole.name()];
                findings.add(IssueKind::SwappedColumns, a.whole.at, "", args);
            }
        }
    }
}

/// What is expected of a column without what another leads to expect.
fn without(of: &Expectation<'_>, by: &Expectation<'_>, weight: f64) -> Scores {
    let by = by.scores.iter().copied().chain(std::iter::repeat(f64::NAN));
    let expected = of.expected.iter().zip(by);
    expected
        .map(|(sum, score)| if score.is_nan() { *sum } else { sum - weight * score })
        .collect()
}

/// True if the medians of both columns are nearer to the other's published ones.
fn levels_fit(a: &Expectation<'_>, b: &Expectation<'_>) -> bool {
    let published = |of: &Expectation<'_>| of.whole.history.nearest(of.whole.column.year).map(|near| near.median);
    let (Some(was_a), Some(was_b)) = (published(a), published(b)) else {
        return false;
    };
    let (is_a, is_b) = (a.whole.column.median, b.whole.column.median);
    let own = (is_a - was_a).abs() + (is_b - was_b).abs();
    (is_a - was_b).abs() + (is_b - was_a).abs() < LEVEL * own
}
