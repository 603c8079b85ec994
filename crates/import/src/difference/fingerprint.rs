//! A digest of the figures of a state in a few bytes: enough to detect that two states are equal where holding both in
//! memory would take too much.

use std::{
    collections::{HashMap, hash_map::DefaultHasher},
    hash::{Hash, Hasher},
};

use domain::{Catalogue, Claim, Figure, Place, Snapshot};

/// A digest of the figures by indicator and year. Two states have the same fingerprint if
/// [`difference`](crate::difference) finds nothing between them: names replace ids, and neither the order of figures
/// nor that of their claims counts. Figures computed by rule follow from the rest and are left out.
///
/// It detects accidental changes, not forgeries, and is only comparable within one run of the program: the hash has 64
/// bits and the standard library may change its algorithm.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fingerprint(HashMap<(String, Option<i32>), Part>);

/// The number of figures, and the sum of their hashes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Part {
    figures: usize,
    sum: u64,
}

impl Fingerprint {
    /// Computes the fingerprint of all published figures.
    #[must_use]
    pub fn of(snapshot: &Snapshot) -> Self {
        let catalogue = &snapshot.catalogue;
        let mut parts = HashMap::new();
        for figure in snapshot.figures.iter().filter(|figure| figure.published()) {
            let part: &mut Part = parts.entry((figure.key.indicator, figure.key.year)).or_default();
            part.figures += 1;
            part.sum = part.sum.wrapping_add(figure_hash(catalogue, figure));
        }
        let named = |((indicator, year), part)| ((catalogue.indicator(indicator).slug.clone(), year), part);
        Self(parts.into_iter().map(named).collect())
    }

    /// Returns slug and year of the first indicator (by slug) whose figures differ; `None` if all are equal.
    #[must_use]
    pub fn unlike<'a>(&'a self, other: &'a Self) -> Option<(&'a str, Option<i32>)> {
        let differing = self.0.keys().chain(other.0.keys());
        let differing = differing.filter(|key| self.0.get(key) != other.0.get(key));
        differing.min().map(|(slug, year)| (slug.as_str(), *year))
    }
}

fn figure_hash(catalogue: &Catalogue, figure: &Figure) -> u64 {
    let key = &figure.key;
    let mut hasher = DefaultHasher::new();
    catalogue
        .indicator(key.indicator)
        .component(key.component)
        .slug
        .hash(&mut hasher);
    match key.place {
        Place::Nation => 0_u8.hash(&mut hasher),
        Place::Region(id) => (1_u8, &catalogue.provinces.region(id).slug).hash(&mut hasher),
        Place::Province(id) => (2_u8, &catalogue.provinces.get(id).slug).hash(&mut hasher),
    }
    (key.basis, key.as_of).hash(&mut hasher);
    let claims = figure.claims.iter().map(|claim| claim_hash(catalogue, claim));
    claims.fold(0, u64::wrapping_add).hash(&mut hasher);
    figure
        .chosen()
        .map(|claim| claim_hash(catalogue, claim))
        .hash(&mut hasher);
    let reason = figure.decision.as_ref().map(|decision| &decision.reason);
    reason.map(|reason| (&reason.vi, &reason.en)).hash(&mut hasher);
    hasher.finish()
}

/// Hashes everything of a claim that readers can see; the original row does not count.
fn claim_hash(catalogue: &Catalogue, claim: &Claim) -> u64 {
    let mut hasher = DefaultHasher::new();
    catalogue.source(claim.source).slug.hash(&mut hasher);
    let value = claim.value;
    value.map(|q| (bits(q.value), q.digits, q.approx)).hash(&mut hasher);
    claim.of.map(bits).hash(&mut hasher);
    (claim.rank, claim.rank_of, &claim.tier, claim.missing).hash(&mut hasher);
    let interval = claim.interval;
    let interval = interval.map(|i| (bits(i.low), bits(i.high), i.standard_error.map(bits)));
    interval.hash(&mut hasher);
    let note = claim.note.as_ref().map(|note| (&note.vi, &note.en));
    note.hash(&mut hasher);
    hasher.finish()
}

/// Returns the bits of a number, with both zeros mapped to the same bits.
fn bits(value: f64) -> u64 {
    (value + 0.0).to_bits()
}
