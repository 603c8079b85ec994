//! PostgreSQL: several processes share one database.
//!
//! As with SQLite there is one transaction at a time that writes: it holds an advisory lock. So
//! both databases behave alike, and none of the checks in a transaction can be overtaken.

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

#[expect(
    clippy::duplicate_mod,
    reason = "what is asked of a database is written once for both"
)]
#[path = "ops/mod.rs"]
mod ops;

pub(crate) type Db = Postgres;
/// "thuocdo", as a number: the lock of whoever writes.
const LOCK: i64 = 0x0074_6875_6f63_646f;
const CHANNEL: &str = "thuocdo_editions";
const CONNECTIONS: u32 = 8;
/// How long to wait for a connection. A desk that says "not reachable" is better than one that hangs.
const ACQUIRE: Duration = Duration::from_secs(3);

pub(crate) static MIGRATIONS: LazyLock<Migrator> =
    LazyLock::new(|| migrations::migrator(&[(1, "first", include_str!("../migrations/postgres/0001_first.sql"))]));

/// The connections.
#[derive(Clone)]
pub(crate) struct Backend {
    pool: PgPool,
    /// The database can only be read, as it said when it was opened.
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
                // Whoever holds the lock works for a moment, unless its machine stopped in the middle.
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
        self.had(self.pool.acquire().await).await
    }

    /// A transaction that reads one state, whatever is written meanwhile.
    pub(crate) async fn snapshot(&self) -> Result<Transaction<'static, Db>> {
        let begin = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
        self.had(self.pool.begin_with(begin).await).await
    }

    /// A transaction that writes; there is one at a time, over all processes.
    pub(crate) async fn begin(&self) -> Result<Transaction<'static, Db>> {
        let mut transaction = self.had(self.pool.begin().await).await?;
        sqlx::query("SELECT pg_advisory_xact_lock($1)")
            .bind(LOCK)
            .execute(&mut *transaction)
            .await?;
        Ok(transaction)
    }

    /// A connection for a single statement that writes.
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

    /// Finds out why no connection was to be had: the pool tries again in silence while the database is away.
    async fn had<T>(&self, got: Result<T, sqlx::Error>) -> Result<T> {
        match got {
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

    /// Listens for new numbers, and asks each second as well: a message may be lost with a connection.
    pub(crate) async fn watch(self, newest: watch::Sender<u32>) {
        let mut lost = false;
        while !self.pool.is_closed() {
            let mut listener = self.listen().await.ok();
            loop {
                self.look(&newest, &mut lost).await;
                let second = tokio::time::sleep(Duration::from_secs(1));
                let Some(listener) = &mut listener else {
                    second.await;
                    break;
                };
                tokio::select! {
                    () = second => {}
                    // What was heard is only the reason to ask.
                    heard = listener.try_recv() => if !matches!(heard, Ok(Some(_))) {
                        break;
                    }
                }
            }
        }
    }

    async fn listen(&self) -> Result<PgListener, sqlx::Error> {
        let mut listener = PgListener::connect_with(&self.pool).await?;
        // Otherwise it waits for a lost connection to come back, and nobody asks meanwhile.
        listener.eager_reconnect(false);
        listener.listen(CHANNEL).await?;
        Ok(listener)
    }

    /// Writes everything to an SQLite file that does not exist.
    pub(crate) async fn backup(&self, to: &Path) -> Result<()> {
        let folder = sqlite::beside(to, ".building");
        let built = self.build(&folder, to).await;
        let _ = std::fs::remove_dir_all(&folder);
        built
    }

    async fn build(&self, folder: &Path, to: &Path) -> Result<()> {
        // Left behind by a backup that was interrupted.
        let _ = std::fs::remove_dir_all(folder);
        let copy = sqlite::Backend::open(folder).await?;
        let (sender, receiver) = crate::copy::channel();
        let (read, written) = tokio::join!(self.export(sender), copy.import(receiver, None));
        read.and(written)?;
        let done = copy.backup(to).await;
        copy.close().await;
        done
    }
}

/// Tells all processes once the transaction is committed.
async fn announce(connection: &mut sqlx::PgConnection, number: u32) -> Result<()> {
    sqlx::query("SELECT pg_notify($1, $2)")
        .bind(CHANNEL)
        .bind(number.to_string())
        .execute(connection)
        .await?;
    Ok(())
}

/// The database looks after itself; what can be checked from outside is read by the caller.
async fn integrity(_: &mut sqlx::PgConnection) -> Result<Vec<String>> {
    Ok(Vec::new())
}

/// Rows with numbers of their own were written; the next numbers have to follow them.
async fn numbers_were_given(connection: &mut sqlx::PgConnection) -> Result<()> {
    const NEXT: [&str; 2] = [
        "SELECT setval(pg_get_serial_sequence('accounts', 'id'), (SELECT max(id) FROM accounts))",
        "SELECT setval(pg_get_serial_sequence('audit', 'id'), (SELECT max(id) FROM audit))",
    ];
    for sql in NEXT {
        sqlx::query(sql).execute(&mut *connection).await?;
    }
    Ok(())
}
