//! Accounts, sessions, tokens and the audit log.

use std::time::Duration;

use unicode_normalization::UnicodeNormalization;

use super::{Store, each};
use crate::error::{Result, StoreError};
use crate::model::{
    Account, Actor, ApiToken, AuditEntry, AuditFilter, Credentials, NewAccount, NewToken, Role, SignedIn,
};

impl Store {
    /// Adds an account.
    ///
    /// # Errors
    /// [`StoreError::Taken`] if the name is in use, [`StoreError::Invalid`] if it is empty.
    pub async fn add_account(&self, new: NewAccount, by: &Actor) -> Result<Account> {
        let name = sign_in_name(&new.name);
        if name.is_empty() {
            return Err(StoreError::Invalid { what: "name" });
        }
        let new = NewAccount { name, ..new };
        each!(self, add_account(&new, by))
    }

    /// Returns the account with this sign-in name and the hash of its password; `None` if there is none.
    /// The case of the name does not matter.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn credentials(&self, name: &str) -> Result<Option<Credentials>> {
        let name = sign_in_name(name);
        each!(self, credentials(&name))
    }

    /// Returns the account with this id.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] if it does not exist.
    pub async fn account(&self, id: i64) -> Result<Account> {
        each!(self, account(id))
    }

    /// Returns all accounts sorted by name, including disabled ones.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn accounts(&self) -> Result<Vec<Account>> {
        each!(self, accounts())
    }

    /// Changes the password of an account and ends its sessions, except the one with the token `keep`.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] if there is no such account.
    pub async fn set_password(&self, id: i64, password: &str, keep: Option<&str>, by: &Actor) -> Result<()> {
        each!(self, set_password(id, password, keep, by))
    }

    /// Changes the role of an account.
    ///
    /// # Errors
    /// [`StoreError::LastAdministrator`] if no enabled administrator would remain;
    /// [`StoreError::NotFound`] if there is no such account.
    pub async fn set_role(&self, id: i64, role: Role, by: &Actor) -> Result<Account> {
        each!(self, set_role(id, role, by))
    }

    /// Changes the display name of an account.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] if there is no such account.
    pub async fn set_display_name(&self, id: i64, display_name: &str, by: &Actor) -> Result<Account> {
        each!(self, set_display_name(id, display_name, by))
    }

    /// Disables an account, which ends its sessions, or enables it again.
    ///
    /// # Errors
    /// [`StoreError::LastAdministrator`] if no enabled administrator would remain;
    /// [`StoreError::NotFound`] if there is no such account.
    pub async fn set_enabled(&self, id: i64, enabled: bool, by: &Actor) -> Result<Account> {
        each!(self, set_enabled(id, enabled, by))
    }

    /// Records a wrong password. From the third consecutive one on, [`Account::retry_at`] is in the future:
    /// by 2 s, then twice as long each time, at most 15 minutes.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] if there is no such account.
    pub async fn note_failure(&self, id: i64) -> Result<Account> {
        each!(self, note_failure(id))
    }

    /// Resets the count of wrong passwords, after a correct one.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn clear_failures(&self, id: i64) -> Result<()> {
        each!(self, clear_failures(id))
    }

    /// Starts a session and returns its token, which goes into the cookie and is not stored.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] if there is no such account or it is disabled.
    pub async fn add_session(&self, account: i64, lifetime: Duration) -> Result<String> {
        each!(self, add_session(account, milliseconds(lifetime)))
    }

    /// Returns the session with this token and its account; `None` if it is unknown, expired, unused for longer
    /// than `idle`, or its account is disabled. Its last use is recorded at most once per minute.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn session(&self, token: &str, idle: Option<Duration>) -> Result<Option<SignedIn>> {
        let idle = idle.map_or(i64::MAX, milliseconds);
        each!(self, session(token, idle))
    }

    /// Ends a session; does nothing if it is unknown.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn end_session(&self, token: &str) -> Result<()> {
        each!(self, end_session(token))
    }

    /// Ends all sessions of an account and returns their number.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn end_sessions(&self, account: i64, by: &Actor) -> Result<u64> {
        each!(self, end_sessions(account, by))
    }

    /// Deletes expired sessions and returns their number.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn prune_sessions(&self) -> Result<u64> {
        each!(self, prune_sessions())
    }

    /// Creates a token for the API.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] if there is no such account or it is disabled.
    pub async fn add_token(&self, account: i64, label: &str, by: &Actor) -> Result<NewToken> {
        each!(self, add_token(account, label, by))
    }

    /// Returns the token with this secret and its account; `None` if it is unknown or revoked, or its account is
    /// disabled. Its last use is recorded at most once per minute.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn token(&self, secret: &str) -> Result<Option<(ApiToken, Account)>> {
        each!(self, token(secret))
    }

    /// Returns the tokens of an account, newest first, including revoked ones.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn tokens(&self, account: i64) -> Result<Vec<ApiToken>> {
        each!(self, tokens(account))
    }

    /// Revokes a token by its id; does nothing if it is already revoked.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] if it does not exist.
    pub async fn revoke_token(&self, id: &str, by: &Actor) -> Result<()> {
        each!(self, revoke_token(id, by))
    }

    /// Adds an entry to the audit log. The store logs its own actions itself.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn note(&self, by: &Actor, action: &str, subject: &str, detail: &str) -> Result<()> {
        each!(self, note(by, action, subject, detail))
    }

    /// Returns a page of the audit log, newest first.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn audit(&self, filter: &AuditFilter) -> Result<Vec<AuditEntry>> {
        each!(self, audit(filter))
    }
}

/// Normalises a sign-in name: users type it in any case, and systems encode accents in two ways.
fn sign_in_name(name: &str) -> String {
    name.trim().to_lowercase().nfc().collect()
}

fn milliseconds(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}
