//! What an error of the store means for whoever asked, and with which status.

use app::admin::Refusal;
use axum::http::StatusCode;
use store::{Conflict, StoreError};

/// What went wrong, as pages say it. What they must not say goes to the log.
pub(crate) fn refusal(error: &StoreError) -> Refusal {
    match error {
        StoreError::Full => Refusal::DiskFull,
        StoreError::ReadOnly => Refusal::ReadOnly,
        StoreError::Unreachable | StoreError::Busy => Refusal::Unreachable,
        StoreError::LastAdministrator => Refusal::LastAdministrator,
        StoreError::Conflict(Conflict::Edition { newest }) => Refusal::NewerEdition(*newest),
        StoreError::Conflict(_) => Refusal::ChangedMeanwhile,
        error => {
            let cause = std::error::Error::source(error).map(ToString::to_string);
            tracing::error!(%error, cause, "the store failed");
            Refusal::Failed
        }
    }
}

/// The status of an answer that says why something was not done.
pub(crate) const fn status(refusal: &Refusal) -> StatusCode {
    match refusal {
        Refusal::WrongPassword
        | Refusal::ShortPassword(_)
        | Refusal::PasswordsDiffer
        | Refusal::BadName(_)
        | Refusal::NoFile
        | Refusal::BadFields(_)
        | Refusal::BadCorrection(_)
        | Refusal::HasErrors(_)
        | Refusal::NeedsReasons(_)
        | Refusal::NothingChanges
        | Refusal::WrongFiles(_) => StatusCode::UNPROCESSABLE_ENTITY,
        Refusal::Wait(_) => StatusCode::TOO_MANY_REQUESTS,
        Refusal::NameTaken(_)
        | Refusal::LastAdministrator
        | Refusal::NewerEdition(_)
        | Refusal::UndoOvertaken { .. }
        | Refusal::ChangedMeanwhile
        | Refusal::Overtaken(_)
        | Refusal::NeedsApproval => StatusCode::CONFLICT,
        Refusal::OwnDraft => StatusCode::FORBIDDEN,
        Refusal::FileTooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
        Refusal::DiskFull | Refusal::ReadOnly | Refusal::Unreachable => StatusCode::SERVICE_UNAVAILABLE,
        Refusal::Failed => StatusCode::INTERNAL_SERVER_ERROR,
    }
}
