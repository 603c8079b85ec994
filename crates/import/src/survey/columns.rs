//! Splits tables whose columns belong to several indicators ("PAR INDEX | SIPAS | PAPI").

use std::collections::BTreeMap;

use domain::{
    IndicatorId,
    upload::{Field, Role},
};
use spreadsheet::Cell;

use crate::{
    names::Names,
    read::Plan,
    values::{Parsed, parse},
};

/// The owner of a column of figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Owner {
    /// The indicator that its heading names.
    Indicator(IndicatorId),
    /// The owner of the column to its left: "Hạng" next to "SIPAS".
    Left,
}

/// An indicator, with the columns (by number in the file) to leave out for it.
pub(super) type IndicatorColumns = (IndicatorId, BTreeMap<u32, Role>);

/// Returns the indicators that have columns in the table, in the order of their first columns; empty if there is at
/// most one.
pub(super) fn split_by_indicator(plan: &Plan<'_>, names: &Names<'_>) -> Vec<IndicatorColumns> {
    let mut owners: Vec<(usize, IndicatorId)> = Vec::new();
    let mut left = plan.indicator;
    for column in 0..plan.table.view.width() {
        let figures = plan.contents[column].numeric() && plan.headings[column].kind.is_none();
        if plan.table.places.contains(&column) || !figures {
            continue;
        }
        match owner(plan, column, left, names) {
            Owner::Indicator(id) => left = Some(id),
            Owner::Left => {}
        }
        owners.extend(left.map(|id| (column, id)));
    }
    let mut by_indicator: Vec<IndicatorColumns> = Vec::new();
    for (_, id) in &owners {
        if by_indicator.iter().all(|(known, _)| known != id) {
            by_indicator.push((*id, BTreeMap::new()));
        }
    }
    if by_indicator.len() < 2 {
        return Vec::new();
    }
    for (id, left_out) in &mut by_indicator {
        let others = owners.iter().filter(|(_, owner)| owner != id);
        left_out.extend(others.map(|(column, _)| (plan.table.view.number(*column), Role::Ignore)));
    }
    by_indicator
}

fn owner(plan: &Plan<'_>, column: usize, left: Option<IndicatorId>, names: &Names<'_>) -> Owner {
    let heading = &plan.headings[column];
    let targets = || heading.targets.iter().chain(&heading.above);
    // A rank belongs to the value of the same name next to it.
    let ranks = matches!(heading.field, Some(Field::Rank | Field::Tier));
    if ranks && left.is_some_and(|left| targets().any(|target| target.rank == 3 && target.indicator == left)) {
        return Owner::Left;
    }
    // SIPAS is both a component of the PAR INDEX and an index of its own: the values decide.
    if let Some(table_indicator) = plan.indicator {
        let mut components = targets().filter(|target| target.indicator == table_indicator);
        let indicator = names.catalogue.indicator(table_indicator);
        let fits = |component| {
            let scale = indicator.scale(component, plan.year.unwrap_or(0)).or(indicator.scale);
            scale.is_none_or(|(_, high)| largest(plan, column) <= high)
        };
        if components.any(|target| fits(target.component)) {
            return Owner::Indicator(table_indicator);
        }
    }
    let mut named: Vec<IndicatorId> = targets()
        .filter(|target| target.rank == 3)
        .map(|target| target.indicator)
        .collect();
    named.sort_unstable();
    named.dedup();
    if named.is_empty() {
        named = names.mentioned(&heading.name);
    }
    named.retain(|id| Some(*id) != plan.indicator);
    match named[..] {
        [id] => Owner::Indicator(id),
        _ => Owner::Left,
    }
}

fn largest(plan: &Plan<'_>, column: usize) -> f64 {
    let cells = plan.table.body.clone().take(500);
    let numbers = cells.filter_map(|row| match plan.table.view.get(row, column) {
        Cell::Number(value) => Some(value),
        Cell::Text(text) => match parse(text, None) {
            Parsed::Number(number) | Parsed::Ambiguous { decimals: number, .. } => Some(number.value),
            Parsed::NotANumber => None,
        },
        _ => None,
    });
    numbers.fold(0.0, f64::max)
}
