//! Tables that are another year's, or in part: a sheet that was copied and not, or only half, filled in.

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

/// Fewer provinces or fewer different values may be equal by chance.
const FEWEST: usize = 20;
const FEWEST_DIFFERENT: usize = 10;
/// The share of values equal to another year's from which they are that year's, by the decimals that both
/// have: the coarser the numbers, the more are equal by chance. Between two published years at most
/// two values in a hundred are equal at two decimals or more.
const EQUAL: [f64; 3] = [0.9, 0.5, 0.25];

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
            .map(|other| (equal_share(current, other, &values), other))
            .filter(|((share, digits), _)| *share >= EQUAL[usize::from(*digits).min(2)])
            .max_by(|(a, _), (b, _)| a.0.total_cmp(&b.0))
            .map(|(_, other)| other);
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

/// The share of values that are those of the table, and the decimals that these usually have.
fn equal_share(current: &Snapshot, table: &Table, values: &Values) -> (f64, u8) {
    let equal: Vec<u8> = table
        .rows
        .iter()
        .filter_map(|row| {
            let known = current.figure(row.figure).value;
            let ours = values.get(&row.province)?;
            match known {
                Observation::Known(known) if known.agrees(*ours) => Some(known.digits.min(ours.digits)),
                _ => None,
            }
        })
        .collect();
    let mut digits = equal.clone();
    digits.sort_unstable();
    // Trailing zeros are lost in workbooks: the usual decimals count, not the fewest.
    let usual = digits.get(digits.len() / 2).copied().unwrap_or(0);
    (count(equal.len()) / count(values.len().max(1)), usual)
}

/// The edition has these values for this year as well: then both years are right.
fn same_year_is_there(current: &Snapshot, key: FigureKey, values: &Values) -> bool {
    current
        .tables(key.indicator, key.component)
        .filter(|table| Some(table.key.year) == key.year)
        .any(|table| equal_share(current, table, values).0 >= EQUAL[0])
}
