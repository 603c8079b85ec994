//! Checks a reading against the catalogue and the current edition.

mod absent;
mod columns;
mod digits;
mod duplicates;
mod exchanged;
mod expected;
mod findings;
mod history;
mod jumps;
mod levels;
mod moved;
mod numbers;
mod orders;
mod published;
mod ranks;
mod same;
mod source;
mod stale;
mod sums;
mod swapped;
mod tables;
mod totals;
mod values;
mod years;
mod zeros;

use domain::{
    Snapshot,
    upload::{Choices, IssueKind, Reading},
};

use findings::Findings;
use history::Histories;
use tables::Tables;

/// Checks the entries of a reading and adds the results to it: issues, the absent provinces, and an entry without a
/// value for each province whose absence has a reason.
///
/// Entries that cannot be figures (of a component that did not exist that year) and mere repetitions are removed, with
/// an issue each.
pub fn check(reading: &mut Reading, choices: &Choices, current: &Snapshot) {
    let mut findings = Findings::new(reading);
    years::check(reading, current, &mut findings);
    values::check(reading, current, &mut findings);
    duplicates::check(reading, current, &mut findings);
    let tables = Tables::of(reading);
    ranks::check(reading, &tables, current, &mut findings);
    let mut sums = sums::check(reading, current, &mut findings);
    totals::check(reading, &tables, current, &mut sums, &mut findings);
    let histories = Histories::new(current);
    columns::check(reading, &tables, current, &histories, &sums.confirmed, &mut findings);
    jumps::check(reading, &tables, current, &mut findings);
    stale::check(reading, &tables, current, &mut findings);
    absent::check(reading, &tables, choices, current, &mut findings);
    source::check(reading, choices, current, &mut findings);
    if reading.entries.is_empty() && !findings.blocked(reading) {
        // A file without figures is not published, and there must be an issue that explains why.
        findings.add_to_sheet(IssueKind::NoTable, 0, "", Vec::new());
    }
    findings.merge_into(reading);
}
