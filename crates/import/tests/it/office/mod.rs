//! Files as offices send them, from the bytes to the difference that publishing would make: the number of figures read,
//! the number of changed figures, and the issues.
//!
//! Tables are built from the published figures, so that a correct reading changes nothing.

mod headers;
mod joined;
mod marks;
mod merged;
mod names;
mod opendocument;
mod shared_files;
mod tables;
mod texts;
mod workbook_builder;
mod years;

use domain::{
    Snapshot,
    upload::{Choices, Counts, Issue, IssueKind, Reading, Severity},
};
use spreadsheet::Limits;

use crate::shared::{edition, line};

/// The outcome of an upload.
pub(crate) struct Outcome {
    /// Name of the case, for messages.
    name: String,
    pub(crate) reading: Reading,
    /// Figures of the file compared with the edition.
    counts: Counts,
    /// Changed figures in words.
    changes: Vec<String>,
}

/// Uploads a file as an editor who names indicator, year and source and confirms nothing.
pub(crate) fn upload(name: &str, bytes: &[u8], fields: &[(&str, &str)]) -> Outcome {
    let source = ("source", "vcci-pci-2016");
    let choices = Choices::from_pairs(fields.iter().copied().chain([source])).unwrap();
    let reading = match spreadsheet::open(bytes, name, &choices, &Limits::default()) {
        Ok(workbook) => import::read(&workbook, &choices, edition()),
        Err(issues) => Reading {
            issues,
            ..Reading::default()
        },
    };
    let shown = import::preview(edition(), &reading, &choices);
    let changes = shown.difference.changes.iter();
    let changes = changes.map(|change| {
        let describe = |side: &[domain::Claim]| side.iter().map(claim).collect::<Vec<_>>().join(", ");
        format!(
            "{} {} -> {}",
            key(edition(), change.key),
            describe(&change.before),
            describe(&change.after)
        )
    });
    Outcome {
        name: format!("{name} {fields:?}"),
        counts: shown.difference.counts,
        changes: changes.collect(),
        reading,
    }
}

fn claim(claim: &domain::Claim) -> String {
    let value = claim.value.map(|v| format!("{:.*}", usize::from(v.digits), v.value));
    format!(
        "{} rank {:?} tier {:?} {:?}",
        value.unwrap_or_default(),
        claim.rank,
        claim.tier,
        claim.missing
    )
}

fn key(edition: &Snapshot, key: domain::FigureKey) -> String {
    let indicator = edition.catalogue.indicator(key.indicator);
    let component = indicator.components().find(|(id, _)| *id == key.component);
    let component = component.map_or("a new component", |(_, part)| part.slug.as_str());
    let place = match key.place {
        domain::Place::Province(id) => edition.catalogue.provinces.get(id).slug.as_str(),
        _ => "not a province",
    };
    format!("{} {component} {place} {:?}", indicator.slug, key.year)
}

impl Outcome {
    /// Returns the issues of a severity in one line each.
    fn issue_lines(&self, severity: Severity) -> Vec<String> {
        let issues = self.reading.issues.iter();
        issues.filter(|i| i.kind.severity() == severity).map(line).collect()
    }

    /// Returns the kinds of issues of a severity, and the number of each.
    pub(crate) fn kinds(&self, severity: Severity) -> Vec<(IssueKind, usize)> {
        let kinds = IssueKind::ALL.iter().filter(|kind| kind.severity() == severity);
        let counted = kinds.map(|kind| (*kind, self.issues(*kind).len()));
        counted.filter(|(_, count)| *count > 0).collect()
    }

    /// Returns the number of published figures that would be changed or removed.
    pub(crate) fn changed(&self) -> usize {
        self.counts.changed + self.counts.removed
    }

    pub(crate) fn issues(&self, kind: IssueKind) -> Vec<&Issue> {
        self.reading.issues.iter().filter(|i| i.kind == kind).collect()
    }

    /// Returns everything that a failed test needs.
    pub(crate) fn summary(&self) -> String {
        let first = |lines: Vec<String>| lines.into_iter().take(12).collect::<Vec<_>>().join("\n    ");
        format!(
            "{}: {} figures, {:?}\n  errors\n    {}\n  warnings\n    {}\n  notices\n    {}\n  changes\n    {}",
            self.name,
            self.reading.entries.len(),
            self.counts,
            first(self.issue_lines(Severity::Error)),
            first(self.issue_lines(Severity::Warning)),
            first(self.issue_lines(Severity::Notice)),
            first(self.changes.clone()),
        )
    }

    fn is_same(&self, figures: usize) -> bool {
        let without_issues =
            self.issue_lines(Severity::Error).is_empty() && self.issue_lines(Severity::Warning).is_empty();
        let unchanged = self.reading.entries.len() == figures && self.changes.is_empty();
        without_issues && unchanged && self.reading.publishable()
    }

    /// Returns true if the figures read change nothing.
    pub(crate) fn same_figures(&self) -> bool {
        self.changes.is_empty() && self.issue_lines(Severity::Error).is_empty()
    }

    /// Asserts that the file is read completely, changes nothing and asks nothing.
    pub(crate) fn assert_same(&self, figures: usize) -> &Self {
        assert!(
            self.is_same(figures),
            "expected {figures} unchanged figures\n{}",
            self.summary()
        );
        self
    }

    /// Asserts that the file is stopped at exactly these cells, and changes no figure of the edition.
    pub(crate) fn assert_stopped_at(&self, expected: &[(IssueKind, &str)]) -> &Self {
        let issues = self
            .reading
            .issues
            .iter()
            .filter(|i| i.kind.severity() == Severity::Error);
        let found: Vec<(IssueKind, String)> = issues.map(|i| (i.kind, i.at.name())).collect();
        let found: Vec<(IssueKind, &str)> = found.iter().map(|(kind, at)| (*kind, at.as_str())).collect();
        assert!(
            found == expected && self.changes.is_empty(),
            "expected {expected:?}\n{}",
            self.summary()
        );
        self
    }
}

/// The name of a file, its bytes, the editor's choices, and the number of figures.
pub(crate) type Upload<'a> = (&'a str, Vec<u8>, &'a [(&'a str, &'a str)], usize);

/// Asserts that all uploads are read completely, change nothing and ask nothing.
pub(crate) fn assert_all_same(uploads: &[Upload<'_>]) {
    let wrong: Vec<String> = uploads
        .iter()
        .map(|(name, bytes, fields, figures)| (upload(name, bytes, fields), *figures))
        .filter(|(outcome, figures)| !outcome.is_same(*figures))
        .map(|(outcome, figures)| format!("expected {figures} unchanged figures\n{}", outcome.summary()))
        .collect();
    assert!(
        wrong.is_empty(),
        "{} of {} are wrong\n{}",
        wrong.len(),
        uploads.len(),
        wrong.join("\n\n")
    );
}
