//! What the figures of a state say, in a few bytes: enough to see that two states say the same, where holding both
//! at once would take too much memory.

use std::{
    collections::{HashMap, hash_map::DefaultHasher},
    hash::{Hash, Hasher},
};

use domain::{Catalogue, Claim, Figure, Place, Snapshot};

/// The figures of a state by indicator and year. Two states have the same fingerprint when
/// [`difference`](crate::difference) finds nothing between them: names take the place of ids, and neither the order of
/// figures nor that of their claims counts. What is computed by rule follows from the rest and is left out.
///
/// It tells accidents apart, not forgeries, and is good within one run of the program: the hash is 64 bits long and
/// the standard library may change it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fingerprint(HashMap<(String, Option<i32>), Part>);

/// How many figures, and the sum of their hashes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Part {
    figures: usize,
    sum: u64,
}

impl Fingerprint {
    /// Of all figures that sources give.
    #[must_use]
    pub fn of(snapshot: &Snapshot) -> Self {
        let catalogue = &snapshot.catalogue;
        let mut parts = HashMap::new();
        for figure in snapshot.figures.iter().filter(|figure| figure.published()) {
            let part: &mut Part = parts.entry((figure.key.indicator, figure.key.year)).or_default();
            part.figures += 1;
            part.sum = part.sum.wrapping_add(of_figure(catalogue, figure));
        }
        let named = |((indicator, year), part)| ((catalogue.indicator(indicator).slug.clone(), year), part);
        Self(parts.into_iter().map(named).collect())
    }

    /// Slug and year of an indicator whose figures are not the same, if there is one: the first by name.
    #[must_use]
    pub fn unlike<'a>(&'a self, other: &'a Self) -> Option<(&'a str, Option<i32>)> {
        let unlike = self.0.keys().chain(other.0.keys());
        let unlike = unlike.filter(|key| self.0.get(key) != other.0.get(key));
        unlike.min().map(|(slug, year)| (slug.as_str(), *year))
    }
}

fn of_figure(catalogue: &Catalogue, figure: &Figure) -> u64 {
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
    let claims = figure.claims.iter().map(|claim| of_claim(catalogue, claim));
    claims.fold(0, u64::wrapping_add).hash(&mut hasher);
    figure
        .chosen()
        .map(|claim| of_claim(catalogue, claim))
        .hash(&mut hasher);
    let reason = figure.decision.as_ref().map(|decision| &decision.reason);
    reason.map(|reason| (&reason.vi, &reason.en)).hash(&mut hasher);
    hasher.finish()
}

/// Everything of a claim that a reader can see; the row as handed over does not count.
fn of_claim(catalogue: &Catalogue, claim: &Claim) -> u64 {
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

/// Zero has two signs that mean the same.
fn bits(value: f64) -> u64 {
    (value + 0.0).to_bits()
}
