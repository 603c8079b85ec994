//! Locates the table in a sheet: its provinces, header and rows, and the texts above, below and next to it.

mod header;
mod rows;
mod view;

use std::ops::Range;

use spreadsheet::{Cell, Grid};

use crate::{
    places::Spellings,
    values::{Parsed, no_figure, parse, year},
};

pub(crate) use header::{is_long_word, is_province_word};
pub(crate) use view::{View, cell_text};

/// A table in a sheet.
pub(crate) struct Table<'a> {
    pub(crate) view: View<'a>,
    /// Columns that name provinces, from the left. Empty if there are only codes.
    pub(crate) places: Vec<usize>,
    /// Whether each value column is sorted independently, with its own column of provinces.
    pub(crate) sorted: bool,
    /// Header rows (of the view); empty if there are none.
    pub(crate) header: Range<usize>,
    /// Parts of each column's header, with the topmost part first.
    pub(crate) parts: Vec<Vec<String>>,
    /// Rows of figures, including footer rows.
    pub(crate) body: Range<usize>,
    /// Texts above the header, and the number of rows that they occupy.
    pub(crate) titles: Vec<String>,
    pub(crate) title_rows: u32,
    /// First row of a second table, which is not read.
    pub(crate) second: Option<usize>,
    /// Header rows that are repeated inside the body.
    pub(crate) repeats: Vec<usize>,
}

/// Number of rows and columns searched for names of provinces.
const SAMPLE_ROWS: usize = 3_000;
const SAMPLE_COLUMNS: usize = 1_000;
/// Maximum number of texts looked up for that: the names of a table of provinces are among the first.
const MAX_LOOKUPS: usize = 400_000;
/// Number of rows above which a sheet was not made by hand and has no second table below.
pub(crate) const MAX_HAND_MADE_ROWS: usize = 20_000;

/// Finds the table of a sheet. `chosen` is the header that the user specified: its first line and number of rows.
pub(crate) fn find<'a>(
    grid: &'a Grid,
    sheet: usize,
    spellings: &mut Spellings<'a, '_>,
    chosen: Option<(u32, u32)>,
) -> Option<Table<'a>> {
    let upright = View::new(grid, sheet, false);
    let hits = Hits::count(&upright, spellings);
    let across = hits.across(&upright);
    let view = if across { View::new(grid, sheet, true) } else { upright };
    let columns = if across { hits.rows } else { hits.columns };
    let mut places = place_columns(&view, &columns);
    if places.is_empty() {
        places = header::named_place_column(&view).into_iter().collect();
    }
    let main = *places.first()?;
    let header = header::find(&view, main, &places, spellings, chosen)?;
    let mut parts = header::parts(&view, &header, main);
    let found = rows::body(&view, &places, &header, header::is_long(&parts), spellings);
    let sorted = is_sorted(&view, &places, found.body.clone(), spellings);
    if sorted {
        header::share_labels(&mut parts, &places);
    }
    let (titles, title_rows) = header::titles(&view, header.start);
    Some(Table {
        view,
        places,
        sorted,
        header,
        parts,
        body: found.body,
        titles,
        title_rows,
        second: found.second,
        repeats: found.repeats,
    })
}

/// The number of province names in each row and each column.
struct Hits {
    rows: Vec<usize>,
    columns: Vec<usize>,
}

impl Hits {
    fn count<'a>(view: &View<'a>, spellings: &mut Spellings<'a, '_>) -> Self {
        let (height, width) = (view.height().min(SAMPLE_ROWS), view.width().min(SAMPLE_COLUMNS));
        let mut hits = Self {
            rows: vec![0; height],
            columns: vec![0; width],
        };
        let mut remaining = MAX_LOOKUPS;
        for row in 0..height {
            for column in 0..width.min(view.reach(row)) {
                let Cell::Text(text) = view.raw(row, column) else {
                    continue;
                };
                remaining -= 1;
                if remaining == 0 {
                    return hits;
                }
                if spellings.is_unit(text) {
                    hits.rows[row] += 1;
                    hits.columns[column] += 1;
                }
            }
        }
        hits
    }

    /// Returns true if provinces run across: one row has more of them than any column.
    fn across(&self, view: &View<'_>) -> bool {
        let best = |counts: &[usize]| {
            counts
                .iter()
                .enumerate()
                .max_by_key(|(at, n)| (**n, usize::MAX - at))
                .map(|(at, n)| (at, *n))
        };
        let (Some((row, in_row)), Some((_, in_column))) = (best(&self.rows), best(&self.columns)) else {
            return false;
        };
        if in_row != in_column || in_row == 0 {
            return in_row > in_column;
        }
        // There is only one province: its name is after the word "province", or below it.
        (0..view.width().min(8)).any(|column| is_province_word(view.text(row, column)))
    }
}

/// Returns the columns that mainly contain names of provinces.
fn place_columns(view: &View<'_>, hits: &[usize]) -> Vec<usize> {
    let best = hits.iter().copied().max().unwrap_or(0);
    if best == 0 {
        return Vec::new();
    }
    let texts = |column: usize| {
        (0..view.height().min(SAMPLE_ROWS))
            .filter(|row| matches!(view.raw(*row, column), Cell::Text(text) if !is_number(text)))
            .count()
    };
    (0..hits.len())
        .filter(|column| {
            let here = hits[*column];
            here * 4 >= best && here > 0 && (here * 2 >= texts(*column).saturating_sub(4) || here == best)
        })
        .collect()
}

/// Returns true if the columns of provinces do not name the same provinces row by row.
fn is_sorted<'a>(view: &View<'a>, places: &[usize], body: Range<usize>, spellings: &mut Spellings<'a, '_>) -> bool {
    let (Some(first), true) = (places.first(), places.len() > 1) else {
        return false;
    };
    let mut differ = 0;
    let mut both = 0;
    for row in body.take(SAMPLE_ROWS) {
        let main = view.text(row, *first);
        for column in &places[1..] {
            let other = view.text(row, *column);
            if main.is_empty() || other.is_empty() || !spellings.is_unit(main) || !spellings.is_unit(other) {
                continue;
            }
            both += 1;
            let (a, b) = (spellings.id(main), spellings.id(other));
            differ += usize::from(!spellings.same(a, b));
        }
    }
    differ * 10 > both
}

fn is_number(text: &str) -> bool {
    !matches!(parse(text, None), Parsed::NotANumber)
}

/// Returns true for a cell that holds a figure, or a mark in place of one.
pub(crate) fn is_figure(cell: Cell<'_>) -> bool {
    match cell {
        Cell::Number(_) | Cell::Error(_) | Cell::Date(_) | Cell::Uncalculated => true,
        Cell::Text(text) => (is_number(text) && year(text).is_none()) || no_figure(text).is_some(),
        Cell::Empty | Cell::Bool(_) => false,
    }
}
