//! Ranks against the values that stand beside them.

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
        for odd in set_aside(&ranked) {
            let entry = &reading.entries[odd.at];
            let args = vec![
                Arg::Number(f64::from(fitting(&ranked, odd)), 0),
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
    let often = |of: Option<u16>| all.iter().inspect(|_| step()).filter(|(other, _)| *other == of).count();
    let Some(of) = all.iter().map(|(of, _)| *of).max_by_key(|of| often(*of)) else {
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

/// The rank that a value gives: counted where every rank is there, else the place behind
/// the nearest better value.
fn fitting(ranked: &[Ranked], odd: Ranked) -> u16 {
    let count = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
    let better = || {
        ranked
            .iter()
            .inspect(|_| step())
            .filter(|other| other.value > odd.value && other.province != odd.province)
    };
    let last = ranked.iter().map(|r| r.rank).max().unwrap_or(0);
    if usize::from(last) <= ranked.len() {
        return count(better().count() + 1);
    }
    let nearest = better().min_by(|a, b| a.value.total_cmp(&b.value));
    nearest.map_or(1, |above| above.rank.saturating_add(1))
}
