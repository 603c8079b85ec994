//! Where the table stands in a sheet: its provinces, its header, its rows, what is above,
//! below and beside it.

mod header;
mod rows;
mod view;

use std::ops::Range;

use spreadsheet::{Cell, Grid};

use crate::{
    places::Book,
    values::{Parsed, no_figure, parse, year},
};

pub(crate) use header::{is_long_word, is_province_word};
pub(crate) use view::{View, shown};

/// A table in a sheet.
pub(crate) struct Table<'a> {
    pub(crate) view: View<'a>,
    /// Columns that name provinces, from the left. Empty when only codes stand there.
    pub(crate) places: Vec<usize>,
    /// The places differ from column to column: each value column is sorted on its own.
    pub(crate) sorted: bool,
    /// Header rows (of the view); empty when there are none.
    pub(crate) header: Range<usize>,
    /// Parts of each column's header, the upper first.
    pub(crate) parts: Vec<Vec<String>>,
    /// Rows of figures, feet included.
    pub(crate) body: Range<usize>,
    /// Texts above the header, and in how many rows they stand.
    pub(crate) titles: Vec<String>,
    pub(crate) title_rows: u32,
    /// First row of a second table that is not read.
    pub(crate) second: Option<usize>,
    /// Header rows that are repeated inside the body.
    pub(crate) repeats: Vec<usize>,
}

/// Rows in which names of provinces are looked for.
const SAMPLE: usize = 3_000;
const WIDEST: usize = 1_000;
/// Texts that are looked up for that: the names of a table of provinces are among the first.
const TEXTS: usize = 400_000;
/// Above this a file is no hand-made sheet with a second table below.
pub(crate) const HAND_MADE: usize = 20_000;

/// Finds the table of a sheet. `chosen` is the header that a person named: first line and
/// number of rows.
pub(crate) fn find<'a>(
    grid: &'a Grid,
    sheet: usize,
    book: &mut Book<'a, '_>,
    chosen: Option<(u32, u32)>,
) -> Option<Table<'a>> {
    let upright = View::new(grid, sheet, false);
    let hits = Hits::count(&upright, book);
    let across = hits.across(&upright);
    let view = if across { View::new(grid, sheet, true) } else { upright };
    let columns = if across { hits.rows } else { hits.columns };
    let mut places = place_columns(&view, &columns);
    if places.is_empty() {
        places = header::named_place_column(&view).into_iter().collect();
    }
    let main = *places.first()?;
    let header = header::find(&view, main, &places, book, chosen)?;
    let mut parts = header::parts(&view, &header, main);
    let found = rows::body(&view, &places, &header, header::is_long(&parts), book);
    let sorted = is_sorted(&view, &places, found.body.clone(), book);
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

/// How many names of provinces stand in each row and each column.
struct Hits {
    rows: Vec<usize>,
    columns: Vec<usize>,
}

impl Hits {
    fn count<'a>(view: &View<'a>, book: &mut Book<'a, '_>) -> Self {
        let (height, width) = (view.height().min(SAMPLE), view.width().min(WIDEST));
        let mut hits = Self {
            rows: vec![0; height],
            columns: vec![0; width],
        };
        let mut left = TEXTS;
        for row in 0..height {
            for column in 0..width.min(view.reach(row)) {
                let Cell::Text(text) = view.raw(row, column) else {
                    continue;
                };
                left -= 1;
                if left == 0 {
                    return hits;
                }
                if book.is_unit(text) {
                    hits.rows[row] += 1;
                    hits.columns[column] += 1;
                }
            }
        }
        hits
    }

    /// Provinces stand across when one row holds more of them than any column.
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
        // One province only: its name stands behind the word "province", or below it.
        (0..view.width().min(8)).any(|column| is_province_word(view.text(row, column)))
    }
}

/// Columns in which names of provinces are the rule.
fn place_columns(view: &View<'_>, hits: &[usize]) -> Vec<usize> {
    let best = hits.iter().copied().max().unwrap_or(0);
    if best == 0 {
        return Vec::new();
    }
    let texts = |column: usize| {
        (0..view.height().min(SAMPLE))
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

/// True when the columns of provinces do not name the same provinces row by row.
fn is_sorted<'a>(view: &View<'a>, places: &[usize], body: Range<usize>, book: &mut Book<'a, '_>) -> bool {
    let (Some(first), true) = (places.first(), places.len() > 1) else {
        return false;
    };
    let mut differ = 0;
    let mut both = 0;
    for row in body.take(SAMPLE) {
        let main = view.text(row, *first);
        for column in &places[1..] {
            let other = view.text(row, *column);
            if main.is_empty() || other.is_empty() || !book.is_unit(main) || !book.is_unit(other) {
                continue;
            }
            both += 1;
            let (a, b) = (book.id(main), book.id(other));
            differ += usize::from(!book.same(a, b));
        }
    }
    differ * 10 > both
}

fn is_number(text: &str) -> bool {
    !matches!(parse(text, None), Parsed::Not)
}

/// True for a cell that holds a figure, or a mark that stands for one.
pub(crate) fn is_figure(cell: Cell<'_>) -> bool {
    match cell {
        Cell::Number(_) | Cell::Error(_) | Cell::Date(_) | Cell::Uncalculated => true,
        Cell::Text(text) => (is_number(text) && year(text).is_none()) || no_figure(text).is_some(),
        Cell::Empty | Cell::Bool(_) => false,
    }
}
