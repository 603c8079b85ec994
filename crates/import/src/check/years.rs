//! Whether the catalogue knows the years, and the components in them.

use std::collections::{BTreeSet, HashSet};

use domain::{
    Snapshot,
    upload::{Arg, IssueKind, Reading},
};

use super::findings::Findings;

/// Years without a method block; entries of components that did not exist are not read.
pub(super) fn check(reading: &mut Reading, current: &Snapshot, findings: &mut Findings) {
    let catalogue = &current.catalogue;
    let mut told = HashSet::new();
    let mut stays = vec![true; reading.entries.len()];
    for (entry, stays) in reading.entries.iter().zip(&mut stays) {
        let Some(year) = entry.key.year else { continue };
        let indicator = catalogue.indicator(entry.key.indicator);
        // A method that is being answered again is no better than none while the answer cannot be used.
        let answered = !reading.questions.problems.iter().any(|(open, _)| *open == year);
        if (indicator.method(year).is_none() || !answered) && told.insert((entry.key.indicator, None, year)) {
            let args = vec![Arg::Both(indicator.short.clone()), Arg::Year(year)];
            findings.add(IssueKind::NoMethod, entry.at, &year.to_string(), args);
        }
        let component = indicator.component(entry.key.component);
        if !component.exists_in(year) {
            *stays = false;
            if told.insert((entry.key.indicator, Some(entry.key.component), year)) {
                let args = vec![Arg::Both(component.name.clone()), Arg::Year(year)];
                findings.add(IssueKind::ComponentNotInYear, entry.at, &component.name.vi, args);
            }
        }
    }
    if stays.contains(&false) {
        let mut stays = stays.into_iter();
        reading.entries.retain(|_| stays.next().unwrap_or(true));
        let years: BTreeSet<i32> = reading.entries.iter().filter_map(|entry| entry.key.year).collect();
        reading.years = years.into_iter().collect();
    }
}
