//! From a workbook to figures, step by step.

mod cells;
mod claims;
mod figures;
mod groups;
mod items;
mod marks;
mod plan;
mod report;
mod row_facts;
mod row_places;
mod settle;
mod sheet;
mod subject;
mod tables;
mod torn;

pub(crate) use plan::{Plan, is_own, plan};
pub(crate) use subject::{Part, strangers, winner};

use domain::{
    Snapshot,
    upload::{Arg, CellRef, Choices, FileFacts, Issue, IssueKind, Reading, Role},
};
use spreadsheet::Workbook;

use self::sheet::Choice;
use crate::{
    answers::{Answers, Described, answers, catalogue_after, described},
    names::Names,
    places::{Book, Index},
};

/// Understands a file with the help of the catalogue and of what a person chose, and
/// checks every figure against the catalogue and the current edition.
#[must_use]
pub fn read(workbook: &Workbook, choices: &Choices, current: &Snapshot) -> Reading {
    // An indicator that the draft describes is read like one of the catalogue.
    match described(choices, current) {
        Described::No => read_known(workbook, choices, current, false),
        Described::Known(choices) => read_known(workbook, &choices, current, false),
        Described::New(choices, with) => read_known(workbook, &choices, &with, true),
        Described::Incomplete => without_indicator(workbook, choices, current),
    }
}

/// What can be said of a file whose indicator is not described yet: its table, and no figures.
fn without_indicator(workbook: &Workbook, choices: &Choices, current: &Snapshot) -> Reading {
    let mut reading = opened(workbook);
    understand(workbook, choices, current, &mut reading);
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
    understand(workbook, choices, current, &mut reading);
    let answers = answers(&reading, choices, &current.catalogue, new);
    let mut edited = None;
    if let Some(Answers { questions, again }) = answers {
        reading.questions = questions;
        if reading.questions.edited.is_some() {
            edited = Some(current.with_catalogue(catalogue_after(&current.catalogue, &reading)));
        }
        if let Some(again) = again {
            // Other components: what columns and rows are of may be another one now.
            let questions = std::mem::take(&mut reading.questions);
            reading = opened(workbook);
            understand(workbook, &again, edited.as_ref().unwrap_or(current), &mut reading);
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

/// The figures of one table as its plan reads them, before any check.
pub(crate) fn figures_of<'a>(
    plan: &Plan<'a>,
    book: Book<'a, '_>,
    choices: &Choices,
    current: &Snapshot,
    names: &Names<'_>,
) -> Reading {
    let mut reading = Reading::default();
    figures::read(plan, book, choices, current, names, &mut reading);
    reading
}

/// The sheet that would be read under these choices, without a question.
pub(crate) fn sheet_taken(workbook: &Workbook, plans: &[Option<Plan<'_>>], choices: &Choices) -> Option<usize> {
    match sheet::pick(workbook, plans, choices) {
        Choice::Sheet(taken) => Some(taken),
        Choice::None(_) | Choice::Several(_) => None,
    }
}

fn understand(workbook: &Workbook, choices: &Choices, current: &Snapshot, reading: &mut Reading) {
    let catalogue = &*current.catalogue;
    let names = Names::new(catalogue);
    let index = Index::new(&catalogue.provinces);
    let part = tables::part_of_sheet(workbook, choices);
    let grids: Vec<&spreadsheet::Grid> = tables::with_part(workbook, part.as_ref());
    let own = |sheet: usize| grids.get(sheet).is_some_and(|grid| is_own(grid));
    let book = |sheet: usize| Book::new(&index, &choices.places, own(sheet));
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
        .map(|(at, grid)| plan(grid, at, picked(grid), choices, &names, &mut book(at), current))
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
    let Some(taken) = take(workbook, &plans, choices, reading, |rivals| {
        same_figures(rivals, &plans, choices, current, &names, &book)
    }) else {
        return;
    };
    reading.sheet = Some(taken);
    let mut spellings = book(taken);
    if !picked(grids[taken]) {
        // Choices about header and columns are about the sheet that is read.
        plans[taken] = plan(grids[taken], taken, true, choices, &names, &mut spellings, current);
    }
    let Some(plan) = &plans[taken] else {
        reading.issues.push(marks::no_table(workbook, taken, choices));
        return;
    };
    if plan.year_from_name
        && plan.per_row(&Role::Year).is_none()
        && let Some(year) = plan.year
    {
        let at = plan.table.view.sheet();
        let args = vec![Arg::Year(year)];
        let found = &workbook.sheets[taken].file;
        reading
            .issues
            .push(Issue::new(IssueKind::YearFromName, at, found, args));
    }
    let years = figures::read(plan, spellings, choices, current, &names, reading);
    let year = plan.year.or_else(|| years.last().copied());
    tables::further(workbook, choices, current, &names, &index, reading);
    reading.issues.extend(sheet::others(workbook, &plans, reading, year));
}

/// The sheet to be read; `None` if there is none, or if a person must choose, with the issue that says so.
fn take(
    workbook: &Workbook,
    plans: &[Option<Plan<'_>>],
    choices: &Choices,
    reading: &mut Reading,
    same: impl Fn(&[usize]) -> Option<usize>,
) -> Option<usize> {
    match sheet::pick(workbook, plans, choices) {
        Choice::Sheet(taken) => Some(taken),
        Choice::None(issue) => {
            reading.issues.push(issue);
            if let Some(issue) = (0..workbook.sheets.len()).find_map(|at| marks::strangers(workbook, at)) {
                reading.issues.retain(|i| i.kind != IssueKind::NoTable);
                reading.issues.push(issue);
            }
            None
        }
        Choice::Several(rivals) => same(&rivals).or_else(|| {
            let names = rivals
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

/// The first of several sheets when all of them hold the same figures.
fn same_figures<'a, 'i>(
    rivals: &[usize],
    plans: &[Option<Plan<'a>>],
    choices: &Choices,
    current: &Snapshot,
    names: &Names<'_>,
    book: &dyn Fn(usize) -> Book<'a, 'i>,
) -> Option<usize> {
    let figures = |sheet: usize| {
        let mut reading = Reading::default();
        figures::read(
            plans[sheet].as_ref()?,
            book(sheet),
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
    let first = figures(*rivals.first()?)?;
    (!first.is_empty() && rivals[1..].iter().all(|sheet| figures(*sheet).as_ref() == Some(&first))).then_some(rivals[0])
}
