//! What differs between two states of the figures.

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

/// How many of the values that change most are named.
const MOVERS: usize = 20;

/// What differs between two states. Two figures are the same when their claims say the
/// same in everything that a reader can see: values with their decimals, ranks, tiers,
/// sources, remarks, and which source was chosen. The row as handed over does not count.
///
/// Keys and claims of [`FigureChange`] are those of the state that they stand in: what is
/// removed has the ids of `before`, everything else the ids of `after` (the same, unless
/// the catalogue changed in between).
#[must_use]
pub fn difference(before: &Snapshot, after: &Snapshot) -> Difference {
    let ids = Ids::new(&before.catalogue, &after.catalogue);
    let mut old: HashMap<FigureKey, usize> = HashMap::with_capacity(before.figures.len());
    let mut gone: Vec<usize> = Vec::new();
    // What is computed by rule follows from the rest and is in no file.
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
            None => gone.push(at),
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
    gone.extend(old.into_values());
    counts.removed = gone.len();
    let removed = gone.into_iter().map(|at| &before.figures[at]);
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

/// Values that change most. Only figures with one value before and one after can be told.
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
