//! What the edition already has for the same year.

use domain::{
    Place, Quantity, Snapshot,
    upload::{Arg, IssueKind, Reading},
};

use super::{
    columns::{FEWEST, Whole},
    findings::{Findings, place_name},
    numbers::count,
};

/// What came of comparing a column with the published one of its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Known {
    /// The edition has too little of that year.
    Nothing,
    /// Nearly all values are those that are published.
    Same,
    /// Some or many are not.
    Differs,
}

/// A correction by the publisher changes a few figures. Where a third of a column or more changes, it is
/// rather another column, another year or another scale.
const SHARE_OF_CORRECTIONS: f64 = 1.0 / 3.0;
/// The share of equal values from which the published column vouches for the file's.
const SAME: f64 = 0.9;

pub(super) fn check(reading: &Reading, whole: &Whole<'_>, current: &Snapshot, findings: &mut Findings) -> Known {
    let pairs: Vec<(Quantity, Quantity)> = whole
        .entries
        .iter()
        .filter_map(|at| {
            let entry = &reading.entries[*at];
            Some((entry.claim.value?, published_value(current, &entry.key)?))
        })
        .collect();
    if pairs.len() < FEWEST {
        return Known::Nothing;
    }
    let differing = pairs.iter().filter(|(new, old)| !new.agrees(*old)).count();
    let share = count(differing) / count(pairs.len());
    if share >= SHARE_OF_CORRECTIONS {
        let args = vec![
            whole.name(),
            Arg::Number(count(differing), 0),
            Arg::Number(count(pairs.len()), 0),
            Arg::Year(whole.column.year),
        ];
        findings.add(IssueKind::PublishedDiffers, whole.at, "", args);
    }
    if share <= 1.0 - SAME && pairs.len() * 2 >= whole.column.values.len() {
        Known::Same
    } else {
        Known::Differs
    }
}

/// Warns of a published value that a mark for "no figure" would take away.
pub(super) fn erased(reading: &Reading, current: &Snapshot, findings: &mut Findings) {
    for entry in &reading.entries {
        let claim = &entry.claim;
        if claim.value.is_some() || claim.rank.is_some() || claim.tier.is_some() || entry.key.as_of.is_some() {
            continue;
        }
        if let Some(old) = published_value(current, &entry.key) {
            let args = vec![Arg::Number(old.value, old.digits), place_name(current, &entry.key)];
            findings.add(IssueKind::PublishedErased, entry.at, "", args);
        }
    }
}

/// The published value of a province's figure of the same year, where the sources agree on one.
pub(super) fn published_value(current: &Snapshot, key: &domain::FigureKey) -> Option<Quantity> {
    let (Place::Province(province), Some(year)) = (key.place, key.year) else {
        return None;
    };
    let table = current.table(domain::TableKey {
        indicator: key.indicator,
        component: key.component,
        basis: key.basis,
        year,
    })?;
    let figure = current.figure(table.row(province)?.figure);
    match figure.value {
        _ if !figure.published() => None,
        domain::Observation::Known(quantity) => Some(quantity),
        domain::Observation::Missing(_) | domain::Observation::Conflict => None,
    }
}
