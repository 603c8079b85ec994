//! `thuocdo export FILE`: the figures of an edition in one file.

use std::{
    fs::OpenOptions,
    io::{self, Write},
    path::PathBuf,
    process::ExitCode,
};

use clap::Args;
use dataset::{ExportFormat, Files};
use domain::Snapshot;
use import::DataFiles;
use store::StoreError;

use super::{Failure, place::Place, say, wait_for};
use crate::services::{edition_loader, start};

/// What to write and where.
#[derive(Debug, Args)]
pub(super) struct Export {
    /// The new file; `-` for standard output
    file: PathBuf,
    /// Number of the edition [default: the newest]
    #[arg(long, value_name = "N")]
    edition: Option<u32>,
    /// Kind of file [default: by its name]
    #[arg(long, value_name = "csv|xlsx|parquet|json", value_parser = format)]
    format: Option<ExportFormat>,
    #[command(flatten)]
    place: Place,
}

fn format(text: &str) -> Result<ExportFormat, String> {
    ExportFormat::from_extension(text).ok_or_else(|| "one of csv, xlsx, parquet, json".to_owned())
}

/// Writes the file. Exit codes: 2 for wrong use, 3 for trouble with the store.
pub(super) fn run(export: &Export) -> ExitCode {
    let (code, text) = match export.done() {
        Ok(()) => return ExitCode::SUCCESS,
        Err(Trouble::Use(text)) => (2, text),
        Err(Trouble::Store(text)) => (3, text),
    };
    let _ = writeln!(io::stderr(), "thuocdo: {text}");
    ExitCode::from(code)
}

enum Trouble {
    Use(String),
    Store(String),
}

impl Export {
    fn done(&self) -> Result<(), Trouble> {
        let ending = self.file.extension().and_then(|e| e.to_str()).unwrap_or("csv");
        let format = self.format.or_else(|| ExportFormat::from_extension(ending));
        let format = format.ok_or_else(|| Trouble::Use("--format: one of csv, xlsx, parquet, json".to_owned()))?;
        let edition = wait_for(self.edition()).map_err(|failure| Trouble::Store(failure.to_string()))?;
        let (snapshot, files) = edition;
        let bytes = dataset::export(&Files::from_iter(files), &snapshot, format)
            .map_err(|error| Trouble::Use(error.to_string()))?;
        let written = if self.file.as_os_str() == "-" {
            io::stdout().lock().write_all(&bytes)
        } else {
            // Never over another file: it may be the only copy of an export.
            let file = OpenOptions::new().write(true).create_new(true).open(&self.file);
            file.and_then(|mut file| file.write_all(&bytes))
        };
        written.map_err(|error| Trouble::Use(format!("{}: {error}", self.file.display())))?;
        if self.file.as_os_str() != "-" {
            let (number, figures) = (snapshot.edition.number, snapshot.figures.len());
            say(&format!("{}: {number}, {figures}", self.file.display()));
        }
        Ok(())
    }

    async fn edition(&self) -> Result<(Snapshot, DataFiles), Failure> {
        if !self.place.is_there() {
            let files = start::files(None)?
                .iter()
                .map(|(path, bytes)| (path.to_owned(), bytes.to_vec()))
                .collect();
            return Ok((start::first_edition(None)?, files));
        }
        let store = self.place.open().await?;
        let words = |error: StoreError| Failure::Said(self.place.words(&error));
        let loaded = async {
            let number = match self.edition {
                Some(number) => number,
                None => store.newest_number().await.map_err(words)?,
            };
            let shown = edition_loader::load(&store, number).await;
            let shown = shown.map_err(|error| Failure::Said(error.to_string()))?;
            Ok((shown, store.files(number).await.map_err(words)?))
        };
        let loaded = loaded.await;
        store.close().await;
        loaded
    }
}
