//! PostgreSQL: several processes share one database.
//!
//! As with SQLite, there is only one write transaction at a time: it holds an advisory lock. So
//! both databases behave alike, and no concurrent write can invalidate the checks in a transaction.

use std::path::Path;
use std::str::FromStr;
use std::sync::LazyLock;
use std::time::Duration;

use sqlx::migrate::Migrator;
use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgConnectOptions, PgListener, PgPoolOptions};
use sqlx::{ConnectOptions, Connection, PgPool, Postgres, Transaction};
use tokio::sync::watch;

use crate::error::{Result, StoreError};
use crate::migrations;
use crate::sqlite;

#[expect(clippy::duplicate_mod, reason = "the queries are written once for both databases")]
#[path = "ops/mod.rs"]
mod ops;

pub(crate) type Db = Postgres;
/// Key of the advisory lock that a writer holds: "thuocdo" as a number.
const LOCK: i64 = 0x0074_6875_6f63_646f;
const CHANNEL: &str = "thuocdo_editions";
const CONNECTIONS: u32 = 8;
/// How long to wait for a connection. An admin page that reports an error is better than one that hangs.
const ACQUIRE: Duration = Duration::from_secs(3);

pub(crate) static MIGRATIONS: LazyLock<Migrator> =
    LazyLock::new(|| migrations::migrator(&[(1, "first", include_str!("../migrations/postgres/0001_first.sql"))]));

/// The connection pool.
#[derive(Clone)]
pub(crate) struct Backend {
    pool: PgPool,
    /// Whether the database was read-only when it was opened.
    read_only: bool,
}

impl Backend {
    /// Connects, and brings the schema up to date.
    pub(crate) async fn open(url: &str) -> Result<Self> {
        let options = PgConnectOptions::from_str(url)
            .map_err(|_| StoreError::Invalid {
                what: "database address",
            })?
            .application_name("thuocdo")
            .options([
                // The lock is held only briefly, unless the holder's machine stopped in the middle.
                ("lock_timeout", "10s"),
                ("idle_in_transaction_session_timeout", "60s"),
                ("client_min_messages", "warning"),
            ])
            .disable_statement_logging();
        let pool = PgPoolOptions::new()
            .max_connections(CONNECTIONS)
            .acquire_timeout(ACQUIRE)
            .connect_lazy_with(options);
        let mut backend = Self { pool, read_only: false };
        match backend.migrate().await {
            Err(StoreError::ReadOnly) => {
                backend.check_schema().await?;
                backend.read_only = true;
            }
            other => other?,
        }
        Ok(backend)
    }

    pub(crate) async fn read(&self) -> Result<PoolConnection<Db>> {
        self.explain_timeout(self.pool.acquire().await).await
    }

    /// Begins a read-only transaction on one consistent snapshot.
    pub(crate) async fn snapshot(&self) -> Result<Transaction<'static, Db>> {
        let begin = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
        self.explain_timeout(self.pool.begin_with(begin).await).await
    }

    /// Begins a write transaction; there is one at a time across all processes.
    pub(crate) async fn begin(&self) -> Result<Transaction<'static, Db>> {
        let mut transaction = self.explain_timeout(self.pool.begin().await).await?;
        sqlx::query("SELECT pg_advisory_xact_lock($1)")
            .bind(LOCK)
            .execute(&mut *transaction)
            .await?;
        Ok(transaction)
    }

    /// Returns a connection for a single write statement.
    pub(crate) async fn write(&self) -> Result<PoolConnection<Db>> {
        self.read().await
    }

    pub(crate) async fn ping(&self) -> Result<()> {
        self.newest_number().await.map(|_| ())
    }

    pub(crate) const fn read_only(&self) -> bool {
        self.read_only
    }

    pub(crate) async fn close(&self) {
        self.pool.close().await;
    }

    /// Determines why no connection was available: the pool retries silently while the database is down.
    async fn explain_timeout<T>(&self, result: Result<T, sqlx::Error>) -> Result<T> {
        match result {
            Err(sqlx::Error::PoolTimedOut) => {}
            other => return Ok(other?),
        }
        let options = self.pool.connect_options();
        match tokio::time::timeout(Duration::from_secs(1), options.connect()).await {
            Ok(Ok(connection)) => {
                let _ = connection.close().await;
                Err(StoreError::Busy)
            }
            _ => Err(StoreError::Unreachable),
        }
    }

    /// Listens for new edition numbers, and also polls every second: a notification may be lost with a connection.
    pub(crate) async fn watch(self, newest: watch::Sender<u32>) {
        let mut lost = false;
        while !self.pool.is_closed() {
            let mut listener = self.listen().await.ok();
            loop {
                self.poll_newest(&newest, &mut lost).await;
                let second = tokio::time::sleep(Duration::from_secs(1));
                let Some(listener) = &mut listener else {
                    second.await;
                    break;
                };
                tokio::select! {
                    () = second => {}
                    // The notification only triggers the next poll.
                    notification = listener.try_recv() => if !matches!(notification, Ok(Some(_))) {
                        break;
                    }
                }
            }
        }
    }

    async fn listen(&self) -> Result<PgListener, sqlx::Error> {
        let mut listener = PgListener::connect_with(&self.pool).await?;
        // Otherwise it waits for a lost connection to come back, without any polling in between.
        listener.eager_reconnect(false);
        listener.listen(CHANNEL).await?;
        Ok(listener)
    }

    /// Writes all tables to a new SQLite file.
    pub(crate) async fn backup(&self, to: &Path) -> Result<()> {
        let folder = sqlite::with_suffix(to, ".building");
        let result = self.build(&folder, to).await;
        let _ = std::fs::remove_dir_all(&folder);
        result
    }

    async fn build(&self, folder: &Path, to: &Path) -> Result<()> {
        // An interrupted backup may have left it behind.
        let _ = std::fs::remove_dir_all(folder);
        let copy = sqlite::Backend::open(folder).await?;
        let (sender, receiver) = crate::copy::channel();
        let (read, written) = tokio::join!(self.export(sender), copy.import(receiver, None));
        read.and(written)?;
        let result = copy.backup(to).await;
        copy.close().await;
        result
    }
}

/// Notifies all processes once the transaction is committed.
async fn announce(connection: &mut sqlx::PgConnection, number: u32) -> Result<()> {
    sqlx::query("SELECT pg_notify($1, $2)")
        .bind(CHANNEL)
        .bind(number.to_string())
        .execute(connection)
        .await?;
    Ok(())
}

/// Empty: PostgreSQL has no integrity check for clients. The caller reads and checks all data.
async fn integrity(_: &mut sqlx::PgConnection) -> Result<Vec<String>> {
    Ok(Vec::new())
}

/// Advances the id sequences past the rows that were inserted with explicit ids.
async fn reset_sequences(connection: &mut sqlx::PgConnection) -> Result<()> {
    const NEXT: [&str; 2] = [
        "SELECT setval(pg_get_serial_sequence('accounts', 'id'), (SELECT max(id) FROM accounts))",
        "SELECT setval(pg_get_serial_sequence('audit', 'id'), (SELECT max(id) FROM audit))",
    ];
    for sql in NEXT {
        sqlx::query(sql).execute(&mut *connection).await?;
    }
    Ok(())
}
