//! What takes long: understanding a file, comparing, loading an edition. One thing at a time, away from
//! the threads that answer readers, and what was understood is kept for a while.

mod begin;
mod examined;
mod kept;
mod pairs;
mod profile;
mod publish;
mod publish_file;
mod publishing;
mod summary;

use std::sync::{Arc, Mutex, PoisonError};

use app::desk::Refusal;
use domain::{Snapshot, upload::Choices};
use sheets::Limits;
use tokio::sync::Semaphore;

pub(crate) use begin::{Begun, begin, choices, examine as examine_draft, same, understand};
pub(crate) use examined::{Examined, examine};
pub(crate) use pairs::{decode, encode, single};
pub(crate) use profile::{prefill, remember};
pub(crate) use publish::{Done, Wish, publish, unchanged};
pub(crate) use publish_file::{changed_files, file_of, may_change_file, publish_file};
pub(crate) use publishing::{Prepared, check, prepare, prepare_files};
pub(crate) use summary::{Summary, method, method_in};

use kept::Kept;

/// A file and what was chosen for it.
#[derive(Clone, Debug)]
pub(crate) struct Job {
    /// SHA-256 of the bytes.
    pub(crate) hash: String,
    /// Name as sent.
    pub(crate) name: String,
    /// What a person chose.
    pub(crate) choices: Choices,
}

/// The one place where long work is done.
#[derive(Debug)]
pub(crate) struct Work {
    /// Uploads: one at a time, so that a crowd of them cannot take every core from readers.
    uploads: Arc<Semaphore>,
    /// What readers may ask for (comparisons, exports): not behind somebody's import.
    answers: Arc<Semaphore>,
    kept: Mutex<Kept>,
    limits: Limits,
}

impl Work {
    /// With these limits for a file.
    #[must_use]
    pub(crate) fn new(limits: Limits) -> Self {
        Self {
            uploads: Arc::new(Semaphore::new(1)),
            answers: Arc::new(Semaphore::new(1)),
            kept: Mutex::default(),
            limits,
        }
    }

    /// The limits for a file.
    #[must_use]
    pub(crate) fn limits(&self) -> &Limits {
        &self.limits
    }

    /// What is understood of a file and what would change; from memory where it was asked before.
    ///
    /// # Errors
    /// [`Refusal::Failed`] when it could not be worked out; the log says why.
    pub(crate) async fn examine<F>(&self, job: Job, bytes: F, current: Arc<Snapshot>) -> Result<Arc<Examined>, NotDone>
    where
        F: Future<Output = Result<Vec<u8>, store::StoreError>>,
    {
        let key = (
            job.hash.clone(),
            job.name.clone(),
            encode(&job.choices.to_pairs()),
            current.edition.number,
        );
        if let Some(found) = self.kept(|kept| kept.get(&key)) {
            return Ok(found);
        }
        let turn = Arc::clone(&self.uploads).acquire_owned().await;
        // Somebody may have asked for the same while this one waited.
        if let Some(found) = self.kept(|kept| kept.get(&key)) {
            return Ok(found);
        }
        self.kept(Kept::make_room);
        let bytes = bytes.await?;
        let limits = self.limits;
        let examined = blocking(turn.ok(), move || {
            Arc::new(examine(&bytes, &job.name, &job.choices, &limits, &current))
        })
        .await?;
        self.kept(|kept| kept.put(key, Arc::clone(&examined)));
        Ok(examined)
    }

    /// Does something for an upload, in its turn.
    ///
    /// # Errors
    /// [`Refusal::Failed`] when it panicked.
    pub(crate) async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, NotDone> {
        let turn = Arc::clone(&self.uploads).acquire_owned().await;
        blocking(turn.ok(), work).await
    }

    /// Does something that a reader waits for, in its turn.
    ///
    /// # Errors
    /// [`Refusal::Failed`] when it panicked.
    pub(crate) async fn answer<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, NotDone> {
        let turn = Arc::clone(&self.answers).acquire_owned().await;
        blocking(turn.ok(), work).await
    }

    fn kept<T>(&self, with: impl FnOnce(&mut Kept) -> T) -> T {
        with(&mut self.kept.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// On a thread of its own. The turn goes along: it ends with the work, not with the one who asked.
async fn blocking<T: Send + 'static>(
    turn: Option<tokio::sync::OwnedSemaphorePermit>,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, NotDone> {
    let span = tracing::Span::current();
    let done = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        span.in_scope(work)
    });
    done.await.map_err(|error| {
        tracing::error!(%error, "work for the desk broke off");
        NotDone::Refused(Refusal::Failed)
    })
}

/// Why something was not done.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NotDone {
    /// It may not be done, or not now.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// The store did not do it.
    #[error(transparent)]
    Store(#[from] store::StoreError),
}

impl From<Refusal> for NotDone {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}
