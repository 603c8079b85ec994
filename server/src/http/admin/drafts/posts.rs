//! What is done with drafts. Each ends with another page, or with the same one that says why not.

use std::collections::BTreeSet;

use app::admin::{Notice, UserError};
use axum::{
    extract::{Path, Request},
    response::Response,
};
use domain::upload::Choices;
use store::{Draft, DraftChange, DraftFilter, DraftKind, DraftState, NewUpload, Via};

use super::{Rejection, RequestContext, Shown, may_change, show, store_change, upload_of};
use crate::{
    http::admin::{Fields, catalogue, failure::explained, fields, uploads},
    services::jobs::{self, JobError, PublishRequest, encode, single},
};

type Id = Path<(String, String)>;

/// Saves what was chosen, or the text of a file of the catalogue.
pub(crate) async fn choices(cx: RequestContext, Path((_, id)): Id, form: Fields) -> Result<Response, Rejection> {
    let draft = opened(&cx, &id).await?;
    if draft.kind == DraftKind::Catalogue {
        return match catalogue::save(&cx, &draft, &form).await {
            Ok(_) => Ok(cx.done(&address(&cx, &id), Some(&Notice::Saved))),
            Err(error) => refused(&cx, Shown::of(&draft), error).await,
        };
    }
    // Note and reasons stand in a form of their own: everything else stays as it is stored.
    let form = match single(&form.0, "only") {
        "reasons" => with_stored(&draft, form.0),
        _ => form.0,
    };
    match save(&cx, &draft, &form).await {
        Ok(_) => Ok(cx.done(&place(&cx, &id, &form), Some(&Notice::Saved))),
        Err(error) => {
            let now = cx.admin.store.draft(&id).await?;
            let mut shown = Shown::of(&draft);
            // Nobody types anything twice.
            (shown.choices, _) = Choices::readable(form.iter().map(|(n, v)| (n.as_str(), v.as_str())));
            if let Some((_, note)) = form.iter().find(|(name, _)| name == "note") {
                note.trim().clone_into(&mut shown.note);
            }
            let error = match error {
                JobError::Refused(UserError::ChangedMeanwhile) if now.state == DraftState::Open => {
                    UserError::Overtaken(differing(&jobs::choices(&now), &shown.choices)).into()
                }
                error => error,
            };
            refused(&cx, shown, error).await
        }
    }
}

/// Fields in which what is stored differs from what was typed: name, stored, typed.
fn differing(stored: &Choices, typed: &Choices) -> Vec<(String, String, String)> {
    let (stored, typed) = (stored.to_pairs(), typed.to_pairs());
    let value = |pairs: &[(String, String)], name: &str| {
        let found = pairs.iter().find(|(other, _)| other == name);
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    };
    let names: BTreeSet<&String> = stored.iter().chain(&typed).map(|(name, _)| name).collect();
    names
        .into_iter()
        .map(|name| (name.clone(), value(&stored, name), value(&typed, name)))
        .filter(|(_, stored, typed)| stored != typed)
        .collect()
}

/// What is stored, with the fields of a form in their places.
fn with_stored(draft: &Draft, form: Vec<(String, String)>) -> Vec<(String, String)> {
    let mut pairs = jobs::choices(draft).to_pairs();
    pairs.retain(|(name, _)| form.iter().all(|(other, _)| other != name));
    pairs.extend(form);
    pairs
}

/// The place on the draft's page where the one who saved was, or what the button opened.
fn place(cx: &RequestContext, id: &str, form: &[(String, String)]) -> String {
    let to = address(cx, id);
    let open = single(form, "open");
    if let Some(place) = app::admin::opened_at(open) {
        return format!("{to}?open={}#{place}", fields::encode(open));
    }
    let section = single(form, "at");
    let plain = (1..=20).contains(&section.len()) && section.bytes().all(|b| b.is_ascii_lowercase());
    if plain {
        format!("{to}?at={section}#{section}")
    } else {
        to
    }
}

/// Puts choices in the place of those that a draft has.
pub(crate) async fn save(cx: &RequestContext, draft: &Draft, form: &[(String, String)]) -> Result<Draft, JobError> {
    let chosen = Choices::from_pairs(form.iter().map(|(n, v)| (n.as_str(), v.as_str())));
    let mut chosen = chosen.map_err(|bad| {
        let bad = bad.into_iter().map(|b| (b.name, b.found)).collect();
        UserError::BadFields(bad)
    })?;
    let admin = &cx.admin;
    let current = admin.current().map_err(|_| UserError::Failed)?;
    let before = jobs::choices(draft);
    if (&chosen.indicator, &chosen.sheet) != (&before.indicator, &before.sheet) {
        let upload = upload_of(cx, draft).await.map_err(|_| UserError::Failed)?;
        let base = std::sync::Arc::clone(&current);
        (chosen, _) = jobs::understand(&admin.store, &admin.jobs, base, &upload, chosen).await?;
    }
    let note = match form.iter().find(|(name, _)| name == "note") {
        Some((_, note)) => note.trim().to_owned(),
        None => draft.note.clone(),
    };
    let change = DraftChange {
        choices: encode(&chosen.to_pairs()),
        note,
        base: current.edition.number,
        upload: draft.upload.clone(),
    };
    store_change(cx, draft, revision(form, draft), &change).await
}

/// Takes a corrected file into the draft; what was chosen stays.
pub(super) async fn file(cx: RequestContext, Path((_, id)): Id, request: Request) -> Result<Response, Rejection> {
    let draft = opened(&cx, &id).await?;
    if draft.kind != DraftKind::Figures {
        return Err(Rejection::NotFound);
    }
    match fixed(&cx, &draft, request).await {
        Ok(_) => Ok(cx.done(&address(&cx, &id), Some(&Notice::Saved))),
        Err(error) => refused(&cx, Shown::of(&draft), error).await,
    }
}

async fn fixed(cx: &RequestContext, draft: &Draft, request: Request) -> Result<Draft, JobError> {
    let received = uploads::gate(cx).form(request).await?;
    let revision = revision(&received.fields, draft);
    if draft.revision != revision || draft.state != DraftState::Open {
        return Err(UserError::ChangedMeanwhile.into());
    }
    let name = received.name.clone();
    let new = NewUpload {
        name,
        bytes: received.bytes().await?,
        by: cx.by().map_err(|_| UserError::Failed)?,
        via: Via::Browser,
    };
    let admin = &cx.admin;
    let current = admin.current().map_err(|_| UserError::Failed)?;
    let base = current.edition.number;
    let before = jobs::choices(draft);
    let (choices, _) = jobs::understand_new(&admin.store, &admin.jobs, current, &new, before).await?;
    let added = admin.store.add_upload(new).await?;
    let change = DraftChange {
        choices: encode(&choices.to_pairs()),
        note: draft.note.clone(),
        base,
        upload: Some(added.upload.id),
    };
    store_change(cx, draft, revision, &change).await
}

/// A second person agrees.
pub(super) async fn approve(cx: RequestContext, Path((_, id)): Id, form: Fields) -> Result<Response, Rejection> {
    let draft = opened(&cx, &id).await?;
    match agree(&cx, &draft, &form.0).await {
        Ok(_) => Ok(cx.done(&address(&cx, &id), Some(&Notice::Approved))),
        Err(error) => refused(&cx, Shown::of(&draft), error).await,
    }
}

async fn agree(cx: &RequestContext, draft: &Draft, form: &[(String, String)]) -> Result<Draft, JobError> {
    let by = cx.by().map_err(|_| UserError::Failed)?;
    if [&draft.created_by, &draft.changed_by]
        .iter()
        .any(|own| own.account == by.account)
    {
        return Err(UserError::OwnDraft.into());
    }
    let wish = wish(cx, form, draft)?;
    let newest = cx.admin.program.newest();
    jobs::unchanged(draft, &wish, newest)?;
    let store = &cx.admin.store;
    // What is agreed to is the difference from the newest edition.
    let seen = if draft.base == newest {
        draft.clone()
    } else {
        let change = DraftChange {
            choices: draft.choices.clone(),
            note: draft.note.clone(),
            base: newest,
            upload: draft.upload.clone(),
        };
        store
            .save_draft(&draft.id, draft.revision, &change, &draft.changed_by)
            .await?
    };
    Ok(store.approve_draft(&seen.id, seen.revision, &by).await?)
}

/// Gives a draft up.
pub(super) async fn discard(cx: RequestContext, Path((_, id)): Id, form: Fields) -> Result<Response, Rejection> {
    let draft = opened(&cx, &id).await?;
    let by = cx.by()?;
    let done = cx.admin.store.discard_draft(&id, revision(&form.0, &draft), &by).await;
    match done {
        Ok(_) => {
            let to = after_discarding(&cx, &draft).await?;
            Ok(cx.done(&cx.to(&to), Some(&Notice::Discarded)))
        }
        Err(error) => refused(&cx, Shown::of(&draft), error.into()).await,
    }
}

/// The page of the upload while other drafts of it are open; else the administration.
async fn after_discarding(cx: &RequestContext, draft: &Draft) -> Result<String, Rejection> {
    let Some(upload) = &draft.upload else {
        return Ok("/desk".to_owned());
    };
    let filter = DraftFilter {
        upload: Some(upload.clone()),
        state: Some(DraftState::Open),
        limit: 1,
    };
    let others = cx.admin.store.drafts(&filter).await?;
    Ok(match others[..] {
        [] => "/desk".to_owned(),
        _ => format!("/desk/uploads/{upload}"),
    })
}

/// Makes an edition of a draft.
pub(super) async fn publish(cx: RequestContext, Path((_, id)): Id, form: Fields) -> Result<Response, Rejection> {
    let draft = opened(&cx, &id).await?;
    let done = |number| {
        let notice = Notice::Published(number);
        Ok(cx.done(&cx.to("/editions"), Some(&notice)))
    };
    // The answer to the first try may have been lost on its way.
    if let Some(number) = draft.edition.filter(|_| draft.state == DraftState::Published) {
        return done(number);
    }
    let mut shown = Shown::of(&draft);
    shown.choices = with_reasons(&draft, &form.0);
    if let Some((_, note)) = form.0.iter().find(|(name, _)| name == "note") {
        note.trim().clone_into(&mut shown.note);
    }
    match put(&cx, &draft, &shown, &form.0).await {
        Ok(number) => done(number),
        Err(error) => refused(&cx, shown, error).await,
    }
}

/// Publishes and lets readers see it; gives the number of the edition.
pub(crate) async fn put(
    cx: &RequestContext,
    draft: &Draft,
    shown: &Shown<'_>,
    form: &[(String, String)],
) -> Result<u32, JobError> {
    let admin = &cx.admin;
    let mut wish = wish(cx, form, draft)?;
    wish.note.clone_from(&shown.note);
    let current = admin.current().map_err(|_| UserError::Failed)?;
    let done = if draft.kind == DraftKind::Catalogue {
        jobs::publish_file(&admin.store, &admin.jobs, current, draft, &wish).await?
    } else {
        let upload = upload_of(cx, draft).await.map_err(|_| UserError::Failed)?;
        let choices = shown.choices.clone();
        jobs::publish(&admin.store, &admin.jobs, current, (draft, &upload), choices, &wish).await?
    };
    Ok(admin.install(done).await)
}

/// The choices of a draft with the reasons of a form: whatever else stands there was seen and saved before.
pub(crate) fn with_reasons(draft: &Draft, form: &[(String, String)]) -> Choices {
    let mut choices = jobs::choices(draft);
    let given = form.iter().filter(|(name, _)| name.starts_with("reason."));
    let given = Choices::from_pairs(given.map(|(n, v)| (n.as_str(), v.as_str()))).unwrap_or_default();
    choices.reasons.extend(given.reasons);
    choices
}

/// What the one who publishes looked at.
fn wish(cx: &RequestContext, form: &[(String, String)], draft: &Draft) -> Result<PublishRequest, UserError> {
    let base = single(form, "base");
    let bad = || UserError::BadFields(vec![("base".to_owned(), base.to_owned())]);
    Ok(PublishRequest {
        by: cx.by().map_err(|_| UserError::Failed)?,
        revision: revision(form, draft),
        base: base.parse().map_err(|_| bad())?,
        note: String::new(),
        four_eyes: cx.admin.settings.four_eyes,
    })
}

/// The revision that was looked at. Nonsense is none that there is.
fn revision(form: &[(String, String)], draft: &Draft) -> i64 {
    match single(form, "revision") {
        "" if form.is_empty() => draft.revision,
        text => text.parse().unwrap_or_default(),
    }
}

async fn opened(cx: &RequestContext, id: &str) -> Result<Draft, Rejection> {
    let draft = cx.admin.store.draft(id).await?;
    may_change(cx, &draft)?;
    Ok(draft)
}

/// The page as it is now, with why nothing was done.
async fn refused(cx: &RequestContext, mut shown: Shown<'_>, error: JobError) -> Result<Response, Rejection> {
    let refusal = explained(error)?;
    let now = cx.admin.store.draft(&shown.draft.id).await?;
    shown.draft = &now;
    show(cx, &shown, Some(&refusal)).await
}

fn address(cx: &RequestContext, id: &str) -> String {
    cx.to(&format!("/desk/drafts/{id}"))
}
