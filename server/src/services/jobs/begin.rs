//! From a file to a draft, and a draft's file understood: the same for the browser, the API and the command line.

use std::{
    future::{self, Future},
    sync::Arc,
};

use domain::{
    Snapshot,
    upload::{Choices, Survey},
};
use sha2::{Digest, Sha256};
use store::{Actor, Added, Draft, DraftFilter, DraftKind, NewDraft, NewUpload, Store, StoreError, Upload};

use super::{Holds, ImportPreview, Job, JobError, JobQueue, encode, prefill};

/// A file that was just kept, and the drafts that it made.
#[derive(Debug)]
pub(crate) struct CreatedDraft {
    /// The file.
    pub(crate) upload: Upload,
    /// Earlier uploads of the same bytes, the newest first.
    pub(crate) earlier: Vec<Upload>,
    /// What the file holds, table by table.
    pub(crate) survey: Survey,
    /// The drafts, in the order of their tables; none if the user must say first what the tables are of.
    pub(crate) drafts: Vec<BegunDraft>,
}

/// A draft that was just begun.
#[derive(Debug)]
pub(crate) struct BegunDraft {
    /// The draft.
    pub(crate) draft: Draft,
    /// What is chosen, with what was remembered.
    pub(crate) choices: Choices,
    /// What it holds, in short.
    pub(crate) holds: Holds,
    /// What was understood, of the first draft: of forty, all would take too much memory.
    pub(crate) examined: Option<Arc<ImportPreview>>,
}

/// What was understood of one draft of a file: its choices, what it holds, and all of it for the first.
pub(crate) type Understood = (Choices, Holds, Option<Arc<ImportPreview>>);

/// Sees what was understood of each draft, with its position and how many there are.
pub(crate) type Each<'a> = dyn FnMut((usize, usize), &Choices, &ImportPreview) + Send + 'a;

/// Finds out which drafts a file makes and understands each, opening the file once. Nothing is kept; without a
/// store nothing is remembered either.
///
/// # Errors
/// What the store says, or that the file could not be looked at.
pub(crate) async fn look(
    store: Option<&Store>,
    jobs: &JobQueue,
    current: &Arc<Snapshot>,
    (name, file): (&str, &[u8]),
    choices: Choices,
    each: &mut Each<'_>,
) -> Result<(Survey, Vec<Understood>), JobError> {
    let job = Job {
        hash: hash(file),
        name: name.to_owned(),
        choices,
    };
    jobs.try_again(&job.hash);
    let (until, _asked) = jobs.until();
    let bytes = future::ready(Ok(file.to_vec()));
    let surveyed = jobs.survey(job.clone(), bytes, Arc::clone(current), &until);
    let (survey, opened) = surveyed.await?;
    jobs.know_survey(&job, current.edition.number, &survey);
    let mut understood = Vec::with_capacity(survey.drafts.len());
    for (nth, choices) in survey.drafts.iter().enumerate() {
        let ask = |choices: Choices| {
            let job = Job { choices, ..job.clone() };
            jobs.examine_opened(job, opened.clone(), Arc::clone(current), &until)
        };
        let (choices, examined) = understand_given(store, choices.clone(), ask).await?;
        each((nth, survey.drafts.len()), &choices, &examined);
        let holds = jobs.know(&job, &choices, &examined);
        let first = (nth == 0).then_some(examined);
        understood.push((choices, holds, first));
    }
    Ok((survey, understood))
}

/// Keeps a file and begins its drafts. It is understood before it is kept: when that is broken off, because the
/// program ends or the one who sent it goes away, nothing is left behind.
///
/// # Errors
/// What the store says, or that the file could not be looked at.
pub(crate) async fn begin(
    store: &Store,
    jobs: &JobQueue,
    current: Arc<Snapshot>,
    new: NewUpload,
    choices: Choices,
    each: &mut Each<'_>,
) -> Result<CreatedDraft, JobError> {
    let by = new.by.clone();
    let base = current.edition.number;
    let file = (new.name.as_str(), new.bytes.as_slice());
    let (survey, understood) = look(Some(store), jobs, &current, file, choices, each).await?;
    let Added { upload, earlier } = store.add_upload(new).await?;
    let mut drafts = Vec::with_capacity(understood.len());
    for (choices, holds, examined) in understood {
        drafts.push(BegunDraft {
            draft: add(store, &upload, &choices, base, &by).await?,
            choices,
            holds,
            examined,
        });
    }
    Ok(CreatedDraft {
        upload,
        earlier,
        survey,
        drafts,
    })
}

/// Begins one draft of a file that is kept.
///
/// # Errors
/// What the store says.
pub(crate) async fn add(
    store: &Store,
    upload: &Upload,
    choices: &Choices,
    base: u32,
    by: &Actor,
) -> Result<Draft, StoreError> {
    let draft = NewDraft {
        upload: Some(upload.id.clone()),
        kind: DraftKind::Figures,
        choices: encode(&choices.to_pairs()),
        base,
        note: String::new(),
        by: by.clone(),
    };
    store.add_draft(draft).await
}

/// Understands a file, with the help of what was chosen for the indicator the last time.
///
/// # Errors
/// What the store says, or that the file could not be looked at.
pub(crate) async fn understand(
    store: &Store,
    jobs: &JobQueue,
    current: Arc<Snapshot>,
    upload: &Upload,
    choices: Choices,
) -> Result<(Choices, Arc<ImportPreview>), JobError> {
    let file = File {
        hash: upload.hash.clone(),
        name: &upload.name,
    };
    let bytes = || store.upload_bytes(&upload.id);
    understand_bytes(store, jobs, current, &file, choices, bytes).await
}

/// Understands a file that is not kept yet, with the help of what was chosen for the indicator the last time.
///
/// # Errors
/// What the store says, or that the file could not be looked at.
pub(crate) async fn understand_new(
    store: &Store,
    jobs: &JobQueue,
    current: Arc<Snapshot>,
    new: &NewUpload,
    choices: Choices,
) -> Result<(Choices, Arc<ImportPreview>), JobError> {
    let file = File {
        hash: hash(&new.bytes),
        name: &new.name,
    };
    jobs.try_again(&file.hash);
    let bytes = || future::ready(Ok(new.bytes.clone()));
    understand_bytes(store, jobs, current, &file, choices, bytes).await
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
    jobs: &JobQueue,
    current: Arc<Snapshot>,
    file: &File<'_>,
    choices: Choices,
    bytes: impl Fn() -> B,
) -> Result<(Choices, Arc<ImportPreview>), JobError>
where
    B: Future<Output = Result<Vec<u8>, StoreError>>,
{
    let ask = |choices: Choices| {
        let job = Job {
            hash: file.hash.clone(),
            name: file.name.to_owned(),
            choices,
        };
        jobs.examine(job, bytes(), Arc::clone(&current))
    };
    understand_given(Some(store), choices, ask).await
}

/// What is understood under these choices, and with what was chosen for the indicator the last time.
async fn understand_given<A>(
    store: Option<&Store>,
    mut choices: Choices,
    ask: impl Fn(Choices) -> A,
) -> Result<(Choices, Arc<ImportPreview>), JobError>
where
    A: Future<Output = Result<Arc<ImportPreview>, JobError>>,
{
    let mut examined = ask(choices.clone()).await?;
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
        let Some(store) = store else { break };
        let Some(profile) = store.profile(&catalogue.indicator(indicator).slug).await? else {
            break;
        };
        let Some(filled) = prefill(&choices, &examined.reading, catalogue, &profile.choices) else {
            break;
        };
        choices = filled;
        examined = ask(choices.clone()).await?;
    }
    Ok((choices, examined))
}

/// What is understood of a file under these choices.
///
/// # Errors
/// What the store says, or that the file could not be looked at.
pub(crate) async fn examine(
    store: &Store,
    jobs: &JobQueue,
    current: Arc<Snapshot>,
    upload: &Upload,
    choices: &Choices,
) -> Result<Arc<ImportPreview>, JobError> {
    let job = Job {
        hash: upload.hash.clone(),
        name: upload.name.clone(),
        choices: choices.clone(),
    };
    jobs.examine(job, store.upload_bytes(&upload.id), current).await
}

/// Drafts of the same bytes besides these, with the editions that were made of them, the newest first.
///
/// # Errors
/// What the store says.
pub(crate) async fn same(
    store: &Store,
    own: &[&str],
    upload: &Upload,
) -> Result<Vec<(String, Option<u32>)>, StoreError> {
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
        let others = drafts.into_iter().filter(|d| !own.contains(&d.id.as_str()));
        found.extend(others.map(|d| (d.id, d.edition)));
    }
    Ok(found)
}

/// Uploads among which the same bytes are looked for.
const LOOKED_AT: u32 = 1000;
