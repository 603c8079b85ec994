//! Interprets one sheet as far as possible before its rows are read.

use std::collections::BTreeMap;

use domain::{
    Catalogue, IndicatorId, Place, ProvinceId, Snapshot,
    upload::{Choices, Confidence, Field, Role, SheetFacts},
};
use spreadsheet::{Cell, Grid};

use super::subject::{self, Part, Votes};
use crate::{
    columns::{self, Columns, Content, Heading, PublishedValues},
    layout::{self, MAX_HAND_MADE_ROWS, Table},
    names::Names,
    places::{Resolution, Scope, Spellings},
};

/// A sheet's table with its columns, indicator and year.
pub(crate) struct Plan<'a> {
    pub(crate) table: Table<'a>,
    pub(crate) headings: Vec<Heading>,
    pub(crate) contents: Vec<Content>,
    pub(crate) columns: Columns,
    pub(crate) votes: Votes,
    pub(crate) indicator: Option<IndicatorId>,
    /// Year of the figures whose column and row do not state one.
    pub(crate) year: Option<i32>,
    /// The only year that headers, sheet name or titles mention.
    pub(crate) stated_year: Option<i32>,
    /// Whether the year is known only from the file's name.
    pub(super) year_from_name: bool,
    /// Whether the file is in this project's own format.
    pub(super) own_format: bool,
    pub(crate) fit: u32,
}

/// Interprets one sheet. Choices about header and columns apply only if it was `picked`.
pub(crate) fn plan<'a>(
    grid: &'a Grid,
    sheet: usize,
    picked: bool,
    choices: &Choices,
    names: &Names<'_>,
    spellings: &mut Spellings<'a, '_>,
    current: &Snapshot,
) -> Option<Plan<'a>> {
    let header = choices.header.filter(|_| picked);
    let table = layout::find(grid, sheet, spellings, header)?;
    let headings = columns::headings(&table.parts, names);
    let contents = columns::contents(&table);
    let no_columns = BTreeMap::new();
    let chosen = if picked { &choices.columns } else { &no_columns };
    let votes = subject::votes(&table, &headings, &contents, names, chosen);
    let catalogue = names.catalogue;
    let indicator = choices
        .indicator
        .as_deref()
        .and_then(|slug| catalogue.indicator_by_slug(slug))
        .or_else(|| subject::winner(&votes));
    let header_years = subject::header_years(&headings);
    let stated_year = match (header_years.one, header_years.many) {
        (None, false) => subject::title_year(&table),
        (one, _) => one,
    };
    let year = choices
        .year
        .or_else(|| {
            choices
                .as_of
                .and_then(|moment| moment.latest_day())
                .map(|day| day.year())
        })
        .or(stated_year);
    let file_year = subject::file_year(&grid.file).filter(|_| year.is_none() && !header_years.many);
    let year = year.or(file_year);
    let known = PublishedValues {
        current,
        rows: comparable_rows(&table, spellings, year),
    };
    let columns = columns::assign(
        &columns::Context {
            table: &table,
            headings: &headings,
            contents: &contents,
            indicator: indicator.map(|id| (id, catalogue.indicator(id))),
            year,
            many_years: header_years.many,
            chosen,
            part: indicator.map_or(Part::Whole, |id| subject::part(&table, id, names)),
            names,
            known: &known,
        },
        spellings,
    );
    let mut plan = Plan {
        own_format: is_own_format(grid),
        table,
        headings,
        contents,
        columns,
        votes,
        indicator,
        year,
        stated_year,
        year_from_name: file_year.is_some(),
        fit: 0,
    };
    plan.fit = plan.figures(spellings);
    Some(plan)
}

type Rows = Vec<(usize, Vec<(usize, ProvinceId)>)>;

/// Returns the columns of names with the rows whose values may be compared with published ones.
fn comparable_rows<'a>(table: &Table<'a>, spellings: &mut Spellings<'a, '_>, year: Option<i32>) -> Rows {
    const MAX_ROWS: usize = 400;
    let Some(year) = year else { return Vec::new() };
    let columns = if table.sorted {
        &table.places[..]
    } else {
        &table.places[..table.places.len().min(1)]
    };
    let mut found = Rows::new();
    for column in columns.iter().copied().take(100) {
        let mut rows = Vec::new();
        for row in table.body.clone().take(MAX_ROWS) {
            let text = table.view.text(row, column);
            if text.is_empty() || !spellings.is_unit(text) {
                continue;
            }
            let id = spellings.id(text);
            if let Resolution::Place(Place::Province(province)) = spellings.resolve(id, Scope::year(year, None)) {
                rows.push((row, province));
            }
        }
        found.push((column, rows));
    }
    found
}

impl<'a> Plan<'a> {
    /// Returns the number of figures that seem readable.
    fn figures(&self, spellings: &mut Spellings<'a, '_>) -> u32 {
        let known = self.table.body.clone().take(500).any(|row| {
            self.table.places.iter().any(|column| {
                let text = self.table.view.text(row, *column);
                !text.is_empty() && spellings.is_unit(text)
            })
        }) || self.columns.find(&Role::Code).is_some();
        if !known {
            return 0;
        }
        let count = |wanted: Field| -> u32 {
            self.columns
                .list
                .iter()
                .filter(|a| matches!(&a.role, Role::Figure { field, .. } if *field == wanted))
                .filter(|a| a.confidence > Confidence::Low || self.columns.list.len() < 4)
                .map(|a| self.contents[a.column].filled)
                .sum()
        };
        match count(Field::Value) {
            0 => count(Field::Rank).max(count(Field::Tier)),
            values => values,
        }
    }

    /// Returns the column with one item per row that has this role.
    pub(crate) fn per_row(&self, role: &Role) -> Option<usize> {
        self.columns.find(role)
    }

    /// Returns true if rows state their component, indicator, year or moment.
    pub(super) fn tidy(&self) -> bool {
        [Role::Component, Role::Indicator, Role::Year, Role::AsOf]
            .iter()
            .any(|role| self.per_row(role).is_some())
    }
}

/// Returns true for a file in this project's own format, by the column names of the bundled figures.
pub(crate) fn is_own_format(grid: &Grid) -> bool {
    let cells: Vec<&str> = (0..grid.width(0).min(40))
        .filter_map(|column| match grid.get(0, column) {
            Cell::Text(text) => Some(text),
            _ => None,
        })
        .collect();
    ["component", "province", "year", "value", "source", "origin"]
        .iter()
        .all(|name| cells.contains(name))
}

/// Returns facts about a sheet for the user.
pub(super) fn facts(grid: &Grid, plan: Option<&Plan<'_>>) -> SheetFacts {
    let small = grid.height() <= MAX_HAND_MADE_ROWS;
    let holds = |row: &usize| !small || (0..grid.width(*row)).any(|column| grid.get(*row, column) != Cell::Empty);
    let rows = (0..grid.height())
        .filter(|row| grid.width(*row) > 0)
        .filter(holds)
        .count();
    let widest = (0..grid.height()).map(|row| grid.width(row)).max().unwrap_or(0);
    let columns = if small {
        let mut filled = vec![false; widest];
        for row in 0..grid.height() {
            for (column, filled) in filled.iter_mut().enumerate().take(grid.width(row)) {
                *filled |= grid.get(row, column) != Cell::Empty;
            }
        }
        filled.into_iter().filter(|filled| *filled).count()
    } else {
        widest
    };
    SheetFacts {
        name: grid.name.clone(),
        hidden: grid.hidden,
        rows: u32::try_from(rows).unwrap_or(u32::MAX),
        columns: u32::try_from(columns).unwrap_or(u32::MAX),
        fit: plan.map_or(0, |plan| plan.fit),
        year: plan
            .and_then(|plan| plan.stated_year)
            .or_else(|| subject::one_year(std::slice::from_ref(&grid.name))),
    }
}

/// Returns the indicator that the choices name.
pub(super) fn chosen_indicator(catalogue: &Catalogue, choices: &Choices) -> Option<IndicatorId> {
    catalogue.indicator_by_slug(choices.indicator.as_deref()?)
}
