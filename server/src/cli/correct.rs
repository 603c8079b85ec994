//! `thuocdo correct`: one figure, from the command line.

use messages::command_line as w;
use std::{process::ExitCode, sync::Arc};

use app::admin::{UserError, refusal_lines};
use clap::{Args, builder::BoolishValueParser};
use domain::{
    Lang, Snapshot,
    upload::{Choices, CorrectionForm, Issue, IssueKind},
};
use spreadsheet::Limits;
use store::{Actor, Store, StoreError, Via};

use super::{
    Failure, ReadingLimits,
    exit::{self, NotRun},
    import::{issue_text, lang, pair, refusal, report},
    place::Place,
    say,
};
use crate::services::{
    edition_loader,
    jobs::{self, BegunCorrection, JobError, JobQueue, NotCorrected, PublishRequest},
    reader::Reader,
    start,
};

pub(super) const EXAMPLES: &str = "\
The figure becomes a draft at the desk, as the row of a table that is imported; with --dry-run nothing is
written at all. --show chooses which source is shown where sources disagree, and needs no figure.

Exit codes: 0 done, 1 the figure cannot be published as it is, 2 wrong use, 3 trouble with the store.

Examples:
  thuocdo correct --indicator pci --province ha-noi --year 2016 --value 60,74 --rank 14 \\
      --source vcci-pci-2016 --reason 'The report gives 60.74' --dry-run
  thuocdo correct --indicator pci --component entry --province ha-noi --year 2016 --missing not_published \\
      --source vcci-pci-2016 --reason 'Not in the report' --publish --as 'Nguyễn Thị Lan'
  thuocdo correct --indicator par_index --province hai-phong-63 --year 2023 --show SOURCE --reason 'The ministry’s report'";

/// Which figure, and what it should be.
#[derive(Debug, Args)]
pub(super) struct Correct {
    /// Indicator, by its name in addresses
    #[arg(long, value_name = "NAME")]
    indicator: String,
    /// Component, by its name in addresses [default: the headline figure]
    #[arg(long, value_name = "NAME")]
    component: Option<String>,
    /// Province by its name in addresses or its own, `vn`, or `region:NAME`
    #[arg(long, value_name = "NAME")]
    province: String,
    /// Year
    #[arg(long)]
    year: Option<String>,
    /// Moment, such as 2021-06-30, 2021-06, 2021-Q2, 2021-end
    #[arg(long = "as-of", value_name = "MOMENT")]
    as_of: Option<String>,
    /// The value, such as 60,74 or 60.74
    #[arg(long, allow_hyphen_values = true)]
    value: Option<String>,
    /// The rank as published, such as 14 or 14/63
    #[arg(long)]
    rank: Option<String>,
    /// Why there is no figure: not_found, not_published, not_surveyed, not_ranked
    #[arg(long, value_name = "WHY", conflicts_with = "value")]
    missing: Option<String>,
    /// What happens to the figures that are there: replace, beside, shown [default: replace]
    #[arg(long, value_name = "HOW")]
    how: Option<String>,
    /// The source to show where sources disagree; `all` shows all of them again
    #[arg(long, value_name = "SOURCE", conflicts_with_all = ["value", "rank", "missing", "how", "source", "source_title"])]
    show: Option<String>,
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
    /// Why, for readers and for the history
    #[arg(long, value_name = "TEXT")]
    reason: String,
    /// Why it is right despite a warning, such as jump='checked with the publisher'
    #[arg(long = "warning", value_name = "CODE=TEXT", value_parser = pair)]
    warnings: Vec<(String, String)>,
    /// Who does this, for the history
    #[arg(long = "as", default_value = "thuocdo correct", value_name = "NAME")]
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
    #[command(flatten)]
    reading_limits: ReadingLimits,
    #[command(flatten)]
    place: Place,
}

/// Does what the command line says.
pub(super) fn run(correct: &Correct) -> ExitCode {
    exit::code(exit::block_on(correct.done()))
}

impl Correct {
    /// The fields, as the form of a correction would send them.
    fn form(&self) -> CorrectionForm {
        let given = [
            ("indicator", Some(&self.indicator)),
            ("component", self.component.as_ref()),
            ("province", Some(&self.province)),
            ("year", self.year.as_ref()),
            ("as_of", self.as_of.as_ref()),
            ("show", self.show.as_ref()),
            ("value", self.value.as_ref()),
            ("rank", self.rank.as_ref()),
            ("missing", self.missing.as_ref()),
            ("how", self.how.as_ref()),
            ("source", self.source.as_ref()),
            ("source_title", self.source_title.as_ref()),
            ("source_publisher", self.source_publisher.as_ref()),
            ("source_url", self.source_url.as_ref()),
            ("source_published", self.source_published.as_ref()),
            ("reason", Some(&self.reason)),
        ];
        let given = given
            .into_iter()
            .filter_map(|(name, value)| Some((name, value?.as_str())));
        CorrectionForm::from_pairs(given)
    }

    async fn done(&self) -> Result<(), NotRun> {
        if let Some((code, _)) = self
            .warnings
            .iter()
            .find(|(code, _)| IssueKind::from_code(code).is_none())
        {
            let text = w::NO_SUCH_WARNING.get(self.lang);
            return Err(NotRun::Usage(format!("--warning {code}=…: {text}")));
        }
        if self.dry_run && !self.place.is_there() {
            let text = w::NO_DATA.get(self.lang);
            return Err(NotRun::Usage(text.to_owned()));
        }
        let store = self.place.open().await?;
        let done = self.with(&store).await;
        store.close().await;
        done
    }

    async fn with(&self, store: &Store) -> Result<(), NotRun> {
        let newest = store.newest_number().await.map_err(|error| self.trouble(&error))?;
        let current = match newest {
            // As the first start of the server would.
            0 => start::newest(store, None).await.map_err(Failure::from)?,
            newest => {
                let loaded = edition_loader::load(store, newest).await;
                loaded.map_err(|error| NotRun::Store(error.to_string()))?
            }
        };
        let reader = Reader::new(self.reading_limits.time(), self.reading_limits.bytes(), None);
        let jobs = JobQueue::new(Limits::default(), reader);
        let (current, by) = (Arc::new(current), (Actor::program(self.by.clone()), Via::Command));
        if self.dry_run {
            let made = jobs::correct(store, &jobs, &current, &self.form(), by).await;
            let made = made.map_err(|stop| self.stopped(&stop))?;
            let choices = self.reasons(made.choices);
            say(&report(self.lang, &made.upload.name, &choices, &made.examined));
            jobs::check(&made.examined, &choices).map_err(|why| NotRun::Refused(refusal(self.lang, &why)))?;
            say(w::CAN_BE_PUBLISHED.get(self.lang));
            return Ok(());
        }
        let created = jobs::begin_correction(store, &jobs, Arc::clone(&current), &self.form(), by).await;
        let created = created.map_err(|stop| self.stopped(&stop))?;
        self.publish(store, &jobs, current, created).await
    }

    async fn publish(
        &self,
        store: &Store,
        jobs: &JobQueue,
        current: Arc<Snapshot>,
        created: BegunCorrection,
    ) -> Result<(), NotRun> {
        let choices = self.reasons(created.choices);
        say(&report(self.lang, &created.upload.name, &choices, &created.examined));
        let address = format!("/{}/desk/drafts/{}", self.lang.code(), created.draft.id);
        say(&format!("{}: {address}", w::DRAFT.get(self.lang)));
        if !self.publish {
            return Ok(());
        }
        let request = PublishRequest {
            by: Actor::program(self.by.clone()),
            revision: created.draft.revision,
            base: current.edition.number,
            note: created.draft.note.clone(),
            four_eyes: self.four_eyes,
        };
        let done = jobs::publish(
            store,
            jobs,
            current,
            (&created.draft, &created.upload),
            choices,
            &request,
        )
        .await;
        let done = done.map_err(|stop| self.stopped(&NotCorrected::JobError(stop)))?;
        let published = w::PUBLISHED_EDITION.get(self.lang);
        say(&format!("{published} {}", done.edition.number));
        Ok(())
    }

    fn reasons(&self, mut choices: Choices) -> Choices {
        let given = self.warnings.iter();
        let given = given.filter_map(|(code, text)| Some((IssueKind::from_code(code)?, text.clone())));
        choices.reasons.extend(given);
        choices
    }

    fn stopped(&self, stop: &NotCorrected) -> NotRun {
        match stop {
            NotCorrected::Wrong(issues) => {
                let line = |issue: &Issue| format!("  {}", issue_text(self.lang, issue));
                let lines: Vec<String> = issues.iter().map(line).collect();
                let first = refusal(self.lang, &UserError::HasErrors(issues.len()));
                NotRun::Refused(format!("{first}\n{}", lines.join("\n")))
            }
            NotCorrected::JobError(JobError::Refused(why @ UserError::BadCorrection(_))) => {
                NotRun::Usage(refusal_lines(self.lang, why).join("\n"))
            }
            NotCorrected::JobError(JobError::Refused(UserError::Failed)) => {
                NotRun::Store("the figure could not be looked at".to_owned())
            }
            NotCorrected::JobError(JobError::Refused(why)) => NotRun::Refused(refusal(self.lang, why)),
            NotCorrected::JobError(JobError::Store(StoreError::Conflict(store::Conflict::Edition { newest }))) => {
                NotRun::Refused(refusal(self.lang, &UserError::NewerEdition(*newest)))
            }
            NotCorrected::JobError(JobError::Store(error)) => self.trouble(error),
        }
    }

    fn trouble(&self, error: &StoreError) -> NotRun {
        NotRun::Store(self.place.words(error))
    }
}
