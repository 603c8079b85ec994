//! From a file to a draft, and a draft's file understood: the same for the browser, the API and the command line.

use std::{
    future::{self, Future},
    sync::Arc,
};

use domain::{Snapshot, upload::Choices};
use sha2::{Digest, Sha256};
use store::{Added, Draft, DraftFilter, DraftKind, NewDraft, NewUpload, Store, StoreError, Upload};

use super::{Examined, Job, NotDone, Work, decode, encode, prefill};

/// A draft that was just begun.
#[derive(Debug)]
pub(crate) struct Begun {
    /// The draft.
    pub(crate) draft: Draft,
    /// The file that it is made from.
    pub(crate) upload: Upload,
    /// Earlier uploads of the same bytes, the newest first.
    pub(crate) earlier: Vec<Upload>,
    /// What is chosen, with what was remembered.
    pub(crate) choices: Choices,
    /// What was understood.
    pub(crate) examined: Arc<Examined>,
}

/// Keeps a file and begins a draft of it. It is understood before it is kept: when that is broken off, because the
/// program ends or the one who sent it goes away, nothing is left behind.
///
/// # Errors
/// What the store says, or that the file could not be looked at.
pub(crate) async fn begin(
    store: &Store,
    work: &Work,
    current: Arc<Snapshot>,
    new: NewUpload,
    choices: Choices,
) -> Result<Begun, NotDone> {
    let by = new.by.clone();
    let base = current.edition.number;
    let (choices, examined) = understand_new(store, work, current, &new, choices).await?;
    let Added { upload, earlier } = store.add_upload(new).await?;
    let draft = NewDraft {
        upload: Some(upload.id.clone()),
        kind: DraftKind::Figures,
        choices: encode(&choices.to_pairs()),
        base,
        note: String::new(),
        by,
    };
    Ok(Begun {
        draft: store.add_draft(draft).await?,
        upload,
        earlier,
        choices,
        examined,
    })
}

/// Understands a file, with the help of what was chosen for the indicator the last time.
///
/// # Errors
/// What the store says, or that the file could not be looked at.
pub(crate) async fn understand(
    store: &Store,
    work: &Work,
    current: Arc<Snapshot>,
    upload: &Upload,
    choices: Choices,
) -> Result<(Choices, Arc<Examined>), NotDone> {
    let file = File {
        hash: upload.hash.clone(),
        name: &upload.name,
    };
    let bytes = || store.upload_bytes(&upload.id);
    understand_bytes(store, work, current, &file, choices, bytes).await
}

/// Understands a file that is not kept yet, with the help of what was chosen for the indicator the last time.
///
/// # Errors
/// What the store says, or that the file could not be looked at.
pub(crate) async fn understand_new(
    store: &Store,
    work: &Work,
    current: Arc<Snapshot>,
    new: &NewUpload,
    choices: Choices,
) -> Result<(Choices, Arc<Examined>), NotDone> {
    let file = File {
        hash: hash(&new.bytes),
        name: &new.name,
    };
    work.try_again(&file.hash);
    let bytes = || future::ready(Ok(new.bytes.clone()));
    understand_bytes(store, work, current, &file, choices, bytes).await
}

/// A file, whether it is kept or not.
struct File<'a> {
    hash: String,
    name: &'a str,
}

/// As the store names bytes.
fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect()
}

async fn understand_bytes<B>(
    store: &Store,
    work: &Work,
    current: Arc<Snapshot>,
    file: &File<'_>,
    mut choices: Choices,
    bytes: impl Fn() -> B,
) -> Result<(Choices, Arc<Examined>), NotDone>
where
    B: Future<Output = Result<Vec<u8>, StoreError>>,
{
    let job = |choices: &Choices| Job {
        hash: file.hash.clone(),
        name: file.name.to_owned(),
        choices: choices.clone(),
    };
    let mut examined = work.examine(job(&choices), bytes(), Arc::clone(&current)).await?;
    // Choosing the sheet shows its columns, and those may be remembered too.
    for _ in 0..2 {
        let catalogue = examined.catalogue();
        let chosen = choices
            .indicator
            .as_deref()
            .and_then(|slug| catalogue.indicator_by_slug(slug));
        let Some(indicator) = examined.reading.indicator.or(chosen) else {
            break;
        };
        let Some(profile) = store.profile(&catalogue.indicator(indicator).slug).await? else {
            break;
        };
        let Some(filled) = prefill(&choices, &examined.reading, catalogue, &profile.choices) else {
            break;
        };
        choices = filled;
        examined = work.examine(job(&choices), bytes(), Arc::clone(&current)).await?;
    }
    Ok((choices, examined))
}

/// What is understood of a file under these choices.
///
/// # Errors
/// What the store says, or that the file could not be looked at.
pub(crate) async fn examine(
    store: &Store,
    work: &Work,
    current: Arc<Snapshot>,
    upload: &Upload,
    choices: &Choices,
) -> Result<Arc<Examined>, NotDone> {
    let job = Job {
        hash: upload.hash.clone(),
        name: upload.name.clone(),
        choices: choices.clone(),
    };
    work.examine(job, store.upload_bytes(&upload.id), current).await
}

/// The choices of a draft. What cannot be read any more counts as not chosen.
#[must_use]
pub(crate) fn choices(draft: &Draft) -> Choices {
    let pairs = decode(&draft.choices);
    Choices::from_pairs(pairs.iter().map(|(n, v)| (n.as_str(), v.as_str()))).unwrap_or_default()
}

/// Other drafts of the same bytes, with the editions that were made of them, the newest first.
///
/// # Errors
/// What the store says.
pub(crate) async fn same(store: &Store, of: &Draft, upload: &Upload) -> Result<Vec<(String, Option<u32>)>, StoreError> {
    let mut found = Vec::new();
    for other in store
        .uploads(LOOKED_AT)
        .await?
        .into_iter()
        .filter(|u| u.hash == upload.hash)
    {
        let filter = DraftFilter {
            upload: Some(other.id),
            ..DraftFilter::default()
        };
        let drafts = store.drafts(&filter).await?;
        found.extend(drafts.into_iter().filter(|d| d.id != of.id).map(|d| (d.id, d.edition)));
    }
    Ok(found)
}

/// Uploads among which the same bytes are looked for.
const LOOKED_AT: u32 = 1000;
