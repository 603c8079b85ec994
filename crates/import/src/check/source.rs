//! Checks that every figure has a source.

use domain::{
    Snapshot,
    upload::{Choices, IssueKind, Reading, SourceChoice},
};

use super::findings::{Findings, sheet_of};
use crate::apply::sources::{FileSource, named, own_source};

/// Adds one issue for the file, unless every row names a source of the catalogue.
pub(super) fn check(reading: &Reading, choices: &Choices, current: &Snapshot, findings: &mut Findings) {
    let needed = reading.entries.iter().any(|entry| !named(&current.catalogue, entry));
    if needed && let FileSource::Unnamed(..) = own_source(&current.catalogue, choices) {
        let found = match &choices.source {
            None => "",
            Some(SourceChoice::Known(name)) => name,
            Some(SourceChoice::New(new)) if new.title.trim().is_empty() => "",
            // There is a title: it is the address that cannot be linked to.
            Some(SourceChoice::New(new)) => &new.url,
        };
        findings.add_to_sheet(IssueKind::NoSource, sheet_of(&reading.entries), found, Vec::new());
    }
}
