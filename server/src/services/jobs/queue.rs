//! The one place where long work is done, so that it takes its turn and can be stopped.

use std::{
    sync::{
        Arc, Mutex, PoisonError, Weak,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use app::admin::UserError;
use domain::{Snapshot, upload::Survey};
use import::TimeLimit;
use spreadsheet::{Limits, Remarks};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::services::reader::{Annotated, Failure, Reader};

use super::{
    holds::Known,
    import_preview::{self, ImportPreview, Opened},
    job::{Job, JobError, key},
    kept::Kept,
};

/// Files that are sent while they are written, at the same time.
const STREAMS: usize = 2;
/// How long a request waits for its turn among them.
const PATIENCE: Duration = Duration::from_secs(20);

/// The one place where long work is done.
#[derive(Debug)]
pub(crate) struct JobQueue {
    /// Uploads: one at a time, so that a crowd of them cannot take every core from readers.
    uploads: Arc<Semaphore>,
    /// What readers may ask for (comparisons, exports): not queued behind an import.
    answers: Arc<Semaphore>,
    /// Files that are sent while they are written: they take as long as their readers.
    streams: Arc<Semaphore>,
    kept: Mutex<Kept>,
    known: Mutex<Known>,
    limits: Limits,
    reader: Reader,
    /// Stops the work on a file; one for each that is under way.
    under_way: Mutex<UnderWay>,
}

/// What can be stopped.
#[derive(Debug, Default)]
struct UnderWay {
    stops: Vec<Weak<AtomicBool>>,
    /// The program ends: nothing begins any more.
    ending: bool,
}

impl JobQueue {
    /// With these limits for a file, read like this.
    #[must_use]
    pub(crate) fn new(limits: Limits, reader: Reader) -> Self {
        Self {
            uploads: Arc::new(Semaphore::new(1)),
            answers: Arc::new(Semaphore::new(1)),
            streams: Arc::new(Semaphore::new(STREAMS)),
            kept: Mutex::default(),
            known: Mutex::default(),
            limits,
            reader,
            under_way: Mutex::default(),
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
    /// [`UserError::Failed`] when it could not be computed; the log says why.
    pub(crate) async fn examine<F>(
        &self,
        job: Job,
        bytes: F,
        current: Arc<Snapshot>,
    ) -> Result<Arc<ImportPreview>, JobError>
    where
        F: Future<Output = Result<Vec<u8>, store::StoreError>>,
    {
        let key = key(&job, &current);
        if let Some(found) = self.kept(|kept| kept.get(&key)) {
            return Ok(found);
        }
        let turn = Arc::clone(&self.uploads).acquire_owned().await;
        // Another request may have computed the same while this one waited.
        if let Some(found) = self.kept(|kept| kept.get(&key)) {
            return Ok(found);
        }
        self.kept(Kept::make_room);
        let bytes = bytes.await?;
        let (limits, reader) = (self.limits, self.reader.clone());
        let (until, _asked) = self.until();
        let examined = blocking(turn.ok(), move || {
            let opened = import_preview::open(&reader, bytes, &job, &limits, &until)?;
            import_preview::examine(&reader, opened, &job, &current, &until)
        })
        .await?;
        let examined = Arc::new(examined.map_err(JobError::from)?);
        self.kept(|kept| kept.put(key, Arc::clone(&examined)));
        Ok(examined)
    }

    /// The same for a file that is open already: of several drafts, each is understood without reading the file
    /// again. `until` is the time for all of them.
    ///
    /// # Errors
    /// [`UserError::Failed`] when it could not be computed; the log says why.
    pub(crate) async fn examine_opened(
        &self,
        job: Job,
        opened: Opened,
        current: Arc<Snapshot>,
        until: &TimeLimit,
    ) -> Result<Arc<ImportPreview>, JobError> {
        let key = key(&job, &current);
        if let Some(found) = self.kept(|kept| kept.get(&key)) {
            return Ok(found);
        }
        let turn = Arc::clone(&self.uploads).acquire_owned().await;
        let (reader, until) = (self.reader.clone(), until.clone());
        let examined = blocking(turn.ok(), move || {
            import_preview::examine(&reader, opened, &job, &current, &until)
        })
        .await?;
        let examined = Arc::new(examined.map_err(JobError::from)?);
        self.kept(|kept| kept.put(key, Arc::clone(&examined)));
        Ok(examined)
    }

    /// Opens a file, once for all its drafts, and finds out which drafts it makes.
    ///
    /// # Errors
    /// [`UserError::Failed`] when it could not be computed; the log says why.
    pub(crate) async fn survey<F>(
        &self,
        job: Job,
        bytes: F,
        current: Arc<Snapshot>,
        until: &TimeLimit,
    ) -> Result<(Survey, Opened), JobError>
    where
        F: Future<Output = Result<Vec<u8>, store::StoreError>>,
    {
        let turn = Arc::clone(&self.uploads).acquire_owned().await;
        self.kept(Kept::make_room);
        let bytes = bytes.await?;
        let (limits, reader, until) = (self.limits, self.reader.clone(), until.clone());
        let surveyed = blocking(turn.ok(), move || {
            let mut opened = import_preview::open(&reader, bytes, &job, &limits, &until)?;
            let survey = import_preview::survey(&reader, &mut opened, &job, &current, &until)?;
            Ok((survey, opened))
        })
        .await?;
        surveyed.map_err(|failure: Failure| failure.into())
    }

    /// What drafts hold, and what a file holds, as far as it was found out lately.
    pub(super) fn known<T>(&self, with: impl FnOnce(&mut Known) -> T) -> T {
        with(&mut self.known.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Lets go of what was understood of large files.
    pub(crate) fn let_go_of_large(&self) {
        self.kept(Kept::make_room);
    }

    /// Lets a file that ran into a limit be tried again: it is sent once more.
    pub(crate) fn try_again(&self, hash: &str) {
        self.kept(|kept| kept.forget_limited(hash));
    }

    /// Writes a file with remarks, in its turn; `None` if that is not possible.
    ///
    /// # Errors
    /// [`UserError::Failed`] when it was stopped.
    pub(crate) async fn annotate(
        &self,
        job: Job,
        bytes: Vec<u8>,
        remarks: Remarks<'static>,
    ) -> Result<Option<Annotated>, JobError> {
        let turn = Arc::clone(&self.uploads).acquire_owned().await;
        let (limits, reader) = (self.limits, self.reader.clone());
        let (until, _asked) = self.until();
        let annotated = blocking(turn.ok(), move || {
            reader.annotate((bytes, &job.name), &job.choices, &limits, remarks, &until)
        })
        .await?;
        match annotated {
            // It was read before: what a limit keeps back here is the column of remarks alone.
            Err(Failure::File(_)) => Ok(None),
            other => other.map_err(JobError::from),
        }
    }

    /// Does something for an upload, in its turn and within the time for a file.
    ///
    /// # Errors
    /// [`UserError::Failed`] when it panicked or took too long.
    pub(crate) async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, JobError> {
        let turn = Arc::clone(&self.uploads).acquire_owned().await;
        let (until, _asked) = self.until();
        let done = blocking(turn.ok(), move || import::within(&until, work)).await?;
        done.map_err(|stopped| {
            tracing::warn!(%stopped, "work for an upload was stopped");
            JobError::Refused(UserError::Failed)
        })
    }

    /// Stops what is under way, and whatever would begin from now on: the program ends.
    pub(crate) fn shut_down(&self) {
        let mut under_way = self.under_way.lock().unwrap_or_else(PoisonError::into_inner);
        under_way.ending = true;
        for stop in under_way.stops.drain(..).filter_map(|stop| stop.upgrade()) {
            stop.store(true, Ordering::Relaxed);
        }
    }

    /// Until when work on a file that begins now may go on: for its time limit, and as long as a request waits for it.
    pub(super) fn until(&self) -> (TimeLimit, Asked) {
        let cancelled = Arc::new(AtomicBool::new(false));
        let mut under_way = self.under_way.lock().unwrap_or_else(PoisonError::into_inner);
        cancelled.store(under_way.ending, Ordering::Relaxed);
        under_way.stops.retain(|stop| stop.strong_count() > 0);
        under_way.stops.push(Arc::downgrade(&cancelled));
        let until = TimeLimit {
            until: Instant::now() + self.reader.time(),
            cancelled: Arc::clone(&cancelled),
        };
        (until, Asked(cancelled))
    }

    /// The turn of a file that is sent while it is written, to be held until its end; `None` if others take too long.
    pub(crate) async fn stream_turn(&self) -> Option<OwnedSemaphorePermit> {
        let turn = Arc::clone(&self.streams).acquire_owned();
        tokio::time::timeout(PATIENCE, turn).await.ok()?.ok()
    }

    /// Does something that a reader waits for, in its turn.
    ///
    /// # Errors
    /// [`UserError::Failed`] when it panicked.
    pub(crate) async fn answer<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, JobError> {
        let turn = Arc::clone(&self.answers).acquire_owned().await;
        blocking(turn.ok(), work).await
    }

    fn kept<T>(&self, with: impl FnOnce(&mut Kept) -> T) -> T {
        with(&mut self.kept.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Held by the request that waits for the work, which is stopped when the request is dropped, for instance because a
/// browser closed the connection.
#[derive(Debug)]
pub(super) struct Asked(Arc<AtomicBool>);

impl Drop for Asked {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// On a thread of its own. The turn goes along: it ends with the work, not with the one who asked.
async fn blocking<T: Send + 'static>(
    turn: Option<OwnedSemaphorePermit>,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, JobError> {
    let span = tracing::Span::current();
    let done = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        span.in_scope(work)
    });
    done.await.map_err(|error| {
        tracing::error!(%error, "work for the desk broke off");
        JobError::Refused(UserError::Failed)
    })
}
