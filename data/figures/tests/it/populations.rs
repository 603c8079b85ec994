//! The optional file of populations, and the indication that it allows.

use std::{path::Path, sync::Arc};

use domain::{Basis, ComponentId, Date, Edition, NotIndicative, Rebased, Snapshot, TableKey, Text};
use figures::Files;

const FILE: &str = "catalogue/populations.csv";
/// A made-up register: half the number of people is easy to reckon with, and nobody's figure.
const MADE_UP: &str = "province,year,population,source\n\
    lao-cai-63,2016,100000,vcci-pci-2005\n\
    yen-bai,2016,300000,vcci-pci-2005\n\
    yen-bai,2015,1,vcci-pci-2005\n";

fn with(populations: Option<&str>) -> Files {
    let mut files = Files::from_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("..")).unwrap();
    if let Some(text) = populations {
        files.insert(FILE, text.as_bytes().to_vec());
    }
    files
}

fn snapshot(populations: Option<&str>) -> Snapshot {
    let loaded = figures::load(&with(populations)).unwrap_or_else(|error| panic!("{error}"));
    let edition = Edition {
        number: 1,
        published: Date::new(2026, 11, 21).unwrap(),
        note: Text::default(),
        rows: loaded.rows,
    };
    Snapshot::new(edition, Arc::clone(&loaded.catalogue), loaded.figures)
}

fn pci(s: &Snapshot, year: i32) -> (TableKey, Rebased) {
    let key = TableKey {
        indicator: s.catalogue.indicator_by_slug("pci").unwrap(),
        component: ComponentId::TOTAL,
        basis: Basis::Of63,
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
                    basis: Basis::Of63,
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
    let s = snapshot(Some(MADE_UP));
    let lao_cai = s.catalogue.provinces.by_slug("lao-cai").unwrap();
    let (key, rebased) = pci(&s, 2016);
    let row = rebased.rows.iter().find(|row| row.province == lao_cai).unwrap();
    let values: Vec<f64> = row.parts.iter().map(|part| part.value.value().unwrap()).collect();
    let one = s.indicative(key, row).unwrap();
    assert!((one.value() - (values[0] * 0.25 + values[1] * 0.75)).abs() < 1e-9);
    assert_eq!(one.sources().len(), 1);
    // Of another year only Yên Bái's people are known: no guess is made.
    let (key, rebased) = pci(&s, 2015);
    let row = rebased.rows.iter().find(|row| row.province == lao_cai).unwrap();
    let lacks = s.catalogue.provinces.by_slug("lao-cai-63").unwrap();
    assert_eq!(s.indicative(key, row), Err(NotIndicative::NoPopulation(vec![lacks])));
    // And of nobody else.
    let others = rebased.rows.iter().filter(|row| row.province != lao_cai);
    assert!(others.into_iter().all(|row| s.indicative(key, row).is_err()));
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
            "yen-bai,2015",
            "yen-bai,2026",
            &["populations.csv:4:2 (year)", "existed"],
        ),
        (
            "yen-bai,2015",
            "lao-cai,2015",
            &["populations.csv:4:2 (year)", "existed"],
        ),
        ("yen-bai,2015,", "yen-bai,2015,,", &["populations.csv:4", "5 cells"]),
    ] {
        assert!(MADE_UP.contains(from), "{from}");
        let told = figures::load(&with(Some(&MADE_UP.replacen(from, to, 1))));
        let told = told.expect_err("this should stop the start").to_string();
        for part in expected {
            assert!(told.contains(part), "`{from}` → `{to}`: `{part}` is not in\n{told}");
        }
        assert!(told.contains("To mend:"), "{told}");
    }
}
