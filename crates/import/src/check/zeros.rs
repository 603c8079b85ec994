//! Zeros where nothing was ever zero: formulas that a program stored without computing them, a blank
//! that went through a sum.

use domain::{
    Kind, Snapshot,
    upload::{Arg, IssueKind, Reading},
};

use super::{
    columns::Whole,
    findings::{Findings, place_name, shown},
    numbers::count,
};

/// With fewer values a column of zeros may be what a source says of a few provinces.
const FEWEST: usize = 5;

/// Returns true when the column is refused as a whole.
///
/// A component that has been zero before may be zero again. Else half of the values or more being zero
/// cannot be right: no reason makes it so, and the column has to be left out or corrected. Single zeros
/// need a reason.
pub(super) fn check(reading: &Reading, whole: &Whole<'_>, current: &Snapshot, findings: &mut Findings) -> bool {
    let values = &whole.column.values;
    let zeros = values.values().filter(|value| **value == 0.0).count();
    if zeros == 0 || ever_zero(whole, current) {
        return false;
    }
    let known = !whole.history.columns.is_empty();
    // A new count may begin with zeros everywhere: that its values are all the same is said elsewhere.
    if whole.indicator.kind != Kind::Score && !known {
        return false;
    }
    if values.len() >= FEWEST && zeros * 2 >= values.len() {
        let args = vec![
            whole.name(),
            Arg::Number(count(zeros), 0),
            Arg::Number(count(values.len()), 0),
        ];
        findings.add(IssueKind::ZeroColumn, whole.at, "0", args);
        return true;
    }
    for at in &whole.entries {
        let entry = &reading.entries[*at];
        // A zero over parts that are not zero is said to be one already.
        let zero = entry.claim.value.is_some_and(|value| value.value == 0.0);
        if zero && !findings.has(&[IssueKind::ZeroTotal], entry.at) {
            let args = vec![place_name(current, &entry.key), whole.name()];
            findings.add(IssueKind::ZeroValue, entry.at, &shown(&entry.claim), args);
        }
    }
    false
}

/// True when the edition has a zero of this component in any year.
fn ever_zero(whole: &Whole<'_>, current: &Snapshot) -> bool {
    let tables = current.tables(whole.table.key.indicator, whole.table.key.component);
    tables
        .flat_map(|table| &table.rows)
        .any(|row| current.figure(row.figure).value.value() == Some(0.0))
}
