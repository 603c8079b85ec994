//! SQLite: one file in a dedicated folder.
//!
//! One connection writes, several others read. A write transaction begins with `BEGIN IMMEDIATE`: one that
//! first reads and later writes fails at once if another connection is writing.

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

#[expect(clippy::duplicate_mod, reason = "the queries are written once for both databases")]
#[path = "ops/mod.rs"]
mod ops;

pub(crate) type Db = Sqlite;
const FILE: &str = "thuocdo.sqlite";
/// How long a connection waits while another process writes.
const BUSY: Duration = Duration::from_secs(10);
/// How long to wait for a connection of the pool; longer than [`BUSY`], which a connection may itself wait.
const ACQUIRE: Duration = Duration::from_secs(15);
const READERS: u32 = 4;

pub(crate) static MIGRATIONS: LazyLock<Migrator> =
    LazyLock::new(|| migrations::migrator(&[(1, "first", include_str!("../migrations/sqlite/0001_first.sql"))]));

/// The connection pools.
#[derive(Clone)]
pub(crate) struct Backend {
    readers: SqlitePool,
    /// `None` if the file is read-only.
    writer: Option<SqlitePool>,
    file: PathBuf,
    /// Identity of the file when it was opened.
    identity: Option<Identity>,
}

/// Device and inode number of a file.
type Identity = (u64, u64);

impl Backend {
    /// Opens the database in a folder; creates both if they do not exist.
    pub(crate) async fn open(folder: &Path) -> Result<Self> {
        let file = folder.join(FILE);
        let created = create_folder(folder).and_then(|()| create_file(&file));
        if let Err(error) = created {
            let error = io(&error);
            return match error {
                StoreError::ReadOnly if file.exists() => Self::open_read_only(&file).await,
                error => Err(error),
            };
        }
        match Self::open_read_write(&file).await {
            Err(StoreError::ReadOnly | StoreError::Unreachable) if file.exists() => Self::open_read_only(&file).await,
            other => other,
        }
    }

    async fn open_read_write(file: &Path) -> Result<Self> {
        let options = options(file)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full);
        // If two processes start at once, switching to the write-ahead log fails instead of waiting.
        let mut attempts = 0;
        let writer = loop {
            match pool(1).connect_with(options.clone()).await.map_err(StoreError::from) {
                Err(StoreError::Busy) if attempts < 100 => {
                    attempts += 1;
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
    ///
    /// # Errors
    /// [`StoreError::NotFound`] if it does not exist, and the errors of [`Self::check_schema`].
    pub(crate) async fn open_read_only(file: &Path) -> Result<Self> {
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
            // The index of the write-ahead log cannot be created in a read-only folder. If there is no
            // log, opening the file as immutable misses nothing.
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

    /// Begins a read transaction on one consistent snapshot.
    pub(crate) async fn snapshot(&self) -> Result<Transaction<'static, Db>> {
        Ok(self.readers.begin().await?)
    }

    /// Begins a write transaction; there is one at a time.
    pub(crate) async fn begin(&self) -> Result<Transaction<'static, Db>> {
        let writer = self.writer.as_ref().ok_or(StoreError::ReadOnly)?;
        self.check_identity()?;
        Ok(writer.begin_with("BEGIN IMMEDIATE").await?)
    }

    /// Returns a connection for a single write statement.
    pub(crate) async fn write(&self) -> Result<PoolConnection<Db>> {
        let writer = self.writer.as_ref().ok_or(StoreError::ReadOnly)?;
        self.check_identity()?;
        Ok(writer.acquire().await?)
    }

    pub(crate) async fn ping(&self) -> Result<()> {
        self.check_identity()?;
        self.newest_number().await.map(|_| ())
    }

    pub(crate) const fn read_only(&self) -> bool {
        self.writer.is_none()
    }

    pub(crate) async fn close(&self) {
        self.readers.close().await;
        // Closing the last connection writes the write-ahead log back into the file.
        if let Some(writer) = &self.writer {
            writer.close().await;
        }
    }

    /// Checks that the opened file is still at its path. SQLite continues writing to a deleted file, and all
    /// changes would be lost when the process ends.
    fn check_identity(&self) -> Result<()> {
        let current = identity(&self.file);
        if current.is_some() && current == self.identity {
            return Ok(());
        }
        tracing::warn!(store.file = %self.file.display(), "the database file was moved or replaced");
        Err(StoreError::Unreachable)
    }

    /// Polls the newest edition number every second: another process may have published.
    pub(crate) async fn watch(self, newest: watch::Sender<u32>) {
        let mut lost = false;
        loop {
            tokio::time::sleep(Duration::from_secs(1)).await;
            if self.readers.is_closed() {
                return;
            }
            self.poll_newest(&newest, &mut lost).await;
        }
    }

    /// Writes a copy of the whole database in its current state to a new file.
    pub(crate) async fn backup(&self, to: &Path) -> Result<()> {
        let part = with_suffix(to, ".part");
        let copied = self.copy(&part).await.and_then(|()| move_into_place(&part, to));
        if copied.is_err() {
            let _ = fs::remove_file(&part);
        }
        copied
    }

    async fn copy(&self, to: &Path) -> Result<()> {
        if to.exists() {
            fs::remove_file(to).map_err(|error| io(&error))?;
        }
        // An empty file with our permissions: SQLite would create one that everyone can read.
        create_file(to).map_err(|error| io(&error))?;
        let to = to.to_str().ok_or(StoreError::Invalid { what: "path" })?;
        let mut connection = options(&self.file).read_only(self.read_only()).connect().await?;
        sqlx::query("VACUUM INTO $1").bind(to).execute(&mut connection).await?;
        connection.close().await?;
        Ok(())
    }

    /// For tests: limits the size of the file to a number of pages, like a full disk.
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

/// Returns the options of a pool that never reopens a connection: that might open a different file at the same path.
fn pool(connections: u32) -> SqlitePoolOptions {
    SqlitePoolOptions::new()
        // If the disk is full, SQLite ends the transaction itself. Our own rollback then fails, and the
        // driver still assumes an open transaction: no other could ever begin on this connection.
        .after_release(|connection, _| {
            Box::pin(async move {
                // A dropped transaction is rolled back through the connection's queue; the ping waits for that.
                connection.ping().await?;
                Ok(!connection.is_in_transaction())
            })
        })
        // All connections are opened at once, for the same reason.
        .min_connections(connections)
        .max_connections(connections)
        .acquire_timeout(ACQUIRE)
        .idle_timeout(None)
        .max_lifetime(None)
}

fn create_folder(folder: &Path) -> std::io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Creates an empty file that only the owner can read. An existing file stays as it is.
fn create_file(file: &Path) -> std::io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(file) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        other => other.map(|_| ()),
    }
}

/// Moves a finished file to its final path, durably: either the complete file is there or nothing.
///
/// # Errors
/// [`StoreError::Exists`] if the path is taken.
fn move_into_place(part: &Path, to: &Path) -> Result<()> {
    let link = || {
        fs::File::open(part)?.sync_all()?;
        // Unlike a rename, a hard link does not replace a file that was created meanwhile; but not every
        // file system that backups are written to supports hard links.
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
    link().map_err(|error: std::io::Error| io(&error))
}

/// Appends a suffix to a path.
pub(crate) fn with_suffix(file: &Path, suffix: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

/// Classifies and logs a file system error.
pub(crate) fn io(error: &std::io::Error) -> StoreError {
    tracing::warn!(store.error = %error, "a file operation failed");
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

/// Does nothing: other processes poll.
async fn announce(_: &mut sqlx::SqliteConnection, _: u32) -> Result<()> {
    Ok(())
}

/// Returns the messages of SQLite's integrity check; empty if the database is intact.
async fn integrity(connection: &mut sqlx::SqliteConnection) -> Result<Vec<String>> {
    let messages: Vec<String> = sqlx::query_scalar("PRAGMA integrity_check")
        .fetch_all(&mut *connection)
        .await?;
    Ok(messages.into_iter().filter(|line| line != "ok").collect())
}

/// Does nothing: SQLite derives the next id from the inserted rows.
async fn reset_sequences(_: &mut sqlx::SqliteConnection) -> Result<()> {
    Ok(())
}
