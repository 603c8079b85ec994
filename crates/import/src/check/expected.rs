//! Computes the expected order of a column from the published years and the other columns of the file.
//!
//! One year of a component is weak evidence for the next: for some parts of PAPI the rank correlation with previous
//! years is 0.1. The other columns add much, because provinces that do well in one part do well in others, to the same
//! degree as in the published years: the correlation of such an expectation with the published column has a median of
//! 0.65 over all parts of PAPI, and a minimum of 0.2.

use std::{collections::BTreeMap, rc::Rc};

use domain::{IndicatorId, ProvinceId, ProvinceList};

use super::{
    columns::CheckedColumn,
    history::{Column, History},
    numbers::{correlation, count, places},
};

/// Minimum number of provinces; fewer may agree by chance.
pub(super) const MIN_PROVINCES: usize = 20;
/// Assumed agreement of a component with its own years where only one is published.
const ONE_YEAR_AGREEMENT: f64 = 0.5;
/// Prior for the agreement of an expectation with its column; it counts like one year.
const PRIOR_AGREEMENT: f64 = 0.6;
/// Maximum number of published years used to estimate how predictable a component is, nearest first.
const MAX_YEARS: usize = 6;

/// Normalised ranks, with mean 0 and variance 1, indexed by province number; NaN for provinces without a value.
pub(super) type Scores = Vec<f64>;

/// A column of the file with its expectation.
pub(super) struct Expectation<'a> {
    pub(super) checked: &'a CheckedColumn<'a>,
    pub(super) scores: Scores,
    /// The usual order in the published years.
    pub(super) usual: Scores,
    /// The expectation from these years and the other columns.
    pub(super) expected: Scores,
    /// The agreement of scores and expectation, from −1 to 1.
    pub(super) agreement: f64,
    /// Number of provinces with an expectation; fewer than [`MIN_PROVINCES`] are not evaluated.
    pub(super) known: usize,
}

/// The columns of one indicator and year, each predicted from the others.
pub(super) struct Group<'a> {
    pub(super) columns: Vec<Expectation<'a>>,
    published: Published,
    weights: Vec<Vec<f64>>,
}

/// The published years of the components of a group.
struct Published {
    histories: Vec<Rc<History>>,
    /// Scores of each component, by year.
    scores: Vec<BTreeMap<i32, Scores>>,
    /// Agreement of two components by year; on the diagonal, that of a year with the usual order.
    common: Vec<Vec<BTreeMap<i32, f64>>>,
}

impl<'a> Group<'a> {
    /// Groups columns by indicator, list of provinces and year; columns with too few provinces are left out.
    pub(super) fn all(columns: &'a [CheckedColumn<'a>]) -> Vec<Self> {
        let mut groups: BTreeMap<(IndicatorId, ProvinceList, i32), Vec<&CheckedColumn<'_>>> = BTreeMap::new();
        for checked in columns
            .iter()
            .filter(|checked| checked.column.values.len() >= MIN_PROVINCES)
        {
            let key = checked.table.key;
            let group = (key.indicator, key.basis, checked.column.year);
            groups.entry(group).or_default().push(checked);
        }
        groups.into_values().map(|columns| Self::of(&columns)).collect()
    }

    fn of(columns: &[&'a CheckedColumn<'a>]) -> Self {
        let published = Published::of(columns.iter().map(|checked| Rc::clone(&checked.history)).collect());
        let weights = published.weights(None);
        let scores: Vec<Scores> = columns.iter().map(|checked| scores(&checked.column)).collect();
        let all: Vec<Option<&Scores>> = scores.iter().map(Some).collect();
        let expectation = |at: usize| {
            let usual = centred(&usual_order(columns[at]));
            let expected = expect(at, &weights, &all, &usual);
            Expectation {
                checked: columns[at],
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

    /// Returns the weight of column `by` in the expectation of column `of`.
    pub(super) fn weight(&self, column: usize, other: usize) -> f64 {
        self.weights[column][other]
    }

    /// Returns the usual agreement of a column, and the minimum over the published years of all columns, as a share of
    /// each column's usual one.
    pub(super) fn usual(&self, at: usize) -> (f64, f64) {
        let year = self.columns[at].checked.column.year;
        let mean = |all: &[f64]| (all.iter().sum::<f64>() + PRIOR_AGREEMENT) / (count(all.len()) + 1.0);
        let mut least: f64 = 1.0;
        let mut usual_here = PRIOR_AGREEMENT;
        for other in 0..self.columns.len() {
            let all = self.published.agreements(other, year);
            let usual = mean(&all);
            least = all.iter().map(|one| one / usual).fold(least, f64::min);
            if other == at {
                usual_here = usual;
            }
        }
        (usual_here, least)
    }
}

fn usual_order(checked: &CheckedColumn<'_>) -> Rc<BTreeMap<ProvinceId, f64>> {
    checked.history.usual_order(checked.column.year)
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
                let own_years = years.filter(|_| scores[a].len() > 1);
                return own_years
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

    /// Returns the weight of each column in the expectation of each other, and of its own years for itself: the square
    /// of their agreement in the published years except one, so that a few closely related columns weigh more than many
    /// unrelated ones. A single common year counts half.
    fn weights(&self, without: Option<i32>) -> Vec<Vec<f64>> {
        let squared = |agreement: f64| agreement * agreement.abs();
        let weight = |a: usize, b: usize| {
            let common = self.common[a][b].iter().filter(|(year, _)| Some(**year) != without);
            let (sum, years) = common.fold((0.0, 0.0), |(sum, years), (_, one)| (sum + one, years + 1.0));
            match (a == b, years > 0.0) {
                (true, false) => squared(ONE_YEAR_AGREEMENT),
                (true, true) => squared(f64::max(sum / years, 0.0)),
                (false, _) => squared(sum / (years + 1.0)),
            }
        };
        let all = 0..self.histories.len();
        all.clone()
            .map(|a| all.clone().map(|b| weight(a, b)).collect())
            .collect()
    }

    /// Returns the agreement of each published year of a component with its expectation from the other years.
    fn agreements(&self, at: usize, year: i32) -> Vec<f64> {
        let mut years: Vec<i32> = self.scores[at].keys().copied().collect();
        years.sort_by_key(|other| (other.abs_diff(year), *other));
        years.truncate(MAX_YEARS);
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

/// Normalises places: from 0 to 1 they have mean 1/2 and variance 1/12.
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

/// Returns the pairs of scores of the provinces that both lists have.
fn both<'a>(a: &'a [f64], b: &'a [f64]) -> impl Iterator<Item = (f64, f64)> + use<'a> {
    let both = a.iter().zip(b).filter(|(a, b)| !a.is_nan() && !b.is_nan());
    both.map(|(a, b)| (*a, *b))
}

/// Returns the agreement of two lists over the provinces that both have; 0 if there are too few.
pub(super) fn agreement(a: &[f64], b: &[f64]) -> f64 {
    let pairs: Vec<(f64, f64)> = both(a, b).collect();
    if pairs.len() < MIN_PROVINCES {
        0.0
    } else {
        correlation(&pairs)
    }
}

fn expect(at: usize, weights: &[Vec<f64>], scores: &[Option<&Scores>], usual: &[f64]) -> Scores {
    let mut expected = Scores::new();
    for (other, weight) in weights[at].iter().enumerate() {
        let source = if other == at {
            Some(usual)
        } else {
            scores[other].map(Vec::as_slice)
        };
        let Some(source) = source.filter(|_| *weight != 0.0) else {
            continue;
        };
        if source.len() > expected.len() {
            expected.resize(source.len(), f64::NAN);
        }
        for (sum, score) in expected.iter_mut().zip(source).filter(|(_, score)| !score.is_nan()) {
            *sum = if sum.is_nan() { 0.0 } else { *sum } + weight * score;
        }
    }
    expected
}
