//! A draft as pages show it, and how a change of it is stored.

use app::admin::{DraftState, UserError};
use domain::upload::Choices;
use store::{Draft, DraftChange};

use crate::{
    http::admin::RequestContext,
    services::jobs::{self, JobError},
};

/// A draft as it is to be shown: with what was just sent, even where it was refused.
#[derive(Clone, Debug)]
pub(crate) struct Shown<'a> {
    /// As stored.
    pub(crate) draft: &'a Draft,
    /// What is chosen.
    pub(crate) choices: Choices,
    /// The note for the edition.
    pub(crate) note: String,
}

impl<'a> Shown<'a> {
    /// As it is stored.
    pub(crate) fn of(draft: &'a Draft) -> Self {
        Self {
            draft,
            choices: jobs::choices(draft),
            note: draft.note.clone(),
        }
    }
}

/// Where a draft stands, as pages say it.
pub(crate) fn state(draft: &Draft) -> DraftState {
    match draft.state {
        store::DraftState::Open => DraftState::Open,
        store::DraftState::Published => DraftState::Published(draft.edition.unwrap_or_default()),
        store::DraftState::Discarded => DraftState::Discarded,
    }
}

/// Who agreed to this very state.
pub(crate) fn approved_by(draft: &Draft, base: u32) -> Option<&str> {
    let agreed = draft.approved_revision == Some(draft.revision) && draft.base == base;
    draft.approved_by.as_ref().filter(|_| agreed).map(|by| by.name.as_str())
}

/// Saves a change, unless there is none: that would only take an approval back.
pub(crate) async fn store_change(
    cx: &RequestContext,
    draft: &Draft,
    revision: i64,
    change: &DraftChange,
) -> Result<Draft, JobError> {
    if draft.revision != revision {
        return Err(UserError::ChangedMeanwhile.into());
    }
    let same = draft.choices == change.choices && draft.note == change.note && draft.upload == change.upload;
    if same && draft.base == change.base && draft.state == store::DraftState::Open {
        return Ok(draft.clone());
    }
    let by = cx.by().map_err(|_| UserError::Failed)?;
    Ok(cx.admin.store.save_draft(&draft.id, revision, change, &by).await?)
}
