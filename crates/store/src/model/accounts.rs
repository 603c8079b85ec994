//! Accounts, sessions and tokens.

use std::fmt;

use super::words;

words! {
    /// What an account is allowed to do.
    Role {
        /// Read, where reading requires an account.
        Reader = "reader",
        /// Also upload and publish.
        Analyst = "analyst",
        /// Also manage accounts and the catalogue.
        Administrator = "administrator",
    }
}

/// A user's account. Accounts are never deleted, only disabled: the history refers to them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Numeric id of the account.
    pub id: i64,
    /// Sign-in name: trimmed, in NFC, in lower case.
    pub name: String,
    /// Name that other users see.
    pub display_name: String,
    /// What the user is allowed to do.
    pub role: Role,
    /// When it was added, Unix time in milliseconds.
    pub created_at: i64,
    /// When it was disabled, Unix time in milliseconds; `None` if it is enabled.
    pub disabled_at: Option<i64>,
    /// Number of wrong passwords since the last successful sign-in.
    pub failures: u32,
    /// No password must be tried before this time, Unix time in milliseconds.
    pub retry_at: Option<i64>,
}

impl Account {
    /// Returns whether the account is enabled.
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
    /// Hash of the password, in PHC string format.
    pub password: String,
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials")
            .field("account", &self.account)
            .finish_non_exhaustive()
    }
}

/// An account to add.
#[derive(Clone)]
pub struct NewAccount {
    /// Sign-in name; stored trimmed, in NFC and in lower case.
    pub name: String,
    /// Name that other users see.
    pub display_name: String,
    /// Hash of the password, in PHC string format.
    pub password: String,
    /// What the user is allowed to do.
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

/// A browser session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// When it began, Unix time in milliseconds.
    pub created_at: i64,
    /// When it was last used, accurate to the minute, Unix time in milliseconds.
    pub seen_at: i64,
    /// When it expires, Unix time in milliseconds.
    pub expires_at: i64,
}

/// A session and its account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// The session.
    pub session: Session,
    /// The account of the session, in its current state.
    pub account: Account,
}

/// A token for the API. The token itself is not stored, only a hash of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiToken {
    /// Random hexadecimal text that identifies the token without revealing it.
    pub id: String,
    /// Id of its account.
    pub account: i64,
    /// Description of its purpose.
    pub label: String,
    /// When it was created, Unix time in milliseconds.
    pub created_at: i64,
    /// When it was last used, accurate to the minute, Unix time in milliseconds; `None` if never.
    pub used_at: Option<i64>,
    /// When it was revoked, Unix time in milliseconds; `None` if it is valid.
    pub revoked_at: Option<i64>,
}

/// A token that was just created.
#[derive(Clone, PartialEq, Eq)]
pub struct NewToken {
    /// The secret that is sent with each request. It is available only now, so it can be shown only once.
    pub secret: String,
    /// What is stored about it.
    pub token: ApiToken,
}

impl fmt::Debug for NewToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NewToken")
            .field("token", &self.token)
            .finish_non_exhaustive()
    }
}
