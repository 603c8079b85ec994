//! Tokens for the API. Only a hash of each is stored.

use serde_json::json;
use sqlx::{query, query_as};

use super::super::{Backend, Db};
use super::accounts::enabled;
use super::sessions::TOUCH_INTERVAL;
use super::{now, record, text};
use crate::content::{hash, random};
use crate::error::Result;
use crate::model::{Account, Actor, ApiToken, NewToken, action};
use crate::rows::{TokenOwnerRow, TokenRow};

macro_rules! tokens {
    ($rest:literal) => {
        concat!(
            "SELECT t.id AS token_id, t.account, t.label, t.created_at, t.used_at, t.revoked_at FROM tokens t ",
            $rest
        )
    };
}

impl Backend {
    pub(crate) async fn add_token(&self, account: i64, label: &str, by: &Actor) -> Result<NewToken> {
        const SQL: &str = tokens!("WHERE t.id = $1");
        let id = random::<8>()?;
        // The prefix lets secret scanners recognise a token that was leaked.
        let secret = format!("thuocdo_{}", random::<32>()?);
        let mut tx = self.begin().await?;
        let owner = enabled(&mut tx, account).await?;
        query("INSERT INTO tokens (id, token_hash, account, label, created_at) VALUES ($1, $2, $3, $4, $5)")
            .bind(&id)
            .bind(hash(secret.as_bytes()))
            .bind(account)
            .bind(text(label))
            .bind(now())
            .execute(&mut *tx)
            .await?;
        let detail = json!({ "account": owner.name, "label": label });
        record(&mut tx, by, action::TOKEN_ADDED, &format!("token/{id}"), &detail).await?;
        let row = query_as::<Db, TokenRow>(SQL).bind(&id).fetch_one(&mut *tx).await?;
        tx.commit().await?;
        Ok(NewToken {
            secret,
            token: row.into(),
        })
    }

    pub(crate) async fn token(&self, secret: &str) -> Result<Option<(ApiToken, Account)>> {
        let now = now();
        let row = query_as::<Db, TokenOwnerRow>(
            "SELECT t.id AS token_id, t.account, t.label, t.created_at, t.used_at, t.revoked_at, \
             a.id, a.name, a.display_name, a.password, a.role, a.created_at AS account_created_at, \
             a.disabled_at, a.failures, a.retry_at \
             FROM tokens t JOIN accounts a ON a.id = t.account \
             WHERE t.token_hash = $1 AND t.revoked_at IS NULL AND a.disabled_at IS NULL",
        )
        .bind(hash(secret.as_bytes()))
        .fetch_optional(&mut *self.read().await?)
        .await?;
        let Some(row) = row else { return Ok(None) };
        let mut token = ApiToken::from(row.token);
        if token.used_at.is_none_or(|used| now - used >= TOUCH_INTERVAL) {
            let touched = self
                .touch("UPDATE tokens SET used_at = $2 WHERE id = $1", &token.id, now)
                .await;
            if touched {
                token.used_at = Some(now);
            }
        }
        Ok(Some((token, row.account.try_into()?)))
    }

    pub(crate) async fn tokens(&self, account: i64) -> Result<Vec<ApiToken>> {
        const SQL: &str = tokens!("WHERE t.account = $1 ORDER BY t.created_at DESC, t.id");
        let rows = query_as::<Db, TokenRow>(SQL)
            .bind(account)
            .fetch_all(&mut *self.read().await?)
            .await?;
        Ok(rows.into_iter().map(Into::into).collect())
    }

    pub(crate) async fn revoke_token(&self, id: &str, by: &Actor) -> Result<()> {
        const SQL: &str = tokens!("WHERE t.id = $1");
        let mut tx = self.begin().await?;
        let row = query_as::<Db, TokenRow>(SQL).bind(text(id)).fetch_one(&mut *tx).await?;
        let token = ApiToken::from(row);
        if token.revoked_at.is_some() {
            return Ok(());
        }
        query("UPDATE tokens SET revoked_at = $2 WHERE id = $1")
            .bind(&token.id)
            .bind(now())
            .execute(&mut *tx)
            .await?;
        let detail = json!({ "label": token.label });
        record(
            &mut tx,
            by,
            action::TOKEN_REVOKED,
            &format!("token/{}", token.id),
            &detail,
        )
        .await?;
        tx.commit().await?;
        Ok(())
    }
}
