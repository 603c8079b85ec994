//! Accounts, sessions and tokens.

use std::fmt;

use super::words;

words! {
    /// What somebody may do.
    Role {
        /// Read, where reading needs an account.
        Reader = "reader",
        /// Upload and publish as well.
        Analyst = "analyst",
        /// Care for accounts and the catalogue as well.
        Administrator = "administrator",
    }
}

/// Somebody who can sign in. Accounts are never removed, only disabled: the history names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The account's number.
    pub id: i64,
    /// The name to sign in with: trimmed, composed (NFC), in small letters.
    pub name: String,
    /// The name that others read.
    pub display_name: String,
    /// What this person may do.
    pub role: Role,
    /// When it was added, Unix time in milliseconds.
    pub created_at: i64,
    /// Since when it cannot be used, Unix time in milliseconds.
    pub disabled_at: Option<i64>,
    /// Wrong passwords since the last right one.
    pub failures: u32,
    /// Before this time no password is to be tried, Unix time in milliseconds.
    pub retry_at: Option<i64>,
}

impl Account {
    /// Whether it can be used at all.
    #[must_use]
    pub const fn enabled(&self) -> bool {
        self.disabled_at.is_none()
    }
}

/// An account with the hash of its password.
#[derive(Clone, PartialEq, Eq)]
pub struct Credentials {
    /// The account.
    pub account: Account,
    /// The password's hash, a text in PHC format.
    pub password: String,
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials")
            .field("account", &self.account)
            .finish_non_exhaustive()
    }
}

/// An account that is to be added.
#[derive(Clone)]
pub struct NewAccount {
    /// The name to sign in with; kept trimmed, composed and in small letters.
    pub name: String,
    /// The name that others read.
    pub display_name: String,
    /// The password's hash, a text in PHC format.
    pub password: String,
    /// What this person may do.
    pub role: Role,
}

impl fmt::Debug for NewAccount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NewAccount")
            .field("name", &self.name)
            .field("role", &self.role)
            .finish_non_exhaustive()
    }
}

/// A session of a browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// When it began, Unix time in milliseconds.
    pub created_at: i64,
    /// When it was last used, to the minute, Unix time in milliseconds.
    pub seen_at: i64,
    /// When it ends at the latest, Unix time in milliseconds.
    pub expires_at: i64,
}

/// A session and whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// The session.
    pub session: Session,
    /// Whose it is, as the account is now.
    pub account: Account,
}

/// A token for the API. The token itself is not kept, only a hash of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiToken {
    /// Random hexadecimal text that names the token without giving it away.
    pub id: String,
    /// Whose it is.
    pub account: i64,
    /// What it is for.
    pub label: String,
    /// When it was made, Unix time in milliseconds.
    pub created_at: i64,
    /// When it was last used, to the minute, Unix time in milliseconds.
    pub used_at: Option<i64>,
    /// Since when it is not valid, Unix time in milliseconds.
    pub revoked_at: Option<i64>,
}

/// A token that was just made.
#[derive(Clone, PartialEq, Eq)]
pub struct NewToken {
    /// What is sent with each request. It can be shown once, now.
    pub secret: String,
    /// What is kept about it.
    pub token: ApiToken,
}

impl fmt::Debug for NewToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NewToken")
            .field("token", &self.token)
            .finish_non_exhaustive()
    }
}
