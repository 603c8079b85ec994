//! How long an upload takes from bytes to preview.

#![expect(
    clippy::unwrap_used,
    reason = "a bench stops where something is wrong, and criterion makes its own functions"
)]

use std::{hint::black_box, path::Path};

use criterion::{Criterion, criterion_group, criterion_main};
use dataset::Files;
use domain::{Date, Edition, Snapshot, Text, upload::Choices};
use spreadsheet::Limits;

#[path = "../tests/big/mod.rs"]
mod big;

fn edition() -> Snapshot {
    let files = Files::from_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data")).unwrap();
    let loaded = dataset::load(&files).unwrap_or_else(|error| panic!("{error}"));
    let edition = Edition {
        number: 1,
        published: Date::new(2026, 11, 21).unwrap(),
        note: Text::default(),
        rows: loaded.rows,
    };
    Snapshot::new(edition, loaded.catalogue, loaded.figures)
}

fn upload(bytes: &[u8], choices: &Choices, current: &Snapshot) -> usize {
    let workbook = spreadsheet::open(bytes, "big.csv", choices, &Limits::default()).unwrap();
    let reading = import::read(&workbook, choices, current);
    drop(workbook);
    import::preview(current, &reading, choices).difference.counts.added
}

fn tidy(c: &mut Criterion) {
    let current = edition();
    let choices = big::choices();
    let mut group = c.benchmark_group("tidy CSV, bytes to preview");
    group.sample_size(10);
    for rows in [10_000, 1_000_000] {
        let bytes = big::tidy_csv(&current, rows);
        assert_eq!(upload(&bytes, &choices, &current), rows);
        group.bench_function(format!("{rows} rows"), |b| {
            b.iter(|| upload(black_box(&bytes), &choices, &current));
        });
    }
    group.finish();
}

criterion_group!(benches, tidy);
criterion_main!(benches);
