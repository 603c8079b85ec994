//! The store as others see it: one type for both databases.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use tokio::sync::watch;

use crate::error::{Result, StoreError};

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
    newest: watch::Sender<u32>,
}

/// Calls the same function of whichever database is in use.
macro_rules! each {
    ($store:expr, $call:ident($($arg:expr),* $(,)?)) => {{
        let _ = (&$store, $(&$arg),*);
        Err(StoreError::Unreachable)
    }};
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
        let _ = location;
        Err(StoreError::Unreachable)
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
        false
    }

    /// The number of the newest edition, and each change of it, whoever publishes: this process or
    /// another one on the same database. A change is seen within about a second. When the
    /// connection is lost the last number stays, and what was missed is seen once it is back.
    ///
    /// Must be called within a Tokio runtime.
    #[must_use]
    pub fn follow(&self) -> watch::Receiver<u32> {
        self.inner.newest.subscribe()
    }

    /// Ends all connections in good order. Everything after that gives [`StoreError::Unreachable`].
    pub async fn close(&self) {}
}
