//! No figure without a source.

use domain::{
    Snapshot,
    upload::{Choices, IssueKind, Reading, SourceChoice},
};

use super::findings::{Findings, sheet_of};
use crate::apply::sources::{Own, named, own_source};

/// One issue for the file, unless every row names a source of the catalogue.
pub(super) fn check(reading: &Reading, choices: &Choices, current: &Snapshot, findings: &mut Findings) {
    let needed = reading.entries.iter().any(|entry| !named(&current.catalogue, entry));
    if needed && let Own::Unnamed(..) = own_source(&current.catalogue, choices) {
        let found = match &choices.source {
            None => "",
            Some(SourceChoice::Known(name)) => name,
            Some(SourceChoice::New(new)) if new.title.trim().is_empty() => "",
            // The title is there: it is the address that cannot be linked to.
            Some(SourceChoice::New(new)) => &new.url,
        };
        findings.add_to_sheet(IssueKind::NoSource, sheet_of(&reading.entries), found, Vec::new());
    }
}
