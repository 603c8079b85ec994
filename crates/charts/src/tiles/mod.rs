//! Tile maps: one equal tile per province.

mod colors;
mod key;
mod layout;
mod places;

use domain::chart::{Tile, TileFill};

use self::colors::{class_color, ink_on};
pub(crate) use self::layout::Layout;
use self::layout::{GAP, INSET, LINE_HEIGHT, TileSize};
use crate::RenderError;
use crate::area::Area;
use crate::body::Body;
use crate::hatch::Block;
use crate::style::{Anchor, GroupStyle, TextStyle};
use crate::surface::Surface;
use crate::theme::Token;
use crate::units::{UNITS, units};

/// Minimum height of a tile, in CSS px.
const MIN_TILE: f64 = 20.0;

impl Layout<'_> {
    fn draw_tile(&self, surface: &Surface, tile: &Tile, area: Area, tile_size: &TileSize) -> Result<(), RenderError> {
        // A text that begins with the name already includes it.
        let includes_name = !tile.text.is_empty() && tile.text.starts_with(&tile.name);
        let parts = [tile.name.as_str(), tile.text.as_str()];
        let parts: Vec<&str> = parts
            .into_iter()
            .skip(usize::from(includes_name))
            .filter(|part| !part.is_empty())
            .collect();
        let block = match tile.fill {
            TileFill::Class(class) => Block::plain_area(area, class_color(self.tiles, class)),
            TileFill::NoData => Block::hatched_area(area).hole(self.label_area(tile, area, tile_size)?),
            TileFill::Place => Block::plain_area(area, Token::Card),
        };
        surface.draw(&block.tip(parts.join(" · ")))
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
                let (x, y) = self.area(tile, origin, tile_size).middle();
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
            let (x, y) = self.area(tile, origin, tile_size).middle();
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
