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
    /// [`StoreError::Taken`] when the name is in use, [`StoreError::Invalid`] when it is empty.
    pub async fn add_account(&self, new: NewAccount, by: &Actor) -> Result<Account> {
        let name = sign_in_name(&new.name);
        if name.is_empty() {
            return Err(StoreError::Invalid { what: "name" });
        }
        let new = NewAccount { name, ..new };
        each!(self, add_account(&new, by))
    }

    /// The account with this name to sign in with, in any case, with the hash of its password.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn credentials(&self, name: &str) -> Result<Option<Credentials>> {
        let name = sign_in_name(name);
        each!(self, credentials(&name))
    }

    /// The account with this number.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none.
    pub async fn account(&self, id: i64) -> Result<Account> {
        each!(self, account(id))
    }

    /// All accounts by name, also disabled ones.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn accounts(&self) -> Result<Vec<Account>> {
        each!(self, accounts())
    }

    /// Gives an account another password and ends its sessions, except the one with the token `keep`.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such account.
    pub async fn set_password(&self, id: i64, password: &str, keep: Option<&str>, by: &Actor) -> Result<()> {
        each!(self, set_password(id, password, keep, by))
    }

    /// Gives an account another role.
    ///
    /// # Errors
    /// [`StoreError::LastAdministrator`] when nobody could care for accounts any more;
    /// [`StoreError::NotFound`] when there is no such account.
    pub async fn set_role(&self, id: i64, role: Role, by: &Actor) -> Result<Account> {
        each!(self, set_role(id, role, by))
    }

    /// Gives an account another display name.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such account.
    pub async fn set_display_name(&self, id: i64, display_name: &str, by: &Actor) -> Result<Account> {
        each!(self, set_display_name(id, display_name, by))
    }

    /// Disables an account, which ends its sessions, or enables it again.
    ///
    /// # Errors
    /// [`StoreError::LastAdministrator`] when nobody could care for accounts any more;
    /// [`StoreError::NotFound`] when there is no such account.
    pub async fn set_enabled(&self, id: i64, enabled: bool, by: &Actor) -> Result<Account> {
        each!(self, set_enabled(id, enabled, by))
    }

    /// Notes a wrong password. From the third in a row on, [`Account::retry_at`] lies ahead:
    /// 2 s, then twice as long each time, at most 15 minutes.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such account.
    pub async fn note_failure(&self, id: i64) -> Result<Account> {
        each!(self, note_failure(id))
    }

    /// Forgets wrong passwords, after a right one.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn clear_failures(&self, id: i64) -> Result<()> {
        each!(self, clear_failures(id))
    }

    /// Begins a session and gives its token, which goes into the cookie and is not kept.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such account or it is disabled.
    pub async fn add_session(&self, account: i64, lifetime: Duration) -> Result<String> {
        each!(self, add_session(account, milliseconds(lifetime)))
    }

    /// Whose session this is; nothing when it is unknown, over, not used for longer than `idle`,
    /// or its account is disabled. Its last use is noted at most once a minute.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn session(&self, token: &str, idle: Option<Duration>) -> Result<Option<SignedIn>> {
        let idle = idle.map_or(i64::MAX, milliseconds);
        each!(self, session(token, idle))
    }

    /// Ends a session; nothing happens when it is unknown.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn end_session(&self, token: &str) -> Result<()> {
        each!(self, end_session(token))
    }

    /// Ends all sessions of an account and says how many there were.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn end_sessions(&self, account: i64, by: &Actor) -> Result<u64> {
        each!(self, end_sessions(account, by))
    }

    /// Removes sessions that are over, and says how many.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn prune_sessions(&self) -> Result<u64> {
        each!(self, prune_sessions())
    }

    /// Makes a token for the API.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such account or it is disabled.
    pub async fn add_token(&self, account: i64, label: &str, by: &Actor) -> Result<NewToken> {
        each!(self, add_token(account, label, by))
    }

    /// Whose token this is; nothing when it is unknown or revoked, or its account is disabled.
    /// Its last use is noted at most once a minute.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn token(&self, secret: &str) -> Result<Option<(ApiToken, Account)>> {
        each!(self, token(secret))
    }

    /// The tokens of an account, newest first, also revoked ones.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn tokens(&self, account: i64) -> Result<Vec<ApiToken>> {
        each!(self, tokens(account))
    }

    /// Revokes a token by its id; nothing happens when it was revoked before.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none.
    pub async fn revoke_token(&self, id: &str, by: &Actor) -> Result<()> {
        each!(self, revoke_token(id, by))
    }

    /// Adds a line to the audit log. What the store does itself is in the log already.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn note(&self, by: &Actor, action: &str, subject: &str, detail: &str) -> Result<()> {
        each!(self, note(by, action, subject, detail))
    }

    /// A page of the audit log, newest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn audit(&self, filter: &AuditFilter) -> Result<Vec<AuditEntry>> {
        each!(self, audit(filter))
    }
}

/// One spelling for each name: people type it with or without capitals, and systems write accents in two ways.
fn sign_in_name(name: &str) -> String {
    name.trim().to_lowercase().nfc().collect()
}

fn milliseconds(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}
