//! The order that a column should have: by the years published and by the other columns of the file.
//!
//! A year of one component says little about the next: that of some parts of PAPI agrees with the years before
//! by a rank correlation of 0.1. Together with the other columns it says much, because provinces that do well
//! in one part do well in others, by as much as in the years published: what such an expectation and the
//! published column have in common is 0.65 in the middle of all parts of PAPI, and at least 0.2.

use std::{collections::BTreeMap, rc::Rc};

use domain::{IndicatorId, ProvinceId, ProvinceList};

use super::{
    columns::Whole,
    history::{Column, History},
    numbers::{correlation, count, places},
};

/// Fewer provinces agree by chance.
pub(super) const FEWEST: usize = 20;
/// What a component's own years count for where only one is published.
const OF_ONE_YEAR: f64 = 0.5;
/// What an expectation and its column have in common where nothing is known: that counts like a year.
const ASSUMED: f64 = 0.6;
/// Published years that show how well a component can be expected, nearest first.
const YEARS: usize = 6;

/// Values as places, with mean 0 and variance 1, by the number of the province; NaN for those without one.
pub(super) type Scores = Vec<f64>;

/// A column of the file with what is expected of it.
pub(super) struct Expectation<'a> {
    pub(super) whole: &'a Whole<'a>,
    pub(super) scores: Scores,
    /// The usual order of the years published.
    pub(super) usual: Scores,
    /// What these years and the other columns lead to expect.
    pub(super) expected: Scores,
    /// The agreement of both, from −1 to 1.
    pub(super) agreement: f64,
    /// Provinces of which something is expected; of fewer than [`FEWEST`] nothing follows.
    pub(super) known: usize,
}

/// The columns of one indicator and year, which are expected from one another.
pub(super) struct Group<'a> {
    pub(super) columns: Vec<Expectation<'a>>,
    published: Published,
    weights: Vec<Vec<f64>>,
}

/// The published years of the components of a group.
struct Published {
    histories: Vec<Rc<History>>,
    /// Of each component, by year.
    scores: Vec<BTreeMap<i32, Scores>>,
    /// What two components have in common by year; in the diagonal, a year with the usual order.
    common: Vec<Vec<BTreeMap<i32, f64>>>,
}

impl<'a> Group<'a> {
    /// Groups columns by indicator, list of provinces and year; those with too few provinces are left out.
    pub(super) fn all(columns: &'a [Whole<'a>]) -> Vec<Self> {
        let mut groups: BTreeMap<(IndicatorId, ProvinceList, i32), Vec<&Whole<'_>>> = BTreeMap::new();
        for whole in columns.iter().filter(|whole| whole.column.values.len() >= FEWEST) {
            let key = whole.table.key;
            let group = (key.indicator, key.basis, whole.column.year);
            groups.entry(group).or_default().push(whole);
        }
        groups.into_values().map(|columns| Self::of(&columns)).collect()
    }

    fn of(columns: &[&'a Whole<'a>]) -> Self {
        let published = Published::of(columns.iter().map(|whole| Rc::clone(&whole.history)).collect());
        let weights = published.weights(None);
        let scores: Vec<Scores> = columns.iter().map(|whole| scores(&whole.column)).collect();
        let all: Vec<Option<&Scores>> = scores.iter().map(Some).collect();
        let expectation = |at: usize| {
            let usual = centred(&whole_usual(columns[at]));
            let expected = expect(at, &weights, &all, &usual);
            Expectation {
                whole: columns[at],
                agreement: agreement(&scores[at], &expected),
                known: both(&scores[at], &expected).count(),
                scores: scores[at].clone(),
                usual,
                expected,
            }
        };
        Self {
            columns: (0..columns.len()).map(expectation).collect(),
            published,
            weights,
        }
    }

    /// What a column leads to expect of another, as a factor of its scores.
    pub(super) fn weight(&self, of: usize, by: usize) -> f64 {
        self.weights[of][by]
    }

    /// Returns the agreement that is usual for a column, and the least of a published year of any column in
    /// parts of what is usual there.
    pub(super) fn usual(&self, at: usize) -> (f64, f64) {
        let year = self.columns[at].whole.column.year;
        let mean = |all: &[f64]| (all.iter().sum::<f64>() + ASSUMED) / (count(all.len()) + 1.0);
        let mut least: f64 = 1.0;
        let mut own = ASSUMED;
        for other in 0..self.columns.len() {
            let all = self.published.agreements(other, year);
            let usual = mean(&all);
            least = all.iter().map(|one| one / usual).fold(least, f64::min);
            if other == at {
                own = usual;
            }
        }
        (own, least)
    }
}

fn whole_usual(whole: &Whole<'_>) -> Rc<BTreeMap<ProvinceId, f64>> {
    whole.history.usual_order(whole.column.year)
}

impl Published {
    fn of(histories: Vec<Rc<History>>) -> Self {
        let scores: Vec<BTreeMap<i32, Scores>> = histories
            .iter()
            .map(|history| {
                history
                    .columns
                    .iter()
                    .map(|column| (column.year, scores(column)))
                    .collect()
            })
            .collect();
        let common = |a: usize, b: usize| -> BTreeMap<i32, f64> {
            let years = scores[a].iter();
            if a == b {
                let own = years.filter(|_| scores[a].len() > 1);
                return own
                    .map(|(year, scores)| (*year, agreement(scores, &centred(&histories[a].usual_order(*year)))))
                    .collect();
            }
            years
                .filter_map(|(year, scores_a)| Some((*year, agreement(scores_a, scores[b].get(year)?))))
                .collect()
        };
        let all = 0..histories.len();
        let common = all
            .clone()
            .map(|a| all.clone().map(|b| common(a, b)).collect())
            .collect();
        Self {
            histories,
            scores,
            common,
        }
    }

    /// What each column counts for in the expectation of each other, and its own years for itself: the
    /// square of what they had in common in the published years but one, so that a few columns that are
    /// close weigh more than many that are not. A single common year counts half.
    fn weights(&self, without: Option<i32>) -> Vec<Vec<f64>> {
        let squared = |agreement: f64| agreement * agreement.abs();
        let weight = |a: usize, b: usize| {
            let common = self.common[a][b].iter().filter(|(year, _)| Some(**year) != without);
            let (sum, years) = common.fold((0.0, 0.0), |(sum, years), (_, one)| (sum + one, years + 1.0));
            match (a == b, years > 0.0) {
                (true, false) => squared(OF_ONE_YEAR),
                (true, true) => squared(f64::max(sum / years, 0.0)),
                (false, _) => squared(sum / (years + 1.0)),
            }
        };
        let all = 0..self.histories.len();
        all.clone()
            .map(|a| all.clone().map(|b| weight(a, b)).collect())
            .collect()
    }

    /// How well the published years of a component could be expected, each from the others.
    fn agreements(&self, at: usize, year: i32) -> Vec<f64> {
        let mut years: Vec<i32> = self.scores[at].keys().copied().collect();
        years.sort_by_key(|other| (other.abs_diff(year), *other));
        years.truncate(YEARS);
        let agreements = years.into_iter().filter_map(|other| {
            let all: Vec<Option<&Scores>> = self.scores.iter().map(|scores| scores.get(&other)).collect();
            let weights = self.weights(Some(other));
            let expected = expect(at, &weights, &all, &centred(&self.histories[at].usual_order(other)));
            Some(agreement(all[at]?, &expected)).filter(|_| !expected.is_empty())
        });
        agreements.collect()
    }
}

fn scores(column: &Column) -> Scores {
    let values: Vec<f64> = column.values.values().copied().collect();
    by_number(column.values.keys().copied().zip(places(&values)))
}

fn centred(usual: &BTreeMap<ProvinceId, f64>) -> Scores {
    by_number(usual.iter().map(|(province, place)| (*province, *place)))
}

/// Places from 0 to 1 have the mean 1/2 and the variance 1/12.
fn by_number(places: impl Iterator<Item = (ProvinceId, f64)>) -> Scores {
    let mut scores = Scores::new();
    for (province, place) in places {
        let at = usize::from(province.0);
        if at >= scores.len() {
            scores.resize(at + 1, f64::NAN);
        }
        scores[at] = (place - 0.5) * 12f64.sqrt();
    }
    scores
}

/// The scores of the provinces that both lists have.
fn both<'a>(a: &'a [f64], b: &'a [f64]) -> impl Iterator<Item = (f64, f64)> + use<'a> {
    let both = a.iter().zip(b).filter(|(a, b)| !a.is_nan() && !b.is_nan());
    both.map(|(a, b)| (*a, *b))
}

/// The agreement of two lists over the provinces that both have; 0 of too few.
pub(super) fn agreement(a: &[f64], b: &[f64]) -> f64 {
    let pairs: Vec<(f64, f64)> = both(a, b).collect();
    if pairs.len() < FEWEST { 0.0 } else { correlation(&pairs) }
}

fn expect(at: usize, weights: &[Vec<f64>], scores: &[Option<&Scores>], usual: &[f64]) -> Scores {
    let mut expected = Scores::new();
    for (other, weight) in weights[at].iter().enumerate() {
        let by = if other == at {
            Some(usual)
        } else {
            scores[other].map(Vec::as_slice)
        };
        let Some(by) = by.filter(|_| *weight != 0.0) else {
            continue;
        };
        if by.len() > expected.len() {
            expected.resize(by.len(), f64::NAN);
        }
        for (sum, score) in expected.iter_mut().zip(by).filter(|(_, score)| !score.is_nan()) {
            *sum = if sum.is_nan() { 0.0 } else { *sum } + weight * score;
        }
    }
    expected
}
