//! Errors of the store, and what the databases' error codes mean.

use crate::model::DraftState;

/// Why an operation of the store was rejected or failed. The store is then unchanged, with one exception
/// that no database can rule out: if the connection breaks during a commit, the error is
/// [`StoreError::Unreachable`] although the change may have been committed. For this reason,
/// publishing a draft again is safe.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The requested object does not exist.
    #[error("not found")]
    NotFound,
    /// Another user made a change first.
    #[error("conflict: {0}")]
    Conflict(Conflict),
    /// The name is in use.
    #[error("the name is taken")]
    Taken,
    /// The input cannot be stored.
    #[error("cannot be stored: {what}")]
    Invalid {
        /// The part of the input that is invalid, for developers.
        what: &'static str,
    },
    /// Too many connections are waiting for the database, or a transaction takes too long. Retrying may help.
    #[error("the database is busy")]
    Busy,
    /// The disk is full.
    #[error("the disk is full")]
    Full,
    /// The database is read-only, for example because its folder is.
    #[error("the database is read-only")]
    ReadOnly,
    /// The database does not respond or does not exist.
    #[error("the database cannot be reached")]
    Unreachable,
    /// The stored data is damaged.
    #[error("the store is damaged: {what}")]
    Corrupt {
        /// What is damaged.
        what: String,
    },
    /// The change would leave no enabled administrator.
    #[error("this is the last administrator")]
    LastAdministrator,
    /// A newer version of the program has changed the database.
    #[error("the database was made by a newer version of the program")]
    NewerSchema,
    /// A backup can only be restored into an empty store.
    #[error("the store is not empty")]
    NotEmpty,
    /// The file exists; a backup never overwrites a file.
    #[error("the file already exists")]
    Exists,
    /// Any other error; the log has the details.
    #[error("the store failed")]
    Other(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// What changed in the meantime.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Conflict {
    /// Another edition was published.
    #[error("the newest edition is {newest}")]
    Edition {
        /// The newest edition now; 0 if there is none.
        newest: u32,
    },
    /// The draft was changed.
    #[error("the draft is at revision {revision}")]
    Revision {
        /// Its revision now.
        revision: i64,
    },
    /// The draft is no longer open.
    #[error("the draft is {state}")]
    Closed {
        /// Its state now.
        state: DraftState,
        /// The edition that it became.
        edition: Option<u32>,
    },
}

/// The result of the store's functions.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;

impl From<Conflict> for StoreError {
    fn from(conflict: Conflict) -> Self {
        Self::Conflict(conflict)
    }
}

impl From<sqlx::Error> for StoreError {
    /// Classifies a database error and logs its message.
    fn from(error: sqlx::Error) -> Self {
        let meaning = meaning(&error);
        match &meaning {
            Self::NotFound | Self::Taken | Self::Other(_) => {}
            _ => tracing::warn!(store.error = %error, "{meaning}"),
        }
        match meaning {
            Self::Other(_) => Self::Other(Box::new(error)),
            meaning => meaning,
        }
    }
}

/// Classifies a database error. The details of `Other` are still empty.
fn meaning(error: &sqlx::Error) -> StoreError {
    use sqlx::Error;
    match error {
        Error::RowNotFound => StoreError::NotFound,
        Error::PoolTimedOut => StoreError::Busy,
        Error::PoolClosed | Error::Io(_) | Error::Tls(_) | Error::Protocol(_) | Error::WorkerCrashed => {
            StoreError::Unreachable
        }
        Error::ColumnDecode { .. } | Error::Decode(_) | Error::ColumnNotFound(_) => StoreError::Corrupt {
            what: error.to_string(),
        },
        Error::Database(database) if database.is_unique_violation() => StoreError::Taken,
        Error::Database(database) if database.is_foreign_key_violation() => StoreError::NotFound,
        Error::Database(database) => {
            let code = database.code().unwrap_or_default();
            let meaning = match code.parse::<u32>() {
                Ok(number) if database.try_downcast_ref::<sqlx::sqlite::SqliteError>().is_some() => sqlite(number),
                _ => postgres(&code),
            };
            match meaning {
                Some(StoreError::Corrupt { .. }) => StoreError::Corrupt {
                    what: database.message().to_owned(),
                },
                Some(meaning) => meaning,
                None => StoreError::Other("".into()),
            }
        }
        _ => StoreError::Other("".into()),
    }
}

/// Classifies SQLite's result codes, <https://www.sqlite.org/rescode.html>. The lowest byte of an extended code is its
/// primary code.
fn sqlite(code: u32) -> Option<StoreError> {
    // No space for the index of the write-ahead log, and the database file was moved.
    const IOERR_SHMSIZE: u32 = 10 | (19 << 8);
    const READONLY_DBMOVED: u32 = 8 | (4 << 8);
    Some(match (code, code & 0xff) {
        (IOERR_SHMSIZE, _) => StoreError::Full,
        (READONLY_DBMOVED, _) => StoreError::Unreachable,
        (_, 5 | 6) => StoreError::Busy,
        (_, 8) => StoreError::ReadOnly,
        (_, 10 | 14) => StoreError::Unreachable,
        (_, 11 | 26) => StoreError::Corrupt { what: String::new() },
        (_, 13) => StoreError::Full,
        _ => return None,
    })
}

/// Classifies PostgreSQL's error codes, <https://www.postgresql.org/docs/15/errcodes-appendix.html>.
fn postgres(code: &str) -> Option<StoreError> {
    Some(match code {
        "53100" => StoreError::Full,
        "25006" => StoreError::ReadOnly,
        // Too many connections, a lock or statement timeout, a deadlock, a serialization failure.
        "53300" | "55P03" | "57014" | "40001" | "40P01" => StoreError::Busy,
        // A damaged page, a damaged index.
        "XX001" | "XX002" => StoreError::Corrupt { what: String::new() },
        // Shut down or shutting down, no such database, a terminated idle transaction.
        "57P01" | "57P02" | "57P03" | "57P04" | "57P05" | "3D000" | "25P03" => StoreError::Unreachable,
        // Broken connections, wrong passwords.
        _ if code.starts_with("08") || code.starts_with("28") => StoreError::Unreachable,
        _ => return None,
    })
}

impl From<sqlx::migrate::MigrateError> for StoreError {
    fn from(error: sqlx::migrate::MigrateError) -> Self {
        use sqlx::migrate::MigrateError;
        match error {
            MigrateError::VersionMissing(_) => Self::NewerSchema,
            MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => error.into(),
            MigrateError::VersionMismatch(_) | MigrateError::Dirty(_) => Self::Corrupt {
                what: error.to_string(),
            },
            error => Self::Other(Box::new(error)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_both_databases_have_the_same_meaning() {
        let full = |e| matches!(e, Some(StoreError::Full));
        assert!(full(sqlite(13)) && full(sqlite(4874)) && full(postgres("53100")));
        let busy = |e| matches!(e, Some(StoreError::Busy));
        assert!(busy(sqlite(5)) && busy(sqlite(517)) && busy(postgres("55P03")));
        let read_only = |e| matches!(e, Some(StoreError::ReadOnly));
        assert!(read_only(sqlite(8)) && read_only(sqlite(1544)) && read_only(postgres("25006")));
        let unreachable = |e| matches!(e, Some(StoreError::Unreachable));
        assert!(
            unreachable(sqlite(14))
                && unreachable(sqlite(1032))
                && unreachable(postgres("57P01"))
                && unreachable(postgres("08006"))
        );
        assert!(sqlite(1).is_none() && postgres("42601").is_none());
    }
}
