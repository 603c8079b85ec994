//! How the commands that change figures end: the reason on standard error, its kind as the exit code.

use std::{
    io::{self, Write},
    process::ExitCode,
};

/// Why a command did not do what was asked.
pub(super) enum NotRun {
    /// What was given cannot be published or undone as it is.
    Refused(String),
    /// The command line states something that cannot be.
    Usage(String),
    /// The store, or the machine.
    Store(String),
}

impl From<super::Failure> for NotRun {
    fn from(failure: super::Failure) -> Self {
        Self::Store(failure.to_string())
    }
}

/// Runs a command to its end on a runtime of its own.
pub(super) fn block_on(command: impl Future<Output = Result<(), NotRun>>) -> Result<(), NotRun> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    runtime
        .map_err(|error| NotRun::Store(error.to_string()))?
        .block_on(command)
}

/// 0 done, 1 refused, 2 wrong use, 3 trouble with the store.
pub(super) fn code(done: Result<(), NotRun>) -> ExitCode {
    let (code, text) = match done {
        Ok(()) => return ExitCode::SUCCESS,
        Err(NotRun::Refused(text)) => (1, text),
        Err(NotRun::Usage(text)) => (2, text),
        Err(NotRun::Store(text)) => (3, text),
    };
    let _ = writeln!(io::stderr(), "thuocdo: {text}");
    ExitCode::from(code)
}
