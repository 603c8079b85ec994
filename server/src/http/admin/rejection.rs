//! Why a request to the administration ends early. The page for it is made by the guard, which knows the visitor.

use app::admin::UserError;
use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use store::StoreError;

use super::trouble;
use crate::services::edition_loader::ShowError;

/// Why a request ends early. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Rejection {
    /// An account is needed.
    SignIn,
    /// The account may not do this.
    Forbidden,
    /// Another site sent it.
    CrossSite,
    /// There is no such thing.
    NotFound,
    /// What was sent cannot be read as a form.
    BadForm(StatusCode),
    /// The store does not answer or cannot be written to, or something failed.
    Trouble(UserError),
}

impl Rejection {
    pub(crate) fn status(&self) -> StatusCode {
        match self {
            Self::SignIn => StatusCode::UNAUTHORIZED,
            Self::Forbidden | Self::CrossSite => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::BadForm(status) => *status,
            Self::Trouble(refusal) => trouble::status(refusal),
        }
    }
}

impl IntoResponse for Rejection {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        if self.status() == StatusCode::SERVICE_UNAVAILABLE {
            let seconds = HeaderValue::from_static("5");
            response.headers_mut().insert(header::RETRY_AFTER, seconds);
        }
        response.extensions_mut().insert(self);
        response
    }
}

impl From<StoreError> for Rejection {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NotFound => Self::NotFound,
            error => Self::Trouble(trouble::refusal(&error)),
        }
    }
}

impl From<ShowError> for Rejection {
    fn from(error: ShowError) -> Self {
        match error {
            ShowError::Store(error) => error.into(),
            error => {
                tracing::error!(%error, "an edition cannot be shown");
                Self::Trouble(UserError::Failed)
            }
        }
    }
}
