//! Finds values in wrong rows: shifted by some rows, reversed, sorted without the names next to them, or in an
//! unexplained order.
//!
//! A column whose sums are right in every row is in place and is not checked.

use std::collections::HashSet;

use domain::{
    FigureKey, ProvinceId,
    upload::{Arg, IssueKind, Reading},
};

use super::{
    expected::{Expectation, Group, MIN_PROVINCES},
    findings::Findings,
    numbers::{correlation, count},
    sums::table_of,
};

/// Maximum number of rows by which cells are shifted when some are inserted or deleted by mistake.
const MAX_SHIFT: usize = 7;
/// Minimum rise of the agreement with the expectation, and minimum result, when the column is shifted back by a few
/// rows. Over all published columns of PCI and PAPI, each compared with only the earlier years, the largest rise to
/// 0.35 or more is 0.06; of columns shifted by one row, 99% rise by more than 0.1.
const MIN_RISE: f64 = 0.1;
const MIN_AGREEMENT: f64 = 0.35;
/// The same for all other rotations and reversals: one in a hundred is high by chance.
const MIN_ANY_RISE: f64 = 0.25;
const MIN_ANY_AGREEMENT: f64 = 0.45;
/// Agreement, as a share of the usual one, below which a sorted column was sorted without its names. One in twelve
/// published columns is below it, and none of these is sorted.
const SORTED_SHARE: f64 = 0.75;
/// The same for unsorted columns; no published year of the indicator may come close, because redefined parts of PCI
/// do not correlate with earlier years.
const UNSORTED_SHARE: f64 = 0.4;
const BELOW_PUBLISHED: f64 = 0.1;
/// Minimum rise of the mean agreement of all columns with their usual orders when all are shifted by the same number of
/// rows, and minimum number of columns. Over every published year of PCI and PAPI, each compared with only the earlier
/// years, it falls by 0.09 or more, and rises by 0.12 or more if the names were shifted by one row.
const MIN_TABLE_RISE: f64 = 0.05;
const MIN_COLUMNS: usize = 4;
/// Agreement from which a column is accepted.
const GOOD_AGREEMENT: f64 = 0.6;

/// Warns if all columns fit the published years better when shifted by some rows: then the names were shifted. Sums and
/// the other columns still fit, because each row is intact.
pub(super) fn check_table(reading: &Reading, group: &Group<'_>, findings: &mut Findings) {
    let known = group.columns.iter().filter(|column| !column.usual.is_empty());
    let columns: Vec<(&Expectation<'_>, Rows)> = known
        .map(|column| (column, Rows::of(reading, column, &column.usual)))
        .filter(|(_, rows)| rows.0.len() >= MIN_PROVINCES)
        .collect();
    if columns.len() < MIN_COLUMNS {
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
    let moved = (1..=MAX_SHIFT).flat_map(|by| [mean(by, false), mean(by, true)]);
    let best = moved.fold(now, f64::max);
    if best > now + MIN_TABLE_RISE {
        let checked = columns[0].0.checked;
        let args = vec![checked.name(), Arg::Number(now, 2), Arg::Number(best, 2)];
        findings.add(IssueKind::RowsMoved, checked.at, "", args);
    }
}

/// Checks the columns of a group whose position nothing else confirms.
pub(super) fn check(reading: &Reading, group: &Group<'_>, confirmed: &HashSet<FigureKey>, findings: &mut Findings) {
    for (at, column) in group.columns.iter().enumerate() {
        if column.checked.history.columns.is_empty() || confirmed.contains(&table_of(column.checked.table.key)) {
            continue;
        }
        let rows = Rows::of(reading, column, &column.expected);
        if rows.0.len() < MIN_PROVINCES
            || column.known < MIN_PROVINCES
            || column.agreement >= GOOD_AGREEMENT && !rows.sorted()
        {
            continue;
        }
        let (usual, least) = group.usual(at);
        let part = column.agreement / usual;
        // In a sorted column some shift always fits better, but sorting is the cause.
        let found = if rows.sorted() && part < SORTED_SHARE {
            Some((IssueKind::SortedAlone, usual))
        } else if let Some(better) = rows.better() {
            Some((IssueKind::RowsMoved, better))
        } else {
            (part < UNSORTED_SHARE.min(least - BELOW_PUBLISHED)).then_some((IssueKind::OrderUnexplained, usual))
        };
        if let Some((kind, instead)) = found {
            let numbers = [column.agreement, instead].map(|number| Arg::Number(number, 2));
            let args = std::iter::once(column.checked.name()).chain(numbers).collect();
            findings.add(kind, column.checked.at, "", args);
        }
    }
}

/// Scores and expected scores in the order of the file.
struct Rows(Vec<(f64, f64)>);

impl Rows {
    fn of(reading: &Reading, column: &Expectation<'_>, expected: &[f64]) -> Self {
        let mut entries = column.checked.entries.clone();
        entries.sort_by_key(|at| (reading.entries[*at].at, *at));
        let provinces = entries
            .into_iter()
            .filter_map(|at| super::columns::province(reading, at));
        let score_of = |scores: &[f64], province: ProvinceId| {
            let score = scores.get(usize::from(province.0)).copied();
            score.filter(|score| !score.is_nan())
        };
        let rows = provinces.filter_map(|province| {
            let score = score_of(&column.scores, province)?;
            Some((score, score_of(expected, province).unwrap_or(0.0)))
        });
        Self(rows.collect())
    }

    /// Returns the agreement if the scores are taken from other rows.
    fn agreement(&self, from: impl Fn(usize) -> usize) -> f64 {
        let rows = self.0.iter().enumerate();
        let pairs: Vec<(f64, f64)> = rows
            .map(|(row, (_, expected))| (self.0[from(row)].0, *expected))
            .collect();
        correlation(&pairs)
    }

    /// Returns the agreement in another order of the rows if it is much better.
    fn better(&self) -> Option<f64> {
        let n = self.0.len();
        let now = self.agreement(|row| row);
        let rotated = |by: usize| self.agreement(|row| (row + by) % n);
        let reversed = |by: usize| self.agreement(|row| (2 * n - 1 - row - by) % n);
        let near = (1..=MAX_SHIFT.min(n - 1)).flat_map(|by| [by, n - by]).map(rotated);
        let best = near.fold(now, f64::max);
        if best >= MIN_AGREEMENT && best > now + MIN_RISE {
            return Some(best);
        }
        let any = (0..n).flat_map(|by| [rotated(by), reversed(by)]);
        let best = any.fold(now, f64::max);
        (best >= MIN_ANY_AGREEMENT && best > now + MIN_ANY_RISE).then_some(best)
    }

    /// Returns true if the values only rise or only fall from row to row, and are not mostly equal.
    fn sorted(&self) -> bool {
        let all = |fits: fn(f64, f64) -> bool| self.0.windows(2).all(|pair| fits(pair[0].0, pair[1].0));
        let equal = self.0.windows(2).filter(|pair| pair[0].0 == pair[1].0).count();
        (all(|a, b| a <= b) || all(|a, b| a >= b)) && count(equal) < count(self.0.len()) / 2.0
    }
}
