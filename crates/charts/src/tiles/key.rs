//! The legend of a map: each class with its bounds and the number of provinces in it.

use domain::Lang;
use domain::chart::{TileFill, Tiles};
use messages::fill;

use crate::RenderError;
use crate::fonts;
use crate::hatch::Block;
use crate::legend::{self, Entry, LEGEND_LINE, legend_style};
use crate::style::GroupStyle;
use crate::surface::Surface;
use crate::theme::Token;
use crate::tiles::colors::class_color;
use crate::units::units;

/// Width and height of a swatch, and the distance from its left end to its text.
const SWATCH: (f64, f64) = (18.0, 14.0);
const SWATCH_TEXT: f64 = 26.0;

/// Measured entries: the classes, then missing data.
pub(crate) struct Legend {
    entries: Vec<Entry>,
    /// Width of the widest entry.
    widest: f64,
    classes: usize,
}

impl Legend {
    pub(crate) fn new(tiles: &Tiles, lang: Lang, width: f64) -> Result<Self, RenderError> {
        let mut classes: Vec<(&str, usize)> = Vec::new();
        classes.extend(tiles.classes.iter().map(|class| (class.label.as_str(), class.count)));
        let has_missing = tiles.no_data_count > 0 || tiles.tiles.iter().any(|tile| tile.fill == TileFill::NoData);
        if has_missing {
            classes.push((&tiles.no_data, tiles.no_data_count));
        }
        let mut texts = Vec::new();
        for (label, count) in classes {
            texts.push(entry_text(label, count, lang, width - SWATCH_TEXT)?);
        }
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let entries = legend::flow(&texts, SWATCH_TEXT, width)?;
        let mut widest = 0.0_f64;
        for entry in &entries {
            widest = widest.max(SWATCH_TEXT + legend_style().width(&entry.text)?);
        }
        Ok(Self {
            entries,
            widest,
            classes: tiles.classes.len(),
        })
    }

    /// Returns the width of the legend if its entries are stacked.
    pub(crate) fn stacked_width(&self) -> f64 {
        self.widest
    }

    /// Returns the height of the legend if its entries are stacked.
    pub(crate) fn stacked_height(&self) -> f64 {
        self.entries.len() as f64 * LEGEND_LINE
    }

    /// Returns the height of the legend if its entries flow in lines.
    pub(crate) fn height(&self) -> f64 {
        self.entries
            .last()
            .map_or(0.0, |entry| (entry.line + 1) as f64 * LEGEND_LINE)
    }

    pub(crate) fn draw(&self, surface: &Surface, tiles: &Tiles, (left, top): (f64, f64)) -> Result<(), RenderError> {
        for (index, entry) in self.entries.iter().enumerate() {
            let at = (left + entry.left, top + (entry.line as f64 + 0.5) * LEGEND_LINE);
            self.entry(surface, tiles, index, at)?;
        }
        Ok(())
    }

    pub(crate) fn draw_stacked(
        &self,
        surface: &Surface,
        tiles: &Tiles,
        (left, top): (f64, f64),
    ) -> Result<(), RenderError> {
        for index in 0..self.entries.len() {
            self.entry(surface, tiles, index, (left, top + (index as f64 + 0.5) * LEGEND_LINE))?;
        }
        Ok(())
    }

    fn entry(&self, surface: &Surface, tiles: &Tiles, index: usize, (left, y): (f64, f64)) -> Result<(), RenderError> {
        let swatch = legend::swatch((left, y), SWATCH);
        let block = if index < self.classes {
            Block::plain(swatch, class_color(tiles, index))
        } else {
            Block::hatched(swatch)
        };
        let outline = |style: &mut GroupStyle| {
            style.stroke = Some(Token::Soft);
            style.stroke_width = units(0.5) as u32;
        };
        surface.group("", "", outline, || surface.draw(&block))?;
        surface.text(&self.entries[index].text, (left + SWATCH_TEXT, y), legend_style())
    }
}

/// Formats a class with its number of provinces; a label that is too long is cut, never the count.
fn entry_text(label: &str, count: usize, lang: Lang, width: f64) -> Result<String, RenderError> {
    let count = fill!(messages::charts::CLASS_COUNT, lang, count = count);
    let style = legend_style();
    let label_width = width - style.width(&count)? - 1.0;
    Ok(fonts::cut(label, style.face, style.size, label_width)? + &count)
}
