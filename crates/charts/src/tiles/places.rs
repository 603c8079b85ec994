//! Names of the places on a map for which no figures are made: on their tiles where letters
//! stay readable, else beside them in the sea.

use domain::chart::{Tile, TileFill, Tiles};

use crate::RenderError;
use crate::canvas::Anchor;
use crate::fonts::{self, Face};
use crate::surface::{Area, Surface, Type};
use crate::theme::Token;
use crate::tiles::middle;

/// Largest letters on a tile, the least that are read with ease, and the least of all.
const MOST: f64 = 13.0;
const EASY: f64 = 9.0;
const LEAST: f64 = 7.0;
/// Letters beside a tile.
const BESIDE: f64 = 11.0;

/// Writes the names of all places; `first` are the first column and row of the grid, `ends` the
/// ends of the picture across.
pub(crate) fn names(
    surface: &Surface,
    tiles: &Tiles,
    first: (u8, u8),
    area: impl Fn(&Tile) -> Area,
    ends: (f64, f64),
) -> Result<(), RenderError> {
    let last = tiles.tiles.iter().map(|tile| tile.row).max().unwrap_or(0);
    let mut taken: Vec<(u8, u8)> = tiles.tiles.iter().map(|tile| (tile.column, tile.row)).collect();
    let places = || tiles.tiles.iter().filter(|tile| tile.fill == TileFill::Place);
    // All in the same way.
    let mut easy = true;
    for tile in places() {
        easy &= fitting(&split(&tile.name), area(tile))? >= EASY;
    }
    for tile in places() {
        let on = area(tile);
        let name = split(&tile.name);
        let inside = fitting(&name, on)?;
        if easy {
            write(surface, &name, on, inside)?;
            continue;
        }
        // Under the tile, then above it.
        let rows = [tile.row.checked_add(1), tile.row.checked_sub(1)];
        let rows = rows.into_iter().flatten().filter(|row| (first.1..=last).contains(row));
        let look = Type::new(BESIDE, Token::Ink).anchor(Anchor::Middle);
        let wide = look.width(&tile.name)?;
        let free = |row: &u8| {
            let around = [
                tile.column.checked_sub(1),
                Some(tile.column),
                tile.column.checked_add(1),
            ];
            let clear = around
                .into_iter()
                .flatten()
                .all(|column| !taken.contains(&(column, *row)));
            clear && wide <= on.width() * 2.5 && on.height() >= BESIDE + 4.0
        };
        if let Some(row) = rows.into_iter().find(free) {
            let x = middle(on).0.min(ends.1 - wide / 2.0).max(ends.0 + wide / 2.0);
            let y = if row > tile.row {
                on.bottom + BESIDE * 0.8 + 2.0
            } else {
                on.top - BESIDE * 0.8 - 2.0
            };
            surface.text(&tile.name, (x, y), look)?;
            taken.extend(
                [
                    tile.column.saturating_sub(1),
                    tile.column,
                    tile.column.saturating_add(1),
                ]
                .map(|c| (c, row)),
            );
        } else if inside >= LEAST {
            write(surface, &name, on, inside)?;
            continue;
        }
        let short = vec![tile.short.clone()];
        write(surface, &short, on, fitting(&short, on)?.min(BESIDE))?;
    }
    Ok(())
}

/// A name with each word on a line.
fn split(name: &str) -> Vec<String> {
    name.split_whitespace().map(str::to_owned).collect()
}

/// The size in which lines fit on a tile; 0 where there are too many.
fn fitting(lines: &[String], on: Area) -> Result<f64, RenderError> {
    let widest = fonts::widest(lines.iter().map(String::as_str), Face::Regular, 1.0)?;
    if widest <= 0.0 || lines.len() > 2 {
        return Ok(0.0);
    }
    let high = (on.height() - 4.0) / (lines.len() as f64 * 1.25);
    Ok(MOST.min((on.width() - 2.5) / widest).min(high))
}

fn write(surface: &Surface, lines: &[String], on: Area, size: f64) -> Result<(), RenderError> {
    if size < LEAST {
        return Ok(());
    }
    let look = Type::new(size, Token::Ink).anchor(Anchor::Middle);
    surface.lines(lines, middle(on), look)
}
