//! Everything that follows from a file, the choices and the newest edition.

use std::sync::Arc;

use domain::{
    Catalogue, Snapshot,
    upload::{Choices, Counts, Difference, Issue, IssueKind, Mode, Reading, Severity, Survey},
};
use import::{Preview, TimeLimit};
use spreadsheet::{Limits, Workbook};

use super::job::Job;
use crate::services::reader::{Failure, Reader};

/// What was understood of a file and what would change.
#[derive(Debug)]
pub(crate) struct ImportPreview {
    /// The edition that it is compared with.
    pub(crate) current: Arc<Snapshot>,
    /// What was understood.
    pub(crate) reading: Reading,
    /// What would be.
    pub(crate) preview: Preview,
    /// What each mode would do.
    pub(crate) modes: [(Mode, Counts); 4],
}

impl ImportPreview {
    /// The catalogue as it would be.
    #[must_use]
    pub(crate) fn catalogue(&self) -> &Catalogue {
        &self.preview.snapshot.catalogue
    }

    /// How many issues block publishing.
    #[must_use]
    pub(crate) fn errors(&self) -> usize {
        let blocks = |i: &&Issue| i.kind.severity() == Severity::Error;
        self.reading.issues.iter().filter(blocks).count()
    }

    /// Whether reading it ran into a limit: on a machine with less to do it may not.
    #[must_use]
    pub(super) fn limited(&self) -> bool {
        let limited = [IssueKind::ReadingTime, IssueKind::ReadingMemory, IssueKind::ReaderEnded];
        self.reading.issues.iter().any(|issue| limited.contains(&issue.kind))
    }

    /// About how much it takes in memory, in figures.
    pub(super) fn weight(&self) -> usize {
        self.reading.entries.len() + self.reading.issues.len() + self.preview.difference.changes.len()
    }
}

/// A file that was opened, or what keeps it from being opened.
pub(super) type Opened = Result<Arc<Workbook>, Vec<Issue>>;

/// Opens a file. One that runs into a limit is one that cannot be opened, and says which.
///
/// # Errors
/// If it is no longer needed, or the process that reads files does not start.
pub(super) fn open(
    reader: &Reader,
    bytes: Vec<u8>,
    job: &Job,
    limits: &Limits,
    until: &TimeLimit,
) -> Result<Opened, Failure> {
    match reader.open((bytes, &job.name), &job.choices, limits, until) {
        Ok(opened) => Ok(opened.map(Arc::new)),
        Err(Failure::File(issue)) => Ok(Err(vec![issue])),
        Err(other) => Err(other),
    }
}

/// Understands a file that was opened and compares it with the newest edition. Takes up to seconds.
///
/// # Errors
/// When it is no longer needed.
pub(super) fn examine(
    reader: &Reader,
    opened: Opened,
    job: &Job,
    current: &Arc<Snapshot>,
    until: &TimeLimit,
) -> Result<ImportPreview, Failure> {
    let read = || match opened {
        Ok(workbook) => import::read(&workbook, &job.choices, current),
        Err(issues) => unreadable(issues),
    };
    let examined = import::within(until, || compared(read(), &job.choices, current));
    match examined.map_err(|stopped| reader.stopped(stopped)) {
        Err(Failure::File(issue)) => Ok(compared(unreadable(vec![issue]), &job.choices, current)),
        other => other,
    }
}

/// The drafts that a file makes, with the choices that hold for the whole file.
///
/// # Errors
/// When it is no longer needed.
pub(super) fn survey(
    reader: &Reader,
    opened: &mut Opened,
    job: &Job,
    current: &Snapshot,
    until: &TimeLimit,
) -> Result<Survey, Failure> {
    let one = || Survey {
        tables: Vec::new(),
        drafts: vec![job.choices.clone()],
    };
    let Ok(workbook) = opened else {
        return Ok(one());
    };
    let found = import::within(until, || import::survey(workbook, &job.name, &job.choices, current));
    match found.map_err(|stopped| reader.stopped(stopped)) {
        Ok(survey) => Ok(survey),
        Err(Failure::File(issue)) => {
            *opened = Err(vec![issue]);
            Ok(one())
        }
        Err(other) => Err(other),
    }
}

fn unreadable(issues: Vec<Issue>) -> Reading {
    Reading {
        issues,
        ..Reading::default()
    }
}

fn compared(reading: Reading, choices: &Choices, current: &Arc<Snapshot>) -> ImportPreview {
    let current = Arc::clone(current);
    if reading.entries.is_empty() {
        // Without figures there still may be an answer, which names of components depend on.
        let catalogue = import::catalogue_after(&current.catalogue, &reading);
        let snapshot = if Arc::ptr_eq(&catalogue, &current.catalogue) {
            Arc::clone(&current)
        } else {
            Arc::new(current.with_catalogue(catalogue))
        };
        return ImportPreview {
            preview: Preview {
                snapshot,
                difference: Difference::default(),
            },
            modes: Mode::ALL.map(|mode| (mode, Counts::default())),
            current,
            reading,
        };
    }
    ImportPreview {
        preview: import::preview(&current, &reading, choices),
        modes: import::preview_counts(&current, &reading, choices),
        current,
        reading,
    }
}
