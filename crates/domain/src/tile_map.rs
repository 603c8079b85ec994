//! Tile maps: maps of equal tiles with the position of each province.

use crate::{ProvinceId, ProvinceList, Text};

/// What a tile represents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TileSubject {
    /// A province.
    Province(ProvinceId),
    /// A named place for which no figures are compiled.
    Place {
        /// Its name.
        name: Text,
        /// The province that it belongs to.
        of: ProvinceId,
    },
}

/// One tile of the map for one province list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapTile {
    /// The province list that its map shows.
    pub basis: ProvinceList,
    /// What the tile represents.
    pub subject: TileSubject,
    /// The abbreviation on it, at most four characters; unique in its map.
    pub short: String,
    /// Column, from 0 at the left.
    pub column: u8,
    /// Row, from 0 at the top.
    pub row: u8,
}

/// The tiles of all maps; may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TileMap(Vec<MapTile>);

impl TileMap {
    /// Creates maps from tiles in reading order.
    #[must_use]
    pub const fn new(tiles: Vec<MapTile>) -> Self {
        Self(tiles)
    }

    /// Iterates over the tiles of the map for a province list. Empty if there is no such map.
    pub fn of(&self, basis: ProvinceList) -> impl Iterator<Item = &MapTile> {
        self.0.iter().filter(move |tile| tile.basis == basis)
    }

    /// Returns true if there is a map for a province list.
    #[must_use]
    pub fn has(&self, basis: ProvinceList) -> bool {
        self.of(basis).next().is_some()
    }

    /// Returns the tile of a province. `None` if there is no such map or the map does not show it.
    #[must_use]
    pub fn tile(&self, basis: ProvinceList, province: ProvinceId) -> Option<&MapTile> {
        self.of(basis)
            .find(|tile| tile.subject == TileSubject::Province(province))
    }
}
