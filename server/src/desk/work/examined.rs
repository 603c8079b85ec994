//! Everything that follows from a file, the choices and the newest edition.

use std::sync::Arc;

use domain::{
    Catalogue, Snapshot,
    upload::{Choices, Counts, Difference, Mode, Reading, Severity},
};
use intake::Preview;
use sheets::Limits;

/// What was understood of a file and what would change.
#[derive(Debug)]
pub(crate) struct Examined {
    /// The edition that it is compared with.
    pub(crate) current: Arc<Snapshot>,
    /// What was understood.
    pub(crate) reading: Reading,
    /// What would be.
    pub(crate) preview: Preview,
    /// What each mode would do.
    pub(crate) modes: [(Mode, Counts); 4],
}

impl Examined {
    /// The catalogue as it would be.
    #[must_use]
    pub(crate) fn catalogue(&self) -> &Catalogue {
        &self.preview.snapshot.catalogue
    }

    /// How many issues block publishing.
    #[must_use]
    pub(crate) fn errors(&self) -> usize {
        let blocks = |i: &&domain::upload::Issue| i.kind.severity() == Severity::Error;
        self.reading.issues.iter().filter(blocks).count()
    }

    /// About how much it takes in memory, in figures.
    pub(super) fn weight(&self) -> usize {
        self.reading.entries.len() + self.reading.issues.len() + self.preview.difference.changes.len()
    }
}

/// Understands a file and compares it with the newest edition. Takes up to seconds.
#[must_use]
pub(crate) fn examine(
    bytes: &[u8],
    name: &str,
    choices: &Choices,
    limits: &Limits,
    current: &Arc<Snapshot>,
) -> Examined {
    let reading = match sheets::open(bytes, name, choices, limits) {
        Ok(workbook) => intake::read(&workbook, choices, current),
        Err(issues) => Reading {
            issues,
            ..Reading::default()
        },
    };
    let current = Arc::clone(current);
    if reading.entries.is_empty() {
        // Without figures there still may be an answer, which names of components depend on.
        let catalogue = intake::catalogue_after(&current.catalogue, &reading);
        let snapshot = if Arc::ptr_eq(&catalogue, &current.catalogue) {
            Arc::clone(&current)
        } else {
            Arc::new(current.with_catalogue(catalogue))
        };
        return Examined {
            preview: Preview {
                snapshot,
                difference: Difference::default(),
            },
            modes: Mode::ALL.map(|mode| (mode, Counts::default())),
            current,
            reading,
        };
    }
    Examined {
        preview: intake::preview(&current, &reading, choices),
        modes: intake::preview_counts(&current, &reading, choices),
        current,
        reading,
    }
}
