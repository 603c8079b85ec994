//! One table of a workbook: what it holds, read on trial.

use std::collections::BTreeSet;

use domain::{
    IndicatorId, Place, Snapshot, tidy,
    upload::{ByName, Choices, Confidence, Entry, Field, IssueKind, Open, Role, TableRef, Unread},
};
use spreadsheet::{Cell, Grid};

use super::{columns, file_name::Named};
use crate::{
    names::Names,
    places::{Book, Index},
    read::{self, Plan},
};

/// A table, or a sheet that may have one.
pub(super) struct Candidate<'a> {
    pub(super) grid: &'a Grid,
    pub(super) sheet: usize,
    pub(super) table: TableRef,
}

/// What decides how tables are understood.
pub(super) struct Around<'a> {
    /// What was chosen for the whole file.
    pub(super) choices: &'a Choices,
    pub(super) current: &'a Snapshot,
    pub(super) names: &'a Names<'a>,
    pub(super) index: &'a Index<'a>,
    pub(super) file: Named,
}

/// The figures of one indicator in a table.
pub(super) struct Share {
    /// Position of its table among the candidates.
    pub(super) table: usize,
    /// Choices that this table is read with, without the names of sheets.
    pub(super) choices: Choices,
    pub(super) indicators: Vec<IndicatorId>,
    pub(super) years: Vec<i32>,
    pub(super) by_name: ByName,
    pub(super) open: Open,
    pub(super) entries: Vec<Entry>,
}

impl Share {
    pub(super) const fn is_open(&self) -> bool {
        self.open.indicator || self.open.year
    }

    pub(super) fn provinces(&self) -> usize {
        let provinces = self.entries.iter().filter_map(|entry| match entry.key.place {
            Place::Province(id) => Some(id),
            Place::Nation | Place::Region(_) => None,
        });
        provinces.collect::<BTreeSet<_>>().len()
    }
}

/// Reads a table on trial: one share for each indicator that its columns are of, or why there is none.
pub(super) fn look(at: usize, candidate: &Candidate<'_>, around: &Around<'_>) -> Result<Vec<Share>, Unread> {
    let grid = candidate.grid;
    if grid.height() == 0 {
        return Err(Unread::Empty);
    }
    let Some(plan) = plan(candidate, around, around.choices) else {
        return Err(without_table(grid));
    };
    let figures = plan.contents.iter().enumerate().any(|(column, content)| {
        content.numeric() && plan.headings[column].kind.is_none() && !plan.table.places.contains(&column)
    });
    if !names_units(&plan, around) {
        return Err(without_table(grid));
    }
    if !figures && !plan.columns.has_figures() {
        return Err(Unread::NoFigures);
    }
    let apart = columns::apart(&plan, around.names);
    let chosen = chosen_indicator(around);
    let has_chosen = apart.iter().any(|(id, _)| Some(*id) == chosen);
    refused(&plan, around, chosen.filter(|_| !has_chosen))?;
    if apart.is_empty() {
        return Ok(vec![share(at, candidate, plan, around, around.choices.clone())]);
    }
    let shares = apart.into_iter().filter(|(id, _)| chosen.is_none_or(|c| c == *id));
    let shares = shares.map(|(id, columns)| {
        let choices = Choices {
            indicator: Some(around.names.catalogue.indicator(id).slug.clone()),
            columns,
            ..around.choices.clone()
        };
        let plan = self::plan(candidate, around, &choices)?;
        Some(share(at, candidate, plan, around, choices))
    });
    let shares: Vec<Share> = shares.flatten().collect();
    // Another index that is only mentioned beside a rank gives no figures of its own.
    let with_figures = shares.iter().any(|share| !share.entries.is_empty());
    Ok(shares
        .into_iter()
        .filter(|share| !with_figures || !share.entries.is_empty())
        .collect())
}

fn plan<'a>(candidate: &Candidate<'a>, around: &Around<'_>, choices: &Choices) -> Option<Plan<'a>> {
    let mut book = book(candidate, around);
    read::plan(
        candidate.grid,
        candidate.sheet,
        true,
        choices,
        around.names,
        &mut book,
        around.current,
    )
}

fn book<'a, 'i>(candidate: &Candidate<'a>, around: &Around<'i>) -> Book<'a, 'i> {
    Book::new(around.index, &around.choices.places, read::is_own(candidate.grid))
}

fn chosen_indicator(around: &Around<'_>) -> Option<IndicatorId> {
    let slug = around.choices.indicator.as_deref()?;
    around.names.catalogue.indicator_by_slug(slug)
}

/// What was chosen for the file is not what the table says. SIPAS is a component of the PAR INDEX as well: a
/// table that speaks more of it than of the chosen indicator is of SIPAS.
fn refused(plan: &Plan<'_>, around: &Around<'_>, chosen: Option<IndicatorId>) -> Result<(), Unread> {
    if chosen
        .zip(read::winner(&plan.votes))
        .is_some_and(|(chosen, own)| chosen != own)
    {
        return Err(Unread::OtherIndicator);
    }
    if let Some((chosen, spoken)) = around.choices.year.zip(plan.spoken)
        && chosen != spoken
        && plan.per_row(&Role::Year).is_none()
    {
        return Err(Unread::OtherYear);
    }
    Ok(())
}

/// Reads a table under these choices; what it does not say of itself is taken from the name of the file.
fn share(at: usize, candidate: &Candidate<'_>, plan: Plan<'_>, around: &Around<'_>, mut choices: Choices) -> Share {
    let mut by_name = ByName::default();
    let mut plan = plan;
    let by_rows = plan.per_row(&Role::Indicator).is_some();
    if let Some(id) = around.file.indicator.filter(|_| plan.indicator.is_none() && !by_rows) {
        choices.indicator = Some(around.names.catalogue.indicator(id).slug.clone());
        by_name.indicator = true;
    }
    let dated = plan.year.is_some() || plan.per_row(&Role::Year).is_some() || plan.per_row(&Role::AsOf).is_some();
    if let Some(year) = around.file.year.filter(|_| !dated && !has_years(&plan)) {
        choices.year = Some(year);
        by_name.year = true;
    }
    if by_name != ByName::default()
        && let Some(again) = self::plan(candidate, around, &choices)
    {
        plan = again;
    }
    let mut reading = read::figures_of(&plan, book(candidate, around), &choices, around.current, around.names);
    let unsure = by_name.indicator && !surely(&plan);
    if unsure {
        // A table that only lies in a file of that name may be of anything.
        reading.entries.clear();
    }
    let indicators: BTreeSet<IndicatorId> = reading.entries.iter().map(|entry| entry.key.indicator).collect();
    let without_figures = reading.entries.is_empty();
    let no_year = reading.issues.iter().any(|issue| issue.kind == IssueKind::NoYear);
    Share {
        table: at,
        choices,
        open: Open {
            indicator: unsure || (plan.indicator.is_none() && !by_rows),
            year: without_figures && (no_year || undated(&plan)),
            proposed: around.file.indicator.filter(|_| unsure),
        },
        indicators: if without_figures {
            plan.indicator.into_iter().filter(|_| !unsure).collect()
        } else {
            indicators.into_iter().collect()
        },
        years: if without_figures {
            plan.year.into_iter().collect()
        } else {
            reading.years.clone()
        },
        by_name,
        entries: reading.entries,
    }
}

/// Nothing says of which year the figures are.
fn undated(plan: &Plan<'_>) -> bool {
    let by_row = plan.per_row(&Role::Year).is_some() || plan.per_row(&Role::AsOf).is_some();
    plan.year.is_none() && !by_row && !has_years(plan)
}

/// Headers name years of their own.
fn has_years(plan: &Plan<'_>) -> bool {
    plan.headings.iter().any(|heading| !heading.years.is_empty())
}

/// A column is of the indicator by more than a guess.
fn surely(plan: &Plan<'_>) -> bool {
    plan.columns.list.iter().any(|column| {
        let figure = matches!(
            &column.role,
            Role::Figure {
                field: Field::Value | Field::Rank,
                ..
            }
        );
        figure && column.confidence > Confidence::Low
    })
}

/// Rows, or codes, of provinces that are known.
fn names_units(plan: &Plan<'_>, around: &Around<'_>) -> bool {
    let mut book = Book::new(around.index, &around.choices.places, false);
    let body = plan.table.body.clone().take(500);
    let named = body.into_iter().any(|row| {
        plan.table.places.iter().any(|column| {
            let text = plan.table.view.text(row, *column);
            !text.is_empty() && book.is_unit(text)
        })
    });
    named || plan.columns.find(&Role::Code).is_some()
}

/// Letters of a sheet's first words that are told.
const FIRST_WORDS: usize = 80;

fn without_table(grid: &Grid) -> Unread {
    for column in 0..20 {
        let names: Vec<&str> = (0..grid.height().min(400))
            .filter_map(|row| text(grid, row, column))
            .collect();
        if let Some(kind) = read::strangers(&names) {
            return Unread::LookAlike(kind.to_owned());
        }
    }
    let mut texts = (0..grid.height().min(60))
        .flat_map(|row| (0..grid.width(row).min(20)).filter_map(move |column| text(grid, row, column)));
    let first = texts.next().map(tidy).unwrap_or_default();
    let short: String = first.chars().take(FIRST_WORDS).collect();
    Unread::NoTable(if short == first { first } else { format!("{short}…") })
}

fn text(grid: &Grid, row: usize, column: usize) -> Option<&str> {
    match grid.get(row, column) {
        Cell::Text(text) => Some(text),
        _ => None,
    }
}
