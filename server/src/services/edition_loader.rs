//! Brings editions from the store into the memory from which readers are served.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use app::Backend;
use dataset::{Files, LoadError, Loaded};
use domain::{Date, EditionNews, Moment, Snapshot, Text};
use store::{Edition, EditionKind, Store, StoreError};
use tokio::sync::Semaphore;

use crate::{Program, telemetry::milliseconds};

/// Requests that may wait for older editions; further ones are asked to retry.
const WAITING: usize = 16;
/// Pauses between tries to show an edition that is published but could not be loaded.
const PAUSES: [Duration; 4] = [
    Duration::from_millis(500),
    Duration::from_secs(2),
    Duration::from_secs(5),
    Duration::from_secs(15),
];

/// Why an edition that exists cannot be shown.
#[derive(Debug, thiserror::Error)]
pub enum ShowError {
    /// It cannot be read from the store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Its files are not what this version of the program understands.
    #[error("the files of edition {number}: {problems}")]
    Files {
        /// Number of the edition.
        number: u32,
        /// What is wrong.
        problems: LoadError,
    },
    /// The work was broken off.
    #[error("loading an edition was broken off")]
    BrokenOff,
}

/// The editions of the store, and the cache in memory.
#[derive(Clone)]
pub struct EditionLoader {
    store: Store,
    program: Arc<Program>,
    /// One at a time: of two that load the newest edition, the second finds it there.
    newest: Arc<Semaphore>,
    /// One at a time, and with rests: readers of the newest edition must not feel it.
    older: Arc<Semaphore>,
    waiting: Arc<Semaphore>,
}

impl EditionLoader {
    /// Joins the two. What is in memory must be an edition of this store.
    #[must_use]
    pub fn new(store: Store, program: Arc<Program>) -> Self {
        Self {
            store,
            program,
            newest: Arc::new(Semaphore::new(1)),
            older: Arc::new(Semaphore::new(1)),
            waiting: Arc::new(Semaphore::new(WAITING)),
        }
    }

    /// Puts the newest edition of the store in memory, if it is not there yet, and gives its number.
    /// Whoever publishes calls this, so that the next page shows what was published.
    ///
    /// # Errors
    /// See [`ShowError`]; readers keep the edition that they have.
    pub async fn refresh(&self) -> Result<u32, ShowError> {
        let _turn = self.newest.acquire().await.map_err(|_| ShowError::BrokenOff)?;
        let newest = self.store.newest_number().await?;
        if newest <= self.program.newest() {
            return Ok(newest);
        }
        let started = Instant::now();
        let snapshot = load(&self.store, newest).await?;
        self.program.editions().replace_newest(snapshot);
        tracing::info!(
            edition.number = newest,
            duration_ms = milliseconds(started.elapsed()),
            "readers see a new edition"
        );
        Ok(newest)
    }

    /// The edition with this number, loaded when it is not in memory. Nothing when there is none,
    /// which is known without asking the store: editions are numbered without gaps.
    ///
    /// # Errors
    /// See [`ShowError`]; [`StoreError::Busy`] when many others wait already.
    pub async fn edition(&self, number: u32) -> Result<Option<Arc<Snapshot>>, ShowError> {
        if number == 0 || number > self.program.newest() {
            return Ok(None);
        }
        if let Some(found) = self.program.snapshot(Some(number)) {
            return Ok(Some(found));
        }
        let _place = self.waiting.try_acquire().map_err(|_| StoreError::Busy)?;
        let turn = Arc::clone(&self.older).acquire_owned().await;
        let turn = turn.map_err(|_| ShowError::BrokenOff)?;
        if let Some(found) = self.program.snapshot(Some(number)) {
            return Ok(Some(found));
        }
        let started = Instant::now();
        let snapshot = load(&self.store, number).await?;
        let found = self.program.editions().insert_older(snapshot);
        let took = started.elapsed();
        tracing::info!(
            edition.number = number,
            duration_ms = milliseconds(took),
            "loaded an older edition"
        );
        tokio::spawn(async move {
            tokio::time::sleep(took).await;
            drop(turn);
        });
        Ok(Some(found))
    }

    /// Looks up what editions changed, as far back as feeds tell. Each is looked at once, one after the other
    /// and beside the cache, so that editions which are being read stay there.
    ///
    /// # Errors
    /// See [`ShowError`]; [`StoreError::Busy`] when many others wait already. An edition whose files this
    /// version does not understand is no error: nothing is told of it.
    pub async fn news(&self) -> Result<(), ShowError> {
        if self.program.without_news().is_empty() {
            return Ok(());
        }
        let _place = self.waiting.try_acquire().map_err(|_| StoreError::Busy)?;
        let _turn = self.older.acquire().await.map_err(|_| ShowError::BrokenOff)?;
        let mut last: Option<Arc<Snapshot>> = None;
        for number in self.program.without_news() {
            let known = last.take().filter(|snapshot| snapshot.edition.number == number);
            let Some(new) = self.beside(number, known).await? else {
                self.program.remember(number, None);
                continue;
            };
            let before = if number > 1 {
                self.beside(number - 1, None).await?
            } else {
                None
            };
            last.clone_from(&before);
            let jobs = move || EditionNews::of(&new, before.as_deref());
            let news = tokio::task::spawn_blocking(jobs).await;
            self.program
                .remember(number, Some(news.map_err(|_| ShowError::BrokenOff)?));
        }
        Ok(())
    }

    /// Looks up what editions changed, for pages that tell of corrections. Without it they tell of none.
    async fn tell(&self, newest: u32) {
        // The first edition corrects nothing.
        if newest > 1
            && let Err(error) = self.news().await
        {
            tracing::warn!(%error, "pages cannot tell of corrections yet");
        }
    }

    /// An edition from memory or from the store; `None` if its files cannot be read.
    async fn beside(&self, number: u32, known: Option<Arc<Snapshot>>) -> Result<Option<Arc<Snapshot>>, ShowError> {
        if let Some(found) = known.or_else(|| self.program.snapshot(Some(number))) {
            return Ok(Some(found));
        }
        match load(&self.store, number).await {
            Ok(snapshot) => Ok(Some(Arc::new(snapshot))),
            Err(ShowError::Files { number, problems }) => {
                tracing::warn!(edition.number = number, %problems, "feeds cannot tell of an edition");
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }

    /// Shows each edition that is published, whichever process publishes it, until the store is gone.
    pub async fn follow(self) {
        let mut numbers = self.store.follow();
        let mut failures = 0;
        loop {
            match self.refresh().await {
                Ok(newest) => {
                    failures = 0;
                    self.tell(newest).await;
                }
                Err(error) => {
                    tracing::error!(%error, "the newest edition cannot be shown yet");
                    let pause = PAUSES[failures.min(PAUSES.len() - 1)];
                    failures += 1;
                    let _ = tokio::time::timeout(pause, numbers.changed()).await;
                    continue;
                }
            }
            if numbers.changed().await.is_err() {
                return;
            }
        }
    }
}

/// An edition of the store with everything computed. Files are read and checked away from the
/// threads that answer readers.
///
/// # Errors
/// See [`ShowError`].
pub async fn load(store: &Store, number: u32) -> Result<Snapshot, ShowError> {
    let (edition, files) = (store.edition(number).await?, store.files(number).await?);
    let jobs = move || snapshot(&edition, &files.into_iter().collect());
    tokio::task::spawn_blocking(jobs)
        .await
        .map_err(|_| ShowError::BrokenOff)?
}

/// An edition with everything computed; takes a tenth of a second or so.
///
/// # Errors
/// [`ShowError::Files`].
pub fn snapshot(edition: &Edition, files: &Files) -> Result<Snapshot, ShowError> {
    let number = edition.number;
    let loaded = dataset::load(files).map_err(|problems| ShowError::Files { number, problems })?;
    snapshot_of(edition, loaded)
}

/// An edition with everything computed, of files that are loaded already.
///
/// # Errors
/// [`ShowError::Files`].
pub fn snapshot_of(edition: &Edition, loaded: Loaded) -> Result<Snapshot, ShowError> {
    let (number, shown) = (edition.number, shown(edition, loaded.rows));
    loaded
        .snapshot(shown)
        .map_err(|problems| ShowError::Files { number, problems })
}

/// What pages say of an edition: its day is that of its publication in Viet Nam. Figures that ship
/// with the program were published when the program was made, whenever it starts for the first time.
#[must_use]
pub fn shown(edition: &Edition, rows: usize) -> domain::Edition {
    domain::Edition {
        number: edition.number,
        published: made(edition).unwrap_or_else(|| Moment(edition.published_at).day()),
        note: Text::new(&edition.note.vi, &edition.note.en),
        rows,
    }
}

/// The day on which figures that ship with the program were put together; nothing for what people
/// published.
#[must_use]
pub fn made(edition: &Edition) -> Option<Date> {
    (edition.kind == EditionKind::Program)
        .then(|| day_of(&edition.summary))
        .flatten()
}

fn day_of(summary: &str) -> Option<Date> {
    let summary: serde_json::Value = serde_json::from_str(summary).ok()?;
    summary.get("published")?.as_str()?.parse().ok()
}
