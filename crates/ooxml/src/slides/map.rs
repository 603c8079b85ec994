//! A map of tiles on its slide: one rectangle with letters for each province, and a key beside them. Every
//! tile is a shape of its own, so that it can be coloured, moved and taken out.

use domain::{
    Lang,
    chart::{ChartModel, Tile, TileFill, Tiles},
};

use super::{arrange::Rect, drawing, shapes::place};
use crate::{
    text::{clean, number, width},
    theme::{hatch, slot},
    tiles::{self, Shade},
    words::{self, say},
    xml::Xml,
};

/// Share of the room that the map may take; the key stands beside it.
const MAP: f64 = 0.64;
/// A tile may be so much wider than tall: letters need width, a slide has little height.
const WIDEST: f64 = 1.7;
/// Room between tiles, in points.
const BETWEEN: f64 = 1.5;
/// Height of a line of the key and size of its letters, in points.
const LINE: f64 = 24.0;
const LETTERS: f64 = 13.0;

/// First id of the names of places, beyond those of all tiles and of the key.
const NAMES: usize = 2000;

/// How a rectangle is drawn.
struct TileStyle<'a> {
    rect: Rect,
    name: &'a str,
    says: &'a str,
    text: &'a str,
    /// Size of the letters, in points.
    size: f64,
    paint: Paint,
    marked: bool,
    left: bool,
}

#[derive(Clone, Copy)]
enum Paint {
    Class(Shade),
    Hatched,
    Dashed,
    /// Letters alone.
    None,
}

/// The map in its room, with what it says as its text alternative.
pub(super) fn write(x: &mut Xml, model: &ChartModel, tiles: &Tiles, room: Rect) {
    let (title, says) = (clean(&model.title), clean(&model.description));
    drawing::framed(x, room, (&title, &says), |x| draw(x, tiles, room, model.lang));
}

fn draw(x: &mut Xml, tiles: &Tiles, room: Rect, lang: Lang) {
    let (columns, rows) = tiles::size(tiles);
    let tall = room.h / number(rows.max(1));
    let wide = (room.w * MAP / number(columns.max(1))).min(tall * WIDEST);
    let tall = tall.min(wide);
    let longest = tiles
        .tiles
        .iter()
        .map(|tile| width(&clean(&tile.short), 1.0))
        .fold(1.0, f64::max);
    // Capitals are wider than other letters.
    let size = ((wide - BETWEEN - 2.0) / (longest * 1.35)).min(tall * 0.62).max(5.0);
    let at = |tile: &Tile| Rect {
        x: room.x + wide * f64::from(tile.column),
        y: room.y + tall * f64::from(tile.row),
        w: wide - BETWEEN,
        h: tall - BETWEEN,
    };
    for (id, tile) in (11..).zip(&tiles.tiles) {
        let paint = match tile.fill {
            TileFill::Class(class) => Paint::Class(Shade::of(tiles, class)),
            TileFill::NoData => Paint::Hatched,
            TileFill::Place => Paint::Dashed,
        };
        let class = tiles::class(tiles, tile);
        let name = clean(&tile.name);
        let mut says = format!("{name}: {}", clean(&tile.text));
        if !class.is_empty() && matches!(tile.fill, TileFill::Class(_)) {
            says = format!("{says} ({class})");
        }
        let look = TileStyle {
            rect: at(tile),
            name: &name,
            says: &says,
            text: &clean(&tile.short),
            size,
            paint,
            marked: tile.marked,
            left: false,
        };
        shape(x, lang, id, &look);
    }
    names(x, tiles, at, (lang, size));
    let beside = room.x + wide * number(columns) + 24.0;
    let room = Rect {
        x: beside,
        w: room.x + room.w - beside,
        ..room
    };
    key(x, tiles, room, lang);
}

/// The names of places under their tiles: nobody knows them by letters.
fn names(x: &mut Xml, tiles: &Tiles, at: impl Fn(&Tile) -> Rect, (lang, size): (Lang, f64)) {
    let places = tiles.tiles.iter().filter(|tile| tile.fill == TileFill::Place);
    for (id, tile) in (NAMES..).zip(places) {
        let (tile_at, name) = (at(tile), clean(&tile.name));
        let rect = Rect {
            x: tile_at.x - 24.0,
            y: tile_at.y + tile_at.h + 1.0,
            w: tile_at.w + 48.0,
            h: tile_at.h,
        };
        let look = TileStyle {
            rect,
            name: &name,
            says: &name,
            text: &name,
            size,
            paint: Paint::None,
            marked: false,
            left: false,
        };
        shape(x, lang, id, &look);
    }
}

/// The key: the highest class on top, then what has no figures, then the places.
fn key(x: &mut Xml, tiles: &Tiles, room: Rect, lang: Lang) {
    let mut lines: Vec<(Option<Paint>, String)> = vec![(None, say(lang, words::KEY).to_owned())];
    for (at, class) in tiles.classes.iter().enumerate().rev() {
        let text = format!("{} ({})", clean(&class.label), class.count);
        lines.push((Some(Paint::Class(Shade::of(tiles, at))), text));
    }
    if tiles.no_data_count > 0 {
        let text = format!("{} ({})", clean(&tiles.no_data), tiles.no_data_count);
        lines.push((Some(Paint::Hatched), text));
    }
    if tiles.tiles.iter().any(|tile| tile.fill == TileFill::Place) {
        lines.push((Some(Paint::Dashed), say(lang, words::PLACES).to_owned()));
    }
    for tile in tiles.tiles.iter().filter(|tile| tile.fill == TileFill::Place) {
        lines.push((None, tiles::place(tile)));
    }
    let first = 11 + tiles.tiles.len();
    for (at, (paint, text)) in lines.iter().enumerate() {
        let y = room.y + LINE * number(at);
        let swatch = Rect {
            x: room.x,
            y: y + 3.0,
            w: 28.0,
            h: LINE - 8.0,
        };
        let indent = if paint.is_some() { 36.0 } else { 0.0 };
        let line = Rect {
            x: room.x + indent,
            y,
            w: (room.w - indent).max(40.0),
            h: LINE,
        };
        if let Some(paint) = paint {
            let look = TileStyle {
                rect: swatch,
                name: text,
                says: text,
                text: "",
                size: LETTERS,
                paint: *paint,
                marked: false,
                left: false,
            };
            shape(x, lang, first + at * 2, &look);
        }
        let look = TileStyle {
            rect: line,
            name: text,
            says: text,
            text,
            size: LETTERS,
            paint: Paint::None,
            marked: false,
            left: true,
        };
        shape(x, lang, first + at * 2 + 1, &look);
    }
}

/// One rectangle with its letters.
fn shape(x: &mut Xml, lang: Lang, id: usize, look: &TileStyle<'_>) {
    x.within("p:sp", &[], |x| {
        x.within("p:nvSpPr", &[], |x| {
            let id = id.to_string();
            x.leaf("p:cNvPr", &[("id", &id), ("name", look.name), ("descr", look.says)]);
            x.leaf("p:cNvSpPr", &[]);
            x.leaf("p:nvPr", &[]);
        });
        x.within("p:spPr", &[], |x| {
            place(x, "a:xfrm", look.rect);
            x.raw("<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>");
            match look.paint {
                Paint::Class(shade) => shade.fill(x),
                Paint::Hatched => hatch(x),
                Paint::Dashed | Paint::None => x.leaf("a:noFill", &[]),
            }
            outline(x, look);
        });
        x.within("p:txBody", &[], |x| letters(x, lang, look));
    });
}

fn outline(x: &mut Xml, look: &TileStyle<'_>) {
    let (wide, colour, dashed) = match look.paint {
        Paint::None => {
            x.within("a:ln", &[], |x| x.leaf("a:noFill", &[]));
            return;
        }
        _ if look.marked => ("31750", "tx1", false),
        Paint::Dashed => ("9525", "tx2", true),
        Paint::Class(_) | Paint::Hatched => ("6350", "tx2", false),
    };
    x.within("a:ln", &[("w", wide)], |x| {
        slot(x, colour);
        if dashed {
            x.val("a:prstDash", "dash");
        }
    });
}

fn letters(x: &mut Xml, lang: Lang, look: &TileStyle<'_>) {
    let inset = [
        ("lIns", "0"),
        ("tIns", "0"),
        ("rIns", "0"),
        ("bIns", "0"),
        ("anchor", "ctr"),
    ];
    let mut body = vec![("wrap", if look.left { "square" } else { "none" })];
    body.extend(inset);
    x.within("a:bodyPr", &body, |x| {
        if look.left {
            x.leaf("a:normAutofit", &[]);
        }
    });
    x.leaf("a:lstStyle", &[]);
    x.within("a:p", &[], |x| {
        x.leaf("a:pPr", &[("algn", if look.left { "l" } else { "ctr" })]);
        let size = format!("{:.0}", look.size * 100.0);
        let attrs = [("lang", words::tag(lang)), ("sz", size.as_str())];
        let light = matches!(look.paint, Paint::Class(shade) if shade.dark);
        if look.text.is_empty() {
            x.leaf("a:endParaRPr", &attrs);
            return;
        }
        x.within("a:r", &[], |x| {
            x.within("a:rPr", &attrs, |x| {
                slot(x, if light { "bg1" } else { "tx1" });
                // On lines from corner to corner letters need paper behind them.
                if matches!(look.paint, Paint::Hatched) {
                    x.within("a:highlight", &[], |x| x.val("a:srgbClr", "FFFFFF"));
                }
            });
            x.text("a:t", &[], look.text);
        });
    });
}
