//! What several commands have: limits of reading, failures, lines on standard output.

use std::{
    io::{self, Write},
    time::Duration,
};

use clap::Args;

use crate::{
    http::listen::ListenError,
    services::start::{DataError, StartError},
};

/// What reading one file may take.
#[derive(Clone, Copy, Debug, Args)]
pub(super) struct ReadingLimits {
    /// Most seconds that reading and understanding a file may take
    #[arg(long = "upload-seconds", env = "THUOCDO_UPLOAD_SECONDS", default_value = "60", value_name = "N",
        value_parser = clap::value_parser!(u64).range(1..=3600))]
    pub(super) seconds: u64,
    /// Most memory that reading a file may take, in megabytes
    #[arg(long = "upload-memory", env = "THUOCDO_UPLOAD_MEMORY", default_value = "1500", value_name = "N",
        value_parser = clap::value_parser!(u64).range(100..=100_000))]
    pub(super) memory: u64,
}

impl ReadingLimits {
    pub(super) const fn time(self) -> Duration {
        Duration::from_secs(self.seconds)
    }

    pub(super) const fn bytes(self) -> u64 {
        self.memory * 1_000_000
    }
}

/// Why the program ends with exit code 1.
#[derive(Debug, thiserror::Error)]
pub(super) enum Failure {
    #[error(transparent)]
    Data(#[from] DataError),
    #[error(transparent)]
    Start(#[from] StartError),
    #[error(transparent)]
    Listen(#[from] ListenError),
    #[error("the system does not let the program start: {0}")]
    System(#[from] io::Error),
    /// In words for the one at the command line.
    #[error("{0}")]
    Said(String),
}

/// A line on standard output. A closed pipe is no failure.
pub(super) fn say(line: &str) {
    let _ = writeln!(io::stdout(), "{line}");
}

/// Runs one task to its end, for commands other than `serve`.
pub(super) fn wait_for<T>(task: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(task)
}
