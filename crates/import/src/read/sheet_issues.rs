//! Reports issues of the sheet, its titles and its subject.

use std::collections::BTreeSet;

use domain::{
    Catalogue,
    upload::{Arg, CellRef, Choices, Issue, IssueKind, Role},
};
use spreadsheet::{Cell, Workbook};

use super::{
    plan::{Plan, chosen_indicator},
    subject,
};
use crate::layout::View;

fn sheet_cell(sheet: usize) -> CellRef {
    CellRef {
        sheet: u16::try_from(sheet).unwrap_or(u16::MAX),
        row: 0,
        column: 0,
    }
}

/// Returns the issue of a sheet whose names are ministries, districts or departments.
pub(super) fn other_units_issue(workbook: &Workbook, sheet: usize) -> Option<Issue> {
    let grid = workbook.sheets.get(sheet)?;
    (0..20).find_map(|column| {
        let names: Vec<&str> = (0..grid.height().min(400))
            .filter_map(|row| match grid.get(row, column) {
                Cell::Text(text) if text.len() < 120 => Some(text),
                _ => None,
            })
            .collect();
        let kind = subject::non_province_kind(&names)?;
        let args = vec![Arg::Text(kind.into())];
        Some(Issue::new(IssueKind::LookAlike, sheet_cell(sheet), &grid.name, args))
    })
}

/// Returns the reason why a chosen sheet cannot be read.
pub(super) fn no_table(workbook: &Workbook, sheet: usize, choices: &Choices) -> Issue {
    let grid = &workbook.sheets[sheet];
    if let Some((line, _)) = choices.header
        && !(0..grid.height()).any(|row| grid.line(row) == line)
    {
        let last = grid.height().checked_sub(1).map_or(0, |row| grid.line(row));
        let args = vec![Arg::Row(last)];
        return Issue::new(IssueKind::NoSuchHeader, sheet_cell(sheet), &line.to_string(), args);
    }
    other_units_issue(workbook, sheet)
        .unwrap_or_else(|| Issue::new(IssueKind::NoTable, sheet_cell(sheet), &grid.name, Vec::new()))
}

/// Returns the issues about titles, second tables, merged cells, indicator and year.
pub(super) fn table_issues(
    plan: &Plan<'_>,
    choices: &Choices,
    catalogue: &Catalogue,
    known_places: bool,
) -> Vec<Issue> {
    let table = &plan.table;
    let sheet = table.view.sheet();
    let mut issues = Vec::new();
    let mut add = |kind, at, found: &str, args| issues.push(Issue::new(kind, at, found, args));
    let count = |n: usize| vec![Arg::Number(f64::from(u32::try_from(n).unwrap_or(u32::MAX)), 0)];
    if table.title_rows > 0 {
        let title = table.titles.first().map_or("", String::as_str);
        add(
            IssueKind::TitleRows,
            table.view.at(0, 0),
            title,
            count(table.title_rows as usize),
        );
    }
    if let Some(second) = table.second {
        let args = vec![Arg::Row(table.view.line(second))];
        add(IssueKind::SecondTable, table.view.at(second, table.places[0]), "", args);
    }
    let merged = merged_cells(&table.view, table.header.start..table.body.end);
    if merged > 0 {
        add(IssueKind::MergedCells, sheet, "", count(merged));
    }
    if plan.columns.find(&Role::Province).is_none() && plan.columns.find(&Role::Code).is_none() {
        add(IssueKind::NoProvinceColumn, sheet, "", Vec::new());
    }
    if !plan.columns.has_figures() {
        add(IssueKind::NoValueColumn, sheet, "", Vec::new());
    }
    if plan.indicator.is_none() && plan.per_row(&Role::Indicator).is_none() {
        add(IssueKind::NoIndicator, sheet, "", Vec::new());
    }
    if let Some(kind) = look_alike(plan, choices, catalogue, known_places) {
        add(
            IssueKind::LookAlike,
            sheet,
            table.view.name(),
            vec![Arg::Text(kind.into())],
        );
    }
    if let Some((stated_year, year)) = plan.stated_year.zip(choices.year).filter(|(a, b)| a != b)
        && plan.per_row(&Role::Year).is_none()
    {
        add(
            IssueKind::OtherYear,
            sheet,
            &stated_year.to_string(),
            vec![Arg::Year(stated_year), Arg::Year(year)],
        );
    }
    issues
}

/// Returns the actual subject of a table that is not about provinces, or is about another index.
fn look_alike(plan: &Plan<'_>, choices: &Choices, catalogue: &Catalogue, known_places: bool) -> Option<String> {
    let table = &plan.table;
    let names: Vec<&str> = table
        .body
        .clone()
        .take(400)
        .map(|row| table.view.text(row, table.places[0]))
        .filter(|text| !text.is_empty())
        .collect();
    if let Some(kind) = subject::non_province_kind(&names) {
        return Some(kind.to_owned());
    }
    let titles: Vec<&str> = std::iter::once(table.view.name())
        .chain(table.titles.iter().map(String::as_str))
        .collect();
    if let Some(kind) = subject::other_index(&titles).filter(|kind| !known_places || *kind == "DDCI") {
        return Some(kind.to_owned());
    }
    let chosen = chosen_indicator(catalogue, choices)?;
    let (other, votes) = plan.votes.iter().max_by_key(|(_, votes)| **votes)?;
    let chosen_votes = plan.votes.get(&chosen).copied().unwrap_or(0);
    (*other != chosen && *votes >= 3 && chosen_votes == 0).then(|| catalogue.indicator(*other).short.vi.clone())
}

/// Returns the number of cells of the table that were filled from merged areas.
fn merged_cells(view: &View<'_>, rows: std::ops::Range<usize>) -> usize {
    if !view.has_merged() {
        return 0;
    }
    let mut areas = BTreeSet::new();
    for row in rows {
        for column in 0..view.width() {
            if view.filled(row, column) && view.get(row, column) != Cell::Empty {
                areas.insert((row, column));
            }
        }
    }
    areas.len()
}
