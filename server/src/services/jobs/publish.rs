//! Publishing a draft: checked again here for every caller, and published in one transaction.

use std::sync::Arc;

use app::admin::UserError;
use domain::{
    Catalogue, Snapshot,
    upload::{Choices, Reading},
};
use store::{Actor, Draft, DraftAt, DraftChange, DraftState, Edition, EditionKind, NewEdition, Note, Store, Upload};

use super::{ImportPreview, JobError, JobQueue, Prepared, begin, check, encode, method, prepare, remember};

/// What is to be published.
#[derive(Clone, Debug)]
pub(crate) struct PublishRequest {
    /// Who.
    pub(crate) by: Actor,
    /// The revision of the draft that was looked at.
    pub(crate) revision: i64,
    /// The edition that it was compared with.
    pub(crate) base: u32,
    /// Why, in the words of the one who publishes; may be empty.
    pub(crate) note: String,
    /// Whether a second person must have agreed.
    pub(crate) four_eyes: bool,
}

/// A published edition and what readers see of it; no snapshot when it had been published before.
#[derive(Debug)]
pub(crate) struct PublishOutcome {
    /// As stored.
    pub(crate) edition: Edition,
    /// Its figures, to be put in memory.
    pub(crate) snapshot: Option<Snapshot>,
}

/// Whether a draft is as it was when the editor saw it.
///
/// # Errors
/// [`UserError::ChangedMeanwhile`], [`UserError::NewerEdition`].
pub(crate) fn unchanged(draft: &Draft, request: &PublishRequest, newest: u32) -> Result<(), UserError> {
    if draft.state != DraftState::Open || draft.revision != request.revision {
        return Err(UserError::ChangedMeanwhile);
    }
    if request.base != newest {
        return Err(UserError::NewerEdition(newest));
    }
    Ok(())
}

/// Whether the second person agreed to this very state, compared with this edition.
///
/// # Errors
/// [`UserError::NeedsApproval`].
pub(crate) fn approved(draft: &Draft, request: &PublishRequest) -> Result<(), UserError> {
    let agreed = draft.approved_revision == Some(draft.revision) && draft.base == request.base;
    if request.four_eyes && !agreed {
        return Err(UserError::NeedsApproval);
    }
    Ok(())
}

/// Publishes a draft of figures.
///
/// # Errors
/// What stands in the way; nothing is published then.
pub(crate) async fn publish(
    store: &Store,
    jobs: &JobQueue,
    current: Arc<Snapshot>,
    (draft, upload): (&Draft, &Upload),
    choices: Choices,
    request: &PublishRequest,
) -> Result<PublishOutcome, JobError> {
    unchanged(draft, request, current.edition.number)?;
    let examined = begin::examine(store, jobs, Arc::clone(&current), upload, &choices).await?;
    check(&examined, &choices)?;
    let text = encode(&choices.to_pairs());
    // Reasons that are given only now belong to what a second person agrees to.
    if request.four_eyes && text != draft.choices {
        save(store, draft, text, upload, request).await?;
        return Err(UserError::NeedsApproval.into());
    }
    approved(draft, request)?;
    let files = store.files(request.base).await?;
    let method = method(&examined.reading, examined.catalogue());
    let note = note(&request.note, &examined.reading, examined.catalogue(), upload);
    let profile = profile(store, &examined, &choices).await;
    let prepared = {
        jobs.let_go_of_large();
        let origin = upload.name.clone();
        jobs.run(move || prepare(files, examined, &choices, &origin)).await??
    };
    let draft = if text == draft.choices && request.base == draft.base {
        draft.clone()
    } else {
        save(store, draft, text, upload, request).await?
    };
    let about = About {
        kind: EditionKind::Upload,
        upload: Some(upload.id.clone()),
        draft: &draft,
        method,
        note,
    };
    let done = put(store, prepared, about, request).await?;
    if let Some((key, text)) = profile
        && let Err(error) = store.save_profile(&key, &text, &request.by).await
    {
        // The edition is public already.
        tracing::warn!(%error, "what was chosen could not be remembered");
    }
    Ok(done)
}

async fn save(
    store: &Store,
    draft: &Draft,
    choices: String,
    upload: &Upload,
    request: &PublishRequest,
) -> Result<Draft, JobError> {
    let change = DraftChange {
        choices,
        note: draft.note.clone(),
        base: request.base,
        upload: Some(upload.id.clone()),
    };
    Ok(store
        .save_draft(&draft.id, draft.revision, &change, &request.by)
        .await?)
}

/// What there is to say of the edition.
pub(super) struct About<'a> {
    pub(super) kind: EditionKind,
    pub(super) upload: Option<String>,
    pub(super) draft: &'a Draft,
    pub(super) method: Option<String>,
    pub(super) note: Note,
}

pub(super) async fn put(
    store: &Store,
    prepared: Prepared,
    about: About<'_>,
    request: &PublishRequest,
) -> Result<PublishOutcome, JobError> {
    let Prepared {
        files,
        snapshot,
        summary,
    } = prepared;
    let published = store
        .publish(NewEdition {
            base: request.base,
            files,
            kind: about.kind,
            author: request.by.clone(),
            note: about.note,
            upload: about.upload,
            draft: Some(DraftAt {
                id: about.draft.id.clone(),
                revision: about.draft.revision,
            }),
            rows: u64::try_from(snapshot.edition.rows).unwrap_or(u64::MAX),
            method: about.method,
            summary: summary.to_json(),
        })
        .await?;
    Ok(PublishOutcome {
        edition: published.edition,
        snapshot: (!published.already).then_some(snapshot),
    })
}

/// The note in both languages: an editor writes it once. Without one, the file is named.
fn note(given: &str, reading: &Reading, catalogue: &Catalogue, upload: &Upload) -> Note {
    if !given.trim().is_empty() {
        let note = given.trim().to_owned();
        return Note {
            vi: note.clone(),
            en: note,
        };
    }
    let about = reading.indicator.map(|id| &catalogue.indicator(id).short);
    let years: Vec<String> = reading.years.iter().map(ToString::to_string).collect();
    let years = years.join(", ");
    let text = |short: Option<&str>, file: &str| match short {
        Some(short) => format!("{short} {years}: {file} {}", upload.name),
        None => format!("{file} {}", upload.name),
    };
    Note {
        vi: text(about.map(|t| t.vi.as_str()), "tệp"),
        en: text(about.map(|t| t.en.as_str()), "file"),
    }
}

/// What was chosen, to be kept for the next file: key and text, where there is anything new. Publishing does not
/// fail for it.
async fn profile(store: &Store, examined: &ImportPreview, choices: &Choices) -> Option<(String, String)> {
    let catalogue = examined.catalogue();
    let indicator = catalogue.indicator(examined.reading.indicator?);
    match store.profile(&indicator.slug).await {
        Ok(before) => {
            let before = before.map(|profile| profile.choices);
            remember(choices, &examined.reading, catalogue, before.as_deref())
        }
        Err(error) => {
            tracing::warn!(%error, "what was chosen before could not be looked up");
            None
        }
    }
}
