//! A heat map on its slide: names and coloured cells in columns side by side, and a key under them.

use domain::chart::{ChartModel, Heat, HeatFill, HeatGroup, HeatRow};

use super::{
    arrange::Rect,
    drawing::{self, Align, Drawing, Paint, Piece, Words},
};
use crate::{
    text::{clean, fit, number, width},
    tiles::Shade,
    xml::Xml,
};

/// Most columns of rows side by side, and rows up to which one is enough.
const MOST: usize = 3;
const FEW: usize = 22;
/// Height of the headings, of the key, and the most of a row, in points.
const HEADS: f64 = 28.0;
const KEY: f64 = 20.0;
const ROW: f64 = 24.0;
/// Between columns of rows.
const BETWEEN: f64 = 16.0;
/// Share of a column of rows that names take.
const NAMES: f64 = 0.42;

/// A line of a column of rows.
enum Line<'a> {
    Group(&'a HeatGroup),
    Row(&'a HeatRow),
}

/// The heat map in its room, with what it says as its text alternative.
pub(super) fn write(x: &mut Xml, model: &ChartModel, heat: &Heat, room: Rect) {
    let (title, says) = (clean(&model.title), clean(&model.description));
    drawing::group(x, model.lang, room, (&title, &says), |to| draw(to, heat, room));
}

/// How a cell is filled, and the colour of its letters.
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

fn draw(to: &mut Drawing<'_>, heat: &Heat, room: Rect) {
    let mut lines: Vec<Line<'_>> = Vec::new();
    for group in &heat.groups {
        lines.extend((!group.label.is_empty()).then_some(Line::Group(group)));
        lines.extend(group.rows.iter().map(Line::Row));
    }
    let count = lines.len().div_ceil(FEW).clamp(1, MOST);
    let length = lines.len().div_ceil(count).max(1);
    let high = ((room.h - HEADS - KEY - 6.0) / number(length)).min(ROW);
    let wide = (room.w - BETWEEN * number(count - 1)) / number(count);
    for (at, own) in lines.chunks(length).enumerate() {
        let column = Rect {
            x: room.x + (wide + BETWEEN) * number(at),
            w: wide,
            ..room
        };
        heads(to, heat, column);
        for (line, what) in own.iter().enumerate() {
            let rect = Rect {
                y: room.y + HEADS + high * number(line),
                h: high,
                ..column
            };
            match what {
                Line::Group(group) => text(to, &group.label, rect, (Align::Left, true, high)),
                Line::Row(row) => cells(to, heat, row, rect),
            }
        }
    }
    key(to, heat, (room, room.y + HEADS + high * number(length) + 6.0));
}

/// Rectangle of a cell.
fn place(heat: &Heat, at: usize, row: Rect) -> Rect {
    let wide = row.w * (1.0 - NAMES) / number(heat.columns.len().max(1));
    Rect {
        x: row.x + row.w * NAMES + wide * number(at) + 0.5,
        y: row.y + 0.5,
        w: wide - 1.0,
        h: row.h - 1.0,
    }
}

fn heads(to: &mut Drawing<'_>, heat: &Heat, column: Rect) {
    let row = Rect {
        h: HEADS / 2.0,
        ..column
    };
    for (at, own) in heat.columns.iter().enumerate() {
        let rect = place(heat, at, row);
        text(to, &own.label, rect, (Align::Middle, true, HEADS / 2.0));
        let under = Rect {
            y: rect.y + HEADS / 2.0 - 1.0,
            ..rect
        };
        text(to, &own.year, under, (Align::Middle, false, HEADS / 2.0));
    }
}

fn cells(to: &mut Drawing<'_>, heat: &Heat, row: &HeatRow, rect: Rect) {
    let names = Rect {
        w: rect.w * NAMES - 4.0,
        ..rect
    };
    text(to, &row.label, names, (Align::Left, row.marked, rect.h));
    for (at, (cell, column)) in row.cells.iter().zip(&heat.columns).enumerate() {
        let own = place(heat, at, rect);
        let (paint, ink) = paint(cell.fill);
        let written = clean(&cell.text);
        let name = clean(&format!("{}, {}", row.label, column.heading()));
        let says = clean(&format!("{}, {}: {}", row.label, column.heading(), cell.says));
        let words = Words {
            text: &written,
            size: size(&written, own, rect.h),
            bold: false,
            align: Align::Middle,
            ink,
        };
        let line = if row.marked {
            (Paint::Slot("tx1"), 1.5)
        } else {
            (Paint::Slot("tx2"), 0.25)
        };
        to.piece(&Piece {
            words: Some(words),
            line: Some(line),
            ..Piece::rect(own, paint, (&name, &says))
        });
    }
}

/// Letters as large as the row and the text allow.
fn size(text: &str, rect: Rect, high: f64) -> f64 {
    let most = (high * 0.68).clamp(6.0, 12.0);
    let wide = width(text, 1.0);
    if wide > 0.0 {
        most.min(rect.w / wide).max(5.0)
    } else {
        most
    }
}

fn text(to: &mut Drawing<'_>, text: &str, rect: Rect, (align, bold, high): (Align, bool, f64)) {
    let text = clean(text);
    if text.is_empty() {
        return;
    }
    let words = Words {
        size: size(&text, rect, high),
        text: &text,
        bold,
        align,
        ink: "tx1",
    };
    to.piece(&Piece::text(rect, words));
}

/// The quarters with their colours, then what is not coloured.
fn key(to: &mut Drawing<'_>, heat: &Heat, (room, y): (Rect, f64)) {
    let quarters = (1..).zip(&heat.quarters);
    let mut known: Vec<(HeatFill, &str)> = quarters
        .map(|(quarter, name)| (HeatFill::Quarter(quarter), name.as_str()))
        .collect();
    known.push((HeatFill::Plain, &heat.plain));
    known.push((HeatFill::NoData, &heat.no_data));
    known.retain(|(_, name)| !name.is_empty());
    let wide = room.w / number(known.len().max(1));
    for (at, (fill, name)) in known.into_iter().enumerate() {
        let name = clean(name);
        let left = room.x + wide * number(at);
        let swatch = Rect {
            x: left,
            y: y + 4.0,
            w: 18.0,
            h: KEY - 8.0,
        };
        to.piece(&Piece {
            line: Some((Paint::Slot("tx2"), 0.25)),
            ..Piece::rect(swatch, paint(fill).0, (&name, &name))
        });
        let rect = Rect {
            x: left + 23.0,
            y,
            w: wide - 26.0,
            h: KEY,
        };
        let words = Words {
            size: fit(&name, rect.w, 1.0, &[11.0, 10.0, 9.0, 8.0, 7.0]),
            text: &name,
            bold: false,
            align: Align::Left,
            ink: "tx1",
        };
        to.piece(&Piece::text(rect, words));
    }
}
