//! The layout of a tile map: the sizes of its tiles, and what fits on them.

use domain::Lang;
use domain::chart::{Tile, TileFill, Tiles};

use crate::RenderError;
use crate::area::Area;
use crate::fonts::{self, Face};
use crate::tiles::key::Legend;

/// Maximum height of a tile, in CSS px.
const MAX_TILE: f64 = 54.0;
/// Maximum ratio of a tile's width to its height.
const MAX_ASPECT: f64 = 1.4;
/// Tiles with whole names: minimum width, height, and maximum ratio of width to height. If the height is given, tiles
/// rarely get that wide.
const NAMED_MIN_WIDTH: f64 = 62.0;
const NAMED_HEIGHT: f64 = 46.0;
const NAMED_MAX_ASPECT: f64 = 1.5;
/// Half of the space between tiles.
pub(crate) const INSET: f64 = 1.25;
/// Space between map and legend.
pub(crate) const GAP: f64 = 18.0;
/// Minimum font size of abbreviations, and of values.
const MIN_LABEL_SIZE: f64 = 7.0;
const MIN_VALUE_SIZE: f64 = 10.0;
/// Minimum and maximum font size of whole names, and their line height as a multiple of the font size.
const MIN_NAME_SIZE: f64 = 9.5;
const MAX_NAME_SIZE: f64 = 12.0;
pub(crate) const LINE_HEIGHT: f64 = 1.14;

/// A tile map laid out for one width.
pub(crate) struct Layout<'a> {
    pub(crate) tiles: &'a Tiles,
    /// First column and row of the grid, and the number of columns and rows.
    pub(crate) first: (u8, u8),
    pub(crate) grid: (f64, f64),
    width: f64,
    pub(crate) legend: Legend,
    /// The legend is to the right of the map, not below it.
    pub(crate) legend_beside: bool,
    /// The height is given; tiles take the shape that fills it.
    height_given: bool,
}

/// Width and height of a tile including the space around it, and the font sizes on it.
pub(crate) struct TileSize {
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) label_size: f64,
    /// Font size of the values below the labels; 0 if there is no space for them.
    pub(crate) value_size: f64,
    /// True if tiles have whole names instead of abbreviations.
    pub(crate) named: bool,
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
    pub(crate) fn tile_limits(&self) -> (f64, f64) {
        if self.height_given {
            (MAX_TILE * 2.0, MAX_ASPECT)
        } else if self.width / self.grid.0 >= NAMED_MIN_WIDTH {
            (NAMED_HEIGHT, NAMED_MAX_ASPECT)
        } else {
            (MAX_TILE, 1.0)
        }
    }

    /// Returns the height below the map.
    pub(crate) fn height_below(&self) -> f64 {
        if self.legend_beside {
            0.0
        } else {
            GAP * 0.6 + self.legend.height()
        }
    }

    /// Returns the width available to the map.
    pub(crate) fn map_width(&self) -> f64 {
        if self.legend_beside {
            self.width - 2.0 * GAP - self.legend.stacked_width()
        } else {
            self.width
        }
    }

    /// Computes the tile sizes for a map of this height.
    pub(crate) fn tile_size(&self, height: f64) -> Result<TileSize, RenderError> {
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
    pub(crate) fn label(tile: &Tile, tile_size: &TileSize) -> Result<Vec<String>, RenderError> {
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
    pub(crate) fn tiles_with_values(&self) -> impl Iterator<Item = &'a Tile> {
        self.tiles.tiles.iter().filter(|tile| tile.fill != TileFill::Place)
    }

    /// Returns the area of a tile without the space around it.
    pub(crate) fn area(&self, tile: &Tile, origin: (f64, f64), tile_size: &TileSize) -> Area {
        let left = origin.0 + f64::from(tile.column - self.first.0) * tile_size.width;
        let top = origin.1 + f64::from(tile.row - self.first.1) * tile_size.height;
        Area {
            left: left + INSET,
            right: left + tile_size.width - INSET,
            top: top + INSET,
            bottom: top + tile_size.height - INSET,
        }
    }

    /// Returns the area that hatching leaves free for the label.
    pub(crate) fn label_area(&self, tile: &Tile, area: Area, tile_size: &TileSize) -> Result<Area, RenderError> {
        let lines = Self::label(tile, tile_size)?;
        let widest = fonts::widest(lines.iter().map(String::as_str), Face::SemiBold, tile_size.label_size)?;
        let half_width = widest / 2.0 + 2.0;
        let half_height = tile_size.label_size * (0.33 + LINE_HEIGHT / 2.0 * (lines.len() - 1) as f64) + 3.0;
        let (x, y) = area.middle();
        Ok(Area {
            left: x - half_width,
            right: x + half_width,
            top: y - half_height,
            bottom: y + half_height,
        })
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
