//! Formulas whose stored value cannot be trusted. A program that writes a workbook without
//! calculating stores 0 (or nothing) as the value of every formula and asks the spreadsheet
//! to calculate when the file is opened. Read as they are stored, such zeros become figures.

use std::collections::HashMap;

use super::number::Shown;
use crate::{Cell, Grid};

/// Formulas of a column or a workbook that all gave zero, from this many on, were not
/// calculated: a real column of zeros is no column of figures, and is asked about as well.
const SEVERAL: u32 = 2;

/// Formulas of a workbook, by the column they are in.
#[derive(Debug, Default)]
pub(super) struct Formulas {
    /// The file asks for all formulas to be calculated when it is opened.
    pub(super) calculate_on_load: bool,
    /// Formulas and zeros of each sheet and column.
    columns: HashMap<(usize, u32), (u32, u32)>,
    zeros: Vec<Zero>,
}

/// A formula with a stored zero.
#[derive(Debug)]
struct Zero {
    sheet: usize,
    row: usize,
    column: u32,
    /// Its own mark says that it was never calculated.
    unsure: bool,
    /// What is shown where the zero is real.
    shown: Shown,
}

impl Formulas {
    /// Counts a formula whose stored value is not zero.
    pub(super) fn value(&mut self, sheet: usize, column: u32) {
        self.columns.entry((sheet, column)).or_default().0 += 1;
    }

    /// Counts a formula with a stored zero, which is in the grid as the number 0 for now.
    pub(super) fn zero(&mut self, sheet: usize, row: usize, column: u32, shown: Shown, unsure: bool) {
        let (all, zeros) = self.columns.entry((sheet, column)).or_default();
        *all += 1;
        *zeros += 1;
        self.zeros.push(Zero {
            sheet,
            row,
            column,
            unsure,
            shown,
        });
    }

    /// Replaces zeros that were never calculated, and those that are shown otherwise.
    pub(super) fn settle(self, sheets: &mut [Grid]) {
        let none = self.columns.values().all(|(all, zeros)| all == zeros);
        let none = none && self.columns.values().map(|(all, _)| all).sum::<u32>() >= SEVERAL;
        let mut emptied = vec![false; sheets.len()];
        for zero in &self.zeros {
            let (all, zeros) = self
                .columns
                .get(&(zero.sheet, zero.column))
                .copied()
                .unwrap_or_default();
            let whole_column = all == zeros && all >= SEVERAL;
            let unsure = zero.unsure || self.calculate_on_load || none || whole_column;
            let Some(grid) = sheets.get_mut(zero.sheet) else {
                continue;
            };
            let cell = match &zero.shown {
                _ if unsure => Cell::Uncalculated,
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

    fn settled(calculate_on_load: bool, columns: &[&[f64]]) -> String {
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
                    formulas.zero(0, row, column, Shown::Number, false);
                } else {
                    formulas.value(0, column);
                }
            }
        }
        let mut sheets = [grid];
        formulas.settle(&mut sheets);
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
    fn zeros_that_were_never_calculated_are_told_from_real_ones() {
        for (on_load, columns, found) in [
            (true, &[&[0.0, 0.0, 0.0][..]][..], "???"),
            (true, &[&[3.0, 0.0, 2.0]], "1?1"),
            (false, &[&[3.0, 0.0, 2.0]], "101"),
            (false, &[&[0.0]], "0"),
            (false, &[&[0.0], &[0.0]], "??"),
            (false, &[&[0.0, 0.0], &[1.0, 2.0]], "??11"),
            (false, &[&[0.0], &[1.0]], "01"),
        ] {
            assert_eq!(settled(on_load, columns), found, "{on_load} {columns:?}");
        }
    }
}
