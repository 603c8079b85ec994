//! Files that people send are read in a process of their own: this very program, started once more with limits
//! of memory, processor time and open files, and killed when its time is over. Whatever a file does to it,
//! readers and other uploads do not notice. `docs/design/upload-limits.md` says why and how.

mod limits;
mod process;
mod wire;
mod worker;

use std::{ffi::OsStr, path::PathBuf, time::Duration};

use domain::upload::{Arg, CellRef, Choices, Issue, IssueKind};
use import::{Stopped, TimeLimit};
use spreadsheet::{Limits, Remarks, Workbook};

pub(crate) use wire::Annotated;
pub(crate) use worker::{COMMAND, run};

use wire::{Answer, Request, Task};

/// How files are read: by which program, and how much it may take.
#[derive(Clone, Debug)]
pub(crate) struct Reader {
    program: PathBuf,
    time: Duration,
    /// Memory of the process, in bytes.
    memory: u64,
}

/// Why a file was not read.
#[derive(Debug, PartialEq)]
pub(crate) enum Failure {
    /// The file is to blame, as far as can be told: what to say of it.
    File(Issue),
    /// It was stopped because no request waits for it, or the program ends.
    Cancelled,
    /// The process could not be started.
    NotStarted(String),
}

impl Reader {
    /// With this much time and memory (in bytes). The program is this one unless another is given: a test has
    /// the code of the program in a process that is not the program.
    pub(crate) fn new(time: Duration, memory: u64, program: Option<PathBuf>) -> Self {
        Self {
            program: program.unwrap_or_else(this_program),
            time,
            memory,
        }
    }

    /// How long it may take to read and understand a file.
    pub(crate) const fn time(&self) -> Duration {
        self.time
    }

    /// Opens a file, as [`spreadsheet::open`] does.
    ///
    /// # Errors
    /// What keeps it from being opened, or the limit that it ran into.
    pub(crate) fn open(
        &self,
        file: (Vec<u8>, &str),
        choices: &Choices,
        limits: &Limits,
        until: &TimeLimit,
    ) -> Result<Result<Workbook, Vec<Issue>>, Failure> {
        match self.ask(file, choices, limits, Task::Open, until)? {
            Answer::Opened(opened) => Ok(opened),
            Answer::Annotated(_) => Err(self.ended("another answer than was asked for")),
        }
    }

    /// The file with remarks; `None` if it cannot be opened or written.
    ///
    /// # Errors
    /// The limit that it ran into.
    pub(crate) fn annotate(
        &self,
        file: (Vec<u8>, &str),
        choices: &Choices,
        limits: &Limits,
        remarks: Remarks<'_>,
        until: &TimeLimit,
    ) -> Result<Option<Annotated>, Failure> {
        match self.ask(file, choices, limits, Task::Annotate(remarks), until)? {
            Answer::Annotated(annotated) => Ok(annotated),
            Answer::Opened(_) => Err(self.ended("another answer than was asked for")),
        }
    }

    fn ask(
        &self,
        (bytes, name): (Vec<u8>, &str),
        choices: &Choices,
        limits: &Limits,
        task: Task<'_>,
        until: &TimeLimit,
    ) -> Result<Answer, Failure> {
        until.check().map_err(|stopped| self.stopped(stopped))?;
        let request = Request {
            name: name.to_owned(),
            choices: choices.to_pairs(),
            limits: *limits,
            task,
        };
        process::ask(self, &request, bytes, until)
    }

    /// What there is to say when work on a file was stopped.
    pub(crate) fn stopped(&self, stopped: Stopped) -> Failure {
        match stopped {
            Stopped::Cancelled => Failure::Cancelled,
            Stopped::TimeUp => Failure::File(self.time_up()),
        }
    }

    /// The issue of a file that takes too long.
    pub(crate) fn time_up(&self) -> Issue {
        whole_file(IssueKind::ReadingTime, Arg::Number(self.time.as_secs_f64(), 0))
    }

    fn memory_up(&self) -> Failure {
        let megabytes = (self.memory / 1_000_000) as f64;
        Failure::File(whole_file(IssueKind::ReadingMemory, Arg::Number(megabytes, 0)))
    }

    #[expect(clippy::unused_self, reason = "one of three ways to end, called like the others")]
    fn ended(&self, how: &str) -> Failure {
        Failure::File(whole_file(IssueKind::ReaderEnded, Arg::Text(how.into())))
    }
}

fn whole_file(kind: IssueKind, arg: Arg) -> Issue {
    Issue::new(kind, CellRef::default(), "", vec![arg])
}

/// This program. Linux gives the very file that runs, also when another was installed in its place meanwhile:
/// both processes must speak the same language.
fn this_program() -> PathBuf {
    let running = PathBuf::from("/proc/self/exe");
    if cfg!(target_os = "linux") && running.exists() {
        return running;
    }
    std::env::current_exe().unwrap_or_else(|_| PathBuf::from(OsStr::new("thuocdo")))
}
