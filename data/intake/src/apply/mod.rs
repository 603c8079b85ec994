//! What an upload makes of the figures, and of the files that hold them.

use std::sync::Arc;

use domain::{
    Catalogue, Figure, Snapshot,
    upload::{Choices, Counts, Difference, Mode, Reading},
};

use crate::DataFiles;

/// The figures as they would be.
#[derive(Clone, Debug)]
pub struct Merged {
    /// The catalogue, with the new source where there is one.
    pub catalogue: Arc<Catalogue>,
    /// All figures, in the order in which they are loaded from the files.
    pub figures: Vec<Figure>,
    /// Figures of the file that were left out for those that are there (mode "add").
    pub kept: usize,
}

/// The state that publishing would make.
#[derive(Clone, Debug)]
pub struct Preview {
    /// The state; its edition is the current one's.
    pub snapshot: Arc<Snapshot>,
    /// How it differs from the current one.
    pub difference: Difference,
}

/// Why an upload cannot be written into the data files.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ApplyError {
    /// The reading has errors, or no figures.
    #[error("the reading has errors or no figures")]
    NotPublishable,
    /// Some figures name no source, and none was chosen.
    #[error("some figures have no source")]
    NoSource,
    /// The source that was chosen is not in the catalogue.
    #[error("no source is called `{0}`")]
    UnknownSource(String),
    /// A data file is not as the program writes it.
    #[error("{file}: {what}")]
    BrokenFile {
        /// Path from the data folder.
        file: String,
        /// What is wrong with it.
        what: String,
    },
}

/// The figures as they would be after publishing the reading under [`Choices::mode`].
#[must_use]
pub fn merge(current: &Snapshot, reading: &Reading, choices: &Choices) -> Merged {
    let _ = (reading, choices);
    Merged {
        catalogue: Arc::clone(&current.catalogue),
        figures: current.figures.clone(),
        kept: 0,
    }
}

/// The state that publishing would make, and how it differs from the current one.
#[must_use]
pub fn preview(current: &Snapshot, reading: &Reading, choices: &Choices) -> Preview {
    let merged = merge(current, reading, choices);
    let snapshot = Snapshot::new(current.edition.clone(), merged.catalogue, merged.figures);
    Preview {
        difference: crate::difference(current, &snapshot),
        snapshot: Arc::new(snapshot),
    }
}

/// How many figures each mode would add, change, remove, leave and keep.
#[must_use]
pub fn preview_counts(current: &Snapshot, reading: &Reading, choices: &Choices) -> [(Mode, Counts); 4] {
    let _ = (current, reading, choices);
    Mode::ALL.map(|mode| (mode, Counts::default()))
}

/// The data files that change when the reading is published, whole. `files` are those of
/// the current edition, `origin` names the upload in the rows that it adds (such as the
/// file's name); the loaded result has exactly the figures that [`preview`] shows.
///
/// # Errors
/// When the reading is not publishable, a source is missing, or the files are broken.
pub fn apply(
    files: &DataFiles,
    reading: &Reading,
    choices: &Choices,
    current: &Snapshot,
    origin: &str,
) -> Result<DataFiles, ApplyError> {
    let _ = (files, reading, choices, current, origin);
    Ok(DataFiles::new())
}
