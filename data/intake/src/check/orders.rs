//! The order of the provinces in a column against their usual one: values that were sorted without their
//! names, names without their values, or either moved by a row.

use domain::upload::{Arg, IssueKind};

use super::{columns::Whole, findings::Findings, history::History};

/// With fewer provinces an order agrees or disagrees by chance.
const FEWEST: usize = 20;
/// How far below the least published agreement a new one must lie. With 0.15 no year of the bundled
/// figures is an alarm, and nine of ten columns whose values were shuffled are.
const BELOW: f64 = 0.15;
/// So many published years show how steady a component is; with fewer only an order that is turned around
/// is certain.
const ENOUGH_YEARS: usize = 5;
/// Of fewer provinces than this the chance part is larger.
const MOST: usize = 40;
const OF_FEW_PROVINCES: f64 = 0.1;
/// The agreement below which an order is turned around, whatever the years before.
const TURNED: f64 = -0.3;

/// Warns when the order agrees with the usual one by far less than in any published year.
pub(super) fn check(whole: &Whole<'_>, findings: &mut Findings) {
    let Some(agreement) = whole.history.agreement(&whole.column, FEWEST) else {
        return;
    };
    let published = published(&whole.history);
    let least = published.iter().copied().fold(1.0, f64::min);
    let few = if whole.column.values.len() < MOST {
        OF_FEW_PROVINCES
    } else {
        0.0
    };
    let limit = match published.len() {
        ENOUGH_YEARS.. => least - BELOW - few,
        2.. => (least - 2.0 * BELOW - few).min(0.0),
        _ => TURNED,
    };
    if agreement < limit {
        let args = vec![
            whole.name(),
            Arg::Number(agreement, 2),
            Arg::Number(if published.is_empty() { 1.0 } else { least }, 2),
        ];
        findings.add(IssueKind::OrderUnlike, whole.at, "", args);
    }
}

/// How far the order of each published year agrees with that of the years around it.
pub(super) fn published(history: &History) -> Vec<f64> {
    if history.columns.len() < 2 {
        return Vec::new();
    }
    let columns = history.columns.iter();
    columns.filter_map(|column| history.agreement(column, FEWEST)).collect()
}
