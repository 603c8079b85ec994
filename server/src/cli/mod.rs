//! The command line: every setting is a flag and a `THUOCDO_*` variable, parsed once.

mod account;
mod check;
mod common;
mod correct;
mod coverage;
mod deck;
mod exit;
mod export;
mod import;
mod keeping;
mod place;
mod serve;
mod undo;

use std::{
    io::{self, Write},
    path::PathBuf,
    process::ExitCode,
};

use clap::{Parser, Subcommand};

use crate::services::reader;
use common::{Failure, ReadingLimits, say, wait_for};

const EXAMPLES: &str = "\
Examples:
  thuocdo serve                           on http://127.0.0.1:3000, for this machine alone
  thuocdo serve --addr 0.0.0.0:8080       for everybody who can reach this machine
  THUOCDO_ADDR=127.0.0.1:4000 thuocdo serve
  thuocdo account add lan                 the first account, which is an administrator's
  thuocdo import pci-2025.xlsx --dry-run  what a table would change, without changing it
  thuocdo backup thuocdo.backup           everything in one file, while the program runs
  thuocdo check data                      look for mistakes in a folder of data files";

const CHECK_EXAMPLES: &str = "\
FOLDER holds `catalogue` (indicators, provinces, sources) and `bundled` (the figures).
Each problem is shown as file:line:column, with what was found and how to fix it.
The exit code is 0 when everything is right, 1 when not.

Examples:
  thuocdo check                           the data files inside the program
  thuocdo check data                      the data files in the folder `data`";

/// Thước Đo: chỉ số cải cách hành chính của các tỉnh, thành phố – the indicators of
/// administrative reform in Viet Nam's provinces, as pages, rankings and charts.
#[derive(Debug, Parser)]
#[command(name = "thuocdo", version, max_term_width = 100)]
#[command(after_help = EXAMPLES, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve until Ctrl-C or SIGTERM
    Serve(serve::Serve),
    /// Add accounts and change them
    #[command(subcommand)]
    Account(account::Account),
    /// Take in a table: show issues and difference, keep it as a draft, publish it
    #[command(after_help = import::EXAMPLES)]
    Import(Box<import::Import>),
    /// Correct one figure, or choose which source is shown where sources disagree
    #[command(after_help = correct::EXAMPLES)]
    Correct(Box<correct::Correct>),
    /// Undo an edition: publish the state before it again
    #[command(after_help = undo::EXAMPLES)]
    Undo(undo::UndoCommand),
    /// Write the figures of an edition to a file
    Export(export::Export),
    /// Refresh decks that were made here
    #[command(subcommand)]
    Deck(deck::DeckCommand),
    /// Write everything that is stored to one new file, also while the program runs
    Backup(keeping::Backup),
    /// Fill an empty store from a backup
    Restore(keeping::Restore),
    /// Read everything that is stored and say what is wrong with it
    Verify(keeping::Verify),
    /// What the program starts itself as, to read one file within limits; not for people
    #[command(name = reader::COMMAND, hide = true)]
    ReadUpload(ReadingLimits),
    /// Look for mistakes in the data files and count what they hold
    #[command(after_help = CHECK_EXAMPLES)]
    Check {
        /// Folder of data files [default: those inside the program]
        folder: Option<PathBuf>,
    },
    /// Count the provinces with figures of each indicator and year, as a Markdown table
    Coverage {
        /// Folder of data files [default: those inside the program]
        folder: Option<PathBuf>,
    },
}

/// Does what the command line says.
pub fn run() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Serve(settings) => serve::run(&settings),
        Command::Account(what) => account::run(&what),
        Command::Import(what) => return import::run(&what),
        Command::Correct(what) => return correct::run(&what),
        Command::Undo(what) => return undo::run(&what),
        Command::Export(what) => return export::run(&what),
        Command::Deck(what) => return deck::run(&what),
        Command::Backup(what) => keeping::backup(&what),
        Command::Restore(what) => keeping::restore(&what),
        Command::Verify(what) => keeping::verify(&what),
        Command::ReadUpload(limits) => return reader::run(limits.time(), limits.bytes()),
        Command::Check { folder } => check::run(folder.as_deref()),
        Command::Coverage { folder } => coverage::run(folder.as_deref()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            let _ = writeln!(io::stderr(), "thuocdo: {failure}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn a_wrong_setting_names_its_variable() {
        for (flag, value, variable) in [
            ("--addr", "localhost", "THUOCDO_ADDR"),
            ("--log", "a=b=c", "THUOCDO_LOG"),
            ("--database-url", "mysql://x", "THUOCDO_DATABASE_URL"),
        ] {
            let error = Cli::try_parse_from(["thuocdo", "serve", flag, value]).unwrap_err();
            assert!(error.to_string().contains(variable), "{error}");
        }
    }

    #[test]
    fn a_password_in_a_setting_is_never_shown() {
        let url = "postgres://desk:geheim@db.example/thuocdo";
        let cli = Cli::try_parse_from(["thuocdo", "serve", "--database-url", url]).unwrap();
        assert!(!format!("{cli:?}").contains("geheim"));
        let wrong = "mysql://desk:geheim@db.example/thuocdo";
        let error = Cli::try_parse_from(["thuocdo", "serve", "--database-url", wrong]).unwrap_err();
        assert!(!error.to_string().contains("geheim"), "{error}");
    }
}
