//! How a request ends if a job failed.

use app::admin::UserError;
use store::StoreError;

use super::{Rejection, trouble};
use crate::services::jobs::JobError;

/// What the page of a draft says of something that was not done; the end of the request where
/// that is no matter of the draft.
pub(crate) fn explained(error: JobError) -> Result<UserError, Rejection> {
    let refusal = match error {
        JobError::Refused(refusal) => refusal,
        JobError::Store(StoreError::NotFound) => return Err(Rejection::NotFound),
        JobError::Store(error) => trouble::refusal(&error),
    };
    match refusal {
        UserError::DiskFull | UserError::ReadOnly | UserError::Unreachable => Err(Rejection::Trouble(refusal)),
        refusal => Ok(refusal),
    }
}

/// The end of a request in any case.
pub(crate) fn stopped(error: JobError) -> Rejection {
    explained(error).map_or_else(|error| error, Rejection::Trouble)
}
