//! Checks each column of the file as a whole against the published years of its component.
//!
//! The checks of single cells look for outliers, and find nothing where everything is wrong: a column of zeros, on
//! another scale, or with other provinces' values. These checks compare a column with the edition's data, never with
//! itself.

use std::{collections::HashSet, rc::Rc};

use domain::{
    ComponentId, FigureKey, Indicator, Place, ProvinceId, Snapshot, Text,
    upload::{Arg, CellRef, Reading},
};

use super::{
    digits, exchanged,
    expected::Group,
    findings::{Findings, column_cell},
    history::{Column, Histories, History},
    levels, moved, orders, published, same, swapped,
    tables::{FileTable, Tables},
    zeros,
};

/// Minimum number of provinces for comparing a column's level or order: the few figures that a newspaper names are the
/// best and the worst.
pub(super) const MIN_PROVINCES: usize = 10;

/// A table of the file with the published years of its component.
pub(super) struct CheckedColumn<'a> {
    pub(super) table: &'a FileTable,
    pub(super) indicator: &'a Indicator,
    /// The values, with each province at most once.
    pub(super) column: Column,
    /// Positions of these values' entries.
    pub(super) entries: Vec<usize>,
    pub(super) history: Rc<History>,
    /// The cell that represents the column in the file.
    pub(super) at: CellRef,
}

impl CheckedColumn<'_> {
    /// Returns the name of the component.
    pub(super) fn name(&self) -> Arg {
        Arg::Both(component_name(self.indicator, self.table.key.component))
    }

    /// Returns the number of decimals with which its values are shown.
    pub(super) fn decimals(&self) -> u8 {
        self.indicator.decimals(self.table.key.component)
    }
}

/// Returns the name of a component; for the headline figure, that of the indicator.
pub(super) fn component_name(indicator: &Indicator, component: ComponentId) -> Text {
    if component == ComponentId::TOTAL {
        indicator.short.clone()
    } else {
        indicator.component(component).name.clone()
    }
}

/// Runs the checks of whole columns.
pub(super) fn check(
    reading: &Reading,
    tables: &Tables,
    current: &Snapshot,
    histories: &Histories<'_>,
    confirmed: &HashSet<FigureKey>,
    findings: &mut Findings,
) {
    let mut compared: Vec<CheckedColumn<'_>> = Vec::new();
    for table in &tables.0 {
        let Some(checked) = checked_column(reading, table, current, histories) else {
            continue;
        };
        digits::check(reading, &checked, current, findings);
        if zeros::check(reading, &checked, current, findings) || same::values(&checked, findings) {
            continue;
        }
        // Figures for single days need not be comparable, and figures without a year have no previous year.
        if table.key.year.is_none() || table.key.as_of.is_some() || checked.column.values.len() < MIN_PROVINCES {
            continue;
        }
        match published::check(reading, &checked, current, findings) {
            // The edition already has these figures for this year, so there is nothing new to check.
            published::Comparison::Same => continue,
            published::Comparison::Differs | published::Comparison::Nothing => {}
        }
        levels::check(&checked, findings);
        orders::check(&checked, findings);
        compared.push(checked);
    }
    swapped::check(&compared, findings);
    orders::check_table(&compared, findings);
    for group in Group::all(&compared) {
        moved::check_table(reading, &group, findings);
        moved::check(reading, &group, confirmed, findings);
        exchanged::check(&group, findings);
    }
    published::erased(reading, current, findings);
    same::rows(reading, tables, current, findings);
}

fn checked_column<'a>(
    reading: &Reading,
    table: &'a FileTable,
    current: &'a Snapshot,
    histories: &Histories<'_>,
) -> Option<CheckedColumn<'a>> {
    let indicator = current.catalogue.indicator(table.key.indicator);
    let values = table.values(reading);
    let (_, first) = values.values().min_by_key(|(_, at)| *at)?;
    let at = column_cell(reading, *first);
    let entries: Vec<usize> = values.values().map(|(_, at)| *at).collect();
    let values = values.into_iter().map(|(province, (value, _))| (province, value));
    let key = FigureKey {
        year: Some(table.key.year.unwrap_or(0)),
        ..table.key
    };
    Some(CheckedColumn {
        table,
        indicator,
        column: Column::new(indicator, key, values.collect())?,
        entries,
        history: histories.of(table.key),
        at,
    })
}

/// Returns the province of an entry; `None` for the country and regions.
pub(super) fn province(reading: &Reading, at: usize) -> Option<ProvinceId> {
    match reading.entries[at].key.place {
        Place::Province(id) => Some(id),
        Place::Nation | Place::Region(_) => None,
    }
}
