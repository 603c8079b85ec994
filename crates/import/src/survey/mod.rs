//! Finds the tables of a workbook, the indicator and year of each, and the drafts that they make.

mod columns;
mod examine;
mod file_name;
mod group;
mod split;

use domain::{
    IndicatorId, Snapshot, tidy,
    upload::{ByName, Choices, NEW_INDICATOR, Open, Outcome, Survey, SurveyTable, TableRef, Unread},
};
use spreadsheet::{Grid, Workbook};

use self::{
    examine::{Candidate, IndicatorSlice, SurveyContext},
    group::{Drafts, SliceOutcome},
};
use crate::{
    layout::MAX_HAND_MADE_ROWS,
    names::Names,
    places::{Index, Spellings},
    read,
};

/// Maximum number of drafts that one upload begins; each further table waits until its draft is requested.
const MAX_DRAFTS: usize = 40;

/// Finds the tables of a workbook and their indicators and years: by titles, headings, names of sheets and, if those
/// are not conclusive, by the name of the file. Tables of the same indicator and years make one draft.
///
/// `choices` apply to the whole file. Choices about columns, header or rows apply to one table: then there is nothing
/// to detect.
#[must_use]
pub fn survey(workbook: &Workbook, name: &str, choices: &Choices, current: &Snapshot) -> Survey {
    if let [only] = &workbook.sheets[..]
        && only.height() > MAX_HAND_MADE_ROWS
    {
        return single_sheet_survey(only, choices);
    }
    let names = Names::new(&current.catalogue);
    let index = Index::new(&current.catalogue.provinces);
    let context = SurveyContext {
        choices,
        current,
        names: &names,
        index: &index,
        file: file_name::named(name, &names),
    };
    let parts = parts(workbook, &index, choices);
    let candidates: Vec<Candidate<'_>> = parts.iter().map(|part| part.candidate(workbook)).collect();
    let results = candidates.iter().enumerate();
    let results: Vec<_> = results
        .map(|(at, candidate)| examine::examine(at, candidate, &context))
        .collect();
    let mut seen = candidates.iter().zip(&results);
    let visible = seen.any(|(candidate, result)| !candidate.grid.hidden && result.is_ok());
    let mut tables: Vec<SurveyTable> = Vec::with_capacity(candidates.len());
    let mut slices: Vec<IndicatorSlice> = Vec::new();
    for (candidate, result) in candidates.iter().zip(results) {
        let (found, outcome) = match result {
            Err(why) => (Vec::new(), Outcome::Unread(why)),
            Ok(found) if candidate.grid.hidden && visible => (found, Outcome::Unread(Unread::Hidden)),
            Ok(found) if !is_in_chosen_sheet(candidate, choices) => (found, Outcome::Unread(Unread::OtherSheet)),
            Ok(found) => (found, Outcome::Open(Open::default())),
        };
        let used = matches!(outcome, Outcome::Open(_));
        tables.push(table(candidate, &found, outcome));
        slices.extend(found.into_iter().filter(|_| used));
    }
    let drafts = if is_for_one_table(choices) {
        Drafts::one(choices, slices.first())
    } else {
        group::drafts(&slices, &candidates, choices)
    };
    build_survey(tables, &slices, drafts, workbook, &context)
}

/// Returns the survey of a single sheet with more rows than people fill by hand: it is one table, and is not read
/// twice.
fn single_sheet_survey(sheet: &Grid, choices: &Choices) -> Survey {
    let table = SurveyTable {
        table: TableRef {
            sheet: sheet.name.clone(),
            rows: None,
        },
        hidden: sheet.hidden,
        indicators: Vec::new(),
        years: Vec::new(),
        provinces: 0,
        figures: 0,
        by_name: ByName::default(),
        outcome: Outcome::Drafts(vec![0]),
    };
    Survey {
        tables: vec![table],
        drafts: vec![choices.clone()],
    }
}

/// Returns true if the choices are about the columns or rows of one table.
fn is_for_one_table(choices: &Choices) -> bool {
    choices.header.is_some()
        || choices.rows.is_some()
        || !choices.also.is_empty()
        || !choices.columns.is_empty()
        || choices.indicator.as_deref() == Some(NEW_INDICATOR)
}

fn is_in_chosen_sheet(candidate: &Candidate<'_>, choices: &Choices) -> bool {
    let wanted = choices.sheet.as_deref();
    wanted.is_none_or(|name| tidy(name) == tidy(&candidate.table.sheet))
}

/// A sheet, or a part of one that is a table of its own.
struct Part {
    sheet: usize,
    rows: Option<(u32, u32)>,
    grid: Option<Grid>,
}

impl Part {
    fn candidate<'a>(&'a self, workbook: &'a Workbook) -> Candidate<'a> {
        let whole = &workbook.sheets[self.sheet];
        Candidate {
            grid: self.grid.as_ref().unwrap_or(whole),
            sheet: self.sheet,
            table: TableRef {
                sheet: whole.name.clone(),
                rows: self.rows,
            },
        }
    }
}

fn parts(workbook: &Workbook, index: &Index<'_>, choices: &Choices) -> Vec<Part> {
    let mut parts = Vec::new();
    for (sheet, grid) in workbook.sheets.iter().enumerate() {
        let mut spellings = Spellings::new(index, &choices.places, false);
        let tables = split::tables(grid, &mut spellings);
        if tables.is_empty() {
            parts.push(Part {
                sheet,
                rows: None,
                grid: None,
            });
        }
        parts.extend(tables.into_iter().map(|(first, last)| Part {
            sheet,
            rows: Some((first, last)),
            grid: Some(grid.between(first, last)),
        }));
    }
    parts
}

fn table(candidate: &Candidate<'_>, slices: &[IndicatorSlice], outcome: Outcome) -> SurveyTable {
    let total = |count_of: &dyn Fn(&IndicatorSlice) -> usize| slices.iter().map(count_of).sum();
    let mut indicators: Vec<_> = slices.iter().flat_map(|slice| slice.indicators.clone()).collect();
    indicators.sort_unstable();
    indicators.dedup();
    let mut years: Vec<_> = slices.iter().flat_map(|slice| slice.years.clone()).collect();
    years.sort_unstable();
    years.dedup();
    SurveyTable {
        table: candidate.table.clone(),
        hidden: candidate.grid.hidden,
        indicators,
        years,
        provinces: slices.iter().map(IndicatorSlice::provinces).max().unwrap_or(0),
        figures: total(&|slice| slice.entries.len()),
        by_name: slices.first().map(|slice| slice.by_name).unwrap_or_default(),
        outcome,
    }
}

/// Records the outcome of each table.
fn build_survey(
    mut tables: Vec<SurveyTable>,
    slices: &[IndicatorSlice],
    drafts: Drafts,
    workbook: &Workbook,
    context: &SurveyContext<'_>,
) -> Survey {
    let only = only_indicator(&tables);
    for (slice, outcome) in slices.iter().zip(drafts.outcomes) {
        let table = &mut tables[slice.table];
        table.outcome = match (
            outcome,
            std::mem::replace(&mut table.outcome, Outcome::Drafts(Vec::new())),
        ) {
            (SliceOutcome::Draft(draft), _) if draft >= MAX_DRAFTS => Outcome::Unread(Unread::TooMany),
            (SliceOutcome::Draft(draft), Outcome::Drafts(mut all)) => {
                all.push(draft);
                Outcome::Drafts(all)
            }
            (SliceOutcome::Draft(draft), _) => Outcome::Drafts(vec![draft]),
            // Other columns of the table are in a draft.
            (_, before @ Outcome::Drafts(_)) => before,
            (SliceOutcome::Unread(why), _) => Outcome::Unread(why),
            (SliceOutcome::Open(mut open), _) => {
                open.proposed = open.proposed.or(only).filter(|_| open.indicator);
                Outcome::Open(open)
            }
        };
    }
    let mut choices = drafts.choices;
    choices.truncate(MAX_DRAFTS);
    if let [only] = &mut choices[..] {
        drop_default_sheet(only, workbook, context);
    }
    if choices.is_empty() && slices.len() < 2 {
        // Nothing was recognised: the only draft explains why, and asks the open questions.
        choices.push(context.choices.clone());
        if let Some(slice) = slices.first() {
            tables[slice.table].outcome = Outcome::Drafts(vec![0]);
        }
    }
    Survey {
        tables,
        drafts: choices,
    }
}

/// Returns the indicator of all tables with a known one; `None` if they differ.
fn only_indicator(tables: &[SurveyTable]) -> Option<IndicatorId> {
    let mut all = tables.iter().flat_map(|table| &table.indicators).copied();
    let first = all.next()?;
    all.all(|id| id == first).then_some(first)
}

/// Removes the sheet's name from a draft that would be read from that sheet anyway.
fn drop_default_sheet(draft: &mut Choices, workbook: &Workbook, context: &SurveyContext<'_>) {
    if draft.rows.is_some() || !draft.also.is_empty() || !draft.columns.is_empty() || context.choices.sheet.is_some() {
        return;
    }
    let unnamed = Choices {
        sheet: None,
        ..draft.clone()
    };
    if workbook.sheets.len() == 1 {
        *draft = unnamed;
        return;
    }
    let spellings = |grid: &Grid| Spellings::new(context.index, &context.choices.places, read::is_own_format(grid));
    let plans: Vec<_> = workbook
        .sheets
        .iter()
        .enumerate()
        .map(|(at, grid)| {
            let spellings = &mut spellings(grid);
            read::plan(grid, at, false, &unnamed, context.names, spellings, context.current)
        })
        .collect();
    let taken = read::default_sheet(workbook, &plans, &unnamed);
    let name = taken.map(|at| tidy(&workbook.sheets[at].name));
    if name == draft.sheet.as_deref().map(tidy) {
        *draft = unnamed;
    }
}
