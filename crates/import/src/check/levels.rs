//! Compares the median and spread of a column with those of the published years.

use domain::{
    ComponentId, Kind,
    upload::{Arg, IssueKind},
};

use super::{
    columns::{CheckedColumn, MIN_PROVINCES},
    findings::Findings,
    history::{Column, History},
    numbers::{median, spread},
};

/// Factor by which the largest published step must be exceeded: the next year may set a record.
const RECORD_MARGIN: f64 = 1.25;
/// Maximum step of a component, as a share of the scale, that is not reported although it is a record. Compared with
/// all other years, nine published years of components under one method would be records by up to 0.22 (PCI's legal
/// institutions in 2012), and totals by up to 0.06.
const MAX_PART_STEP: f64 = 0.25;
const MAX_TOTAL_STEP: f64 = 0.1;
/// Minimum number of steps that show how far a component can move.
const MIN_STEPS: usize = 3;
/// Maximum step, as a share of the scale, without enough of them. PAPI's environment fell by 0.29 in its second year,
/// and its responses by electronic means by 0.38.
const MAX_UNKNOWN_STEP: f64 = 0.45;
/// Factor between medians from which the scale must be another one, whatever else is known: the largest published
/// factor between consecutive years is 3.4 (PAPI's response by electronic means in 2020).
const MEDIAN_FACTOR: f64 = 4.5;
/// The same for spreads, which are less stable.
const SPREAD_FACTOR: f64 = 8.0;
/// The same for counts, which grow naturally, and fast while a service is young.
const COUNT_FACTOR: f64 = 8.0;

/// Warns if the median moved further than any published step, or if median or spread suggest another scale.
pub(super) fn check(checked: &CheckedColumn<'_>, findings: &mut Findings) {
    let Some(old) = checked.history.nearest(checked.column.year) else {
        return;
    };
    let (was, is) = common(old, &checked.column);
    let years = f64::from(checked.column.year.abs_diff(old.year).clamp(1, 3));
    let moved = (checked.column.level_of(is.median) - old.level_of(was.median)).abs();
    let limit = limit(checked) * years.sqrt();
    if moved > limit || other_scale(checked, &was, &is) {
        let digits = checked.decimals();
        let args = vec![
            checked.name(),
            Arg::Number(was.median, digits),
            Arg::Year(old.year),
            Arg::Number(is.median, digits),
        ];
        findings.add(IssueKind::LevelShift, checked.at, "", args);
    }
}

/// Median and spread of the same provinces.
struct Statistics {
    median: f64,
    spread: f64,
}

/// Returns both columns' statistics over the provinces that both have; over all if those are too few (63 became 34).
fn common(old: &Column, new: &Column) -> (Statistics, Statistics) {
    let pairs = new.pairs(old);
    if pairs.len() < MIN_PROVINCES {
        let over_all = |column: &Column| Statistics {
            median: column.median,
            spread: column.spread,
        };
        return (over_all(old), over_all(new));
    }
    let (is, was): (Vec<f64>, Vec<f64>) = pairs.into_iter().unzip();
    let middle = |values: Vec<f64>| Statistics {
        spread: spread(&values),
        median: median(values),
    };
    (middle(was), middle(is))
}

/// Returns how far the level may move in one year.
fn limit(checked: &CheckedColumn<'_>) -> f64 {
    let compare = |from: i32, to: i32| checked.indicator.compare(from, to).verdict.comparable();
    let same_rules = same_rules(checked);
    let (all, under_rules) = (steps(&checked.history, |_, _| true), steps(&checked.history, compare));
    let largest = |steps: &[f64]| steps.iter().copied().fold(0.0, f64::max) * RECORD_MARGIN;
    if checked.indicator.kind != Kind::Score {
        return largest(&all).max(COUNT_FACTOR.ln());
    }
    let total = checked.table.key.component == ComponentId::TOTAL;
    let record = if total { MAX_TOTAL_STEP } else { MAX_PART_STEP };
    // Between years under the same rules, only steps between such years count, if there are enough.
    let steps = if same_rules && under_rules.len() >= MIN_STEPS {
        under_rules
    } else {
        all
    };
    // A new method moves a part as far as a first year does: PAPI's response by electronic means fell from 0.34 to 0.02
    // of its scale when the report of 2020 changed it.
    if steps.len() < MIN_STEPS || !same_rules && !total {
        return largest(&steps).max(MAX_UNKNOWN_STEP);
    }
    largest(&steps).max(record)
}

/// Returns true if the nearest published year is comparable with the file's year.
fn same_rules(checked: &CheckedColumn<'_>) -> bool {
    let year = checked.column.year;
    let compare = |from: i32, to: i32| checked.indicator.compare(from, to).verdict.comparable();
    let nearest = checked.history.nearest(year);
    nearest.is_some_and(|old| compare(old.year.min(year), old.year.max(year)))
}

fn steps(history: &History, counts: impl Fn(i32, i32) -> bool) -> Vec<f64> {
    let steps = history.steps().filter(|(from, to)| counts(from.year, to.year));
    steps.map(|(from, to)| (to.level - from.level).abs()).collect()
}

fn other_scale(checked: &CheckedColumn<'_>, was: &Statistics, is: &Statistics) -> bool {
    let (median_factor, spread_factor) = if checked.indicator.kind == Kind::Score {
        (MEDIAN_FACTOR, SPREAD_FACTOR)
    } else {
        (COUNT_FACTOR, COUNT_FACTOR)
    };
    let apart = |a: f64, b: f64, factor: f64| a > 0.0 && b > 0.0 && (a / b > factor || b / a > factor);
    // A component that has changed this much before may do it again.
    let before = checked
        .history
        .steps()
        .any(|(from, to)| apart(from.median, to.median, median_factor) || apart(from.spread, to.spread, spread_factor));
    // A new method may narrow the range of answers: PAPI's response by electronic means in 2020 became 14 times as
    // narrow. The median does not move as far.
    let narrowed = same_rules(checked) && apart(was.spread, is.spread, spread_factor);
    !before && (apart(was.median, is.median, median_factor) || narrowed)
}
