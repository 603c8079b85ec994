//! How files are read: which program does it, how much it may take, and why a file was not read.

use std::{ffi::OsStr, path::PathBuf, time::Duration};

use domain::upload::{Arg, CellRef, Issue, IssueKind};
use import::Stopped;

/// How files are read: by which program, and how much it may take.
#[derive(Clone, Debug)]
pub(crate) struct Reader {
    pub(super) program: PathBuf,
    pub(super) time: Duration,
    /// Memory of the process, in bytes.
    pub(super) memory: u64,
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

    pub(super) fn memory_up(&self) -> Failure {
        let megabytes = (self.memory / 1_000_000) as f64;
        Failure::File(whole_file(IssueKind::ReadingMemory, Arg::Number(megabytes, 0)))
    }

    #[expect(clippy::unused_self, reason = "one of three ways to end, called like the others")]
    pub(super) fn ended(&self, how: &str) -> Failure {
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
