//! Chooses the sheet to read.

use domain::upload::{Arg, CellRef, Choices, Issue, IssueKind, Reading};
use spreadsheet::Workbook;

use super::plan::Plan;

/// The result of choosing a sheet.
pub(super) enum SheetChoice {
    /// The sheet to read.
    Sheet(usize),
    /// No sheet; the issue explains why.
    None(Issue),
    /// Several sheets hold about equally many figures.
    Several(Vec<usize>),
}

/// Chooses the sheet that the user named, or the one that is clearly best: visible before hidden, one of the requested
/// year before a stale one, the complete summary before its parts.
pub(super) fn pick(workbook: &Workbook, plans: &[Option<Plan<'_>>], choices: &Choices) -> SheetChoice {
    if let Some(name) = &choices.sheet {
        let wanted = domain::tidy(name);
        let found = workbook
            .sheets
            .iter()
            .position(|grid| domain::tidy(&grid.name) == wanted);
        return found.map_or_else(
            || {
                let names = workbook
                    .sheets
                    .iter()
                    .map(|grid| Arg::Text(grid.name.as_str().into()))
                    .collect();
                SheetChoice::None(Issue::new(IssueKind::NoSuchSheet, CellRef::default(), name, names))
            },
            SheetChoice::Sheet,
        );
    }
    let fit = |sheet: usize| plans[sheet].as_ref().map_or(0, |plan| plan.fit);
    let stated_year = |sheet: usize| plans[sheet].as_ref().and_then(|plan| plan.stated_year);
    let hidden = |sheet: usize| workbook.sheets[sheet].hidden;
    let mut fitting: Vec<usize> = (0..plans.len()).filter(|sheet| fit(*sheet) > 0).collect();
    if fitting.iter().any(|sheet| !hidden(*sheet)) {
        fitting.retain(|sheet| !hidden(*sheet));
    }
    if let Some(year) = choices.year
        && fitting.iter().any(|sheet| stated_year(*sheet) == Some(year))
    {
        fitting.retain(|sheet| stated_year(*sheet).is_none_or(|stated_year| stated_year == year));
    }
    // The sort is stable: of several equal sheets the first comes first.
    fitting.sort_by_key(|sheet| std::cmp::Reverse(fit(*sheet)));
    let Some(best) = fitting.first().copied() else {
        let only = (workbook.sheets.len() == 1).then_some(0);
        let planned = (0..plans.len()).find(|sheet| plans[*sheet].is_some());
        return planned.or(only).map_or_else(
            || SheetChoice::None(Issue::new(IssueKind::NoTable, CellRef::default(), "", Vec::new())),
            SheetChoice::Sheet,
        );
    };
    // Fits are far below 2^32 / 10.
    let candidates: Vec<usize> = fitting
        .iter()
        .copied()
        .filter(|sheet| u64::from(fit(*sheet)) * 10 > u64::from(fit(best)) * 6)
        .collect();
    if candidates.len() > 1 {
        SheetChoice::Several(candidates)
    } else {
        SheetChoice::Sheet(best)
    }
}

/// Returns the issues of sheets that are not read.
pub(super) fn others(
    workbook: &Workbook,
    plans: &[Option<Plan<'_>>],
    reading: &Reading,
    year: Option<i32>,
) -> Vec<Issue> {
    let mut issues = Vec::new();
    let read = |at: usize| reading.tables().any(|table| reading.sheet_of(table) == Some(at));
    for (at, grid) in workbook.sheets.iter().enumerate().filter(|(at, _)| !read(*at)) {
        let place = CellRef {
            sheet: u16::try_from(at).unwrap_or(u16::MAX),
            row: 0,
            column: 0,
        };
        if grid.hidden && grid.height() > 0 {
            issues.push(Issue::new(IssueKind::HiddenSheet, place, &grid.name, Vec::new()));
        }
        let other_year = plans[at]
            .as_ref()
            .filter(|plan| plan.fit > 0)
            .and_then(|plan| plan.stated_year);
        if let Some((other_year, year)) = other_year.zip(year).filter(|(other_year, year)| other_year != year) {
            let args = vec![Arg::Year(other_year), Arg::Year(year)];
            issues.push(Issue::new(IssueKind::OtherYearSheet, place, &grid.name, args));
        }
    }
    issues
}
