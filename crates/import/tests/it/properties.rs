//! Properties that hold for every spelling and every sheet.

use domain::{
    Place, ProvinceId, ProvinceList,
    upload::{Choices, FileKind},
};
use proptest::prelude::*;
use spreadsheet::{Cell, Grid, Workbook};

use crate::shared::edition;

fn workbook(sheets: Vec<Grid>) -> Workbook {
    Workbook {
        kind: FileKind::Xlsx,
        encoding: None,
        separator: None,
        sheets,
        issues: Vec::new(),
    }
}

fn choices(year: i32) -> Choices {
    Choices {
        indicator: Some("pci".to_owned()),
        year: Some(year),
        ..Choices::default()
    }
}

/// Returns the places that a column of names is read as.
fn places(names: &[String], year: i32) -> Vec<Place> {
    let mut grid = Grid::new("PCI");
    grid.begin_row(1);
    grid.push(Cell::Text("Tỉnh"));
    grid.push(Cell::Text("PCI"));
    for (at, name) in names.iter().enumerate() {
        grid.begin_row(u32::try_from(at).unwrap() + 2);
        grid.push(Cell::Text(name));
        grid.push(Cell::Number(50.0 + f64::from(u32::try_from(at).unwrap()) / 10.0));
    }
    let reading = import::read(&workbook(vec![grid]), &choices(year), edition());
    reading.entries.iter().map(|e| e.key.place).collect()
}

/// Returns a variant of a name, chosen by bits: case, diacritics, prefixes, dashes, spaces.
fn mangle(name: &str, city: bool, bits: u16) -> String {
    let on = |bit: u16| bits & (1 << bit) != 0;
    let mut text = name.to_owned();
    if on(0) {
        // All diacritics lost, as on old keyboards.
        let mut words: Vec<String> = Vec::new();
        for word in domain::fold(&text).split(' ') {
            let mut characters = word.chars();
            words.extend(characters.next().map(|c| c.to_uppercase().chain(characters).collect()));
        }
        text = words.join(" ");
    }
    if on(1) {
        for (new, old) in [("òa", "oà"), ("óa", "oá"), ("úy", "uý")] {
            text = text.replace(new, old);
        }
    }
    if on(2) {
        text = text.replace('Đ', "Ð");
    }
    if on(3) {
        text = text.replace(" - ", "–").replace('-', " – ");
    }
    if on(4) {
        text = text.to_uppercase();
    }
    if on(5) {
        text = text.replace(' ', "  ");
    }
    if on(6) && !text.to_lowercase().starts_with("tp") {
        text = format!("{} {text}", if city { "Thành phố" } else { "Tỉnh" });
    }
    if on(7) {
        text = format!("{text} (*)");
    }
    if on(8) {
        text = format!(" {text} ");
    }
    text
}

fn units(year: i32) -> Vec<(ProvinceId, String, bool)> {
    let basis = if year >= 2025 {
        ProvinceList::Since2025
    } else {
        ProvinceList::Before2025
    };
    let existing = edition().catalogue.provinces.existing(year, basis);
    existing
        .map(|(id, p)| (id, p.name_in(year).vi.clone(), p.city))
        .collect()
}

fn cell() -> impl Strategy<Value = (u8, String, f64)> {
    let words = prop_oneof![
        Just("Tỉnh".to_owned()),
        Just("Hà Nội".to_owned()),
        Just("Nghệ An".to_owned()),
        Just("Lào Cai".to_owned()),
        Just("PCI 2016".to_owned()),
        Just("Xếp hạng".to_owned()),
        Just("Năm".to_owned()),
        Just("2025".to_owned()),
        Just("Mã tỉnh".to_owned()),
        Just("Cả nước".to_owned()),
        Just("1.217".to_owned()),
        Just("component".to_owned()),
        ".{0,12}",
    ];
    (0u8..8, words, prop_oneof![any::<f64>(), 0.0..100.0f64])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_mangled_name_is_its_own_province(bits in prop::collection::vec(0u16..512, 64), new in any::<bool>()) {
        let year = if new { 2026 } else { 2016 };
        let units = units(year);
        let written: Vec<String> =
            units.iter().zip(&bits).map(|((_, name, city), bits)| mangle(name, *city, *bits)).collect();
        let expected: Vec<Place> = units.iter().map(|(id, ..)| Place::Province(*id)).take(written.len()).collect();
        prop_assert_eq!(places(&written, year), expected, "{:?}", written);
    }

    #[test]
    fn a_misspelt_name_is_never_another_province(unit in 0usize..63, at in 0usize..20, letter in "[a-zăâđêôơư]") {
        let units = units(2016);
        let (id, name, _) = &units[unit];
        let mut characters: Vec<char> = name.chars().collect();
        let at = at % characters.len();
        characters[at] = letter.chars().next().unwrap();
        let written: String = characters.iter().collect();
        let other = units.iter().any(|(other, name, _)| other != id && domain::name_key(name) == domain::name_key(&written));
        for place in places(std::slice::from_ref(&written), 2016) {
            prop_assert!(place == Place::Province(*id) || other, "{} read as {:?}", written, place);
        }
    }

    #[test]
    fn no_sheet_breaks_it(
        rows in prop::collection::vec(prop::collection::vec(cell(), 0..7), 0..14),
        merged in prop::collection::vec((0u32..9, 0u32..9, 0u32..12, 0u32..12), 0..3),
        free in any::<bool>(),
    ) {
        let mut grid = Grid::new("Bảng 2016");
        grid.merged = merged;
        for (line, row) in rows.iter().enumerate() {
            grid.begin_row(u32::try_from(line).unwrap() + 1);
            for (kind, text, number) in row {
                grid.push(match kind {
                    0 => Cell::Empty,
                    1 => Cell::Number(*number),
                    2 => Cell::Date(*number),
                    3 => Cell::Error("#REF!"),
                    4 => Cell::Bool(true),
                    _ => Cell::Text(text.trim()),
                });
            }
        }
        let choices = if free { Choices::default() } else { choices(2016) };
        let reading = import::read(&workbook(vec![grid]), &choices, edition());
        prop_assert!(!reading.publishable(), "no source is chosen");
    }
}
