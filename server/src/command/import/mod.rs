//! `thuocdo import FILE`: the way of the desk, from the command line.

mod args;
mod method;
mod report;

use std::{
    io::{self, IsTerminal, Read, Write},
    path::Path,
    process::ExitCode,
    sync::Arc,
    time::Duration,
};

use app::desk::Refusal;
use domain::{Snapshot, upload::Choices};
use indicatif::{ProgressBar, ProgressStyle};
use store::{By, NewUpload, Store, StoreError, Via};

use crate::desk::work::{self, Begun, Examined, Job, NotDone, Wish, Work};

use super::Failure as Other;
use crate::{library, start};
pub(super) use args::{EXAMPLES, Import, lang};
pub(super) use report::{refusal, say as words};
use report::{report, say};

/// Why it ended otherwise than well.
enum Failure {
    /// The file cannot be published as it is.
    File(String),
    /// The command line says something that cannot be.
    Use(String),
    /// The store.
    Store(String),
}

impl From<Other> for Failure {
    fn from(failure: Other) -> Self {
        Self::Store(failure.to_string())
    }
}

/// Does what the command line says.
pub(super) fn run(import: &Import) -> ExitCode {
    let (code, text) = match import.done() {
        Ok(()) => return ExitCode::SUCCESS,
        Err(Failure::File(text)) => (1, text),
        Err(Failure::Use(text)) => (2, text),
        Err(Failure::Store(text)) => (3, text),
    };
    let _ = writeln!(io::stderr(), "thuocdo: {text}");
    ExitCode::from(code)
}

impl Import {
    fn done(&self) -> Result<(), Failure> {
        let choices = self.choices().map_err(Failure::Use)?;
        let (name, bytes) = self.read()?;
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
        let runtime = runtime.map_err(|error| Failure::Store(error.to_string()))?;
        runtime.block_on(async {
            if self.dry_run && !self.place.is_there() {
                let current = start::first_edition(None).map_err(Other::from)?;
                return self.look(None, Arc::new(current), &name, bytes, choices).await;
            }
            let store = self.place.open().await?;
            let done = self.with(&store, name, bytes, choices).await;
            store.close().await;
            done
        })
    }

    async fn with(&self, store: &Store, name: String, bytes: Vec<u8>, choices: Choices) -> Result<(), Failure> {
        let newest = store.newest_number().await.map_err(|error| self.trouble(&error))?;
        let current = match newest {
            // As the first start of the server would.
            0 if self.dry_run => start::first_edition(None).map_err(Other::from)?,
            0 => start::newest(store, None).await.map_err(Other::from)?,
            newest => {
                let loaded = library::load(store, newest).await;
                loaded.map_err(|error| Failure::Store(error.to_string()))?
            }
        };
        let current = Arc::new(current);
        if self.dry_run {
            self.look(Some(store), current, &name, bytes, choices).await
        } else {
            self.keep(store, current, name, bytes, choices).await
        }
    }

    fn trouble(&self, error: &StoreError) -> Failure {
        Failure::Store(self.place.words(error))
    }

    /// Name and bytes of the file, with a bar on a terminal.
    fn read(&self) -> Result<(String, Vec<u8>), Failure> {
        if self.file == Path::new("-") {
            let mut bytes = Vec::new();
            let read = io::stdin().lock().read_to_end(&mut bytes);
            read.map_err(|error| Failure::Use(format!("standard input: {error}")))?;
            return Ok(("-".to_owned(), bytes));
        }
        let failed = |error: io::Error| Failure::Use(format!("{}: {error}", self.file.display()));
        let file = std::fs::File::open(&self.file).map_err(failed)?;
        let size = file.metadata().map_err(failed)?.len();
        let bar = bar(ProgressBar::new(size), "{msg} {bar:30} {bytes}/{total_bytes}");
        bar.set_message(say(self.lang, "Đọc", "Reading"));
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
        mut choices: Choices,
    ) -> Result<(), Failure> {
        let work = self.work();
        let mut examined = self.examine(&work, name, &bytes, &choices, &current).await?;
        if let (Some(indicator), Some(store)) = (examined.reading.indicator, store)
            && let slug = &examined.catalogue().indicator(indicator).slug
            && let Some(profile) = store.profile(slug).await.map_err(|error| self.trouble(&error))?
            && let Some(filled) = work::prefill(&choices, &examined.reading, &current.catalogue, &profile.choices)
        {
            choices = filled;
            examined = self.examine(&work, name, &bytes, &choices, &current).await?;
        }
        print(&report(self.lang, name, &choices, &examined));
        match work::check(&examined, &choices) {
            Ok(()) => {
                print(say(
                    self.lang,
                    "Có thể công bố. Chưa ghi gì.",
                    "It can be published. Nothing was written.",
                ));
                Ok(())
            }
            Err(why) => Err(Failure::File(refusal(self.lang, &why))),
        }
    }

    async fn examine(
        &self,
        work: &Work,
        name: &str,
        bytes: &[u8],
        choices: &Choices,
        current: &Arc<Snapshot>,
    ) -> Result<Arc<Examined>, Failure> {
        let bar = self.spinner();
        let job = Job {
            // There is one file only.
            hash: String::new(),
            name: name.to_owned(),
            choices: choices.clone(),
        };
        let bytes = std::future::ready(Ok(bytes.to_vec()));
        let examined = work.examine(job, bytes, Arc::clone(current)).await;
        bar.finish_and_clear();
        examined.map_err(|stop| self.stopped(&stop))
    }

    /// Makes a draft, and an edition where that is wanted.
    async fn keep(
        &self,
        store: &Store,
        current: Arc<Snapshot>,
        name: String,
        bytes: Vec<u8>,
        choices: Choices,
    ) -> Result<(), Failure> {
        let work = self.work();
        let by = By::program(self.by.clone());
        let upload = NewUpload {
            name: crate::desk::file_name(&name),
            bytes,
            by: by.clone(),
            via: Via::Command,
        };
        let bar = self.spinner();
        let begun = work::begin(store, &work, Arc::clone(&current), upload, choices).await;
        bar.finish_and_clear();
        let begun = begun.map_err(|stop| self.stopped(&stop))?;
        print(&report(self.lang, &name, &begun.choices, &begun.examined));
        self.say_same(&begun);
        let address = format!("/{}/desk/drafts/{}", self.lang.code(), begun.draft.id);
        print(&format!("{}: {address}", say(self.lang, "Bản nháp", "Draft")));
        if !self.publish {
            return match work::check(&begun.examined, &begun.choices) {
                Err(why @ (Refusal::HasErrors(_) | Refusal::WrongFiles(_))) => {
                    Err(Failure::File(refusal(self.lang, &why)))
                }
                _ => Ok(()),
            };
        }
        let wish = Wish {
            by,
            revision: begun.draft.revision,
            base: current.edition.number,
            note: self.note.clone(),
            four_eyes: self.four_eyes,
        };
        let draft = (&begun.draft, &begun.upload);
        let done = work::publish(store, &work, current, draft, begun.choices.clone(), &wish).await;
        let done = done.map_err(|stop| self.stopped(&stop))?;
        let published = say(self.lang, "Đã công bố phiên bản", "Published edition");
        print(&format!("{published} {}", done.edition.number));
        Ok(())
    }

    fn say_same(&self, begun: &Begun) {
        if let Some(earlier) = begun.earlier.first() {
            let day = domain::Moment(earlier.received_at).format(self.lang);
            let same = say(
                self.lang,
                "Chính tệp này đã được tải lên trước đây:",
                "This very file has been uploaded before:",
            );
            print(&format!("{same} {day}, {}", earlier.received_by.name));
        }
    }

    fn stopped(&self, stop: &NotDone) -> Failure {
        match stop {
            NotDone::Refused(Refusal::Failed) => Failure::Store("the file could not be looked at".to_owned()),
            NotDone::Refused(why) => Failure::File(refusal(self.lang, why)),
            NotDone::Store(StoreError::Conflict(store::Conflict::Edition { newest })) => {
                Failure::File(refusal(self.lang, &Refusal::NewerEdition(*newest)))
            }
            NotDone::Store(error) => self.trouble(error),
        }
    }

    fn spinner(&self) -> ProgressBar {
        let bar = bar(ProgressBar::new_spinner(), "{spinner} {msg} {elapsed}");
        bar.set_message(say(self.lang, "Kiểm tra và so sánh", "Checking and comparing"));
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

/// A line for the one who started it. That nobody listens is no failure.
fn print(text: &str) {
    let _ = writeln!(io::stdout(), "{text}");
}
