//! Pages as fragments for islands.

use axum::{http::StatusCode, response::Response};
use http_body_util::BodyExt as _;
use islands::calls::Fragment;

use super::Rejection;

/// The HTML of an answer that was not compressed.
pub(super) async fn html(response: Response) -> Result<Fragment, Rejection> {
    let failed = || Rejection::Trouble(app::admin::UserError::Failed);
    if response.status() != StatusCode::OK {
        return Err(failed());
    }
    let body = response.into_body().collect().await.map_err(|_| failed())?;
    let text = String::from_utf8(body.to_bytes().into());
    text.map(Fragment).map_err(|_| failed())
}
