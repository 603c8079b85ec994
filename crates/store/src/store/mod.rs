//! The public API of the store: one type for both databases.

use std::fmt;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use tokio::sync::watch;
use tokio::task::AbortHandle;

use crate::error::{Result, StoreError};
use crate::{advance, postgres, sqlite};

mod accounts;
mod drafts;
mod editions;
mod maintenance;

/// The location of the data.
#[derive(Clone, PartialEq, Eq)]
pub enum Location {
    /// A dedicated folder with the SQLite file `thuocdo.sqlite`; both are created if they do not exist.
    Folder(PathBuf),
    /// The address of a PostgreSQL database, `postgres://…`.
    Database(String),
}

impl fmt::Debug for Location {
    /// Omits the address, which may contain a password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(folder) => f.debug_tuple("Folder").field(folder).finish(),
            Self::Database(_) => f.debug_tuple("Database").finish_non_exhaustive(),
        }
    }
}

/// The store, with all persistent data. Clones share the connections.
#[derive(Clone)]
pub struct Store {
    inner: Arc<Inner>,
}

struct Inner {
    backend: Backend,
    newest: watch::Sender<u32>,
    follower: OnceLock<AbortHandle>,
}

enum Backend {
    Sqlite(sqlite::Backend),
    Postgres(postgres::Backend),
}

impl Drop for Inner {
    fn drop(&mut self) {
        if let Some(follower) = self.follower.get() {
            follower.abort();
        }
    }
}

/// Calls the same function of the database that is in use.
macro_rules! each {
    ($store:expr, $call:ident($($arg:expr),* $(,)?)) => {
        match &$store.inner.backend {
            $crate::store::Backend::Sqlite(backend) => backend.$call($($arg),*).await,
            $crate::store::Backend::Postgres(backend) => backend.$call($($arg),*).await,
        }
    };
}
use each;

impl Store {
    /// Opens the store, creates it if it does not exist, and brings its schema up to date.
    ///
    /// A read-only folder is opened for reading: every write then fails with
    /// [`StoreError::ReadOnly`].
    ///
    /// # Errors
    /// [`StoreError::NewerSchema`] if a newer program has changed the schema; otherwise the reason
    /// why the database cannot be used.
    pub async fn open(location: &Location) -> Result<Self> {
        let backend = match location {
            Location::Folder(folder) => Backend::Sqlite(sqlite::Backend::open(folder).await?),
            Location::Database(url) => Backend::Postgres(postgres::Backend::open(url).await?),
        };
        let store = Self {
            inner: Arc::new(Inner {
                backend,
                newest: watch::Sender::new(0),
                follower: OnceLock::new(),
            }),
        };
        let newest = store.newest_number().await?;
        store.published(newest);
        Ok(store)
    }

    /// Checks that the database responds.
    ///
    /// # Errors
    /// [`StoreError::Unreachable`] if it does not.
    pub async fn ping(&self) -> Result<()> {
        each!(self, ping())
    }

    /// Returns whether the store was opened for reading only.
    #[must_use]
    pub fn read_only(&self) -> bool {
        match &self.inner.backend {
            Backend::Sqlite(backend) => backend.read_only(),
            Backend::Postgres(backend) => backend.read_only(),
        }
    }

    /// Returns a receiver of the newest edition number and its changes, whether this process or
    /// another one on the same database publishes. A change is received within about a second. If the
    /// connection is lost, the last number stays, and missed changes are received once it is back.
    ///
    /// Must be called within a Tokio runtime.
    #[must_use]
    pub fn follow(&self) -> watch::Receiver<u32> {
        self.inner.follower.get_or_init(|| {
            let newest = self.inner.newest.clone();
            let task = match &self.inner.backend {
                Backend::Sqlite(backend) => tokio::spawn(backend.clone().watch(newest)),
                Backend::Postgres(backend) => tokio::spawn(backend.clone().watch(newest)),
            };
            task.abort_handle()
        });
        self.inner.newest.subscribe()
    }

    /// Closes all connections gracefully. All later calls return [`StoreError::Unreachable`].
    pub async fn close(&self) {
        if let Some(follower) = self.inner.follower.get() {
            follower.abort();
        }
        each!(self, close());
    }

    /// Notifies the followers in this process at once, without waiting for the next poll.
    fn published(&self, number: u32) {
        advance(&self.inner.newest, number);
    }
}

/// Runs a slow computation on a blocking thread, away from the threads that serve readers.
async fn blocking<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    match tokio::task::spawn_blocking(work).await {
        Ok(result) => result,
        Err(error) => Err(StoreError::Other(Box::new(error))),
    }
}
