//! Finds two exchanged columns: each fits the published years of the other much better than its own.

use std::{collections::BTreeMap, rc::Rc};

use domain::{IndicatorId, ProvinceId, upload::IssueKind};

use super::{
    columns::CheckedColumn,
    findings::Findings,
    numbers::{count, rank_correlation},
};

/// Minimum number of published years that give a component a recognisable level and order.
const MIN_YEARS: usize = 4;
/// Minimum improvement of the fit when the columns are exchanged: a difference of squared deviations, each in units of
/// the usual deviation. Over all pairs of columns of all bundled years with enough history, the maximum of correct
/// files is 4.2 with all other years known and 10.3 with only the earlier years; 95% of exchanged pairs are above 12.
const MIN_GAIN: f64 = 12.0;
/// Usual deviations of the logarithm of the spread and of 1 minus the rank correlation.
const SPREAD_DEVIATION: f64 = 0.4;
const ORDER_DEVIATION: f64 = 0.25;
/// Minimum usual deviation of the median, as a share of it.
const LEVEL_DEVIATION: f64 = 0.1;

/// The properties of a component's published years, as seen from the file's year.
struct Profile {
    median: f64,
    /// Usual step of the median from year to year.
    step: f64,
    spread: f64,
    order: Rc<BTreeMap<ProvinceId, f64>>,
}

/// Compares all pairs of columns of one indicator and year. A table of provinces has about 40 columns; the catalogue
/// limits their number.
pub(super) fn check(columns: &[CheckedColumn<'_>], findings: &mut Findings) {
    let mut groups: BTreeMap<(IndicatorId, i32), Vec<(&CheckedColumn<'_>, Profile)>> = BTreeMap::new();
    for checked in columns
        .iter()
        .filter(|checked| checked.history.columns.len() >= MIN_YEARS)
    {
        if let Some(profile) = profile(checked) {
            let group = (checked.table.key.indicator, checked.column.year);
            groups.entry(group).or_default().push((checked, profile));
        }
    }
    for group in groups.values() {
        let distances: Vec<Distance> = group
            .iter()
            .map(|(checked, profile)| distance(checked, profile))
            .collect();
        for (at, (a, profile_a)) in group.iter().enumerate() {
            for (nth, (b, profile_b)) in group.iter().enumerate().skip(at + 1) {
                let current = (distances[at], distances[nth]);
                // If both columns fit themselves, an exchange cannot improve the fit enough.
                if current.0.sum() + current.1.sum() <= MIN_GAIN {
                    continue;
                }
                let exchanged = (distance(a, profile_b), distance(b, profile_a));
                let orders = |pair: (Distance, Distance)| pair.0.agreement + pair.1.agreement;
                let gain = current.0.sum() + current.1.sum() - exchanged.0.sum() - exchanged.1.sum();
                // The level alone may have moved; only if the orders fit better too is it an exchange.
                if gain > MIN_GAIN && orders(exchanged) > orders(current) {
                    let args = vec![a.name(), b.name()];
                    findings.add(IssueKind::SwappedColumns, a.at, "", args);
                }
            }
        }
    }
}

fn profile(checked: &CheckedColumn<'_>) -> Option<Profile> {
    let near = checked.history.nearest(checked.column.year)?;
    // After a gap, or on another scale, levels have moved anyway.
    if near.year.abs_diff(checked.column.year) > 1 || !near.same_scale(&checked.column) {
        return None;
    }
    let steps: Vec<f64> = checked
        .history
        .steps()
        .map(|(from, to)| to.median - from.median)
        .collect();
    // Two steps of the usual size are assumed in addition to the published ones, so that after a few quiet years the
    // slightest move is not an anomaly.
    let assumed = 2.0 * (LEVEL_DEVIATION * near.median).powi(2);
    let squares: f64 = steps.iter().map(|step| step * step).sum();
    Some(Profile {
        median: near.median,
        step: ((squares + assumed) / (count(steps.len()) + 2.0)).sqrt().max(1e-9),
        spread: near.spread.max(1e-9),
        order: checked.history.usual_order(checked.column.year),
    })
}

#[derive(Clone, Copy)]
struct Distance {
    level: f64,
    spread: f64,
    agreement: f64,
}

impl Distance {
    fn sum(self) -> f64 {
        self.level.powi(2)
            + (self.spread / SPREAD_DEVIATION).powi(2)
            + ((1.0 - self.agreement) / ORDER_DEVIATION).powi(2)
    }
}

fn distance(checked: &CheckedColumn<'_>, profile: &Profile) -> Distance {
    let column = &checked.column;
    let values = column.values.iter();
    let pairs: Vec<(f64, f64)> = values
        .filter_map(|(province, value)| Some((*value, *profile.order.get(province)?)))
        .collect();
    Distance {
        level: (column.median - profile.median) / profile.step,
        spread: (column.spread.max(1e-9) / profile.spread).ln(),
        agreement: rank_correlation(&pairs),
    }
}
