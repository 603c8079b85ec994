//! Population-weighted means of merged units: indications, separated from figures by their type.

use super::RebasedRow;
use crate::{Kind, Listed, ProvinceId, Provinces, Snapshot, SourceId, TableKey};

/// The population of a province in a year, from a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Population {
    /// The province.
    pub province: ProvinceId,
    /// The year.
    pub year: i32,
    /// Number of people; never 0.
    pub people: u32,
    /// Where it was published.
    pub source: SourceId,
}

/// The mean of the scores of a merged province's former units, weighted by their population in the same year. It
/// is not a figure, because it was never published. Its type cannot be put into a [`Table`](crate::Table), has no
/// order, and cannot become a [`Rank`](crate::Rank):
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

/// The contribution of one former unit to an indication.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weight {
    /// Its score, in the unit of the component.
    pub score: f64,
    /// Position of its figure in [`Snapshot::figures`].
    pub figure: usize,
    /// Its population, with the source.
    pub population: Population,
}

/// Why there is no indication.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotIndicative {
    /// The measure is not a score.
    #[error("only scores are weighted")]
    NotAScore,
    /// The province was not formed by the merger and has its own figures.
    #[error("the province was not formed by the merger")]
    NotMerged,
    /// Some former units have no score that all sources agree on.
    #[error("{} of the parts have no score", .0.len())]
    NoScore(Vec<ProvinceId>),
    /// The scores describe different moments.
    #[error("the scores describe different moments")]
    Moments,
    /// Some former units have no population for that year in the catalogue.
    #[error("{} of the parts have no population of the year", .0.len())]
    NoPopulation(Vec<ProvinceId>),
}

impl Indicative {
    /// Returns the weighted mean, in the unit of the component.
    #[must_use]
    pub const fn value(&self) -> f64 {
        self.value
    }

    /// Returns the scores and populations that it was computed from, with their sources.
    #[must_use]
    pub fn weights(&self) -> &[Weight] {
        &self.weights
    }

    /// Returns the sources of the populations, without duplicates.
    #[must_use]
    pub fn sources(&self) -> Vec<SourceId> {
        let mut all: Vec<SourceId> = self.weights.iter().map(|weight| weight.population.source).collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}

impl Provinces {
    /// Returns the register with its populations replaced.
    #[must_use]
    pub fn with_populations(mut self, mut populations: Vec<Population>) -> Self {
        populations.sort_by_key(|population| (population.province, population.year));
        self.populations = populations;
        self
    }

    /// Returns the population of a province in a year. `None` if the catalogue does not have it.
    #[must_use]
    pub fn population(&self, province: ProvinceId, year: i32) -> Option<Population> {
        let all = &self.populations;
        let at = all.binary_search_by_key(&(province, year), |entry| (entry.province, entry.year));
        at.ok().map(|at| all[at])
    }

    /// Returns all populations of the catalogue.
    #[must_use]
    pub fn populations(&self) -> &[Population] {
        &self.populations
    }
}

impl Snapshot {
    /// Computes the population-weighted indication for a province formed by the merger.
    ///
    /// # Errors
    /// Unless every former unit has an agreed score for the same moment and a sourced population for the same year.
    pub fn indicative(&self, key: TableKey, row: &RebasedRow) -> Result<Indicative, NotIndicative> {
        let catalogue = &self.catalogue;
        if catalogue.indicator(key.indicator).kind != Kind::Score {
            return Err(NotIndicative::NotAScore);
        }
        if catalogue.provinces.get(row.province).listed != Listed::Since2025 || row.parts.len() < 2 {
            return Err(NotIndicative::NotMerged);
        }
        let known = |part: &super::Part| part.value.value().zip(part.figure);
        let provinces_where = |condition: &dyn Fn(&super::Part) -> bool| -> Vec<ProvinceId> {
            let parts = row.parts.iter().filter(|part| condition(part));
            parts.map(|part| part.province).collect()
        };
        let no_score = provinces_where(&|part| known(part).is_none());
        if !no_score.is_empty() {
            return Err(NotIndicative::NoScore(no_score));
        }
        if self.spread(&row.parts).mixed {
            return Err(NotIndicative::Moments);
        }
        let population = |id| catalogue.provinces.population(id, key.year);
        let no_population = provinces_where(&|part| population(part.province).is_none());
        if !no_population.is_empty() {
            return Err(NotIndicative::NoPopulation(no_population));
        }
        let weights: Vec<Weight> = row
            .parts
            .iter()
            .filter_map(|part| {
                let (score, figure) = known(part)?;
                let population = population(part.province)?;
                Some(Weight {
                    score,
                    figure,
                    population,
                })
            })
            .collect();
        let people = |weight: &Weight| f64::from(weight.population.people);
        let total: f64 = weights.iter().map(people).sum();
        let value = weights.iter().map(|w| w.score * (people(w) / total)).sum();
        Ok(Indicative { value, weights })
    }
}
