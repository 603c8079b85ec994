//! Reads a workbook and turns it into figures.

mod cells;
mod claims;
mod figures;
mod groups;
mod items;
mod number_format;
mod plan;
mod report;
mod row_facts;
mod row_places;
mod sheet;
mod sheet_issues;
mod subject;
mod tables;
mod wrapped_names;

pub(crate) use plan::{Plan, is_own_format, plan};
pub(crate) use subject::{Part, non_province_kind, winner};

use domain::{
    Snapshot,
    upload::{Arg, CellRef, Choices, FileFacts, Issue, IssueKind, Reading, Role},
};
use spreadsheet::Workbook;

use self::sheet::SheetChoice;
use crate::{
    answers::{Answers, Described, answers, catalogue_after, described},
    names::Names,
    places::{Index, Spellings},
};

/// Reads a file with the help of the catalogue and the user's choices, and checks every figure against the catalogue
/// and the current edition.
#[must_use]
pub fn read(workbook: &Workbook, choices: &Choices, current: &Snapshot) -> Reading {
    // An indicator that the draft describes is read like one in the catalogue.
    match described(choices, current) {
        Described::No => read_known(workbook, choices, current, false),
        Described::Known(choices) => read_known(workbook, &choices, current, false),
        Described::New(choices, with) => read_known(workbook, &choices, &with, true),
        Described::Incomplete => without_indicator(workbook, choices, current),
    }
}

/// Reads a file whose indicator is not described yet: its table, but no figures.
fn without_indicator(workbook: &Workbook, choices: &Choices, current: &Snapshot) -> Reading {
    let mut reading = opened(workbook);
    interpret(workbook, choices, current, &mut reading);
    reading.entries.clear();
    reading.indicator = None;
    let at = CellRef {
        sheet: reading.sheet.and_then(|at| u16::try_from(at).ok()).unwrap_or(0),
        ..CellRef::default()
    };
    reading
        .issues
        .push(Issue::new(IssueKind::NoIndicator, at, "", Vec::new()));
    reading.issues.sort_by_key(|issue| issue.at);
    reading
}

fn read_known(workbook: &Workbook, choices: &Choices, current: &Snapshot, new: bool) -> Reading {
    let mut reading = opened(workbook);
    interpret(workbook, choices, current, &mut reading);
    let answers = answers(&reading, choices, &current.catalogue, new);
    let mut edited = None;
    if let Some(Answers { questions, second_pass }) = answers {
        reading.questions = questions;
        if reading.questions.edited.is_some() {
            edited = Some(current.with_catalogue(catalogue_after(&current.catalogue, &reading)));
        }
        if let Some(second_pass) = second_pass {
            // With other components, columns and rows may refer to different ones now.
            let questions = std::mem::take(&mut reading.questions);
            reading = opened(workbook);
            interpret(workbook, &second_pass, edited.as_ref().unwrap_or(current), &mut reading);
            reading.questions = questions;
        }
    }
    crate::check(&mut reading, choices, edited.as_ref().unwrap_or(current));
    reading.issues.sort_by_key(|issue| issue.at);
    reading
}

fn opened(workbook: &Workbook) -> Reading {
    Reading {
        file: Some(FileFacts {
            kind: workbook.kind,
            encoding: workbook.encoding,
            separator: workbook.separator,
            decimal: None,
        }),
        issues: workbook.issues.clone(),
        ..Reading::default()
    }
}

/// Returns the figures of one table as its plan reads them, before any check.
pub(crate) fn figures_of_table<'a>(
    plan: &Plan<'a>,
    spellings: Spellings<'a, '_>,
    choices: &Choices,
    current: &Snapshot,
    names: &Names<'_>,
) -> Reading {
    let mut reading = Reading::default();
    figures::read(plan, spellings, choices, current, names, &mut reading);
    reading
}

/// Returns the sheet that would be read under these choices without asking.
pub(crate) fn default_sheet(workbook: &Workbook, plans: &[Option<Plan<'_>>], choices: &Choices) -> Option<usize> {
    match sheet::pick(workbook, plans, choices) {
        SheetChoice::Sheet(sheet) => Some(sheet),
        SheetChoice::None(_) | SheetChoice::Several(_) => None,
    }
}

fn interpret(workbook: &Workbook, choices: &Choices, current: &Snapshot, reading: &mut Reading) {
    let catalogue = &*current.catalogue;
    let names = Names::new(catalogue);
    let index = Index::new(&catalogue.provinces);
    let part = tables::part_of_sheet(workbook, choices);
    let grids: Vec<&spreadsheet::Grid> = tables::with_part(workbook, part.as_ref());
    let is_own_format = |sheet: usize| grids.get(sheet).is_some_and(|grid| is_own_format(grid));
    let spellings = |sheet: usize| Spellings::new(&index, &choices.places, is_own_format(sheet));
    let picked = |grid: &spreadsheet::Grid| {
        grids.len() == 1
            || choices
                .sheet
                .as_deref()
                .is_some_and(|name| domain::tidy(name) == domain::tidy(&grid.name))
    };
    let mut plans: Vec<Option<Plan<'_>>> = grids
        .iter()
        .enumerate()
        .map(|(at, grid)| plan(grid, at, picked(grid), choices, &names, &mut spellings(at), current))
        .collect();
    reading.sheets = workbook
        .sheets
        .iter()
        .zip(&plans)
        .map(|(grid, plan)| plan::facts(grid, plan.as_ref()))
        .collect();
    if grids.iter().all(|grid| grid.height() == 0) {
        if !reading.issues.iter().any(|i| i.kind == IssueKind::EmptyFile) {
            reading
                .issues
                .push(Issue::new(IssueKind::EmptyFile, CellRef::default(), "", Vec::new()));
        }
        return;
    }
    let Some(chosen_sheet) = choose_sheet(workbook, &plans, choices, reading, |candidates| {
        same_figures(candidates, &plans, choices, current, &names, &spellings)
    }) else {
        return;
    };
    reading.sheet = Some(chosen_sheet);
    let mut spellings = spellings(chosen_sheet);
    if !picked(grids[chosen_sheet]) {
        // Choices about header and columns apply to the sheet that is read.
        plans[chosen_sheet] = plan(
            grids[chosen_sheet],
            chosen_sheet,
            true,
            choices,
            &names,
            &mut spellings,
            current,
        );
    }
    let Some(plan) = &plans[chosen_sheet] else {
        reading
            .issues
            .push(sheet_issues::no_table(workbook, chosen_sheet, choices));
        return;
    };
    if plan.year_from_name
        && plan.per_row(&Role::Year).is_none()
        && let Some(year) = plan.year
    {
        let at = plan.table.view.sheet();
        let args = vec![Arg::Year(year)];
        let found = &workbook.sheets[chosen_sheet].file;
        reading
            .issues
            .push(Issue::new(IssueKind::YearFromName, at, found, args));
    }
    let years = figures::read(plan, spellings, choices, current, &names, reading);
    let year = plan.year.or_else(|| years.last().copied());
    tables::further(workbook, choices, current, &names, &index, reading);
    reading.issues.extend(sheet::others(workbook, &plans, reading, year));
}

/// Returns the sheet to read; `None`, with an issue that explains it, if there is none or the user must choose.
fn choose_sheet(
    workbook: &Workbook,
    plans: &[Option<Plan<'_>>],
    choices: &Choices,
    reading: &mut Reading,
    same: impl Fn(&[usize]) -> Option<usize>,
) -> Option<usize> {
    match sheet::pick(workbook, plans, choices) {
        SheetChoice::Sheet(sheet) => Some(sheet),
        SheetChoice::None(issue) => {
            reading.issues.push(issue);
            if let Some(issue) = (0..workbook.sheets.len()).find_map(|at| sheet_issues::other_units_issue(workbook, at))
            {
                reading.issues.retain(|i| i.kind != IssueKind::NoTable);
                reading.issues.push(issue);
            }
            None
        }
        SheetChoice::Several(candidates) => same(&candidates).or_else(|| {
            let names = candidates
                .iter()
                .map(|at| Arg::Text(workbook.sheets[*at].name.as_str().into()));
            let args = names.collect();
            reading
                .issues
                .push(Issue::new(IssueKind::SeveralSheets, CellRef::default(), "", args));
            None
        }),
    }
}

/// Returns the first of several sheets if all of them hold the same figures.
fn same_figures<'a, 'i>(
    candidates: &[usize],
    plans: &[Option<Plan<'a>>],
    choices: &Choices,
    current: &Snapshot,
    names: &Names<'_>,
    spellings: &dyn Fn(usize) -> Spellings<'a, 'i>,
) -> Option<usize> {
    let figures = |sheet: usize| {
        let mut reading = Reading::default();
        figures::read(
            plans[sheet].as_ref()?,
            spellings(sheet),
            choices,
            current,
            names,
            &mut reading,
        );
        let mut figures: Vec<_> = reading
            .entries
            .iter()
            .map(|e| {
                (
                    e.key.component,
                    e.key.place,
                    e.key.year,
                    e.claim.value.map(|v| v.value.to_bits()),
                    e.claim.rank,
                )
            })
            .collect();
        figures.sort_unstable();
        Some(figures)
    };
    let first = figures(*candidates.first()?)?;
    (!first.is_empty()
        && candidates[1..]
            .iter()
            .all(|sheet| figures(*sheet).as_ref() == Some(&first)))
    .then_some(candidates[0])
}
