//! Runs one large upload from bytes to preview and on to the published figures, to measure its memory:
//! `/usr/bin/time -v cargo run --release -p import --example upload -- 1000000`.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a measurement may panic on errors and prints its results"
)]

use std::{path::Path, time::Instant};

use dataset::Files;
use domain::{Date, Edition, Text};
use import::{DataFiles, Fingerprint};
use spreadsheet::Limits;

#[path = "../tests/big/mod.rs"]
mod big;

fn main() {
    let rows = std::env::args().nth(1).map_or(1_000_000, |rows| rows.parse().unwrap());
    let files = Files::from_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data")).unwrap();
    let loaded = dataset::load(&files).unwrap();
    let edition = Edition {
        number: 1,
        published: Date::new(2026, 11, 21).unwrap(),
        note: Text::default(),
        rows: loaded.rows,
    };
    let current = loaded.snapshot(edition).unwrap();
    let bytes = big::tidy_csv(&current, rows);
    let choices = big::choices();
    let limits = Limits {
        bytes: 500 << 20,
        ..Limits::default()
    };
    let start = Instant::now();
    let since = |what: &str| println!("{:>6} ms {what}", start.elapsed().as_millis());
    let workbook = spreadsheet::open(&bytes, "big.csv", &choices, &limits).unwrap();
    since("opened");
    let reading = import::read(&workbook, &choices, &current);
    drop(workbook);
    since("read and checked");
    println!(
        "          {} figures, {} issues",
        reading.entries.len(),
        reading.issues.len()
    );
    let preview = import::preview(&current, &reading, &choices);
    since("compared");
    println!("          {:?}", preview.difference.counts);
    let shown = Fingerprint::of(&preview.snapshot);
    drop(preview);
    since("computed a fingerprint");
    let mut all: DataFiles = files.into_bytes();
    let changed = import::apply(&all, &reading, &choices, &current, "big.csv").unwrap();
    drop(reading);
    all.extend(changed);
    since("written");
    let loaded = dataset::load(&Files::from_iter(all)).unwrap();
    since("loaded");
    let published = loaded.snapshot(current.edition.clone()).unwrap();
    assert_eq!(shown.unlike(&Fingerprint::of(&published)), None);
    since("compared with the preview");
}
