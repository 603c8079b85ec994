//! Drafts: looked at, changed, agreed to, published, given up.

mod files;
mod lookup;
mod posts;
mod shown;
mod view;

use axum::{
    Router,
    extract::{DefaultBodyLimit, Path},
    response::Response,
    routing::{get, post},
};

use islands::calls::Fragment;

use super::{Rejection, RequestContext};
use crate::services::jobs;

pub(crate) use lookup::{examined, may_change, upload_of};
pub(crate) use posts::{choices, put, save, with_reasons};
pub(crate) use shown::{Shown, approved_by, state, store_change};
pub(crate) use view::show;

/// Longest form of choices: a file with thousands of unknown names has thousands of fields.
pub(crate) const LONGEST_FORM: usize = 8 << 20;

/// The routes.
pub(super) fn routes() -> Router<std::sync::Arc<super::Admin>> {
    let at = |what: &str| format!("/{{lang}}/desk/drafts/{{id}}{what}");
    Router::new()
        .route(&at(""), get(page))
        .route(&at("/choices"), post(choices))
        .route(&at("/approve"), post(posts::approve))
        .route(&at("/discard"), post(posts::discard))
        .route(&at("/publish"), post(posts::publish))
        .layer(DefaultBodyLimit::max(LONGEST_FORM))
        .merge(
            Router::new()
                .route(&at("/file"), post(posts::file))
                .layer(DefaultBodyLimit::disable()),
        )
        .route(&at("/remarks"), get(files::annotated))
        .route(&at("/issues.csv"), get(files::issues))
        .route(&at("/original"), get(files::original))
}

/// The content of a draft's page, without the frame around it.
pub(crate) async fn content(cx: &RequestContext, id: &str) -> Result<Fragment, Rejection> {
    let draft = cx.admin.store.draft(id).await?;
    super::fragment::html(show(cx, &Shown::of(&draft), None).await?).await
}

async fn page(cx: RequestContext, Path((_, id)): Path<(String, String)>) -> Result<Response, Rejection> {
    let draft = cx.admin.store.draft(&id).await?;
    show(&cx, &Shown::of(&draft), None).await
}
