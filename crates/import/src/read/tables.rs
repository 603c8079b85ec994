//! Reads drafts that consist of a part of a sheet, or of several tables.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use domain::{
    Snapshot, tidy,
    upload::{Arg, CellRef, Choices, Issue, IssueKind, PlaceMatch, Reading, TableAt, column_in_table, column_of_table},
};
use spreadsheet::{Grid, Workbook};

use super::{figures, is_own_format, plan, sheet_issues};
use crate::{
    names::Names,
    places::{Index, Spellings},
};

/// Returns the chosen rows of the chosen sheet, with the position of that sheet; `None` if whole sheets are read.
pub(super) fn part_of_sheet(workbook: &Workbook, choices: &Choices) -> Option<(usize, Grid)> {
    let (first, last) = choices.rows?;
    let sheet = match choices.sheet.as_deref() {
        Some(name) => position(workbook, name)?,
        None => (workbook.sheets.len() == 1).then_some(0)?,
    };
    Some((sheet, workbook.sheets[sheet].between(first, last)))
}

/// Returns all sheets, with one replaced by its part.
pub(super) fn with_part<'a>(workbook: &'a Workbook, part: Option<&'a (usize, Grid)>) -> Vec<&'a Grid> {
    let whole = workbook.sheets.iter().enumerate();
    whole
        .map(|(at, grid)| part.filter(|(sheet, _)| *sheet == at).map_or(grid, |(_, part)| part))
        .collect()
}

fn position(workbook: &Workbook, name: &str) -> Option<usize> {
    workbook.sheets.iter().position(|grid| tidy(&grid.name) == tidy(name))
}

/// Reads the further tables of a draft and adds their content to that of the first.
pub(super) fn further(
    workbook: &Workbook,
    choices: &Choices,
    current: &Snapshot,
    names: &Names<'_>,
    index: &Index<'_>,
    reading: &mut Reading,
) {
    for (number, table) in &choices.also {
        let choices = choices_of(choices, *number);
        let Some(sheet) = position(workbook, &table.sheet) else {
            let sheet_names = workbook.sheets.iter();
            let sheet_names = sheet_names.map(|grid| Arg::Text(grid.name.as_str().into())).collect();
            let issue = Issue::new(IssueKind::NoSuchSheet, CellRef::default(), &table.sheet, sheet_names);
            reading.issues.push(issue);
            continue;
        };
        let whole = &workbook.sheets[sheet];
        let part = table.rows.map(|(first, last)| whole.between(first, last));
        let grid = part.as_ref().unwrap_or(whole);
        match read_table(grid, sheet, &choices, current, names, index) {
            Some(part) => add(reading, part, sheet, *number),
            None => reading.issues.push(sheet_issues::no_table(workbook, sheet, &choices)),
        }
    }
}

/// Reads one table; `None` if there is no table.
fn read_table(
    grid: &Grid,
    sheet: usize,
    choices: &Choices,
    current: &Snapshot,
    names: &Names<'_>,
    index: &Index<'_>,
) -> Option<Reading> {
    let spellings = || Spellings::new(index, &choices.places, is_own_format(grid));
    let plan = plan(grid, sheet, true, choices, names, &mut spellings(), current)?;
    let mut part = Reading::default();
    figures::read(&plan, spellings(), choices, current, names, &mut part);
    Some(part)
}

/// Returns the choices for one of the further tables: its own columns, and no header of another table.
fn choices_of(choices: &Choices, table: usize) -> Choices {
    let columns = choices.columns.iter().filter_map(|(at, role)| {
        let (of_table, number) = column_in_table(*at);
        (of_table == table).then(|| (number, role.clone()))
    });
    Choices {
        columns: columns.collect(),
        header: None,
        rows: None,
        also: BTreeMap::new(),
        ..choices.clone()
    }
}

fn add(reading: &mut Reading, mut part: Reading, sheet: usize, number: usize) {
    if let Some(layout) = part.layout {
        reading.further.push(TableAt { number, sheet, layout });
    }
    for column in &mut part.columns {
        column.at = column_of_table(number, column.at);
    }
    reading.columns.append(&mut part.columns);
    reading.issues.append(&mut part.issues);
    let years: BTreeSet<i32> = reading.years.iter().chain(&part.years).copied().collect();
    reading.years = years.into_iter().collect();
    if reading.entries.is_empty() {
        reading.indicator = reading.indicator.or(part.indicator);
    } else if !part.entries.is_empty() && reading.indicator != part.indicator {
        reading.indicator = None;
    }
    reading.entries.append(&mut part.entries);
    add_places(&mut reading.places, part.places);
}

/// Adds matched places; a spelling counts as one, whichever table it is in.
fn add_places(places: &mut Vec<PlaceMatch>, further: Vec<PlaceMatch>) {
    let mut known: HashMap<String, usize> = HashMap::new();
    for (at, found) in places.iter().enumerate() {
        known.entry(found.found.clone()).or_insert(at);
    }
    for found in further {
        match known.get(&found.found).map(|at| &mut places[*at]) {
            Some(existing) if existing.place == found.place => {
                existing.count = existing.count.saturating_add(found.count);
            }
            _ => places.push(found),
        }
    }
}
