//! What an error of the store means for the caller, and its status.

use app::admin::UserError;
use axum::http::StatusCode;
use store::{Conflict, StoreError};

/// What went wrong, as pages say it. What they must not say goes to the log.
pub(crate) fn refusal(error: &StoreError) -> UserError {
    match error {
        StoreError::Full => UserError::DiskFull,
        StoreError::ReadOnly => UserError::ReadOnly,
        StoreError::Unreachable | StoreError::Busy => UserError::Unreachable,
        StoreError::LastAdministrator => UserError::LastAdministrator,
        StoreError::Conflict(Conflict::Edition { newest }) => UserError::NewerEdition(*newest),
        StoreError::Conflict(_) => UserError::ChangedMeanwhile,
        error => {
            let cause = std::error::Error::source(error).map(ToString::to_string);
            tracing::error!(%error, cause, "the store failed");
            UserError::Failed
        }
    }
}

/// The status of an answer that says why something was not done.
pub(crate) const fn status(refusal: &UserError) -> StatusCode {
    match refusal {
        UserError::WrongPassword
        | UserError::ShortPassword(_)
        | UserError::PasswordsDiffer
        | UserError::BadName(_)
        | UserError::NoFile
        | UserError::BadFields(_)
        | UserError::BadCorrection(_)
        | UserError::HasErrors(_)
        | UserError::NeedsReasons(_)
        | UserError::NothingChanges
        | UserError::WrongFiles(_) => StatusCode::UNPROCESSABLE_ENTITY,
        UserError::Wait(_) => StatusCode::TOO_MANY_REQUESTS,
        UserError::NameTaken(_)
        | UserError::LastAdministrator
        | UserError::NewerEdition(_)
        | UserError::UndoOvertaken { .. }
        | UserError::ChangedMeanwhile
        | UserError::Overtaken(_)
        | UserError::NeedsApproval => StatusCode::CONFLICT,
        UserError::OwnDraft => StatusCode::FORBIDDEN,
        UserError::FileTooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
        UserError::TooLongForWorkbook => StatusCode::UNPROCESSABLE_ENTITY,
        UserError::DiskFull | UserError::ReadOnly | UserError::Unreachable => StatusCode::SERVICE_UNAVAILABLE,
        UserError::Failed => StatusCode::INTERNAL_SERVER_ERROR,
    }
}
