//! The drafts of an upload with what they hold: for lists, which must not read every file again.

use std::sync::Arc;

use domain::{
    Snapshot,
    upload::{Choices, Survey, TableRef},
};
use store::{Draft, DraftFilter, DraftState, Store, Upload};

use super::{
    holds::{Holds, MOST},
    import_preview::ImportPreview,
    job::{Job, JobError, key},
    pairs,
    queue::JobQueue,
};

impl JobQueue {
    /// Remembers what a draft holds.
    pub(super) fn know(&self, job: &Job, choices: &Choices, examined: &ImportPreview) -> Holds {
        let holds = Holds::of(examined);
        let job = Job {
            choices: choices.clone(),
            ..job.clone()
        };
        let key = key(&job, &examined.current);
        self.known(|known| {
            if known.drafts.len() >= MOST {
                known.drafts.clear();
            }
            known.drafts.insert(key, holds.clone());
        });
        holds
    }

    /// What a draft of a file holds, if it is known.
    pub(crate) fn held(&self, upload: &Upload, choices: &Choices, edition: u32) -> Option<Holds> {
        let choices = pairs::encode(&choices.to_pairs());
        let key = (upload.hash.clone(), upload.name.clone(), choices, edition);
        self.known(|known| known.drafts.get(&key).cloned())
    }

    /// Remembers what a file holds.
    pub(super) fn know_survey(&self, job: &Job, edition: u32, survey: &Survey) {
        let key = (job.hash.clone(), job.name.clone(), edition);
        self.known(|known| {
            if known.files.len() >= MOST {
                known.files.clear();
            }
            known.files.insert(key, Arc::new(survey.clone()));
        });
    }
}

/// The tables that a draft reads; none if it reads the one that is found without a choice.
pub(crate) fn tables_of(choices: &Choices) -> Vec<TableRef> {
    if choices.sheet.is_none() && choices.rows.is_none() {
        return Vec::new();
    }
    let first = TableRef {
        // The one sheet of a text file has no name.
        sheet: choices.sheet.clone().unwrap_or_default(),
        rows: choices.rows,
    };
    std::iter::once(first).chain(choices.also.values().cloned()).collect()
}

/// A draft of an upload.
#[derive(Debug)]
pub(crate) struct Listed {
    /// The draft.
    pub(crate) draft: Draft,
    /// What is chosen.
    pub(crate) choices: Choices,
    /// What it holds; `None` for one that is closed, and where the time did not suffice.
    pub(crate) holds: Option<Holds>,
}

/// What an upload holds and the drafts that were made of it, the first first. The file is opened only if something
/// of it is not known, and once.
///
/// # Errors
/// What the store says, or that the file could not be looked at.
pub(crate) async fn list(
    store: &Store,
    jobs: &JobQueue,
    current: Arc<Snapshot>,
    upload: &Upload,
) -> Result<(Arc<Survey>, Vec<Listed>), JobError> {
    let mut listed = drafts(store, upload).await?;
    let job = |choices: &Choices| Job {
        hash: upload.hash.clone(),
        name: upload.name.clone(),
        choices: choices.clone(),
    };
    let whole = job(&Choices::default());
    let of_file = (upload.hash.clone(), upload.name.clone(), current.edition.number);
    let survey = jobs.known(|known| known.files.get(&of_file).cloned());
    let mut unknown = false;
    for line in &mut listed {
        let key = key(&job(&line.choices), &current);
        line.holds = jobs.known(|known| known.drafts.get(&key).cloned());
        unknown |= line.holds.is_none() && line.draft.state == DraftState::Open;
    }
    if let Some(survey) = survey.as_ref().filter(|_| !unknown) {
        in_order(&mut listed, survey);
        return Ok((Arc::clone(survey), listed));
    }
    let (until, _asked) = jobs.until();
    let bytes = store.upload_bytes(&upload.id);
    let (found, opened) = jobs.survey(whole.clone(), bytes, Arc::clone(&current), &until).await?;
    let survey = survey.unwrap_or_else(|| Arc::new(found));
    jobs.know_survey(&whole, current.edition.number, &survey);
    in_order(&mut listed, &survey);
    let open = listed.iter_mut().filter(|line| line.draft.state == DraftState::Open);
    for line in open.filter(|line| line.holds.is_none()) {
        if until.check().is_err() {
            break;
        }
        let job = job(&line.choices);
        let examined = jobs.examine_opened(job.clone(), opened.clone(), Arc::clone(&current), &until);
        line.holds = Some(jobs.know(&job, &line.choices, &*examined.await?));
    }
    Ok((survey, listed))
}

/// Drafts in the order of their first tables in the file.
fn in_order(listed: &mut [Listed], survey: &Survey) {
    let position = |line: &Listed| {
        let first = tables_of(&line.choices).into_iter().next();
        first.and_then(|first| survey.tables.iter().position(|table| table.table.is(&first)))
    };
    listed.sort_by_key(position);
}

/// The drafts of an upload, the first first.
async fn drafts(store: &Store, upload: &Upload) -> Result<Vec<Listed>, JobError> {
    let filter = DraftFilter {
        upload: Some(upload.id.clone()),
        limit: 200,
        ..DraftFilter::default()
    };
    let mut drafts = store.drafts(&filter).await?;
    drafts.sort_by_key(|draft| draft.created_at);
    let listed = drafts.into_iter().map(|draft| Listed {
        choices: pairs::choices(&draft),
        draft,
        holds: None,
    });
    Ok(listed.collect())
}
