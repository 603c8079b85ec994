//! The data types of the store's API, independent of the database.
//!
//! All times are Unix times in milliseconds, by the clock of the machine that wrote them.
//! Ids of uploads, drafts and tokens are random hexadecimal texts; those of accounts are numbers.

mod accounts;
mod audit;
mod drafts;
mod editions;
mod fault;
mod uploads;

pub use accounts::{Account, ApiToken, Credentials, NewAccount, NewToken, Role, Session, SignedIn};
pub use audit::{AuditEntry, AuditFilter, action};
pub use drafts::{Draft, DraftAt, DraftChange, DraftFilter, DraftKind, DraftState, NewDraft, Profile};
pub use editions::{Edition, EditionFile, EditionKind, NewEdition, Note, Published, Restoring};
pub use fault::Fault;
pub use uploads::{Added, NewUpload, Upload, Via};

/// The user or program that performed an action. The name is stored as it was at that time: the history
/// stays readable after an account is renamed, and the program itself has no account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The account; `None` for the program and the command line.
    pub account: Option<i64>,
    /// The name to show, such as the account's display name.
    pub name: String,
}

impl Actor {
    /// Creates an actor with an account.
    #[must_use]
    pub fn account(id: i64, name: impl Into<String>) -> Self {
        Self {
            account: Some(id),
            name: name.into(),
        }
    }

    /// Creates an actor for the program itself or for a user of its command line.
    #[must_use]
    pub fn program(name: impl Into<String>) -> Self {
        Self {
            account: None,
            name: name.into(),
        }
    }
}

/// Defines an enum that is stored as a word. The words are part of the database format.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name {
            $($(#[$vdoc])* $variant),+
        }

        impl $name {
            /// All variants, in the order in which they are listed here.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Returns the word that is stored.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word),+
                }
            }

            /// Returns the variant of a stored word; `None` if the word is unknown.
            #[must_use]
            pub fn parse(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.as_str() == word)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}
use words;
