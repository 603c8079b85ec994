//! What the API says, as JSON.

use std::collections::BTreeMap;

use app::admin::issues;
use domain::{
    Catalogue, Lang,
    upload::{Choices, Counts, Issue, Mode, Outcome, Reading, Severity, Survey, SurveyTable},
};
use serde::Serialize;
use store::{Draft, Edition, Upload};
use utoipa::ToSchema;

use super::question::{QuestionShape, question};
use crate::services::{
    jobs::{CreatedDraft, Holds, ImportPreview, Summary, check, choices, decode, method_in, tables_of},
    remarks::{sentence, sheet_name},
};

/// A draft of figures, with all that is known about it.
#[derive(Serialize, ToSchema)]
#[schema(as = Draft)]
pub(super) struct DraftShape {
    id: String,
    address: String,
    /// The upload that it is made from; `/api/v1/uploads/{id}` lists its other drafts.
    upload_id: Option<String>,
    revision: i64,
    state: &'static str,
    edition: Option<u32>,
    base: u32,
    publishable: bool,
    blocked_by: Option<String>,
    approved_by: Option<String>,
    choices: BTreeMap<String, String>,
    reading: ReadingShape,
    /// What the catalogue does not say yet; `null` if it says everything.
    question: Option<QuestionShape>,
    difference: CountsShape,
    modes: BTreeMap<&'static str, CountsShape>,
    /// How many issues there are.
    issue_count: usize,
    /// The first of them; `/api/v1/drafts/{id}/issues` has all.
    issues: Vec<IssueShape>,
}

/// An upload: what its sheets hold, and the drafts that were made of it.
#[derive(Serialize, ToSchema)]
#[schema(as = Upload)]
pub(super) struct UploadShape {
    upload: UploadedShape,
    /// The drafts, in the order of the file; none if it must be said first what its tables are of.
    drafts: Vec<DraftBrief>,
    /// Each table, and each sheet without one.
    tables: Vec<TableShape>,
}

/// The answer to an upload: its first draft, and everything about the upload.
#[derive(Serialize, ToSchema)]
#[schema(as = UploadAnswer)]
pub(super) struct AnswerShape {
    #[serde(flatten)]
    first: Option<DraftShape>,
    #[serde(flatten)]
    upload: UploadShape,
}

/// A file that was uploaded.
#[derive(Serialize, ToSchema)]
#[schema(as = UploadedFile)]
struct UploadedShape {
    id: String,
    address: String,
    file: String,
    sha256: String,
}

/// A draft in short.
#[derive(Serialize, ToSchema)]
#[schema(as = DraftInShort)]
struct DraftBrief {
    id: String,
    address: String,
    state: &'static str,
    edition: Option<u32>,
    revision: i64,
    /// Short names of its indicators.
    indicators: Vec<String>,
    years: Vec<i32>,
    provinces: usize,
    figures: usize,
    errors: usize,
    warnings: usize,
    /// The tables that it reads, as `table` names them; empty for the one that is found without a choice.
    tables: Vec<String>,
}

/// A table of the file, or a sheet without one.
#[derive(Serialize, ToSchema)]
#[schema(as = FileTable)]
struct TableShape {
    /// Its name for a draft of it: rows where a sheet has several tables, a colon, the sheet.
    table: String,
    sheet: String,
    hidden: bool,
    indicators: Vec<String>,
    years: Vec<i32>,
    provinces: usize,
    figures: usize,
    /// `draft`, `open` (the user must say what it is of) or `unread`.
    outcome: &'static str,
    /// Why it is not read: `empty`, `no-table`, `look-alike`, `no-figures`, `hidden`, `same`, `differs`, `unknown`,
    /// `other-indicator`, `other-year`, `other-sheet` or `too-many`.
    reason: Option<&'static str>,
    /// What must be said of it: `indicator`, `year`.
    asks: Vec<&'static str>,
    /// What only the name of the file says: `indicator`, `year`.
    by_file_name: Vec<&'static str>,
}

/// Most issues in one answer.
pub(super) const MOST_ISSUES: usize = 500;

/// A part of the issues of a draft.
#[derive(Serialize, ToSchema)]
#[schema(as = Issues)]
pub(super) struct IssueList {
    /// How many there are.
    total: usize,
    issues: Vec<IssueShape>,
    /// Where the next part begins; `null` after the last.
    next: Option<usize>,
}

/// What was understood of the file.
#[derive(Serialize, ToSchema)]
#[schema(as = Reading)]
struct ReadingShape {
    indicator: Option<String>,
    years: Vec<i32>,
    sheet: Option<String>,
    encoding: Option<&'static str>,
    #[schema(value_type = Option<String>)]
    separator: Option<char>,
    decimal: Option<&'static str>,
    figures: usize,
    columns: Vec<ColumnShape>,
    absent: Vec<String>,
}

/// A column of the table that was read.
#[derive(Serialize, ToSchema)]
#[schema(as = Column)]
struct ColumnShape {
    at: u32,
    name: String,
    role: String,
}

/// How many figures a change adds, changes, removes, leaves, or keeps although the file lacks them.
#[derive(Serialize, ToSchema)]
#[schema(as = Counts)]
struct CountsShape {
    added: usize,
    changed: usize,
    removed: usize,
    unchanged: usize,
    kept: usize,
}

/// Something that was found while reading.
#[derive(Serialize, ToSchema)]
#[schema(as = Issue)]
struct IssueShape {
    code: &'static str,
    severity: &'static str,
    sheet: String,
    cell: String,
    found: String,
    text: String,
}

/// A published edition.
#[derive(Serialize, ToSchema)]
#[schema(as = PublishedEdition)]
pub(super) struct EditionShape {
    #[schema(minimum = 1, example = 1)]
    number: u32,
    /// Moment of publication, in milliseconds since 1970-01-01 UTC.
    published: i64,
    /// Who published it; only for those who sign in.
    by: Option<String>,
    kind: &'static str,
    /// What it holds, in the language of `Accept-Language`.
    note: String,
    file: Option<String>,
    sha256: Option<String>,
    method: Option<String>,
    rows: u64,
    /// Hash of all its files.
    fingerprint: String,
    figures: CountsShape,
}

/// All editions, the newest first.
#[derive(Serialize, ToSchema)]
#[schema(as = Editions)]
pub(super) struct EditionList {
    pub(super) editions: Vec<EditionShape>,
}

impl From<Counts> for CountsShape {
    fn from(counts: Counts) -> Self {
        Self {
            added: counts.added,
            changed: counts.changed,
            removed: counts.removed,
            unchanged: counts.unchanged,
            kept: counts.kept,
        }
    }
}

/// A draft with all that is known about it.
pub(super) fn draft(lang: Lang, draft: &Draft, examined: &ImportPreview) -> DraftShape {
    let blocked = check(examined, &choices(draft)).err();
    let open = draft.state == store::DraftState::Open;
    DraftShape {
        id: draft.id.clone(),
        address: format!("/{}/desk/drafts/{}", lang.code(), draft.id),
        upload_id: draft.upload.clone(),
        revision: draft.revision,
        state: draft.state.as_str(),
        edition: draft.edition,
        base: examined.current.edition.number,
        publishable: open && blocked.is_none(),
        blocked_by: blocked.map(|refusal| super::problems::title(&refusal).to_owned()),
        approved_by: draft.approved_by.as_ref().map(|by| by.name.clone()),
        choices: decode(&draft.choices).into_iter().collect(),
        reading: reading(&examined.reading, examined.catalogue()),
        question: question(lang, examined),
        difference: examined.preview.difference.counts.into(),
        modes: examined
            .modes
            .iter()
            .map(|(mode, counts)| (Mode::code(*mode), (*counts).into()))
            .collect(),
        issue_count: examined.reading.issues.len(),
        issues: issue_list(lang, &examined.reading, 0, MOST_ISSUES).issues,
    }
}

/// Issues from a position on.
pub(super) fn issue_list(lang: Lang, reading: &Reading, from: usize, limit: usize) -> IssueList {
    let total = reading.issues.len();
    let from = from.min(total);
    let end = total.min(from.saturating_add(limit.clamp(1, MOST_ISSUES)));
    let issues = reading.issues[from..end].iter();
    IssueList {
        total,
        issues: issues.map(|i| issue(lang, reading, i)).collect(),
        next: (end < total).then_some(end),
    }
}

/// The answer to an upload.
pub(super) fn answer(lang: Lang, created: &CreatedDraft, catalogue: &Catalogue) -> AnswerShape {
    let first = created
        .drafts
        .first()
        .and_then(|created| Some((created, created.examined.as_ref()?)));
    let drafts = created
        .drafts
        .iter()
        .map(|created| (&created.draft, &created.choices, Some(&created.holds)));
    AnswerShape {
        first: first.map(|(created, examined)| draft(lang, &created.draft, examined)),
        upload: upload(lang, &created.upload, drafts, (&created.survey, catalogue)),
    }
}

/// An upload with its drafts.
pub(super) fn upload<'a>(
    lang: Lang,
    of: &Upload,
    drafts: impl Iterator<Item = (&'a Draft, &'a Choices, Option<&'a Holds>)>,
    (survey, catalogue): (&Survey, &Catalogue),
) -> UploadShape {
    UploadShape {
        upload: UploadedShape {
            id: of.id.clone(),
            address: format!("/{}/desk/uploads/{}", lang.code(), of.id),
            file: of.name.clone(),
            sha256: of.hash.clone(),
        },
        drafts: drafts
            .map(|(draft, choices, holds)| brief(lang, draft, choices, holds))
            .collect(),
        tables: survey
            .tables
            .iter()
            .map(|table| table_shape(table, catalogue))
            .collect(),
    }
}

fn brief(lang: Lang, draft: &Draft, choices: &Choices, holds: Option<&Holds>) -> DraftBrief {
    let holds = holds.cloned().unwrap_or_default();
    DraftBrief {
        id: draft.id.clone(),
        address: format!("/{}/desk/drafts/{}", lang.code(), draft.id),
        state: draft.state.as_str(),
        edition: draft.edition,
        revision: draft.revision,
        indicators: holds.indicators.iter().map(|name| name.get(lang).to_owned()).collect(),
        years: holds.years,
        provinces: holds.provinces,
        figures: holds.figures,
        errors: holds.errors,
        warnings: holds.warnings,
        tables: tables_of(choices).iter().map(ToString::to_string).collect(),
    }
}

fn table_shape(found: &SurveyTable, catalogue: &Catalogue) -> TableShape {
    let named = |pairs: [(bool, &'static str); 2]| -> Vec<&'static str> {
        let said = pairs.into_iter().filter(|(said, _)| *said);
        said.map(|(_, name)| name).collect()
    };
    let (outcome, reason, asks) = match &found.outcome {
        Outcome::Drafts(_) => ("draft", None, Vec::new()),
        Outcome::Open(open) => (
            "open",
            None,
            named([(open.indicator, "indicator"), (open.year, "year")]),
        ),
        Outcome::Unread(why) => ("unread", Some(why.code()), Vec::new()),
    };
    let slug = |id: &domain::IndicatorId| {
        let known = catalogue.indicators.get(usize::from(id.0));
        known.map(|indicator| indicator.slug.clone())
    };
    TableShape {
        table: found.table.to_string(),
        sheet: found.table.sheet.clone(),
        hidden: found.hidden,
        indicators: found.indicators.iter().filter_map(slug).collect(),
        years: found.years.clone(),
        provinces: found.provinces,
        figures: found.figures,
        outcome,
        reason,
        asks,
        by_file_name: named([(found.by_name.indicator, "indicator"), (found.by_name.year, "year")]),
    }
}

fn reading(reading: &Reading, catalogue: &Catalogue) -> ReadingShape {
    let file = reading.file.as_ref();
    let column = |c: &domain::upload::Column| ColumnShape {
        at: c.at,
        name: c.name.clone(),
        role: c.role.to_string(),
    };
    ReadingShape {
        indicator: reading.indicator.map(|id| catalogue.indicator(id).slug.clone()),
        years: reading.years.clone(),
        sheet: reading
            .sheet
            .and_then(|at| reading.sheets.get(at))
            .map(|s| s.name.clone()),
        encoding: file.and_then(|f| f.encoding).map(domain::upload::Encoding::code),
        separator: file.and_then(|f| f.separator),
        decimal: file.and_then(|f| f.decimal).map(domain::upload::Decimal::code),
        figures: reading.entries.len(),
        columns: reading.columns.iter().map(column).collect(),
        absent: reading
            .absent
            .iter()
            .map(|id| catalogue.provinces.get(*id).slug.clone())
            .collect(),
    }
}

fn issue(lang: Lang, reading: &Reading, issue: &Issue) -> IssueShape {
    IssueShape {
        code: issue.kind.code(),
        severity: match issue.kind.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Notice => "notice",
        },
        sheet: sheet_name(reading, issue).to_owned(),
        cell: issue.at.name(),
        found: issue.found.to_string(),
        text: match sentence(lang, issue) {
            text if text.is_empty() => issues::title(lang, issue.kind).to_owned(),
            text => text,
        },
    }
}

/// An edition; who published it is only for those who sign in.
pub(super) fn edition(lang: Lang, edition: &Edition, named: bool) -> EditionShape {
    let note = &edition.note;
    EditionShape {
        number: edition.number,
        published: edition.published_at,
        by: named.then(|| edition.author.name.clone()),
        kind: edition.kind.as_str(),
        note: domain::Text::new(&note.vi, &note.en).get(lang).to_owned(),
        file: edition.upload.as_ref().map(|f| f.name.clone()),
        sha256: edition.upload.as_ref().map(|f| f.hash.clone()),
        method: edition.method.as_deref().map(|m| method_in(m, lang).to_owned()),
        rows: edition.rows,
        fingerprint: edition.fingerprint.clone(),
        figures: Summary::from_json(&edition.summary).counts().into(),
    }
}
