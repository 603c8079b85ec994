//! Draws a tile map on a slide: one labelled rectangle per province, and a key next to them. Every
//! tile is a separate shape, so that it can be coloured, moved and deleted.

use domain::{
    Lang,
    chart::{ChartModel, Tile, TileFill, Tiles},
};

use super::{arrange::Rect, drawing, shapes::place};
use crate::{
    chart::MIN_SIZE,
    text::{clean, number, width},
    theme::{hatch, slot},
    tiles::{self, Shade},
    words,
    xml::Xml,
};

/// Maximum share of the width for the map; the key is next to it.
const MAP_SHARE: f64 = 0.72;
/// Maximum ratio of a tile's width to its height: names need width, and a slide has little height.
const MAX_ASPECT_RATIO: f64 = 4.0;
/// Gap between tiles, in points.
const TILE_GAP: f64 = 1.5;
/// Line height and font size of the key, in points.
const KEY_LINE_HEIGHT: f64 = 22.0;
const MIN_LINE_HEIGHT: f64 = 15.0;
const KEY_FONT_SIZE: f64 = 12.0;

/// Width of the characters of names as a multiple of the estimate, which is for running text.
const WIDTH_FACTOR: f64 = 1.0;

/// First shape id of the names of places, above the ids of all tiles and of the key.
const FIRST_NAME_ID: usize = 2000;

/// A rectangle and how it is drawn.
struct TileStyle<'a> {
    rect: Rect,
    name: &'a str,
    description: &'a str,
    text: &'a str,
    /// Font size, in points.
    size: f64,
    paint: Paint,
    marked: bool,
    left_aligned: bool,
}

#[derive(Clone, Copy)]
enum Paint {
    Class(Shade),
    Hatched,
    Dashed,
    /// Text without fill or outline.
    None,
}

/// Writes the map in its area, with the model's description as alternative text.
pub(super) fn write(x: &mut Xml, model: &ChartModel, tiles: &Tiles, room: Rect) {
    let (title, description) = (clean(&model.title), clean(&model.description));
    drawing::grouped(x, room, (&title, &description), |x| draw(x, tiles, room, model.lang));
}

fn draw(x: &mut Xml, tiles: &Tiles, room: Rect, lang: Lang) {
    let (columns, rows) = tiles::grid_size(tiles);
    let tile_height = room.h / number(rows.max(1));
    let tile_width = (room.w * MAP_SHARE / number(columns.max(1))).min(tile_height * MAX_ASPECT_RATIO);
    let tile_height = tile_height.min(tile_width);
    let available = tile_width - TILE_GAP - 2.0;
    let longest = tiles
        .tiles
        .iter()
        .map(|tile| width(&clean(tile_text(tile, available)), WIDTH_FACTOR))
        .fold(1.0, f64::max);
    let size = (available / longest)
        .min((tile_height - TILE_GAP) / 1.15)
        .clamp(MIN_SIZE, 16.0);
    let rect_of = |tile: &Tile| Rect {
        x: room.x + tile_width * f64::from(tile.column),
        y: room.y + tile_height * f64::from(tile.row),
        w: tile_width - TILE_GAP,
        h: tile_height - TILE_GAP,
    };
    for (id, tile) in (11..).zip(&tiles.tiles) {
        let paint = match tile.fill {
            TileFill::Class(class) => Paint::Class(Shade::of_class(tiles, class)),
            TileFill::NoData => Paint::Hatched,
            TileFill::Place => Paint::Dashed,
        };
        let class = tiles::class_name(tiles, tile);
        let name = clean(&tile.name);
        let mut description = format!("{name}: {}", clean(&tile.text));
        if !class.is_empty() && matches!(tile.fill, TileFill::Class(_)) {
            description = format!("{description} ({class})");
        }
        let style = TileStyle {
            rect: rect_of(tile),
            name: &name,
            description: &description,
            text: &clean(tile_text(tile, available)),
            size,
            paint,
            marked: tile.marked,
            left_aligned: false,
        };
        shape(x, lang, id, &style);
    }
    names(x, tiles, rect_of, (lang, size));
    let key_left = room.x + tile_width * number(columns) + 24.0;
    let room = Rect {
        x: key_left,
        w: room.x + room.w - key_left,
        ..room
    };
    key(x, tiles, (room, available), lang);
}

/// Returns the name on a tile: in full if it fits legibly, otherwise abbreviated.
fn tile_text(tile: &Tile, available: f64) -> &str {
    let fits = width(&clean(&tile.name), MIN_SIZE * WIDTH_FACTOR) <= available;
    if fits && tile.fill != TileFill::Place {
        &tile.name
    } else {
        &tile.short
    }
}

/// Draws the names of places below their tiles: their abbreviations are not well known.
fn names(x: &mut Xml, tiles: &Tiles, rect_of: impl Fn(&Tile) -> Rect, (lang, size): (Lang, f64)) {
    let places = tiles.tiles.iter().filter(|tile| tile.fill == TileFill::Place);
    for (id, tile) in (FIRST_NAME_ID..).zip(places) {
        let (tile_rect, name) = (rect_of(tile), clean(&tile.name));
        let rect = Rect {
            x: tile_rect.x,
            y: tile_rect.y + tile_rect.h + 1.0,
            w: tile_rect.w,
            h: tile_rect.h,
        };
        let style = TileStyle {
            rect,
            name: &name,
            description: &name,
            text: &name,
            size,
            paint: Paint::None,
            marked: false,
            left_aligned: false,
        };
        shape(x, lang, id, &style);
    }
}

/// Draws the key: the highest class on top, then provinces without figures, then the places.
fn key(x: &mut Xml, tiles: &Tiles, (room, available): (Rect, f64), lang: Lang) {
    let mut lines: Vec<(Option<Paint>, String)> = vec![(None, words::KEY.get(lang).to_owned())];
    for (index, class) in tiles.classes.iter().enumerate().rev() {
        let text = format!("{} ({})", clean(&class.label), class.count);
        lines.push((Some(Paint::Class(Shade::of_class(tiles, index))), text));
    }
    if tiles.no_data_count > 0 {
        let text = format!("{} ({})", clean(&tiles.no_data), tiles.no_data_count);
        lines.push((Some(Paint::Hatched), text));
    }
    if tiles.tiles.iter().any(|tile| tile.fill == TileFill::Place) {
        lines.push((Some(Paint::Dashed), words::PLACES.get(lang).to_owned()));
    }
    for tile in tiles.tiles.iter().filter(|tile| tile.fill == TileFill::Place) {
        lines.push((None, tiles::place_label(tile)));
    }
    let abbreviated = tiles.tiles.iter().filter(|tile| tile.fill != TileFill::Place);
    let abbreviated = abbreviated.filter(|tile| tile_text(tile, available) != tile.name);
    let abbreviated = abbreviated.map(|tile| (None, clean(&format!("{}: {}", tile.short, tile.name))));
    let abbreviated: Vec<_> = abbreviated.collect();
    // On a narrow slide nearly all names are abbreviated: the description of each tile has its name.
    if number(lines.len() + abbreviated.len()) * MIN_LINE_HEIGHT <= room.h {
        lines.extend(abbreviated);
    }
    let line_height = KEY_LINE_HEIGHT.min(room.h / number(lines.len().max(1)));
    let first = 11 + tiles.tiles.len();
    for (index, (paint, text)) in lines.iter().enumerate() {
        let y = room.y + line_height * number(index);
        let swatch = Rect {
            x: room.x,
            y: y + 3.0,
            w: 28.0,
            h: (line_height - 8.0).max(8.0),
        };
        let indent = if paint.is_some() { 36.0 } else { 0.0 };
        let line = Rect {
            x: room.x + indent,
            y,
            w: (room.w - indent).max(40.0),
            h: line_height,
        };
        if let Some(paint) = paint {
            let style = TileStyle {
                rect: swatch,
                name: text,
                description: text,
                text: "",
                size: KEY_FONT_SIZE,
                paint: *paint,
                marked: false,
                left_aligned: false,
            };
            shape(x, lang, first + index * 2, &style);
        }
        let style = TileStyle {
            rect: line,
            name: text,
            description: text,
            text,
            size: KEY_FONT_SIZE,
            paint: Paint::None,
            marked: false,
            left_aligned: true,
        };
        shape(x, lang, first + index * 2 + 1, &style);
    }
}

/// Writes a rectangle with its text.
fn shape(x: &mut Xml, lang: Lang, id: usize, style: &TileStyle<'_>) {
    x.within("p:sp", &[], |x| {
        x.within("p:nvSpPr", &[], |x| {
            let id = id.to_string();
            x.leaf(
                "p:cNvPr",
                &[("id", &id), ("name", style.name), ("descr", style.description)],
            );
            x.leaf("p:cNvSpPr", &[]);
            x.leaf("p:nvPr", &[]);
        });
        x.within("p:spPr", &[], |x| {
            place(x, "a:xfrm", style.rect);
            x.raw("<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>");
            match style.paint {
                Paint::Class(shade) => shade.fill(x),
                Paint::Hatched => hatch(x),
                Paint::Dashed | Paint::None => x.leaf("a:noFill", &[]),
            }
            outline(x, style);
        });
        x.within("p:txBody", &[], |x| text_body(x, lang, style));
    });
}

fn outline(x: &mut Xml, style: &TileStyle<'_>) {
    let (line_width, colour, dashed) = match style.paint {
        Paint::None => {
            x.within("a:ln", &[], |x| x.leaf("a:noFill", &[]));
            return;
        }
        _ if style.marked => ("31750", "tx1", false),
        Paint::Dashed => ("9525", "tx2", true),
        Paint::Class(_) | Paint::Hatched => ("6350", "tx2", false),
    };
    x.within("a:ln", &[("w", line_width)], |x| {
        slot(x, colour);
        if dashed {
            x.val("a:prstDash", "dash");
        }
    });
}

fn text_body(x: &mut Xml, lang: Lang, style: &TileStyle<'_>) {
    let inset = [
        ("lIns", "0"),
        ("tIns", "0"),
        ("rIns", "0"),
        ("bIns", "0"),
        ("anchor", "ctr"),
    ];
    let mut body = vec![("wrap", if style.left_aligned { "square" } else { "none" })];
    body.extend(inset);
    x.within("a:bodyPr", &body, |x| {
        if style.left_aligned {
            x.leaf("a:normAutofit", &[]);
        }
    });
    x.leaf("a:lstStyle", &[]);
    x.within("a:p", &[], |x| {
        x.leaf("a:pPr", &[("algn", if style.left_aligned { "l" } else { "ctr" })]);
        let size = format!("{:.0}", style.size * 100.0);
        let attrs = [("lang", words::tag(lang)), ("sz", size.as_str())];
        let light = matches!(style.paint, Paint::Class(shade) if shade.dark);
        if style.text.is_empty() {
            x.leaf("a:endParaRPr", &attrs);
            return;
        }
        x.within("a:r", &[], |x| {
            x.within("a:rPr", &attrs, |x| {
                slot(x, if light { "bg1" } else { "tx1" });
                // Text on a hatched fill needs a plain background to be legible.
                if matches!(style.paint, Paint::Hatched) {
                    x.within("a:highlight", &[], |x| x.val("a:srgbClr", "FFFFFF"));
                }
            });
            x.text("a:t", &[], style.text);
        });
    });
}
