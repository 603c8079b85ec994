//! Which sheet is read.

use domain::upload::{Arg, CellRef, Choices, Issue, IssueKind, Reading};
use spreadsheet::Workbook;

use super::plan::Plan;

/// What came of looking for a sheet.
pub(super) enum Choice {
    /// This one.
    Sheet(usize),
    /// None; the issue says why.
    None(Issue),
    /// Several hold about as many figures.
    Several(Vec<usize>),
}

/// Takes the chosen sheet, or the one that is clearly best: visible before hidden, one of
/// the year in question before a stale one, the complete summary before its parts.
pub(super) fn pick(workbook: &Workbook, plans: &[Option<Plan<'_>>], choices: &Choices) -> Choice {
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
                Choice::None(Issue::new(IssueKind::NoSuchSheet, CellRef::default(), name, names))
            },
            Choice::Sheet,
        );
    }
    let fit = |sheet: usize| plans[sheet].as_ref().map_or(0, |plan| plan.fit);
    let spoken = |sheet: usize| plans[sheet].as_ref().and_then(|plan| plan.spoken);
    let hidden = |sheet: usize| workbook.sheets[sheet].hidden;
    let mut fitting: Vec<usize> = (0..plans.len()).filter(|sheet| fit(*sheet) > 0).collect();
    if fitting.iter().any(|sheet| !hidden(*sheet)) {
        fitting.retain(|sheet| !hidden(*sheet));
    }
    if let Some(year) = choices.year
        && fitting.iter().any(|sheet| spoken(*sheet) == Some(year))
    {
        fitting.retain(|sheet| spoken(*sheet).is_none_or(|spoken| spoken == year));
    }
    // The first of several that are alike stands first.
    fitting.sort_by_key(|sheet| std::cmp::Reverse(fit(*sheet)));
    let Some(best) = fitting.first().copied() else {
        let only = (workbook.sheets.len() == 1).then_some(0);
        let planned = (0..plans.len()).find(|sheet| plans[*sheet].is_some());
        return planned.or(only).map_or_else(
            || Choice::None(Issue::new(IssueKind::NoTable, CellRef::default(), "", Vec::new())),
            Choice::Sheet,
        );
    };
    // Fits are far below 2^32 / 10.
    let rivals: Vec<usize> = fitting
        .iter()
        .copied()
        .filter(|sheet| u64::from(fit(*sheet)) * 10 > u64::from(fit(best)) * 6)
        .collect();
    if rivals.len() > 1 {
        Choice::Several(rivals)
    } else {
        Choice::Sheet(best)
    }
}

/// What there is to say of sheets that are not read.
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
        let there = plans[at]
            .as_ref()
            .filter(|plan| plan.fit > 0)
            .and_then(|plan| plan.spoken);
        if let Some((there, year)) = there.zip(year).filter(|(there, year)| there != year) {
            let args = vec![Arg::Year(there), Arg::Year(year)];
            issues.push(Issue::new(IssueKind::OtherYearSheet, place, &grid.name, args));
        }
    }
    issues
}
