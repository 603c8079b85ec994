//! `thuocdo import FILE`: the way of the desk, from the command line.

mod report;

use std::{
    io::{self, IsTerminal, Read, Write},
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
    time::Duration,
};

use app::desk::Refusal;
use clap::{Args, builder::BoolishValueParser};
use domain::{
    Lang, Snapshot,
    upload::{Choices, Mode, NewSource, SourceChoice},
};
use indicatif::{ProgressBar, ProgressStyle};
use sheets::Limits;
use store::{By, NewUpload, Store, StoreError, Via};

use crate::desk::work::{self, Begun, Examined, NotDone, Wish, Work};

use super::{Failure as Other, place::Place};
use crate::{library, start};
use report::{refusal, report, say};

pub(super) const EXAMPLES: &str = "\
FILE is a table as it was sent: CSV, TSV, XLSX, XLS or ODS; `-` reads standard input.
Without --publish it becomes a draft at the desk; with --dry-run nothing is written at all.

Exit codes: 0 done, 1 the file cannot be published as it is, 2 wrong use, 3 trouble with the store.

Examples:
  thuocdo import pci-2025.xlsx --dry-run
  thuocdo import pci-2025.xlsx --sheet 'Tổng hợp' --source-title 'PCI 2025' --source-publisher VCCI
  thuocdo import dti.csv --indicator dti --year 2024 --mode replace-year --source bo-tttt-dti-2024 \\
      --reason jump='Đã đối chiếu báo cáo gốc' --note 'DTI 2024' --publish --as 'Nguyễn Thị Lan'";

/// What to read and how.
#[derive(Debug, Args)]
pub(super) struct Import {
    /// The table; `-` for standard input
    file: PathBuf,
    /// Indicator, by its name in addresses, where the file does not say
    #[arg(long, value_name = "NAME")]
    indicator: Option<String>,
    /// Year, where the file does not say
    #[arg(long)]
    year: Option<String>,
    /// Sheet of a workbook, by name
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// What happens to figures that are there already: add, update, replace-year, beside
    #[arg(long, default_value = "update", value_parser = mode)]
    mode: Mode,
    /// What a column is read as, such as 3=province or 4=value:entry:
    #[arg(long = "column", value_name = "NUMBER=ROLE", value_parser = pair)]
    columns: Vec<(String, String)>,
    /// The province that a spelling means, such as 'Tp HCM=tp-ho-chi-minh'; empty to leave its rows out
    #[arg(long = "place", value_name = "SPELLING=NAME", value_parser = pair)]
    places: Vec<(String, String)>,
    /// Why a province has no row: not_found, not_published, not_surveyed, not_ranked; `*` for all others
    #[arg(long = "absent", value_name = "NAME=WHY", value_parser = pair)]
    absent: Vec<(String, String)>,
    /// Why it is right to publish despite a warning, such as jump='checked with the publisher'
    #[arg(long = "reason", value_name = "CODE=TEXT", value_parser = pair)]
    reasons: Vec<(String, String)>,
    /// Any other choice of the form at the desk, such as decimal=comma, encoding=TCVN3, header=4
    #[arg(long = "choose", value_name = "FIELD=VALUE", value_parser = pair)]
    other: Vec<(String, String)>,
    /// Where it was published: a source of the catalogue, by name
    #[arg(long, value_name = "NAME", conflicts_with = "source_title")]
    source: Option<String>,
    /// Title of a source that the catalogue does not have yet
    #[arg(long, value_name = "TITLE")]
    source_title: Option<String>,
    /// Who published it
    #[arg(long, value_name = "NAME", requires = "source_title")]
    source_publisher: Option<String>,
    /// Its address
    #[arg(long, value_name = "URL", requires = "source_title")]
    source_url: Option<String>,
    /// Its day, such as 2026-05-06
    #[arg(long, value_name = "DAY", requires = "source_title")]
    source_published: Option<String>,
    /// Note for the edition
    #[arg(long, default_value = "", value_name = "TEXT")]
    note: String,
    /// Who does this, for the history
    #[arg(long = "as", default_value = "thuocdo import", value_name = "NAME")]
    by: String,
    /// Show issues and difference; write nothing
    #[arg(long, conflicts_with = "publish")]
    dry_run: bool,
    /// Publish at once, if nothing stands in the way
    #[arg(long)]
    publish: bool,
    /// Language of what is said: vi or en
    #[arg(long, default_value = "vi", value_parser = lang)]
    lang: Lang,
    /// What one person prepares another one must approve before it is published
    #[arg(long, env = "THUOCDO_FOUR_EYES", value_parser = BoolishValueParser::new(),
        num_args = 0..=1, require_equals = true, default_value = "false", default_missing_value = "true",
        action = clap::ArgAction::Set)]
    four_eyes: bool,
    /// Largest file, in megabytes
    #[arg(long, env = "THUOCDO_UPLOAD_MEGABYTES", default_value = "50", value_name = "N",
        value_parser = clap::value_parser!(u64).range(1..=2000))]
    upload_megabytes: u64,
    /// Most rows of a file
    #[arg(long, env = "THUOCDO_UPLOAD_ROWS", default_value = "2000000", value_name = "N",
        value_parser = clap::value_parser!(u32).range(1..))]
    upload_rows: u32,
    #[command(flatten)]
    place: Place,
}

fn mode(text: &str) -> Result<Mode, String> {
    Mode::from_code(text).ok_or_else(|| "one of add, update, replace-year, beside".to_owned())
}

fn lang(text: &str) -> Result<Lang, String> {
    Lang::from_code(text).ok_or_else(|| "vi or en".to_owned())
}

fn pair(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').ok_or("something of the form NAME=VALUE")?;
    Ok((name.to_owned(), value.to_owned()))
}

/// Why it ended otherwise than well.
enum Failure {
    /// The file cannot be published as it is.
    File(String),
    /// The command line says something that cannot be.
    Use(String),
    /// The store.
    Store(String),
}

impl From<Other> for Failure {
    fn from(failure: Other) -> Self {
        Self::Store(failure.to_string())
    }
}

/// Does what the command line says.
pub(super) fn run(import: &Import) -> ExitCode {
    let (code, text) = match import.done() {
        Ok(()) => return ExitCode::SUCCESS,
        Err(Failure::File(text)) => (1, text),
        Err(Failure::Use(text)) => (2, text),
        Err(Failure::Store(text)) => (3, text),
    };
    let _ = writeln!(io::stderr(), "thuocdo: {text}");
    ExitCode::from(code)
}

impl Import {
    fn done(&self) -> Result<(), Failure> {
        let choices = self.choices()?;
        let (name, bytes) = self.read()?;
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
        let runtime = runtime.map_err(|error| Failure::Store(error.to_string()))?;
        runtime.block_on(async {
            if self.dry_run && !self.place.is_there() {
                let current = start::first_edition(None).map_err(Other::from)?;
                return self.look(None, Arc::new(current), &name, bytes, choices).await;
            }
            let store = self.place.open().await?;
            let done = self.with(&store, name, bytes, choices).await;
            store.close().await;
            done
        })
    }

    async fn with(&self, store: &Store, name: String, bytes: Vec<u8>, choices: Choices) -> Result<(), Failure> {
        let newest = store.newest_number().await.map_err(|error| self.trouble(&error))?;
        let current = match newest {
            // As the first start of the server would.
            0 if self.dry_run => start::first_edition(None).map_err(Other::from)?,
            0 => start::newest(store, None).await.map_err(Other::from)?,
            newest => {
                let loaded = library::load(store, newest).await;
                loaded.map_err(|error| Failure::Store(error.to_string()))?
            }
        };
        let current = Arc::new(current);
        if self.dry_run {
            self.look(Some(store), current, &name, bytes, choices).await
        } else {
            self.keep(store, current, name, bytes, choices).await
        }
    }

    fn trouble(&self, error: &StoreError) -> Failure {
        Failure::Store(self.place.words(error))
    }

    /// The choices, as the form at the desk would send them.
    fn choices(&self) -> Result<Choices, Failure> {
        let mut pairs: Vec<(String, String)> = Vec::new();
        let named = |prefix: &str, pairs: &[(String, String)]| -> Vec<(String, String)> {
            pairs
                .iter()
                .map(|(name, value)| (format!("{prefix}{name}"), value.clone()))
                .collect()
        };
        pairs.extend(self.other.clone());
        for (name, value) in [
            ("indicator", &self.indicator),
            ("year", &self.year),
            ("sheet", &self.sheet),
        ] {
            pairs.extend(value.clone().map(|value| (name.to_owned(), value)));
        }
        pairs.push(("mode".to_owned(), self.mode.code().to_owned()));
        pairs.extend(self.source.clone().map(|source| ("source".to_owned(), source)));
        pairs.extend(named("column.", &self.columns));
        pairs.extend(named("place.", &self.places));
        pairs.extend(named("absent.", &self.absent));
        for (code, text) in &self.reasons {
            if domain::upload::IssueKind::from_code(code).is_none() {
                return Err(Failure::Use(format!("--reason {code}=…: no warning is called so")));
            }
            pairs.push((format!("reason.{code}"), text.clone()));
        }
        let choices = Choices::from_pairs(pairs.iter().map(|(n, v)| (n.as_str(), v.as_str())));
        let mut choices = choices.map_err(|bad| {
            let bad: Vec<String> = bad.iter().map(|b| format!("{}={}", b.name, b.found)).collect();
            Failure::Use(format!("cannot be understood: {}", bad.join(", ")))
        })?;
        if let Some(title) = &self.source_title {
            choices.source = Some(SourceChoice::New(NewSource {
                title: title.clone(),
                publisher: self.source_publisher.clone().unwrap_or_default(),
                url: self.source_url.clone().unwrap_or_default(),
                published: self.source_published.clone().unwrap_or_default(),
                kind: domain::SourceKind::Publisher,
            }));
        }
        Ok(choices)
    }

    /// Name and bytes of the file, with a bar on a terminal.
    fn read(&self) -> Result<(String, Vec<u8>), Failure> {
        if self.file == Path::new("-") {
            let mut bytes = Vec::new();
            let read = io::stdin().lock().read_to_end(&mut bytes);
            read.map_err(|error| Failure::Use(format!("standard input: {error}")))?;
            return Ok(("-".to_owned(), bytes));
        }
        let failed = |error: io::Error| Failure::Use(format!("{}: {error}", self.file.display()));
        let file = std::fs::File::open(&self.file).map_err(failed)?;
        let size = file.metadata().map_err(failed)?.len();
        let bar = bar(ProgressBar::new(size), "{msg} {bar:30} {bytes}/{total_bytes}");
        bar.set_message(say(self.lang, "Đọc", "Reading"));
        let mut bytes = Vec::new();
        bar.wrap_read(file).read_to_end(&mut bytes).map_err(failed)?;
        bar.finish_and_clear();
        let name = self.file.file_name().unwrap_or_default().to_string_lossy();
        Ok((name.into_owned(), bytes))
    }

    /// Shows what would be and writes nothing.
    async fn look(
        &self,
        store: Option<&Store>,
        current: Arc<Snapshot>,
        name: &str,
        bytes: Vec<u8>,
        mut choices: Choices,
    ) -> Result<(), Failure> {
        let limits = self.limits();
        let mut examined = self.examine(name, &bytes, &choices, &limits, &current);
        if let (Some(indicator), Some(store)) = (examined.reading.indicator, store)
            && let slug = &current.catalogue.indicator(indicator).slug
            && let Some(profile) = store.profile(slug).await.map_err(|error| self.trouble(&error))?
            && let Some(filled) = work::prefill(&choices, &examined.reading, &current.catalogue, &profile.choices)
        {
            choices = filled;
            examined = self.examine(name, &bytes, &choices, &limits, &current);
        }
        print(&report(self.lang, name, &choices, &examined));
        match work::check(&examined, &choices) {
            Ok(()) => {
                print(say(
                    self.lang,
                    "Có thể công bố. Chưa ghi gì.",
                    "It can be published. Nothing was written.",
                ));
                Ok(())
            }
            Err(why) => Err(Failure::File(refusal(self.lang, &why))),
        }
    }

    fn examine(
        &self,
        name: &str,
        bytes: &[u8],
        choices: &Choices,
        limits: &Limits,
        current: &Arc<Snapshot>,
    ) -> Examined {
        let bar = self.spinner();
        let examined = work::examine(bytes, name, choices, limits, current);
        bar.finish_and_clear();
        examined
    }

    /// Makes a draft, and an edition where that is wanted.
    async fn keep(
        &self,
        store: &Store,
        current: Arc<Snapshot>,
        name: String,
        bytes: Vec<u8>,
        choices: Choices,
    ) -> Result<(), Failure> {
        let work = Work::new(self.limits());
        let by = By::program(self.by.clone());
        let upload = NewUpload {
            name: crate::desk::file_name(&name),
            bytes,
            by: by.clone(),
            via: Via::Command,
        };
        let bar = self.spinner();
        let begun = work::begin(store, &work, Arc::clone(&current), upload, choices).await;
        bar.finish_and_clear();
        let begun = begun.map_err(|stop| self.stopped(&stop))?;
        print(&report(self.lang, &name, &begun.choices, &begun.examined));
        self.say_same(&begun);
        let address = format!("/{}/desk/drafts/{}", self.lang.code(), begun.draft.id);
        print(&format!("{}: {address}", say(self.lang, "Bản nháp", "Draft")));
        if !self.publish {
            return match work::check(&begun.examined, &begun.choices) {
                Err(why @ (Refusal::HasErrors(_) | Refusal::WrongFiles(_))) => {
                    Err(Failure::File(refusal(self.lang, &why)))
                }
                _ => Ok(()),
            };
        }
        let wish = Wish {
            by,
            revision: begun.draft.revision,
            base: current.edition.number,
            note: self.note.clone(),
            four_eyes: self.four_eyes,
        };
        let draft = (&begun.draft, &begun.upload);
        let done = work::publish(store, &work, current, draft, begun.choices.clone(), &wish).await;
        let done = done.map_err(|stop| self.stopped(&stop))?;
        let published = say(self.lang, "Đã công bố phiên bản", "Published edition");
        print(&format!("{published} {}", done.edition.number));
        Ok(())
    }

    fn say_same(&self, begun: &Begun) {
        if let Some(earlier) = begun.earlier.first() {
            let day = domain::Moment(earlier.received_at).format(self.lang);
            let same = say(
                self.lang,
                "Chính tệp này đã được tải lên trước đây:",
                "This very file has been uploaded before:",
            );
            print(&format!("{same} {day}, {}", earlier.received_by.name));
        }
    }

    fn stopped(&self, stop: &NotDone) -> Failure {
        match stop {
            NotDone::Refused(Refusal::Failed) => Failure::Store("the file could not be looked at".to_owned()),
            NotDone::Refused(why) => Failure::File(refusal(self.lang, why)),
            NotDone::Store(StoreError::Conflict(store::Conflict::Edition { newest })) => {
                Failure::File(refusal(self.lang, &Refusal::NewerEdition(*newest)))
            }
            NotDone::Store(error) => self.trouble(error),
        }
    }

    fn limits(&self) -> Limits {
        Limits {
            bytes: self.upload_megabytes * 1_000_000,
            rows: self.upload_rows,
            ..Limits::default()
        }
    }

    fn spinner(&self) -> ProgressBar {
        let bar = bar(ProgressBar::new_spinner(), "{spinner} {msg} {elapsed}");
        bar.set_message(say(self.lang, "Kiểm tra và so sánh", "Checking and comparing"));
        bar.enable_steady_tick(Duration::from_millis(100));
        bar
    }
}

/// A bar that is only drawn on a terminal.
fn bar(bar: ProgressBar, template: &str) -> ProgressBar {
    if !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    match ProgressStyle::with_template(template) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// A line for the one who started it. That nobody listens is no failure.
fn print(text: &str) {
    let _ = writeln!(io::stdout(), "{text}");
}
