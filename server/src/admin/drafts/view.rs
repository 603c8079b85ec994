//! The page of a draft.

use app::admin::{DraftState, DraftView, Page, Sibling, UserError};
use axum::response::Response;
use domain::{Moment, upload::Choices};
use store::{Draft, DraftFilter, DraftKind, Upload};

use super::{Rejection, RequestContext, examined, jobs, upload_of};
use crate::{admin::catalogue, share};

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

/// Answers with the page of a draft.
pub(crate) async fn show(
    cx: &RequestContext,
    shown: &Shown<'_>,
    refusal: Option<&UserError>,
) -> Result<Response, Rejection> {
    let draft = shown.draft;
    if draft.kind == DraftKind::Catalogue {
        return catalogue::show(cx, shown, refusal).await;
    }
    let upload = upload_of(cx, draft).await?;
    let examined = examined(cx, draft, &upload, &shown.choices).await?;
    let siblings = siblings(cx, draft, &upload).await?;
    let mut own: Vec<&str> = siblings.iter().map(|sibling| sibling.id.as_str()).collect();
    own.push(&draft.id);
    let same = jobs::same(&cx.admin.store, &own, &upload).await?;
    let base = examined.current.edition.number;
    let preview = share::preview_link(&cx.admin, cx.lang(), &draft.id)
        .filter(|_| draft.state == store::DraftState::Open && !examined.reading.entries.is_empty());
    let view = DraftView {
        id: &draft.id,
        revision: draft.revision,
        state: state(draft),
        upload: &upload.id,
        siblings: &siblings,
        file: &upload.name,
        size: upload.size,
        hash: &upload.hash,
        by: &draft.created_by.name,
        received: Moment(upload.received_at),
        choices: &shown.choices,
        reading: &examined.reading,
        difference: &examined.preview.difference,
        modes: &examined.modes,
        after: &examined.preview.snapshot,
        base,
        note: &shown.note,
        approved_by: approved_by(draft, base),
        same: &same,
        preview: preview.as_ref().map(|(link, until)| (link.as_str(), *until)),
        refusal,
    };
    let page = Page::Draft(&view);
    Ok(match refusal {
        Some(refusal) => cx.refuse(refusal, &page),
        None => cx.show(&page),
    })
}

/// The other drafts of the same upload.
async fn siblings(cx: &RequestContext, of: &Draft, upload: &Upload) -> Result<Vec<Sibling>, Rejection> {
    let filter = DraftFilter {
        upload: Some(upload.id.clone()),
        limit: 200,
        ..DraftFilter::default()
    };
    let mut drafts = cx.admin.store.drafts(&filter).await?;
    drafts.retain(|draft| draft.id != of.id);
    drafts.sort_by(|a, b| (a.created_at, &a.id).cmp(&(b.created_at, &b.id)));
    let edition = cx.admin.program.newest();
    let sibling = |draft: Draft| {
        let choices = jobs::choices(&draft);
        let holds = cx.admin.jobs.held(upload, &choices, edition);
        Sibling {
            state: state(&draft),
            holds: holds.map(jobs::Holds::shown),
            sheets: jobs::tables_of(&choices).into_iter().map(|table| table.sheet).collect(),
            id: draft.id,
        }
    };
    Ok(drafts.into_iter().map(sibling).collect())
}
