//! The page of a draft.

use app::admin::{DraftView, Page, Sibling, UserError};
use axum::response::Response;
use domain::Moment;
use store::{Draft, DraftFilter, DraftKind, Upload};

use super::{Rejection, RequestContext, Shown, approved_by, examined, jobs, state, upload_of};
use crate::http::{admin::catalogue, share};

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
