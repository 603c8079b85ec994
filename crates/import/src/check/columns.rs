//! Each column of the file as a whole, held against the published years of its component.
//!
//! The checks of single cells look for what stands out among the others, and are blind where
//! everything is wrong: a column of zeros, of another scale, of other provinces' values. These
//! compare the column with what the edition already has, and never with itself.

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

/// With fewer provinces a column has no level or order worth a word: a few figures that a newspaper
/// names are the best and the worst.
pub(super) const FEWEST: usize = 10;

/// One table of the file with the published years of its component.
pub(super) struct Whole<'a> {
    pub(super) table: &'a FileTable,
    pub(super) indicator: &'a Indicator,
    /// The values; each province once.
    pub(super) column: Column,
    /// Positions of the entries of these values.
    pub(super) entries: Vec<usize>,
    pub(super) history: Rc<History>,
    /// The column as a whole, in the file.
    pub(super) at: CellRef,
}

impl Whole<'_> {
    /// The name of the component.
    pub(super) fn name(&self) -> Arg {
        Arg::Both(component_name(self.indicator, self.table.key.component))
    }

    /// Decimals in which its values are told.
    pub(super) fn decimals(&self) -> u8 {
        self.indicator.decimals(self.table.key.component)
    }
}

/// The name of a component; of the headline figure, the indicator's.
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
    let mut compared: Vec<Whole<'_>> = Vec::new();
    for table in &tables.0 {
        let Some(whole) = whole(reading, table, current, histories) else {
            continue;
        };
        digits::check(reading, &whole, current, findings);
        if zeros::check(reading, &whole, current, findings) || same::values(&whole, findings) {
            continue;
        }
        // Days of a year need not be comparable, and figures without a year have no year before.
        if table.key.year.is_none() || table.key.as_of.is_some() || whole.column.values.len() < FEWEST {
            continue;
        }
        match published::check(reading, &whole, current, findings) {
            // The edition has these figures for this year: there is no news to doubt.
            published::Known::Same => continue,
            published::Known::Differs | published::Known::Nothing => {}
        }
        levels::check(&whole, findings);
        orders::check(&whole, findings);
        compared.push(whole);
    }
    swapped::check(&compared, findings);
    orders::of_file(&compared, findings);
    for group in Group::all(&compared) {
        moved::check_table(reading, &group, findings);
        moved::check(reading, &group, confirmed, findings);
        exchanged::check(&group, findings);
    }
    published::erased(reading, current, findings);
    same::rows(reading, tables, current, findings);
}

fn whole<'a>(
    reading: &Reading,
    table: &'a FileTable,
    current: &'a Snapshot,
    histories: &Histories<'_>,
) -> Option<Whole<'a>> {
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
    Some(Whole {
        table,
        indicator,
        column: Column::new(indicator, key, values.collect())?,
        entries,
        history: histories.of(table.key),
        at,
    })
}

/// The province of an entry.
pub(super) fn province(reading: &Reading, at: usize) -> Option<ProvinceId> {
    match reading.entries[at].key.place {
        Place::Province(id) => Some(id),
        Place::Nation | Place::Region(_) => None,
    }
}
