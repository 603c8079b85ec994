//! What is done with drafts. Each ends with another page, or with the same one that says why not.

use std::collections::BTreeSet;

use app::admin::{Notice, Refusal};
use axum::{
    extract::{Path, Request},
    response::Response,
};
use domain::upload::Choices;
use store::{Draft, DraftChange, DraftFilter, DraftKind, DraftState, NewUpload, Via};

use super::{Shown, Stop, Visit, explained, may_change, show, upload_of};
use crate::admin::{
    Fields, catalogue, fields, uploads,
    work::{self, NotDone, Wish, encode, single},
};

type Id = Path<(String, String)>;

/// Saves what was chosen, or the text of a file of the catalogue.
pub(super) async fn choices(visit: Visit, Path((_, id)): Id, form: Fields) -> Result<Response, Stop> {
    let draft = opened(&visit, &id).await?;
    if draft.kind == DraftKind::Catalogue {
        return match catalogue::save(&visit, &draft, &form).await {
            Ok(_) => Ok(visit.done(&address(&visit, &id), Some(&Notice::Saved))),
            Err(stop) => refused(&visit, Shown::of(&draft), stop).await,
        };
    }
    // Note and reasons stand in a form of their own: everything else stays as it is stored.
    let form = match single(&form.0, "only") {
        "reasons" => with_stored(&draft, form.0),
        _ => form.0,
    };
    match save(&visit, &draft, &form).await {
        Ok(_) => Ok(visit.done(&place(&visit, &id, &form), Some(&Notice::Saved))),
        Err(stop) => {
            let now = visit.admin.store.draft(&id).await?;
            let mut shown = Shown::of(&draft);
            // Nobody types anything twice.
            (shown.choices, _) = Choices::readable(form.iter().map(|(n, v)| (n.as_str(), v.as_str())));
            if let Some((_, note)) = form.iter().find(|(name, _)| name == "note") {
                note.trim().clone_into(&mut shown.note);
            }
            let stop = match stop {
                NotDone::Refused(Refusal::ChangedMeanwhile) if now.state == DraftState::Open => {
                    Refusal::Overtaken(differing(&work::choices(&now), &shown.choices)).into()
                }
                stop => stop,
            };
            refused(&visit, shown, stop).await
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
    let mut pairs = work::choices(draft).to_pairs();
    pairs.retain(|(name, _)| form.iter().all(|(other, _)| other != name));
    pairs.extend(form);
    pairs
}

/// The place on the draft's page where the one who saved was, or what the button opened.
fn place(visit: &Visit, id: &str, form: &[(String, String)]) -> String {
    let to = address(visit, id);
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
pub(crate) async fn save(visit: &Visit, draft: &Draft, form: &[(String, String)]) -> Result<Draft, NotDone> {
    let chosen = Choices::from_pairs(form.iter().map(|(n, v)| (n.as_str(), v.as_str())));
    let mut chosen = chosen.map_err(|bad| {
        let bad = bad.into_iter().map(|b| (b.name, b.found)).collect();
        Refusal::BadFields(bad)
    })?;
    let admin = &visit.admin;
    let current = admin.current().map_err(|_| Refusal::Failed)?;
    let before = work::choices(draft);
    if (&chosen.indicator, &chosen.sheet) != (&before.indicator, &before.sheet) {
        let upload = upload_of(visit, draft).await.map_err(|_| Refusal::Failed)?;
        let base = std::sync::Arc::clone(&current);
        (chosen, _) = work::understand(&admin.store, &admin.work, base, &upload, chosen).await?;
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
    store_change(visit, draft, revision(form, draft), &change).await
}

/// Saves a change, unless there is none: that would only take an approval back.
pub(crate) async fn store_change(
    visit: &Visit,
    draft: &Draft,
    revision: i64,
    change: &DraftChange,
) -> Result<Draft, NotDone> {
    if draft.revision != revision {
        return Err(Refusal::ChangedMeanwhile.into());
    }
    let same = draft.choices == change.choices && draft.note == change.note && draft.upload == change.upload;
    if same && draft.base == change.base && draft.state == DraftState::Open {
        return Ok(draft.clone());
    }
    let by = visit.by().map_err(|_| Refusal::Failed)?;
    Ok(visit.admin.store.save_draft(&draft.id, revision, change, &by).await?)
}

/// Takes a mended file into the draft; what was chosen stays.
pub(super) async fn file(visit: Visit, Path((_, id)): Id, request: Request) -> Result<Response, Stop> {
    let draft = opened(&visit, &id).await?;
    if draft.kind != DraftKind::Figures {
        return Err(Stop::NotFound);
    }
    match mended(&visit, &draft, request).await {
        Ok(_) => Ok(visit.done(&address(&visit, &id), Some(&Notice::Saved))),
        Err(stop) => refused(&visit, Shown::of(&draft), stop).await,
    }
}

async fn mended(visit: &Visit, draft: &Draft, request: Request) -> Result<Draft, NotDone> {
    let received = uploads::gate(visit).form(request).await?;
    let revision = revision(&received.fields, draft);
    if draft.revision != revision || draft.state != DraftState::Open {
        return Err(Refusal::ChangedMeanwhile.into());
    }
    let name = received.name.clone();
    let new = NewUpload {
        name,
        bytes: received.bytes().await?,
        by: visit.by().map_err(|_| Refusal::Failed)?,
        via: Via::Browser,
    };
    let admin = &visit.admin;
    let current = admin.current().map_err(|_| Refusal::Failed)?;
    let base = current.edition.number;
    let before = work::choices(draft);
    let (choices, _) = work::understand_new(&admin.store, &admin.work, current, &new, before).await?;
    let added = admin.store.add_upload(new).await?;
    let change = DraftChange {
        choices: encode(&choices.to_pairs()),
        note: draft.note.clone(),
        base,
        upload: Some(added.upload.id),
    };
    store_change(visit, draft, revision, &change).await
}

/// A second person agrees.
pub(super) async fn approve(visit: Visit, Path((_, id)): Id, form: Fields) -> Result<Response, Stop> {
    let draft = opened(&visit, &id).await?;
    match agree(&visit, &draft, &form.0).await {
        Ok(_) => Ok(visit.done(&address(&visit, &id), Some(&Notice::Approved))),
        Err(stop) => refused(&visit, Shown::of(&draft), stop).await,
    }
}

async fn agree(visit: &Visit, draft: &Draft, form: &[(String, String)]) -> Result<Draft, NotDone> {
    let by = visit.by().map_err(|_| Refusal::Failed)?;
    if [&draft.created_by, &draft.changed_by]
        .iter()
        .any(|own| own.account == by.account)
    {
        return Err(Refusal::OwnDraft.into());
    }
    let wish = wish(visit, form, draft)?;
    let newest = visit.admin.program.newest();
    work::unchanged(draft, &wish, newest)?;
    let store = &visit.admin.store;
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
pub(super) async fn discard(visit: Visit, Path((_, id)): Id, form: Fields) -> Result<Response, Stop> {
    let draft = opened(&visit, &id).await?;
    let by = visit.by()?;
    let done = visit
        .admin
        .store
        .discard_draft(&id, revision(&form.0, &draft), &by)
        .await;
    match done {
        Ok(_) => {
            let to = after_discarding(&visit, &draft).await?;
            Ok(visit.done(&visit.to(&to), Some(&Notice::Discarded)))
        }
        Err(error) => refused(&visit, Shown::of(&draft), error.into()).await,
    }
}

/// The page of the upload while other drafts of it are open; else the desk.
async fn after_discarding(visit: &Visit, draft: &Draft) -> Result<String, Stop> {
    let Some(upload) = &draft.upload else {
        return Ok("/desk".to_owned());
    };
    let filter = DraftFilter {
        upload: Some(upload.clone()),
        state: Some(DraftState::Open),
        limit: 1,
    };
    let others = visit.admin.store.drafts(&filter).await?;
    Ok(match others[..] {
        [] => "/desk".to_owned(),
        _ => format!("/desk/uploads/{upload}"),
    })
}

/// Makes an edition of a draft.
pub(super) async fn publish(visit: Visit, Path((_, id)): Id, form: Fields) -> Result<Response, Stop> {
    let draft = opened(&visit, &id).await?;
    let done = |number| {
        let notice = Notice::Published(number);
        Ok(visit.done(&visit.to("/editions"), Some(&notice)))
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
    match put(&visit, &draft, &shown, &form.0).await {
        Ok(number) => done(number),
        Err(stop) => refused(&visit, shown, stop).await,
    }
}

/// Publishes and lets readers see it; gives the number of the edition.
pub(crate) async fn put(
    visit: &Visit,
    draft: &Draft,
    shown: &Shown<'_>,
    form: &[(String, String)],
) -> Result<u32, NotDone> {
    let admin = &visit.admin;
    let mut wish = wish(visit, form, draft)?;
    wish.note.clone_from(&shown.note);
    let current = admin.current().map_err(|_| Refusal::Failed)?;
    let done = if draft.kind == DraftKind::Catalogue {
        work::publish_file(&admin.store, &admin.work, current, draft, &wish).await?
    } else {
        let upload = upload_of(visit, draft).await.map_err(|_| Refusal::Failed)?;
        let choices = shown.choices.clone();
        work::publish(&admin.store, &admin.work, current, (draft, &upload), choices, &wish).await?
    };
    Ok(admin.install(done).await)
}

/// The choices of a draft with the reasons of a form: whatever else stands there was seen and saved before.
pub(crate) fn with_reasons(draft: &Draft, form: &[(String, String)]) -> Choices {
    let mut choices = work::choices(draft);
    let given = form.iter().filter(|(name, _)| name.starts_with("reason."));
    let given = Choices::from_pairs(given.map(|(n, v)| (n.as_str(), v.as_str()))).unwrap_or_default();
    choices.reasons.extend(given.reasons);
    choices
}

/// What the one who publishes looked at.
fn wish(visit: &Visit, form: &[(String, String)], draft: &Draft) -> Result<Wish, Refusal> {
    let base = single(form, "base");
    let bad = || Refusal::BadFields(vec![("base".to_owned(), base.to_owned())]);
    Ok(Wish {
        by: visit.by().map_err(|_| Refusal::Failed)?,
        revision: revision(form, draft),
        base: base.parse().map_err(|_| bad())?,
        note: String::new(),
        four_eyes: visit.admin.settings.four_eyes,
    })
}

/// The revision that was looked at. Nonsense is none that there is.
fn revision(form: &[(String, String)], draft: &Draft) -> i64 {
    match single(form, "revision") {
        "" if form.is_empty() => draft.revision,
        text => text.parse().unwrap_or_default(),
    }
}

async fn opened(visit: &Visit, id: &str) -> Result<Draft, Stop> {
    let draft = visit.admin.store.draft(id).await?;
    may_change(visit, &draft)?;
    Ok(draft)
}

/// The page as it is now, with why nothing was done.
async fn refused(visit: &Visit, mut shown: Shown<'_>, stop: NotDone) -> Result<Response, Stop> {
    let refusal = explained(stop)?;
    let now = visit.admin.store.draft(&shown.draft.id).await?;
    shown.draft = &now;
    show(visit, &shown, Some(&refusal)).await
}

fn address(visit: &Visit, id: &str) -> String {
    visit.to(&format!("/desk/drafts/{id}"))
}
