//! Files that people send are read in a process of their own: this very program, started once more with limits
//! of memory, processor time and open files, and killed when its time is over. Whatever a file does to it,
//! readers and other uploads do not notice. `docs/design/upload-limits.md` says why and how.

mod limits;
mod process;
mod program;
mod wire;
mod worker;

use domain::upload::{Choices, Issue};
use import::TimeLimit;
use spreadsheet::{Limits, Remarks, Workbook};

pub(crate) use program::{Failure, Reader};
pub(crate) use wire::Annotated;
pub(crate) use worker::{COMMAND, run};

use wire::{Answer, Request, Task};

impl Reader {
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
}
