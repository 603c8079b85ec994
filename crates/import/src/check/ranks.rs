//! Checks ranks against the values next to them.

use std::collections::{BTreeMap, HashMap};

use domain::{
    Direction, ProvinceId, RankPolicy, Snapshot,
    upload::{Arg, IssueKind, Reading},
};

use super::{
    findings::{Findings, place_name, rank_cell},
    tables::{FileTable, Tables},
};
use crate::limit::step;

/// A rank with its value: the entry, the rank, and the value with its sign adjusted so that more is better.
#[derive(Clone, Copy)]
struct Ranked {
    province: ProvinceId,
    at: usize,
    rank: u16,
    value: f64,
}

/// Checks that in the order of ranks no value is better than an earlier one, and reports the smallest set of rows whose
/// removal achieves that. Equal values may be in any order.
pub(super) fn check(reading: &Reading, tables: &Tables, current: &Snapshot, findings: &mut Findings) {
    for table in &tables.0 {
        let indicator = current.catalogue.indicator(table.key.indicator);
        let sign = match indicator.direction(table.key.component) {
            Direction::Higher => 1.0,
            Direction::Lower => -1.0,
            Direction::Neutral => continue,
        };
        if matches!(indicator.ranks, RankPolicy::Groups | RankPolicy::None) {
            continue;
        }
        let ranked = ranked(reading, table, sign);
        let order = Order::of(&ranked);
        for odd in inconsistent(&ranked) {
            let entry = &reading.entries[odd.at];
            let args = vec![
                Arg::Number(f64::from(order.fitting(odd)), 0),
                place_name(current, &entry.key),
            ];
            findings.add(
                IssueKind::RankDiffers,
                rank_cell(reading, current, entry),
                &odd.rank.to_string(),
                args,
            );
        }
    }
}

/// Returns the ranks with the most common number of ranked provinces, best rank first.
fn ranked(reading: &Reading, table: &FileTable, sign: f64) -> Vec<Ranked> {
    let claims = table
        .rows
        .iter()
        .map(|(province, at)| (*province, *at, &reading.entries[*at].claim));
    let all: Vec<(Option<u16>, Ranked)> = claims
        .filter_map(|(province, at, claim)| {
            let value = claim.value.filter(|v| v.approx.is_none())?;
            let ranked = Ranked {
                province,
                at,
                rank: claim.rank.filter(|rank| *rank > 0)?,
                value: value.value * sign,
            };
            Some((claim.rank_of, ranked))
        })
        .collect();
    let mut frequencies: BTreeMap<Option<u16>, usize> = BTreeMap::new();
    for (of, _) in &all {
        *frequencies.entry(*of).or_default() += 1;
    }
    let Some((of, _)) = frequencies.into_iter().max_by_key(|(_, times)| *times) else {
        return Vec::new();
    };
    let mut ranked: Vec<Ranked> = all.iter().filter(|(other, _)| *other == of).map(|(_, r)| *r).collect();
    ranked.sort_by(|a, b| a.rank.cmp(&b.rank).then(b.value.total_cmp(&a.value)));
    ranked
}

/// Returns the smallest set of rows without which the values only fall.
fn inconsistent(ranked: &[Ranked]) -> Vec<Ranked> {
    // Longest non-increasing subsequence: for each length, the subsequence with the highest last value, and each row's
    // predecessor.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(ranked.len());
    for (at, one) in ranked.iter().enumerate() {
        step();
        let fits = |end: &usize| ranked[*end].rank == one.rank || ranked[*end].value >= one.value;
        let length = ends.partition_point(fits);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        if length == ends.len() {
            ends.push(at);
        } else {
            ends[length] = at;
        }
    }
    let mut retained = vec![false; ranked.len()];
    let mut next = ends.last().copied();
    while let Some(at) = next {
        retained[at] = true;
        next = before[at];
    }
    let odd = ranked.iter().zip(retained).filter(|(_, retained)| !retained);
    odd.map(|(one, _)| *one).collect()
}

/// Values in descending order with their ranks, to look up the rank that corresponds to a value.
struct Order {
    values: Vec<(f64, u16)>,
    /// The values of each province, in descending order: a file with several sources has more than one.
    by_province: HashMap<ProvinceId, Vec<f64>>,
    /// Whether no rank is missing.
    complete: bool,
}

impl Order {
    fn of(ranked: &[Ranked]) -> Self {
        let mut values: Vec<(f64, u16)> = ranked.iter().map(|one| (one.value, one.rank)).collect();
        values.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut by_province: HashMap<ProvinceId, Vec<f64>> = HashMap::new();
        for one in ranked {
            by_province.entry(one.province).or_default().push(one.value);
        }
        for values in by_province.values_mut() {
            values.sort_by(|a, b| b.total_cmp(a));
        }
        let last = values.iter().map(|(_, rank)| *rank).max().unwrap_or(0);
        Self {
            complete: usize::from(last) <= values.len(),
            values,
            by_province,
        }
    }

    /// Returns the rank that corresponds to a value: by counting if no rank is missing, else the one after the nearest
    /// better value.
    fn fitting(&self, odd: Ranked) -> u16 {
        let better = self.values.partition_point(|(value, _)| *value > odd.value);
        if self.complete {
            let own_values = self.by_province.get(&odd.province);
            let own_values = own_values.map_or(0, |own_values| own_values.partition_point(|value| *value > odd.value));
            return u16::try_from(better - own_values + 1).unwrap_or(u16::MAX);
        }
        let Some((nearest, _)) = self.values[..better].last() else {
            return 1;
        };
        let first = self.values.partition_point(|(value, _)| value > nearest);
        self.values[first].1.saturating_add(1)
    }
}
