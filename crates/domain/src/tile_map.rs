//! A map of equal tiles: where each province stands on it.

use crate::{ProvinceId, ProvinceList, Text};

/// What stands on a tile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TileSubject {
    /// A province.
    Province(ProvinceId),
    /// A named place for which no figures are made, with the province that it belongs to.
    Place {
        /// Its name.
        name: Text,
        /// The province that it belongs to.
        of: ProvinceId,
    },
}

/// One tile of one set of provinces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapTile {
    /// The set of provinces that its map shows.
    pub basis: ProvinceList,
    /// What stands there.
    pub subject: TileSubject,
    /// The letters on it, at most four; no two tiles of a map have the same.
    pub short: String,
    /// Column, from 0 at the left.
    pub column: u8,
    /// Row, from 0 at the top.
    pub row: u8,
}

/// The tiles of all maps. Without any there is no map.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TileMap(Vec<MapTile>);

impl TileMap {
    /// A map of these tiles, in the order in which they are read out.
    #[must_use]
    pub const fn new(tiles: Vec<MapTile>) -> Self {
        Self(tiles)
    }

    /// The tiles of the map of a set of provinces; none where there is no such map.
    pub fn of(&self, basis: ProvinceList) -> impl Iterator<Item = &MapTile> {
        self.0.iter().filter(move |tile| tile.basis == basis)
    }

    /// True when there is a map of a set of provinces.
    #[must_use]
    pub fn has(&self, basis: ProvinceList) -> bool {
        self.of(basis).next().is_some()
    }

    /// The tile of a province.
    #[must_use]
    pub fn tile(&self, basis: ProvinceList, province: ProvinceId) -> Option<&MapTile> {
        self.of(basis)
            .find(|tile| tile.subject == TileSubject::Province(province))
    }
}
