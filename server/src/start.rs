//! From the data files to the first edition.

use std::{
    io,
    path::{Path, PathBuf},
    time::Instant,
};

use domain::{Edition, NotADate, Snapshot, Text};
use figures::{Files, LoadError, Loaded};

use crate::observe::milliseconds;

/// The edition that ships with the program.
pub const BUNDLED_EDITION: BundledEdition = BundledEdition {
    number: 1,
    published: "2026-11-21",
    vi: "Số liệu đã công bố, đi kèm phần mềm",
    en: "Published figures that ship with the program",
};

/// What an edition says about itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BundledEdition {
    /// Number, from 1.
    pub number: u32,
    /// Day of publication.
    pub published: &'static str,
    /// What it holds, in Vietnamese.
    pub vi: &'static str,
    /// The same in English.
    pub en: &'static str,
}

/// Why the figures cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum DataError {
    /// The folder lacks one of the two folders that it must have.
    #[error(
        "`{}` has no folder `{missing}`: the data files are a folder with `catalogue` and `bundled` in it",
        folder.display()
    )]
    NotADataFolder {
        /// The folder that was given.
        folder: PathBuf,
        /// What is not there.
        missing: &'static str,
    },
    /// A file or folder cannot be read.
    #[error("cannot read the data files in `{}`: {source}", folder.display())]
    Unreadable {
        /// The folder that was given.
        folder: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The files are wrong; each problem with its place.
    #[error(transparent)]
    Wrong(#[from] LoadError),
    /// The day of the edition is none.
    #[error("the edition's day of publication: {0}")]
    Edition(#[from] NotADate),
}

/// The data files: those in the folder, or those inside the program.
///
/// # Errors
/// When the folder is not one of data files or cannot be read.
pub fn files(folder: Option<&Path>) -> Result<Files, DataError> {
    let Some(folder) = folder else {
        return Ok(crate::embedded::data());
    };
    // Before reading: a slip such as `/` must not pull a whole disk into memory.
    for missing in ["catalogue", "bundled"] {
        if !folder.join(missing).is_dir() {
            let folder = folder.to_owned();
            return Err(DataError::NotADataFolder { folder, missing });
        }
    }
    Files::from_folder(folder).map_err(|source| DataError::Unreadable {
        folder: folder.to_owned(),
        source,
    })
}

/// Reads and checks the data files.
///
/// # Errors
/// See [`DataError`].
pub fn load(folder: Option<&Path>) -> Result<Loaded, DataError> {
    Ok(figures::load(&files(folder)?)?)
}

/// Reads the data files and works out the first edition.
///
/// # Errors
/// See [`DataError`].
pub fn first_edition(folder: Option<&Path>) -> Result<Snapshot, DataError> {
    let started = Instant::now();
    let loaded = load(folder)?;
    let edition = Edition {
        number: BUNDLED_EDITION.number,
        published: BUNDLED_EDITION.published.parse()?,
        note: Text::new(BUNDLED_EDITION.vi, BUNDLED_EDITION.en),
        rows: loaded.rows,
    };
    let figures = loaded.figures.len();
    let snapshot = Snapshot::new(edition, loaded.catalogue, loaded.figures);
    tracing::info!(
        edition.number = BUNDLED_EDITION.number,
        edition.figures = figures,
        edition.rows = loaded.rows,
        duration_ms = milliseconds(started.elapsed()),
        "figures loaded"
    );
    Ok(snapshot)
}
