//! `thuocdo deck refresh FILE`: puts an edition into a deck that was made here.

use std::{
    fs::{self, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
};

use app::{Assets, SharedBackend};
use clap::{Args, Subcommand};
use domain::{Lang, Snapshot};
use messages::refresh as w;
use store::Editions;

use super::{Failure, import::lang, place::Place, say, serve::origin, wait_for};
use crate::{
    Program,
    services::{
        edition_loader,
        refresh::{self, ReadDeck, RefreshedDeck, Wanted},
        start,
    },
};

pub(super) const EXAMPLES: &str = "\
What nobody has touched in FILE becomes that of the edition: charts with their workbooks, titles,
remarks, sources, alternative texts and speaker notes. Everything else keeps its bytes.

Exit codes: 0 done, also if nothing changed; 2 wrong use or no deck; 3 trouble with the store.

Examples:
  thuocdo deck refresh talk.pptx                   writes talk-refreshed.pptx
  thuocdo deck refresh talk.pptx --output new.pptx --notes-slide
  thuocdo deck refresh talk.pptx --edition 4";

/// What to do with decks.
#[derive(Debug, Subcommand)]
pub(super) enum DeckCommand {
    /// Put the newest edition into a deck that was made here and may have been edited since
    #[command(after_help = EXAMPLES)]
    Refresh(RefreshCommand),
}

/// Which deck, and which edition.
#[derive(Debug, Args)]
pub(super) struct RefreshCommand {
    /// The deck, a .pptx file
    file: PathBuf,
    /// The new file [default: FILE with -refreshed before its ending]
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Number of the edition [default: the newest]
    #[arg(long, value_name = "N")]
    edition: Option<u32>,
    /// Add a slide at the end that lists the changes
    #[arg(long)]
    notes_slide: bool,
    /// Language of the report: vi or en
    #[arg(long, default_value = "vi", value_parser = lang)]
    lang: Lang,
    /// Where readers reach the site, for links [default: as in the deck]
    #[arg(long, env = "THUOCDO_PUBLIC_URL", value_name = "URL", value_parser = origin)]
    public_url: Option<String>,
    #[command(flatten)]
    place: Place,
}

enum Trouble {
    Use(String),
    Store(String),
}

/// Does what the command line says.
pub(super) fn run(command: &DeckCommand) -> ExitCode {
    let DeckCommand::Refresh(command) = command;
    let (code, text) = match command.done() {
        Ok(()) => return ExitCode::SUCCESS,
        Err(Trouble::Use(text)) => (2, text),
        Err(Trouble::Store(text)) => (3, text),
    };
    let _ = writeln!(io::stderr(), "thuocdo: {text}");
    ExitCode::from(code)
}

impl RefreshCommand {
    fn done(&self) -> Result<(), Trouble> {
        let named = |error: io::Error| Trouble::Use(format!("{}: {error}", self.file.display()));
        let bytes = fs::read(&self.file).map_err(named)?;
        let refused = |error| Trouble::Use(refresh::refused(self.lang, &error));
        let deck = refresh::read(bytes).map_err(refused)?;
        let wanted = Wanted {
            lang: self.lang,
            edition: self.edition,
            report_slide: self.notes_slide,
        };
        let backend = wait_for(self.backend(&deck, &wanted)).map_err(|failure| Trouble::Store(failure.to_string()))?;
        let done = deck.refresh(&backend, &wanted).map_err(refused)?;
        let done = done.ok_or_else(|| Trouble::Use(format!("--edition: {:?}", self.edition)))?;
        self.tell(&done);
        if !done.changed {
            return Ok(());
        }
        let output = self.output.clone().unwrap_or_else(|| beside(&self.file));
        // Never over another file: it may be the only copy of a deck.
        let file = OpenOptions::new().write(true).create_new(true).open(&output);
        let written = file.and_then(|mut file| file.write_all(&done.bytes));
        written.map_err(|error| Trouble::Use(format!("{}: {error}", output.display())))?;
        say(&output.display().to_string());
        Ok(())
    }

    fn tell(&self, done: &RefreshedDeck) {
        say(&done.report.summary());
        for (number, slide) in (1..).zip(&done.report.slides) {
            say(&format!(
                "{number}. {}: {}",
                slide.title,
                slide.outcome.words(self.lang)
            ));
            for line in slide.outcome.details(self.lang) {
                say(&format!("   {line}"));
            }
        }
        if !done.changed {
            say(w::UNCHANGED.get(self.lang));
        }
    }

    /// The newest edition and those that the deck shows.
    async fn backend(&self, deck: &ReadDeck, wanted: &Wanted) -> Result<SharedBackend, Failure> {
        let site = self.public_url.clone().or_else(|| deck.site());
        let program = |newest: Snapshot| {
            let program = Program::new(Editions::new(newest), Assets::default());
            match site {
                Some(site) => program.reached_at(site),
                None => program,
            }
        };
        if !self.place.is_there() {
            return Ok(Arc::new(program(start::first_edition(None)?)));
        }
        let store = self.place.open().await?;
        let loaded = async {
            let failed = |error: String| Failure::Said(error);
            let newest = store
                .newest_number()
                .await
                .map_err(|error| Failure::Said(self.place.words(&error)))?;
            let load = async |number| {
                edition_loader::load(&store, number)
                    .await
                    .map_err(|e| failed(e.to_string()))
            };
            let program = program(load(newest).await?);
            for number in deck
                .editions(wanted)
                .into_iter()
                .filter(|number| (1..newest).contains(number))
            {
                program.editions().insert_older(load(number).await?);
            }
            Ok::<SharedBackend, Failure>(Arc::new(program))
        };
        let loaded = loaded.await;
        store.close().await;
        loaded
    }
}

fn beside(file: &Path) -> PathBuf {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    file.with_file_name(format!("{stem}-refreshed.pptx"))
}
