//! Compares the order of the provinces in a column with their usual one, to find values sorted without their names,
//! names sorted without their values, or either shifted by a row.

use std::collections::BTreeMap;

use domain::{
    ComponentId, IndicatorId,
    upload::{Arg, IssueKind},
};

use super::{columns::CheckedColumn, findings::Findings, numbers::median};

/// Minimum number of provinces; orders of fewer agree or disagree by chance.
const MIN_PROVINCES: usize = 20;
/// Minimum distance below the lowest published agreement. Compared with only the earlier years, a published year falls
/// short of them by up to 0.22.
const MIN_SHORTFALL: f64 = 0.25;
/// Agreement of a total below which its order is reported. Totals are sums of many answers: no published year, PCI up
/// to 2022 and PAPI up to 2019, is below 0.46, and shuffled columns are near 0.
const TOTAL_AGREEMENT: f64 = 0.25;
/// The same for parts, which are less stable: in 2021 some of PAPI's did not correlate with previous years. Only a
/// reversed order is certain.
const PART_AGREEMENT: f64 = -0.15;
/// Minimum number of published years that show how stable a component is.
const MIN_YEARS: usize = 5;
/// With fewer years or provinces than this, chance plays a larger part, and a margin is added.
const FEW_PROVINCES: usize = 40;
const FEW_MARGIN: f64 = 0.1;
/// Median agreement of all columns below which the names of the whole table were shifted. In 2021 it was 0.3 for PAPI.
const TABLE_AGREEMENT: f64 = 0.12;
/// Minimum number of columns for that conclusion.
const MIN_COLUMNS: usize = 4;

/// Warns if the order agrees with the usual one much less than in any published year.
pub(super) fn check(checked: &CheckedColumn<'_>, findings: &mut Findings) {
    let history = &checked.history;
    let Some(agreement) = history.agreement(&checked.column, MIN_PROVINCES) else {
        return;
    };
    let total = checked.table.key.component == ComponentId::TOTAL;
    let few = checked.column.values.len() < FEW_PROVINCES || history.columns.len() < MIN_YEARS;
    let threshold = if total { TOTAL_AGREEMENT } else { PART_AGREEMENT };
    if agreement >= if few { threshold - FEW_MARGIN } else { threshold } {
        return;
    }
    let shortfall = if few { MIN_SHORTFALL + FEW_MARGIN } else { MIN_SHORTFALL };
    // One published year that agrees as little is enough; the others need not be compared.
    let mut least = 1.0;
    for column in history.columns.iter().rev().filter(|_| history.columns.len() > 1) {
        if let Some(published) = history.agreement(column, MIN_PROVINCES) {
            least = f64::min(least, published);
            if agreement >= least - shortfall {
                return;
            }
        }
    }
    let args = vec![checked.name(), Arg::Number(agreement, 2), Arg::Number(least, 2)];
    findings.add(IssueKind::OrderUnlike, checked.at, "", args);
}

/// Warns if the order of the whole table differs: names were sorted or shifted without their values. Sums and ranks
/// still fit then, because each row is intact.
pub(super) fn check_table(columns: &[CheckedColumn<'_>], findings: &mut Findings) {
    let mut groups: BTreeMap<(IndicatorId, i32), Vec<(f64, &CheckedColumn<'_>)>> = BTreeMap::new();
    for checked in columns.iter().filter(|checked| checked.history.columns.len() > 1) {
        if let Some(agreement) = checked.history.agreement(&checked.column, MIN_PROVINCES) {
            let group = (checked.table.key.indicator, checked.column.year);
            groups.entry(group).or_default().push((agreement, checked));
        }
    }
    for group in groups.values().filter(|group| group.len() >= MIN_COLUMNS) {
        let middle = median(group.iter().map(|(agreement, _)| *agreement).collect());
        // The agreement of the same components in the published years.
        let usual = median(group.iter().filter_map(|(_, checked)| latest(checked)).collect());
        if middle < TABLE_AGREEMENT && usual - middle > MIN_SHORTFALL / 2.0 {
            let checked = group[0].1;
            let args = vec![checked.name(), Arg::Number(middle, 2), Arg::Number(usual, 2)];
            findings.add(IssueKind::OrderUnlike, checked.at, "", args);
        }
    }
}

/// Returns the agreement of the latest published year with those around it.
fn latest(checked: &CheckedColumn<'_>) -> Option<f64> {
    checked
        .history
        .agreement(checked.history.columns.last()?, MIN_PROVINCES)
}
