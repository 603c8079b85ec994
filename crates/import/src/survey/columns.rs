//! Tables whose columns are of several indicators ("PAR INDEX | SIPAS | PAPI").

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

/// What a column of figures is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Of {
    /// This indicator, by its heading.
    Indicator(IndicatorId),
    /// The same as the column to its left: "Hạng" beside "SIPAS".
    Left,
}

/// An indicator, with the columns (by number in the file) to leave out for it.
pub(super) type Apart = (IndicatorId, BTreeMap<u32, Role>);

/// The indicators that the table has columns of, in the order of their first columns; empty if it is of one
/// indicator at most.
pub(super) fn apart(plan: &Plan<'_>, names: &Names<'_>) -> Vec<Apart> {
    let mut owners: Vec<(usize, IndicatorId)> = Vec::new();
    let mut left = plan.indicator;
    for column in 0..plan.table.view.width() {
        let figures = plan.contents[column].numeric() && plan.headings[column].kind.is_none();
        if plan.table.places.contains(&column) || !figures {
            continue;
        }
        match of(plan, column, left, names) {
            Of::Indicator(id) => left = Some(id),
            Of::Left => {}
        }
        owners.extend(left.map(|id| (column, id)));
    }
    let mut apart: Vec<Apart> = Vec::new();
    for (_, id) in &owners {
        if apart.iter().all(|(known, _)| known != id) {
            apart.push((*id, BTreeMap::new()));
        }
    }
    if apart.len() < 2 {
        return Vec::new();
    }
    for (id, left_out) in &mut apart {
        let others = owners.iter().filter(|(_, owner)| owner != id);
        left_out.extend(others.map(|(column, _)| (plan.table.view.number(*column), Role::Ignore)));
    }
    apart
}

fn of(plan: &Plan<'_>, column: usize, left: Option<IndicatorId>, names: &Names<'_>) -> Of {
    let heading = &plan.headings[column];
    let targets = || heading.targets.iter().chain(&heading.above);
    // A rank belongs to the value of the same name beside it.
    let ranks = matches!(heading.field, Some(Field::Rank | Field::Tier));
    if ranks && left.is_some_and(|left| targets().any(|target| target.rank == 3 && target.indicator == left)) {
        return Of::Left;
    }
    // SIPAS is a component of the PAR INDEX and an index of its own: the values say which is meant.
    if let Some(own) = plan.indicator {
        let mut components = targets().filter(|target| target.indicator == own);
        let indicator = names.catalogue.indicator(own);
        let fits = |component| {
            let scale = indicator.scale(component, plan.year.unwrap_or(0)).or(indicator.scale);
            scale.is_none_or(|(_, high)| largest(plan, column) <= high)
        };
        if components.any(|target| fits(target.component)) {
            return Of::Indicator(own);
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
        [id] => Of::Indicator(id),
        _ => Of::Left,
    }
}

fn largest(plan: &Plan<'_>, column: usize) -> f64 {
    let cells = plan.table.body.clone().take(500);
    let numbers = cells.filter_map(|row| match plan.table.view.get(row, column) {
        Cell::Number(value) => Some(value),
        Cell::Text(text) => match parse(text, None) {
            Parsed::Number(number) | Parsed::Unsure { decimals: number, .. } => Some(number.value),
            Parsed::Not => None,
        },
        _ => None,
    });
    numbers.fold(0.0, f64::max)
}
