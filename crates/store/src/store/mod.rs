//! The store as others see it: one type for both databases.

use std::fmt;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use tokio::sync::watch;
use tokio::task::AbortHandle;

use crate::error::{Result, StoreError};
use crate::{forward, postgres, sqlite};

mod desk;
mod editions;
mod keeping;
mod people;

/// Where the data is.
#[derive(Clone, PartialEq, Eq)]
pub enum Location {
    /// A folder of our own, with the SQLite file `thuocdo.sqlite`; it is made when it is missing.
    Folder(PathBuf),
    /// The address of a PostgreSQL database, `postgres://…`.
    Database(String),
}

impl fmt::Debug for Location {
    /// Without the address, which may have a password in it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(folder) => f.debug_tuple("Folder").field(folder).finish(),
            Self::Database(_) => f.debug_tuple("Database").finish_non_exhaustive(),
        }
    }
}

/// Everything that is kept. Clones share the connections.
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

/// Calls the same function of whichever database is in use.
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
    /// Opens the store, makes it where there is none, and brings its schema up to date.
    ///
    /// A folder that can only be read is opened for reading: everything that writes gives
    /// [`StoreError::ReadOnly`] then.
    ///
    /// # Errors
    /// [`StoreError::NewerSchema`] when a newer program has changed the schema; otherwise what
    /// keeps the database from being used.
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

    /// Asks the database for a sign of life.
    ///
    /// # Errors
    /// [`StoreError::Unreachable`] when it gives none.
    pub async fn ping(&self) -> Result<()> {
        each!(self, ping())
    }

    /// Whether the store was opened for reading only.
    #[must_use]
    pub fn read_only(&self) -> bool {
        match &self.inner.backend {
            Backend::Sqlite(backend) => backend.read_only(),
            Backend::Postgres(backend) => backend.read_only(),
        }
    }

    /// The number of the newest edition, and each change of it, whoever publishes: this process or
    /// another one on the same database. A change is seen within about a second. When the
    /// connection is lost the last number stays, and what was missed is seen once it is back.
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

    /// Ends all connections in good order. Everything after that gives [`StoreError::Unreachable`].
    pub async fn close(&self) {
        if let Some(follower) = self.inner.follower.get() {
            follower.abort();
        }
        each!(self, close());
    }

    /// Followers in this process need not wait for a second.
    fn published(&self, number: u32) {
        forward(&self.inner.newest, number);
    }
}

/// Work that takes a while, away from the threads that serve readers.
async fn blocking<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done,
        Err(error) => Err(StoreError::Other(Box::new(error))),
    }
}
