//! The key of a map: each class with its bounds and how many provinces are in it.

use domain::Lang;
use domain::chart::{TileFill, Tiles};

use crate::RenderError;
use crate::canvas::GroupStyle;
use crate::fonts;
use crate::hatch::hatch;
use crate::rows::{self, Entry, KEY, key_look};
use crate::surface::{Area, Surface, units};
use crate::theme::Token;
use crate::tiles::class_color;

/// Width of a swatch, its height, and from its left end to its text.
const SWATCH: (f64, f64) = (18.0, 14.0);
const SIGN: f64 = 26.0;

/// Measured entries: the classes, then what has no value.
pub(crate) struct Key {
    entries: Vec<Entry>,
    /// Width of the widest entry.
    widest: f64,
    classes: usize,
}

impl Key {
    pub(crate) fn new(tiles: &Tiles, lang: Lang, width: f64) -> Result<Self, RenderError> {
        let mut known: Vec<(&str, usize)> = Vec::new();
        known.extend(tiles.classes.iter().map(|class| (class.label.as_str(), class.count)));
        let lacks = tiles.no_data_count > 0 || tiles.tiles.iter().any(|tile| tile.fill == TileFill::NoData);
        if lacks {
            known.push((&tiles.no_data, tiles.no_data_count));
        }
        let mut texts = Vec::new();
        for (label, count) in known {
            texts.push(said(label, count, lang, width - SIGN)?);
        }
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let entries = rows::flow(&texts, SIGN, width)?;
        let mut widest = 0.0_f64;
        for entry in &entries {
            widest = widest.max(SIGN + key_look().width(&entry.text)?);
        }
        Ok(Self {
            entries,
            widest,
            classes: tiles.classes.len(),
        })
    }

    /// Width of the key where its entries stand under each other.
    pub(crate) fn column(&self) -> f64 {
        self.widest
    }

    /// Height of the key where its entries stand under each other.
    pub(crate) fn stacked(&self) -> f64 {
        self.entries.len() as f64 * KEY
    }

    /// Height of the key where its entries stand beside each other.
    pub(crate) fn height(&self) -> f64 {
        self.entries.last().map_or(0.0, |entry| (entry.line + 1) as f64 * KEY)
    }

    pub(crate) fn draw(&self, surface: &Surface, tiles: &Tiles, (left, top): (f64, f64)) -> Result<(), RenderError> {
        for (index, entry) in self.entries.iter().enumerate() {
            let at = (left + entry.left, top + (entry.line as f64 + 0.5) * KEY);
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
            self.entry(surface, tiles, index, (left, top + (index as f64 + 0.5) * KEY))?;
        }
        Ok(())
    }

    fn entry(&self, surface: &Surface, tiles: &Tiles, index: usize, (left, y): (f64, f64)) -> Result<(), RenderError> {
        let swatch = Area {
            left,
            right: left + SWATCH.0,
            top: y - SWATCH.1 / 2.0,
            bottom: y + SWATCH.1 / 2.0,
        };
        let known = index < self.classes;
        let fill = if known { class_color(tiles, index) } else { Token::Card };
        let rim = |look: &mut GroupStyle| {
            look.stroke = Some(Token::Soft);
            look.stroke_width = units(0.5) as u32;
        };
        surface.group("", "", rim, || surface.rect(swatch, fill))?;
        if !known {
            hatch(surface, swatch, None, Token::Soft)?;
        }
        surface.text(&self.entries[index].text, (left + SIGN, y), key_look())
    }
}

/// A class and how many are in it, in words; a label that is too long is cut, never the count.
fn said(label: &str, count: usize, lang: Lang, width: f64) -> Result<String, RenderError> {
    let count = match (lang, count) {
        (Lang::Vi, _) => format!(": {count} tỉnh, thành phố"),
        (Lang::En, 1) => ": 1 province".to_owned(),
        (Lang::En, _) => format!(": {count} provinces"),
    };
    let look = key_look();
    let room = width - look.width(&count)? - 1.0;
    Ok(fonts::cut(label, look.face, look.size, room)? + &count)
}
