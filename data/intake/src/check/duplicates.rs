//! The same figure more than once in the file.

use domain::{
    Claim, Snapshot,
    upload::{Arg, IssueKind, Reading},
};

use super::findings::{Findings, shown};
use crate::{
    apply::order::{position, with_position},
    limit::step,
};

/// Repetitions of what was said are taken out; contradictions block. Rows that name
/// different sources may disagree: that is what conflicts are.
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

fn within(reading: &Reading, current: &Snapshot, group: &[usize], repeated: &mut [bool], findings: &mut Findings) {
    for (nth, at) in group.iter().enumerate() {
        step();
        let entry = &reading.entries[*at];
        let own = entry.claim.source;
        let sources = usize::from(own.0) < current.catalogue.sources.len();
        let earlier = group[..nth].iter().inspect(|_| step());
        let earlier = earlier.map(|at| (*at, &reading.entries[*at]));
        let mut same_source = earlier.filter(|(at, other)| !repeated[*at] && other.claim.source == own);
        let Some((_, first)) = same_source
            .clone()
            .find(|(_, other)| contradict(&other.claim, &entry.claim))
        else {
            if let Some((_, first)) = same_source.find(|(_, other)| repeats(&other.claim, &entry.claim)) {
                repeated[*at] = true;
                let args = vec![Arg::Text(first.at.name().into())];
                findings.add(IssueKind::DuplicateSame, entry.at, &shown(&entry.claim), args);
            }
            continue;
        };
        let known = |claim: &Claim| {
            let figure = current
                .figures_of(entry.key.place)
                .find(|figure| figure.key == entry.key);
            figure.is_some_and(|figure| figure.claims.iter().any(|old| old.source == own && repeats(old, claim)))
        };
        // The edition may hold two numbers of one source, on purpose.
        if !(sources && known(&entry.claim) && known(&first.claim)) {
            let args = vec![Arg::Text(shown(&first.claim).into()), Arg::Text(first.at.name().into())];
            findings.add(IssueKind::DuplicateDiffers, entry.at, &shown(&entry.claim), args);
        }
    }
}

/// True when two claims of one source cannot both be right.
fn contradict(a: &Claim, b: &Claim) -> bool {
    let values = a.value.zip(b.value).is_some_and(|(a, b)| !a.agrees(b));
    let ranks = a.rank.zip(b.rank).is_some_and(|(a, b)| a != b);
    let tiers = a.tier.as_ref().zip(b.tier.as_ref()).is_some_and(|(a, b)| a != b);
    let reasons = (a.value.is_some() && b.missing.is_some() && b.value.is_none() && b.rank.is_none())
        || (b.value.is_some() && a.missing.is_some() && a.value.is_none() && a.rank.is_none());
    values || ranks || tiers || reasons
}

/// True when the second says nothing that the first does not say.
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
