//! Tests of the optional file of populations, and of the indicative values computed from it.

use std::path::Path;

use dataset::Files;
use domain::{ComponentId, Date, Edition, NotIndicative, ProvinceList, Rebased, Snapshot, TableKey, Text};

const FILE: &str = "catalogue/populations.csv";
/// Fictitious populations: round numbers with simple ratios.
const FICTITIOUS: &str = "province,year,population,source,series,origin\n\
    lao-cai-63,2016,100000,vcci-pci-2005,average,a:2\n\
    yen-bai,2016,300000,vcci-pci-2005,average,a:3\n\
    yen-bai,2015,1,vcci-pci-2005,average,a:4\n\
    yen-bai,2016,300050,vcci-pci-2006,average,a:5\n\
    lao-cai-63,2015,7,vcci-pci-2005,older,a:6\n\
    vn,2016,90000000,vcci-pci-2005,average,a:7\n";

fn bundled() -> Files {
    Files::from_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data")).unwrap()
}

fn with(populations: Option<&str>) -> Files {
    let files = bundled();
    let others = files.iter().filter(|(path, _)| *path != FILE);
    let populations_file = populations.map(|text| (FILE.to_owned(), text.as_bytes().to_vec()));
    others
        .map(|(path, bytes)| (path.to_owned(), bytes.to_vec()))
        .chain(populations_file)
        .collect()
}

fn snapshot(populations: Option<&str>) -> Snapshot {
    loaded(&with(populations))
}

fn loaded(files: &Files) -> Snapshot {
    let loaded = dataset::load(files).unwrap_or_else(|error| panic!("{error}"));
    let edition = Edition {
        number: 1,
        published: Date::new(2026, 11, 21).unwrap(),
        note: Text::default(),
        rows: loaded.rows,
    };
    loaded.snapshot(edition).unwrap()
}

fn pci(s: &Snapshot, year: i32) -> (TableKey, Rebased) {
    let key = TableKey {
        indicator: s.catalogue.indicator_by_slug("pci").unwrap(),
        component: ComponentId::TOTAL,
        basis: ProvinceList::Before2025,
        year,
    };
    (key, s.rebased(key).unwrap())
}

#[test]
fn without_the_file_nothing_is_indicated() {
    let s = snapshot(None);
    assert!(s.catalogue.provinces.populations().is_empty());
    for (id, indicator) in s.catalogue.indicators() {
        for (component, _) in indicator.components() {
            for year in s.years(id, component) {
                let key = TableKey {
                    indicator: id,
                    component,
                    basis: ProvinceList::Before2025,
                    year,
                };
                let rows = s.rebased(key).map(|rebased| rebased.rows).unwrap_or_default();
                assert!(rows.iter().all(|row| s.indicative(key, row).is_err()), "{key:?}");
            }
        }
    }
}

#[test]
fn with_people_of_the_year_every_part_counts_by_them() {
    let s = snapshot(Some(FICTITIOUS));
    let lao_cai = s.catalogue.provinces.by_slug("lao-cai").unwrap();
    let (key, rebased) = pci(&s, 2016);
    let row = rebased.rows.iter().find(|row| row.province == lao_cai).unwrap();
    let values: Vec<f64> = row.parts.iter().map(|part| part.value.value().unwrap()).collect();
    let one = s.indicative(key, row).unwrap();
    assert!((one.value() - (values[0] * 0.25 + values[1] * 0.75)).abs() < 1e-9);
    assert_eq!(one.sources().len(), 1);
    // For 2015 only the population of Yên Bái is known: nothing is estimated.
    let (key, rebased) = pci(&s, 2015);
    let row = rebased.rows.iter().find(|row| row.province == lao_cai).unwrap();
    let lacks = s.catalogue.provinces.by_slug("lao-cai-63").unwrap();
    assert_eq!(s.indicative(key, row), Err(NotIndicative::NoPopulation(vec![lacks])));
    // Nor for any other province.
    let others = rebased.rows.iter().filter(|row| row.province != lao_cai);
    assert!(others.into_iter().all(|row| s.indicative(key, row).is_err()));
}

#[test]
fn the_bundled_populations_weigh_every_merged_province() {
    let s = loaded(&bundled());
    let provinces = &s.catalogue.provinces;
    let people = |slug: &str, year| {
        provinces
            .population(provinces.by_slug(slug).unwrap(), year)
            .map(|p| p.people)
    };
    assert_eq!(people("ha-noi", 2005), Some(3_133_400));
    assert_eq!(people("nghe-an", 2024), Some(3_472_300));
    // The count of the resolution of 2025 uses another method and is not used as a weight.
    assert_eq!(people("lao-cai", 2025), None);
    for year in 2005..=2024 {
        let last = Date::new(year, 1, 1).unwrap();
        let units = provinces
            .existing(year, ProvinceList::Before2025)
            .filter(|(_, p)| p.exists_on(last));
        let without: Vec<_> = units
            .filter(|(id, _)| provinces.population(*id, year).is_none())
            .collect();
        assert!(without.is_empty(), "{year}: {without:?}");
    }
    let (key, rebased) = pci(&s, 2022);
    let indicated = rebased.rows.iter().filter(|row| s.indicative(key, row).is_ok());
    assert_eq!(indicated.count(), 23);
}

#[test]
fn provinces_add_up_to_the_country() {
    let rows = csv::Reader::from_path(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data").join(FILE))
        .unwrap()
        .into_records()
        .map(Result::unwrap)
        .filter(|row| &row[4] == "average")
        .collect::<Vec<_>>();
    let mut compared = 0;
    for nation in rows.iter().filter(|row| &row[0] == "vn") {
        let parts = rows.iter().filter(|row| {
            row[1] == nation[1] && row[3] == nation[3] && &row[0] != "vn" && !row[0].starts_with("region:")
        });
        let sum: i64 = parts.map(|row| row[2].parse::<i64>().unwrap()).sum();
        let stated: i64 = nation[2].parse().unwrap();
        // Each province is rounded to hundreds or tens of persons.
        assert!((sum - stated).abs() < 64 * 50, "{}: {sum} and {stated}", &nation[1]);
        compared += 1;
    }
    assert!(compared >= 16, "{compared}");
}

#[test]
fn every_mistake_in_the_file_is_told_with_its_place() {
    for (from, to, expected) in [
        ("province,year", "unit,year", &["populations.csv:1", "the header"][..]),
        (
            "lao-cai-63,2016",
            "laocai,2016",
            &["populations.csv:2:1 (province)", "`laocai`"],
        ),
        (
            "2016,100000",
            "2016x,100000",
            &["populations.csv:2:2 (year)", "`2016x`"],
        ),
        ("2016,100000", ",100000", &["populations.csv:2:2 (year)", "nothing"]),
        (
            "2016,300000",
            "2016,300.000",
            &["populations.csv:3:3 (population)", "`300.000`"],
        ),
        ("2016,300000", "2016,-3", &["populations.csv:3:3 (population)", "`-3`"]),
        ("2016,300000", "2016,0", &["populations.csv:3:3 (population)", "`0`"]),
        ("2016,300000", "2016,", &["populations.csv:3:3 (population)", "nothing"]),
        (
            "300000,vcci-pci-2005",
            "300000,nobody",
            &["populations.csv:3:4 (source)", "`nobody`"],
        ),
        (
            "300000,vcci-pci-2005",
            "300000,",
            &["populations.csv:3:4 (source)", "without one"],
        ),
        (
            "yen-bai,2015",
            "yen-bai,2016",
            &["populations.csv:4:2 (year)", "a second time"],
        ),
        (
            "300050,vcci-pci-2006",
            "300051,vcci-pci-2006",
            &["populations.csv:5:3 (population)", "another source gives 300000"],
        ),
        ("older", "old", &["populations.csv:6:5 (series)", "`old`"]),
        ("vn,2016", "xx,2016", &["populations.csv:7:1 (province)", "`xx`"]),
        (
            "yen-bai,2015",
            "yen-bai,2026",
            &["populations.csv:4:2 (year)", "existed"],
        ),
        (
            "yen-bai,2015",
            "lao-cai,2015",
            &["populations.csv:4:2 (year)", "existed"],
        ),
        ("yen-bai,2015,", "yen-bai,2015,,", &["populations.csv:4", "7 cells"]),
    ] {
        assert!(FICTITIOUS.contains(from), "{from}");
        let message = dataset::load(&with(Some(&FICTITIOUS.replacen(from, to, 1))));
        let message = message.expect_err("this should stop the start").to_string();
        for part in expected {
            assert!(
                message.contains(part),
                "`{from}` → `{to}`: `{part}` is not in\n{message}"
            );
        }
        assert!(message.contains("To fix:"), "{message}");
    }
}
