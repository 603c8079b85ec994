//! Stacked bars: counts that make up a whole.

use super::{ChartTable, Emphasis, words};
use crate::Lang;

/// One bar per province, with the same parts in the same order; a bar is as long as its whole.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stacked {
    /// Names of the parts from left to right.
    pub parts: Vec<String>,
    /// Name of the whole.
    pub whole: String,
    /// The bars, in the order given.
    pub rows: Vec<StackedRow>,
}

/// One stacked bar.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StackedRow {
    /// The province's name.
    pub label: String,
    /// One piece per part.
    pub pieces: Vec<StackedPiece>,
    /// The formatted whole, such as `2.180`.
    pub text: String,
    /// Grey or highlighted.
    pub emphasis: Emphasis,
}

/// One part of a bar.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StackedPiece {
    /// The count.
    pub value: f64,
    /// The formatted count.
    pub text: String,
}

impl StackedRow {
    /// Returns the length of the bar: the sum of its pieces.
    #[must_use]
    pub fn length(&self) -> f64 {
        self.pieces.iter().map(|piece| piece.value).sum()
    }
}

impl Stacked {
    /// Builds a table with one row per province and one column per part, the whole last.
    pub(super) fn table(&self, lang: Lang) -> ChartTable {
        let mut head = words(lang, &[("Tỉnh, thành phố", "Province")]);
        head.extend(self.parts.iter().cloned());
        head.push(self.whole.clone());
        let row = |row: &StackedRow| {
            let mut cells = vec![row.label.clone()];
            cells.extend(row.pieces.iter().map(|piece| piece.text.clone()));
            cells.push(row.text.clone());
            cells
        };
        ChartTable {
            head,
            rows: self.rows.iter().map(row).collect(),
        }
    }
}
