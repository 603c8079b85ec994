//! Measures the time to open files.

use std::fmt::Write as _;
use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use domain::upload::Choices;
use rust_xlsxwriter::Workbook as Writer;
use spreadsheet::Limits;

const PROVINCES: [&str; 8] = [
    "Hà Nội",
    "Thành phố Hồ Chí Minh",
    "Bà Rịa – Vũng Tàu",
    "Thừa Thiên Huế",
    "Đắk Lắk",
    "Quảng Ngãi",
    "Cần Thơ",
    "Hải Phòng",
];

/// Returns a tidy table: province, component, year, value, rank, note.
fn csv(rows: usize) -> Vec<u8> {
    let mut out = String::from("province,component,year,value,rank,note\n");
    for row in 0..rows {
        let province = PROVINCES[row % PROVINCES.len()];
        let year = 2011 + row % 14;
        let value = (row * 7919) % 10_000;
        let rank = row % 63 + 1;
        let note = if row % 9 == 0 {
            "\"theo công bố, lần 2\""
        } else {
            ""
        };
        let decimals = value % 100;
        // Writing to a String cannot fail.
        let _ = writeln!(
            out,
            "{province},entry,{year},{}.{decimals:02},{rank},{note}",
            value / 100
        );
    }
    out.into_bytes()
}

fn workbook(rows: u32) -> Vec<u8> {
    let mut book = Writer::new();
    let sheet = book.add_worksheet();
    for row in 0..rows {
        let province = PROVINCES[row as usize % PROVINCES.len()];
        let cells = [
            f64::from(2011 + row % 14),
            f64::from(row * 7919 % 10_000) / 100.0,
            f64::from(row % 63 + 1),
        ];
        let mut written = sheet.write_string(row, 0, province).map(|_| ());
        for (column, value) in (1..).zip(cells) {
            written = written.and(sheet.write_number(row, column, value).map(|_| ()));
        }
        assert!(written.is_ok());
    }
    book.save_to_buffer().unwrap_or_default()
}

fn open(c: &mut Criterion) {
    let limits = Limits {
        bytes: 200 << 20,
        ..Limits::default()
    };
    let mut group = c.benchmark_group("open");
    group.sample_size(10);
    for (name, bytes) in [
        ("csv-10k", csv(10_000)),
        ("csv-1m", csv(1_000_000)),
        ("xlsx-10k", workbook(10_000)),
    ] {
        group.throughput(Throughput::Bytes(bytes.len() as u64));
        group.bench_function(name, |b| {
            b.iter(|| {
                let opened = spreadsheet::open(black_box(&bytes), name, &Choices::default(), &limits);
                opened.map(|book| book.sheets[0].height()).ok()
            });
        });
    }
    group.finish();
}

criterion_group!(benches, open);
criterion_main!(benches);
