//! A file to be read, and why work on it was not done.

use app::admin::UserError;
use domain::{Snapshot, upload::Choices};

use super::pairs::encode;
use crate::services::reader::Failure;

/// Hash and name of the file, choices, edition.
pub(super) type Key = (String, String, String, u32);

/// A file and what was chosen for it.
#[derive(Clone, Debug)]
pub(crate) struct Job {
    /// SHA-256 of the bytes.
    pub(crate) hash: String,
    /// Name as sent.
    pub(crate) name: String,
    /// What an editor chose.
    pub(crate) choices: Choices,
}

/// What identifies the result of a job on an edition.
pub(super) fn key(job: &Job, current: &Snapshot) -> Key {
    (
        job.hash.clone(),
        job.name.clone(),
        encode(&job.choices.to_pairs()),
        current.edition.number,
    )
}

/// Why something was not done.
#[derive(Debug, thiserror::Error)]
pub(crate) enum JobError {
    /// It may not be done, or not now.
    #[error("refused: {0:?}")]
    Refused(UserError),
    /// The store did not do it.
    #[error(transparent)]
    Store(#[from] store::StoreError),
}

impl From<UserError> for JobError {
    fn from(refusal: UserError) -> Self {
        Self::Refused(refusal)
    }
}

impl From<Failure> for JobError {
    fn from(failure: Failure) -> Self {
        tracing::warn!(?failure, "a file was not read");
        Self::Refused(UserError::Failed)
    }
}
