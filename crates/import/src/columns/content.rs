//! Summarises the content of a column, based on a sample of its rows.

use spreadsheet::Cell;

use crate::{
    layout::{Table, cell_text},
    values::{Parsed, no_figure, parse, year_in_cell},
};

/// Counts over the first rows of a column.
#[derive(Clone, Debug, Default)]
pub(crate) struct Content {
    pub(crate) numbers: usize,
    /// Numbers with decimals, which ranks and groups never have.
    pub(crate) fractions: usize,
    pub(crate) texts: usize,
    pub(crate) marks: usize,
    pub(crate) years: usize,
    /// Number of non-empty cells in all rows.
    pub(crate) filled: u32,
    pub(crate) samples: Vec<String>,
    /// Whether the numbers are consecutive whole numbers, each one more than the one above.
    pub(crate) running: bool,
}

impl Content {
    /// Returns true if most numbers have decimals: then they are neither ranks nor groups, whatever the heading states.
    pub(crate) const fn fractional(&self) -> bool {
        self.fractions * 2 > self.numbers
    }

    /// Returns true if most cells are numbers or marks for "no figure".
    pub(crate) const fn numeric(&self) -> bool {
        self.numbers > 0 && self.numbers + self.marks >= self.texts
    }
}

const SAMPLE: usize = 2_000;

/// Summarises every column of a table.
pub(crate) fn contents(table: &Table<'_>) -> Vec<Content> {
    let mut contents: Vec<Content> = vec![Content::default(); table.view.width()];
    let mut last: Vec<Option<f64>> = vec![None; contents.len()];
    let mut steps: Vec<(usize, usize)> = vec![(0, 0); contents.len()];
    for (nth, row) in table.body.clone().enumerate() {
        for (column, content) in contents.iter_mut().enumerate().take(table.view.reach(row)) {
            let cell = table.view.raw(row, column);
            // Values hidden under a merged area are not visible to readers of the sheet.
            if cell == Cell::Empty || table.view.filled(row, column) {
                continue;
            }
            content.filled += 1;
            if nth >= SAMPLE {
                continue;
            }
            if content.samples.len() < 3 {
                content.samples.push(cell_text(cell));
            }
            content.years += usize::from(year_in_cell(cell).is_some());
            // Ranks written as text and dates count as numeric, but have no decimals.
            let is_number = match cell {
                Cell::Text(text) => !matches!(parse(text, None), Parsed::NotANumber),
                other => matches!(other, Cell::Number(_)),
            };
            let number = match cell {
                Cell::Text(text) => match parse(text, None) {
                    Parsed::Number(n) | Parsed::Ambiguous { decimals: n, .. } => Some(n.value),
                    Parsed::NotANumber if no_figure(text).is_some() => {
                        content.marks += 1;
                        continue;
                    }
                    Parsed::NotANumber if crate::values::rank(text).is_some() => Some(0.5),
                    Parsed::NotANumber => None,
                },
                Cell::Number(value) => Some(value),
                Cell::Date(_) | Cell::Error(_) | Cell::Uncalculated => Some(0.5),
                Cell::Empty | Cell::Bool(_) => None,
            };
            let Some(number) = number else {
                content.texts += 1;
                continue;
            };
            content.numbers += 1;
            content.fractions += usize::from(is_number && number.fract() != 0.0);
            if let Some(before) = last[column].replace(number) {
                steps[column].1 += 1;
                steps[column].0 += usize::from((number - before - 1.0).abs() < 1e-9);
            }
        }
    }
    for (content, (running, all)) in contents.iter_mut().zip(steps) {
        content.running = all >= 2 && running * 10 >= all * 8;
    }
    contents
}
