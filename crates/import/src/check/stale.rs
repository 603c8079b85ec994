//! Finds tables that, wholly or in part, are another year's: a sheet that was copied and not, or only half, filled in.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    FigureKey, Observation, ProvinceId, Quantity, Snapshot, Table,
    upload::{Arg, CellRef, IssueKind, Reading},
};

use super::{
    findings::Findings,
    numbers::count,
    tables::{FileTable, Tables},
};

/// Minimum numbers of provinces and of different values; fewer may be equal by chance.
const MIN_PROVINCES: usize = 20;
const MIN_DIFFERENT_VALUES: usize = 10;
/// Minimum share of values equal to those of another year, by the number of decimals that both have: the coarser the
/// numbers, the more are equal by chance. Between two published years at most 2% of the values are equal at two
/// decimals or more.
const MIN_EQUAL_SHARES: [f64; 3] = [0.9, 0.5, 0.25];

/// Reports each column once, even if it equals several years.
pub(super) fn check(reading: &Reading, tables: &Tables, current: &Snapshot, findings: &mut Findings) {
    let mut reported: BTreeSet<CellRef> = BTreeSet::new();
    for table in &tables.0 {
        let Some(year) = table.key.year else { continue };
        let values = values(reading, table);
        let different: BTreeSet<u64> = values.values().map(|value| value.value.to_bits()).collect();
        if values.len() < MIN_PROVINCES || different.len() < MIN_DIFFERENT_VALUES {
            continue;
        }
        if already_published(current, table.key, &values) {
            continue;
        }
        let others = current.tables(table.key.indicator, table.key.component);
        let equal = others
            .filter(|other| other.key.year != year)
            .map(|other| (equal_share(current, other, &values), other))
            .filter(|((share, digits), _)| *share >= MIN_EQUAL_SHARES[usize::from(*digits).min(2)])
            .max_by(|(a, _), (b, _)| a.0.total_cmp(&b.0))
            .map(|(_, other)| other);
        let first = table.rows.first().map(|(_, at)| reading.entries[*at].at);
        if let Some((other, at)) = equal.zip(first) {
            let column = CellRef { row: 0, ..at };
            if reported.insert(column) {
                let args = vec![Arg::Year(other.key.year)];
                findings.add(IssueKind::SameAsOtherYear, column, &year.to_string(), args);
            }
        }
    }
}

type Values = BTreeMap<ProvinceId, Quantity>;

fn values(reading: &Reading, table: &FileTable) -> Values {
    let known = table.values(reading).into_iter();
    known
        .filter_map(|(province, (_, at))| Some((province, reading.entries[at].claim.value?)))
        .collect()
}

/// Returns the share of values that equal those of the table, and their usual number of decimals.
fn equal_share(current: &Snapshot, table: &Table, values: &Values) -> (f64, u8) {
    let equal: Vec<u8> = table
        .rows
        .iter()
        .filter_map(|row| {
            let known = current.figure(row.figure).value;
            let in_file = values.get(&row.province)?;
            match known {
                Observation::Known(known) if known.agrees(*in_file) => Some(known.digits.min(in_file.digits)),
                _ => None,
            }
        })
        .collect();
    let mut digits = equal.clone();
    digits.sort_unstable();
    // Trailing zeros are lost in workbooks: the usual number of decimals counts, not the smallest.
    let usual = digits.get(digits.len() / 2).copied().unwrap_or(0);
    (count(equal.len()) / count(values.len().max(1)), usual)
}

/// Returns true if the edition has these values for this year as well: then both years are right.
fn already_published(current: &Snapshot, key: FigureKey, values: &Values) -> bool {
    current
        .tables(key.indicator, key.component)
        .filter(|table| Some(table.key.year) == key.year)
        .any(|table| equal_share(current, table, values).0 >= MIN_EQUAL_SHARES[0])
}
