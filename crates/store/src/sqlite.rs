//! SQLite: one file in a folder of our own.
//!
//! One connection writes, some others read. A transaction that writes begins as such: one that
//! reads first and writes later is turned away at once when another one writes.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::time::Duration;

use sqlx::migrate::Migrator;
use sqlx::pool::PoolConnection;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection, Sqlite, SqlitePool, Transaction};
use tokio::sync::watch;

use crate::error::{Result, StoreError};
use crate::migrations;

#[expect(
    clippy::duplicate_mod,
    reason = "what is asked of a database is written once for both"
)]
#[path = "ops/mod.rs"]
mod ops;

pub(crate) type Db = Sqlite;
const FILE: &str = "thuocdo.sqlite";
/// How long a connection waits for another process that writes.
const BUSY: Duration = Duration::from_secs(10);
/// How long to wait for a connection of the pool; longer than any of them may have to wait itself.
const ACQUIRE: Duration = Duration::from_secs(15);
const READERS: u32 = 4;

pub(crate) static MIGRATIONS: LazyLock<Migrator> =
    LazyLock::new(|| migrations::migrator(&[(1, "first", include_str!("../migrations/sqlite/0001_first.sql"))]));

/// The connections.
#[derive(Clone)]
pub(crate) struct Backend {
    readers: SqlitePool,
    /// Nothing when the file can only be read.
    writer: Option<SqlitePool>,
    file: PathBuf,
    /// Which file it was when it was opened.
    identity: Option<Identity>,
}

type Identity = (u64, u64);

impl Backend {
    /// Opens the database in a folder, and makes both where they are missing.
    pub(crate) async fn open(folder: &Path) -> Result<Self> {
        let file = folder.join(FILE);
        let made = make_folder(folder).and_then(|()| make_file(&file));
        if let Err(error) = made {
            let error = io(&error);
            return match error {
                StoreError::ReadOnly if file.exists() => Self::open_to_read(&file).await,
                error => Err(error),
            };
        }
        match Self::open_to_write(&file).await {
            Err(StoreError::ReadOnly | StoreError::Unreachable) if file.exists() => Self::open_to_read(&file).await,
            other => other,
        }
    }

    async fn open_to_write(file: &Path) -> Result<Self> {
        let options = options(file)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full);
        // Two processes that start at once: switching to the write-ahead log does not wait by itself.
        let mut tries = 0;
        let writer = loop {
            match pool(1).connect_with(options.clone()).await.map_err(StoreError::from) {
                Err(StoreError::Busy) if tries < 100 => {
                    tries += 1;
                    tokio::time::sleep(Duration::from_millis(50)).await;
                }
                other => break other?,
            }
        };
        let readers = pool(READERS).connect_with(options.pragma("query_only", "ON")).await?;
        let backend = Self {
            readers,
            writer: Some(writer),
            identity: identity(file),
            file: file.to_owned(),
        };
        backend.migrate().await?;
        Ok(backend)
    }

    /// Opens a file that must not or cannot be written, such as a backup.
    pub(crate) async fn open_to_read(file: &Path) -> Result<Self> {
        if !file.is_file() {
            return Err(StoreError::NotFound);
        }
        let options = options(file).read_only(true);
        let usable = |pool: SqlitePool| async move {
            sqlx::query("SELECT count(*) FROM sqlite_master").execute(&pool).await?;
            Ok::<_, sqlx::Error>(pool)
        };
        let readers = match pool(READERS).connect_with(options.clone()).await {
            Ok(pool) => usable(pool).await,
            Err(error) => Err(error),
        };
        let mut log = file.as_os_str().to_owned();
        log.push("-wal");
        let readers = match readers.map_err(StoreError::from) {
            // The index of the write-ahead log cannot be made in a read-only folder. Where there is no
            // log nothing can be missed.
            Err(StoreError::Unreachable | StoreError::ReadOnly) if !Path::new(&log).exists() => {
                usable(pool(READERS).connect_with(options.immutable(true)).await?).await?
            }
            other => other?,
        };
        let backend = Self {
            readers,
            writer: None,
            identity: identity(file),
            file: file.to_owned(),
        };
        backend.check_schema().await?;
        Ok(backend)
    }

    pub(crate) async fn read(&self) -> Result<PoolConnection<Db>> {
        Ok(self.readers.acquire().await?)
    }

    /// A transaction that reads one state, whatever is written meanwhile.
    pub(crate) async fn snapshot(&self) -> Result<Transaction<'static, Db>> {
        Ok(self.readers.begin().await?)
    }

    /// A transaction that writes; there is one at a time.
    pub(crate) async fn begin(&self) -> Result<Transaction<'static, Db>> {
        let writer = self.writer.as_ref().ok_or(StoreError::ReadOnly)?;
        self.still_there()?;
        Ok(writer.begin_with("BEGIN IMMEDIATE").await?)
    }

    /// A connection for a single statement that writes.
    pub(crate) async fn write(&self) -> Result<PoolConnection<Db>> {
        let writer = self.writer.as_ref().ok_or(StoreError::ReadOnly)?;
        self.still_there()?;
        Ok(writer.acquire().await?)
    }

    pub(crate) async fn ping(&self) -> Result<()> {
        self.still_there()?;
        self.newest_number().await.map(|_| ())
    }

    pub(crate) const fn read_only(&self) -> bool {
        self.writer.is_none()
    }

    pub(crate) async fn close(&self) {
        self.readers.close().await;
        // The last one to close puts the write-ahead log into the file.
        if let Some(writer) = &self.writer {
            writer.close().await;
        }
    }

    /// SQLite goes on writing into a file that was removed, and everything would be lost with the process.
    fn still_there(&self) -> Result<()> {
        let there = identity(&self.file);
        if there.is_some() && there == self.identity {
            return Ok(());
        }
        tracing::warn!(store.file = %self.file.display(), "the database is not where it was, or is another one");
        Err(StoreError::Unreachable)
    }

    /// Asks for the newest number each second: another process may have published.
    pub(crate) async fn watch(self, newest: watch::Sender<u32>) {
        let mut lost = false;
        loop {
            tokio::time::sleep(Duration::from_secs(1)).await;
            if self.readers.is_closed() {
                return;
            }
            self.look(&newest, &mut lost).await;
        }
    }

    /// Writes a copy of the whole database, as of now, to a file that does not exist.
    pub(crate) async fn backup(&self, to: &Path) -> Result<()> {
        let part = beside(to, ".part");
        let copied = self.copy(&part).await.and_then(|()| settle(&part, to));
        if copied.is_err() {
            let _ = fs::remove_file(&part);
        }
        copied
    }

    async fn copy(&self, to: &Path) -> Result<()> {
        if to.exists() {
            fs::remove_file(to).map_err(|error| io(&error))?;
        }
        // Empty but ours: SQLite would make a file that everybody may read.
        make_file(to).map_err(|error| io(&error))?;
        let to = to.to_str().ok_or(StoreError::Invalid { what: "path" })?;
        let mut connection = options(&self.file).read_only(self.read_only()).connect().await?;
        sqlx::query("VACUUM INTO $1").bind(to).execute(&mut connection).await?;
        connection.close().await?;
        Ok(())
    }

    /// For tests: the file may not grow beyond so many pages, as on a full disk.
    pub(crate) async fn limit_pages(&self, pages: u32) -> Result<()> {
        let sql = sqlx::AssertSqlSafe(format!("PRAGMA max_page_count = {pages}"));
        sqlx::query(sql).execute(&mut *self.write().await?).await?;
        Ok(())
    }
}

fn options(file: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(file)
        .create_if_missing(false)
        .foreign_keys(true)
        .busy_timeout(BUSY)
        .pragma("journal_size_limit", "67108864")
        .disable_statement_logging()
}

/// Connections stay: one that is opened later might open another file under the same name.
fn pool(connections: u32) -> SqlitePoolOptions {
    SqlitePoolOptions::new()
        // When the disk is full SQLite ends the transaction by itself. Our own rollback fails then, and the
        // driver goes on believing in a transaction: no other would ever begin on this connection.
        .after_release(|connection, _| {
            Box::pin(async move {
                // What was dropped is rolled back by a message; this one waits behind it.
                connection.ping().await?;
                Ok(!connection.is_in_transaction())
            })
        })
        // All of them now, for the same reason.
        .min_connections(connections)
        .max_connections(connections)
        .acquire_timeout(ACQUIRE)
        .idle_timeout(None)
        .max_lifetime(None)
}

fn make_folder(folder: &Path) -> std::io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// An empty file that only we may read. One that is there stays as it is.
fn make_file(file: &Path) -> std::io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(file) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        other => other.map(|_| ()),
    }
}

/// Gives a finished file its name, so that it is on the disk under it or not at all.
fn settle(part: &Path, to: &Path) -> Result<()> {
    let settle = || {
        fs::File::open(part)?.sync_all()?;
        // Unlike a rename a link does not replace a file that came into being meanwhile; but not every
        // disk that takes backups knows links.
        match fs::hard_link(part, to) {
            Ok(()) => fs::remove_file(part)?,
            Err(error) if error.kind() == ErrorKind::AlreadyExists => return Err(error),
            Err(_) => fs::rename(part, to)?,
        }
        if let Some(folder) = to.parent().filter(|f| !f.as_os_str().is_empty()) {
            fs::File::open(folder)?.sync_all()?;
        }
        Ok(())
    };
    settle().map_err(|error: std::io::Error| io(&error))
}

pub(crate) fn beside(file: &Path, suffix: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

/// What an error of the file system means.
pub(crate) fn io(error: &std::io::Error) -> StoreError {
    tracing::warn!(store.error = %error, "a file cannot be used");
    match error.kind() {
        ErrorKind::NotFound => StoreError::NotFound,
        ErrorKind::AlreadyExists => StoreError::Exists,
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => StoreError::ReadOnly,
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => StoreError::Full,
        _ => StoreError::Unreachable,
    }
}

#[cfg(unix)]
fn identity(file: &Path) -> Option<Identity> {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(file).ok().map(|m| (m.dev(), m.ino()))
}

#[cfg(not(unix))]
fn identity(file: &Path) -> Option<Identity> {
    file.is_file().then_some((0, 0))
}

/// Nobody listens: other processes ask.
async fn announce(_: &mut sqlx::SqliteConnection, _: u32) -> Result<()> {
    Ok(())
}

/// What the database finds wrong with itself.
async fn integrity(connection: &mut sqlx::SqliteConnection) -> Result<Vec<String>> {
    let said: Vec<String> = sqlx::query_scalar("PRAGMA integrity_check")
        .fetch_all(&mut *connection)
        .await?;
    Ok(said.into_iter().filter(|line| line != "ok").collect())
}

/// Rows with numbers of their own were written; nothing has to be told to SQLite about it.
async fn numbers_were_given(_: &mut sqlx::SqliteConnection) -> Result<()> {
    Ok(())
}
