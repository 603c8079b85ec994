//! The bundled figures and accessors for tests.

use std::{path::Path, sync::LazyLock};

use dataset::Files;
use domain::{Change, Date, Edition, ProvinceList, Snapshot, Table, TableKey, Text};

pub(crate) fn files() -> Files {
    Files::from_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data")).unwrap()
}

pub(crate) fn snapshot() -> Snapshot {
    // Loaded once: Polars is not optimised in the profile of tests.
    static SNAPSHOT: LazyLock<Snapshot> = LazyLock::new(loaded_snapshot);
    SNAPSHOT.clone()
}

fn loaded_snapshot() -> Snapshot {
    let loaded = dataset::load(&files()).unwrap_or_else(|error| panic!("{error}"));
    let edition = Edition {
        number: 1,
        published: Date::new(2026, 11, 21).unwrap(),
        note: Text::default(),
        rows: loaded.rows,
    };
    loaded.snapshot(edition).unwrap()
}

pub(crate) fn table<'a>(snapshot: &'a Snapshot, indicator: &str, component: &str, year: i32) -> &'a Table {
    let id = snapshot.catalogue.indicator_by_slug(indicator).unwrap();
    let component = snapshot.catalogue.indicator(id).component_by_slug(component).unwrap();
    let key = TableKey {
        indicator: id,
        component,
        basis: ProvinceList::Before2025,
        year,
    };
    snapshot.table(key).unwrap_or_else(|| panic!("no {indicator} {year}"))
}

/// Returns value, rank and number of ranked units of a province.
pub(crate) fn standing(snapshot: &Snapshot, table: &Table, slug: &str) -> (Option<f64>, Option<(u16, u16)>) {
    let id = snapshot.catalogue.provinces.by_slug(slug).unwrap();
    let row = table.row(id).unwrap_or_else(|| panic!("{slug} has no row"));
    (
        snapshot.figure(row.figure).value.value(),
        row.rank.map(|r| (r.place, r.of)),
    )
}

pub(crate) fn change(snapshot: &Snapshot, table: &Table, slug: &str) -> Change {
    table
        .row(snapshot.catalogue.provinces.by_slug(slug).unwrap())
        .unwrap()
        .change
}
