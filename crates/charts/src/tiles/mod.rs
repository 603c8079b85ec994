//! A map of equal tiles, one a province.

mod key;
mod places;

use domain::Lang;
use domain::chart::{Tile, TileFill, Tiles};

use self::key::Key;
use crate::RenderError;
use crate::body::Body;
use crate::canvas::{Anchor, GroupStyle, UNITS};
use crate::fonts::{self, Face};
use crate::hatch::hatch;
use crate::surface::{Area, Surface, Type, units};
use crate::theme::Token;

/// Most height of a tile, and the least, in CSS px.
const MOST: f64 = 54.0;
const LEAST: f64 = 20.0;
/// A tile may be this much wider than high.
const WIDER: f64 = 1.4;
/// Width from which whole names fit on tiles; their height, and how much wider they may be. Where the height is given,
/// tiles rarely get as wide.
const NAMED: f64 = 62.0;
const NAMED_HIGH: f64 = 46.0;
const NAMED_WIDER: f64 = 1.5;
/// Half of the space between tiles.
const INSET: f64 = 1.25;
/// Between map and key.
const GAP: f64 = 18.0;
/// Smallest letters, and the smallest of values.
const LETTERS: f64 = 7.0;
const VALUES: f64 = 10.0;
/// Smallest letters of whole names, the largest, and the height of a line in sizes.
const NAMES: f64 = 9.5;
const NAMES_MOST: f64 = 12.0;
const LINE: f64 = 1.14;

/// Measured tiles.
pub(crate) struct Layout<'a> {
    tiles: &'a Tiles,
    /// First column and row of the grid, and how many there are.
    first: (u8, u8),
    grid: (f64, f64),
    width: f64,
    key: Key,
    /// The key stands at the right of the map, not under it.
    beside: bool,
    /// The height is given: tiles take the shape that fills it.
    fixed: bool,
}

/// Width and height of a tile with the space around it, and the sizes of what is on it.
struct Cut {
    wide: f64,
    high: f64,
    letters: f64,
    /// Size of values under the letters; 0 where there is no room for them.
    values: f64,
    /// True where the whole name stands in place of the letters.
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
        let key = Key::new(tiles, lang, width)?;
        let mut layout = Self {
            tiles,
            first: (columns.0, rows.0),
            grid: (columns.1, rows.1),
            width,
            key,
            beside: false,
            fixed: height.is_some(),
        };
        // Beside the map the key costs no height; it may take no width from the tiles either.
        let (high, wider) = layout.shape();
        let high = height.map_or(high, |height| (height / layout.grid.1).min(high));
        let wide = if layout.fixed { high } else { high * wider };
        layout.beside = layout.grid.0 * wide + 2.0 * GAP + layout.key.column() <= width;
        Ok(layout)
    }

    /// Most height of a tile, and how much wider than high it may be.
    fn shape(&self) -> (f64, f64) {
        if self.fixed {
            (MOST * 2.0, WIDER)
        } else if self.width / self.grid.0 >= NAMED {
            (NAMED_HIGH, NAMED_WIDER)
        } else {
            (MOST, 1.0)
        }
    }

    /// Height under the map.
    fn under(&self) -> f64 {
        if self.beside {
            0.0
        } else {
            GAP * 0.6 + self.key.height()
        }
    }

    /// Width that the map may take.
    fn room(&self) -> f64 {
        if self.beside {
            self.width - 2.0 * GAP - self.key.column()
        } else {
            self.width
        }
    }

    /// Tiles for a map of this height.
    fn cut(&self, height: f64) -> Result<Cut, RenderError> {
        let most = self.room() / self.grid.0;
        let (highest, wider) = self.shape();
        let high = (height / self.grid.1).min(highest).min(most * 1.15);
        let wide = most.min(high * wider);
        let inner = wide - 2.0 * INSET;
        let fits = |texts: &[&str], size: f64, face: Face| -> Result<f64, RenderError> {
            let widest = fonts::widest(texts.iter().copied(), face, 1.0)?;
            Ok(if widest > 0.0 {
                size.min((inner - 5.0) / widest)
            } else {
                size
            })
        };
        let shorts: Vec<&str> = self.valued().map(|tile| tile.short.as_str()).collect();
        let letters = fits(&shorts, (high * 0.5).min(17.0), Face::SemiBold)?;
        let classed = self.valued().filter(|tile| matches!(tile.fill, TileFill::Class(_)));
        let texts: Vec<&str> = classed.map(|tile| tile.text.as_str()).collect();
        let values = fits(&texts, (letters * 0.85).min(13.0), Face::Regular)?;
        if wide >= NAMED {
            let fitting = fits(&texts, NAMES_MOST, Face::Regular)?;
            // Values that are words do not fit: the key says them.
            let values = if fitting >= VALUES { fitting } else { 0.0 };
            let room = high - 2.0 * INSET - values * LINE - 2.0;
            let names = self.names(inner - 3.0, room / (2.0 * LINE))?;
            if names >= NAMES {
                return Ok(Cut {
                    wide,
                    high,
                    letters: names,
                    values,
                    named: true,
                });
            }
        }
        let both = (letters + values) * 0.7 + 13.0 <= high;
        Ok(Cut {
            wide,
            high,
            letters: if letters < LETTERS { 0.0 } else { letters },
            values: if both && values >= VALUES { values } else { 0.0 },
            named: false,
        })
    }

    /// The size in which every name fits in at most two lines.
    fn names(&self, width: f64, most: f64) -> Result<f64, RenderError> {
        let mut size = most.min(NAMES_MOST);
        for tile in self.valued() {
            let lines = halves(&tile.name)?;
            let widest = fonts::widest(lines.iter().map(String::as_str), Face::SemiBold, 1.0)?;
            if widest > 0.0 {
                size = size.min(width / widest);
            }
        }
        Ok(size)
    }

    /// What stands on a tile above its value.
    fn label(tile: &Tile, cut: &Cut) -> Result<Vec<String>, RenderError> {
        if !cut.named {
            return Ok(vec![tile.short.clone()]);
        }
        let room = cut.wide - 2.0 * INSET - 3.0;
        if fonts::width(&tile.name, Face::SemiBold, cut.letters)? <= room {
            return Ok(vec![tile.name.clone()]);
        }
        halves(&tile.name)
    }

    /// Tiles that may have a value.
    fn valued(&self) -> impl Iterator<Item = &'a Tile> {
        self.tiles.tiles.iter().filter(|tile| tile.fill != TileFill::Place)
    }

    fn area(&self, tile: &Tile, origin: (f64, f64), cut: &Cut) -> Area {
        let left = origin.0 + f64::from(tile.column - self.first.0) * cut.wide;
        let top = origin.1 + f64::from(tile.row - self.first.1) * cut.high;
        Area {
            left: left + INSET,
            right: left + cut.wide - INSET,
            top: top + INSET,
            bottom: top + cut.high - INSET,
        }
    }

    fn draw_tile(&self, surface: &Surface, tile: &Tile, area: Area, cut: &Cut) -> Result<(), RenderError> {
        // A text that begins with the name says it already.
        let said = !tile.text.is_empty() && tile.text.starts_with(&tile.name);
        let parts = [tile.name.as_str(), tile.text.as_str()];
        let parts: Vec<&str> = parts
            .into_iter()
            .skip(usize::from(said))
            .filter(|part| !part.is_empty())
            .collect();
        surface.tip(&parts.join(" · "))?;
        match tile.fill {
            TileFill::Class(class) => surface.rect(area, class_color(self.tiles, class)),
            TileFill::NoData => {
                surface.rect(area, Token::Card)?;
                let free = self.letters_area(tile, area, cut)?;
                hatch(surface, area, Some(free), Token::Soft)
            }
            TileFill::Place => surface.rect(area, Token::Card),
        }
    }

    /// Places without figures, in dashes, and frames around tiles that are marked.
    fn frames(&self, surface: &Surface, origin: (f64, f64), cut: &Cut) -> Result<(), RenderError> {
        let places = |tile: &&Tile| tile.fill == TileFill::Place;
        surface.group(
            "places",
            r#" stroke-dasharray="12 10""#,
            |_| {},
            || {
                for tile in self.tiles.tiles.iter().filter(places) {
                    let area = self.area(tile, origin, cut);
                    self.draw_tile(surface, tile, area, cut)?;
                    outline(surface, area, Token::Soft, 1.25, false)?;
                }
                Ok(())
            },
        )?;
        for tile in self.tiles.tiles.iter().filter(|tile| tile.marked) {
            let inside = self.area(tile, origin, cut);
            let around = Area {
                left: inside.left - INSET,
                right: inside.right + INSET,
                top: inside.top - INSET,
                bottom: inside.bottom + INSET,
            };
            outline(surface, around, Token::Card, 4.5, true)?;
            outline(surface, around, Token::Ink, 3.0, true)?;
        }
        Ok(())
    }

    /// What the hatching leaves free for letters.
    fn letters_area(&self, tile: &Tile, area: Area, cut: &Cut) -> Result<Area, RenderError> {
        let lines = Self::label(tile, cut)?;
        let widest = fonts::widest(lines.iter().map(String::as_str), Face::SemiBold, cut.letters)?;
        let wide = widest / 2.0 + 2.0;
        let high = cut.letters * (0.33 + LINE / 2.0 * (lines.len() - 1) as f64) + 3.0;
        let (x, y) = middle(area);
        Ok(Area {
            left: x - wide,
            right: x + wide,
            top: y - high,
            bottom: y + high,
        })
    }

    /// Letters and values, after all tiles: no frame covers them.
    fn texts(&self, surface: &Surface, origin: (f64, f64), cut: &Cut, ends: (f64, f64)) -> Result<(), RenderError> {
        let bold = |look: &mut GroupStyle| {
            look.anchor = Anchor::Middle;
            look.bold = true;
            look.font_size = (cut.letters * UNITS).round() as u32;
        };
        surface.group("letters", "", bold, || {
            for tile in self.valued().filter(|_| cut.letters > 0.0) {
                let (x, y) = middle(self.area(tile, origin, cut));
                let shown = cut.values > 0.0 && matches!(tile.fill, TileFill::Class(_));
                let up = if shown { cut.values * 0.55 } else { 0.0 };
                let look = Type::new(cut.letters, self.ink(tile)).bold().anchor(Anchor::Middle);
                let lines = Self::label(tile, cut)?;
                let first = y - up - cut.letters * LINE * (lines.len() - 1) as f64 / 2.0;
                for (index, line) in lines.iter().enumerate() {
                    surface.text(line, (x, first + cut.letters * LINE * index as f64), look)?;
                }
            }
            Ok(())
        })?;
        if cut.values > 0.0 {
            let quiet = |look: &mut GroupStyle| {
                look.anchor = Anchor::Middle;
                look.font_size = (cut.values * UNITS).round() as u32;
            };
            surface.group("values", "", quiet, || self.values(surface, origin, cut))?;
        }
        places::names(
            surface,
            self.tiles,
            self.first,
            |tile| self.area(tile, origin, cut),
            ends,
        )
    }

    fn values(&self, surface: &Surface, origin: (f64, f64), cut: &Cut) -> Result<(), RenderError> {
        for tile in self.valued().filter(|tile| matches!(tile.fill, TileFill::Class(_))) {
            let (x, y) = middle(self.area(tile, origin, cut));
            let look = Type::new(cut.values, self.ink(tile)).anchor(Anchor::Middle);
            let lines = Self::label(tile, cut)?.len();
            let down = if cut.named { LINE / 2.0 * lines as f64 } else { 0.55 };
            surface.text(&tile.text, (x, y + cut.letters * down), look)?;
        }
        Ok(())
    }

    /// What is written on a tile: dark on light grounds, light on dark ones.
    fn ink(&self, tile: &Tile) -> Token {
        match tile.fill {
            TileFill::Class(class) => ink_on(class_color(self.tiles, class)),
            TileFill::NoData | TileFill::Place => Token::Ink,
        }
    }
}

/// A name in one line where it is one word, else in the two lines whose wider one is least wide.
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

/// A frame along the inner edge of `area`; `whole` where its last corner must be a corner too,
/// which dashes would show as a side that is drawn twice.
fn outline(surface: &Surface, area: Area, color: Token, width: f64, whole: bool) -> Result<(), RenderError> {
    let half = width / 2.0;
    let (left, right) = (area.left + half, area.right - half);
    let (top, bottom) = (area.top + half, area.bottom - half);
    let mut corners = vec![(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
    if whole {
        corners.push((right, top));
    }
    surface.line(&corners, color, width)
}

/// Colour of a class. Fewer than five classes are spread over the whole range.
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
    let all = if tiles.diverging { DIVERGING } else { SEQUENTIAL };
    all[chosen[class.min(chosen.len() - 1)]]
}

/// What is readable on a class.
fn ink_on(ground: Token) -> Token {
    match ground {
        Token::T4 | Token::Accent | Token::Up | Token::Down => Token::Card,
        _ => Token::Ink,
    }
}

impl Body for Layout<'_> {
    fn height(&self) -> f64 {
        let high = (self.room() / self.grid.0).min(self.shape().0);
        let map = high * self.grid.1;
        if self.beside {
            map.max(self.key.stacked())
        } else {
            map + self.under()
        }
    }

    fn least(&self) -> f64 {
        let map = LEAST.min(self.room() / self.grid.0) * self.grid.1;
        if self.beside {
            map.max(self.key.stacked())
        } else {
            map + self.under()
        }
    }

    fn draw(&self, surface: &Surface, area: Area) -> Result<(), RenderError> {
        let height = area.height() - self.under();
        let cut = self.cut(height)?;
        let map = (cut.wide * self.grid.0, cut.high * self.grid.1);
        let all = if self.beside {
            map.0 + 2.0 * GAP + self.key.column()
        } else {
            map.0
        };
        let left = area.left + ((area.width() - all) / 2.0).max(0.0);
        let origin = (left, area.top);
        let rim = |look: &mut GroupStyle| {
            look.stroke = Some(Token::Soft);
            look.stroke_width = units(0.5) as u32;
        };
        surface.group("tiles", "", rim, || {
            for tile in self.valued() {
                self.draw_tile(surface, tile, self.area(tile, origin, &cut), &cut)?;
            }
            Ok(())
        })?;
        self.frames(surface, origin, &cut)?;
        self.texts(surface, origin, &cut, (area.left, area.right))?;
        if self.beside {
            let at = (left + map.0 + 2.0 * GAP, area.top);
            self.key.draw_stacked(surface, self.tiles, at)
        } else {
            let at = (area.left, area.top + map.1 + GAP * 0.6);
            self.key.draw(surface, self.tiles, at)
        }
    }
}
