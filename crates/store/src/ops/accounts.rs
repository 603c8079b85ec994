//! Accounts.

use serde_json::{Value, json};
use sqlx::{query, query_as, query_scalar};

use super::super::{Backend, Db};
use super::{Connection, now, record, sessions, text};
use crate::error::{Result, StoreError};
use crate::model::{Account, Actor, Credentials, NewAccount, Role, action};
use crate::rows::{AccountRow, all};

macro_rules! accounts {
    ($rest:literal) => {
        concat!(
            "SELECT a.id, a.name, a.display_name, a.password, a.role, a.created_at AS account_created_at, ",
            "a.disabled_at, a.failures, a.retry_at FROM accounts a ",
            $rest
        )
    };
}

impl Backend {
    pub(crate) async fn add_account(&self, new: &NewAccount, by: &Actor) -> Result<Account> {
        let mut tx = self.begin().await?;
        let id: i64 = query_scalar(
            "INSERT INTO accounts (name, display_name, password, role, created_at) VALUES ($1, $2, $3, $4, $5) \
             RETURNING id",
        )
        .bind(text(&new.name))
        .bind(text(&new.display_name))
        .bind(text(&new.password))
        .bind(new.role.as_str())
        .bind(now())
        .fetch_one(&mut *tx)
        .await?;
        let account = account(&mut tx, id).await?;
        let detail = json!({ "role": new.role.as_str() });
        record(&mut tx, by, action::ACCOUNT_ADDED, &subject(&account), &detail).await?;
        tx.commit().await?;
        Ok(account)
    }

    pub(crate) async fn credentials(&self, name: &str) -> Result<Option<Credentials>> {
        const SQL: &str = accounts!("WHERE a.name = $1");
        let row = query_as::<Db, AccountRow>(SQL)
            .bind(text(name))
            .fetch_optional(&mut *self.read().await?)
            .await?;
        row.map(Credentials::try_from).transpose()
    }

    pub(crate) async fn account(&self, id: i64) -> Result<Account> {
        account(&mut *self.read().await?, id).await
    }

    pub(crate) async fn accounts(&self) -> Result<Vec<Account>> {
        const SQL: &str = accounts!("ORDER BY a.name, a.id");
        let rows = query_as::<Db, AccountRow>(SQL)
            .fetch_all(&mut *self.read().await?)
            .await?;
        all(rows)
    }

    pub(crate) async fn set_password(&self, id: i64, password: &str, keep: Option<&str>, by: &Actor) -> Result<()> {
        let mut tx = self.begin().await?;
        let account = account(&mut tx, id).await?;
        query("UPDATE accounts SET password = $2, failures = 0, retry_at = NULL WHERE id = $1")
            .bind(id)
            .bind(text(password))
            .execute(&mut *tx)
            .await?;
        let ended = sessions::end_all(&mut tx, id, keep).await?;
        let detail = json!({ "sessions": ended });
        record(&mut tx, by, action::PASSWORD_CHANGED, &subject(&account), &detail).await?;
        tx.commit().await?;
        Ok(())
    }

    pub(crate) async fn set_role(&self, id: i64, role: Role, by: &Actor) -> Result<Account> {
        let mut tx = self.begin().await?;
        let before = account(&mut tx, id).await?;
        query("UPDATE accounts SET role = $2 WHERE id = $1")
            .bind(id)
            .bind(role.as_str())
            .execute(&mut *tx)
            .await?;
        require_administrator(&mut tx, &before).await?;
        let detail = json!({ "from": before.role.as_str(), "to": role.as_str() });
        finish(tx, id, by, action::ROLE_CHANGED, &detail).await
    }

    pub(crate) async fn set_display_name(&self, id: i64, display_name: &str, by: &Actor) -> Result<Account> {
        let mut tx = self.begin().await?;
        let before = account(&mut tx, id).await?;
        query("UPDATE accounts SET display_name = $2 WHERE id = $1")
            .bind(id)
            .bind(text(display_name))
            .execute(&mut *tx)
            .await?;
        let detail = json!({ "from": before.display_name, "to": display_name });
        finish(tx, id, by, action::ACCOUNT_RENAMED, &detail).await
    }

    pub(crate) async fn set_enabled(&self, id: i64, enabled: bool, by: &Actor) -> Result<Account> {
        let mut tx = self.begin().await?;
        let before = account(&mut tx, id).await?;
        if before.enabled() == enabled {
            return Ok(before);
        }
        query("UPDATE accounts SET disabled_at = $2 WHERE id = $1")
            .bind(id)
            .bind((!enabled).then(now))
            .execute(&mut *tx)
            .await?;
        if enabled {
            return finish(tx, id, by, action::ACCOUNT_ENABLED, &Value::Null).await;
        }
        require_administrator(&mut tx, &before).await?;
        let detail = json!({ "sessions": sessions::end_all(&mut tx, id, None).await? });
        finish(tx, id, by, action::ACCOUNT_DISABLED, &detail).await
    }

    pub(crate) async fn note_failure(&self, id: i64) -> Result<Account> {
        let mut tx = self.begin().await?;
        let before = account(&mut tx, id).await?;
        let failures = before.failures.saturating_add(1);
        query("UPDATE accounts SET failures = $2, retry_at = $3 WHERE id = $1")
            .bind(id)
            .bind(i64::from(failures))
            .bind(delay(failures).map(|ms| now() + ms))
            .execute(&mut *tx)
            .await?;
        let by = Actor::account(id, &before.display_name);
        let detail = json!({ "failures": failures });
        finish(tx, id, &by, action::SIGN_IN_FAILED, &detail).await
    }

    pub(crate) async fn clear_failures(&self, id: i64) -> Result<()> {
        query("UPDATE accounts SET failures = 0, retry_at = NULL WHERE id = $1 AND failures > 0")
            .bind(id)
            .execute(&mut *self.write().await?)
            .await?;
        Ok(())
    }
}

pub(super) async fn account(connection: &mut Connection, id: i64) -> Result<Account> {
    const SQL: &str = accounts!("WHERE a.id = $1");
    let row = query_as::<Db, AccountRow>(SQL).bind(id).fetch_one(connection).await?;
    row.try_into()
}

/// Returns the account.
///
/// # Errors
/// [`StoreError::NotFound`] if it does not exist or is disabled.
pub(super) async fn enabled(connection: &mut Connection, id: i64) -> Result<Account> {
    let account = account(connection, id).await?;
    if account.enabled() {
        Ok(account)
    } else {
        Err(StoreError::NotFound)
    }
}

pub(super) fn subject(account: &Account) -> String {
    format!("account/{}", account.name)
}

async fn finish(
    mut tx: sqlx::Transaction<'static, Db>,
    id: i64,
    by: &Actor,
    action: &str,
    detail: &Value,
) -> Result<Account> {
    let account = account(&mut tx, id).await?;
    record(&mut tx, by, action, &subject(&account), detail).await?;
    tx.commit().await?;
    Ok(account)
}

/// Rejects a change of an administrator's account that leaves no enabled administrator.
async fn require_administrator(tx: &mut Connection, before: &Account) -> Result<()> {
    if !(before.enabled() && before.role == Role::Administrator) {
        return Ok(());
    }
    let remaining: i64 = query_scalar("SELECT COUNT(*) FROM accounts WHERE role = $1 AND disabled_at IS NULL")
        .bind(Role::Administrator.as_str())
        .fetch_one(tx)
        .await?;
    if remaining > 0 {
        Ok(())
    } else {
        Err(StoreError::LastAdministrator)
    }
}

/// Returns the delay after a number of consecutive wrong passwords, in milliseconds; `None` for the first two.
fn delay(failures: u32) -> Option<i64> {
    const MAX_DELAY: i64 = 15 * 60 * 1000;
    let doublings = failures.checked_sub(2).filter(|n| *n > 0)?;
    Some(
        1000_i64
            .checked_shl(doublings.min(20))
            .map_or(MAX_DELAY, |ms| ms.min(MAX_DELAY)),
    )
}

#[cfg(test)]
mod tests {
    use super::delay;

    #[test]
    fn the_delay_grows() {
        assert_eq!([0, 1, 2].map(delay), [None; 3]);
        assert_eq!([3, 4, 5].map(delay), [Some(2_000), Some(4_000), Some(8_000)]);
        assert_eq!(delay(12), Some(900_000));
        assert_eq!(delay(u32::MAX), Some(900_000));
    }
}
