//! What stands in a column, seen from a sample of its rows.

use spreadsheet::Cell;

use crate::{
    layout::{Table, shown},
    values::{Parsed, no_figure, parse, year_in_cell},
};

/// Counts over the first rows of a column.
#[derive(Clone, Debug, Default)]
pub(crate) struct Content {
    pub(crate) numbers: usize,
    /// Of these, numbers with decimals: no rank or group has any.
    pub(crate) fractions: usize,
    pub(crate) texts: usize,
    pub(crate) marks: usize,
    pub(crate) years: usize,
    /// Cells that hold anything, in all rows.
    pub(crate) filled: u32,
    pub(crate) samples: Vec<String>,
    /// Whole numbers, each one more than the one above.
    pub(crate) running: bool,
}

impl Content {
    /// True when most numbers have decimals: they are no ranks and no groups, whatever the heading says.
    pub(crate) const fn fractional(&self) -> bool {
        self.fractions * 2 > self.numbers
    }

    /// True when most cells are numbers or marks for none.
    pub(crate) const fn numeric(&self) -> bool {
        self.numbers > 0 && self.numbers + self.marks >= self.texts
    }
}

const SAMPLE: usize = 2_000;

/// Looks at every column of a table.
pub(crate) fn contents(table: &Table<'_>) -> Vec<Content> {
    let mut contents: Vec<Content> = vec![Content::default(); table.view.width()];
    let mut last: Vec<Option<f64>> = vec![None; contents.len()];
    let mut steps: Vec<(usize, usize)> = vec![(0, 0); contents.len()];
    for (nth, row) in table.body.clone().enumerate() {
        for (column, content) in contents.iter_mut().enumerate().take(table.view.reach(row)) {
            let cell = table.view.raw(row, column);
            // What lies hidden under a merged area is not what a reader of the sheet sees.
            if cell == Cell::Empty || table.view.filled(row, column) {
                continue;
            }
            content.filled += 1;
            if nth >= SAMPLE {
                continue;
            }
            if content.samples.len() < 3 {
                content.samples.push(shown(cell));
            }
            content.years += usize::from(year_in_cell(cell).is_some());
            // Ranks as text and dates are numbers of a kind, but not this one.
            let is_number = match cell {
                Cell::Text(text) => !matches!(parse(text, None), Parsed::Not),
                other => matches!(other, Cell::Number(_)),
            };
            let number = match cell {
                Cell::Text(text) => match parse(text, None) {
                    Parsed::Number(n) | Parsed::Unsure { decimals: n, .. } => Some(n.value),
                    Parsed::Not if no_figure(text).is_some() => {
                        content.marks += 1;
                        continue;
                    }
                    Parsed::Not if crate::values::rank(text).is_some() => Some(0.5),
                    Parsed::Not => None,
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
