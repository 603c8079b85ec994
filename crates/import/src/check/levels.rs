//! The middle and the width of a column against those of the published years.

use domain::{
    ComponentId, Kind,
    upload::{Arg, IssueKind},
};

use super::{
    columns::{FEWEST, Whole},
    findings::Findings,
    history::{Column, History},
    numbers::{median, spread},
};

/// How far beyond the largest published step a new one must lie: the next year may be the record.
const BEYOND: f64 = 1.25;
/// A step of a component that needs no word although it is a record, in parts of the scale. Held against all
/// other years, nine published years of components under one method would be records by up to 0.22 (PCI's legal
/// institutions in 2012), and totals by up to 0.06.
const RECORD_OF_PART: f64 = 0.25;
const RECORD_OF_TOTAL: f64 = 0.1;
/// Fewer steps than this do not show how far a component can move.
const FEWEST_STEPS: usize = 3;
/// Without enough of them: so much of the scale. PAPI's environment fell by 0.29 in its second year, and its
/// responses by electronic means by 0.38.
const UNKNOWN: f64 = 0.45;
/// A median so many times the one before, or a spread, is another scale whatever else is known: the
/// largest published factor between consecutive years is 3.4 (PAPI's response by electronic means in 2020).
const FACTOR: f64 = 4.5;
/// The same of the spread, which is the less steady of the two.
const FACTOR_OF_SPREAD: f64 = 8.0;
/// Counts grow by themselves, and grow fast while a service is young.
const FACTOR_OF_COUNTS: f64 = 8.0;

/// Warns when the median moved by more than any published step, or median or spread are another scale's.
pub(super) fn check(whole: &Whole<'_>, findings: &mut Findings) {
    let Some(old) = whole.history.nearest(whole.column.year) else {
        return;
    };
    let (was, is) = common(old, &whole.column);
    let years = f64::from(whole.column.year.abs_diff(old.year).clamp(1, 3));
    let moved = (whole.column.level_of(is.median) - old.level_of(was.median)).abs();
    let limit = limit(whole) * years.sqrt();
    if moved > limit || other_scale(whole, &was, &is) {
        let digits = whole.decimals();
        let args = vec![
            whole.name(),
            Arg::Number(was.median, digits),
            Arg::Year(old.year),
            Arg::Number(is.median, digits),
        ];
        findings.add(IssueKind::LevelShift, whole.at, "", args);
    }
}

/// Median and spread over the same provinces.
struct Middle {
    median: f64,
    spread: f64,
}

/// Over the provinces that both years have; over all where those are too few (63 became 34).
fn common(old: &Column, new: &Column) -> (Middle, Middle) {
    let pairs = new.pairs(old);
    if pairs.len() < FEWEST {
        let whole = |column: &Column| Middle {
            median: column.median,
            spread: column.spread,
        };
        return (whole(old), whole(new));
    }
    let (is, was): (Vec<f64>, Vec<f64>) = pairs.into_iter().unzip();
    let middle = |values: Vec<f64>| Middle {
        spread: spread(&values),
        median: median(values),
    };
    (middle(was), middle(is))
}

/// How far the level may move in a year.
fn limit(whole: &Whole<'_>) -> f64 {
    let compare = |from: i32, to: i32| whole.indicator.compare(from, to).verdict.comparable();
    let same_rules = same_rules(whole);
    let (all, under_rules) = (steps(&whole.history, |_, _| true), steps(&whole.history, compare));
    let largest = |steps: &[f64]| steps.iter().copied().fold(0.0, f64::max) * BEYOND;
    if whole.indicator.kind != Kind::Score {
        return largest(&all).max(FACTOR_OF_COUNTS.ln());
    }
    let total = whole.table.key.component == ComponentId::TOTAL;
    let record = if total { RECORD_OF_TOTAL } else { RECORD_OF_PART };
    // Between years under the same rules the steps between such years count, where there are enough.
    let steps = if same_rules && under_rules.len() >= FEWEST_STEPS {
        under_rules
    } else {
        all
    };
    // A new method moves a part as far as a first year does: PAPI's response by electronic means fell from 0.34
    // to 0.02 of its scale when the report of 2020 changed it.
    if steps.len() < FEWEST_STEPS || !same_rules && !total {
        return largest(&steps).max(UNKNOWN);
    }
    largest(&steps).max(record)
}

/// True if the nearest published year is comparable with the file's.
fn same_rules(whole: &Whole<'_>) -> bool {
    let year = whole.column.year;
    let compare = |from: i32, to: i32| whole.indicator.compare(from, to).verdict.comparable();
    let nearest = whole.history.nearest(year);
    nearest.is_some_and(|old| compare(old.year.min(year), old.year.max(year)))
}

fn steps(history: &History, counts: impl Fn(i32, i32) -> bool) -> Vec<f64> {
    let steps = history.steps().filter(|(from, to)| counts(from.year, to.year));
    steps.map(|(from, to)| (to.level - from.level).abs()).collect()
}

fn other_scale(whole: &Whole<'_>, was: &Middle, is: &Middle) -> bool {
    let (of_median, of_spread) = if whole.indicator.kind == Kind::Score {
        (FACTOR, FACTOR_OF_SPREAD)
    } else {
        (FACTOR_OF_COUNTS, FACTOR_OF_COUNTS)
    };
    let apart = |a: f64, b: f64, factor: f64| a > 0.0 && b > 0.0 && (a / b > factor || b / a > factor);
    // A component that has done so before may do it again.
    let before = whole
        .history
        .steps()
        .any(|(from, to)| apart(from.median, to.median, of_median) || apart(from.spread, to.spread, of_spread));
    // A new method may narrow the answers: those of PAPI's response by electronic means in 2020 became 14 times as
    // narrow. The middle does not move as far.
    let narrowed = same_rules(whole) && apart(was.spread, is.spread, of_spread);
    !before && (apart(was.median, is.median, of_median) || narrowed)
}
