//! Values that are not where they belong: moved by some rows, turned around, sorted without the names beside
//! them, or in an order that nothing explains.
//!
//! A column whose sums are right in each row is where it belongs and is not looked at.

use std::collections::HashSet;

use domain::{
    FigureKey, ProvinceId,
    upload::{Arg, IssueKind, Reading},
};

use super::{
    expected::{Expectation, FEWEST, Group},
    findings::Findings,
    numbers::{correlation, count},
    sums::table_of,
};

/// Rows by which cells are inserted or deleted by mistake.
const NEAR: usize = 7;
/// By how much the agreement with what is expected must rise, and how high, when the column is moved back by
/// a few rows: of all published columns of PCI and PAPI, each with only the years before it, the largest
/// rise to 0.35 or more is 0.06, and of those moved by a row 99 in 100 rise by more than 0.1.
const RISE: f64 = 0.1;
const HIGH: f64 = 0.35;
/// The same for every other rotation, forwards and backwards: of a hundred one is high by chance.
const RISE_OF_ANY: f64 = 0.25;
const HIGH_OF_ANY: f64 = 0.45;
/// The agreement, in parts of the usual one, below which a sorted column is sorted apart from its names.
/// Every twelfth published column is below it, and none of these is sorted.
const OF_SORTED: f64 = 0.75;
/// The same of any column, which no published year of the indicator may come near to: parts of PCI that were
/// made anew have nothing in common with the years before.
const OF_ANY: f64 = 0.4;
const BELOW_PUBLISHED: f64 = 0.1;
/// By how much the mean agreement of all columns with their usual orders must rise when all are moved by the
/// same rows, and the columns that show it. Of every published year of PCI and PAPI, each with only the years
/// before it, it falls by 0.09 or more, and rises by 0.12 or more when the names were moved by a row.
const RISE_OF_TABLE: f64 = 0.05;
const FEWEST_COLUMNS: usize = 4;
/// An agreement from which nothing is doubted.
const GOOD: f64 = 0.6;

/// Warns when all columns fit the years published better moved by some rows: then the names were moved. Sums and
/// the other columns fit all the same, because each row is whole.
pub(super) fn check_table(reading: &Reading, group: &Group<'_>, findings: &mut Findings) {
    let known = group.columns.iter().filter(|column| !column.usual.is_empty());
    let columns: Vec<(&Expectation<'_>, Rows)> = known
        .map(|column| (column, Rows::of(reading, column, &column.usual)))
        .filter(|(_, rows)| rows.0.len() >= FEWEST)
        .collect();
    if columns.len() < FEWEST_COLUMNS {
        return;
    }
    let mean = |by: usize, back: bool| {
        let agreements = columns.iter().map(|(_, rows)| {
            let n = rows.0.len();
            rows.agreement(|row| (if back { row + n - by } else { row + by }) % n)
        });
        agreements.sum::<f64>() / count(columns.len())
    };
    let now = mean(0, false);
    let moved = (1..=NEAR).flat_map(|by| [mean(by, false), mean(by, true)]);
    let best = moved.fold(now, f64::max);
    if best > now + RISE_OF_TABLE {
        let whole = columns[0].0.whole;
        let args = vec![whole.name(), Arg::Number(now, 2), Arg::Number(best, 2)];
        findings.add(IssueKind::RowsMoved, whole.at, "", args);
    }
}

/// Checks the columns of a group whose place nothing else confirms.
pub(super) fn check(reading: &Reading, group: &Group<'_>, confirmed: &HashSet<FigureKey>, findings: &mut Findings) {
    for (at, column) in group.columns.iter().enumerate() {
        if column.whole.history.columns.is_empty() || confirmed.contains(&table_of(column.whole.table.key)) {
            continue;
        }
        let rows = Rows::of(reading, column, &column.expected);
        if rows.0.len() < FEWEST || column.known < FEWEST || column.agreement >= GOOD && !rows.sorted() {
            continue;
        }
        let (usual, least) = group.usual(at);
        let part = column.agreement / usual;
        // In a sorted column some rows always fit better elsewhere; what happened is that it was sorted.
        let found = if rows.sorted() && part < OF_SORTED {
            Some((IssueKind::SortedAlone, usual))
        } else if let Some(better) = rows.better() {
            Some((IssueKind::RowsMoved, better))
        } else {
            (part < OF_ANY.min(least - BELOW_PUBLISHED)).then_some((IssueKind::OrderUnexplained, usual))
        };
        if let Some((kind, instead)) = found {
            let numbers = [column.agreement, instead].map(|number| Arg::Number(number, 2));
            let args = std::iter::once(column.whole.name()).chain(numbers).collect();
            findings.add(kind, column.whole.at, "", args);
        }
    }
}

/// Scores and expected scores in the order of the file.
struct Rows(Vec<(f64, f64)>);

impl Rows {
    fn of(reading: &Reading, column: &Expectation<'_>, expected: &[f64]) -> Self {
        let mut entries = column.whole.entries.clone();
        entries.sort_by_key(|at| (reading.entries[*at].at, *at));
        let provinces = entries
            .into_iter()
            .filter_map(|at| super::columns::province(reading, at));
        let of = |scores: &[f64], province: ProvinceId| {
            let score = scores.get(usize::from(province.0)).copied();
            score.filter(|score| !score.is_nan())
        };
        let rows = provinces.filter_map(|province| {
            let score = of(&column.scores, province)?;
            Some((score, of(expected, province).unwrap_or(0.0)))
        });
        Self(rows.collect())
    }

    /// The agreement when the scores are taken from other rows.
    fn agreement(&self, from: impl Fn(usize) -> usize) -> f64 {
        let rows = self.0.iter().enumerate();
        let pairs: Vec<(f64, f64)> = rows
            .map(|(row, (_, expected))| (self.0[from(row)].0, *expected))
            .collect();
        correlation(&pairs)
    }

    /// Returns the agreement in another order of the rows, where that is far better.
    fn better(&self) -> Option<f64> {
        let n = self.0.len();
        let now = self.agreement(|row| row);
        let rotated = |by: usize| self.agreement(|row| (row + by) % n);
        let turned = |by: usize| self.agreement(|row| (2 * n - 1 - row - by) % n);
        let near = (1..=NEAR.min(n - 1)).flat_map(|by| [by, n - by]).map(rotated);
        let best = near.fold(now, f64::max);
        if best >= HIGH && best > now + RISE {
            return Some(best);
        }
        let any = (0..n).flat_map(|by| [rotated(by), turned(by)]);
        let best = any.fold(now, f64::max);
        (best >= HIGH_OF_ANY && best > now + RISE_OF_ANY).then_some(best)
    }

    /// True if the values only rise or only fall from row to row, and differ.
    fn sorted(&self) -> bool {
        let all = |fits: fn(f64, f64) -> bool| self.0.windows(2).all(|pair| fits(pair[0].0, pair[1].0));
        let equal = self.0.windows(2).filter(|pair| pair[0].0 == pair[1].0).count();
        (all(|a, b| a <= b) || all(|a, b| a >= b)) && count(equal) < count(self.0.len()) / 2.0
    }
}
