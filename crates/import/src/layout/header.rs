//! Finds the header of a table and the titles above it.

use std::ops::Range;

use domain::fold;
use spreadsheet::Cell;

use super::{View, cell_text, is_figure};
use crate::{names::words, places::Spellings, values::year_in_cell};

/// Number of rows at the top in which a header is searched.
const MAX_TOP_ROWS: usize = 60;
/// Maximum number of header rows.
const MAX_HEADER_ROWS: usize = 7;

/// Returns true for texts that head columns of province names.
pub(crate) fn is_province_word(text: &str) -> bool {
    const WORDS: [&str; 22] = [
        "tinh",
        "tinh thanh",
        "tinh thanh pho",
        "tinh tp",
        "dia phuong",
        "province",
        "provinces",
        "don vi",
        "ten tinh",
        "ten tinh thanh pho",
        "ten tinh thanh",
        "ten don vi",
        "ten dia phuong",
        "province city",
        "provinces cities",
        "province name",
        "tinh thanh pho truc thuoc trung uong",
        "cac tinh thanh pho",
        "tinh thanh pho truc thuoc tw",
        "don vi hanh chinh",
        "cac tinh",
        "ten",
    ];
    text.len() < 80 && WORDS.contains(&fold(text).as_str())
}

/// Returns a column headed "province" in which no province was recognised, or one of codes.
pub(super) fn named_place_column(view: &View<'_>) -> Option<usize> {
    let cells = || {
        (0..view.height().min(MAX_TOP_ROWS)).flat_map(|row| (0..view.width().min(40)).map(move |column| (row, column)))
    };
    let headed = |(row, column): (usize, usize)| {
        is_province_word(view.text(row, column))
            && (0..view.width()).filter(|c| view.get(row, *c) != Cell::Empty).count() > 1
    };
    let code = |(row, column): (usize, usize)| {
        ["ma tinh", "province code", "ma tinh thanh pho", "ma dvhc", "gso code"]
            .contains(&fold(view.text(row, column)).as_str())
    };
    cells()
        .find(|at| headed(*at))
        .or_else(|| cells().find(|at| code(*at)))
        .map(|(_, column)| column)
}

/// Returns the header rows; an empty range at the first row of figures if there is no header.
pub(super) fn find<'a>(
    view: &View<'a>,
    main: usize,
    places: &[usize],
    spellings: &mut Spellings<'a, '_>,
    chosen: Option<(u32, u32)>,
) -> Option<Range<usize>> {
    if let Some((line, rows)) = chosen {
        let first = (0..view.height()).find(|row| view.line(*row) == line)?;
        return Some(first..(first + rows.max(1) as usize).min(view.height()));
    }
    let first_place = (0..view.height()).find(|row| {
        let named = places.iter().any(|column| {
            let text = view.text(*row, *column);
            !text.is_empty() && spellings.is_place(text)
        });
        named && has_more(view, *row, main)
    });
    let limit = first_place.unwrap_or(view.height()).min(view.height());
    let word = (0..limit.min(2_000))
        .rev()
        .filter(|row| is_province_word(view.text(*row, main)) && has_more(view, *row, main))
        .min();
    let mut start = match (first_place, word) {
        (Some(first), _) => first,
        (None, Some(word)) => (word + 1..view.height())
            .find(|row| is_data(view, *row, main))
            .unwrap_or(word + 1),
        (None, None) => (0..view.height()).find(|row| is_data(view, *row, main))?,
    };
    // A misspelt province name must not turn its row into a header.
    while start > word.map_or(0, |word| word + 1) && is_data(view, start - 1, main) {
        start -= 1;
    }
    Some(top(view, start, word, main)..start)
}

/// Returns the first row of the header that ends before `start`.
fn top(view: &View<'_>, start: usize, word: Option<usize>, main: usize) -> usize {
    let mut top = start;
    for row in (start.saturating_sub(MAX_HEADER_ROWS)..start).rev() {
        // A blank line separates a title from the header, however many cells the title was split into.
        let gap = row + 1 < start && view.line(row + 1).abs_diff(view.line(row)) > 1;
        if gap && top < start && word.is_none_or(|word| word > row) {
            break;
        }
        let below_word = word.is_some_and(|word| word < row);
        match filled(view, row) {
            0 if below_word || top == start => {}
            0 => break,
            1 if below_word || is_parent(view, row, main, top < start) => top = row,
            1 => break,
            _ => top = row,
        }
    }
    if word.is_some_and(|word| word < top) {
        word.unwrap_or(top)
    } else {
        top
    }
}

/// Returns the number of cells of a row with content of their own.
fn filled(view: &View<'_>, row: usize) -> usize {
    let lone_day = lone_day(view, row);
    (0..view.width())
        .filter(|column| view.raw(row, *column) != Cell::Empty && lone_day != Some(*column))
        .count()
        + (0..view.width())
            .filter(|column| view.filled(row, *column) && view.origin(row, *column).0 < row)
            .filter(|column| view.get(row, *column) != Cell::Empty)
            .count()
}

/// Returns the column of the only date in a row above the figures: it is the date of a document, neither a heading nor
/// the year of figures.
fn lone_day(view: &View<'_>, row: usize) -> Option<usize> {
    let mut days = (0..view.reach(row)).filter(|column| matches!(view.raw(row, *column), Cell::Date(_)));
    days.next().filter(|_| days.next().is_none())
}

/// Returns true if a row with one cell is a header that spans columns: it is to the right of the provinces, short, and
/// has a header below. Otherwise it is a title.
fn is_parent(view: &View<'_>, row: usize, main: usize, header_below: bool) -> bool {
    let Some(column) = (0..view.width()).find(|column| view.raw(row, *column) != Cell::Empty) else {
        return false;
    };
    if is_province_word(view.text(row, column)) {
        return true;
    }
    header_below && column > main && words(&cell_text(view.get(row, column))).len() <= 4
}

/// Returns true if the row has another non-empty cell besides the name.
fn has_more(view: &View<'_>, row: usize, main: usize) -> bool {
    (0..view.reach(row)).any(|column| {
        column != main && view.get(row, column) != Cell::Empty && view.origin(row, column) != view.origin(row, main)
    })
}

/// Returns true for a row that looks like a province's although its name is not known.
fn is_data(view: &View<'_>, row: usize, main: usize) -> bool {
    let name = match view.get(row, main) {
        Cell::Text(text) => text,
        // Codes instead of names.
        Cell::Number(_) => "x",
        _ => return false,
    };
    if name.len() > 80 || is_province_word(name) || !name.chars().any(char::is_alphanumeric) {
        return false;
    }
    let mut figures = 0;
    let mut texts = 0;
    for column in main + 1..view.reach(row) {
        match view.get(row, column) {
            Cell::Empty => {}
            cell if is_figure(cell) && year_in_cell(cell).is_none() => figures += 1,
            _ => texts += 1,
        }
    }
    figures > 0 && figures >= texts && !is_numbering(view, row)
}

/// Returns true for rows such as `(1) (2) (3)` or `A B 1 2` below a header.
fn is_numbering(view: &View<'_>, row: usize) -> bool {
    let mut numbers = Vec::new();
    for column in 0..view.reach(row) {
        let text = cell_text(view.get(row, column));
        let bare = text.trim_matches(['(', ')', '[', ']', ' ']);
        // `(3)=(1)+(2)` states how a column is computed.
        let formula = bare.contains('=');
        match bare {
            "" => {}
            _ if formula => {}
            letter if letter.len() == 1 && letter.chars().all(char::is_alphabetic) => {}
            number => match number.parse::<u32>() {
                Ok(number) => numbers.push(number),
                Err(_) => return false,
            },
        }
    }
    numbers.len() >= 2 && numbers.windows(2).all(|w| w[1] == w[0] + 1) && numbers[0] <= 3
}

/// Returns the header parts of each column, with the topmost part first and parent headings repeated to the right.
pub(super) fn parts(view: &View<'_>, header: &Range<usize>, main: usize) -> Vec<Vec<String>> {
    let rows: Vec<usize> = header
        .clone()
        .filter(|row| !view.empty_row(*row) && !is_numbering(view, *row) && !is_scale(view, *row, main))
        .collect();
    let mut parts: Vec<Vec<String>> = vec![Vec::new(); view.width()];
    for (nth, row) in rows.iter().enumerate() {
        let last = nth + 1 == rows.len();
        let parent = !last && is_parent_row(view, *row, rows[nth + 1], main);
        let mut left = String::new();
        let lone_day = lone_day(view, *row);
        for (column, parts) in parts.iter_mut().enumerate() {
            let mut text = match view.get(*row, column) {
                _ if lone_day == Some(column) => String::new(),
                cell => cell_text(cell),
            };
            if text.is_empty() && parent && column > main && view.get(rows[nth + 1], column) != Cell::Empty {
                text.clone_from(&left);
            } else if column > main || (column == main && labels_pair(view, *row, rows.get(nth + 1), main)) {
                left.clone_from(&text);
            }
            if !text.is_empty() && parts.last() != Some(&text) {
                parts.push(text);
            }
        }
    }
    parts
}

/// Returns true for a column of scales ("0.25-2.5 điểm"), which is between the indicators and the figures if provinces
/// run across.
fn is_scale(view: &View<'_>, row: usize, main: usize) -> bool {
    ["thang diem", "scale", "thang do", "khoang diem"].contains(&fold(view.text(row, main)).as_str())
}

/// Returns true if a label in a sorted table is above the names and their values alike: "Gia nhập thị trường" above
/// "Tỉnh | Điểm".
fn labels_pair(view: &View<'_>, row: usize, below: Option<&usize>, main: usize) -> bool {
    let named_below = below.is_some_and(|below| is_province_word(view.text(*below, main)));
    named_below && !is_province_word(view.text(row, main))
}

/// Copies labels in sorted tables with one header row: a label above only the names also belongs to the values to their
/// right, which have none.
pub(super) fn share_labels(parts: &mut [Vec<String>], places: &[usize]) {
    for place in places {
        let Some(label) = parts.get(*place).cloned() else {
            continue;
        };
        let names_provinces = label.iter().any(|part| is_province_word(part)) || label.is_empty();
        if let Some(value) = parts
            .get_mut(place + 1)
            .filter(|value| value.is_empty() && !names_provinces && !places.contains(&(place + 1)))
        {
            *value = label;
        }
    }
}

/// Returns true for a row whose cells each span several columns, although nothing is merged.
fn is_parent_row(view: &View<'_>, row: usize, below: usize, main: usize) -> bool {
    let columns = || main + 1..view.width();
    let merged = columns().any(|column| view.filled(row, column));
    let gaps = columns()
        .filter(|c| view.get(row, *c) == Cell::Empty && view.get(below, *c) != Cell::Empty)
        .count();
    let alone = columns()
        .filter(|c| view.get(row, *c) != Cell::Empty && view.get(below, *c) != Cell::Empty)
        .count();
    !merged && gaps > 0 && alone > 0
}

/// Returns the texts above the header.
pub(super) fn titles(view: &View<'_>, header: usize) -> (Vec<String>, u32) {
    let mut titles = Vec::new();
    let mut rows = 0;
    for row in 0..header.min(MAX_TOP_ROWS) {
        let before = titles.len();
        for column in 0..view.width().min(60) {
            if let Cell::Text(text) = view.raw(row, column) {
                titles.push(domain::tidy(text));
            }
        }
        rows += u32::from(titles.len() > before);
    }
    (titles, rows)
}

/// Returns true if rows name the year, the component or the indicator.
pub(super) fn is_long(parts: &[Vec<String>]) -> bool {
    parts
        .iter()
        .filter(|parts| parts.len() == 1)
        .any(|parts| is_long_word(&parts[0]))
}

/// Returns true for texts that head columns of years, components or indicators.
pub(crate) fn is_long_word(text: &str) -> bool {
    const WORDS: [&str; 12] = [
        "nam",
        "year",
        "component",
        "indicator",
        "chi so thanh phan",
        "linh vuc",
        "noi dung",
        "as of",
        "thoi diem",
        "thanh phan",
        "tieu chi",
        "sub index",
    ];
    text.len() < 80 && WORDS.contains(&fold(text).as_str())
}
