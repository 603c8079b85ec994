//! Reads one table of a workbook tentatively, to find out what it holds.

use std::collections::BTreeSet;

use domain::{
    IndicatorId, Place, Snapshot, tidy,
    upload::{ByName, Choices, Confidence, Entry, Field, IssueKind, Open, Role, TableRef, Unread},
};
use spreadsheet::{Cell, Grid};

use super::{columns, file_name::Named};
use crate::{
    names::Names,
    places::{Index, Spellings},
    read::{self, Plan},
};

/// A table, or a sheet that may have one.
pub(super) struct Candidate<'a> {
    pub(super) grid: &'a Grid,
    pub(super) sheet: usize,
    pub(super) table: TableRef,
}

/// The context in which tables are interpreted.
pub(super) struct SurveyContext<'a> {
    /// The choices for the whole file.
    pub(super) choices: &'a Choices,
    pub(super) current: &'a Snapshot,
    pub(super) names: &'a Names<'a>,
    pub(super) index: &'a Index<'a>,
    pub(super) file: Named,
}

/// The figures of one indicator in a table.
pub(super) struct IndicatorSlice {
    /// Position of its table among the candidates.
    pub(super) table: usize,
    /// Choices with which this table is read, without the names of sheets.
    pub(super) choices: Choices,
    pub(super) indicators: Vec<IndicatorId>,
    pub(super) years: Vec<i32>,
    pub(super) by_name: ByName,
    pub(super) open: Open,
    pub(super) entries: Vec<Entry>,
}

impl IndicatorSlice {
    /// Returns true if the indicator or the year is unknown.
    pub(super) const fn is_open(&self) -> bool {
        self.open.indicator || self.open.year
    }

    /// Returns the number of provinces with figures.
    pub(super) fn provinces(&self) -> usize {
        let provinces = self.entries.iter().filter_map(|entry| match entry.key.place {
            Place::Province(id) => Some(id),
            Place::Nation | Place::Region(_) => None,
        });
        provinces.collect::<BTreeSet<_>>().len()
    }
}

/// Reads a table tentatively: returns one slice for each indicator with columns, or the reason why there is none.
pub(super) fn examine(
    at: usize,
    candidate: &Candidate<'_>,
    context: &SurveyContext<'_>,
) -> Result<Vec<IndicatorSlice>, Unread> {
    let grid = candidate.grid;
    if grid.height() == 0 {
        return Err(Unread::Empty);
    }
    let Some(plan) = plan(candidate, context, context.choices) else {
        return Err(without_table(grid));
    };
    let figures = plan.contents.iter().enumerate().any(|(column, content)| {
        content.numeric() && plan.headings[column].kind.is_none() && !plan.table.places.contains(&column)
    });
    if !names_units(&plan, context) {
        return Err(without_table(grid));
    }
    if !figures && !plan.columns.has_figures() {
        return Err(Unread::NoFigures);
    }
    let by_indicator = columns::split_by_indicator(&plan, context.names);
    let chosen = chosen_indicator(context);
    let has_chosen = by_indicator.iter().any(|(id, _)| Some(*id) == chosen);
    check_choices(&plan, context, chosen.filter(|_| !has_chosen))?;
    if by_indicator.is_empty() {
        return Ok(vec![slice(at, candidate, plan, context, context.choices.clone())]);
    }
    let slices = by_indicator
        .into_iter()
        .filter(|(id, _)| chosen.is_none_or(|c| c == *id));
    let slices = slices.map(|(id, columns)| {
        let choices = Choices {
            indicator: Some(context.names.catalogue.indicator(id).slug.clone()),
            columns,
            ..context.choices.clone()
        };
        let plan = self::plan(candidate, context, &choices)?;
        Some(slice(at, candidate, plan, context, choices))
    });
    let slices: Vec<IndicatorSlice> = slices.flatten().collect();
    // Another index that is only mentioned next to a rank has no figures of its own.
    let with_figures = slices.iter().any(|slice| !slice.entries.is_empty());
    Ok(slices
        .into_iter()
        .filter(|slice| !with_figures || !slice.entries.is_empty())
        .collect())
}

fn plan<'a>(candidate: &Candidate<'a>, context: &SurveyContext<'_>, choices: &Choices) -> Option<Plan<'a>> {
    let mut spellings = spellings(candidate, context);
    read::plan(
        candidate.grid,
        candidate.sheet,
        true,
        choices,
        context.names,
        &mut spellings,
        context.current,
    )
}

fn spellings<'a, 'i>(candidate: &Candidate<'a>, context: &SurveyContext<'i>) -> Spellings<'a, 'i> {
    Spellings::new(
        context.index,
        &context.choices.places,
        read::is_own_format(candidate.grid),
    )
}

fn chosen_indicator(context: &SurveyContext<'_>) -> Option<IndicatorId> {
    let slug = context.choices.indicator.as_deref()?;
    context.names.catalogue.indicator_by_slug(slug)
}

/// Rejects a table that contradicts what was chosen for the file. SIPAS is also a component of the PAR INDEX: a table
/// that mentions it more than the chosen indicator is a table of SIPAS.
fn check_choices(plan: &Plan<'_>, context: &SurveyContext<'_>, chosen: Option<IndicatorId>) -> Result<(), Unread> {
    if chosen
        .zip(read::winner(&plan.votes))
        .is_some_and(|(chosen, voted)| chosen != voted)
    {
        return Err(Unread::OtherIndicator);
    }
    if let Some((chosen, stated_year)) = context.choices.year.zip(plan.stated_year)
        && chosen != stated_year
        && plan.per_row(&Role::Year).is_none()
    {
        return Err(Unread::OtherYear);
    }
    Ok(())
}

/// Reads a table under these choices; what it does not state itself is taken from the name of the file.
fn slice(
    at: usize,
    candidate: &Candidate<'_>,
    plan: Plan<'_>,
    context: &SurveyContext<'_>,
    mut choices: Choices,
) -> IndicatorSlice {
    let mut by_name = ByName::default();
    let mut plan = plan;
    let by_rows = plan.per_row(&Role::Indicator).is_some();
    if let Some(id) = context.file.indicator.filter(|_| plan.indicator.is_none() && !by_rows) {
        choices.indicator = Some(context.names.catalogue.indicator(id).slug.clone());
        by_name.indicator = true;
    }
    let dated = plan.year.is_some() || plan.per_row(&Role::Year).is_some() || plan.per_row(&Role::AsOf).is_some();
    if let Some(year) = context.file.year.filter(|_| !dated && !has_years(&plan)) {
        choices.year = Some(year);
        by_name.year = true;
    }
    if by_name != ByName::default()
        && let Some(again) = self::plan(candidate, context, &choices)
    {
        plan = again;
    }
    let mut reading = read::figures_of_table(
        &plan,
        spellings(candidate, context),
        &choices,
        context.current,
        context.names,
    );
    let unsure = by_name.indicator && !has_confident_column(&plan);
    if unsure {
        // A table that merely is in a file of that name may belong to any indicator.
        reading.entries.clear();
    }
    let indicators: BTreeSet<IndicatorId> = reading.entries.iter().map(|entry| entry.key.indicator).collect();
    let without_figures = reading.entries.is_empty();
    let no_year = reading.issues.iter().any(|issue| issue.kind == IssueKind::NoYear);
    IndicatorSlice {
        table: at,
        choices,
        open: Open {
            indicator: unsure || (plan.indicator.is_none() && !by_rows),
            year: without_figures && (no_year || undated(&plan)),
            proposed: context.file.indicator.filter(|_| unsure),
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

/// Returns true if nothing states the year of the figures.
fn undated(plan: &Plan<'_>) -> bool {
    let by_row = plan.per_row(&Role::Year).is_some() || plan.per_row(&Role::AsOf).is_some();
    plan.year.is_none() && !by_row && !has_years(plan)
}

/// Returns true if headers name years.
fn has_years(plan: &Plan<'_>) -> bool {
    plan.headings.iter().any(|heading| !heading.years.is_empty())
}

/// Returns true if a column is assigned to the indicator with more than low confidence.
fn has_confident_column(plan: &Plan<'_>) -> bool {
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

/// Returns true if rows name known provinces, or there are codes.
fn names_units(plan: &Plan<'_>, context: &SurveyContext<'_>) -> bool {
    let mut spellings = Spellings::new(context.index, &context.choices.places, false);
    let body = plan.table.body.clone().take(500);
    let named = body.into_iter().any(|row| {
        plan.table.places.iter().any(|column| {
            let text = plan.table.view.text(row, *column);
            !text.is_empty() && spellings.is_unit(text)
        })
    });
    named || plan.columns.find(&Role::Code).is_some()
}

/// Maximum number of characters quoted from a sheet's first text.
const MAX_EXCERPT_CHARS: usize = 80;

fn without_table(grid: &Grid) -> Unread {
    for column in 0..20 {
        let names: Vec<&str> = (0..grid.height().min(400))
            .filter_map(|row| text(grid, row, column))
            .collect();
        if let Some(kind) = read::non_province_kind(&names) {
            return Unread::LookAlike(kind.to_owned());
        }
    }
    let mut texts = (0..grid.height().min(60))
        .flat_map(|row| (0..grid.width(row).min(20)).filter_map(move |column| text(grid, row, column)));
    let first = texts.next().map(tidy).unwrap_or_default();
    let short: String = first.chars().take(MAX_EXCERPT_CHARS).collect();
    Unread::NoTable(if short == first { first } else { format!("{short}…") })
}

fn text(grid: &Grid, row: usize, column: usize) -> Option<&str> {
    match grid.get(row, column) {
        Cell::Text(text) => Some(text),
        _ => None,
    }
}
