//! Finds repeated numbers: a cell that was filled down, a row that was pasted twice.

use std::collections::{BTreeMap, HashMap};

use domain::{
    IndicatorId, Kind, ProvinceId, Snapshot,
    upload::{Arg, IssueKind, Reading},
};

use super::{
    columns::{CheckedColumn, province},
    findings::{Findings, claim_text, place_name},
    history::Column,
    numbers::count,
    tables::Tables,
};

/// Minimum number of values; fewer may all be equal by chance.
const MIN_VALUES: usize = 5;
/// Minimum share of the most common value that is reported if no published year comes near it. At most 2% of the
/// values of bundled scores are equal.
const MIN_SHARE: f64 = 0.3;
/// Minimum difference from the largest published share.
const MIN_ABOVE_PUBLISHED: f64 = 0.2;
/// Minimum number of figures in a row; shorter rows may agree by chance.
const MIN_FIGURES: usize = 3;

/// Reports a dominant value. Returns true if all values are equal, so that no other check makes sense.
pub(super) fn values(checked: &CheckedColumn<'_>, findings: &mut Findings) -> bool {
    let n = checked.column.values.len();
    let (value, times) = commonest(&checked.column);
    if n < MIN_VALUES {
        return false;
    }
    let published = checked
        .history
        .columns
        .iter()
        .map(|column| share(commonest(column).1, column))
        .fold(0.0, f64::max);
    let file_share = share(times, &checked.column);
    let all = times == n && published < 1.0;
    // Without history, counts and whole-number scores may repeat naturally.
    let continuous = checked.indicator.kind == Kind::Score && checked.decimals() > 0;
    let known = !checked.history.columns.is_empty();
    let many = (known || continuous)
        && times > MIN_VALUES
        && file_share >= MIN_SHARE
        && file_share > published + MIN_ABOVE_PUBLISHED;
    if !all && !many {
        return false;
    }
    let args = vec![
        checked.name(),
        Arg::Number(count(times), 0),
        Arg::Number(count(n), 0),
        Arg::Number(value, checked.decimals()),
    ];
    findings.add(IssueKind::SameValue, checked.at, "", args);
    all
}

fn share(times: usize, column: &Column) -> f64 {
    count(times) / count(column.values.len().max(1))
}

/// Returns the most common value and how often it occurs.
fn commonest(column: &Column) -> (f64, usize) {
    let mut times: HashMap<u64, usize> = HashMap::new();
    for value in column.values.values() {
        *times.entry(value.to_bits()).or_default() += 1;
    }
    let most = times.into_iter().max_by_key(|(bits, times)| (*times, *bits));
    most.map_or((0.0, 0), |(bits, times)| (f64::from_bits(bits), times))
}

type Group = (IndicatorId, Option<i32>);

/// Reports two provinces with the same values in every column: one row was pasted over another. Each of those columns
/// may be plausible by itself.
pub(super) fn rows(reading: &Reading, tables: &Tables, current: &Snapshot, findings: &mut Findings) {
    // Component, bits of the value, and position of the entry, for one province of a group.
    type Row = Vec<(u16, u64, usize)>;
    let mut rows: BTreeMap<(Group, ProvinceId), Row> = BTreeMap::new();
    for table in tables.0.iter().filter(|table| table.key.as_of.is_none()) {
        for (_, at) in table.values(reading).values() {
            let entry = &reading.entries[*at];
            let (Some(province), Some(value)) = (province(reading, *at), entry.claim.value) else {
                continue;
            };
            let group = (entry.key.indicator, entry.key.year);
            let figure = (entry.key.component.0, value.value.to_bits(), *at);
            rows.entry((group, province)).or_default().push(figure);
        }
    }
    let mut seen: HashMap<(Group, Vec<(u16, u64)>), usize> = HashMap::new();
    for ((group, _), mut figures) in rows {
        figures.sort_unstable();
        let different: std::collections::BTreeSet<u64> = figures.iter().map(|(_, bits, _)| *bits).collect();
        // Rows of zeros are reported as zeros.
        if figures.len() < MIN_FIGURES || different.len() < MIN_FIGURES {
            continue;
        }
        let at = figures[0].2;
        let values = figures.iter().map(|(component, bits, _)| (*component, *bits)).collect();
        if let Some(first) = seen.insert((group, values), at) {
            let (first, entry) = (&reading.entries[first], &reading.entries[at]);
            let args = vec![place_name(current, &entry.key), place_name(current, &first.key)];
            findings.add(IssueKind::SameRow, entry.at, &claim_text(&entry.claim), args);
        }
    }
}
