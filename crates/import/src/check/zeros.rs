//! Finds zeros where nothing was ever zero: formulas that were stored without a computed value, a blank that went
//! through a sum.

use domain::{
    Kind, Snapshot,
    upload::{Arg, IssueKind, Reading},
};

use super::{
    columns::CheckedColumn,
    findings::{Findings, claim_text, place_name},
    numbers::count,
};

/// Minimum number of values; a shorter column of zeros may be correct for a few provinces.
const MIN_VALUES: usize = 5;

/// Reports zeros. Returns true if the column is rejected as a whole.
///
/// A component that has been zero before may be zero again. Otherwise, if half of the values or more are zero, the
/// column must be left out or corrected: no reason can justify it. Single zeros need a reason.
pub(super) fn check(
    reading: &Reading,
    checked: &CheckedColumn<'_>,
    current: &Snapshot,
    findings: &mut Findings,
) -> bool {
    let values = &checked.column.values;
    let zeros = values.values().filter(|value| **value == 0.0).count();
    if zeros == 0 || ever_zero(checked, current) {
        return false;
    }
    let known = !checked.history.columns.is_empty();
    // A new count may begin with zeros everywhere; equal values are reported separately.
    if checked.indicator.kind != Kind::Score && !known {
        return false;
    }
    if values.len() >= MIN_VALUES && zeros * 2 >= values.len() {
        let args = vec![
            checked.name(),
            Arg::Number(count(zeros), 0),
            Arg::Number(count(values.len()), 0),
        ];
        findings.add(IssueKind::ZeroColumn, checked.at, "0", args);
        return true;
    }
    for at in &checked.entries {
        let entry = &reading.entries[*at];
        // A zero over non-zero parts has been reported already.
        let zero = entry.claim.value.is_some_and(|value| value.value == 0.0);
        if zero && !findings.has(&[IssueKind::ZeroTotal], entry.at) {
            let args = vec![place_name(current, &entry.key), checked.name()];
            findings.add(IssueKind::ZeroValue, entry.at, &claim_text(&entry.claim), args);
        }
    }
    false
}

/// Returns true if the edition has a zero of this component in any year.
fn ever_zero(checked: &CheckedColumn<'_>, current: &Snapshot) -> bool {
    let tables = current.tables(checked.table.key.indicator, checked.table.key.component);
    tables
        .flat_map(|table| &table.rows)
        .any(|row| current.figure(row.figure).value.value() == Some(0.0))
}
