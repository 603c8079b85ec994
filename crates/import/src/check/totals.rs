//! Checks totals of years without stated weights: they must still follow from their parts.
//!
//! Every published total of the PCI is a weighted sum of its sub-indices: fitted over all provinces, the largest error
//! is 0.004 points in eleven of twelve years, and 0.28 in 2011, whose rule is unknown. So whatever the weights of a new
//! year are, a total that no weights reproduce has a wrong column among its parts, or is itself wrong.

use std::collections::{BTreeMap, HashMap};

use domain::{
    ComponentId, FigureKey, Indicator, ProvinceId, Quantity, Snapshot,
    upload::{Arg, IssueKind, Reading},
    why::SumKind,
};

use super::{
    columns::component_name,
    findings::{Findings, column_cell},
    numbers::count,
    sums::{Sum, Sums, neighbour, report, table_of},
    tables::{FileTable, Tables},
};

/// Minimum number of rows in addition to the number of weights for a meaningful fit.
const ROWS_BEYOND_WEIGHTS: usize = 10;
/// One row in this many may be wrong while the others still show the rule.
const ROWS_PER_ERROR: usize = 4;
/// Maximum distance of a total from the fit, as a share of the scale: the published 0.004 of 100 with a margin.
const MAX_ERROR: f64 = 0.000_1;
/// The same if the catalogue states that no rule reproduces the totals (0.28 of 100 published).
const MAX_ERROR_NOT_REPRODUCED: f64 = 0.006;
/// Maximum error, as a share of the scale, with which the weights reproduce the maximum from the parts' maxima.
const MAX_SCALE_ERROR: f64 = 0.003;
const MAX_SCALE_ERROR_NOT_REPRODUCED: f64 = 0.01;
/// Minimum weight: no part subtracts points, but a fit has a little noise.
const MIN_WEIGHT: f64 = -0.05;

/// Reports totals that do not follow from the parts in the file, if the catalogue has no rule for their year but does
/// for other years of the indicator.
pub(super) fn check(reading: &Reading, tables: &Tables, current: &Snapshot, sums: &mut Sums, findings: &mut Findings) {
    // A part that the catalogue does not have for the year was not read, and nothing adds up without it.
    if findings.any(IssueKind::ComponentNotInYear) {
        return;
    }
    let yearly = || tables.0.iter().filter(|table| table.key.as_of.is_none());
    for total in yearly().filter(|table| table.key.component == ComponentId::TOTAL) {
        let Some(year) = total
            .key
            .year
            .filter(|_| !sums.explained.contains(&table_of(total.key)))
        else {
            continue;
        };
        let indicator = current.catalogue.indicator(total.key.indicator);
        if indicator.sums.is_empty() {
            continue;
        }
        let domains: Vec<ComponentId> = indicator.domains(year).map(|(id, _)| id).collect();
        let parts: Vec<&FileTable> = domains
            .iter()
            .filter_map(|id| {
                yearly().find(|table| {
                    (table.key.indicator, table.key.year, table.key.basis)
                        == (total.key.indicator, total.key.year, total.key.basis)
                        && table.key.component == *id
                })
            })
            .collect();
        if parts.len() == domains.len() && parts.len() >= 2 {
            check_parts(reading, current, total, &parts, sums, findings);
        }
    }
}

/// A province's total with its parts.
struct Row {
    at: usize,
    total: Quantity,
    parts: Vec<Quantity>,
}

fn check_parts(
    reading: &Reading,
    current: &Snapshot,
    total: &FileTable,
    parts: &[&FileTable],
    sums: &mut Sums,
    findings: &mut Findings,
) {
    let (key, indicator) = (total.key, current.catalogue.indicator(total.key.indicator));
    let year = key.year.unwrap_or(0);
    let rows = rows(reading, total, parts);
    if rows.len() < parts.len() + 1 + ROWS_BEYOND_WEIGHTS {
        return;
    }
    // If neighbouring years are plain sums, weights are no explanation.
    let plain = neighbour(indicator, year).is_some_and(|rule| rule.kind == SumKind::Plain);
    let fit = if plain {
        None
    } else {
        Fit::of(indicator, key, year, parts, &rows)
    };
    match fit {
        Some(fit) => {
            if fit.wrong.is_empty() {
                sums.confirm(key, parts.iter().map(|part| part.key.component));
            }
            for row in &fit.wrong {
                let row = &rows[*row];
                let weighted = row
                    .parts
                    .iter()
                    .map(|part| Some(*part))
                    .zip(fit.weights.iter().copied());
                if let Some(mut sum) = Sum::of(row.at, Some(row.total), weighted) {
                    sum.parts += fit.constant;
                    report(reading, current, &sum, findings);
                }
            }
        }
        None => {
            let first = rows.iter().map(|row| row.at).min().unwrap_or(0);
            let args = vec![
                Arg::Both(component_name(indicator, key.component)),
                Arg::Number(count(parts.len()), 0),
                Arg::Year(year),
            ];
            findings.add(IssueKind::TotalUnexplained, column_cell(reading, first), "", args);
        }
    }
}

fn rows(reading: &Reading, total: &FileTable, parts: &[&FileTable]) -> Vec<Row> {
    let quantities = |table: &FileTable| -> BTreeMap<ProvinceId, (usize, Quantity)> {
        let values = table.values(reading).into_iter();
        values
            .filter_map(|(province, (_, at))| Some((province, (at, reading.entries[at].claim.value?))))
            .collect()
    };
    let columns: Vec<HashMap<ProvinceId, (usize, Quantity)>> = parts
        .iter()
        .map(|part| quantities(part).into_iter().collect())
        .collect();
    quantities(total)
        .into_iter()
        .filter_map(|(province, (at, total))| {
            let parts: Option<Vec<Quantity>> = columns.iter().map(|column| Some(column.get(&province)?.1)).collect();
            Some(Row {
                at,
                total,
                parts: parts?,
            })
        })
        .collect()
}

/// Weights that reproduce nearly all totals.
struct Fit {
    weights: Vec<f64>,
    constant: f64,
    /// Rows whose totals they do not reproduce.
    wrong: Vec<usize>,
}

impl Fit {
    /// Fits by least squares; the row that deviates most is set aside and the rest fitted again, until all of them fit.
    /// `None` if too many were set aside, or the weights cannot be those of a sum.
    fn of(indicator: &Indicator, key: FigureKey, year: i32, parts: &[&FileTable], rows: &[Row]) -> Option<Self> {
        let (low, high) = indicator.scale(key.component, year)?;
        let width = high - low;
        let open = indicator
            .sum_rule(year)
            .is_some_and(|rule| rule.kind == SumKind::NotReproduced);
        let (near, maximum) = if open {
            (MAX_ERROR_NOT_REPRODUCED, MAX_SCALE_ERROR_NOT_REPRODUCED)
        } else {
            (MAX_ERROR, MAX_SCALE_ERROR)
        };
        let mut within: Vec<usize> = (0..rows.len()).collect();
        let least = rows.len() - rows.len() / ROWS_PER_ERROR;
        let (weights, constant) = loop {
            let (weights, constant) = least_squares(rows, &within)?;
            let off = |row: usize| (estimate(&rows[row], &weights, constant) - rows[row].total.value).abs();
            let farthest = within.iter().copied().max_by(|a, b| off(*a).total_cmp(&off(*b)))?;
            let allowed = (near * width).max(2.0 * rounding(&rows[farthest], &weights));
            if off(farthest) <= allowed {
                break (weights, constant);
            }
            if within.len() <= least {
                return None;
            }
            within.retain(|row| *row != farthest);
        };
        let mut all_best = constant;
        for (part, weight) in parts.iter().zip(&weights) {
            all_best += weight * indicator.scale(part.key.component, year)?.1;
        }
        let sound = weights.iter().all(|weight| *weight > MIN_WEIGHT) && (all_best - high).abs() <= maximum * width;
        let wrong = (0..rows.len()).filter(|row| !within.contains(row)).collect();
        sound.then_some(Self {
            weights,
            constant,
            wrong,
        })
    }
}

fn estimate(row: &Row, weights: &[f64], constant: f64) -> f64 {
    let parts = row.parts.iter().zip(weights).map(|(part, weight)| part.value * weight);
    parts.sum::<f64>() + constant
}

fn rounding(row: &Row, weights: &[f64]) -> f64 {
    let half = |digits: u8| 0.5 * 10f64.powi(-i32::from(digits));
    let parts = row.parts.iter().zip(weights);
    half(row.total.digits)
        + parts
            .map(|(part, weight)| half(part.digits) * weight.abs())
            .sum::<f64>()
}

/// Ordinary least squares with a constant, by the normal equations: there are at most a dozen parts of similar size.
/// `None` if a part does not vary or is a linear combination of others.
fn least_squares(rows: &[Row], within: &[usize]) -> Option<(Vec<f64>, f64)> {
    let parts = rows.first()?.parts.len();
    let size = parts + 1;
    let mut matrix = vec![vec![0.0; size + 1]; size];
    // Subtracting the means keeps the equations well conditioned.
    let mean = |value_of: &dyn Fn(&Row) -> f64| {
        within.iter().map(|row| value_of(&rows[*row])).sum::<f64>() / count(within.len())
    };
    let means: Vec<f64> = (0..parts).map(|part| mean(&|row| row.parts[part].value)).collect();
    let mean_total = mean(&|row| row.total.value);
    for row in within {
        let row = &rows[*row];
        let mut centred: Vec<f64> = row
            .parts
            .iter()
            .zip(&means)
            .map(|(part, mean)| part.value - mean)
            .collect();
        centred.push(1.0);
        let total = row.total.value - mean_total;
        for (i, a) in centred.iter().enumerate() {
            for (j, b) in centred.iter().enumerate() {
                matrix[i][j] += a * b;
            }
            matrix[i][size] += a * total;
        }
    }
    let solved = solve(matrix)?;
    let weights = solved[..parts].to_vec();
    let moved: f64 = weights.iter().zip(&means).map(|(weight, mean)| weight * mean).sum();
    Some((weights, solved[parts] + mean_total - moved))
}

/// Solves linear equations by Gauss-Jordan elimination with partial pivoting; `None` if the matrix is singular.
fn solve(mut matrix: Vec<Vec<f64>>) -> Option<Vec<f64>> {
    let size = matrix.len();
    for column in 0..size {
        let pivot = (column..size).max_by(|a, b| matrix[*a][column].abs().total_cmp(&matrix[*b][column].abs()))?;
        matrix.swap(column, pivot);
        let head = matrix[column].clone();
        if head[column].abs() < 1e-9 {
            return None;
        }
        for (at, row) in matrix.iter_mut().enumerate() {
            if at != column {
                let factor = row[column] / head[column];
                for (cell, above) in row.iter_mut().zip(&head) {
                    *cell -= factor * above;
                }
            }
        }
    }
    Some((0..size).map(|at| matrix[at][size] / matrix[at][at]).collect())
}
