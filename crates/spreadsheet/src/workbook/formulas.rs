//! Formulas whose cached value cannot be trusted. A program that writes a workbook without calculating it stores 0 (or
//! nothing) as the value of every formula and asks the spreadsheet to calculate on load. Read as they are stored, such
//! zeros would become figures.

use std::collections::HashMap;

use super::number::Shown;
use crate::{Cell, Grid};

/// From this number on, formulas of a column or workbook that are all zero are treated as never calculated: a genuine
/// column of zeros is not a column of figures, and the user is asked about it in any case.
const SEVERAL: u32 = 2;

/// The formulas of a workbook, by column.
#[derive(Debug, Default)]
pub(super) struct Formulas {
    /// Whether the file asks for all formulas to be calculated on load.
    pub(super) calculate_on_load: bool,
    /// Numbers of formulas and of zeros, by sheet and column.
    columns: HashMap<(usize, u32), (u32, u32)>,
    zeros: Vec<Zero>,
}

/// A formula with a cached zero.
#[derive(Debug)]
struct Zero {
    sheet: usize,
    row: usize,
    column: u32,
    /// Whether the formula's own flag marks it as never calculated.
    uncalculated: bool,
    /// The displayed form if the zero is genuine.
    shown: Shown,
}

impl Formulas {
    /// Counts a formula whose cached value is not zero.
    pub(super) fn add_value(&mut self, sheet: usize, column: u32) {
        self.columns.entry((sheet, column)).or_default().0 += 1;
    }

    /// Counts a formula with a cached zero, which is stored in the grid as the number 0 until [`Formulas::resolve`].
    pub(super) fn add_zero(&mut self, sheet: usize, row: usize, column: u32, shown: Shown, uncalculated: bool) {
        let (all, zeros) = self.columns.entry((sheet, column)).or_default();
        *all += 1;
        *zeros += 1;
        self.zeros.push(Zero {
            sheet,
            row,
            column,
            uncalculated,
            shown,
        });
    }

    /// Replaces zeros that were never calculated, and those that are displayed as something else.
    pub(super) fn resolve(self, sheets: &mut [Grid]) {
        let all_zero = self.columns.values().all(|(all, zeros)| all == zeros);
        let all_zero = all_zero && self.columns.values().map(|(all, _)| all).sum::<u32>() >= SEVERAL;
        let mut emptied = vec![false; sheets.len()];
        for zero in &self.zeros {
            let (all, zeros) = self
                .columns
                .get(&(zero.sheet, zero.column))
                .copied()
                .unwrap_or_default();
            let whole_column = all == zeros && all >= SEVERAL;
            let uncalculated = zero.uncalculated || self.calculate_on_load || all_zero || whole_column;
            let Some(grid) = sheets.get_mut(zero.sheet) else {
                continue;
            };
            let cell = match &zero.shown {
                _ if uncalculated => Cell::Uncalculated,
                Shown::Number => continue,
                Shown::Text(text) => Cell::Text(text),
                Shown::Blank => {
                    emptied[zero.sheet] = true;
                    Cell::Empty
                }
            };
            grid.replace(zero.row, zero.column as usize, cell);
        }
        for (grid, _) in sheets.iter_mut().zip(emptied).filter(|(_, emptied)| *emptied) {
            grid.trim_rows();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn resolved(calculate_on_load: bool, columns: &[&[f64]]) -> String {
        let mut formulas = Formulas {
            calculate_on_load,
            ..Formulas::default()
        };
        let mut grid = Grid::default();
        for row in 0..columns[0].len() {
            grid.begin_row(row as u32 + 1);
            for (values, column) in columns.iter().zip(0..) {
                grid.push(Cell::Number(values[row]));
                if values[row] == 0.0 {
                    formulas.add_zero(0, row, column, Shown::Number, false);
                } else {
                    formulas.add_value(0, column);
                }
            }
        }
        let mut sheets = [grid];
        formulas.resolve(&mut sheets);
        let shown = |row, column| match sheets[0].get(row, column) {
            Cell::Uncalculated => '?',
            Cell::Number(0.0) => '0',
            _ => '1',
        };
        (0..columns.len())
            .flat_map(|column| (0..columns[0].len()).map(move |row| (row, column)))
            .map(|(row, column)| shown(row, column))
            .collect()
    }

    #[test]
    fn uncalculated_zeros_are_distinguished_from_genuine_ones() {
        for (on_load, columns, found) in [
            (true, &[&[0.0, 0.0, 0.0][..]][..], "???"),
            (true, &[&[3.0, 0.0, 2.0]], "1?1"),
            (false, &[&[3.0, 0.0, 2.0]], "101"),
            (false, &[&[0.0]], "0"),
            (false, &[&[0.0], &[0.0]], "??"),
            (false, &[&[0.0, 0.0], &[1.0, 2.0]], "??11"),
            (false, &[&[0.0], &[1.0]], "01"),
        ] {
            assert_eq!(resolved(on_load, columns), found, "{on_load} {columns:?}");
        }
    }
}
