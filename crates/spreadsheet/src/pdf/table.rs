//! Converts the lines of a page to the rows of a table and the paragraphs around it.

use domain::upload::Issue;

use super::columns::Columns;
use super::lines::Line;
use crate::budget::Budget;
use crate::document::{Content, Document, Table};

/// Maximum distance between lines of a header, and between lines with a single piece, which may be the table's title;
/// in font sizes.
const HEADER_GAP: f64 = 2.4;
const SINGLE_GAP: f64 = 1.7;

/// Maximum width of a single piece of a header, as a fraction of the table's width.
const SINGLE_WIDTH: f64 = 0.5;

/// Maximum distance between lines of one cell, in font sizes.
const CELL_GAP: f64 = 1.3;

/// A line without figures belongs to a row that is nearer than this fraction of the usual row distance: names may take
/// two lines.
const SAME_ROW: f64 = 0.75;

/// The parts of a cell, one per line: height of the line, text and superscript.
type Cell = Vec<(f64, String, String)>;

/// Adds the content of a page to a document. `columns` are those of the page before.
///
/// # Errors
/// If the budget is exceeded.
pub(super) fn add_page<'b>(
    document: &mut Document<'b>,
    lines: &[Line],
    columns: &mut Option<Columns>,
    budget: &'b Budget,
) -> Result<(), Issue> {
    let rows: Vec<usize> = (0..lines.len()).filter(|at| is_row(&lines[*at])).collect();
    let with_figures: Vec<&Line> = rows.iter().map(|at| &lines[*at]).collect();
    let found = Columns::find(&with_figures, columns.as_ref());
    let (Some(found), Some(first), Some(last)) = (found, rows.first(), rows.last()) else {
        for line in lines {
            document.paragraph(&line.text())?;
        }
        return Ok(());
    };
    budget.steps((lines.len() * found.len()) as u64)?;
    let header = header_start(lines, *first);
    let pitch = pitch(lines, &rows);
    // The first name may begin above its figures.
    let is_near = |at: &usize| lines[*at].y - lines[*first].y < SAME_ROW * pitch && lines[*at].cells.len() == 1;
    let begin = (header..*first).rev().take_while(is_near).last().unwrap_or(*first);
    let end = body_end(lines, *last, pitch);
    for line in &lines[..header] {
        document.paragraph(&line.text())?;
    }
    let mut table = Table::new(budget);
    let header_rows = add_header(&mut table, &lines[header..begin], &found)?;
    table.set_header_rows(header_rows);
    for row in body(&lines[begin..end], &found, pitch) {
        add_row(&mut table, row)?;
    }
    document.table(table);
    for line in &lines[end..] {
        document.paragraph(&line.text())?;
    }
    *columns = Some(found);
    Ok(())
}

/// Returns true for a line of a table's body: several pieces, at least one of them a figure.
fn is_row(line: &Line) -> bool {
    line.cells.len() > 1 && line.cells.iter().any(super::lines::Piece::is_number)
}

/// Returns the median distance between rows.
fn pitch(lines: &[Line], rows: &[usize]) -> f64 {
    let mut gaps: Vec<f64> = rows
        .windows(2)
        .map(|pair| lines[pair[0]].y - lines[pair[1]].y)
        .collect();
    gaps.sort_by(f64::total_cmp);
    let size = rows.first().map_or(0.0, |at| lines[*at].size);
    gaps.get(gaps.len() / 2).copied().unwrap_or(1.5 * size)
}

/// Returns the first line of the header above the first row: lines of several pieces, and narrow ones near them,
/// without a wide gap.
fn header_start(lines: &[Line], first: usize) -> usize {
    let ends = lines[first].cells.iter().map(|piece| (piece.left, piece.right));
    let (left, right) = ends.fold((f64::MAX, f64::MIN), |sum, end| (sum.0.min(end.0), sum.1.max(end.1)));
    let mut start = first;
    for at in (0..first).rev() {
        let (line, below) = (&lines[at], &lines[at + 1]);
        let gap = (line.y - below.y) / line.size.max(below.size);
        let belongs = match line.cells.as_slice() {
            [single] => {
                let text = single.text.to_lowercase();
                let text = text.trim_start_matches('(');
                let is_unit = ["đơn vị", "unit"].iter().any(|word| text.starts_with(word));
                let narrow = single.right - single.left < SINGLE_WIDTH * (right - left);
                gap <= SINGLE_GAP && narrow && !is_unit
            }
            _ => gap <= HEADER_GAP,
        };
        if !belongs {
            break;
        }
        start = at;
    }
    start
}

/// Returns the line after the last one of the table's body: the last name may take two lines.
fn body_end(lines: &[Line], last: usize, pitch: f64) -> usize {
    let mut end = last + 1;
    while let Some(line) = lines.get(end) {
        let is_near = lines[last].y - line.y < SAME_ROW * pitch;
        if !is_near {
            break;
        }
        end += 1;
    }
    end
}

/// Adds the header: headings over several columns in a row above those of single columns. Returns the number of rows
/// added.
fn add_header(table: &mut Table<'_>, lines: &[Line], columns: &Columns) -> Result<usize, Issue> {
    let mut column_headings = vec![Cell::new(); columns.len()];
    let mut spanning: Vec<(usize, usize, String)> = Vec::new();
    // The horizontal ranges of the headings over several columns, and the height of their last line.
    let mut areas: Vec<(f64, f64, f64)> = Vec::new();
    for line in lines {
        for piece in &line.cells {
            let (first, last) = columns.covered_by(piece);
            let above = areas.iter().position(|(left, right, y)| {
                piece.left >= *left && piece.right <= *right && y - line.y <= CELL_GAP * line.size
            });
            if let Some(above) = above {
                spanning[above].2 += " ";
                spanning[above].2 += &piece.text;
                areas[above].2 = line.y;
            } else if first < last {
                spanning.push((first, last, piece.text.clone()));
                areas.push((piece.left, piece.right, line.y));
            } else {
                column_headings[first].push((line.y, piece.text.clone(), piece.mark.clone()));
            }
        }
    }
    let mut rows = 0;
    if !spanning.is_empty() {
        rows += 1;
        spanning.sort_by_key(|(first, ..)| *first);
        table.begin_row()?;
        let mut next = 0;
        for (first, last, text) in spanning {
            // A heading that continues in a second line of the same columns is appended to it.
            if first < next {
                table.extend_last(&text);
                continue;
            }
            for _ in next..first {
                table.cell(Content::default(), 1, 1)?;
            }
            let span = u32::try_from(last - first + 1).unwrap_or(1);
            let content = Content {
                text,
                ..Content::default()
            };
            table.cell(content, span, 1)?;
            next = last + 1;
        }
    }
    if column_headings.iter().any(|cell| !cell.is_empty()) {
        rows += 1;
        add_row(table, column_headings)?;
    }
    Ok(rows)
}

/// Returns the rows of the body, merged with the lines that belong to a nearby row.
fn body(lines: &[Line], columns: &Columns, pitch: f64) -> Vec<Vec<Cell>> {
    let rows: Vec<usize> = (0..lines.len()).filter(|at| is_row(&lines[*at])).collect();
    let mut out: Vec<(usize, Vec<Cell>)> = Vec::new();
    let mut line_rows = Vec::with_capacity(lines.len());
    for (at, line) in lines.iter().enumerate() {
        let after = rows.partition_point(|row| *row < at);
        let neighbours = [
            rows.get(after).copied(),
            after.checked_sub(1).and_then(|n| rows.get(n).copied()),
        ];
        let nearest = neighbours
            .into_iter()
            .flatten()
            .min_by(|a, b| (lines[*a].y - line.y).abs().total_cmp(&(lines[*b].y - line.y).abs()));
        let own_row = nearest.filter(|row| (lines[*row].y - line.y).abs() < SAME_ROW * pitch);
        line_rows.push(own_row.unwrap_or(at));
    }
    for (line, row) in lines.iter().zip(line_rows) {
        if out.last().is_none_or(|(last, _)| *last != row) {
            out.push((row, vec![Cell::new(); columns.len()]));
        }
        let Some((_, cells)) = out.last_mut() else {
            continue;
        };
        for piece in &line.cells {
            let (first, _) = columns.covered_by(piece);
            cells[first].push((line.y, piece.text.clone(), piece.mark.clone()));
        }
    }
    out.into_iter().map(|(_, cells)| cells).collect()
}

fn add_row(table: &mut Table<'_>, cells: Vec<Cell>) -> Result<(), Issue> {
    table.begin_row()?;
    for mut cell in cells {
        cell.sort_by(|a, b| b.0.total_cmp(&a.0));
        let join = |part: fn(&(f64, String, String)) -> &str| {
            let parts: Vec<&str> = cell.iter().map(part).filter(|text| !text.is_empty()).collect();
            parts.join(" ")
        };
        let content = Content {
            text: join(|(_, text, _)| text),
            mark: join(|(_, _, mark)| mark),
            value: None,
        };
        table.cell(content, 1, 1)?;
    }
    Ok(())
}
