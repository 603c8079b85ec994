//! Reads `catalogue/tiles.csv`: the position of each province on the tile map. Older editions have neither the file
//! nor a map.

use std::collections::HashMap;

use domain::{Listed, MapTile, ProvinceId, ProvinceList, Provinces, Text, TileMap, TileSubject, fold};

use crate::{
    files::Files,
    problem::{Location, Problems},
    sheet::{Row, Sheet},
};

const TILES: &str = "catalogue/tiles.csv";
const HEADER: [&str; 7] = ["basis", "province", "place_vi", "place_en", "short", "column", "row"];
/// Maximum number of characters on a tile.
const MAX_CHARACTERS: usize = 4;
/// Maximum number of columns and rows: a finer map would be unreadable.
const MAX_POSITIONS: u8 = 40;
/// The year in which both province lists were in force.
const MERGER_YEAR: i32 = 2025;

pub(crate) fn read(files: &Files, provinces: &Provinces, problems: &mut Problems) -> TileMap {
    if files.get(TILES).is_none() {
        return TileMap::default();
    }
    let Some(sheet) = Sheet::read(files, TILES, &HEADER, problems) else {
        return TileMap::default();
    };
    let before = problems.0.len();
    let mut reader = Reader {
        provinces,
        problems,
        positions: HashMap::new(),
        abbreviations: HashMap::new(),
        subjects: HashMap::new(),
    };
    let tiles: Vec<MapTile> = sheet.rows().filter_map(|row| reader.tile(row)).collect();
    let map = TileMap::new(tiles);
    // A row that cannot be read leaves its province without a tile, which is reported only once.
    if problems.0.len() == before {
        check_complete(&map, provinces, problems);
    }
    map
}

/// Reports provinces that a map does not show.
fn check_complete(map: &TileMap, provinces: &Provinces, problems: &mut Problems) {
    for basis in [ProvinceList::Before2025, ProvinceList::Since2025] {
        for (id, province) in provinces.existing(MERGER_YEAR, basis) {
            if map.tile(basis, id).is_none() {
                problems.add(
                    &Location::file(TILES),
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
    /// Lines of the values read so far, to report duplicates.
    positions: HashMap<(ProvinceList, u8, u8), usize>,
    abbreviations: HashMap<(ProvinceList, String), usize>,
    subjects: HashMap<(ProvinceList, String), usize>,
}

impl Reader<'_> {
    fn tile(&mut self, row: Row<'_, '_>) -> Option<MapTile> {
        let basis = self.basis(row);
        let province = self.province(row, basis);
        let short = self.short(row);
        let column = self.position(row, "column");
        let row_index = self.position(row, "row");
        let (basis, province) = (basis?, province?);
        let name = Text::new(domain::tidy(row.get("place_vi")), row.get("place_en"));
        let (short, column, row_index) = (short?, column?, row_index?);
        self.check_unique(row, basis, (column, row_index), (&short, &name));
        let subject = if name.vi.is_empty() && name.en.is_empty() {
            TileSubject::Province(province)
        } else {
            for (field, text) in [("place_vi", &name.vi), ("place_en", &name.en)] {
                if text.is_empty() {
                    let fix = "name the place in both languages";
                    self.problems.add(&row.location(field), "nothing", "a name", fix);
                }
            }
            TileSubject::Place { name, of: province }
        };
        Some(MapTile {
            basis,
            subject,
            short,
            column,
            row: row_index,
        })
    }

    fn basis(&mut self, row: Row<'_, '_>) -> Option<ProvinceList> {
        let found = row.get("basis");
        let basis = ProvinceList::from_code(found);
        if basis.is_none() {
            let found = format!("`{found}`");
            self.problems
                .add(&row.location("basis"), found, "63 or 34", "choose one");
        }
        basis
    }

    fn province(&mut self, row: Row<'_, '_>, basis: Option<ProvinceList>) -> Option<ProvinceId> {
        let found = row.get("province");
        let Some(id) = self.provinces.by_slug(found) else {
            self.problems.add(
                &row.location("province"),
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
                &row.location("province"),
                format!("`{found}`"),
                format!("a unit of the {}", row.get("basis")),
                "name the unit of this set, or correct the basis",
            );
            return None;
        }
        Some(id)
    }

    fn short(&mut self, row: Row<'_, '_>) -> Option<String> {
        let short = domain::tidy(row.get("short"));
        let length = short.chars().count();
        if length == 0 || length > MAX_CHARACTERS {
            let expected = format!("one to {MAX_CHARACTERS} letters");
            let fix = "use an abbreviation that readers recognise";
            self.problems
                .add(&row.location("short"), format!("`{short}`"), expected, fix);
            return None;
        }
        Some(short)
    }

    fn position(&mut self, row: Row<'_, '_>, field: &'static str) -> Option<u8> {
        let found = row.get(field);
        let position = found.parse().ok().filter(|n| *n < MAX_POSITIONS);
        if position.is_none() {
            let expected = format!("a whole number from 0 to {}", MAX_POSITIONS - 1);
            let fix = "count from the left or the top, from 0";
            self.problems
                .add(&row.location(field), format!("`{found}`"), expected, fix);
        }
        position
    }

    /// Checks that position, abbreviation and province are unique on a map. Abbreviations that differ only in
    /// diacritics are treated as equal, as readers would confuse them.
    fn check_unique(
        &mut self,
        row: Row<'_, '_>,
        basis: ProvinceList,
        (column, row_index): (u8, u8),
        (short, name): (&str, &Text),
    ) {
        let line = row.location("row").line;
        if let Some(other) = self.positions.insert((basis, column, row_index), line) {
            let found = format!("column {column}, row {row_index}, already used by the tile on line {other}");
            let fix = "move one of the two";
            self.problems.add(&row.location("column"), found, "a free place", fix);
        }
        if let Some(other) = self.abbreviations.insert((basis, fold(short)), line) {
            let found = format!("`{short}`, as line {other} has it");
            let fix = "give each tile a unique abbreviation";
            self.problems
                .add(&row.location("short"), found, "letters used once", fix);
        }
        let subject = format!("{}/{}", row.get("province"), name.vi);
        if let Some(other) = self.subjects.insert((basis, subject), line) {
            let found = format!("`{}` a second time, after line {other}", row.get("province"));
            let fix = "remove one of the two";
            self.problems
                .add(&row.location("province"), found, "one tile per province", fix);
        }
    }
}
