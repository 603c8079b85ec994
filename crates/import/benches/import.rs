//! Measures how long an upload takes from bytes to preview, and from there to the published figures.

#![expect(
    clippy::unwrap_used,
    reason = "a benchmark may panic on errors, and criterion generates its functions"
)]

use std::{hint::black_box, path::Path};

use criterion::{Criterion, criterion_group, criterion_main};
use dataset::Files;
use domain::{Date, Edition, Snapshot, Text, upload::Choices};
use import::{DataFiles, Fingerprint};
use spreadsheet::Limits;

#[path = "../tests/big/mod.rs"]
mod big;

fn files() -> DataFiles {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data");
    Files::from_folder(&folder).unwrap().into_bytes()
}

fn edition(files: DataFiles) -> Snapshot {
    let loaded = dataset::load(&Files::from_iter(files)).unwrap_or_else(|error| panic!("{error}"));
    let edition = Edition {
        number: 1,
        published: Date::new(2026, 11, 21).unwrap(),
        note: Text::default(),
        rows: loaded.rows,
    };
    loaded.snapshot(edition).unwrap()
}

fn upload(bytes: &[u8], choices: &Choices, current: &Snapshot) -> usize {
    let workbook = spreadsheet::open(bytes, "big.csv", choices, &Limits::default()).unwrap();
    let reading = import::read(&workbook, choices, current);
    drop(workbook);
    import::preview(current, &reading, choices).difference.counts.added
}

fn tidy(c: &mut Criterion) {
    let current = edition(files());
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

/// Everything of publishing except the store: writes the files, loads them again, compares them with the preview.
fn published(c: &mut Criterion) {
    let current = edition(files());
    let choices = big::choices();
    let mut group = c.benchmark_group("tidy CSV, preview to published figures");
    group.sample_size(10);
    for rows in [10_000, 1_000_000] {
        let bytes = big::tidy_csv(&current, rows);
        let workbook = spreadsheet::open(&bytes, "big.csv", &choices, &Limits::default()).unwrap();
        let reading = import::read(&workbook, &choices, &current);
        let shown = Fingerprint::of(&import::preview(&current, &reading, &choices).snapshot);
        group.bench_function(format!("{rows} rows"), |b| {
            b.iter(|| {
                let mut all = files();
                all.extend(import::apply(&all, &reading, &choices, &current, "big.csv").unwrap());
                assert_eq!(shown.unlike(&Fingerprint::of(&edition(all))), None);
            });
        });
    }
    group.finish();
}

criterion_group!(benches, tidy, published);
criterion_main!(benches);
