//! A population-weighted figure of merged units: an indication, kept apart from figures by its type.

use super::RebasedRow;
use crate::{Kind, Listed, ProvinceId, Provinces, Snapshot, SourceId, TableKey};

/// The people of a province at a year, from a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Population {
    /// The province.
    pub province: ProvinceId,
    /// The year.
    pub year: i32,
    /// People; never 0.
    pub people: u32,
    /// Where it was published.
    pub source: SourceId,
}

/// The mean of the scores of a merged province's old units, weighted by their people of the same
/// year. It is no figure: nobody published it. Its type goes into no [`Table`](crate::Table), has no
/// order, and becomes no [`Rank`](crate::Rank):
///
/// ```compile_fail,E0277
/// fn rank(one: domain::Indicative) -> domain::Rank {
///     one.into()
/// }
/// ```
///
/// ```compile_fail,E0277
/// fn order(all: &mut [domain::Indicative]) {
///     all.sort();
/// }
/// ```
///
/// ```compile_fail,E0308
/// fn row(one: domain::Indicative, row: domain::Row) -> domain::Row {
///     domain::Row { figure: one, ..row }
/// }
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Indicative {
    value: f64,
    weights: Vec<Weight>,
}

/// What one old unit brings to an indication.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weight {
    /// Its score, in the unit of the component.
    pub score: f64,
    /// Position of its figure in [`Snapshot::figures`].
    pub figure: usize,
    /// Its people, with the source.
    pub population: Population,
}

/// Why no indication is given.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotIndicative {
    /// The measure is no score.
    #[error("only scores are weighted")]
    NotAScore,
    /// The province was not formed by the merger: it has figures of its own.
    #[error("the province was not formed by the merger")]
    NotMerged,
    /// Some old units have no agreed score.
    #[error("{} of the parts have no score", .0.len())]
    NoScore(Vec<ProvinceId>),
    /// The scores describe different moments.
    #[error("the scores describe different moments")]
    Moments,
    /// Some old units have no population of that year in the catalogue.
    #[error("{} of the parts have no population of the year", .0.len())]
    NoPopulation(Vec<ProvinceId>),
}

impl Indicative {
    /// The weighted mean, in the unit of the component.
    #[must_use]
    pub const fn value(&self) -> f64 {
        self.value
    }

    /// What it is made of: scores, people and where both are from.
    #[must_use]
    pub fn weights(&self) -> &[Weight] {
        &self.weights
    }

    /// The sources of the populations, each once.
    #[must_use]
    pub fn sources(&self) -> Vec<SourceId> {
        let mut all: Vec<SourceId> = self.weights.iter().map(|weight| weight.population.source).collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}

impl Provinces {
    /// The same register with these populations instead.
    #[must_use]
    pub fn with_populations(mut self, mut populations: Vec<Population>) -> Self {
        populations.sort_by_key(|one| (one.province, one.year));
        self.populations = populations;
        self
    }

    /// The people of a province in a year, where the catalogue has a sourced number.
    #[must_use]
    pub fn population(&self, province: ProvinceId, year: i32) -> Option<Population> {
        let all = &self.populations;
        let at = all.binary_search_by_key(&(province, year), |one| (one.province, one.year));
        at.ok().map(|at| all[at])
    }

    /// All populations of the catalogue.
    #[must_use]
    pub fn populations(&self) -> &[Population] {
        &self.populations
    }
}

impl Snapshot {
    /// The population-weighted indication for a province formed by the merger.
    ///
    /// # Errors
    /// Unless every old unit has an agreed score of one moment and a sourced population of that
    /// very year.
    pub fn indicative(&self, key: TableKey, row: &RebasedRow) -> Result<Indicative, NotIndicative> {
        let catalogue = &self.catalogue;
        if catalogue.indicator(key.indicator).kind != Kind::Score {
            return Err(NotIndicative::NotAScore);
        }
        if catalogue.provinces.get(row.province).listed != Listed::Since2025 || row.parts.len() < 2 {
            return Err(NotIndicative::NotMerged);
        }
        let known = |part: &super::Part| part.value.value().zip(part.figure);
        let without = |lacks: &dyn Fn(&super::Part) -> bool| -> Vec<ProvinceId> {
            let parts = row.parts.iter().filter(|part| lacks(part));
            parts.map(|part| part.province).collect()
        };
        let no_score = without(&|part| known(part).is_none());
        if !no_score.is_empty() {
            return Err(NotIndicative::NoScore(no_score));
        }
        if self.spread(&row.parts).mixed {
            return Err(NotIndicative::Moments);
        }
        let people = |id| catalogue.provinces.population(id, key.year);
        let no_people = without(&|part| people(part.province).is_none());
        if !no_people.is_empty() {
            return Err(NotIndicative::NoPopulation(no_people));
        }
        let weights: Vec<Weight> = row
            .parts
            .iter()
            .filter_map(|part| {
                let (score, figure) = known(part)?;
                let population = people(part.province)?;
                Some(Weight {
                    score,
                    figure,
                    population,
                })
            })
            .collect();
        let people = |weight: &Weight| f64::from(weight.population.people);
        let all: f64 = weights.iter().map(people).sum();
        let value = weights.iter().map(|w| w.score * (people(w) / all)).sum();
        Ok(Indicative { value, weights })
    }
}
