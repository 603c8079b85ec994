//! From the data files that the program brings to the edition that readers see first.

use std::{
    collections::BTreeMap,
    io,
    path::{Path, PathBuf},
    sync::Arc,
    time::Instant,
};

use dataset::{Files, LoadError, Loaded};
use domain::{Edition, NotADate, Snapshot, Text};
use sha2::{Digest, Sha256};
use store::{Actor, Conflict, EditionKind, NewEdition, Note, Store, StoreError};

use super::edition_loader::{self, ShowError};
use crate::telemetry::milliseconds;

/// The edition that ships with the program.
pub const BUNDLED_EDITION: BundledEdition = BundledEdition {
    number: 1,
    published: "2026-11-29",
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
        return Ok(super::embedded::data());
    };
    // Before reading: a slip such as `/` must not pull a whole disk into memory.
    for missing in ["catalogue", "bundled"] {
        if !folder.join(missing).is_dir() {
            let folder = folder.to_owned();
            return Err(DataError::NotADataFolder { folder, missing });
        }
    }
    let mut files = Files::default();
    for part in ["catalogue", "bundled"] {
        let read = Files::from_folder(&folder.join(part)).map_err(|source| DataError::Unreadable {
            folder: folder.to_owned(),
            source,
        })?;
        // What else lies there, such as a README, is no part of an edition.
        for (path, bytes) in read.iter().filter(|(path, _)| is_data(path)) {
            files.insert(format!("{part}/{path}"), bytes.to_vec());
        }
    }
    Ok(files)
}

/// The same endings as those of the files inside the program.
fn is_data(path: &str) -> bool {
    [".toml", ".csv"].iter().any(|ending| path.ends_with(ending))
}

/// Reads and checks the data files.
///
/// # Errors
/// See [`DataError`].
pub fn load(folder: Option<&Path>) -> Result<Loaded, DataError> {
    Ok(dataset::load(&files(folder)?)?)
}

/// Why the program has nothing to show.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The data files that the program brings are of no use.
    #[error(transparent)]
    Data(#[from] DataError),
    /// The store does not work.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The newest edition cannot be shown.
    #[error(transparent)]
    Show(#[from] ShowError),
}

/// The newest edition of the store. An empty store gets the data files that the program brings as its
/// first edition. A program that brings other figures than before publishes those, as long as no
/// person has published anything: what people decided is theirs.
///
/// # Errors
/// See [`StartError`].
pub async fn newest(store: &Store, folder: Option<&Path>) -> Result<Snapshot, StartError> {
    let folder = folder.map(Path::to_owned);
    let brought = away(move || Ok(Brought::new(files(folder.as_deref())?))).await?;
    let mut loaded = None;
    // Each round that ends without an edition ended because another process has published one.
    for _ in 0..5 {
        let editions = store.editions().await?;
        if let Some(newest) = editions.first() {
            match brought.compared_with(store, &editions).await? {
                // What was read just now need not be read from the store once more.
                Compared::Same => {
                    let (files, newest) = (Arc::clone(&brought.files), newest.clone());
                    return away(move || Ok(edition_loader::snapshot(&newest, &files)?)).await;
                }
                Compared::Earlier => return Ok(edition_loader::load(store, newest.number).await?),
                Compared::New => {}
            }
        }
        let known = match loaded.take() {
            Some(known) => known,
            None => brought.load().await?,
        };
        let newest = editions.first().map_or(0, |e| e.number);
        match store.publish(brought.edition(newest, &known)).await {
            Ok(published) => {
                let number = published.edition.number;
                tracing::info!(edition.number = number, "published the figures that the program brings");
                return away(move || Ok(edition_loader::snapshot_of(&published.edition, known)?)).await;
            }
            Err(StoreError::Conflict(Conflict::Edition { .. })) => loaded = Some(known),
            Err(StoreError::ReadOnly) if newest > 0 => {
                tracing::warn!("the program brings other figures, but the store can only be read");
                return Ok(edition_loader::load(store, newest).await?);
            }
            Err(error) => return Err(error.into()),
        }
    }
    Err(StoreError::Busy.into())
}

/// Works away from the threads that answer readers.
async fn away<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, StartError> + Send + 'static,
) -> Result<T, StartError> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|_| ShowError::BrokenOff)?
}

/// The data files that the program brings, or those of `--data-files`.
struct Brought {
    files: Arc<Files>,
    /// Paths and SHA-256, as the store lists them.
    manifest: BTreeMap<String, String>,
}

/// What the files that the program brings are to the store.
enum Compared {
    /// Those of the newest edition.
    Same,
    /// Those of an earlier edition, or others have published since: theirs stay.
    Earlier,
    /// They are to become an edition.
    New,
}

impl Brought {
    fn new(files: Files) -> Self {
        let hash = |bytes: &[u8]| Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect();
        let manifest = files.iter().map(|(path, bytes)| (path.to_owned(), hash(bytes)));
        Self {
            manifest: manifest.collect(),
            files: Arc::new(files),
        }
    }

    async fn load(&self) -> Result<Loaded, StartError> {
        let files = Arc::clone(&self.files);
        away(move || Ok(dataset::load(&files).map_err(DataError::from)?)).await
    }

    /// Whether these files should become an edition: only programs have published so far, and never
    /// these files. An older program that is started once more does not undo a newer one.
    async fn compared_with(&self, store: &Store, editions: &[store::Edition]) -> Result<Compared, StoreError> {
        let newest = editions.first().map_or(0, |e| e.number);
        if store.manifest(newest).await? == self.manifest {
            return Ok(Compared::Same);
        }
        if let Some(own) = editions.iter().find(|e| e.kind != EditionKind::Program) {
            tracing::info!(
                edition.number = own.number,
                "the program brings other figures than the newest edition; people have published, so theirs stay"
            );
            return Ok(Compared::Earlier);
        }
        for earlier in editions.iter().skip(1) {
            if store.manifest(earlier.number).await? == self.manifest {
                tracing::warn!(
                    edition.number = earlier.number,
                    "this program brings figures that newer ones have replaced; the newer ones stay"
                );
                return Ok(Compared::Earlier);
            }
        }
        Ok(Compared::New)
    }

    fn edition(&self, base: u32, loaded: &Loaded) -> NewEdition {
        let files = self.files.iter();
        let summary = if base == 0 {
            format!("{{\"published\":\"{}\"}}", BUNDLED_EDITION.published)
        } else {
            String::new()
        };
        NewEdition {
            base,
            files: files.map(|(path, bytes)| (path.to_owned(), bytes.to_vec())).collect(),
            kind: EditionKind::Program,
            author: Actor::program("thuocdo"),
            note: Note {
                vi: BUNDLED_EDITION.vi.to_owned(),
                en: BUNDLED_EDITION.en.to_owned(),
            },
            upload: None,
            draft: None,
            rows: u64::try_from(loaded.rows).unwrap_or(u64::MAX),
            method: None,
            summary,
        }
    }
}

/// Reads the data files and computes the first edition, without a store.
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
    let (figures, rows) = (loaded.figures.len(), loaded.rows);
    let snapshot = loaded.snapshot(edition)?;
    tracing::info!(
        edition.number = BUNDLED_EDITION.number,
        edition.figures = figures,
        edition.rows = rows,
        duration_ms = milliseconds(started.elapsed()),
        "figures loaded"
    );
    Ok(snapshot)
}
