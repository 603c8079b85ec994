//! Why something did not work.

use crate::model::DraftState;

/// Why the store refused or could not do something. Nothing was changed then, with one exception
/// that no database can rule out: when the connection breaks during a commit, the answer is
/// [`StoreError::Unreachable`] although the change may have been made. Publishing a draft
/// again is safe for this reason.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no such thing.
    #[error("not found")]
    NotFound,
    /// Somebody else was faster.
    #[error("conflict: {0}")]
    Conflict(Conflict),
    /// The name is in use.
    #[error("the name is taken")]
    Taken,
    /// What was given cannot be stored.
    #[error("cannot be stored: {what}")]
    Invalid {
        /// What is wrong with it, for developers.
        what: &'static str,
    },
    /// Too many others wait for the database, or one takes too long. Trying again may help.
    #[error("the database is busy")]
    Busy,
    /// The disk is full.
    #[error("the disk is full")]
    Full,
    /// The database can only be read, for instance because its folder is read-only.
    #[error("the database can only be read")]
    ReadOnly,
    /// The database does not answer or is not there.
    #[error("the database cannot be reached")]
    Unreachable,
    /// What is stored is damaged.
    #[error("the store is damaged: {what}")]
    Corrupt {
        /// What is damaged.
        what: String,
    },
    /// Nobody could care for accounts any more.
    #[error("this is the last administrator")]
    LastAdministrator,
    /// A newer version of the program has changed the database.
    #[error("the database was made by a newer version of the program")]
    NewerSchema,
    /// A backup can only be restored into a store in which there is nothing.
    #[error("the store is not empty")]
    NotEmpty,
    /// A backup is never written over another file.
    #[error("the file exists already")]
    Exists,
    /// Anything else; the log has the details.
    #[error("the store failed")]
    Other(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// What changed in the meantime.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Conflict {
    /// Another edition was published.
    #[error("the newest edition is {newest}")]
    Edition {
        /// The newest edition now; 0 when there is none.
        newest: u32,
    },
    /// The draft was changed.
    #[error("the draft is at revision {revision}")]
    Revision {
        /// Its revision now.
        revision: i64,
    },
    /// The draft is not open any more.
    #[error("the draft is {state}")]
    Closed {
        /// Where it stands now.
        state: DraftState,
        /// The edition that it became.
        edition: Option<u32>,
    },
}

/// Short for what every function of the store gives.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;

impl From<Conflict> for StoreError {
    fn from(conflict: Conflict) -> Self {
        Self::Conflict(conflict)
    }
}
