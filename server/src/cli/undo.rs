//! `thuocdo undo EDITION`: publishes the state before an edition again.

use messages::command_line as w;
use std::{process::ExitCode, sync::Arc, time::Duration};

use app::admin::UserError;
use clap::Args;
use domain::{Lang, Moment};
use spreadsheet::Limits;
use store::{Actor, Edition, Store, StoreError};

use super::{
    exit::{self, NotRun},
    import::{lang, refusal},
    place::Place,
    say,
};
use crate::services::{
    edition_loader,
    jobs::{self, JobError, JobQueue},
    reader::Reader,
};

pub(super) const EXAMPLES: &str = "\
The state before EDITION is published again as a new edition; nothing is deleted. If other editions
were published after EDITION, they are listed and nothing is done: --base says that they are undone too.

Exit codes: 0 done, 1 not undone, 2 wrong use, 3 trouble with the store.

Examples:
  thuocdo undo 4 --note 'the wrong file' --as 'Nguyễn Thị Lan'
  thuocdo undo 4 --base 6                 editions 4, 5 and 6";

/// Which edition, and why.
#[derive(Debug, Args)]
pub(super) struct UndoCommand {
    /// Number of the edition to undo
    #[arg(value_parser = clap::value_parser!(u32).range(2..))]
    edition: u32,
    /// The newest edition, if it is a later one: all from EDITION to it are undone [default: EDITION]
    #[arg(long, value_name = "N")]
    base: Option<u32>,
    /// Why, for the history
    #[arg(long, default_value = "", value_name = "TEXT")]
    note: String,
    /// Who does this, for the history
    #[arg(long = "as", default_value = "thuocdo undo", value_name = "NAME")]
    by: String,
    /// Language of what is said: vi or en
    #[arg(long, default_value = "vi", value_parser = lang)]
    lang: Lang,
    #[command(flatten)]
    place: Place,
}

/// Does what the command line says.
pub(super) fn run(undo: &UndoCommand) -> ExitCode {
    exit::code(exit::block_on(undo.done()))
}

impl UndoCommand {
    async fn done(&self) -> Result<(), NotRun> {
        let store = self.place.open().await?;
        let done = self.with(&store).await;
        store.close().await;
        done
    }

    async fn with(&self, store: &Store) -> Result<(), NotRun> {
        let newest = store.newest_number().await.map_err(|error| self.trouble(&error))?;
        if self.edition > newest {
            let none = w::NO_EDITION.get(self.lang);
            return Err(NotRun::Refused(format!("{none} {}", self.edition)));
        }
        let undo = jobs::Undo {
            of: self.edition - 1,
            base: self.base.unwrap_or(self.edition),
            note: self.note.trim().to_owned(),
            by: Actor::program(self.by.clone()),
        };
        let load = |number| async move {
            let loaded = edition_loader::load(store, number).await;
            loaded.map(Arc::new).map_err(|error| NotRun::Store(error.to_string()))
        };
        let (current, former) = (load(newest).await?, load(undo.of).await?);
        // Nothing is read: the process that reads files is never started.
        let jobs = JobQueue::new(Limits::default(), Reader::new(Duration::ZERO, 0, None));
        match jobs::undo(store, &jobs, current, former, undo).await {
            Ok(done) => {
                let published = w::PUBLISHED_EDITION.get(self.lang);
                say(&format!("{published} {}", done.edition.number));
                Ok(())
            }
            Err(JobError::Refused(UserError::UndoOvertaken { base, newest })) => {
                Err(self.overtaken(store, base, newest).await)
            }
            Err(JobError::Refused(why)) => Err(NotRun::Refused(refusal(self.lang, &why))),
            Err(JobError::Store(error)) => Err(self.trouble(&error)),
        }
    }

    /// What was published since, and how to undo it too.
    async fn overtaken(&self, store: &Store, base: u32, newest: u32) -> NotRun {
        let editions = match store.editions().await {
            Ok(editions) => editions,
            Err(error) => return self.trouble(&error),
        };
        let first = w::NOTHING_UNDONE.get(self.lang);
        let mut lines = vec![format!("{first} {newest}")];
        let since = editions.iter().rev().filter(|edition| edition.number > base);
        lines.extend(since.map(|edition| self.line(edition)));
        let again = w::UNDO_ALL.get(self.lang);
        lines.push(format!("{again}: thuocdo undo {} --base {newest}", self.edition));
        NotRun::Refused(lines.join("\n"))
    }

    fn line(&self, edition: &Edition) -> String {
        let note = match self.lang {
            Lang::Vi => &edition.note.vi,
            Lang::En => &edition.note.en,
        };
        let when = Moment(edition.published_at).format(self.lang);
        format!("  {} – {when}, {}: {note}", edition.number, edition.author.name)
    }

    fn trouble(&self, error: &StoreError) -> NotRun {
        NotRun::Store(self.place.words(error))
    }
}
