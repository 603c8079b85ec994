//! Accounts, tokens and the audit log.

use domain::Moment;

/// What an account may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Read, where reading needs an account.
    Reader,
    /// Upload, publish, undo.
    Analyst,
    /// All that, accounts and the catalogue.
    Administrator,
}

impl Role {
    /// All roles.
    pub const ALL: [Self; 3] = [Self::Reader, Self::Analyst, Self::Administrator];

    /// Its name in forms and on the command line.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Reader => "reader",
            Self::Analyst => "analyst",
            Self::Administrator => "administrator",
        }
    }

    /// The role with this name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|r| r.code() == code)
    }
}

/// Who is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Viewer {
    /// Name to sign in with.
    pub name: String,
    /// Name to be shown.
    pub shown: String,
    /// What the account may do.
    pub role: Role,
}

/// An account in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountLine {
    /// Number in the store.
    pub id: i64,
    /// Name to sign in with.
    pub name: String,
    /// Name to be shown.
    pub shown: String,
    /// What it may do.
    pub role: Role,
    /// When it was added.
    pub created: Moment,
    /// When it was switched off.
    pub disabled: Option<Moment>,
}

/// A token for the API in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenLine {
    /// Its address part; not the secret itself.
    pub id: String,
    /// What it is for.
    pub label: String,
    /// When it was made.
    pub created: Moment,
    /// When it was used last.
    pub used: Option<Moment>,
}

/// A line of the audit log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditLine {
    /// When.
    pub at: Moment,
    /// Who.
    pub who: String,
    /// What was done: a code such as `edition.publish`.
    pub action: String,
    /// To what.
    pub subject: String,
    /// More of it: names such as `role` or `size`, and what they are.
    pub detail: Vec<(String, String)>,
}
