//! The process that reads one file and ends.

use std::{
    io::{self, BufWriter, Write},
    process::ExitCode,
    time::Duration,
};

use domain::upload::Choices;

use super::{
    limits,
    wire::{self, Annotated, Answer, Request, Task},
};

/// The name of the command, which people do not call.
pub(crate) const COMMAND: &str = "read-upload";

/// Reads a file from standard input and writes what it holds to standard output, within these limits.
pub(crate) fn run(time: Duration, memory: u64) -> ExitCode {
    // Before the first byte is read.
    limits::take(time, memory);
    match serve_one() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "{error}");
            ExitCode::FAILURE
        }
    }
}

fn serve_one() -> io::Result<()> {
    let (request, file) = wire::receive(io::stdin().lock())?;
    let request: Request<'_> = postcard::from_bytes(&request).map_err(io::Error::other)?;
    let answer = answer(request, &file);
    drop(file);
    let out = postcard::to_io(&answer, BufWriter::with_capacity(1 << 16, io::stdout().lock()));
    out.map_err(io::Error::other)?.flush()
}

fn answer(request: Request<'_>, file: &[u8]) -> Answer {
    // They were choices once, so they can be read again.
    let pairs = request
        .choices
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()));
    let choices = Choices::from_pairs(pairs).unwrap_or_default();
    let opened = spreadsheet::open(file, &request.name, &choices, &request.limits);
    match request.task {
        Task::Open => Answer::Opened(opened),
        Task::Annotate(remarks) => Answer::Annotated(opened.ok().and_then(|workbook| {
            let annotated = spreadsheet::annotated(&workbook, &remarks).ok()?;
            Some(Annotated {
                extension: annotated.extension.to_owned(),
                bytes: annotated.bytes,
            })
        })),
    }
}
