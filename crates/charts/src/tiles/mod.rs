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
use crate::axis::Axis;
use crate::body::Body;
use crate::elements::Label;
use crate::hatch::Block;
use crate::style::{Anchor, GroupStyle, TextStyle};
use crate::surface::{Chart, Surface, draw_series};
use crate::theme::Token;
use crate::units::{UNITS, units};

/// Minimum height of a tile, in CSS px.
const MIN_TILE: f64 = 20.0;

/// Columns from left to right and rows from top to bottom, each one long.
type MapChart = Chart<Axis, Axis>;

/// A text on a tile, from its centre.
type TileLabel<T> = Label<(f64, f64), T>;

impl Layout<'_> {
    /// Returns the rectangle of a tile.
    fn block(&self, tile: &Tile, area: Area, tile_size: &TileSize) -> Result<Block<(f64, f64)>, RenderError> {
        // A text that begins with the name already includes it.
        let includes_name = !tile.text.is_empty() && tile.text.starts_with(&tile.name);
        let parts = [tile.name.as_str(), tile.text.as_str()];
        let parts: Vec<&str> = parts
            .into_iter()
            .skip(usize::from(includes_name))
            .filter(|part| !part.is_empty())
            .collect();
        let (column, row) = (f64::from(tile.column), f64::from(tile.row));
        let corners = [(column, row), (column + 1.0, row + 1.0)];
        let block = match tile.fill {
            TileFill::Class(class) => Block::plain(corners, class_color(self.tiles, class)),
            TileFill::NoData => Block::hatched(corners).hole(self.label_area(tile, area, tile_size)?),
            TileFill::Place => Block::plain(corners, Token::Card),
        };
        Ok(block.inset(INSET).tip(parts.join(" · ")))
    }

    /// Creates the chart: a grid of columns and rows.
    fn chart(&self, surface: &Surface, (left, top): (f64, f64), tile_size: &TileSize) -> Result<MapChart, RenderError> {
        let map = Area {
            left,
            right: left + tile_size.width * self.grid.0,
            top,
            bottom: top + tile_size.height * self.grid.1,
        };
        let (column, row) = (f64::from(self.first.0), f64::from(self.first.1));
        let columns = Axis::new(column, column + self.grid.0);
        surface.chart(map, columns, Axis::new(row + self.grid.1, row))
    }

    /// Draws places without data with dashed outlines, and frames around marked tiles.
    fn frames(
        &self,
        surface: &Surface,
        chart: &mut MapChart,
        origin: (f64, f64),
        tile_size: &TileSize,
    ) -> Result<(), RenderError> {
        let places = |tile: &&Tile| tile.fill == TileFill::Place;
        surface.group(
            "places",
            r#" stroke-dasharray="12 10""#,
            |_| {},
            || {
                for tile in self.tiles.tiles.iter().filter(places) {
                    let area = self.area(tile, origin, tile_size);
                    draw_series(chart, [self.block(tile, area, tile_size)?])?;
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
    fn texts(&self, surface: &Surface, chart: &mut MapChart, tile_size: &TileSize) -> Result<(), RenderError> {
        let bold = |style: &mut GroupStyle| {
            style.anchor = Anchor::Middle;
            style.bold = true;
            style.font_size = (tile_size.label_size * UNITS).round() as u32;
        };
        let labels = self.labels(tile_size)?;
        surface.group("letters", "", bold, || draw_series(chart, labels))?;
        if tile_size.value_size > 0.0 {
            let quiet = |style: &mut GroupStyle| {
                style.anchor = Anchor::Middle;
                style.font_size = (tile_size.value_size * UNITS).round() as u32;
            };
            let values = self.values(tile_size)?;
            surface.group("values", "", quiet, || draw_series(chart, values))?;
        }
        Ok(())
    }

    /// Returns the lines of the tiles' labels, above the values.
    fn labels(&self, tile_size: &TileSize) -> Result<Vec<TileLabel<String>>, RenderError> {
        let mut labels = Vec::new();
        for tile in self.tiles_with_values().filter(|_| tile_size.label_size > 0.0) {
            let has_value = tile_size.value_size > 0.0 && matches!(tile.fill, TileFill::Class(_));
            let up = if has_value { tile_size.value_size * 0.55 } else { 0.0 };
            let style = TextStyle::new(tile_size.label_size, self.ink(tile))
                .bold()
                .anchor(Anchor::Middle);
            let lines = Self::label(tile, tile_size)?;
            let leading = tile_size.label_size * LINE_HEIGHT;
            let first = -up - leading * (lines.len() - 1) as f64 / 2.0;
            for (index, line) in lines.into_iter().enumerate() {
                labels.push(Label::new(middle(tile), line, style).below(first + leading * index as f64));
            }
        }
        Ok(labels)
    }

    fn values(&self, tile_size: &TileSize) -> Result<Vec<TileLabel<&str>>, RenderError> {
        let mut values = Vec::new();
        let classed = |tile: &&Tile| matches!(tile.fill, TileFill::Class(_));
        for tile in self.tiles_with_values().filter(classed) {
            let style = TextStyle::new(tile_size.value_size, self.ink(tile)).anchor(Anchor::Middle);
            let lines = Self::label(tile, tile_size)?.len();
            let down = if tile_size.named {
                LINE_HEIGHT / 2.0 * lines as f64
            } else {
                0.55
            };
            let label = Label::new(middle(tile), tile.text.as_str(), style);
            values.push(label.below(tile_size.label_size * down));
        }
        Ok(values)
    }

    /// Returns the text colour of a tile: dark on light backgrounds, light on dark ones.
    fn ink(&self, tile: &Tile) -> Token {
        match tile.fill {
            TileFill::Class(class) => ink_on(class_color(self.tiles, class)),
            TileFill::NoData | TileFill::Place => Token::Ink,
        }
    }
}

/// Returns the centre of a tile.
fn middle(tile: &Tile) -> (f64, f64) {
    (f64::from(tile.column) + 0.5, f64::from(tile.row) + 0.5)
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
        let mut chart = self.chart(surface, origin, &tile_size)?;
        let tiles = self.tiles_with_values();
        let blocks = tiles.map(|tile| self.block(tile, self.area(tile, origin, &tile_size), &tile_size));
        let blocks = blocks.collect::<Result<Vec<_>, _>>()?;
        surface.group("tiles", "", outline_style, || draw_series(&mut chart, blocks))?;
        self.frames(surface, &mut chart, origin, &tile_size)?;
        self.texts(surface, &mut chart, &tile_size)?;
        let places = |tile: &Tile| self.area(tile, origin, &tile_size);
        places::names(surface, self.tiles, self.first, places, (area.left, area.right))?;
        if self.legend_beside {
            let at = (left + map.0 + 2.0 * GAP, area.top);
            self.legend.draw_stacked(surface, self.tiles, at)
        } else {
            let at = (area.left, area.top + map.1 + GAP * 0.6);
            self.legend.draw(surface, self.tiles, at)
        }
    }
}
