//! What belongs to a draft: its file, what was understood of it, who may change it.

use std::sync::Arc;

use app::admin::Role;
use domain::upload::Choices;
use store::{Draft, DraftKind, DraftState, Upload};

use crate::{
    http::admin::{Rejection, RequestContext, failure::stopped},
    services::jobs,
};

/// The file of a draft of figures.
pub(crate) async fn upload_of(cx: &RequestContext, draft: &Draft) -> Result<Upload, Rejection> {
    let id = draft.upload.as_deref().ok_or(Rejection::NotFound)?;
    Ok(cx.admin.store.upload(id).await?)
}

/// Changes of the catalogue are the administrator's.
pub(crate) fn may_change(cx: &RequestContext, draft: &Draft) -> Result<(), Rejection> {
    let role = cx.signed_in()?.role();
    if draft.kind == DraftKind::Catalogue && role < Role::Administrator {
        return Err(Rejection::Forbidden);
    }
    Ok(())
}

/// What was understood of the file of a draft. One that was published is compared with the edition
/// that it followed, all others with the newest.
pub(crate) async fn examined(
    cx: &RequestContext,
    draft: &Draft,
    upload: &Upload,
    choices: &Choices,
) -> Result<Arc<jobs::ImportPreview>, Rejection> {
    let admin = &cx.admin;
    let past = (draft.state == DraftState::Published).then_some(draft.base);
    let current = match past {
        Some(base) => admin.edition_loader.edition(base).await?.ok_or(Rejection::NotFound)?,
        None => admin.current()?,
    };
    let examined = jobs::examine_draft(&admin.store, &admin.jobs, current, upload, choices).await;
    examined.map_err(stopped)
}
