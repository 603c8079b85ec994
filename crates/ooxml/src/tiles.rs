//! Colours of the classes of a map, for slides and sheets alike: from light to dark, or from one colour
//! over grey to the other. Dark letters stand on light tiles and light ones on dark tiles.

use domain::chart::{Tile, TileFill, Tiles};

use crate::{text::clean, xml::Xml};

/// A colour of the theme, made lighter: what is kept of it and what is added, in thousandths of a per cent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shade {
    slot: &'static str,
    kept: u32,
    added: u32,
    /// The same as red, green and blue, for sheets.
    pub(crate) rgb: u32,
    /// True where letters on it are light.
    pub(crate) dark: bool,
}

const fn shade(slot: &'static str, kept: u32, added: u32, rgb: u32, dark: bool) -> Shade {
    Shade {
        slot,
        kept,
        added,
        rgb,
        dark,
    }
}

/// From the lowest class to the highest.
const ONE_WAY: [Shade; 5] = [
    shade("accent1", 10_000, 88_000, 0x00D2_E5F5, false),
    shade("accent1", 25_000, 69_000, 0x009B_C6EA, false),
    shade("accent1", 45_000, 47_000, 0x004F_9BDA, false),
    shade("accent1", 75_000, 18_000, 0x001B_64A3, true),
    shade("accent1", 100_000, 0, 0x0012_436D, true),
];

/// From the greatest fall over little change to the greatest rise.
const BOTH_WAYS: [Shade; 5] = [
    shade("accent2", 100_000, 0, 0x00F4_6A25, false),
    shade("accent2", 40_000, 60_000, 0x00FA_C3A7, false),
    shade("bg1", 95_000, 0, 0x00F2_F2F2, false),
    shade("accent1", 25_000, 69_000, 0x009B_C6EA, false),
    shade("accent1", 100_000, 0, 0x0012_436D, true),
];

/// Quarters of a heat map, the best first.
const QUARTERS: [Shade; 4] = [
    shade("accent1", 100_000, 0, 0x0012_436D, true),
    shade("accent1", 25_000, 69_000, 0x009B_C6EA, false),
    shade("accent1", 10_000, 88_000, 0x00D2_E5F5, false),
    shade("accent2", 40_000, 60_000, 0x00FA_C3A7, false),
];

/// Grounds of the quarters of a strip, from the last to the best.
const GROUNDS: [Shade; 4] = [
    shade("accent2", 20_000, 80_000, 0x00FD_E1D3, false),
    shade("bg1", 95_000, 0, 0x00F2_F2F2, false),
    shade("accent1", 10_000, 88_000, 0x00D2_E5F5, false),
    shade("accent1", 25_000, 69_000, 0x009B_C6EA, false),
];

impl Shade {
    /// The shade of a quarter, 1 (best) to 4.
    pub(crate) fn quarter(quarter: u8) -> Self {
        QUARTERS[usize::from(quarter.clamp(1, 4)) - 1]
    }

    /// The ground of a quarter by its position on a strip, from the left.
    pub(crate) fn ground(at: usize) -> Self {
        GROUNDS[at.min(3)]
    }

    /// The shade of a class. Fewer than five are spread over the whole range.
    pub(crate) fn of(tiles: &Tiles, class: usize) -> Self {
        let all = if tiles.diverging { BOTH_WAYS } else { ONE_WAY };
        let last = tiles.classes.len().saturating_sub(1);
        // A class alone is the highest.
        let at = (class * 4 + last / 2).checked_div(last).unwrap_or(4);
        all[at.min(4)]
    }

    /// A filling of it.
    pub(crate) fn fill(self, xml: &mut Xml) {
        xml.within("a:solidFill", &[], |x| {
            x.within("a:schemeClr", &[("val", self.slot)], |x| {
                x.val("a:lumMod", self.kept);
                if self.added > 0 {
                    x.val("a:lumOff", self.added);
                }
            });
        });
    }
}

/// Columns and rows that a map takes.
pub(crate) fn size(tiles: &Tiles) -> (usize, usize) {
    let most = |place: fn(&Tile) -> u8| tiles.tiles.iter().map(place).max().map_or(0, |n| usize::from(n) + 1);
    (most(|tile| tile.column), most(|tile| tile.row))
}

/// What the key says of a place, such as `HS: Hoàng Sa (thuộc Đà Nẵng)`.
pub(crate) fn place(tile: &Tile) -> String {
    let name = format!("{}: {}", clean(&tile.short), clean(&tile.name));
    if tile.text.is_empty() {
        name
    } else {
        format!("{name} ({})", clean(&tile.text))
    }
}

/// The name of a tile's class; nothing for a place without figures.
pub(crate) fn class(tiles: &Tiles, tile: &Tile) -> String {
    match tile.fill {
        TileFill::Class(at) => tiles
            .classes
            .get(at)
            .map(|class| clean(&class.label))
            .unwrap_or_default(),
        TileFill::NoData => clean(&tiles.no_data),
        TileFill::Place => String::new(),
    }
}
