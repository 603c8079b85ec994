//! Single values with other digits than the column: a footnote mark that became a digit, a decimal mark
//! that was lost, a value of another scale.

use domain::{
    Kind, Quantity, Snapshot,
    upload::{Arg, IssueKind, Reading},
};

use super::{
    columns::{FEWEST, Whole},
    findings::{Findings, place_name, shown},
    history::Column,
    numbers::{count, median, spread},
    published::published_value,
};

/// More cells than this share with more decimals are no slip: the column has two sources.
const FEW: f64 = 0.1;
/// Of numbers written with a fixed number of decimals nine in ten do not end in 0; the least of all 613 published
/// columns of one source is 70 in a hundred.
const FULL: f64 = 0.6;
/// A column of fewer values may have been put together from newspapers.
const MANY: usize = 30;
/// A value is far out when it lies so many times as far from the middle as the farthest published one.
const BEYOND_PUBLISHED: f64 = 1.5;
/// And at least so many spreads, the most of any bundled column being 15.1 (PAPI's primary schools 2011).
const SPREADS: f64 = 16.0;
/// And at least this part of the scale from the middle.
const PART_OF_SCALE: f64 = 0.1;

pub(super) fn check(reading: &Reading, whole: &Whole<'_>, current: &Snapshot, findings: &mut Findings) {
    if whole.entries.len() < FEWEST {
        return;
    }
    decimals(reading, whole, current, findings);
    uneven_decimals(reading, whole, findings);
    far_out(reading, whole, current, findings);
}

/// Cells with more decimals than nine in ten of the column have.
fn decimals(reading: &Reading, whole: &Whole<'_>, current: &Snapshot, findings: &mut Findings) {
    let digits = |at: usize| reading.entries[at].claim.value.map_or(0, |value| value.digits);
    let mut all: Vec<u8> = whole.entries.iter().map(|at| digits(*at)).collect();
    all.sort_unstable();
    let odd = |usual: u8| all.iter().filter(|digits| **digits > usual).count();
    let Some(usual) = all
        .iter()
        .copied()
        .find(|usual| count(odd(*usual)) <= count(all.len()) * FEW)
    else {
        return;
    };
    repeated_digits(reading, whole, current, findings);
    // "5.5" beside whole numbers is a count that is not whole, which is said elsewhere.
    if usual == 0 {
        return;
    }
    for at in whole.entries.iter().copied().filter(|at| digits(*at) > usual) {
        let entry = &reading.entries[at];
        // The edition may have these very decimals.
        if published_value(current, &entry.key).is_some_and(|old| old.digits >= digits(at))
            && agrees_with_published(reading, current, at)
        {
            continue;
        }
        let args = vec![
            Arg::Number(f64::from(digits(at)), 0),
            Arg::Number(f64::from(usual), 0),
            place_name(current, &entry.key),
        ];
        findings.add(IssueKind::OddDecimals, entry.at, &shown(&entry.claim), args);
    }
}

/// A column in which neither nearly all values have all decimals nor nearly none.
fn uneven_decimals(reading: &Reading, whole: &Whole<'_>, findings: &mut Findings) {
    let entries = whole.entries.iter();
    let digits: Vec<u8> = entries
        .filter_map(|at| Some(reading.entries[*at].claim.value?.digits))
        .collect();
    let Some(most) = digits.iter().copied().max().filter(|most| *most > 0) else {
        return;
    };
    if digits.len() < MANY {
        return;
    }
    let full = digits.iter().filter(|digits| **digits == most).count();
    let share = count(full) / count(digits.len());
    if share > FEW && share < FULL {
        let number = |number: usize| Arg::Number(count(number), 0);
        let args = vec![
            whole.name(),
            number(full),
            number(digits.len()),
            Arg::Number(f64::from(most), 0),
        ];
        findings.add(IssueKind::UnevenDecimals, whole.at, "", args);
    }
}

/// Cells that repeat the published value of the same year with one digit more, where the rest of the column
/// repeats it exactly: the mark of a footnote.
fn repeated_digits(reading: &Reading, whole: &Whole<'_>, current: &Snapshot, findings: &mut Findings) {
    let value = |at: usize| reading.entries[at].claim.value;
    let pairs: Vec<(usize, Quantity, Quantity)> = whole
        .entries
        .iter()
        .filter_map(|at| Some((*at, value(*at)?, published_value(current, &reading.entries[*at].key)?)))
        .collect();
    let exact = pairs
        .iter()
        .filter(|(_, new, old)| (new.value - old.value).abs() < 1e-9)
        .count();
    if pairs.len() < FEWEST || count(exact) < count(pairs.len()) * (1.0 - 2.0 * FEW) {
        return;
    }
    for (at, new, old) in pairs {
        let longer = new.digits > old.digits && (new.value - old.value).abs() > 1e-9 && new.agrees(old);
        if longer {
            let entry = &reading.entries[at];
            let args = vec![
                Arg::Number(f64::from(new.digits), 0),
                Arg::Number(f64::from(old.digits), 0),
                place_name(current, &entry.key),
            ];
            findings.add(IssueKind::OddDecimals, entry.at, &shown(&entry.claim), args);
        }
    }
}

/// Values far from all others, by more than any published year has seen. Unlike a jump it needs no
/// year before.
fn far_out(reading: &Reading, whole: &Whole<'_>, current: &Snapshot, findings: &mut Findings) {
    // Counts of provinces differ by factors of hundreds.
    if whole.indicator.kind != Kind::Score {
        return;
    }
    let published = whole.history.columns.iter().map(farthest).fold(0.0, f64::max);
    let spreads = (published * BEYOND_PUBLISHED).max(SPREADS);
    let values: Vec<f64> = whole.column.values.values().copied().collect();
    let (middle, usual) = (median(values.clone()), spread(&values));
    let scale = whole.indicator.scale(whole.table.key.component, whole.column.year);
    let least = scale.map_or(0.0, |(low, high)| (high - low) * PART_OF_SCALE);
    let far = |value: f64| (value - middle).abs() > (spreads * usual).max(least).max(1e-9);
    let others: Vec<f64> = values.iter().copied().filter(|value| !far(*value)).collect();
    let low = others.iter().copied().fold(f64::INFINITY, f64::min);
    let high = others.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    for at in &whole.entries {
        let entry = &reading.entries[*at];
        let Some(value) = entry.claim.value.filter(|value| far(value.value)) else {
            continue;
        };
        // A zero is said to be one.
        if value.value == 0.0 || agrees_with_published(reading, current, *at) || usual <= 0.0 {
            continue;
        }
        let digits = whole.decimals();
        let args = vec![
            Arg::Number(low, digits),
            Arg::Number(high, digits),
            place_name(current, &entry.key),
        ];
        findings.add(IssueKind::FarFromOthers, entry.at, &shown(&entry.claim), args);
    }
}

/// The largest distance from the middle, in spreads.
fn farthest(column: &Column) -> f64 {
    let off = column.values.values().map(|value| (value - column.median).abs());
    if column.spread > 0.0 {
        off.fold(0.0, f64::max) / column.spread
    } else {
        0.0
    }
}

/// True when the edition has this very value for this very figure: it is no news.
pub(super) fn agrees_with_published(reading: &Reading, current: &Snapshot, at: usize) -> bool {
    let entry = &reading.entries[at];
    let published = published_value(current, &entry.key);
    entry
        .claim
        .value
        .zip(published)
        .is_some_and(|(new, old)| new.agrees(old))
}
