//! What is asked of a database, written once. `sqlite.rs` and `postgres.rs` each take these files as modules of
//! their own, so [`Db`] is another database in each and nothing can be written for one of them alone.
//! All statements use `$1` and only what both databases understand.

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
    /// Brings the schema up to date, in one transaction and only one process at a time.
    pub(super) async fn migrate(&self) -> Result<()> {
        let mut tx = self.begin().await?;
        // `run` would make this future one that cannot be sent to another thread.
        MIGRATIONS.run_direct(None, &mut *tx, false).await?;
        // Where nothing can be written SQLite lets a transaction begin all the same, and only this says so.
        query("UPDATE accounts SET failures = 0 WHERE id < 0")
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(())
    }

    /// Whether a schema that cannot be changed is the one that we know.
    pub(super) async fn check_schema(&self) -> Result<()> {
        let known = MIGRATIONS.iter().map(|m| m.version).max();
        let sql = "SELECT MAX(version) FROM _sqlx_migrations";
        let found: Option<i64> = match query_scalar(sql).fetch_one(&mut *self.read().await?).await {
            Err(sqlx::Error::Database(error)) if error.message().contains("_sqlx_migrations") => None,
            other => other?,
        };
        match found {
            None => Err(StoreError::Corrupt {
                what: "this is no store of ours".to_owned(),
            }),
            found if found > known => Err(StoreError::NewerSchema),
            // It cannot be brought up to date where nothing can be written.
            found if found < known => Err(StoreError::ReadOnly),
            _ => Ok(()),
        }
    }

    /// Asks for the newest number and passes it on; says once when that fails, and once when it works again.
    pub(super) async fn look(&self, newest: &watch::Sender<u32>, lost: &mut bool) {
        let asked = match self.quiet_newest().await {
            Ok(number) => u32::try_from(number).map_err(|_| None),
            Err(error) => Err(Some(error)),
        };
        match asked {
            Ok(number) => {
                if std::mem::take(lost) {
                    tracing::info!("the database answers again");
                }
                crate::forward(newest, number);
            }
            Err(error) if !*lost => {
                *lost = true;
                tracing::warn!(store.error = ?error, "the database does not answer; readers keep the last edition");
            }
            Err(_) => {}
        }
    }

    async fn quiet_newest(&self) -> Result<i64, sqlx::Error> {
        let Ok(mut connection) = self.read().await else {
            return Err(sqlx::Error::PoolTimedOut);
        };
        query_scalar(editions::NEWEST).fetch_one(&mut *connection).await
    }
}

/// Adds a line to the audit log, in the transaction of what it tells about.
async fn record(tx: &mut Connection, by: &Actor, action: &str, subject: &str, detail: &Value) -> Result<()> {
    let detail = if detail.is_null() {
        String::new()
    } else {
        detail.to_string()
    };
    audit::append(tx, by, action, subject, &detail).await
}

/// Stores bytes unless they are there.
async fn put(tx: &mut Connection, packed: &crate::content::Packed) -> Result<()> {
    query("INSERT INTO blobs (hash, size, packed) VALUES ($1, $2, $3) ON CONFLICT (hash) DO NOTHING")
        .bind(&packed.hash)
        .bind(packed.size)
        .bind(&packed.bytes)
        .execute(tx)
        .await?;
    Ok(())
}

/// The most rows of a page.
fn limit(asked: u32) -> i64 {
    match asked {
        0 => 100,
        n => i64::from(n),
    }
}
