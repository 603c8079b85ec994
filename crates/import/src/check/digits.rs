//! Finds single values whose digits differ from the rest of the column: a footnote mark read as a digit, a lost decimal
//! mark, a value on another scale.

use domain::{
    Kind, Quantity, Snapshot,
    upload::{Arg, IssueKind, Reading},
};

use super::{
    columns::{CheckedColumn, MIN_PROVINCES},
    findings::{Findings, claim_text, place_name},
    history::Column,
    numbers::{count, median, spread},
    published::published_value,
};

/// Maximum share of cells with more decimals; above it the column has two sources rather than an error.
const MAX_ODD_SHARE: f64 = 0.1;
/// Minimum share of values with all decimals in an even column. Nine in ten numbers written with a fixed number of
/// decimals do not end in 0; the minimum over all 613 published columns of one source is 70%.
const MIN_FULL_SHARE: f64 = 0.6;
/// Minimum number of values; shorter columns may have been compiled from newspapers.
const MIN_VALUES: usize = 30;
/// Minimum distance of an outlier from the median, as a multiple of the largest published distance.
const BEYOND_PUBLISHED: f64 = 1.5;
/// Minimum distance in spreads; the maximum of any bundled column is 15.1 (PAPI's primary schools 2011).
const MIN_SPREADS: f64 = 16.0;
/// Minimum distance as a share of the scale.
const PART_OF_SCALE: f64 = 0.1;

/// Checks the digits of all values in a column.
pub(super) fn check(reading: &Reading, checked: &CheckedColumn<'_>, current: &Snapshot, findings: &mut Findings) {
    if checked.entries.len() < MIN_PROVINCES {
        return;
    }
    decimals(reading, checked, current, findings);
    uneven_decimals(reading, checked, findings);
    far_out(reading, checked, current, findings);
}

/// Reports cells with more decimals than nine in ten cells of the column have.
fn decimals(reading: &Reading, checked: &CheckedColumn<'_>, current: &Snapshot, findings: &mut Findings) {
    let digits = |at: usize| reading.entries[at].claim.value.map_or(0, |value| value.digits);
    let mut all: Vec<u8> = checked.entries.iter().map(|at| digits(*at)).collect();
    all.sort_unstable();
    let odd = |usual: u8| all.iter().filter(|digits| **digits > usual).count();
    let Some(usual) = all
        .iter()
        .copied()
        .find(|usual| count(odd(*usual)) <= count(all.len()) * MAX_ODD_SHARE)
    else {
        return;
    };
    repeated_digits(reading, checked, current, findings);
    // A "5.5" among whole numbers is a count that is not whole, which is reported separately.
    if usual == 0 {
        return;
    }
    for at in checked.entries.iter().copied().filter(|at| digits(*at) > usual) {
        let entry = &reading.entries[at];
        // The edition may have exactly these decimals.
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
        findings.add(IssueKind::OddDecimals, entry.at, &claim_text(&entry.claim), args);
    }
}

/// Reports a column in which neither nearly all values nor nearly none have all decimals.
fn uneven_decimals(reading: &Reading, checked: &CheckedColumn<'_>, findings: &mut Findings) {
    let entries = checked.entries.iter();
    let digits: Vec<u8> = entries
        .filter_map(|at| Some(reading.entries[*at].claim.value?.digits))
        .collect();
    let Some(most) = digits.iter().copied().max().filter(|most| *most > 0) else {
        return;
    };
    if digits.len() < MIN_VALUES {
        return;
    }
    let full = digits.iter().filter(|digits| **digits == most).count();
    let share = count(full) / count(digits.len());
    if share > MAX_ODD_SHARE && share < MIN_FULL_SHARE {
        let number = |number: usize| Arg::Number(count(number), 0);
        let args = vec![
            checked.name(),
            number(full),
            number(digits.len()),
            Arg::Number(f64::from(most), 0),
        ];
        findings.add(IssueKind::UnevenDecimals, checked.at, "", args);
    }
}

/// Reports cells that repeat the published value of the same year with one more digit, where the rest of the column
/// repeats it exactly: the digit is a footnote mark.
fn repeated_digits(reading: &Reading, checked: &CheckedColumn<'_>, current: &Snapshot, findings: &mut Findings) {
    let value = |at: usize| reading.entries[at].claim.value;
    let pairs: Vec<(usize, Quantity, Quantity)> = checked
        .entries
        .iter()
        .filter_map(|at| Some((*at, value(*at)?, published_value(current, &reading.entries[*at].key)?)))
        .collect();
    let exact = pairs
        .iter()
        .filter(|(_, new, old)| (new.value - old.value).abs() < 1e-9)
        .count();
    if pairs.len() < MIN_PROVINCES || count(exact) < count(pairs.len()) * (1.0 - 2.0 * MAX_ODD_SHARE) {
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
            findings.add(IssueKind::OddDecimals, entry.at, &claim_text(&entry.claim), args);
        }
    }
}

/// Reports values further from all others than in any published year. Unlike a jump, this needs no previous year.
fn far_out(reading: &Reading, checked: &CheckedColumn<'_>, current: &Snapshot, findings: &mut Findings) {
    // Counts of provinces differ by factors of hundreds.
    if checked.indicator.kind != Kind::Score {
        return;
    }
    let published = checked.history.columns.iter().map(farthest).fold(0.0, f64::max);
    let spreads = (published * BEYOND_PUBLISHED).max(MIN_SPREADS);
    let values: Vec<f64> = checked.column.values.values().copied().collect();
    let (middle, usual) = (median(values.clone()), spread(&values));
    let scale = checked
        .indicator
        .scale(checked.table.key.component, checked.column.year);
    let least = scale.map_or(0.0, |(low, high)| (high - low) * PART_OF_SCALE);
    let far = |value: f64| (value - middle).abs() > (spreads * usual).max(least).max(1e-9);
    let others: Vec<f64> = values.iter().copied().filter(|value| !far(*value)).collect();
    let low = others.iter().copied().fold(f64::INFINITY, f64::min);
    let high = others.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    for at in &checked.entries {
        let entry = &reading.entries[*at];
        let Some(value) = entry.claim.value.filter(|value| far(value.value)) else {
            continue;
        };
        // Zeros are reported separately.
        if value.value == 0.0 || agrees_with_published(reading, current, *at) || usual <= 0.0 {
            continue;
        }
        let digits = checked.decimals();
        let args = vec![
            Arg::Number(low, digits),
            Arg::Number(high, digits),
            place_name(current, &entry.key),
        ];
        findings.add(IssueKind::FarFromOthers, entry.at, &claim_text(&entry.claim), args);
    }
}

/// Returns the largest distance from the median, in spreads.
fn farthest(column: &Column) -> f64 {
    let off = column.values.values().map(|value| (value - column.median).abs());
    if column.spread > 0.0 {
        off.fold(0.0, f64::max) / column.spread
    } else {
        0.0
    }
}

/// Returns true if the edition has the same value for the same figure.
pub(super) fn agrees_with_published(reading: &Reading, current: &Snapshot, at: usize) -> bool {
    let entry = &reading.entries[at];
    let published = published_value(current, &entry.key);
    entry
        .claim
        .value
        .zip(published)
        .is_some_and(|(new, old)| new.agrees(old))
}
