//! The command line: every setting is a flag and a `THUOCDO_*` variable, parsed once.

use std::{
    io::{self, IsTerminal, Write},
    net::SocketAddr,
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
};

use clap::{Args, Parser, Subcommand};
use figures::Loaded;
use store::Editions;
use tracing_subscriber::EnvFilter;

use crate::{
    AppState, Program, Site,
    listen::{self, ListenError},
    router,
    start::{self, DataError},
};

const EXAMPLES: &str = "\
Examples:
  thuocdo serve                           on http://127.0.0.1:3000, for this machine alone
  thuocdo serve --addr 0.0.0.0:8080       for everybody who can reach this machine
  THUOCDO_ADDR=127.0.0.1:4000 thuocdo serve
  thuocdo check data                      look for mistakes in a folder of data files";

const CHECK_EXAMPLES: &str = "\
FOLDER holds `catalogue` (indicators, provinces, sources) and `bundled` (the figures).
Each problem is shown as file:line:column, with what was found and how to mend it.
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
    /// Answer readers until told to stop (Ctrl-C or SIGTERM)
    Serve(Serve),
    /// Look for mistakes in the data files and count what they hold
    #[command(after_help = CHECK_EXAMPLES)]
    Check {
        /// Folder of data files [default: those inside the program]
        folder: Option<PathBuf>,
    },
}

#[derive(Debug, Args)]
struct Serve {
    /// Address and port to listen on; port 0 takes a free one
    #[arg(long, env = "THUOCDO_ADDR", default_value = "127.0.0.1:3000", value_parser = address)]
    addr: SocketAddr,
    /// Read the data files in this folder instead of those inside the program
    #[arg(long, env = "THUOCDO_DATA_FILES", value_name = "FOLDER")]
    data_files: Option<PathBuf>,
    /// What to write to the log (on stderr): error, warn, info, debug, or rules such as
    /// `warn,server=debug`
    #[arg(long, env = "THUOCDO_LOG", default_value = "info", value_name = "LEVEL", value_parser = filter)]
    log: String,
}

/// Why the program ends with exit code 1.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error(transparent)]
    Data(#[from] DataError),
    #[error(transparent)]
    Listen(#[from] ListenError),
    #[error("the system does not let the program start: {0}")]
    System(#[from] io::Error),
}

/// Does what the command line says.
pub fn run() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Serve(settings) => serve(&settings),
        Command::Check { folder } => check(folder.as_deref()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            let _ = writeln!(io::stderr(), "thuocdo: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn address(text: &str) -> Result<SocketAddr, String> {
    let hint = "THUOCDO_ADDR or --addr takes an IP address and a port, such as 127.0.0.1:3000";
    text.parse().map_err(|_| hint.to_owned())
}

fn filter(text: &str) -> Result<String, String> {
    let problem = |error| format!("THUOCDO_LOG or --log: {error}");
    EnvFilter::try_new(text).map_err(problem)?;
    Ok(text.to_owned())
}

fn serve(settings: &Serve) -> Result<(), Failure> {
    write_log(&settings.log);
    let editions = Editions::new(start::first_edition(settings.data_files.as_deref())?);
    let site = Site::embedded();
    if site.is_empty() {
        tracing::warn!(
            "the program was built without styles and scripts (`make build` puts them in): \
             pages work, but are plain"
        );
    }
    let program = Program::new(editions, site.links().clone());
    let state = AppState::new(Arc::new(program), site);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let stop = listen::told_to_stop()?;
        let listener = listen::bind(settings.addr).await?;
        let address = listener.local_addr()?;
        say(&format!("Thước Đo đang chạy tại / is running at http://{address}"));
        listen::serve(listener, router(state), stop).await;
        Ok(())
    })
}

fn write_log(filter: &str) {
    tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::new(filter))
        .with_ansi(io::stderr().is_terminal())
        .with_writer(io::stderr)
        .init();
}

fn check(folder: Option<&Path>) -> Result<(), Failure> {
    say(&counts(&start::load(folder)?));
    Ok(())
}

fn counts(loaded: &Loaded) -> String {
    let catalogue = &loaded.catalogue;
    format!(
        "Right: {} indicators, {} sources, {} figures from {} rows; {} rows left out, each with its reason.",
        catalogue.indicators.len(),
        catalogue.sources.len(),
        loaded.figures.len(),
        loaded.rows,
        catalogue.left_out.len(),
    )
}

/// A line for the one who started the program. That nobody listens is no failure.
fn say(line: &str) {
    let _ = writeln!(io::stdout(), "{line}");
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
        ] {
            let error = Cli::try_parse_from(["thuocdo", "serve", flag, value]).unwrap_err();
            assert!(error.to_string().contains(variable), "{error}");
        }
    }
}
