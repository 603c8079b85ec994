//! `thuocdo import FILE`: uploads, checks and publishes from the command line.

mod args;
mod method;
mod report;
mod values;

use messages::command_line as w;
use std::{
    io::{self, IsTerminal, Read, Write},
    path::Path,
    process::ExitCode,
    sync::Arc,
    time::Duration,
};

use app::admin::UserError;
use domain::{
    Snapshot,
    upload::{Choices, Survey},
};
use indicatif::{ProgressBar, ProgressStyle};
use store::{Actor, NewUpload, Store, StoreError, Via};

use super::{
    Failure,
    exit::{self, NotRun},
};
use crate::services::{
    edition_loader,
    jobs::{self, CreatedDraft, ImportPreview, JobError, JobQueue, PublishRequest},
    start,
};
pub(super) use args::{EXAMPLES, Import};
use report::tables;
pub(super) use report::{issue_text, refusal, report};
pub(super) use values::{lang, pair};

/// Does what the command line says.
pub(super) fn run(import: &Import) -> ExitCode {
    exit::code(import.done())
}

impl Import {
    fn done(&self) -> Result<(), NotRun> {
        let choices = self.choices().map_err(NotRun::Usage)?;
        let (name, bytes) = self.read()?;
        exit::block_on(async {
            if self.dry_run && !self.place.is_there() {
                let current = start::first_edition(None).map_err(Failure::from)?;
                return self.look(None, Arc::new(current), &name, bytes, choices).await;
            }
            let store = self.place.open().await?;
            let done = self.with(&store, name, bytes, choices).await;
            store.close().await;
            done
        })
    }

    async fn with(&self, store: &Store, name: String, bytes: Vec<u8>, choices: Choices) -> Result<(), NotRun> {
        let newest = store.newest_number().await.map_err(|error| self.trouble(&error))?;
        let current = match newest {
            // As the first start of the server would.
            0 if self.dry_run => start::first_edition(None).map_err(Failure::from)?,
            0 => start::newest(store, None).await.map_err(Failure::from)?,
            newest => {
                let loaded = edition_loader::load(store, newest).await;
                loaded.map_err(|error| NotRun::Store(error.to_string()))?
            }
        };
        let current = Arc::new(current);
        if self.dry_run {
            self.look(Some(store), current, &name, bytes, choices).await
        } else {
            self.keep(store, current, name, bytes, choices).await
        }
    }

    fn trouble(&self, error: &StoreError) -> NotRun {
        NotRun::Store(self.place.words(error))
    }

    /// Name and bytes of the file, with a bar on a terminal.
    fn read(&self) -> Result<(String, Vec<u8>), NotRun> {
        if self.file == Path::new("-") {
            let mut bytes = Vec::new();
            let read = io::stdin().lock().read_to_end(&mut bytes);
            read.map_err(|error| NotRun::Usage(format!("standard input: {error}")))?;
            return Ok(("-".to_owned(), bytes));
        }
        let failed = |error: io::Error| NotRun::Usage(format!("{}: {error}", self.file.display()));
        let file = std::fs::File::open(&self.file).map_err(failed)?;
        let size = file.metadata().map_err(failed)?.len();
        let bar = bar(ProgressBar::new(size), "{msg} {bar:30} {bytes}/{total_bytes}");
        bar.set_message(w::READING.get(self.lang));
        let mut bytes = Vec::new();
        bar.wrap_read(file).read_to_end(&mut bytes).map_err(failed)?;
        bar.finish_and_clear();
        let name = self.file.file_name().unwrap_or_default().to_string_lossy();
        Ok((name.into_owned(), bytes))
    }

    /// Shows what would be and writes nothing.
    async fn look(
        &self,
        store: Option<&Store>,
        current: Arc<Snapshot>,
        name: &str,
        bytes: Vec<u8>,
        choices: Choices,
    ) -> Result<(), NotRun> {
        let jobs = self.jobs();
        let mut checked = Vec::new();
        let mut each = |at: (usize, usize), choices: &Choices, examined: &ImportPreview| {
            self.print_draft(at, name, choices, examined);
            let check = jobs::check(examined, choices);
            if check.is_ok() {
                print(w::CAN_BE_PUBLISHED.get(self.lang));
            }
            checked.push(check);
        };
        let bar = self.spinner();
        let looked = jobs::look(store, &jobs, &current, (name, &bytes), choices, &mut each).await;
        bar.finish_and_clear();
        let (survey, _) = looked.map_err(|stop| self.stopped(&stop))?;
        self.print_tables(&survey, &current);
        let why = checked.into_iter().enumerate();
        let why = why.filter_map(|(nth, check)| check.err().map(|why| (nth, why)));
        self.all_done(&survey, why.collect())
    }

    /// Says what became of each table, where a file has more than the one that is read.
    fn print_tables(&self, survey: &Survey, current: &Snapshot) {
        if survey.tables.len() > 1 {
            print(&tables(self.lang, survey, current));
        }
    }

    fn print_draft(&self, (nth, of): (usize, usize), name: &str, choices: &Choices, examined: &ImportPreview) {
        if of > 1 {
            print(&format!("{} {}/{of}", w::DRAFT.get(self.lang), nth + 1));
        }
        print(&report(self.lang, name, choices, examined));
    }

    /// What stands in the way of each draft, by its position.
    fn all_done(&self, survey: &Survey, why: Vec<(usize, UserError)>) -> Result<(), NotRun> {
        if survey.drafts.is_empty() {
            let text = w::TABLE_NOT_CLEAR.get(self.lang);
            return Err(NotRun::Refused(text.to_owned()));
        }
        if why.is_empty() {
            return Ok(());
        }
        let many = survey.drafts.len() > 1;
        let line = |(nth, why): (usize, UserError)| {
            let why = refusal(self.lang, &why);
            let draft = w::DRAFT.get(self.lang);
            if many {
                format!("{draft} {}: {why}", nth + 1)
            } else {
                why
            }
        };
        let lines: Vec<String> = why.into_iter().map(line).collect();
        Err(NotRun::Refused(lines.join("\n")))
    }

    /// Makes the drafts, and an edition of each where that is wanted.
    async fn keep(
        &self,
        store: &Store,
        current: Arc<Snapshot>,
        name: String,
        bytes: Vec<u8>,
        choices: Choices,
    ) -> Result<(), NotRun> {
        let jobs = self.jobs();
        let by = Actor::program(self.by.clone());
        let upload = NewUpload {
            name: crate::services::file_name::file_name(&name),
            bytes,
            by: by.clone(),
            via: Via::Command,
        };
        let mut checked = Vec::new();
        let mut each = |at: (usize, usize), choices: &Choices, examined: &ImportPreview| {
            self.print_draft(at, &name, choices, examined);
            checked.push(jobs::check(examined, choices));
        };
        let bar = self.spinner();
        let created = jobs::begin(store, &jobs, Arc::clone(&current), upload, choices, &mut each).await;
        bar.finish_and_clear();
        let mut created = created.map_err(|stop| self.stopped(&stop))?;
        // It was printed. Publishing needs the memory of it.
        created.drafts.iter_mut().for_each(|draft| draft.examined = None);
        self.say_same(&created);
        self.print_tables(&created.survey, &current);
        for created in &created.drafts {
            let address = format!("/{}/desk/drafts/{}", self.lang.code(), created.draft.id);
            print(&format!("{}: {address}", w::DRAFT.get(self.lang)));
        }
        if created.drafts.len() != 1 {
            let address = format!("/{}/desk/uploads/{}", self.lang.code(), created.upload.id);
            print(&format!("{}: {address}", w::UPLOAD.get(self.lang)));
        }
        if self.publish {
            return self.publish_all(store, &jobs, current, &created, &by).await;
        }
        let why = checked.into_iter().enumerate().filter_map(|(nth, check)| match check {
            Err(why @ (UserError::HasErrors(_) | UserError::WrongFiles(_))) => Some((nth, why)),
            _ => None,
        });
        self.all_done(&created.survey, why.collect())
    }

    /// Publishes the drafts one after the other, each compared with the edition before; stops at the first that
    /// cannot be published.
    async fn publish_all(
        &self,
        store: &Store,
        jobs: &JobQueue,
        mut current: Arc<Snapshot>,
        created: &CreatedDraft,
        by: &Actor,
    ) -> Result<(), NotRun> {
        for (nth, draft) in created.drafts.iter().enumerate() {
            if nth > 0 {
                let newest = store.newest_number().await.map_err(|error| self.trouble(&error))?;
                let loaded = edition_loader::load(store, newest).await;
                current = Arc::new(loaded.map_err(|error| NotRun::Store(error.to_string()))?);
            }
            let request = PublishRequest {
                by: by.clone(),
                revision: draft.draft.revision,
                base: current.edition.number,
                note: self.note.clone(),
                four_eyes: self.four_eyes,
            };
            let of = (&draft.draft, &created.upload);
            let done = jobs::publish(store, jobs, Arc::clone(&current), of, draft.choices.clone(), &request).await;
            let done = done.map_err(|stop| self.of_draft(nth, created.drafts.len(), self.stopped(&stop)))?;
            let published = w::PUBLISHED_EDITION.get(self.lang);
            print(&format!("{published} {}", done.edition.number));
        }
        self.all_done(&created.survey, Vec::new())
    }

    /// Says which of several drafts was not published.
    fn of_draft(&self, nth: usize, of: usize, failure: NotRun) -> NotRun {
        let name = |text: String| match of {
            0 | 1 => text,
            _ => format!("{} {}/{of}: {text}", w::DRAFT.get(self.lang), nth + 1),
        };
        match failure {
            NotRun::Refused(text) => NotRun::Refused(name(text)),
            NotRun::Store(text) => NotRun::Store(name(text)),
            used @ NotRun::Usage(_) => used,
        }
    }

    fn say_same(&self, created: &CreatedDraft) {
        if let Some(earlier) = created.earlier.first() {
            let day = domain::Moment(earlier.received_at).format(self.lang);
            let same = w::UPLOADED_BEFORE.get(self.lang);
            print(&format!("{same} {day}, {}", earlier.received_by.name));
        }
    }

    fn stopped(&self, stop: &JobError) -> NotRun {
        match stop {
            JobError::Refused(UserError::Failed) => NotRun::Store("the file could not be looked at".to_owned()),
            JobError::Refused(why) => NotRun::Refused(refusal(self.lang, why)),
            JobError::Store(StoreError::Conflict(store::Conflict::Edition { newest })) => {
                NotRun::Refused(refusal(self.lang, &UserError::NewerEdition(*newest)))
            }
            JobError::Store(error) => self.trouble(error),
        }
    }

    fn spinner(&self) -> ProgressBar {
        let bar = bar(ProgressBar::new_spinner(), "{spinner} {msg} {elapsed}");
        bar.set_message(w::CHECKING_AND_COMPARING.get(self.lang));
        bar.enable_steady_tick(Duration::from_millis(100));
        bar
    }
}

/// A bar that is only drawn on a terminal.
fn bar(bar: ProgressBar, template: &str) -> ProgressBar {
    if !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    match ProgressStyle::with_template(template) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// A line on standard output. A closed pipe is no failure.
fn print(text: &str) {
    let _ = writeln!(io::stdout(), "{text}");
}
