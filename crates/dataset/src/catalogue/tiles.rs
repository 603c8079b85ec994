//! `catalogue/tiles.csv`: where each province stands on the map of equal tiles. Older editions have no such
//! file, and no map.

use std::collections::HashMap;

use domain::{Listed, MapTile, ProvinceId, ProvinceList, Provinces, Text, TileMap, TileSubject, fold};

use crate::{
    files::Files,
    problem::{At, Problems},
    sheet::{Line, Sheet},
};

const TILES: &str = "catalogue/tiles.csv";
const HEAD: [&str; 7] = ["basis", "province", "place_vi", "place_en", "short", "column", "row"];
/// Most letters on a tile.
const MOST_LETTERS: usize = 4;
/// Most columns and rows: a finer map could not be read.
const MOST_PLACES: u8 = 40;
/// The year in which both sets of provinces existed.
const BOTH_SETS: i32 = 2025;

pub(crate) fn read(files: &Files, provinces: &Provinces, problems: &mut Problems) -> TileMap {
    if files.get(TILES).is_none() {
        return TileMap::default();
    }
    let Some(sheet) = Sheet::read(files, TILES, &HEAD, problems) else {
        return TileMap::default();
    };
    let before = problems.0.len();
    let mut reader = Reader {
        provinces,
        problems,
        places: HashMap::new(),
        letters: HashMap::new(),
        subjects: HashMap::new(),
    };
    let tiles: Vec<MapTile> = sheet.rows().filter_map(|row| reader.tile(row)).collect();
    let map = TileMap::new(tiles);
    // A row that cannot be read leaves its province without a tile: that is told once.
    if problems.0.len() == before {
        without(&map, provinces, problems);
    }
    map
}

/// Provinces that a map does not show.
fn without(map: &TileMap, provinces: &Provinces, problems: &mut Problems) {
    for basis in [ProvinceList::Before2025, ProvinceList::Since2025] {
        for (id, province) in provinces.existing(BOTH_SETS, basis) {
            if map.tile(basis, id).is_none() {
                problems.add(
                    &At::file(TILES),
                    format!("no tile for `{}` among the {}", province.slug, basis.code()),
                    "one tile for each province of each set",
                    "add a row for it",
                );
            }
        }
    }
}

struct Reader<'a> {
    provinces: &'a Provinces,
    problems: &'a mut Problems,
    /// Lines of what was read before.
    places: HashMap<(ProvinceList, u8, u8), usize>,
    letters: HashMap<(ProvinceList, String), usize>,
    subjects: HashMap<(ProvinceList, String), usize>,
}

impl Reader<'_> {
    fn tile(&mut self, row: Line<'_, '_>) -> Option<MapTile> {
        let basis = self.basis(row);
        let province = self.province(row, basis);
        let short = self.short(row);
        let column = self.position(row, "column");
        let at = self.position(row, "row");
        let (basis, province) = (basis?, province?);
        let name = Text::new(domain::tidy(row.get("place_vi")), row.get("place_en"));
        let (short, column, at) = (short?, column?, at?);
        self.once(row, basis, (column, at), (&short, &name));
        let subject = if name.vi.is_empty() && name.en.is_empty() {
            TileSubject::Province(province)
        } else {
            for (field, text) in [("place_vi", &name.vi), ("place_en", &name.en)] {
                if text.is_empty() {
                    let fix = "name the place in both languages";
                    self.problems.add(&row.at(field), "nothing", "a name", fix);
                }
            }
            TileSubject::Place { name, of: province }
        };
        Some(MapTile {
            basis,
            subject,
            short,
            column,
            row: at,
        })
    }

    fn basis(&mut self, row: Line<'_, '_>) -> Option<ProvinceList> {
        let found = row.get("basis");
        let basis = ProvinceList::from_code(found);
        if basis.is_none() {
            let found = format!("`{found}`");
            self.problems.add(&row.at("basis"), found, "63 or 34", "choose one");
        }
        basis
    }

    fn province(&mut self, row: Line<'_, '_>, basis: Option<ProvinceList>) -> Option<ProvinceId> {
        let found = row.get("province");
        let Some(id) = self.provinces.by_slug(found) else {
            self.problems.add(
                &row.at("province"),
                format!("`{found}`"),
                "a unit of provinces.csv",
                "correct the name, or add it there",
            );
            return None;
        };
        let other = match basis? {
            ProvinceList::Before2025 => Listed::Since2025,
            ProvinceList::Since2025 => Listed::Before2025,
        };
        if self.provinces.get(id).listed == other {
            self.problems.add(
                &row.at("province"),
                format!("`{found}`"),
                format!("a unit of the {}", row.get("basis")),
                "name the unit of this set, or correct the basis",
            );
            return None;
        }
        Some(id)
    }

    fn short(&mut self, row: Line<'_, '_>) -> Option<String> {
        let short = domain::tidy(row.get("short"));
        let letters = short.chars().count();
        if letters == 0 || letters > MOST_LETTERS {
            let expected = format!("one to {MOST_LETTERS} letters");
            let fix = "shorten the name so that people know it";
            self.problems.add(&row.at("short"), format!("`{short}`"), expected, fix);
            return None;
        }
        Some(short)
    }

    fn position(&mut self, row: Line<'_, '_>, field: &'static str) -> Option<u8> {
        let found = row.get(field);
        let position = found.parse().ok().filter(|n| *n < MOST_PLACES);
        if position.is_none() {
            let expected = format!("a whole number from 0 to {}", MOST_PLACES - 1);
            let fix = "count from the left or the top, from 0";
            self.problems.add(&row.at(field), format!("`{found}`"), expected, fix);
        }
        position
    }

    /// No place, no letters and no province twice on one map. Letters that differ only in their marks
    /// would be mistaken for one another.
    fn once(&mut self, row: Line<'_, '_>, basis: ProvinceList, (column, at): (u8, u8), (short, name): (&str, &Text)) {
        let line = row.at("row").line;
        if let Some(other) = self.places.insert((basis, column, at), line) {
            let found = format!("column {column}, row {at}, where the tile of line {other} stands");
            let fix = "move one of the two";
            self.problems.add(&row.at("column"), found, "a free place", fix);
        }
        if let Some(other) = self.letters.insert((basis, fold(short)), line) {
            let found = format!("`{short}`, as line {other} has it");
            let fix = "give each tile letters of its own";
            self.problems.add(&row.at("short"), found, "letters used once", fix);
        }
        let subject = format!("{}/{}", row.get("province"), name.vi);
        if let Some(other) = self.subjects.insert((basis, subject), line) {
            let found = format!("`{}` a second time, after line {other}", row.get("province"));
            let fix = "take one of the two out";
            self.problems
                .add(&row.at("province"), found, "one tile a province", fix);
        }
    }
}
