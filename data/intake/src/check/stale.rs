//! Tables that are another year's: a sheet that was copied and not filled in.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    FigureKey, Observation, ProvinceId, Quantity, Snapshot, Table,
    upload::{Arg, CellRef, IssueKind, Reading},
};

use super::{
    findings::Findings,
    tables::{FileTable, Tables},
};

/// Fewer provinces or fewer different values may be equal by chance.
const FEWEST: usize = 20;
const FEWEST_DIFFERENT: usize = 10;

/// Each column once, though it may equal several years.
pub(super) fn check(reading: &Reading, tables: &Tables, current: &Snapshot, findings: &mut Findings) {
    let mut told: BTreeSet<CellRef> = BTreeSet::new();
    for table in &tables.0 {
        let Some(year) = table.key.year else { continue };
        let values = values(reading, table);
        let different: BTreeSet<u64> = values.values().map(|value| value.value.to_bits()).collect();
        if values.len() < FEWEST || different.len() < FEWEST_DIFFERENT {
            continue;
        }
        if same_year_is_there(current, table.key, &values) {
            continue;
        }
        let others = current.tables(table.key.indicator, table.key.component);
        let equal = others
            .filter(|other| other.key.year != year)
            .find(|other| equals(current, other, &values));
        let first = table.rows.first().map(|(_, at)| reading.entries[*at].at);
        if let Some((other, at)) = equal.zip(first) {
            let column = CellRef { row: 0, ..at };
            if told.insert(column) {
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

/// Nine values of ten or more are those of the table.
fn equals(current: &Snapshot, table: &Table, values: &Values) -> bool {
    let equal = table.rows.iter().filter(|row| {
        let known = current.figure(row.figure).value;
        let ours = values.get(&row.province);
        matches!((known, ours), (Observation::Known(known), Some(ours)) if known.agrees(*ours))
    });
    equal.count() * 10 >= values.len() * 9
}

/// The edition has these values for this year as well: then both years are right.
fn same_year_is_there(current: &Snapshot, key: FigureKey, values: &Values) -> bool {
    current
        .tables(key.indicator, key.component)
        .filter(|table| Some(table.key.year) == key.year)
        .any(|table| equals(current, table, values))
}
