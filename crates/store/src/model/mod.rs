//! What goes into the store and comes out of it: plain data, without a database.
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

/// Who did something. The name is kept as it was then, so that the history still reads
/// when an account is renamed, and for actions of the program itself, which has no account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The account; nothing for the program and for the command line.
    pub account: Option<i64>,
    /// What people read, such as the account's display name.
    pub name: String,
}

impl Actor {
    /// Somebody with an account.
    #[must_use]
    pub fn account(id: i64, name: impl Into<String>) -> Self {
        Self {
            account: Some(id),
            name: name.into(),
        }
    }

    /// The program itself, or somebody at its command line.
    #[must_use]
    pub fn program(name: impl Into<String>) -> Self {
        Self {
            account: None,
            name: name.into(),
        }
    }
}

/// An enum that is stored as a word. The words are part of the format of the database.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name {
            $($(#[$vdoc])* $variant),+
        }

        impl $name {
            /// All of them, in the order in which they are listed here.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word that is stored.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word),+
                }
            }

            /// The value of a stored word; nothing for another one.
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
