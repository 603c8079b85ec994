//! Names of the places on a map for which there are no data: on their tiles if readable there, otherwise next to them
//! in the sea.

use domain::chart::{Tile, TileFill, Tiles};

use crate::RenderError;
use crate::area::Area;
use crate::fonts::{self, Face};
use crate::style::{Anchor, TextStyle};
use crate::surface::Surface;
use crate::theme::Token;

/// Maximum, easily readable and minimum font size on a tile.
const MAX_SIZE: f64 = 13.0;
const READABLE_SIZE: f64 = 9.0;
const MIN_SIZE: f64 = 7.0;
/// Font size next to a tile.
const BESIDE_SIZE: f64 = 11.0;

/// Draws the names of all places; `first` is the first column and row of the grid, `ends` are the left and right ends
/// of the chart.
pub(crate) fn names(
    surface: &Surface,
    tiles: &Tiles,
    first: (u8, u8),
    area: impl Fn(&Tile) -> Area,
    ends: (f64, f64),
) -> Result<(), RenderError> {
    let last = tiles.tiles.iter().map(|tile| tile.row).max().unwrap_or(0);
    let mut occupied: Vec<(u8, u8)> = tiles.tiles.iter().map(|tile| (tile.column, tile.row)).collect();
    let places = || tiles.tiles.iter().filter(|tile| tile.fill == TileFill::Place);
    // All names are drawn in the same way.
    let mut all_readable = true;
    for tile in places() {
        all_readable &= fitting_size(&words(&tile.name), area(tile))? >= READABLE_SIZE;
    }
    for tile in places() {
        let tile_area = area(tile);
        let name = words(&tile.name);
        let size = fitting_size(&name, tile_area)?;
        if all_readable {
            draw_name(surface, &name, tile_area, size)?;
            continue;
        }
        // Below the tile, otherwise above it.
        let rows = [tile.row.checked_add(1), tile.row.checked_sub(1)];
        let rows = rows.into_iter().flatten().filter(|row| (first.1..=last).contains(row));
        let style = TextStyle::new(BESIDE_SIZE, Token::Ink).anchor(Anchor::Middle);
        let name_width = style.width(&tile.name)?;
        let is_free = |row: &u8| {
            let columns = [
                tile.column.checked_sub(1),
                Some(tile.column),
                tile.column.checked_add(1),
            ];
            let clear = columns
                .into_iter()
                .flatten()
                .all(|column| !occupied.contains(&(column, *row)));
            clear && name_width <= tile_area.width() * 2.5 && tile_area.height() >= BESIDE_SIZE + 4.0
        };
        if let Some(row) = rows.into_iter().find(is_free) {
            let x = tile_area
                .middle()
                .0
                .min(ends.1 - name_width / 2.0)
                .max(ends.0 + name_width / 2.0);
            let y = if row > tile.row {
                tile_area.bottom + BESIDE_SIZE * 0.8 + 2.0
            } else {
                tile_area.top - BESIDE_SIZE * 0.8 - 2.0
            };
            surface.text(&tile.name, (x, y), style)?;
            occupied.extend(
                [
                    tile.column.saturating_sub(1),
                    tile.column,
                    tile.column.saturating_add(1),
                ]
                .map(|c| (c, row)),
            );
        } else if size >= MIN_SIZE {
            draw_name(surface, &name, tile_area, size)?;
            continue;
        }
        let short = vec![tile.short.clone()];
        draw_name(
            surface,
            &short,
            tile_area,
            fitting_size(&short, tile_area)?.min(BESIDE_SIZE),
        )?;
    }
    Ok(())
}

/// Splits a name into one line per word.
fn words(name: &str) -> Vec<String> {
    name.split_whitespace().map(str::to_owned).collect()
}

/// Returns the font size at which the lines fit on a tile; 0 if there are more than two or none has text.
fn fitting_size(lines: &[String], tile_area: Area) -> Result<f64, RenderError> {
    let widest = fonts::widest(lines.iter().map(String::as_str), Face::Regular, 1.0)?;
    if widest <= 0.0 || lines.len() > 2 {
        return Ok(0.0);
    }
    let max_by_height = (tile_area.height() - 4.0) / (lines.len() as f64 * 1.25);
    Ok(MAX_SIZE.min((tile_area.width() - 2.5) / widest).min(max_by_height))
}

fn draw_name(surface: &Surface, lines: &[String], tile_area: Area, size: f64) -> Result<(), RenderError> {
    if size < MIN_SIZE {
        return Ok(());
    }
    let style = TextStyle::new(size, Token::Ink).anchor(Anchor::Middle);
    surface.lines(lines, tile_area.middle(), style)
}
