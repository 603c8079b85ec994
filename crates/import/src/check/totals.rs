//! Totals of years whose weights nobody has stated: they must still follow from their parts.
//!
//! Every published total of the PCI is a weighted sum of its sub-indices: fitted over all provinces the
//! largest error is 0.004 points in eleven of twelve years, and 0.28 in 2011, whose rule is not
//! known. So whatever the weights of a new year are, a total that no weights give has a wrong column
//! among its parts, or is wrong itself.

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
    sums::{Sum, Sums, neighbour, table_of, tell},
    tables::{FileTable, Tables},
};

/// Rows beyond the number of weights that are needed before a fit says anything.
const ROWS_BEYOND_WEIGHTS: usize = 10;
/// One row of so many may be wrong while the others still show the rule.
const WRONG: usize = 4;
/// How far a total may lie from the fit, in parts of the scale: the published 0.004 of 100 with room.
const NEAR: f64 = 0.000_1;
/// The same where the catalogue says that no rule reproduces the totals (0.28 of 100 published).
const NEAR_NOT_REPRODUCED: f64 = 0.006;
/// A province with every maximum has the maximum: by so much of the scale the weights may miss it.
const MAXIMUM: f64 = 0.003;
const MAXIMUM_NOT_REPRODUCED: f64 = 0.01;
/// No part takes points away; a fit leaves a little noise.
const LEAST_WEIGHT: f64 = -0.05;

/// Tells totals that do not follow from the parts of the file, where the catalogue has no rule of their
/// year but knows the indicator for one whose totals are sums.
pub(super) fn check(reading: &Reading, tables: &Tables, current: &Snapshot, sums: &mut Sums, findings: &mut Findings) {
    // A part that the catalogue does not have for the year was not read: nothing adds up without it.
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
            of_parts(reading, current, total, &parts, sums, findings);
        }
    }
}

/// A province's total with its parts.
struct Line {
    at: usize,
    total: Quantity,
    parts: Vec<Quantity>,
}

fn of_parts(
    reading: &Reading,
    current: &Snapshot,
    total: &FileTable,
    parts: &[&FileTable],
    sums: &mut Sums,
    findings: &mut Findings,
) {
    let (key, indicator) = (total.key, current.catalogue.indicator(total.key.indicator));
    let year = key.year.unwrap_or(0);
    let lines = lines(reading, total, parts);
    if lines.len() < parts.len() + 1 + ROWS_BEYOND_WEIGHTS {
        return;
    }
    // Where years beside this one are plain sums, weights are no explanation.
    let plain = neighbour(indicator, year).is_some_and(|rule| rule.kind == SumKind::Plain);
    let fit = if plain {
        None
    } else {
        Fit::of(indicator, key, year, parts, &lines)
    };
    match fit {
        Some(fit) => {
            if fit.wrong.is_empty() {
                sums.confirm(key, parts.iter().map(|part| part.key.component));
            }
            for line in &fit.wrong {
                let line = &lines[*line];
                let weighted = line
                    .parts
                    .iter()
                    .map(|part| Some(*part))
                    .zip(fit.weights.iter().copied());
                if let Some(mut sum) = Sum::of(line.at, Some(line.total), weighted) {
                    sum.parts += fit.constant;
                    tell(reading, current, &sum, findings);
                }
            }
        }
        None => {
            let first = lines.iter().map(|line| line.at).min().unwrap_or(0);
            let args = vec![
                Arg::Both(component_name(indicator, key.component)),
                Arg::Number(count(parts.len()), 0),
                Arg::Year(year),
            ];
            findings.add(IssueKind::TotalUnexplained, column_cell(reading, first), "", args);
        }
    }
}

fn lines(reading: &Reading, total: &FileTable, parts: &[&FileTable]) -> Vec<Line> {
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
            Some(Line {
                at,
                total,
                parts: parts?,
            })
        })
        .collect()
}

/// Weights that give nearly all totals.
struct Fit {
    weights: Vec<f64>,
    constant: f64,
    /// Lines whose totals they do not give.
    wrong: Vec<usize>,
}

impl Fit {
    /// Least squares; the line that is farthest off is set aside and the rest fitted again, until all of
    /// them fit. `None` if too many had to be set aside, or the weights cannot be those of a sum.
    fn of(indicator: &Indicator, key: FigureKey, year: i32, parts: &[&FileTable], lines: &[Line]) -> Option<Self> {
        let (low, high) = indicator.scale(key.component, year)?;
        let width = high - low;
        let open = indicator
            .sum_rule(year)
            .is_some_and(|rule| rule.kind == SumKind::NotReproduced);
        let (near, maximum) = if open {
            (NEAR_NOT_REPRODUCED, MAXIMUM_NOT_REPRODUCED)
        } else {
            (NEAR, MAXIMUM)
        };
        let mut within: Vec<usize> = (0..lines.len()).collect();
        let least = lines.len() - lines.len() / WRONG;
        let (weights, constant) = loop {
            let (weights, constant) = least_squares(lines, &within)?;
            let off = |line: usize| (estimate(&lines[line], &weights, constant) - lines[line].total.value).abs();
            let farthest = within.iter().copied().max_by(|a, b| off(*a).total_cmp(&off(*b)))?;
            let allowed = (near * width).max(2.0 * rounding(&lines[farthest], &weights));
            if off(farthest) <= allowed {
                break (weights, constant);
            }
            if within.len() <= least {
                return None;
            }
            within.retain(|line| *line != farthest);
        };
        let mut all_best = constant;
        for (part, weight) in parts.iter().zip(&weights) {
            all_best += weight * indicator.scale(part.key.component, year)?.1;
        }
        let sound = weights.iter().all(|weight| *weight > LEAST_WEIGHT) && (all_best - high).abs() <= maximum * width;
        let wrong = (0..lines.len()).filter(|line| !within.contains(line)).collect();
        sound.then_some(Self {
            weights,
            constant,
            wrong,
        })
    }
}

fn estimate(line: &Line, weights: &[f64], constant: f64) -> f64 {
    let parts = line.parts.iter().zip(weights).map(|(part, weight)| part.value * weight);
    parts.sum::<f64>() + constant
}

fn rounding(line: &Line, weights: &[f64]) -> f64 {
    let half = |digits: u8| 0.5 * 10f64.powi(-i32::from(digits));
    let parts = line.parts.iter().zip(weights);
    half(line.total.digits)
        + parts
            .map(|(part, weight)| half(part.digits) * weight.abs())
            .sum::<f64>()
}

/// Ordinary least squares with a constant, by the normal equations: there are at most a dozen parts of
/// like size. `None` if a part does not vary or is a sum of others.
fn least_squares(lines: &[Line], within: &[usize]) -> Option<(Vec<f64>, f64)> {
    let parts = lines.first()?.parts.len();
    let size = parts + 1;
    let mut matrix = vec![vec![0.0; size + 1]; size];
    // Means taken off keep the equations well conditioned.
    let mean =
        |of: &dyn Fn(&Line) -> f64| within.iter().map(|line| of(&lines[*line])).sum::<f64>() / count(within.len());
    let means: Vec<f64> = (0..parts).map(|part| mean(&|line| line.parts[part].value)).collect();
    let mean_total = mean(&|line| line.total.value);
    for line in within {
        let line = &lines[*line];
        let mut row: Vec<f64> = line
            .parts
            .iter()
            .zip(&means)
            .map(|(part, mean)| part.value - mean)
            .collect();
        row.push(1.0);
        let total = line.total.value - mean_total;
        for (i, a) in row.iter().enumerate() {
            for (j, b) in row.iter().enumerate() {
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

/// Gauss-Jordan elimination with the largest pivot.
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
