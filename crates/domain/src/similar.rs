//! Finds provinces with similar figures.
//!
//! The method is that of statistical nearest neighbours: each component is standardised (the mean is subtracted,
//! and the difference is divided by the population standard deviation over the compared provinces), and the
//! distance of two provinces is the root mean square of their differences. That is the Euclidean distance divided
//! by the square root of the number of components, so that distances over different numbers of components have
//! the same meaning: 1 means that the two differ by one standard deviation overall. See Office for National
//! Statistics, *Clustering similar local authorities and statistical nearest neighbours in the UK, methodology*
//! (2025), and the nearest-neighbours model of the Chartered Institute of Public Finance and Accountancy, which
//! also standardise and use Euclidean distances.
//!
//! All components have the same weight here, whatever their weight in the indicator. Missing values are not
//! imputed: only components with a complete table are used, and only provinces that have a value for each of
//! them. Components with the same value everywhere carry no information and are dropped. Similarity implies
//! neither causes nor a ranking.

use std::collections::{BTreeMap, BTreeSet};

use crate::{ComponentId, Direction, IndicatorId, Kind, ProvinceId, ProvinceList, RankPolicy, Snapshot, TableKey};

/// The minimum number of components for comparing provinces.
pub const MIN_FEATURES: usize = 3;

/// The maximum difference, in standard deviations, at which two provinces are similar in a component.
pub const ALIKE: f64 = 0.5;

/// The minimum difference, in standard deviations, at which two provinces are dissimilar in a component.
pub const UNLIKE: f64 = 1.0;

/// Provinces with their standardised figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Likeness {
    /// The tables used, in the catalogue's order; at least [`MIN_FEATURES`].
    pub features: Vec<TableKey>,
    /// Tables that were dropped because all provinces have the same value.
    pub constant: Vec<TableKey>,
    /// Provinces with a value in each table, and their standardised values.
    rows: Vec<(ProvinceId, Vec<f64>)>,
}

/// A province that is compared with another.
#[derive(Clone, Debug, PartialEq)]
pub struct Similar {
    /// The other province.
    pub province: ProvinceId,
    /// The distance of the two, in standard deviations; 0 if all figures are equal.
    pub distance: f64,
    /// The tables with the other province's value minus the province's own, in standard deviations, in ascending order
    /// of their size.
    pub differences: Vec<(TableKey, f64)>,
}

impl Similar {
    /// Returns up to `most` tables in which the two are similar, the smallest difference first.
    pub fn alike(&self, most: usize) -> impl Iterator<Item = (TableKey, f64)> {
        let near = self.differences.iter().filter(|(_, gap)| gap.abs() <= ALIKE);
        near.take(most).copied()
    }

    /// Returns up to `most` tables in which the two are dissimilar, the largest difference first.
    pub fn unlike(&self, most: usize) -> impl Iterator<Item = (TableKey, f64)> {
        let far = self.differences.iter().rev().filter(|(_, gap)| gap.abs() >= UNLIKE);
        far.take(most).copied()
    }
}

impl Likeness {
    /// Standardises the values of provinces, one row per province and one column per table. `None` if fewer than
    /// two provinces or too few tables remain.
    #[must_use]
    pub fn new(features: &[TableKey], mut rows: Vec<(ProvinceId, Vec<f64>)>) -> Option<Self> {
        // Floating-point sums depend on the order of their terms, so the order must not be that of the table.
        rows.sort_by_key(|(province, _)| *province);
        let columns = (0..features.len()).map(|at| rows.iter().map(|(_, values)| values[at]).collect());
        let columns: Vec<Vec<f64>> = columns.collect();
        let (mut varying, mut constant, mut standardised) = (Vec::new(), Vec::new(), Vec::new());
        for (feature, column) in features.iter().zip(&columns) {
            match standard_scores(column) {
                Some(scores) => {
                    varying.push(*feature);
                    standardised.push(scores);
                }
                None => constant.push(*feature),
            }
        }
        if rows.len() < 2 || varying.len() < MIN_FEATURES {
            return None;
        }
        let scores_of = |at: usize| standardised.iter().map(|column| column[at]).collect();
        let ids = rows.iter().enumerate();
        Some(Self {
            features: varying,
            constant,
            rows: ids.map(|(at, (province, _))| (*province, scores_of(at))).collect(),
        })
    }

    /// Iterates over the compared provinces.
    pub fn provinces(&self) -> impl Iterator<Item = ProvinceId> {
        self.rows.iter().map(|(province, _)| *province)
    }

    /// Returns true if a province is among them.
    #[must_use]
    pub fn includes(&self, province: ProvinceId) -> bool {
        self.scores(province).is_some()
    }

    /// Returns the standardised values of a province. `None` if it lacks a figure.
    fn scores(&self, province: ProvinceId) -> Option<&[f64]> {
        let found = self.rows.binary_search_by_key(&province, |(known, _)| *known);
        found.ok().map(|at| self.rows[at].1.as_slice())
    }

    /// Compares two provinces. `None` if one of them lacks a figure.
    #[must_use]
    pub fn between(&self, province: ProvinceId, other: ProvinceId) -> Option<Similar> {
        let (scores, others) = (self.scores(province)?, self.scores(other)?);
        let gaps = scores.iter().zip(others).map(|(a, b)| b - a);
        let mut differences: Vec<(TableKey, f64)> = self.features.iter().copied().zip(gaps).collect();
        differences.sort_by(|(_, a), (_, b)| a.abs().total_cmp(&b.abs()));
        Some(Similar {
            province: other,
            distance: distance(scores, others),
            differences,
        })
    }

    /// Returns up to `most` provinces that are most similar to a province, nearest first. Empty if the province lacks a
    /// figure.
    #[must_use]
    pub fn nearest(&self, province: ProvinceId, most: usize) -> Vec<Similar> {
        self.nearest_among(province, most, |_| true)
    }

    /// Returns the same of those provinces that are `asked` for.
    #[must_use]
    pub fn nearest_among(&self, province: ProvinceId, most: usize, asked: impl Fn(ProvinceId) -> bool) -> Vec<Similar> {
        let Some(scores) = self.scores(province) else {
            return Vec::new();
        };
        let others = self.rows.iter();
        let others = others.filter(|(other, _)| *other != province && asked(*other));
        let mut found: Vec<(f64, ProvinceId)> = others.map(|(id, other)| (distance(scores, other), *id)).collect();
        found.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let nearest = found.into_iter().take(most);
        nearest.filter_map(|(_, other)| self.between(province, other)).collect()
    }
}

/// Returns the root mean square of the differences of two provinces.
fn distance(scores: &[f64], others: &[f64]) -> f64 {
    let squares: f64 = scores.iter().zip(others).map(|(a, b)| (b - a) * (b - a)).sum();
    (squares / count(scores.len())).sqrt()
}

/// Returns the values minus their mean, divided by their population standard deviation. `None` if all are equal.
fn standard_scores(values: &[f64]) -> Option<Vec<f64>> {
    let first = values.first()?;
    if values.iter().all(|value| value == first) {
        return None;
    }
    let number = count(values.len());
    let mean = values.iter().sum::<f64>() / number;
    let variance = values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / number;
    let deviation = variance.sqrt();
    Some(values.iter().map(|value| (value - mean) / deviation).collect())
}

fn count(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::MAX, f64::from)
}

/// All comparisons of a snapshot. They are computed once, when the first of them is needed: a page asks for several,
/// and standardising a table for each question took most of the time of a province's page.
#[derive(Clone, Debug, Default)]
pub(crate) struct Likenesses {
    /// By the components of an indicator in a year.
    by_components: BTreeMap<(IndicatorId, ProvinceList, i32), Likeness>,
    /// By headline figures up to each year that has any.
    by_headlines: BTreeMap<(ProvinceList, i32), Option<Likeness>>,
}

impl Likenesses {
    fn new(snapshot: &Snapshot) -> Self {
        let totals = |indicator| snapshot.tables(indicator, ComponentId::TOTAL).map(|table| table.key);
        let keys = || {
            snapshot
                .catalogue
                .indicators()
                .flat_map(|(indicator, _)| totals(indicator))
        };
        let by_components = keys().filter_map(|key| {
            let place = (key.indicator, key.basis, key.year);
            Some((place, snapshot.compare_components(key)?))
        });
        let moments: BTreeSet<(ProvinceList, i32)> = keys().map(|key| (key.basis, key.year)).collect();
        let by_headlines = moments.into_iter().map(|(basis, year)| {
            let found = snapshot.compare_headlines(basis, year);
            ((basis, year), found)
        });
        Self {
            by_components: by_components.collect(),
            by_headlines: by_headlines.collect(),
        }
    }
}

impl Snapshot {
    fn likenesses(&self) -> &Likenesses {
        self.likenesses.get_or_init(|| Likenesses::new(self))
    }

    /// Compares provinces by the components of an indicator in a year. `None` unless the indicator is a score, every
    /// component with figures has a complete table, and at least [`MIN_FEATURES`] of them are not constant.
    #[must_use]
    pub fn likeness(&self, indicator: IndicatorId, (basis, year): (ProvinceList, i32)) -> Option<&Likeness> {
        self.likenesses().by_components.get(&(indicator, basis, year))
    }

    /// Returns the newest year, up to a given one, in which provinces can be compared by components.
    #[must_use]
    pub fn likeness_year(&self, indicator: IndicatorId, basis: ProvinceList, up_to: i32) -> Option<i32> {
        let years = (indicator, basis, i32::MIN)..=(indicator, basis, up_to);
        let newest = self.likenesses().by_components.range(years).next_back();
        newest.map(|((_, _, year), _)| *year)
    }

    /// Compares provinces by the headline figures of all ranked scores, each from its newest complete table up to a
    /// year. The years may differ between indicators and must be stated.
    #[must_use]
    pub fn headline_likeness(&self, basis: ProvinceList, up_to: i32) -> Option<&Likeness> {
        let years = (basis, i32::MIN)..=(basis, up_to);
        let (_, found) = self.likenesses().by_headlines.range(years).next_back()?;
        found.as_ref()
    }

    /// Returns the newest comparison that includes a province: by the components of the indicator with the newest year
    /// (among equals, the first in the catalogue), otherwise by the headline figures.
    #[must_use]
    pub fn newest_likeness(&self, province: ProvinceId) -> Option<&Likeness> {
        const BASES: [ProvinceList; 2] = [ProvinceList::Before2025, ProvinceList::Since2025];
        let mut newest: Option<(i32, &Likeness)> = None;
        for (indicator, _) in self.catalogue.indicators() {
            for basis in BASES {
                let year = self.likeness_year(indicator, basis, i32::MAX);
                let newer = |year: &i32| newest.is_none_or(|(known, _)| *year > known);
                let Some(year) = year.filter(newer) else { continue };
                let found = self.likeness(indicator, (basis, year));
                if let Some(found) = found.filter(|found| found.includes(province)) {
                    newest = Some((year, found));
                }
            }
        }
        let by_headlines = || {
            BASES
                .into_iter()
                .find_map(|basis| self.headline_likeness_with(province, basis, i32::MAX))
        };
        newest.map(|(_, found)| found).or_else(by_headlines)
    }

    /// Returns the newest comparison that includes a province, up to the year of a table: by the components of the
    /// table's indicator, otherwise by the headline figures.
    #[must_use]
    pub fn likeness_in(&self, key: TableKey, province: ProvinceId) -> Option<&Likeness> {
        let year = self.likeness_year(key.indicator, key.basis, key.year);
        let found = year.and_then(|year| self.likeness(key.indicator, (key.basis, year)));
        let found = found.filter(|found| found.includes(province));
        found.or_else(|| self.headline_likeness_with(province, key.basis, key.year))
    }

    fn headline_likeness_with(&self, province: ProvinceId, basis: ProvinceList, up_to: i32) -> Option<&Likeness> {
        self.headline_likeness(basis, up_to)
            .filter(|found| found.includes(province))
    }

    fn compare_components(&self, of: TableKey) -> Option<Likeness> {
        let definition = self.catalogue.indicator(of.indicator);
        if definition.kind != Kind::Score {
            return None;
        }
        let keys = definition
            .domains(of.year)
            .map(|(component, _)| TableKey { component, ..of });
        let keys: Vec<TableKey> = keys
            .filter(|key| self.table(*key).is_some_and(|table| !table.rows.is_empty()))
            .collect();
        self.by_complete_tables(&keys)
    }

    fn compare_headlines(&self, basis: ProvinceList, up_to: i32) -> Option<Likeness> {
        let scores = self.catalogue.indicators().filter(|(_, indicator)| {
            indicator.kind == Kind::Score
                && indicator.ranks != RankPolicy::None
                && indicator.direction != Direction::Neutral
        });
        let newest = |indicator| {
            let tables = self.tables(indicator, ComponentId::TOTAL).rev();
            let mut tables = tables.filter(|table| table.key.basis == basis && table.key.year <= up_to);
            tables.find(|table| table.complete).map(|table| table.key)
        };
        let keys: Vec<TableKey> = scores.filter_map(|(indicator, _)| newest(indicator)).collect();
        self.by_complete_tables(&keys)
    }

    /// Compares the provinces that have a value in each of the tables. `None` unless all tables are complete.
    fn by_complete_tables(&self, keys: &[TableKey]) -> Option<Likeness> {
        let tables = keys.iter().map(|key| self.table(*key).filter(|table| table.complete));
        let tables: Vec<&crate::Table> = tables.collect::<Option<_>>()?;
        let values = |province| {
            let value = |table: &&crate::Table| self.figure(table.row(province)?.figure).value.value();
            tables.iter().map(value).collect::<Option<Vec<f64>>>()
        };
        let rows = tables.first()?.rows.iter();
        let rows = rows.filter_map(|row| Some((row.province, values(row.province)?)));
        Likeness::new(keys, rows.collect())
    }
}

#[cfg(test)]
mod tests;
