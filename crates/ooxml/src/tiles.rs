//! Colours of maps, heat maps and strips, for both slides and sheets: from light to dark, or from one colour
//! through grey to another. Text is dark on light tiles and light on dark tiles.

use domain::chart::{Tile, TileFill, Tiles};

use crate::{text::clean, xml::Xml};

/// A lightened theme colour: luminance modulation and offset, in thousandths of a per cent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shade {
    slot: &'static str,
    lum_mod: u32,
    lum_off: u32,
    /// The same colour as RGB, for sheets.
    pub(crate) rgb: u32,
    /// Whether text on it is light.
    pub(crate) dark: bool,
}

const fn shade(slot: &'static str, lum_mod: u32, lum_off: u32, rgb: u32, dark: bool) -> Shade {
    Shade {
        slot,
        lum_mod,
        lum_off,
        rgb,
        dark,
    }
}

/// Sequential colours, from the lowest class to the highest.
const SEQUENTIAL: [Shade; 5] = [
    shade("accent1", 10_000, 88_000, 0x00D2_E5F5, false),
    shade("accent1", 25_000, 69_000, 0x009B_C6EA, false),
    shade("accent1", 45_000, 47_000, 0x004F_9BDA, false),
    shade("accent1", 75_000, 18_000, 0x001B_64A3, true),
    shade("accent1", 100_000, 0, 0x0012_436D, true),
];

/// Diverging colours, from the greatest fall through little change to the greatest rise.
const DIVERGING: [Shade; 5] = [
    shade("accent2", 100_000, 0, 0x00F4_6A25, false),
    shade("accent2", 40_000, 60_000, 0x00FA_C3A7, false),
    shade("bg1", 95_000, 0, 0x00F2_F2F2, false),
    shade("accent1", 25_000, 69_000, 0x009B_C6EA, false),
    shade("accent1", 100_000, 0, 0x0012_436D, true),
];

/// Colours of the quarters of a heat map, the best first.
const QUARTERS: [Shade; 4] = [
    shade("accent1", 100_000, 0, 0x0012_436D, true),
    shade("accent1", 25_000, 69_000, 0x009B_C6EA, false),
    shade("accent1", 10_000, 88_000, 0x00D2_E5F5, false),
    shade("accent2", 40_000, 60_000, 0x00FA_C3A7, false),
];

/// Background colours of the quarters of a strip, from the worst to the best.
const BACKGROUNDS: [Shade; 4] = [
    shade("accent2", 20_000, 80_000, 0x00FD_E1D3, false),
    shade("bg1", 95_000, 0, 0x00F2_F2F2, false),
    shade("accent1", 10_000, 88_000, 0x00D2_E5F5, false),
    shade("accent1", 25_000, 69_000, 0x009B_C6EA, false),
];

impl Shade {
    /// Returns the shade of a quarter, 1 (best) to 4.
    pub(crate) fn quarter(quarter: u8) -> Self {
        QUARTERS[usize::from(quarter.clamp(1, 4)) - 1]
    }

    /// Returns the background of a quarter by its position on a strip, from the left.
    pub(crate) fn background(index: usize) -> Self {
        BACKGROUNDS[index.min(3)]
    }

    /// Returns the shade of a class. Fewer than five classes are spread over the whole range.
    pub(crate) fn of_class(tiles: &Tiles, class: usize) -> Self {
        let all = if tiles.diverging { DIVERGING } else { SEQUENTIAL };
        let last = tiles.classes.len().saturating_sub(1);
        // A single class is the highest.
        let index = (class * 4 + last / 2).checked_div(last).unwrap_or(4);
        all[index.min(4)]
    }

    /// Writes a solid fill of this shade.
    pub(crate) fn fill(self, xml: &mut Xml) {
        xml.within("a:solidFill", &[], |x| {
            x.within("a:schemeClr", &[("val", self.slot)], |x| {
                x.val("a:lumMod", self.lum_mod);
                if self.lum_off > 0 {
                    x.val("a:lumOff", self.lum_off);
                }
            });
        });
    }
}

/// Returns the number of columns and rows of a map.
pub(crate) fn grid_size(tiles: &Tiles) -> (usize, usize) {
    let count = |place: fn(&Tile) -> u8| tiles.tiles.iter().map(place).max().map_or(0, |n| usize::from(n) + 1);
    (count(|tile| tile.column), count(|tile| tile.row))
}

/// Returns the text of a place in the key, such as `HS: Hoàng Sa (thuộc Đà Nẵng)`.
pub(crate) fn place_label(tile: &Tile) -> String {
    let name = format!("{}: {}", clean(&tile.short), clean(&tile.name));
    if tile.text.is_empty() {
        name
    } else {
        format!("{name} ({})", clean(&tile.text))
    }
}

/// Returns the name of a tile's class; empty for a place without figures.
pub(crate) fn class_name(tiles: &Tiles, tile: &Tile) -> String {
    match tile.fill {
        TileFill::Class(index) => tiles
            .classes
            .get(index)
            .map(|class| clean(&class.label))
            .unwrap_or_default(),
        TileFill::NoData => clean(&tiles.no_data),
        TileFill::Place => String::new(),
    }
}
