//! Computes the figures as they would be after publishing.

use std::sync::Arc;

use domain::{
    Catalogue, Claim, Figure, Snapshot,
    upload::{Choices, Difference, Reading},
};

use super::{
    files::{ALIASES, SOURCES, indicator_file},
    plan::{Plan, plan},
    sources::{FileSource, own_source},
};

/// The figures after publishing.
#[derive(Clone, Debug)]
pub struct Merged {
    /// The catalogue, with the new source and the accepted spellings.
    pub catalogue: Arc<Catalogue>,
    /// All figures, in the order in which they are loaded from the files.
    pub figures: Vec<Figure>,
    /// Number of figures in the file that the edition already has.
    pub unchanged: usize,
    /// Number of figures in the file that were skipped in favour of existing ones (mode "add").
    pub kept: usize,
}

/// The state after publishing.
#[derive(Clone, Debug)]
pub struct Preview {
    /// The state; its edition is the current one.
    pub snapshot: Arc<Snapshot>,
    /// Difference from the current state. `unchanged` and `kept` count figures of the file only.
    pub difference: Difference,
}

/// Returns the figures as they would be after publishing the reading under [`Choices::mode`].
///
/// A claim that the edition already makes changes nothing, whatever the mode: uploading the same file again leaves
/// every figure with its source and remarks. A value agrees with one of more decimals; with more decimals than in the
/// edition, it is a change. What the file does not state (a rank, a tier) is removed only where whole years are
/// replaced.
#[must_use]
pub fn merge(current: &Snapshot, reading: &Reading, choices: &Choices) -> Merged {
    merged(current, plan(current, reading, choices, ""))
}

/// Returns the state after publishing, and its difference from the current one.
#[must_use]
pub fn preview(current: &Snapshot, reading: &Reading, choices: &Choices) -> Preview {
    let plan = plan(current, reading, choices, "");
    let indicator = plan.edited.map(|id| indicator_file(plan.catalogue.indicator(id)));
    // A source that has not been named yet changes no file.
    let named = !matches!(own_source(&current.catalogue, choices), FileSource::Unnamed(..));
    let files = [
        (named && plan.source.is_some(), SOURCES),
        (!plan.aliases.is_empty(), ALIASES),
    ];
    let merged = merged(current, plan);
    let snapshot = Snapshot::new(current.edition.clone(), merged.catalogue, merged.figures);
    let mut difference = crate::difference(current, &snapshot);
    difference.counts.unchanged = merged.unchanged;
    difference.counts.kept = merged.kept;
    difference.files = files
        .iter()
        .filter(|(changes, _)| *changes)
        .map(|(_, file)| (*file).to_owned())
        .chain(indicator)
        .collect();
    Preview {
        difference,
        snapshot: Arc::new(snapshot),
    }
}

fn merged(current: &Snapshot, mut plan: Plan) -> Merged {
    let added = std::mem::take(&mut plan.added);
    let mut figures = Vec::with_capacity(current.figures.len() + added.len());
    let mut added = added.into_iter().peekable();
    for (at, figure) in current.figures.iter().enumerate().filter(|(_, f)| f.published()) {
        // New rows are at the end of their indicator's file.
        while let Some((key, claims)) = added.next_if(|(key, _)| key.indicator < figure.key.indicator) {
            figures.push(Figure::new(key, claims));
        }
        figures.extend(after(&plan, at, figure));
    }
    figures.extend(added.map(|(key, claims)| Figure::new(key, claims)));
    Merged {
        catalogue: plan.catalogue,
        figures,
        unchanged: plan.unchanged,
        kept: plan.kept,
    }
}

/// Returns a figure of the edition after publishing; `None` if it is removed.
pub(super) fn after(plan: &Plan, at: usize, figure: &Figure) -> Option<Figure> {
    let Some(pieces) = plan.touched.get(&at) else {
        return Some(figure.clone());
    };
    let claims: Vec<Claim> = pieces.iter().map(|piece| piece.claim(figure).clone()).collect();
    let decision = plan.decisions.get(&at).cloned();
    (!claims.is_empty()).then(|| Figure::decided(figure.key, claims, decision))
}
