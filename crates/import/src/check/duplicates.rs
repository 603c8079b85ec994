//! Finds figures that are in the file more than once.

use std::collections::HashMap;

use domain::{
    Claim, Snapshot, SourceId,
    upload::{Arg, IssueKind, Reading},
};

use super::findings::{Findings, claim_text};
use crate::{
    apply::order::{position, with_position},
    limit::step,
};

/// Maximum number of different claims of one source on one figure that are retained. Later ones are compared with
/// these, and removed if they contradict them: each is an error already, and comparing all claims on a figure with one
/// another would take quadratic time.
const MAX_RETAINED: usize = 16;

/// Removes repetitions and reports contradictions, which block publishing. Rows that name different sources may
/// disagree: that is a conflict, not an error.
pub(super) fn check(reading: &mut Reading, current: &Snapshot, findings: &mut Findings) {
    let entries = reading.entries.iter().enumerate();
    let mut sorted: Vec<u128> = entries.map(|(at, entry)| with_position(&entry.key, at)).collect();
    sorted.sort_unstable();
    let mut repeated = vec![false; reading.entries.len()];
    let mut rest = &sorted[..];
    while let Some(first) = rest.first() {
        let same = rest.iter().take_while(|packed| *packed >> 31 == first >> 31).count();
        if same > 1 {
            let group: Vec<usize> = rest[..same].iter().map(|packed| position(*packed)).collect();
            within(reading, current, &group, &mut repeated, findings);
        }
        rest = &rest[same..];
    }
    if repeated.contains(&true) {
        let mut repeated = repeated.into_iter();
        reading.entries.retain(|_| !repeated.next().unwrap_or(false));
    }
}

/// Compares the entries of one figure. Only the first few different claims of each source are retained, so that a
/// figure repeated a hundred thousand times is not compared with each of its repetitions.
fn within(reading: &Reading, current: &Snapshot, group: &[usize], repeated: &mut [bool], findings: &mut Findings) {
    let mut earlier: HashMap<SourceId, Vec<usize>> = HashMap::new();
    let key = reading.entries[group[0]].key;
    let known: Vec<&Claim> = current
        .figures_of(key.place)
        .filter(|figure| figure.key == key)
        .flat_map(|figure| &figure.claims)
        .collect();
    for at in group {
        step();
        let entry = &reading.entries[*at];
        let source = entry.claim.source;
        let earlier = earlier.entry(source).or_default();
        let claim = |at: &usize| &reading.entries[*at].claim;
        let contradicted = earlier.iter().find(|at| contradict(claim(at), &entry.claim));
        if let Some(first) = contradicted {
            // The edition may deliberately hold two numbers from one source.
            let in_edition = |claim: &Claim| known.iter().any(|old| old.source == source && repeats(old, claim));
            let named = usize::from(source.0) < current.catalogue.sources.len();
            if !(named && in_edition(&entry.claim) && in_edition(claim(first))) {
                repeated[*at] = earlier.len() >= MAX_RETAINED;
                let first = &reading.entries[*first];
                let args = vec![
                    Arg::Text(claim_text(&first.claim).into()),
                    Arg::Text(first.at.name().into()),
                ];
                findings.add(IssueKind::DuplicateDiffers, entry.at, &claim_text(&entry.claim), args);
            }
        } else if let Some(first) = earlier.iter().find(|at| repeats(claim(at), &entry.claim)) {
            repeated[*at] = true;
            let args = vec![Arg::Text(reading.entries[*first].at.name().into())];
            findings.add(IssueKind::DuplicateSame, entry.at, &claim_text(&entry.claim), args);
            continue;
        }
        if earlier.len() < MAX_RETAINED {
            earlier.push(*at);
        }
    }
}

/// Returns true if two claims of one source cannot both be right.
fn contradict(a: &Claim, b: &Claim) -> bool {
    let values = a.value.zip(b.value).is_some_and(|(a, b)| !a.agrees(b));
    let ranks = a.rank.zip(b.rank).is_some_and(|(a, b)| a != b);
    let tiers = a.tier.as_ref().zip(b.tier.as_ref()).is_some_and(|(a, b)| a != b);
    let reasons = (a.value.is_some() && b.missing.is_some() && b.value.is_none() && b.rank.is_none())
        || (b.value.is_some() && a.missing.is_some() && a.value.is_none() && a.rank.is_none());
    values || ranks || tiers || reasons
}

/// Returns true if the second claim adds nothing to the first.
fn repeats(first: &Claim, second: &Claim) -> bool {
    let value = second.value.is_none_or(|new| {
        first
            .value
            .is_some_and(|old| old.agrees(new) && new.digits <= old.digits)
    });
    value
        && second.rank.is_none_or(|rank| first.rank == Some(rank))
        && (second.tier.is_none() || second.tier == first.tier)
        && (second.of.is_none() || second.of == first.of)
        && (second.interval.is_none() || second.interval == first.interval)
}
