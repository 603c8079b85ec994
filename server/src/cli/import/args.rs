//! The arguments of `thuocdo import`.

use super::values::{lang, pair};
use std::path::PathBuf;

use clap::{Args, builder::BoolishValueParser};
use domain::{
    Lang,
    upload::{Choices, IssueKind, Mode},
};
use spreadsheet::Limits;

use crate::{
    cli::{ReadingLimits, place::Place},
    services::{jobs::JobQueue, reader::Reader},
};

pub(in crate::cli) const EXAMPLES: &str = "\
FILE is a table as it was sent: CSV, TSV, XLSX, XLSB, XLS, ODS, Excel 2003 XML, HTML, DOCX or PDF with text;
`-` reads standard input.
Without --publish it becomes a draft at the desk; with --dry-run nothing is written at all.
A workbook with several indicators or years becomes several drafts, each listed with what it holds;
--sheet, --indicator and --year restrict what is read.

Exit codes: 0 done, 1 the file cannot be published as it is, 2 wrong use, 3 trouble with the store.

Examples:
  thuocdo import pci-2025.xlsx --dry-run
  thuocdo import pci-2025.xlsx --sheet 'Tổng hợp' --source-title 'PCI 2025' --source-publisher VCCI
  thuocdo import sipas-2025.xlsx --method same --source-title 'SIPAS 2025' --publish
  thuocdo import dti.csv --indicator dti --year 2024 --mode replace-year --source bo-tttt-dti-2024 \\
      --reason jump='Đã đối chiếu báo cáo gốc' --note 'DTI 2024' --publish --as 'Nguyễn Thị Lan'";

/// What to read and how.
#[derive(Debug, Args)]
pub(in crate::cli) struct Import {
    /// The table; `-` for standard input
    pub(super) file: PathBuf,
    /// Indicator, by its name in addresses: where the file does not say, or to read only this one
    #[arg(long, value_name = "NAME")]
    indicator: Option<String>,
    /// Year: where the file does not say, or to read only this one
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
    /// Any other choice of the draft's form, such as decimal=comma, encoding=TCVN3, header=4
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
    #[command(flatten)]
    method: super::method::Method,
    /// Note for the edition
    #[arg(long, default_value = "", value_name = "TEXT")]
    pub(super) note: String,
    /// Who does this, for the history
    #[arg(long = "as", default_value = "thuocdo import", value_name = "NAME")]
    pub(super) by: String,
    /// Show issues and difference; write nothing
    #[arg(long, conflicts_with = "publish")]
    pub(super) dry_run: bool,
    /// Publish at once, if nothing stands in the way
    #[arg(long)]
    pub(super) publish: bool,
    /// Language of what is said: vi or en
    #[arg(long, default_value = "vi", value_parser = lang)]
    pub(super) lang: Lang,
    /// What one person prepares another one must approve before it is published
    #[arg(long, env = "THUOCDO_FOUR_EYES", value_parser = BoolishValueParser::new(),
        num_args = 0..=1, require_equals = true, default_value = "false", default_missing_value = "true",
        action = clap::ArgAction::Set)]
    pub(super) four_eyes: bool,
    /// Largest file, in megabytes
    #[arg(long, env = "THUOCDO_UPLOAD_MEGABYTES", default_value = "50", value_name = "N",
        value_parser = clap::value_parser!(u64).range(1..=2000))]
    upload_megabytes: u64,
    /// Most rows of a file
    #[arg(long, env = "THUOCDO_UPLOAD_ROWS", default_value = "2000000", value_name = "N",
        value_parser = clap::value_parser!(u32).range(1..))]
    upload_rows: u32,
    #[command(flatten)]
    reading_limits: ReadingLimits,
    #[command(flatten)]
    pub(super) place: Place,
}

fn mode(text: &str) -> Result<Mode, String> {
    Mode::from_code(text).ok_or_else(|| "one of add, update, replace-year, beside".to_owned())
}

impl Import {
    /// The choices, as the draft's form would send them.
    pub(super) fn choices(&self) -> Result<Choices, String> {
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
        for (name, value) in [
            ("source", &self.source),
            ("source_title", &self.source_title),
            ("source_publisher", &self.source_publisher),
            ("source_url", &self.source_url),
            ("source_published", &self.source_published),
        ] {
            pairs.extend(value.clone().map(|value| (name.to_owned(), value)));
        }
        pairs.extend(named("column.", &self.columns));
        pairs.extend(named("place.", &self.places));
        pairs.extend(named("absent.", &self.absent));
        pairs.extend(self.method.pairs());
        for (code, text) in &self.reasons {
            if IssueKind::from_code(code).is_none() {
                return Err(format!("--reason {code}=…: no warning is called so"));
            }
            pairs.push((format!("reason.{code}"), text.clone()));
        }
        let choices = Choices::from_pairs(pairs.iter().map(|(n, v)| (n.as_str(), v.as_str())));
        let choices = choices.map_err(|bad| {
            let bad: Vec<String> = bad.iter().map(|b| format!("{}={}", b.name, b.found)).collect();
            format!("cannot be understood: {}", bad.join(", "))
        })?;
        Ok(choices)
    }

    /// How files are read: as the server reads them.
    pub(super) fn jobs(&self) -> JobQueue {
        let limits = Limits {
            bytes: self.upload_megabytes * 1_000_000,
            rows: self.upload_rows,
            ..Limits::default()
        };
        let reader = Reader::new(self.reading_limits.time(), self.reading_limits.bytes(), None);
        JobQueue::new(limits, reader)
    }
}
