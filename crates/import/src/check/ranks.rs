//! Ranks against the values that stand beside them.

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

/// A rank with its value: the entry, the rank, and the value turned so that more is better.
#[derive(Clone, Copy)]
struct Ranked {
    province: ProvinceId,
    at: usize,
    rank: u16,
    value: f64,
}

/// In the order of the ranks no value may be better than one before it. The fewest rows
/// that must be set aside for that to hold are told. Equal values may have any order.
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
        for odd in set_aside(&ranked) {
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

/// Ranks among the same number of provinces, the most common one, best rank first.
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
    let mut often: BTreeMap<Option<u16>, usize> = BTreeMap::new();
    for (of, _) in &all {
        *often.entry(*of).or_default() += 1;
    }
    let Some((of, _)) = often.into_iter().max_by_key(|(_, times)| *times) else {
        return Vec::new();
    };
    let mut ranked: Vec<Ranked> = all.iter().filter(|(other, _)| *other == of).map(|(_, r)| *r).collect();
    ranked.sort_by(|a, b| a.rank.cmp(&b.rank).then(b.value.total_cmp(&a.value)));
    ranked
}

/// The fewest rows without which the values only fall.
fn set_aside(ranked: &[Ranked]) -> Vec<Ranked> {
    // Longest falling run: for each length the run that ends highest, and who stood before.
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
    let mut stays = vec![false; ranked.len()];
    let mut next = ends.last().copied();
    while let Some(at) = next {
        stays[at] = true;
        next = before[at];
    }
    let odd = ranked.iter().zip(stays).filter(|(_, stays)| !stays);
    odd.map(|(one, _)| *one).collect()
}

/// Values in descending order with their ranks, to look up the rank that a value gives.
struct Order {
    values: Vec<(f64, u16)>,
    /// The values of each province, in descending order: a file of several sources has more than one.
    own: HashMap<ProvinceId, Vec<f64>>,
    /// Every rank is there.
    whole: bool,
}

impl Order {
    fn of(ranked: &[Ranked]) -> Self {
        let mut values: Vec<(f64, u16)> = ranked.iter().map(|one| (one.value, one.rank)).collect();
        values.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut own: HashMap<ProvinceId, Vec<f64>> = HashMap::new();
        for one in ranked {
            own.entry(one.province).or_default().push(one.value);
        }
        for values in own.values_mut() {
            values.sort_by(|a, b| b.total_cmp(a));
        }
        let last = values.iter().map(|(_, rank)| *rank).max().unwrap_or(0);
        Self {
            whole: usize::from(last) <= values.len(),
            values,
            own,
        }
    }

    /// The rank that a value gives: counted where every rank is there, else the place behind the
    /// nearest better value.
    fn fitting(&self, odd: Ranked) -> u16 {
        let better = self.values.partition_point(|(value, _)| *value > odd.value);
        if self.whole {
            let own = self.own.get(&odd.province);
            let own = own.map_or(0, |own| own.partition_point(|value| *value > odd.value));
            return u16::try_from(better - own + 1).unwrap_or(u16::MAX);
        }
        let Some((nearest, _)) = self.values[..better].last() else {
            return 1;
        };
        let first = self.values.partition_point(|(value, _)| value > nearest);
        self.values[first].1.saturating_add(1)
    }
}
