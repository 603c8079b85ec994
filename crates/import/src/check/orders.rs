//! The order of the provinces in a column against their usual one: values that were sorted without their
//! names, names without their values, or either moved by a row.

use std::collections::BTreeMap;

use domain::{
    ComponentId, IndicatorId,
    upload::{Arg, IssueKind},
};

use super::{columns::Whole, findings::Findings, numbers::median};

/// With fewer provinces an order agrees or disagrees by chance.
const FEWEST: usize = 20;
/// How far below the least published agreement a new one must lie. Held against nothing but the years before
/// it, a published year falls short of those by up to 0.22.
const BELOW: f64 = 0.25;
/// The agreement of a total below which its order is another one. Totals are sums of many answers: that of
/// no published year, PCI to 2022 and PAPI to 2019, is below 0.46 and what is shuffled is near 0.
const OF_TOTAL: f64 = 0.25;
/// The same of a part. Parts are less steady: in 2021 some of PAPI's had nothing in common with the years
/// before. Only an order that is turned around is certain.
const OF_PART: f64 = -0.15;
/// So many published years show how steady a component is.
const ENOUGH_YEARS: usize = 5;
/// With fewer, and of few provinces, chance plays a larger part.
const MOST: usize = 40;
const MORE: f64 = 0.1;
/// The middle agreement of all columns below which the names of the whole table were moved. In 2021 it was
/// 0.3 for PAPI.
const OF_FILE: f64 = 0.12;
/// Columns that show it.
const FEWEST_COLUMNS: usize = 4;

/// Warns when the order agrees with the usual one by far less than in any published year.
pub(super) fn check(whole: &Whole<'_>, findings: &mut Findings) {
    let history = &whole.history;
    let Some(agreement) = history.agreement(&whole.column, FEWEST) else {
        return;
    };
    let total = whole.table.key.component == ComponentId::TOTAL;
    let few = whole.column.values.len() < MOST || history.columns.len() < ENOUGH_YEARS;
    let most = if total { OF_TOTAL } else { OF_PART };
    if agreement >= if few { most - MORE } else { most } {
        return;
    }
    let below = if few { BELOW + MORE } else { BELOW };
    // One published year that agrees as little is enough: the others need not be looked at.
    let mut least = 1.0;
    for column in history.columns.iter().rev().filter(|_| history.columns.len() > 1) {
        if let Some(published) = history.agreement(column, FEWEST) {
            least = f64::min(least, published);
            if agreement >= least - below {
                return;
            }
        }
    }
    let args = vec![whole.name(), Arg::Number(agreement, 2), Arg::Number(least, 2)];
    findings.add(IssueKind::OrderUnlike, whole.at, "", args);
}

/// Warns when the order of the whole table is another one: names that were sorted, or moved by a row, apart
/// from all of their values. Sums and ranks still fit then, because each row is whole.
pub(super) fn of_file(columns: &[Whole<'_>], findings: &mut Findings) {
    let mut groups: BTreeMap<(IndicatorId, i32), Vec<(f64, &Whole<'_>)>> = BTreeMap::new();
    for whole in columns.iter().filter(|whole| whole.history.columns.len() > 1) {
        if let Some(agreement) = whole.history.agreement(&whole.column, FEWEST) {
            let group = (whole.table.key.indicator, whole.column.year);
            groups.entry(group).or_default().push((agreement, whole));
        }
    }
    for group in groups.values().filter(|group| group.len() >= FEWEST_COLUMNS) {
        let middle = median(group.iter().map(|(agreement, _)| *agreement).collect());
        // What the same components had in common in the years published.
        let usual = median(group.iter().filter_map(|(_, whole)| latest(whole)).collect());
        if middle < OF_FILE && usual - middle > BELOW / 2.0 {
            let whole = group[0].1;
            let args = vec![whole.name(), Arg::Number(middle, 2), Arg::Number(usual, 2)];
            findings.add(IssueKind::OrderUnlike, whole.at, "", args);
        }
    }
}

/// How far the latest published year agrees with those around it.
fn latest(whole: &Whole<'_>) -> Option<f64> {
    whole.history.agreement(whole.history.columns.last()?, FEWEST)
}
