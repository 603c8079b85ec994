//! Draws a strip on a slide: the background of the quarters, one mark per province, and labels; and the table of a
//! province's standings, with one strip per row.

use domain::chart::{ChangeSign, ChartModel, Emphasis, Spine, SpineRow, Strip, StripMark};

use super::{
    arrange::Rect,
    drawing::{self, Align, Drawing, Geometry, Label, Paint, Shape, tone},
};
use crate::{
    chart::MIN_SIZE,
    text::{clean, fit, number, width},
    tiles::Shade,
    xml::Xml,
};

/// Maximum height of a single strip, and height of a line of labels, in points.
const MAX_STRIP_HEIGHT: f64 = 160.0;
const LINE_HEIGHT: f64 = 24.0;
/// Font sizes of labels, of the text in rows, and of small text, in points.
const LABEL_SIZE: f64 = 14.0;
const TEXT_SIZE: f64 = 13.0;
const SMALL_SIZE: f64 = 12.0;
/// Width of a mark, in points.
const MARK_WIDTH: f64 = 1.5;
/// Height of the headings of a table, in points.
const HEADING_HEIGHT: f64 = 22.0;
/// Shares of the width for name, year, value, rank, change and strip.
const SHARES: [f64; 6] = [0.16, 0.06, 0.15, 0.13, 0.09, 0.41];
/// Gap between two columns, in points.
const COLUMN_GAP: f64 = 8.0;

/// Writes the strip in its area, with the model's description as alternative text.
pub(super) fn write(x: &mut Xml, model: &ChartModel, strip: &Strip, room: Rect) {
    let (title, description) = (clean(&model.title), clean(&model.description));
    drawing::group(x, model.lang, room, (&title, &description), |drawing| {
        single_strip(drawing, strip, room);
    });
}

/// Writes the table of a province's standings.
pub(super) fn spine(x: &mut Xml, model: &ChartModel, spine: &Spine, room: Rect) {
    let (title, description) = (clean(&model.title), clean(&model.description));
    drawing::group(x, model.lang, room, (&title, &description), |drawing| {
        rows(drawing, spine, room);
    });
}

fn single_strip(drawing: &mut Drawing<'_>, strip: &Strip, room: Rect) {
    let highlighted: Vec<&StripMark> = strip
        .marks
        .iter()
        .filter(|mark| mark.emphasis != Emphasis::Context)
        .collect();
    let ends = strip
        .marks
        .iter()
        .filter(|mark| mark.emphasis == Emphasis::Context && !mark.says.is_empty());
    let reference = strip.reference.iter();
    let below: Vec<(&str, f64)> = ends
        .map(|mark| (mark.says.as_str(), mark.value))
        .chain(reference.map(|reference| (reference.label.as_str(), reference.value)))
        .collect();
    let lines = highlighted.len() + below.len() + usize::from(!strip.quarters.is_empty());
    let height = (room.h - number(lines + 1) * LINE_HEIGHT).clamp(20.0, MAX_STRIP_HEIGHT);
    let area = Rect {
        x: room.x + 8.0,
        y: room.y + number(highlighted.len()) * LINE_HEIGHT + 4.0,
        w: room.w - 16.0,
        h: height,
    };
    for (index, mark) in highlighted.iter().enumerate() {
        let y = room.y + number(index) * LINE_HEIGHT;
        label(
            drawing,
            &clean(&mark.says),
            (x_of(strip, area, mark.value), y),
            (room, true),
        );
    }
    track(drawing, strip, area);
    if let Some(reference) = &strip.reference {
        let rect = Rect {
            x: x_of(strip, area, reference.value) - 0.75,
            y: area.y - 4.0,
            w: 1.5,
            h: area.h + 8.0,
        };
        let description = clean(&reference.label);
        drawing.add(&Shape::rect(rect, Paint::Slot("tx1"), (&description, &description)));
    }
    let mut y = area.y + area.h + 6.0;
    for (text, value) in below {
        label(drawing, &clean(text), (x_of(strip, area, value), y), (room, false));
        y += LINE_HEIGHT;
    }
    key(drawing, strip, (room, y + 4.0));
}

/// Draws a label centred on `x` as far as the area allows.
fn label(drawing: &mut Drawing<'_>, text: &str, (x, y): (f64, f64), (room, bold): (Rect, bool)) {
    let label_width = (width(text, LABEL_SIZE) * 1.1).min(room.w);
    let left = (x - label_width / 2.0).clamp(room.x, room.x + room.w - label_width);
    let rect = Rect {
        x: left,
        y,
        w: label_width,
        h: LINE_HEIGHT,
    };
    let label = Label {
        text,
        size: LABEL_SIZE,
        bold,
        align: Align::Middle,
        colour: "tx1",
    };
    drawing.add(&Shape::text(rect, label));
}

/// Draws the key: the quarters with their colours, from left to right.
fn key(drawing: &mut Drawing<'_>, strip: &Strip, (room, y): (Rect, f64)) {
    let count = number(strip.quarters.len().max(1));
    for (index, quarter) in strip.quarters.iter().enumerate() {
        let name = clean(&quarter.label);
        let left = room.x + room.w / count * number(index);
        let swatch = Rect {
            x: left,
            y: y + 5.0,
            w: 22.0,
            h: LINE_HEIGHT - 10.0,
        };
        let texts = (name.as_str(), name.as_str());
        drawing.add(&Shape::rect(swatch, Paint::Shade(Shade::background(index)), texts));
        let rect = Rect {
            x: left + 28.0,
            y,
            w: room.w / count - 32.0,
            h: LINE_HEIGHT,
        };
        let size = fit(&name, rect.w, 1.0, &[12.0, 11.0, 10.0, 9.0, 8.0]);
        let label = Label {
            text: &name,
            size,
            bold: false,
            align: Align::Left,
            colour: "tx1",
        };
        drawing.add(&Shape::text(rect, label));
    }
}

fn x_of(strip: &Strip, area: Rect, value: f64) -> f64 {
    area.x + strip.share(value) * area.w
}

/// Draws background, marks and earlier positions, with the highlighted marks on top.
fn track(drawing: &mut Drawing<'_>, strip: &Strip, area: Rect) {
    if strip.quarters.is_empty() {
        drawing.add(&Shape::rect(area, Paint::Shade(Shade::background(1)), ("", "")));
    }
    for (index, quarter) in strip.quarters.iter().enumerate() {
        let [left, right] = [quarter.from, quarter.to].map(|value| x_of(strip, area, value));
        let rect = Rect {
            x: left,
            w: (right - left).max(0.0),
            ..area
        };
        let name = clean(&quarter.label);
        drawing.add(&Shape::rect(
            rect,
            Paint::Shade(Shade::background(index)),
            (&name, &name),
        ));
    }
    let inset = area.h * 0.16;
    for mark in strip.marks.iter().filter(|mark| mark.emphasis == Emphasis::Context) {
        let rect = Rect {
            x: x_of(strip, area, mark.value) - MARK_WIDTH / 2.0,
            y: area.y + inset,
            w: MARK_WIDTH,
            h: area.h - 2.0 * inset,
        };
        let (name, description) = name_and_description(mark);
        drawing.add(&Shape::rect(rect, Paint::Slot("tx2"), (&name, &description)));
    }
    let highlighted = || {
        strip
            .marks
            .iter()
            .rev()
            .filter(|mark| mark.emphasis != Emphasis::Context)
    };
    let (middle, radius) = (area.y + area.h / 2.0, (area.h * 0.26).clamp(5.0, 9.0));
    for mark in highlighted() {
        earlier(drawing, strip, mark, (area, middle, radius));
    }
    for mark in highlighted() {
        let (name, description) = name_and_description(mark);
        let paint = Paint::Tone(tone(mark.emphasis));
        let point = (x_of(strip, area, mark.value), middle);
        drawing.add(&Shape {
            line: Some((Paint::Paper, 1.5)),
            ..Shape::dot(point, radius, paint, (&name, &description))
        });
    }
}

/// Draws the earlier position of a mark as a hollow dot, and the line to the current one.
fn earlier(drawing: &mut Drawing<'_>, strip: &Strip, mark: &StripMark, (area, middle, radius): (Rect, f64, f64)) {
    let Some(before) = &mark.before else { return };
    let ends = [before.value, mark.value].map(|value| x_of(strip, area, value));
    let paint = Paint::Tone(tone(mark.emphasis));
    let name = clean(&format!("{} {}", mark.label, before.label));
    let description = clean(&format!("{} {}: {}", mark.label, before.label, before.text));
    let rect = Rect {
        x: ends[0].min(ends[1]),
        y: middle - 1.0,
        w: (ends[1] - ends[0]).abs(),
        h: 2.0,
    };
    drawing.add(&Shape::rect(rect, paint, (&name, &description)));
    drawing.add(&Shape {
        line: Some((paint, 1.75)),
        ..Shape::dot((ends[0], middle), radius * 0.8, Paint::Paper, (&name, &description))
    });
}

/// Returns the name of a mark's shape and its alternative text.
fn name_and_description(mark: &StripMark) -> (String, String) {
    (clean(&mark.label), clean(&format!("{}: {}", mark.label, mark.text)))
}

fn rows(drawing: &mut Drawing<'_>, spine: &Spine, room: Rect) {
    let left = |index: usize| room.x + SHARES[..index].iter().sum::<f64>() * room.w;
    let column = |index: usize, y: f64, h: f64| Rect {
        x: left(index),
        y,
        w: SHARES[index] * room.w - COLUMN_GAP,
        h,
    };
    for (index, head) in spine.heads.iter().enumerate() {
        let align = if index == 0 { Align::Left } else { Align::Right };
        cell(
            drawing,
            head,
            column(index, room.y, HEADING_HEIGHT),
            (align, false, SMALL_SIZE),
        );
    }
    let strip = column(5, room.y, HEADING_HEIGHT);
    cell(drawing, &spine.worse, strip, (Align::Left, false, SMALL_SIZE));
    cell(drawing, &spine.better, strip, (Align::Right, false, SMALL_SIZE));
    let footer_height = if spine.hollow.is_empty() { 0.0 } else { LINE_HEIGHT };
    let height = ((room.h - HEADING_HEIGHT - footer_height) / number(spine.rows.len().max(1))).min(58.0);
    for (index, row) in spine.rows.iter().enumerate() {
        let y = room.y + HEADING_HEIGHT + height * number(index);
        let rule = Rect {
            x: room.x,
            y,
            w: room.w,
            h: 0.75,
        };
        drawing.add(&Shape::rect(rule, Paint::Tone(crate::plot::Tone::Context), ("", "")));
        let columns: [Rect; 6] = std::array::from_fn(|index| column(index, y, height));
        figures(drawing, row, &columns);
        let h = (height * 0.5).min(26.0);
        let area = Rect {
            y: y + (height - h) / 2.0,
            h,
            ..columns[5]
        };
        if row.strip.marks.is_empty() {
            cell(drawing, &row.note, columns[5], (Align::Left, false, SMALL_SIZE));
        } else {
            track(drawing, &row.strip, area);
        }
    }
    if !spine.hollow.is_empty() {
        let rect = Rect {
            y: room.y + HEADING_HEIGHT + height * number(spine.rows.len()),
            h: LINE_HEIGHT,
            ..room
        };
        cell(drawing, &spine.hollow, rect, (Align::Left, false, SMALL_SIZE));
    }
}

/// Draws name, year, value, rank and change of a row.
fn figures(drawing: &mut Drawing<'_>, row: &SpineRow, columns: &[Rect; 6]) {
    cell(drawing, &row.label, columns[0], (Align::Left, true, TEXT_SIZE));
    cell(drawing, &row.year, columns[1], (Align::Right, false, TEXT_SIZE));
    cell(drawing, &row.value, columns[2], (Align::Right, false, TEXT_SIZE));
    cell(drawing, &row.rank, columns[3], (Align::Right, true, TEXT_SIZE));
    cell(drawing, &row.change.text, columns[4], (Align::Right, false, TEXT_SIZE));
    let (geometry, colour) = match row.change.sign {
        ChangeSign::None => return,
        ChangeSign::Up => (Geometry::Up, Paint::Slot("accent1")),
        ChangeSign::Down => (Geometry::Down, Paint::Slot("accent2")),
        ChangeSign::Same => (Geometry::Equal, Paint::Slot("tx2")),
        ChangeSign::Apart => (Geometry::Unequal, Paint::Slot("accent2")),
    };
    let change = columns[4];
    let text_width = width(&row.change.text, TEXT_SIZE) + 6.0;
    let rect = Rect {
        x: change.x + (change.w - text_width - 12.0).max(0.0),
        y: change.y + change.h / 2.0 - 6.0,
        w: 12.0,
        h: 12.0,
    };
    let description = clean(&row.change.words);
    drawing.add(&Shape {
        geometry,
        ..Shape::rect(rect, colour, (&description, &description))
    });
}

/// Draws a text in its column, in a smaller size if it would not fit.
fn cell(drawing: &mut Drawing<'_>, text: &str, rect: Rect, (align, bold, size): (Align, bool, f64)) {
    let text = clean(text);
    if text.is_empty() {
        return;
    }
    let label = Label {
        text: &text,
        size: fit(&text, rect.w, 1.0, &[size.max(MIN_SIZE), MIN_SIZE]),
        bold,
        align,
        colour: "tx1",
    };
    drawing.add(&Shape::text(rect, label));
}
