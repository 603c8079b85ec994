//! What takes long: understanding a file, comparing, loading an edition. One thing at a time, away from
//! the threads that answer readers, and what was understood is kept for a while.

mod begin;
mod correct;
mod holds;
mod import_preview;
mod job;
mod kept;
mod listing;
mod pairs;
mod profile;
mod publish;
mod publish_file;
mod publishing;
mod queue;
mod summary;
mod undo;

pub(crate) use begin::{CreatedDraft, add, begin, examine as examine_draft, look, same, understand, understand_new};
pub(crate) use correct::{BegunCorrection, NotCorrected, begin_correction, correct};
pub(crate) use holds::Holds;
pub(crate) use import_preview::ImportPreview;
pub(crate) use job::{Job, JobError};
pub(crate) use listing::{Listed, list, tables_of};
pub(crate) use pairs::{choices, decode, encode, single};
pub(crate) use profile::{prefill, remember};
pub(crate) use publish::{PublishOutcome, PublishRequest, publish, unchanged};
pub(crate) use publish_file::{changed_files, file_of, may_change_file, publish_file};
pub(crate) use publishing::{Prepared, check, prepare, prepare_files};
pub(crate) use queue::JobQueue;
pub(crate) use summary::{Summary, method, method_in};
pub(crate) use undo::{Undo, undo};
