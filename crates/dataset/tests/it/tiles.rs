//! Tests of the bundled tile map, and of the problems reported for invalid ones.

use std::{collections::HashSet, path::Path};

use dataset::Files;
use domain::{ProvinceList, TileSubject, fold};

use crate::shared::snapshot;

const TILES: &str = "catalogue/tiles.csv";

fn real_files() -> Files {
    Files::from_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data")).unwrap()
}

#[test]
fn both_maps_show_every_province_once_and_the_islands_east_of_the_coast() {
    let snapshot = snapshot();
    let provinces = &snapshot.catalogue.provinces;
    for (basis, expected_count) in [(ProvinceList::Before2025, 63), (ProvinceList::Since2025, 34)] {
        let tiles: Vec<_> = snapshot.catalogue.tiles.of(basis).collect();
        let shown: HashSet<_> = tiles
            .iter()
            .filter_map(|tile| match tile.subject {
                TileSubject::Province(id) => Some(id),
                TileSubject::Place { .. } => None,
            })
            .collect();
        assert_eq!(shown.len(), expected_count);
        assert_eq!(tiles.len(), expected_count + 2);
        let places: HashSet<_> = tiles.iter().map(|tile| (tile.column, tile.row)).collect();
        let letters: HashSet<_> = tiles.iter().map(|tile| fold(&tile.short)).collect();
        assert_eq!((places.len(), letters.len()), (tiles.len(), tiles.len()));
        assert!(!shown.contains(&provinces.by_slug("ha-tay").unwrap()));
        let east = tiles
            .iter()
            .filter(|tile| matches!(tile.subject, TileSubject::Province(_)));
        let coast = east.map(|tile| tile.column).max();
        let islands: Vec<(&str, &str)> = tiles
            .iter()
            .filter_map(|tile| match &tile.subject {
                TileSubject::Place { name, of } => {
                    assert!(Some(tile.column) > coast, "{}", name.vi);
                    Some((name.vi.as_str(), provinces.get(*of).name.vi.as_str()))
                }
                TileSubject::Province(_) => None,
            })
            .collect();
        assert_eq!(islands, [("Hoàng Sa", "Đà Nẵng"), ("Trường Sa", "Khánh Hòa")]);
    }
}

/// Some provinces from each end of the country that are neighbours, and must be so on both maps.
#[test]
fn neighbours_touch_and_the_country_keeps_its_orientation() {
    let snapshot = snapshot();
    let at = |basis, slug: &str| {
        let id = snapshot.catalogue.provinces.by_slug(slug).unwrap();
        let tile = snapshot
            .catalogue
            .tiles
            .tile(basis, id)
            .unwrap_or_else(|| panic!("{slug}"));
        (i32::from(tile.column), i32::from(tile.row))
    };
    let touch = |a: (i32, i32), b: (i32, i32)| (a.0 - b.0).abs() <= 1 && (a.1 - b.1).abs() <= 1;
    let of_63 = [
        "lai-chau lao-cai-63",
        "dien-bien son-la",
        "ha-giang cao-bang",
        "lang-son bac-giang",
        "quang-ninh hai-phong-63",
        "ha-noi vinh-phuc",
        "ha-noi hoa-binh",
        "ha-noi bac-ninh-63",
        "nam-dinh thai-binh",
        "ninh-binh-63 thanh-hoa",
        "thanh-hoa nghe-an",
        "nghe-an ha-tinh",
        "ha-tinh quang-binh",
        "quang-binh quang-tri-63",
        "quang-tri-63 hue",
        "hue da-nang-63",
        "da-nang-63 quang-nam",
        "quang-nam quang-ngai-63",
        "kon-tum gia-lai-63",
        "gia-lai-63 binh-dinh",
        "dak-lak-63 phu-yen",
        "dak-nong lam-dong-63",
        "khanh-hoa-63 ninh-thuan",
        "ninh-thuan binh-thuan",
        "binh-phuoc dong-nai-63",
        "binh-duong tp-ho-chi-minh-63",
        "tp-ho-chi-minh-63 long-an",
        "long-an tien-giang",
        "ben-tre tra-vinh",
        "an-giang-63 kien-giang",
        "can-tho-63 hau-giang",
        "soc-trang bac-lieu",
        "bac-lieu ca-mau-63",
    ];
    let of_34 = [
        "lai-chau lao-cai",
        "tuyen-quang cao-bang",
        "lang-son quang-ninh",
        "ha-noi phu-tho",
        "ha-noi thai-nguyen",
        "hung-yen hai-phong",
        "ninh-binh thanh-hoa",
        "thanh-hoa nghe-an",
        "nghe-an ha-tinh",
        "ha-tinh quang-tri",
        "quang-tri hue",
        "hue da-nang",
        "da-nang quang-ngai",
        "quang-ngai gia-lai",
        "gia-lai dak-lak",
        "dak-lak khanh-hoa",
        "lam-dong khanh-hoa",
        "dong-nai tp-ho-chi-minh",
        "tay-ninh dong-thap",
        "dong-thap vinh-long",
        "an-giang ca-mau",
        "can-tho ca-mau",
    ];
    for (basis, pairs) in [
        (ProvinceList::Before2025, &of_63[..]),
        (ProvinceList::Since2025, &of_34[..]),
    ] {
        for pair in pairs {
            let (a, b) = pair.split_once(' ').unwrap();
            assert!(touch(at(basis, a), at(basis, b)), "{pair}");
        }
    }
    for (north, south, basis) in [
        ("ha-giang", "ca-mau-63", ProvinceList::Before2025),
        ("tuyen-quang", "ca-mau", ProvinceList::Since2025),
    ] {
        let tiles = || snapshot.catalogue.tiles.of(basis);
        assert_eq!(at(basis, north).1, 0);
        assert_eq!(Some(at(basis, south).1), tiles().map(|tile| i32::from(tile.row)).max());
    }
}

#[test]
fn a_catalogue_without_the_file_has_no_map() {
    let all = real_files();
    let older = all.iter().filter(|(path, _)| *path != TILES);
    let older: Files = older.map(|(path, bytes)| (path.to_owned(), bytes.to_vec())).collect();
    let loaded = dataset::load(&older).unwrap();
    assert!(
        !loaded.catalogue.tiles.has(ProvinceList::Before2025) && !loaded.catalogue.tiles.has(ProvinceList::Since2025)
    );
}

#[test]
fn problems_of_the_map_are_reported_with_their_location() {
    for (from, to, expected) in [
        ("63,nghe-an,", "62,nghe-an,", &[":1 (basis)", "`62`", "63 or 34"][..]),
        (
            "63,nghe-an,",
            "63,nghe-ann,",
            &["tiles.csv:", ":2 (province)", "`nghe-ann`"],
        ),
        (
            "63,ha-giang,",
            "63,tuyen-quang,",
            &["(province)", "`tuyen-quang`", "a unit of the 63"],
        ),
        (
            ",NA,1,6",
            ",NGHEAN,1,6",
            &[":5 (short)", "`NGHEAN`", "one to 4 letters"],
        ),
        (",NA,1,6", ",NA,-1,6", &[":6 (column)", "`-1`", "0 to 39"]),
        (",NA,1,6", ",NA,1,200", &[":7 (row)", "`200`"]),
        (",NA,1,6", ",NA,1,5", &["column 1, row 5", "a free place", "move one"]),
        (",LA,3,17", ",ĐA,3,17", &[]),
        (
            ",LA,3,17",
            ",na,3,17",
            &[":5 (short)", "`na`, as line", "letters used once"],
        ),
        (
            "63,long-an,,,LA,3,17",
            "63,nghe-an,,,LA,3,17",
            &["`nghe-an` a second time"],
        ),
        ("63,long-an,,,LA,3,17\n", "", &["no tile for `long-an` among the 63"]),
        ("34,ha-noi,,,HN,2,2\n", "", &["no tile for `ha-noi` among the 34"]),
        ("Hoang Sa,HS", ",HS", &[":4 (place_en)", "found nothing"]),
        ("basis,province", "set,province", &["tiles.csv:1", "the header"]),
    ] {
        let mut files = real_files();
        let before = String::from_utf8(files.get(TILES).unwrap().to_vec()).unwrap();
        assert!(before.contains(from), "{from}");
        files.insert(TILES, before.replacen(from, to, 1).into_bytes());
        let read = dataset::load(&files);
        if expected.is_empty() {
            assert!(read.is_ok(), "{from} → {to}");
            continue;
        }
        let message = read.expect_err("this should stop the start").to_string();
        for part in expected {
            assert!(
                message.contains(part),
                "`{from}` → `{to}`: `{part}` is not in\n{message}"
            );
        }
        assert!(message.contains("To fix:"), "{message}");
    }
}
