//! Tile maps: one equal tile per province.

mod key;
mod places;

use domain::Lang;
use domain::chart::{Tile, TileFill, Tiles};

use self::key::Legend;
use crate::RenderError;
use crate::area::Area;
use crate::body::Body;
use crate::fonts::{self, Face};
use crate::hatch::hatch;
use crate::style::{Anchor, GroupStyle, TextStyle};
use crate::surface::Surface;
use crate::theme::Token;
use crate::units::{UNITS, units};

/// Maximum and minimum height of a tile, in CSS px.
const MAX_TILE: f64 = 54.0;
const MIN_TILE: f64 = 20.0;
/// Maximum ratio of a tile's width to its height.
const MAX_ASPECT: f64 = 1.4;
/// Tiles with whole names: minimum width, height, and maximum ratio of width to height. If the height is given, tiles
/// rarely get that wide.
const NAMED_MIN_WIDTH: f64 = 62.0;
const NAMED_HEIGHT: f64 = 46.0;
const NAMED_MAX_ASPECT: f64 = 1.5;
/// Half of the space between tiles.
const INSET: f64 = 1.25;
/// Space between map and legend.
const GAP: f64 = 18.0;
/// Minimum font size of abbreviations, and of values.
const MIN_LABEL_SIZE: f64 = 7.0;
const MIN_VALUE_SIZE: f64 = 10.0;
/// Minimum and maximum font size of whole names, and their line height as a multiple of the font size.
const MIN_NAME_SIZE: f64 = 9.5;
const MAX_NAME_SIZE: f64 = 12.0;
const LINE_HEIGHT: f64 = 1.14;

/// A tile map laid out for one width.
pub(crate) struct Layout<'a> {
    tiles: &'a Tiles,
    /// First column and row of the grid, and the number of columns and rows.
    first: (u8, u8),
    grid: (f64, f64),
    width: f64,
    legend: Legend,
    /// The legend is to the right of the map, not below it.
    legend_beside: bool,
    /// The height is given; tiles take the shape that fills it.
    height_given: bool,
}

/// Width and height of a tile including the space around it, and the font sizes on it.
struct TileSize {
    width: f64,
    height: f64,
    label_size: f64,
    /// Font size of the values below the labels; 0 if there is no space for them.
    value_size: f64,
    /// True if tiles have whole names instead of abbreviations.
    named: bool,
}

impl<'a> Layout<'a> {
    pub(crate) fn new(tiles: &'a Tiles, lang: Lang, width: f64, height: Option<f64>) -> Result<Self, RenderError> {
        let ends = |place: fn(&Tile) -> u8| {
            let places = tiles.tiles.iter().map(place);
            let (low, high) = (places.clone().min().unwrap_or(0), places.max().unwrap_or(0));
            (low, f64::from(high - low) + 1.0)
        };
        let (columns, rows) = (ends(|tile| tile.column), ends(|tile| tile.row));
        let legend = Legend::new(tiles, lang, width)?;
        let mut layout = Self {
            tiles,
            first: (columns.0, rows.0),
            grid: (columns.1, rows.1),
            width,
            legend,
            legend_beside: false,
            height_given: height.is_some(),
        };
        // Beside the map the legend needs no height; it must not take width from the tiles either.
        let (tile_height, max_aspect) = layout.tile_limits();
        let tile_height = height.map_or(tile_height, |height| (height / layout.grid.1).min(tile_height));
        let tile_width = if layout.height_given {
            tile_height
        } else {
            tile_height * max_aspect
        };
        layout.legend_beside = layout.grid.0 * tile_width + 2.0 * GAP + layout.legend.stacked_width() <= width;
        Ok(layout)
    }

    /// Returns the maximum height of a tile, and its maximum ratio of width to height.
    fn tile_limits(&self) -> (f64, f64) {
        if self.height_given {
            (MAX_TILE * 2.0, MAX_ASPECT)
        } else if self.width / self.grid.0 >= NAMED_MIN_WIDTH {
            (NAMED_HEIGHT, NAMED_MAX_ASPECT)
        } else {
            (MAX_TILE, 1.0)
        }
    }

    /// Returns the height below the map.
    fn height_below(&self) -> f64 {
        if self.legend_beside {
            0.0
        } else {
            GAP * 0.6 + self.legend.height()
        }
    }

    /// Returns the width available to the map.
    fn map_width(&self) -> f64 {
        if self.legend_beside {
            self.width - 2.0 * GAP - self.legend.stacked_width()
        } else {
            self.width
        }
    }

    /// Computes the tile sizes for a map of this height.
    fn tile_size(&self, height: f64) -> Result<TileSize, RenderError> {
        let max_width = self.map_width() / self.grid.0;
        let (max_height, max_aspect) = self.tile_limits();
        let tile_height = (height / self.grid.1).min(max_height).min(max_width * 1.15);
        let width = max_width.min(tile_height * max_aspect);
        let inner = width - 2.0 * INSET;
        let fits = |texts: &[&str], size: f64, face: Face| -> Result<f64, RenderError> {
            let widest = fonts::widest(texts.iter().copied(), face, 1.0)?;
            Ok(if widest > 0.0 {
                size.min((inner - 5.0) / widest)
            } else {
                size
            })
        };
        let shorts: Vec<&str> = self.tiles_with_values().map(|tile| tile.short.as_str()).collect();
        let label_size = fits(&shorts, (tile_height * 0.5).min(17.0), Face::SemiBold)?;
        let classed = self
            .tiles_with_values()
            .filter(|tile| matches!(tile.fill, TileFill::Class(_)));
        let texts: Vec<&str> = classed.map(|tile| tile.text.as_str()).collect();
        let values = fits(&texts, (label_size * 0.85).min(13.0), Face::Regular)?;
        if width >= NAMED_MIN_WIDTH {
            let fitting = fits(&texts, MAX_NAME_SIZE, Face::Regular)?;
            // Values that are words do not fit: the legend explains them.
            let values = if fitting >= MIN_VALUE_SIZE { fitting } else { 0.0 };
            let name_height = tile_height - 2.0 * INSET - values * LINE_HEIGHT - 2.0;
            let names = self.names(inner - 3.0, name_height / (2.0 * LINE_HEIGHT))?;
            if names >= MIN_NAME_SIZE {
                return Ok(TileSize {
                    width,
                    height: tile_height,
                    label_size: names,
                    value_size: values,
                    named: true,
                });
            }
        }
        let fits_both = (label_size + values) * 0.7 + 13.0 <= tile_height;
        Ok(TileSize {
            width,
            height: tile_height,
            label_size: if label_size < MIN_LABEL_SIZE { 0.0 } else { label_size },
            value_size: if fits_both && values >= MIN_VALUE_SIZE {
                values
            } else {
                0.0
            },
            named: false,
        })
    }

    /// Returns the font size at which every name fits in at most two lines.
    fn names(&self, width: f64, max_size: f64) -> Result<f64, RenderError> {
        let mut size = max_size.min(MAX_NAME_SIZE);
        for tile in self.tiles_with_values() {
            let lines = halves(&tile.name)?;
            let widest = fonts::widest(lines.iter().map(String::as_str), Face::SemiBold, 1.0)?;
            if widest > 0.0 {
                size = size.min(width / widest);
            }
        }
        Ok(size)
    }

    /// Returns the lines of a tile's label, above its value.
    fn label(tile: &Tile, tile_size: &TileSize) -> Result<Vec<String>, RenderError> {
        if !tile_size.named {
            return Ok(vec![tile.short.clone()]);
        }
        let label_width = tile_size.width - 2.0 * INSET - 3.0;
        if fonts::width(&tile.name, Face::SemiBold, tile_size.label_size)? <= label_width {
            return Ok(vec![tile.name.clone()]);
        }
        halves(&tile.name)
    }

    /// Returns the tiles that may have a value.
    fn tiles_with_values(&self) -> impl Iterator<Item = &'a Tile> {
        self.tiles.tiles.iter().filter(|tile| tile.fill != TileFill::Place)
    }

    fn area(&self, tile: &Tile, origin: (f64, f64), tile_size: &TileSize) -> Area {
        let left = origin.0 + f64::from(tile.column - self.first.0) * tile_size.width;
        let top = origin.1 + f64::from(tile.row - self.first.1) * tile_size.height;
        Area {
            left: left + INSET,
            right: left + tile_size.width - INSET,
            top: top + INSET,
            bottom: top + tile_size.height - INSET,
        }
    }

    fn draw_tile(&self, surface: &Surface, tile: &Tile, area: Area, tile_size: &TileSize) -> Result<(), RenderError> {
        // A text that begins with the name already includes it.
        let includes_name = !tile.text.is_empty() && tile.text.starts_with(&tile.name);
        let parts = [tile.name.as_str(), tile.text.as_str()];
        let parts: Vec<&str> = parts
            .into_iter()
            .skip(usize::from(includes_name))
            .filter(|part| !part.is_empty())
            .collect();
        surface.tip(&parts.join(" · "))?;
        match tile.fill {
            TileFill::Class(class) => surface.rect(area, class_color(self.tiles, class)),
            TileFill::NoData => {
                surface.rect(area, Token::Card)?;
                let hole = self.label_area(tile, area, tile_size)?;
                hatch(surface, area, Some(hole), Token::Soft)
            }
            TileFill::Place => surface.rect(area, Token::Card),
        }
    }

    /// Draws places without data with dashed outlines, and frames around marked tiles.
    fn frames(&self, surface: &Surface, origin: (f64, f64), tile_size: &TileSize) -> Result<(), RenderError> {
        let places = |tile: &&Tile| tile.fill == TileFill::Place;
        surface.group(
            "places",
            r#" stroke-dasharray="12 10""#,
            |_| {},
            || {
                for tile in self.tiles.tiles.iter().filter(places) {
                    let area = self.area(tile, origin, tile_size);
                    self.draw_tile(surface, tile, area, tile_size)?;
                    outline(surface, area, Token::Soft, 1.25, false)?;
                }
                Ok(())
            },
        )?;
        for tile in self.tiles.tiles.iter().filter(|tile| tile.marked) {
            let inside = self.area(tile, origin, tile_size);
            let outer = Area {
                left: inside.left - INSET,
                right: inside.right + INSET,
                top: inside.top - INSET,
                bottom: inside.bottom + INSET,
            };
            outline(surface, outer, Token::Card, 4.5, true)?;
            outline(surface, outer, Token::Ink, 3.0, true)?;
        }
        Ok(())
    }

    /// Returns the area that hatching leaves free for the label.
    fn label_area(&self, tile: &Tile, area: Area, tile_size: &TileSize) -> Result<Area, RenderError> {
        let lines = Self::label(tile, tile_size)?;
        let widest = fonts::widest(lines.iter().map(String::as_str), Face::SemiBold, tile_size.label_size)?;
        let half_width = widest / 2.0 + 2.0;
        let half_height = tile_size.label_size * (0.33 + LINE_HEIGHT / 2.0 * (lines.len() - 1) as f64) + 3.0;
        let (x, y) = middle(area);
        Ok(Area {
            left: x - half_width,
            right: x + half_width,
            top: y - half_height,
            bottom: y + half_height,
        })
    }

    /// Draws labels and values, after all tiles so that no frame covers them.
    fn texts(
        &self,
        surface: &Surface,
        origin: (f64, f64),
        tile_size: &TileSize,
        ends: (f64, f64),
    ) -> Result<(), RenderError> {
        let bold = |style: &mut GroupStyle| {
            style.anchor = Anchor::Middle;
            style.bold = true;
            style.font_size = (tile_size.label_size * UNITS).round() as u32;
        };
        surface.group("letters", "", bold, || {
            for tile in self.tiles_with_values().filter(|_| tile_size.label_size > 0.0) {
                let (x, y) = middle(self.area(tile, origin, tile_size));
                let has_value = tile_size.value_size > 0.0 && matches!(tile.fill, TileFill::Class(_));
                let up = if has_value { tile_size.value_size * 0.55 } else { 0.0 };
                let style = TextStyle::new(tile_size.label_size, self.ink(tile))
                    .bold()
                    .anchor(Anchor::Middle);
                let lines = Self::label(tile, tile_size)?;
                let first = y - up - tile_size.label_size * LINE_HEIGHT * (lines.len() - 1) as f64 / 2.0;
                for (index, line) in lines.iter().enumerate() {
                    surface.text(
                        line,
                        (x, first + tile_size.label_size * LINE_HEIGHT * index as f64),
                        style,
                    )?;
                }
            }
            Ok(())
        })?;
        if tile_size.value_size > 0.0 {
            let quiet = |style: &mut GroupStyle| {
                style.anchor = Anchor::Middle;
                style.font_size = (tile_size.value_size * UNITS).round() as u32;
            };
            surface.group("values", "", quiet, || self.values(surface, origin, tile_size))?;
        }
        places::names(
            surface,
            self.tiles,
            self.first,
            |tile| self.area(tile, origin, tile_size),
            ends,
        )
    }

    fn values(&self, surface: &Surface, origin: (f64, f64), tile_size: &TileSize) -> Result<(), RenderError> {
        for tile in self
            .tiles_with_values()
            .filter(|tile| matches!(tile.fill, TileFill::Class(_)))
        {
            let (x, y) = middle(self.area(tile, origin, tile_size));
            let style = TextStyle::new(tile_size.value_size, self.ink(tile)).anchor(Anchor::Middle);
            let lines = Self::label(tile, tile_size)?.len();
            let down = if tile_size.named {
                LINE_HEIGHT / 2.0 * lines as f64
            } else {
                0.55
            };
            surface.text(&tile.text, (x, y + tile_size.label_size * down), style)?;
        }
        Ok(())
    }

    /// Returns the text colour of a tile: dark on light backgrounds, light on dark ones.
    fn ink(&self, tile: &Tile) -> Token {
        match tile.fill {
            TileFill::Class(class) => ink_on(class_color(self.tiles, class)),
            TileFill::NoData | TileFill::Place => Token::Ink,
        }
    }
}

/// Splits a name into the two lines with the smallest maximum width; a single word stays in one line.
fn halves(name: &str) -> Result<Vec<String>, RenderError> {
    let mut best = (f64::INFINITY, vec![name.to_owned()]);
    for (at, _) in name.match_indices(' ') {
        let lines = [&name[..at], &name[at + 1..]];
        let widest = fonts::widest(lines, Face::SemiBold, 1.0)?;
        if widest < best.0 {
            best = (widest, lines.map(str::to_owned).into());
        }
    }
    Ok(best.1)
}

pub(crate) fn middle(area: Area) -> (f64, f64) {
    (
        f64::midpoint(area.left, area.right),
        f64::midpoint(area.top, area.bottom),
    )
}

/// Draws a frame along the inner edge of `area`. `closed` repeats the first side so that the last corner is a proper
/// corner too; with dashes, that side would visibly be drawn twice.
fn outline(surface: &Surface, area: Area, color: Token, width: f64, closed: bool) -> Result<(), RenderError> {
    let half = width / 2.0;
    let (left, right) = (area.left + half, area.right - half);
    let (top, bottom) = (area.top + half, area.bottom - half);
    let mut corners = vec![(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
    if closed {
        corners.push((right, top));
    }
    surface.line(&corners, color, width)
}

/// Returns the colour of a class. Fewer than five classes are spread over the whole range.
pub(crate) fn class_color(tiles: &Tiles, class: usize) -> Token {
    const SEQUENTIAL: [Token; 5] = [Token::T1, Token::T2, Token::T3, Token::T4, Token::Accent];
    const DIVERGING: [Token; 5] = [Token::Down, Token::Fall, Token::Level, Token::T2, Token::Up];
    let chosen: &[usize] = match (tiles.classes.len(), tiles.diverging) {
        (0 | 1, _) => &[2],
        (2, false) => &[1, 4],
        (2, true) => &[0, 4],
        (3, _) => &[0, 2, 4],
        (4, _) => &[0, 1, 3, 4],
        _ => &[0, 1, 2, 3, 4],
    };
    let palette = if tiles.diverging { DIVERGING } else { SEQUENTIAL };
    palette[chosen[class.min(chosen.len() - 1)]]
}

/// Returns the text colour that is readable on a class.
fn ink_on(background: Token) -> Token {
    match background {
        Token::T4 | Token::Accent | Token::Up | Token::Down => Token::Card,
        _ => Token::Ink,
    }
}

impl Body for Layout<'_> {
    fn height(&self) -> f64 {
        let tile_height = (self.map_width() / self.grid.0).min(self.tile_limits().0);
        let map = tile_height * self.grid.1;
        if self.legend_beside {
            map.max(self.legend.stacked_height())
        } else {
            map + self.height_below()
        }
    }

    fn min_height(&self) -> f64 {
        let map = MIN_TILE.min(self.map_width() / self.grid.0) * self.grid.1;
        if self.legend_beside {
            map.max(self.legend.stacked_height())
        } else {
            map + self.height_below()
        }
    }

    fn draw(&self, surface: &Surface, area: Area) -> Result<(), RenderError> {
        let height = area.height() - self.height_below();
        let tile_size = self.tile_size(height)?;
        let map = (tile_size.width * self.grid.0, tile_size.height * self.grid.1);
        let total_width = if self.legend_beside {
            map.0 + 2.0 * GAP + self.legend.stacked_width()
        } else {
            map.0
        };
        let left = area.left + ((area.width() - total_width) / 2.0).max(0.0);
        let origin = (left, area.top);
        let outline_style = |style: &mut GroupStyle| {
            style.stroke = Some(Token::Soft);
            style.stroke_width = units(0.5) as u32;
        };
        surface.group("tiles", "", outline_style, || {
            for tile in self.tiles_with_values() {
                self.draw_tile(surface, tile, self.area(tile, origin, &tile_size), &tile_size)?;
            }
            Ok(())
        })?;
        self.frames(surface, origin, &tile_size)?;
        self.texts(surface, origin, &tile_size, (area.left, area.right))?;
        if self.legend_beside {
            let at = (left + map.0 + 2.0 * GAP, area.top);
            self.legend.draw_stacked(surface, self.tiles, at)
        } else {
            let at = (area.left, area.top + map.1 + GAP * 0.6);
            self.legend.draw(surface, self.tiles, at)
        }
    }
}
