//! Browser sessions. Only a hash of each token is stored, so read access to the database does not allow signing in.

use serde_json::{Value, json};
use sqlx::{query, query_as, query_scalar};

use super::super::{Backend, Db};
use super::accounts::{account, enabled, subject};
use super::{Connection, now, record};
use crate::content::{hash, random};
use crate::error::Result;
use crate::model::{Actor, SignedIn, action};
use crate::rows::SignedInRow;

/// How old the recorded time of last use may be before it is updated, in milliseconds.
pub(super) const TOUCH_INTERVAL: i64 = 60_000;

impl Backend {
    pub(crate) async fn add_session(&self, id: i64, lifetime: i64) -> Result<String> {
        let token = random::<32>()?;
        let mut tx = self.begin().await?;
        let account = enabled(&mut tx, id).await?;
        let created_at = now();
        query(
            "INSERT INTO sessions (token_hash, account, created_at, seen_at, expires_at) VALUES ($1, $2, $3, $3, $4)",
        )
        .bind(hash(token.as_bytes()))
        .bind(id)
        .bind(created_at)
        .bind(created_at.saturating_add(lifetime))
        .execute(&mut *tx)
        .await?;
        let by = Actor::account(id, &account.display_name);
        record(&mut tx, &by, action::SIGNED_IN, &subject(&account), &Value::Null).await?;
        tx.commit().await?;
        Ok(token)
    }

    pub(crate) async fn session(&self, token: &str, idle: i64) -> Result<Option<SignedIn>> {
        let hash = hash(token.as_bytes());
        let now = now();
        let row = query_as::<Db, SignedInRow>(
            "SELECT s.created_at, s.seen_at, s.expires_at, a.id, a.name, a.display_name, a.password, a.role, \
             a.created_at AS account_created_at, a.disabled_at, a.failures, a.retry_at \
             FROM sessions s JOIN accounts a ON a.id = s.account \
             WHERE s.token_hash = $1 AND s.expires_at > $2 AND s.seen_at > $3 AND a.disabled_at IS NULL",
        )
        .bind(&hash)
        .bind(now)
        .bind(now.saturating_sub(idle))
        .fetch_optional(&mut *self.read().await?)
        .await?;
        let Some(row) = row else { return Ok(None) };
        let mut found = SignedIn::try_from(row)?;
        if now - found.session.seen_at >= TOUCH_INTERVAL.min(idle / 2) {
            let touched = self
                .touch("UPDATE sessions SET seen_at = $2 WHERE token_hash = $1", &hash, now)
                .await;
            if touched {
                found.session.seen_at = now;
            }
        }
        Ok(Some(found))
    }

    /// Updates the time of last use and returns whether that succeeded. A failure must not keep anyone from reading.
    pub(super) async fn touch(&self, sql: &'static str, key: &str, now: i64) -> bool {
        match self.write().await {
            Ok(mut connection) => query(sql).bind(key).bind(now).execute(&mut *connection).await.is_ok(),
            Err(_) => false,
        }
    }

    pub(crate) async fn end_session(&self, token: &str) -> Result<()> {
        let mut tx = self.begin().await?;
        let owner: Option<i64> = query_scalar("DELETE FROM sessions WHERE token_hash = $1 RETURNING account")
            .bind(hash(token.as_bytes()))
            .fetch_optional(&mut *tx)
            .await?;
        if let Some(id) = owner {
            let account = account(&mut tx, id).await?;
            let by = Actor::account(id, &account.display_name);
            record(&mut tx, &by, action::SIGNED_OUT, &subject(&account), &Value::Null).await?;
            tx.commit().await?;
        }
        Ok(())
    }

    pub(crate) async fn end_sessions(&self, id: i64, by: &Actor) -> Result<u64> {
        let mut tx = self.begin().await?;
        let account = account(&mut tx, id).await?;
        let ended = end_all(&mut tx, id, None).await?;
        let detail = json!({ "sessions": ended });
        record(&mut tx, by, action::SIGNED_OUT_EVERYWHERE, &subject(&account), &detail).await?;
        tx.commit().await?;
        Ok(ended)
    }

    pub(crate) async fn prune_sessions(&self) -> Result<u64> {
        let result = query("DELETE FROM sessions WHERE expires_at <= $1")
            .bind(now())
            .execute(&mut *self.write().await?)
            .await?;
        Ok(result.rows_affected())
    }
}

/// Ends the sessions of an account, except the one with the token `keep`. Returns their number.
pub(super) async fn end_all(tx: &mut Connection, id: i64, keep: Option<&str>) -> Result<u64> {
    let result = query("DELETE FROM sessions WHERE account = $1 AND token_hash <> $2")
        .bind(id)
        .bind(keep.map_or_else(String::new, |token| hash(token.as_bytes())))
        .execute(tx)
        .await?;
    Ok(result.rows_affected())
}
