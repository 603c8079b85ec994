//! The same number again and again: a cell that was filled down, a row that was pasted twice.

use std::collections::{BTreeMap, HashMap};

use domain::{
    IndicatorId, Kind, ProvinceId, Snapshot,
    upload::{Arg, IssueKind, Reading},
};

use super::{
    columns::{Whole, province},
    findings::{Findings, place_name, shown},
    history::Column,
    numbers::count,
    tables::Tables,
};

/// With fewer values all may be equal by chance.
const FEWEST: usize = 5;
/// The share of the commonest value that needs a word where no published year comes near it. The
/// bundled scores have at most two equal values in a hundred.
const SHARE: f64 = 0.3;
/// How far above the largest published share that must be.
const ABOVE_PUBLISHED: f64 = 0.2;
/// Rows with fewer figures may agree by chance.
const FEWEST_FIGURES: usize = 3;

/// Returns true when one value fills so much of the column that nothing else can be said of it.
pub(super) fn values(whole: &Whole<'_>, findings: &mut Findings) -> bool {
    let n = whole.column.values.len();
    let (value, times) = commonest(&whole.column);
    if n < FEWEST {
        return false;
    }
    let published = whole
        .history
        .columns
        .iter()
        .map(|column| share(commonest(column).1, column))
        .fold(0.0, f64::max);
    let own = share(times, &whole.column);
    let all = times == n && published < 1.0;
    // Counts and whole-number scores repeat of themselves where there is no history to say how often.
    let continuous = whole.indicator.kind == Kind::Score && whole.decimals() > 0;
    let known = !whole.history.columns.is_empty();
    let many = (known || continuous) && times > FEWEST && own >= SHARE && own > published + ABOVE_PUBLISHED;
    if !all && !many {
        return false;
    }
    let args = vec![
        whole.name(),
        Arg::Number(count(times), 0),
        Arg::Number(count(n), 0),
        Arg::Number(value, whole.decimals()),
    ];
    findings.add(IssueKind::SameValue, whole.at, "", args);
    all
}

fn share(times: usize, column: &Column) -> f64 {
    count(times) / count(column.values.len().max(1))
}

/// The commonest value and how often it is there.
fn commonest(column: &Column) -> (f64, usize) {
    let mut times: HashMap<u64, usize> = HashMap::new();
    for value in column.values.values() {
        *times.entry(value.to_bits()).or_default() += 1;
    }
    let most = times.into_iter().max_by_key(|(bits, times)| (*times, *bits));
    most.map_or((0.0, 0), |(bits, times)| (f64::from_bits(bits), times))
}

type Group = (IndicatorId, Option<i32>);

/// Two provinces with the same values in every column: one row was pasted over another. Each of
/// those columns may be right by itself.
pub(super) fn rows(reading: &Reading, tables: &Tables, current: &Snapshot, findings: &mut Findings) {
    // Of each province of a group: component, bits of the value, number of the entry.
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
        // Rows of zeros are said to be zeros.
        if figures.len() < FEWEST_FIGURES || different.len() < FEWEST_FIGURES {
            continue;
        }
        let at = figures[0].2;
        let values = figures.iter().map(|(component, bits, _)| (*component, *bits)).collect();
        if let Some(first) = seen.insert((group, values), at) {
            let (first, entry) = (&reading.entries[first], &reading.entries[at]);
            let args = vec![place_name(current, &entry.key), place_name(current, &first.key)];
            findings.add(IssueKind::SameRow, entry.at, &shown(&entry.claim), args);
        }
    }
}
