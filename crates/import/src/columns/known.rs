//! Recognises columns by their values: the edition may have the same column for the same year.

use domain::{ComponentId, IndicatorId, Observation, ProvinceId, ProvinceList, Quantity, Snapshot, Table};
use spreadsheet::Cell;

use crate::{
    layout,
    values::{Parsed, clean, parse},
};

/// Minimum number of provinces; fewer may agree by chance.
const MIN_PROVINCES: usize = 10;
/// Minimum share of agreeing values for which a column is that component.
pub(super) const MIN_MATCH: f64 = 0.9;
/// Share of agreeing values below which it is not.
pub(super) const MIN_COMPATIBLE: f64 = 0.5;

/// The published values that columns are compared with.
pub(crate) struct PublishedValues<'s> {
    pub(crate) current: &'s Snapshot,
    /// Columns of names with the rows of their provinces: one, or several if value columns are sorted independently.
    pub(crate) rows: Vec<(usize, Vec<(usize, ProvinceId)>)>,
}

impl PublishedValues<'_> {
    /// Returns the rows of the nearest column of names to the left.
    fn rows_of(&self, column: usize) -> &[(usize, ProvinceId)] {
        let left = self.rows.iter().rev().find(|(names, _)| *names < column);
        left.or(self.rows.first()).map_or(&[], |(_, rows)| rows)
    }

    /// Returns the share of a column's values that equal a component's published ones for a year; `None` if the edition
    /// has too few.
    pub(super) fn share(
        &self,
        table: &layout::Table<'_>,
        column: usize,
        (indicator, component): (IndicatorId, ComponentId),
        year: i32,
    ) -> Option<f64> {
        let decimals = self.current.catalogue.indicator(indicator).decimals(component);
        let published = [ProvinceList::Before2025, ProvinceList::Since2025]
            .into_iter()
            .find_map(|basis| {
                self.current.table(domain::TableKey {
                    indicator,
                    component,
                    basis,
                    year,
                })
            })?;
        let (mut equal, mut compared) = (0usize, 0usize);
        for (row, province) in self.rows_of(column) {
            let Some(old) = value(self.current, published, *province) else {
                continue;
            };
            if let Some(new) = quantity(table.view.get(*row, column), decimals) {
                compared += 1;
                equal += usize::from(new.agrees(old));
            }
        }
        #[expect(clippy::cast_precision_loss, reason = "at most a few hundred rows")]
        let share = equal as f64 / compared.max(1) as f64;
        (compared >= MIN_PROVINCES).then_some(share)
    }
}

fn value(current: &Snapshot, table: &Table, province: ProvinceId) -> Option<Quantity> {
    match current.figure(table.row(province)?.figure).value {
        Observation::Known(quantity) => Some(quantity),
        Observation::Missing(_) | Observation::Conflict => None,
    }
}

/// Returns a cell as a number; an ambiguous mark before three digits is read as a decimal mark.
fn quantity(cell: Cell<'_>, decimals: u8) -> Option<Quantity> {
    let (value, digits) = match cell {
        Cell::Number(value) => clean(value, decimals),
        Cell::Text(text) => match parse(text, None) {
            Parsed::Number(n) | Parsed::Ambiguous { decimals: n, .. } => (n.value, n.digits),
            Parsed::NotANumber => return None,
        },
        _ => return None,
    };
    Some(Quantity {
        value,
        digits,
        approx: None,
    })
}
