//! The queries, written once for both databases. `sqlite.rs` and `postgres.rs` each include these files as their
//! own module, with [`Db`] as their database, so no query can be written for only one of them.
//! All statements use `$1` placeholders and only the SQL that both databases support.

use serde_json::Value;
use sqlx::{Database, query, query_scalar};
use tokio::sync::watch;

use super::{Backend, Db, MIGRATIONS};
use crate::content::{now, text};
use crate::error::{Result, StoreError};
use crate::model::Actor;

mod accounts;
mod audit;
mod copy;
mod drafts;
mod editions;
mod sessions;
mod tokens;
mod uploads;
mod verify;

type Connection = <Db as Database>::Connection;

impl Backend {
    /// Brings the schema up to date in one transaction; only one process at a time does so.
    pub(super) async fn migrate(&self) -> Result<()> {
        let mut tx = self.begin().await?;
        // With `run` this future would not be `Send`.
        MIGRATIONS.run_direct(None, &mut *tx, false).await?;
        // SQLite begins a write transaction even on a read-only file; only a write reports the error.
        query("UPDATE accounts SET failures = 0 WHERE id < 0")
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(())
    }

    /// Checks that the schema of a read-only database is the current one.
    ///
    /// # Errors
    /// [`StoreError::NewerSchema`] if it is newer, [`StoreError::ReadOnly`] if it would have to be migrated.
    pub(super) async fn check_schema(&self) -> Result<()> {
        let known = MIGRATIONS.iter().map(|m| m.version).max();
        let sql = "SELECT MAX(version) FROM _sqlx_migrations";
        let found: Option<i64> = match query_scalar(sql).fetch_one(&mut *self.read().await?).await {
            Err(sqlx::Error::Database(error)) if error.message().contains("_sqlx_migrations") => None,
            other => other?,
        };
        match found {
            None => Err(StoreError::Corrupt {
                what: "this is not a database of this program".to_owned(),
            }),
            found if found > known => Err(StoreError::NewerSchema),
            // A read-only database cannot be migrated.
            found if found < known => Err(StoreError::ReadOnly),
            _ => Ok(()),
        }
    }

    /// Queries the newest edition number and sends it to `newest`. Logs the first failure and the first success
    /// after it.
    pub(super) async fn poll_newest(&self, newest: &watch::Sender<u32>, lost: &mut bool) {
        let result = match self.query_newest().await {
            Ok(number) => u32::try_from(number).map_err(|_| None),
            Err(error) => Err(Some(error)),
        };
        match result {
            Ok(number) => {
                if std::mem::take(lost) {
                    tracing::info!("the database responds again");
                }
                crate::advance(newest, number);
            }
            Err(error) if !*lost => {
                *lost = true;
                tracing::warn!(store.error = ?error, "the database does not respond; readers stay on the last edition");
            }
            Err(_) => {}
        }
    }

    async fn query_newest(&self) -> Result<i64, sqlx::Error> {
        let Ok(mut connection) = self.read().await else {
            return Err(sqlx::Error::PoolTimedOut);
        };
        query_scalar(editions::NEWEST).fetch_one(&mut *connection).await
    }
}

/// Adds an entry to the audit log, in the same transaction as the change it describes.
async fn record(tx: &mut Connection, by: &Actor, action: &str, subject: &str, detail: &Value) -> Result<()> {
    let detail = if detail.is_null() {
        String::new()
    } else {
        detail.to_string()
    };
    audit::append(tx, by, action, subject, &detail).await
}

/// Stores bytes unless they are already stored.
async fn insert_blob(tx: &mut Connection, packed: &crate::content::Packed) -> Result<()> {
    query("INSERT INTO blobs (hash, size, packed) VALUES ($1, $2, $3) ON CONFLICT (hash) DO NOTHING")
        .bind(&packed.hash)
        .bind(packed.size)
        .bind(&packed.bytes)
        .execute(tx)
        .await?;
    Ok(())
}

/// Returns the maximum number of rows of a page; 0 means the default of 100.
fn limit(requested: u32) -> i64 {
    match requested {
        0 => 100,
        n => i64::from(n),
    }
}
