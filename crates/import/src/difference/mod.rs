//! Computes the differences between two states of the figures.

mod fingerprint;
mod ids;
mod ranks;

use std::{cmp::Ordering, collections::HashMap};

use domain::{
    Figure, FigureKey, Snapshot,
    upload::{Counts, Difference, FigureChange, Kind, Moved, Side},
};

use crate::apply::order::order;
pub use fingerprint::Fingerprint;
use ids::Ids;

/// Maximum number of values listed as having changed most.
const MOVERS: usize = 20;

/// Returns the differences between two states. Two figures are equal if their claims are equal in everything that
/// readers can see: values with their decimals, ranks, tiers, sources, remarks, and which source was chosen. The
/// original row does not count.
///
/// Keys and claims of [`FigureChange`] are those of the state that they belong to: removed figures have the ids of
/// `before`, all others the ids of `after` (the same, unless the catalogue changed in between).
#[must_use]
pub fn difference(before: &Snapshot, after: &Snapshot) -> Difference {
    let ids = Ids::new(&before.catalogue, &after.catalogue);
    let mut old: HashMap<FigureKey, usize> = HashMap::with_capacity(before.figures.len());
    let mut removed_positions: Vec<usize> = Vec::new();
    // Figures computed by rule follow from the rest and are in no file.
    for (at, figure) in before
        .figures
        .iter()
        .enumerate()
        .filter(|(_, figure)| figure.published())
    {
        match ids.key(&figure.key) {
            Some(key) => {
                old.insert(key, at);
            }
            None => removed_positions.push(at),
        }
    }
    let mut counts = Counts::default();
    let mut changes = Vec::new();
    for figure in after.figures.iter().filter(|figure| figure.published()) {
        match old.remove(&figure.key).map(|at| &before.figures[at]) {
            None => {
                counts.added += 1;
                changes.push(change(Kind::Added, figure.key, None, Some(figure)));
            }
            Some(was) if ids.same_figure(was, figure) => counts.unchanged += 1,
            Some(was) => {
                counts.changed += 1;
                changes.push(change(Kind::Changed, figure.key, Some(was), Some(figure)));
            }
        }
    }
    removed_positions.extend(old.into_values());
    counts.removed = removed_positions.len();
    let removed = removed_positions.into_iter().map(|at| &before.figures[at]);
    changes.extend(removed.map(|figure| change(Kind::Removed, figure.key, Some(figure), None)));
    changes.sort_by_cached_key(|change| order(&change.key));
    Difference {
        counts,
        movers: movers(&changes),
        ranks: ranks::moves(before, after, &changes, &ids),
        files: Vec::new(),
        changes,
    }
}

fn change(kind: Kind, key: FigureKey, before: Option<&Figure>, after: Option<&Figure>) -> FigureChange {
    FigureChange {
        key,
        kind,
        before: before.map(Side::from).unwrap_or_default(),
        after: after.map(Side::from).unwrap_or_default(),
    }
}

/// Returns the values that change most. Only figures with one value before and one after are compared.
fn movers(changes: &[FigureChange]) -> Vec<Moved> {
    let value = |key: FigureKey, side: &Side| side.figure(key).value.value();
    let mut moved: Vec<Moved> = changes
        .iter()
        .enumerate()
        .filter(|(_, change)| change.kind == Kind::Changed)
        .filter_map(|(at, change)| {
            let by = value(change.key, &change.after)? - value(change.key, &change.before)?;
            (by.abs() > 1e-12).then_some(Moved { change: at, by })
        })
        .collect();
    moved.sort_by(largest_first);
    moved.truncate(MOVERS);
    moved
}

fn largest_first(a: &Moved, b: &Moved) -> Ordering {
    b.by.abs().total_cmp(&a.by.abs()).then(a.change.cmp(&b.change))
}
