//! Checks whether the catalogue knows the years, and the components in them.

use std::collections::{BTreeSet, HashSet};

use domain::{
    Snapshot,
    upload::{Arg, IssueKind, Reading},
};

use super::findings::Findings;

/// Reports years without a method; removes entries of components that did not exist.
pub(super) fn check(reading: &mut Reading, current: &Snapshot, findings: &mut Findings) {
    let catalogue = &current.catalogue;
    let mut reported = HashSet::new();
    let mut retained = vec![true; reading.entries.len()];
    for (entry, retained) in reading.entries.iter().zip(&mut retained) {
        let Some(year) = entry.key.year else { continue };
        let indicator = catalogue.indicator(entry.key.indicator);
        // While a new answer about a method is unusable, the method counts as unknown.
        let answered = !reading.questions.problems.iter().any(|(open, _)| *open == year);
        if (indicator.method(year).is_none() || !answered) && reported.insert((entry.key.indicator, None, year)) {
            let args = vec![Arg::Both(indicator.short.clone()), Arg::Year(year)];
            findings.add(IssueKind::NoMethod, entry.at, &year.to_string(), args);
        }
        let component = indicator.component(entry.key.component);
        if !component.exists_in(year) {
            *retained = false;
            if reported.insert((entry.key.indicator, Some(entry.key.component), year)) {
                let args = vec![Arg::Both(component.name.clone()), Arg::Year(year)];
                findings.add(IssueKind::ComponentNotInYear, entry.at, &component.name.vi, args);
            }
        }
    }
    if retained.contains(&false) {
        let mut retained = retained.into_iter();
        reading.entries.retain(|_| retained.next().unwrap_or(true));
        let years: BTreeSet<i32> = reading.entries.iter().filter_map(|entry| entry.key.year).collect();
        reading.years = years.into_iter().collect();
    }
}
