//! Draws a heat map on a slide: names and coloured cells in columns side by side, and a key below them.

use domain::chart::{ChartModel, Heat, HeatFill, HeatGroup, HeatRow};

use super::{
    arrange::Rect,
    drawing::{self, Align, Drawing, Label, Paint, Shape},
};
use crate::{
    chart::MIN_SIZE,
    text::{clean, number, width},
    tiles::Shade,
    xml::Xml,
};

/// Maximum number of columns side by side, and the number of rows that fill one.
const MAX_COLUMNS: usize = 3;
const ROWS_PER_COLUMN: usize = 22;
/// Height of the headings, of the key, and maximum height of a row, in points.
const HEADING_HEIGHT: f64 = 44.0;
const KEY_HEIGHT: f64 = 18.0;
/// Width of a colour in the key, with the space after it.
const KEY_SWATCH: f64 = 23.0;
const MAX_ROW_HEIGHT: f64 = 24.0;
/// Gap between columns, in points.
const COLUMN_GAP: f64 = 10.0;
/// Width of a column below which it is narrow, in points.
const NARROW: f64 = 240.0;
/// Share of a column's width for the names.
const NAME_SHARE: f64 = 0.36;

/// A line of a column.
enum Line<'a> {
    Group(&'a HeatGroup),
    Row(&'a HeatRow),
}

/// Writes the heat map in its area, with the model's description as alternative text.
pub(super) fn write(x: &mut Xml, model: &ChartModel, heat: &Heat, room: Rect) {
    let (title, description) = (clean(&model.title), clean(&model.description));
    drawing::group(x, model.lang, room, (&title, &description), |drawing| {
        draw(drawing, heat, room);
    });
}

/// Returns the fill of a cell and the colour of its text.
fn paint(fill: HeatFill) -> (Paint, &'static str) {
    match fill {
        HeatFill::NoData => (Paint::Hatched, "tx1"),
        HeatFill::Plain => (Paint::Paper, "tx1"),
        HeatFill::Quarter(quarter) => {
            let shade = Shade::quarter(quarter);
            (Paint::Shade(shade), if shade.dark { "bg1" } else { "tx1" })
        }
    }
}

fn draw(drawing: &mut Drawing<'_>, heat: &Heat, room: Rect) {
    let mut lines: Vec<Line<'_>> = Vec::new();
    for group in &heat.groups {
        lines.extend((!group.label.is_empty()).then_some(Line::Group(group)));
        lines.extend(group.rows.iter().map(Line::Row));
    }
    let count = lines.len().div_ceil(ROWS_PER_COLUMN).clamp(1, MAX_COLUMNS);
    let length = lines.len().div_ceil(count).max(1);
    let key_lines = key_lines(heat, room.w);
    let key_height = KEY_HEIGHT * number(key_lines.len());
    let row_height = ((room.h - HEADING_HEIGHT - key_height - 4.0) / number(length)).min(MAX_ROW_HEIGHT);
    let column_width = (room.w - COLUMN_GAP * number(count - 1)) / number(count);
    for (column_index, chunk) in lines.chunks(length).enumerate() {
        let column = Rect {
            x: room.x + (column_width + COLUMN_GAP) * number(column_index),
            w: column_width,
            ..room
        };
        headings(drawing, heat, column);
        for (index, line) in chunk.iter().enumerate() {
            let rect = Rect {
                y: room.y + HEADING_HEIGHT + row_height * number(index),
                h: row_height,
                ..column
            };
            match line {
                Line::Group(group) => {
                    text(
                        drawing,
                        &group.label,
                        rect,
                        (Align::Left, true, (row_height, least_size(rect))),
                    );
                }
                Line::Row(row) => cells(drawing, heat, row, rect),
            }
        }
    }
    key(
        drawing,
        &key_lines,
        (room, room.y + HEADING_HEIGHT + row_height * number(length) + 4.0),
    );
}

/// Returns the rectangle of a cell.
fn cell_rect(heat: &Heat, index: usize, row: Rect) -> Rect {
    let cell_width = row.w * (1.0 - NAME_SHARE) / number(heat.columns.len().max(1));
    Rect {
        x: row.x + row.w * NAME_SHARE + cell_width * number(index) + 0.5,
        y: row.y + 0.5,
        w: cell_width - 1.0,
        h: row.h - 1.0,
    }
}

/// Draws the headings of a column: each word of the name on its own line, and the year.
fn headings(drawing: &mut Drawing<'_>, heat: &Heat, column: Rect) {
    let line_height = HEADING_HEIGHT / 3.0;
    for (index, heading) in heat.columns.iter().enumerate() {
        let cell = cell_rect(heat, index, column);
        let name = clean(&heading.label);
        let mut lines: Vec<String> = name.split(' ').map(str::to_owned).collect();
        if lines.len() > 2 {
            let rest = lines.split_off(1).join(" ");
            lines.push(rest);
        }
        let year = clean(&heading.year);
        let count = lines.len() + 1;
        let texts = lines
            .iter()
            .map(|line| (line.as_str(), true))
            .chain([(year.as_str(), false)]);
        for (line, (shown, bold)) in texts.enumerate() {
            let rect = Rect {
                y: column.y + line_height * number(if line + 1 == count { 2 } else { line }),
                h: line_height,
                ..cell
            };
            text(
                drawing,
                shown,
                rect,
                (Align::Middle, bold, (line_height, least_size(column))),
            );
        }
    }
}

fn cells(drawing: &mut Drawing<'_>, heat: &Heat, row: &HeatRow, rect: Rect) {
    let names = Rect {
        w: rect.w * NAME_SHARE - 4.0,
        ..rect
    };
    text(
        drawing,
        &row.label,
        names,
        (Align::Left, row.marked, (rect.h, least_size(rect))),
    );
    for (index, (cell, column)) in row.cells.iter().zip(&heat.columns).enumerate() {
        let cell_rect = cell_rect(heat, index, rect);
        let (paint, colour) = paint(cell.fill);
        let shown = clean(&cell.text);
        let name = clean(&format!("{}, {}", row.label, column.heading()));
        let description = clean(&format!("{}, {}: {}", row.label, column.heading(), cell.says));
        let label = Label {
            text: &shown,
            size: font_size(&shown, cell_rect, (rect.h, least_size(rect))),
            bold: false,
            align: Align::Middle,
            colour,
        };
        let line = if row.marked {
            (Paint::Slot("tx1"), 1.5)
        } else {
            (Paint::Slot("tx2"), 0.25)
        };
        drawing.add(&Shape {
            label: Some(label),
            line: Some(line),
            ..Shape::rect(cell_rect, paint, (&name, &description))
        });
    }
}

/// Returns the smallest font size of a column: on a narrow slide not everything can be legible from afar.
fn least_size(column: Rect) -> f64 {
    if column.w < NARROW { 7.0 } else { MIN_SIZE }
}

/// Returns the largest font size that the height of the row and the width of the text allow.
fn font_size(text: &str, rect: Rect, (row_height, least): (f64, f64)) -> f64 {
    let largest = (row_height * 0.8).clamp(least, 14.0);
    let unit_width = width(text, 1.0);
    if unit_width > 0.0 {
        largest.min(rect.w / unit_width).max(least)
    } else {
        largest
    }
}

fn text(drawing: &mut Drawing<'_>, text: &str, rect: Rect, (align, bold, measures): (Align, bool, (f64, f64))) {
    let text = clean(text);
    if text.is_empty() {
        return;
    }
    let label = Label {
        size: font_size(&text, rect, measures),
        text: &text,
        bold,
        align,
        colour: "tx1",
    };
    drawing.add(&Shape::text(rect, label));
}

/// Returns the entries of the key in lines: the quarters with their colours, then the cells without a quarter.
fn key_lines(heat: &Heat, width_of_line: f64) -> Vec<Vec<(HeatFill, String, f64)>> {
    let quarters = (1..).zip(&heat.quarters);
    let mut entries: Vec<(HeatFill, &str)> = quarters
        .map(|(quarter, name)| (HeatFill::Quarter(quarter), name.as_str()))
        .collect();
    entries.push((HeatFill::Plain, &heat.plain));
    entries.push((HeatFill::NoData, &heat.no_data));
    let (mut lines, mut used) = (vec![Vec::new()], 0.0);
    for (fill, name) in entries.into_iter().filter(|(_, name)| !name.is_empty()) {
        let name = clean(name);
        let needed = width(&name, MIN_SIZE) + KEY_SWATCH + 16.0;
        if used > 0.0 && used + needed > width_of_line {
            lines.push(Vec::new());
            used = 0.0;
        }
        if let Some(line) = lines.last_mut() {
            line.push((fill, name, used));
        }
        used += needed;
    }
    lines
}

/// Draws the key.
fn key(drawing: &mut Drawing<'_>, lines: &[Vec<(HeatFill, String, f64)>], (room, y): (Rect, f64)) {
    for (row, line) in lines.iter().enumerate() {
        let y = y + KEY_HEIGHT * number(row);
        for (fill, name, left) in line {
            let swatch = Rect {
                x: room.x + left,
                y: y + 4.0,
                w: 18.0,
                h: KEY_HEIGHT - 8.0,
            };
            drawing.add(&Shape {
                line: Some((Paint::Slot("tx2"), 0.25)),
                ..Shape::rect(swatch, paint(*fill).0, (name, name))
            });
            let rect = Rect {
                x: swatch.x + KEY_SWATCH,
                y,
                w: width(name, MIN_SIZE) + 8.0,
                h: KEY_HEIGHT,
            };
            let label = Label {
                size: MIN_SIZE,
                text: name,
                bold: false,
                align: Align::Left,
                colour: "tx1",
            };
            drawing.add(&Shape::text(rect, label));
        }
    }
}
