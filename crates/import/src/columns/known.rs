//! What a column's values say themselves: the edition may have that very column for that year.

use domain::{ComponentId, IndicatorId, Observation, ProvinceId, ProvinceList, Quantity, Snapshot, Table};
use spreadsheet::Cell;

use crate::{
    layout,
    values::{Parsed, clean, parse},
};

/// Fewer provinces may agree by chance.
const FEWEST: usize = 10;
/// The share of values that agree from which a column is that component.
pub(super) const IS: f64 = 0.9;
/// Below this share it is not.
pub(super) const IS_NOT: f64 = 0.5;

/// The published values that columns are compared with.
pub(crate) struct Known<'s> {
    pub(crate) current: &'s Snapshot,
    /// Columns of names with the rows of their provinces: one, or several where columns are sorted apart.
    pub(crate) rows: Vec<(usize, Vec<(usize, ProvinceId)>)>,
}

impl Known<'_> {
    /// The rows of the nearest column of names to the left.
    fn rows_of(&self, column: usize) -> &[(usize, ProvinceId)] {
        let left = self.rows.iter().rev().find(|(names, _)| *names < column);
        left.or(self.rows.first()).map_or(&[], |(_, rows)| rows)
    }

    /// The share of a column's values that are a component's published ones of a year; `None` where the
    /// edition has too few.
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
        #[expect(clippy::cast_precision_loss, reason = "at most some hundred rows")]
        let share = equal as f64 / compared.max(1) as f64;
        (compared >= FEWEST).then_some(share)
    }
}

fn value(current: &Snapshot, table: &Table, province: ProvinceId) -> Option<Quantity> {
    match current.figure(table.row(province)?.figure).value {
        Observation::Known(quantity) => Some(quantity),
        Observation::Missing(_) | Observation::Conflict => None,
    }
}

/// A cell as a number; where a mark before three digits could be either, as decimals.
fn quantity(cell: Cell<'_>, decimals: u8) -> Option<Quantity> {
    let (value, digits) = match cell {
        Cell::Number(value) => clean(value, decimals),
        Cell::Text(text) => match parse(text, None) {
            Parsed::Number(n) | Parsed::Unsure { decimals: n, .. } => (n.value, n.digits),
            Parsed::Not => return None,
        },
        _ => return None,
    };
    Some(Quantity {
        value,
        digits,
        approx: None,
    })
}
