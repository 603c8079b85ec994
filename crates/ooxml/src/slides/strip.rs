//! A strip on its slide: the ground of the quarters, a mark for each province, and labels; and the rows of where a
//! province stands, each with its strip.

use domain::chart::{ChangeSign, ChartModel, Emphasis, Spine, SpineRow, Strip, StripMark};

use super::{
    arrange::Rect,
    drawing::{self, Align, Drawing, Form, Paint, Piece, Words, tone},
};
use crate::{
    text::{clean, fit, number, width},
    tiles::Shade,
    xml::Xml,
};

/// Height of a strip alone, and of a line of labels, in points.
const HIGH: f64 = 96.0;
const LINE: f64 = 24.0;
/// Size of labels, of running texts of a row, and the least.
const LABEL: f64 = 14.0;
const TEXT: f64 = 13.0;
const SMALL: f64 = 10.0;
/// Width of a mark.
const MARK: f64 = 1.5;
/// Height of the line of headings over rows.
const HEADS: f64 = 22.0;
/// Shares of the width that name, year, value, rank, change and strip take.
const SHARES: [f64; 6] = [0.16, 0.06, 0.15, 0.13, 0.09, 0.41];
/// Between two columns, in points.
const APART: f64 = 8.0;

/// The strip in its room, with what it says as its text alternative.
pub(super) fn write(x: &mut Xml, model: &ChartModel, strip: &Strip, room: Rect) {
    let (title, says) = (clean(&model.title), clean(&model.description));
    drawing::group(x, model.lang, room, (&title, &says), |to| alone(to, strip, room));
}

/// The rows of where a province stands.
pub(super) fn spine(x: &mut Xml, model: &ChartModel, spine: &Spine, room: Rect) {
    let (title, says) = (clean(&model.title), clean(&model.description));
    drawing::group(x, model.lang, room, (&title, &says), |to| rows(to, spine, room));
}

fn alone(to: &mut Drawing<'_>, strip: &Strip, room: Rect) {
    let lit: Vec<&StripMark> = strip
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
    let lines = lit.len() + below.len() + usize::from(!strip.quarters.is_empty());
    let high = (room.h - number(lines + 1) * LINE).clamp(20.0, HIGH);
    let area = Rect {
        x: room.x + 8.0,
        y: room.y + number(lit.len()) * LINE + 4.0,
        w: room.w - 16.0,
        h: high,
    };
    for (at, mark) in lit.iter().enumerate() {
        let y = room.y + number(at) * LINE;
        label(to, &clean(&mark.says), (x_of(strip, area, mark.value), y), (room, true));
    }
    track(to, strip, area);
    if let Some(reference) = &strip.reference {
        let rect = Rect {
            x: x_of(strip, area, reference.value) - 0.75,
            y: area.y - 4.0,
            w: 1.5,
            h: area.h + 8.0,
        };
        let says = clean(&reference.label);
        to.piece(&Piece::rect(rect, Paint::Slot("tx1"), (&says, &says)));
    }
    let mut y = area.y + area.h + 6.0;
    for (text, value) in below {
        label(to, &clean(text), (x_of(strip, area, value), y), (room, false));
        y += LINE;
    }
    key(to, strip, (room, y + 4.0));
}

/// A label centred on `x` as far as the room allows.
fn label(to: &mut Drawing<'_>, text: &str, (x, y): (f64, f64), (room, bold): (Rect, bool)) {
    let wide = (width(text, LABEL) * 1.1).min(room.w);
    let left = (x - wide / 2.0).clamp(room.x, room.x + room.w - wide);
    let rect = Rect {
        x: left,
        y,
        w: wide,
        h: LINE,
    };
    let words = Words {
        text,
        size: LABEL,
        bold,
        align: Align::Middle,
        ink: "tx1",
    };
    to.piece(&Piece::text(rect, words));
}

/// The quarters with their colours, from left to right.
fn key(to: &mut Drawing<'_>, strip: &Strip, (room, y): (Rect, f64)) {
    let count = number(strip.quarters.len().max(1));
    for (at, quarter) in strip.quarters.iter().enumerate() {
        let name = clean(&quarter.label);
        let left = room.x + room.w / count * number(at);
        let swatch = Rect {
            x: left,
            y: y + 5.0,
            w: 22.0,
            h: LINE - 10.0,
        };
        let said = (name.as_str(), name.as_str());
        to.piece(&Piece::rect(swatch, Paint::Shade(Shade::ground(at)), said));
        let rect = Rect {
            x: left + 28.0,
            y,
            w: room.w / count - 32.0,
            h: LINE,
        };
        let size = fit(&name, rect.w, 1.0, &[12.0, 11.0, 10.0, 9.0, 8.0]);
        let words = Words {
            text: &name,
            size,
            bold: false,
            align: Align::Left,
            ink: "tx1",
        };
        to.piece(&Piece::text(rect, words));
    }
}

fn x_of(strip: &Strip, area: Rect, value: f64) -> f64 {
    area.x + strip.share(value) * area.w
}

/// Ground, marks, earlier positions, and the followed ones on top.
fn track(to: &mut Drawing<'_>, strip: &Strip, area: Rect) {
    if strip.quarters.is_empty() {
        to.piece(&Piece::rect(area, Paint::Shade(Shade::ground(1)), ("", "")));
    }
    for (at, quarter) in strip.quarters.iter().enumerate() {
        let [from, to_x] = [quarter.from, quarter.to].map(|value| x_of(strip, area, value));
        let rect = Rect {
            x: from,
            w: (to_x - from).max(0.0),
            ..area
        };
        let name = clean(&quarter.label);
        to.piece(&Piece::rect(rect, Paint::Shade(Shade::ground(at)), (&name, &name)));
    }
    let inset = area.h * 0.16;
    for mark in strip.marks.iter().filter(|mark| mark.emphasis == Emphasis::Context) {
        let rect = Rect {
            x: x_of(strip, area, mark.value) - MARK / 2.0,
            y: area.y + inset,
            w: MARK,
            h: area.h - 2.0 * inset,
        };
        let (name, says) = said(mark);
        to.piece(&Piece::rect(rect, Paint::Slot("tx2"), (&name, &says)));
    }
    let lit = || {
        strip
            .marks
            .iter()
            .rev()
            .filter(|mark| mark.emphasis != Emphasis::Context)
    };
    let (middle, radius) = (area.y + area.h / 2.0, (area.h * 0.26).clamp(5.0, 9.0));
    for mark in lit() {
        earlier(to, strip, mark, (area, middle, radius));
    }
    for mark in lit() {
        let (name, says) = said(mark);
        let paint = Paint::Tone(tone(mark.emphasis));
        let point = (x_of(strip, area, mark.value), middle);
        to.piece(&Piece {
            line: Some((Paint::Paper, 1.5)),
            ..Piece::dot(point, radius, paint, (&name, &says))
        });
    }
}

/// The earlier position of a mark, hollow, and the line to the later one.
fn earlier(to: &mut Drawing<'_>, strip: &Strip, mark: &StripMark, (area, middle, radius): (Rect, f64, f64)) {
    let Some(before) = &mark.before else { return };
    let ends = [before.value, mark.value].map(|value| x_of(strip, area, value));
    let paint = Paint::Tone(tone(mark.emphasis));
    let name = clean(&format!("{} {}", mark.label, before.label));
    let says = clean(&format!("{} {}: {}", mark.label, before.label, before.text));
    let rect = Rect {
        x: ends[0].min(ends[1]),
        y: middle - 1.0,
        w: (ends[1] - ends[0]).abs(),
        h: 2.0,
    };
    to.piece(&Piece::rect(rect, paint, (&name, &says)));
    to.piece(&Piece {
        line: Some((paint, 1.75)),
        ..Piece::dot((ends[0], middle), radius * 0.8, Paint::Paper, (&name, &says))
    });
}

fn said(mark: &StripMark) -> (String, String) {
    (clean(&mark.label), clean(&format!("{}: {}", mark.label, mark.text)))
}

fn rows(to: &mut Drawing<'_>, spine: &Spine, room: Rect) {
    let left = |at: usize| room.x + SHARES[..at].iter().sum::<f64>() * room.w;
    let column = |at: usize, y: f64, h: f64| Rect {
        x: left(at),
        y,
        w: SHARES[at] * room.w - APART,
        h,
    };
    for (at, head) in spine.heads.iter().enumerate() {
        let align = if at == 0 { Align::Left } else { Align::Right };
        cell(to, head, column(at, room.y, HEADS), (align, false, SMALL));
    }
    let strip = column(5, room.y, HEADS);
    cell(to, &spine.worse, strip, (Align::Left, false, SMALL));
    cell(to, &spine.better, strip, (Align::Right, false, SMALL));
    let under = if spine.hollow.is_empty() { 0.0 } else { LINE };
    let high = ((room.h - HEADS - under) / number(spine.rows.len().max(1))).min(58.0);
    for (at, row) in spine.rows.iter().enumerate() {
        let y = room.y + HEADS + high * number(at);
        let rule = Rect {
            x: room.x,
            y,
            w: room.w,
            h: 0.75,
        };
        to.piece(&Piece::rect(rule, Paint::Tone(crate::plot::Tone::Quiet), ("", "")));
        let columns: [Rect; 6] = std::array::from_fn(|at| column(at, y, high));
        figures(to, row, &columns);
        let h = (high * 0.5).min(26.0);
        let area = Rect {
            y: y + (high - h) / 2.0,
            h,
            ..columns[5]
        };
        if row.strip.marks.is_empty() {
            cell(to, &row.note, columns[5], (Align::Left, false, SMALL));
        } else {
            track(to, &row.strip, area);
        }
    }
    if !spine.hollow.is_empty() {
        let rect = Rect {
            y: room.y + HEADS + high * number(spine.rows.len()),
            h: LINE,
            ..room
        };
        cell(to, &spine.hollow, rect, (Align::Left, false, SMALL));
    }
}

/// Name, year, value, rank and change of a row.
fn figures(to: &mut Drawing<'_>, row: &SpineRow, columns: &[Rect; 6]) {
    cell(to, &row.label, columns[0], (Align::Left, true, TEXT));
    cell(to, &row.year, columns[1], (Align::Right, false, TEXT));
    cell(to, &row.value, columns[2], (Align::Right, false, TEXT));
    cell(to, &row.rank, columns[3], (Align::Right, true, TEXT));
    cell(to, &row.change.text, columns[4], (Align::Right, false, TEXT));
    let (form, colour) = match row.change.sign {
        ChangeSign::None => return,
        ChangeSign::Up => (Form::Up, Paint::Slot("accent1")),
        ChangeSign::Down => (Form::Down, Paint::Slot("accent2")),
        ChangeSign::Same => (Form::Equal, Paint::Slot("tx2")),
        ChangeSign::Apart => (Form::Unequal, Paint::Slot("accent2")),
    };
    let at = columns[4];
    let beside = width(&row.change.text, TEXT) + 6.0;
    let rect = Rect {
        x: at.x + (at.w - beside - 12.0).max(0.0),
        y: at.y + at.h / 2.0 - 6.0,
        w: 12.0,
        h: 12.0,
    };
    let says = clean(&row.change.words);
    to.piece(&Piece {
        form,
        ..Piece::rect(rect, colour, (&says, &says))
    });
}

/// A text in its column, smaller where it would not fit.
fn cell(to: &mut Drawing<'_>, text: &str, rect: Rect, (align, bold, size): (Align, bool, f64)) {
    let text = clean(text);
    if text.is_empty() {
        return;
    }
    let sizes = [size, size - 1.0, size - 2.0, size - 3.0, 8.0, 7.0];
    let words = Words {
        text: &text,
        size: fit(&text, rect.w, 1.0, &sizes),
        bold,
        align,
        ink: "tx1",
    };
    to.piece(&Piece::text(rect, words));
}
