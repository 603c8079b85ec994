//! A correction of one figure: the draft of a file with one row.

use std::sync::Arc;

use app::admin::UserError;
use domain::{
    Snapshot,
    upload::{Choices, CorrectionForm, Issue, Severity},
};
use store::{Actor, Draft, DraftKind, NewDraft, NewUpload, Store, Upload, Via};

use super::{ImportPreview, JobError, JobQueue, encode, understand_new};

/// Why there is no draft.
#[derive(Debug)]
pub(crate) enum NotCorrected {
    /// The checks found errors in what was typed.
    Wrong(Vec<Issue>),
    /// Anything else.
    JobError(JobError),
}

impl From<JobError> for NotCorrected {
    fn from(error: JobError) -> Self {
        Self::JobError(error)
    }
}

impl From<UserError> for NotCorrected {
    fn from(refusal: UserError) -> Self {
        Self::JobError(refusal.into())
    }
}

/// A correction that was understood and may become a draft.
#[derive(Debug)]
pub(crate) struct Corrected {
    pub(crate) upload: NewUpload,
    pub(crate) choices: Choices,
    /// The reason, which is the note of the draft.
    pub(crate) note: String,
    pub(crate) examined: Arc<ImportPreview>,
}

/// Understands and checks a correction.
///
/// # Errors
/// [`UserError::BadCorrection`], errors of the checks, [`UserError::NothingChanges`], or what the store says.
pub(crate) async fn correct(
    store: &Store,
    jobs: &JobQueue,
    current: &Arc<Snapshot>,
    form: &CorrectionForm,
    (by, via): (Actor, Via),
) -> Result<Corrected, NotCorrected> {
    let made = import::correction(form, current).map_err(UserError::BadCorrection)?;
    let upload = NewUpload {
        name: made.name,
        bytes: made.bytes,
        by,
        via,
    };
    let (choices, examined) = understand_new(store, jobs, Arc::clone(current), &upload, made.choices).await?;
    let errors = examined.reading.issues.iter();
    let errors: Vec<Issue> = errors
        .filter(|issue| issue.kind.severity() == Severity::Error)
        .cloned()
        .collect();
    if !errors.is_empty() {
        return Err(NotCorrected::Wrong(errors));
    }
    if examined.preview.difference.changes.is_empty() {
        return Err(UserError::NothingChanges.into());
    }
    Ok(Corrected {
        upload,
        choices,
        note: made.reason,
        examined,
    })
}

/// A draft of a correction that was just begun.
#[derive(Debug)]
pub(crate) struct BegunCorrection {
    pub(crate) draft: Draft,
    pub(crate) upload: Upload,
    pub(crate) choices: Choices,
    pub(crate) examined: Arc<ImportPreview>,
}

/// Makes the draft of a correction.
///
/// # Errors
/// See [`correct`].
pub(crate) async fn begin_correction(
    store: &Store,
    jobs: &JobQueue,
    current: Arc<Snapshot>,
    form: &CorrectionForm,
    by: (Actor, Via),
) -> Result<BegunCorrection, NotCorrected> {
    let author = by.0.clone();
    let made = correct(store, jobs, &current, form, by).await?;
    let upload = store.add_upload(made.upload).await.map_err(JobError::from)?.upload;
    let draft = NewDraft {
        upload: Some(upload.id.clone()),
        kind: DraftKind::Figures,
        choices: encode(&made.choices.to_pairs()),
        base: current.edition.number,
        note: made.note,
        by: author,
    };
    Ok(BegunCorrection {
        draft: store.add_draft(draft).await.map_err(JobError::from)?,
        upload,
        choices: made.choices,
        examined: made.examined,
    })
}
