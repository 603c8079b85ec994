//! Compares the file with the edition's figures for the same year.

use domain::{
    Place, Quantity, Snapshot,
    upload::{Arg, IssueKind, Reading},
};

use super::{
    columns::{CheckedColumn, MIN_PROVINCES},
    findings::{Findings, place_name},
    numbers::count,
};

/// The result of comparing a column with the published one of its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Comparison {
    /// The edition has too few figures for that year.
    Nothing,
    /// Nearly all values equal the published ones.
    Same,
    /// Some or many values differ.
    Differs,
}

/// Share of changed values that is reported. A publisher's correction changes a few figures; if a third of a column or
/// more changes, it is more likely another column, another year or another scale.
const MAX_CHANGED_SHARE: f64 = 1.0 / 3.0;
/// Minimum share of equal values for which the published column confirms the file's.
const MIN_EQUAL_SHARE: f64 = 0.9;

/// Compares a column with the published one of its year, and reports if too many values differ.
pub(super) fn check(
    reading: &Reading,
    checked: &CheckedColumn<'_>,
    current: &Snapshot,
    findings: &mut Findings,
) -> Comparison {
    let pairs: Vec<(Quantity, Quantity)> = checked
        .entries
        .iter()
        .filter_map(|at| {
            let entry = &reading.entries[*at];
            Some((entry.claim.value?, published_value(current, &entry.key)?))
        })
        .collect();
    if pairs.len() < MIN_PROVINCES {
        return Comparison::Nothing;
    }
    let differing = pairs.iter().filter(|(new, old)| !new.agrees(*old)).count();
    let share = count(differing) / count(pairs.len());
    if share >= MAX_CHANGED_SHARE {
        let args = vec![
            checked.name(),
            Arg::Number(count(differing), 0),
            Arg::Number(count(pairs.len()), 0),
            Arg::Year(checked.column.year),
        ];
        findings.add(IssueKind::PublishedDiffers, checked.at, "", args);
    }
    if share <= 1.0 - MIN_EQUAL_SHARE && pairs.len() * 2 >= checked.column.values.len() {
        Comparison::Same
    } else {
        Comparison::Differs
    }
}

/// Warns about published values that a mark for "no figure" would remove.
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

/// Returns the published value of a province's figure for the same year; `None` if there is none or the sources
/// disagree.
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
