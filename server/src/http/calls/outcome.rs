//! What comes of a call, for an island and for an ordinary form.

use app::{Body, PageResponse};
use axum::{
    http::{HeaderValue, StatusCode},
    response::Response,
};
use islands::calls::Fragment;

/// What a function did.
pub(super) struct CallOutcome {
    /// Where the form leads without JavaScript.
    pub(super) page: Response,
    /// What an island puts on its page, or why nothing was done.
    pub(super) fragment: Result<Fragment, StatusCode>,
    /// What the browser is to remember.
    pub(super) cookies: Vec<HeaderValue>,
}

impl CallOutcome {
    /// Nothing was done; the page says why.
    pub(super) fn refused(page: Response) -> Self {
        Self {
            fragment: Err(page.status()),
            page,
            cookies: Vec::new(),
        }
    }
}

/// The part of a page that was made for a call.
pub(super) fn fragment(made: PageResponse) -> Result<Fragment, StatusCode> {
    match made.body {
        Body::Fragment(html) => Ok(Fragment(html)),
        _ => Err(StatusCode::from_u16(made.status)
            .ok()
            .filter(|status| !status.is_success())
            .unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)),
    }
}
